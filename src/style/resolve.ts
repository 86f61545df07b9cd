/** Merges a cell's style string with draw.io's stylesheet. */
import { BoundedCache } from '../primitives/boundedCache.js';
import { concreteColor } from './color.js';
import { DEFAULT_EDGE, DEFAULT_VERTEX, NAMED_STYLES } from './defaults.js';
import { parseStyle } from './parseStyle.js';
import { Style } from './style.js';

/** What colour keywords of a cell refer to. */
export interface StyleContext {
  /** The parent cell's resolved style, for 'inherit', 'fillColor' and 'strokeColor'. */
  readonly parent?: Style;
  /** The style of the nearest swimlane around the cell (or around an edge's target), for 'swimlane'. */
  readonly swimlane?: Style;
}

const REFERRING_KEYS = [
  'fillColor',
  'strokeColor',
  'fontColor',
  'gradientColor',
  'labelBackgroundColor',
  'labelBorderColor',
] as const;

/** A layer has these by default. */
const FONT_KEYS = ['fontSize', 'fontFamily'] as const;

interface Merged {
  readonly entries: ReadonlyMap<string, string>;
  readonly noneKeys: ReadonlySet<string>;
}

/** Those of vertices and of edges each take so many bytes. */
const KEPT = 8 * 1024 * 1024;

const vertexStyles = new BoundedCache<string, Merged>(KEPT, sizeOfMerged);
const edgeStyles = new BoundedCache<string, Merged>(KEPT, sizeOfMerged);

/** What stands in the style's text is counted with it. */
function sizeOfMerged({ entries, noneKeys }: Merged): number {
  return 100 * (entries.size + noneKeys.size);
}

const mergedEntries = (text: string, edge: boolean): Merged =>
  edge ? edgeStyles.remember(text, (own) => merge(own, true)) : vertexStyles.remember(text, (own) => merge(own, false));

function merge(text: string, edge: boolean): Merged {
  const { tokens, inheritsDefaults } = parseStyle(text);
  const entries = new Map(inheritsDefaults ? Object.entries(edge ? DEFAULT_EDGE : DEFAULT_VERTEX) : []);
  const noneKeys = new Set<string>();
  const set = (key: string, value: string): void => {
    if (value === 'none') {
      entries.delete(key);
      noneKeys.add(key);
    } else {
      entries.set(key, value);
      noneKeys.delete(key);
    }
  };
  for (const token of tokens) {
    if (token.kind === 'entry') set(token.key, token.value);
    else for (const [key, value] of Object.entries(NAMED_STYLES.get(token.name) ?? {})) set(key, value);
  }
  return { entries, noneKeys };
}

/**
 * The style that draw.io computes for a cell: defaults, then each token of the string in order (a named style or a
 * key), 'none' removing a key, and the colour keywords 'inherit', 'swimlane', 'fillColor' and 'strokeColor' replaced
 * by the colours that they name; fonts and their sizes may be inherited too.
 */
export function resolveStyle(text: string, edge: boolean, context: StyleContext = {}): Style {
  const { entries, noneKeys } = mergedEntries(text, edge);
  let changed: Map<string, string> | undefined;
  for (const key of REFERRING_KEYS) {
    const value = entries.get(key);
    if (value === undefined) continue;
    const color = referencedColor(key, value, context);
    if (color === value) continue;
    changed ??= new Map(entries);
    if (color === undefined) changed.delete(key);
    else changed.set(key, color);
  }
  for (const key of FONT_KEYS) {
    if (entries.get(key) !== 'inherit') continue;
    const value = context.parent ? context.parent.get(key) : DEFAULT_VERTEX[key];
    changed ??= new Map(entries);
    if (value === undefined) changed.delete(key);
    else changed.set(key, value);
  }
  return new Style(changed ?? entries, noneKeys);
}

function referencedColor(
  key: (typeof REFERRING_KEYS)[number],
  value: string,
  context: StyleContext,
): string | undefined {
  // A layer has the stylesheet's own colours.
  if (value === 'inherit') return context.parent ? context.parent.get(key) : DEFAULT_VERTEX[key];
  if (value === 'swimlane') {
    const fallback = key === 'strokeColor' || key === 'fontColor' ? '#000000' : '#ffffff';
    return context.swimlane ? context.swimlane.get('fillColor') : fallback;
  }
  // These name the parent's colours, too; what lies behind a label knows no such word.
  if ((value === 'fillColor' || value === 'strokeColor') && !key.startsWith('label')) {
    const color = context.parent ? context.parent.get(value) : DEFAULT_VERTEX[value];
    return color === 'default' ? concreteColor(color, value) : color;
  }
  return value;
}
