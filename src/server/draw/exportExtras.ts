/** `extras` of a request to draw.io's export server: JSON, URI-encoded or not. */
import { type GridOptions, isGrid } from '../../options.js';

export interface Extras {
  /** 0-based places of the layers to show. */
  readonly layers?: readonly number[];
  readonly layerIds?: readonly string[];
  /** By the id of a page. */
  readonly hiddenTags?: ReadonlyMap<string, readonly string[]>;
  readonly globalVars?: Readonly<Record<string, string>>;
  readonly grid?: GridOptions;
  readonly diagramLanguage?: string;
  /** What `scale=auto` takes for the width of a page, px. */
  readonly pageWidth?: number;
  readonly isPng: boolean;
  readonly isPdf: boolean;
}

/** What can't be read is passed over, as there. */
export function readExtras(text: string | undefined): Extras {
  const given = parsed(text ?? '') ?? parsed(decoded(text ?? '')) ?? {};
  const { layers, layerIds, hiddenTags, globalVars, grid, diagramLanguage, pageWidth } = given;
  return {
    layers: Array.isArray(layers) ? layers.filter((each) => Number.isSafeInteger(each) && each >= 0) : undefined,
    layerIds: Array.isArray(layerIds) ? layerIds.filter(isString) : undefined,
    hiddenTags: isObject(hiddenTags) ? new Map(Object.entries(hiddenTags).filter(isTagged)) : undefined,
    globalVars: isObject(globalVars) ? textsOf(globalVars) : undefined,
    grid: isObject(grid) && isGrid(grid) ? (grid as GridOptions) : undefined,
    diagramLanguage: isString(diagramLanguage) ? diagramLanguage : undefined,
    pageWidth: typeof pageWidth === 'number' && pageWidth > 0 ? pageWidth : undefined,
    isPng: Boolean(given.isPng),
    isPdf: Boolean(given.isPdf),
  };
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return '';
    throw error;
  }
}

const isString = (value: unknown): value is string => typeof value === 'string';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isTagged = (entry: [string, unknown]): entry is [string, readonly string[]] =>
  Array.isArray(entry[1]) && entry[1].every(isString);

/** Values as placeholders show them. */
const textsOf = (variables: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variables)
      .filter(([, value]) => value !== null && typeof value !== 'object')
      .map(([name, value]) => [name, String(value)]),
  );
