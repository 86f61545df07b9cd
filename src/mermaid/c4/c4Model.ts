/** What Mermaid's model of a C4 diagram holds: elements in boundaries, and relations between elements. */
import { asked, named, type RawModel } from '../text/modelReaders.js';
import { always, list, number, type Reader, record, text } from '../text/readers.js';

/** What UpdateElementStyle may set. */
interface ElementColors {
  readonly bgColor?: string;
  readonly fontColor?: string;
  readonly borderColor?: string;
}

export interface C4Element extends ElementColors {
  readonly alias: string;
  readonly label: string;
  /** "person", "external_system_db" and the like. */
  readonly typeC4Shape: string;
  readonly techn: string;
  readonly descr: string;
  readonly sprite?: string;
  readonly tags?: string;
  readonly link?: string;
  readonly shape?: string;
  readonly parentBoundary: string;
}

export interface C4Boundary extends ElementColors {
  readonly alias: string;
  readonly label: string;
  readonly type: string;
  readonly descr: string;
  readonly tags?: string;
  readonly link?: string;
  /** Nodes of deployment diagrams have it. */
  readonly nodeType?: string;
  readonly parentBoundary: string;
}

export interface C4Relation {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly techn: string;
  readonly textColor?: string;
  readonly lineColor?: string;
  /** Px. */
  readonly offsetX?: number;
  readonly offsetY?: number;
  readonly sprite?: string;
  readonly tags?: string;
  readonly link?: string;
}

export interface C4Model {
  readonly elements: readonly C4Element[];
  readonly boundaries: readonly C4Boundary[];
  readonly relations: readonly C4Relation[];
  /** Relations are numbered. */
  readonly isDynamic: boolean;
  readonly title: string | undefined;
  readonly elementsInRow: number;
  readonly boundariesInRow: number;
}

/** Mermaid's name of what is around all. */
export const GLOBAL = 'global';

const held = record<{ readonly text?: string }>({ text });
/** Texts are in an object of their own; one that isn't is not shown. */
const heldText = (value: unknown): string => held(value)?.text ?? '';

const colors = { bgColor: text, fontColor: text, borderColor: text } as const;

const element: Reader<C4Element> = record<C4Element>({
  ...colors,
  alias: named,
  label: heldText,
  typeC4Shape: heldText,
  techn: heldText,
  descr: heldText,
  sprite: text,
  tags: text,
  link: text,
  shape: text,
  parentBoundary: named,
});

const boundary: Reader<C4Boundary> = record<C4Boundary>({
  ...colors,
  alias: named,
  label: heldText,
  type: heldText,
  descr: heldText,
  tags: text,
  link: text,
  nodeType: text,
  parentBoundary: named,
});

/** Mermaid leaves some of them words. */
const pixels: Reader<number> = (value) => number(Number.parseInt(text(value) ?? '', 10));

const relation: Reader<C4Relation> = record<C4Relation>({
  type: named,
  from: named,
  to: named,
  label: heldText,
  techn: heldText,
  textColor: text,
  lineColor: text,
  offsetX: pixels,
  offsetY: pixels,
  sprite: text,
  tags: text,
  link: text,
});

/** Throws an error for a relation to nothing, and for a boundary that is inside of itself. */
export function readC4(model: RawModel): C4Model {
  const elements = list(element)(asked(model, 'getC4ShapeArray')) ?? [];
  const boundaries = list(boundary)(asked(model, 'getBoundaries')) ?? [];
  const relations = list(relation)(asked(model, 'getRels')) ?? [];
  const aliases = new Set(elements.map(({ alias }) => alias));
  for (const { from, to } of relations) {
    const missing = [from, to].find((alias) => !aliases.has(alias));
    if (missing !== undefined)
      throw new Error(`The relation from "${from}" to "${to}" needs an element "${missing}", which isn't there`);
  }
  requireWithinGlobal(boundaries);
  const title = text(asked(model, 'getTitle'));
  return {
    elements,
    boundaries,
    relations,
    isDynamic: asked(model, 'getC4Type') === 'C4Dynamic',
    title: title === '' ? undefined : title,
    elementsInRow: always(number, 4)(asked(model, 'getC4ShapeInRow')),
    boundariesInRow: always(number, 2)(asked(model, 'getC4BoundaryInRow')),
  };
}

/** A boundary that is opened again inside of itself is in nothing that is drawn. */
function requireWithinGlobal(boundaries: readonly C4Boundary[]): void {
  const byParent = byParentBoundary(boundaries);
  const inside = new Set(['']);
  // A set tells of those that are added to it while it is gone through.
  for (const alias of inside) for (const each of byParent.get(alias) ?? []) inside.add(each.alias);
  const lost = boundaries.find(({ alias }) => !inside.has(alias));
  if (lost) throw new Error(`The boundary "${lost.alias}" is inside of itself`);
}

/** What each boundary has in it, in the order of the text. */
export function byParentBoundary<Part extends { readonly parentBoundary: string }>(
  parts: readonly Part[],
): ReadonlyMap<string, readonly Part[]> {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const group = groups.get(part.parentBoundary);
    if (group) group.push(part);
    else groups.set(part.parentBoundary, [part]);
  }
  return groups;
}
