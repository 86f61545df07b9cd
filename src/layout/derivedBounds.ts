/** Groups without a size of their own (transparentBounds=1): their box is derived from what stands in them. */
import { bottom, boundsOfPoints, type Point, type Rect, rect, right, union } from '../geometry/plane.js';
import type { Cell, EdgeCell, VertexCell } from '../model/cell.js';
import { turnSide } from '../route/side.js';
import type { Style } from '../style/style.js';

type StyleOf = (cell: Cell) => Style;

/** Px on each side of a box. */
interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const hasDerivedBounds = (style: Style): boolean => style.get('transparentBounds') === '1';

/** Knows the boxes of such groups, each in the coordinates of the group's children. */
export class DerivedBounds {
  readonly #known = new Map<VertexCell, Rect | undefined>();

  constructor(readonly styleOf: StyleOf) {}

  /** The box around the children, the padding and (of a swimlane) the title; undefined where nothing has a place. */
  of(group: VertexCell): Rect | undefined {
    if (!this.#known.has(group)) this.#known.set(group, this.#compute(group));
    return this.#known.get(group);
  }

  #compute(group: VertexCell): Rect | undefined {
    const content = group.children.map((child) => this.#boundsOfChild(child)).filter((each) => each !== undefined);
    if (content.length === 0) return undefined;
    const style = this.styleOf(group);
    return [groupPadding(style), titleMargins(group, style)].reduce(growBy, content.reduce(union));
  }

  /** Hidden and turned children count by their geometry, relative ones not at all. */
  #boundsOfChild(child: Cell): Rect | undefined {
    const { geometry } = child;
    if (!geometry) return undefined;
    if (child.kind === 'edge') return boundsOfPoints(ownPoints(child));
    if (child.kind !== 'vertex' || geometry.relative) return undefined;
    const { x, y, width, height } = geometry;
    if (!hasDerivedBounds(this.styleOf(child))) return rect(x, y, width, height);
    const nested = this.of(child);
    return nested && rect(x + nested.x, y + nested.y, nested.width, nested.height);
  }
}

/** An edge's loose ends and waypoints: its route counts for nothing. */
function ownPoints({ geometry, source, target }: EdgeCell): readonly Point[] {
  const ends = [source ? undefined : geometry?.sourcePoint, target ? undefined : geometry?.targetPoint];
  return [...ends, ...(geometry?.points ?? [])].filter((each) => each !== undefined);
}

const growBy = (box: Rect, margins: Margins): Rect => {
  const x = box.x - margins.left;
  const y = box.y - margins.top;
  return rect(x, y, right(box) + margins.right - x, bottom(box) + margins.bottom - y);
};

/** One to four numbers, as in CSS; what isn't one counts as 0. */
function groupPadding(style: Style): Margins {
  const text = decoded(style.string('groupPadding', '0'));
  const numbers = text.trim().split(/\s+/).map(numberOf);
  const top = numbers[0] ?? 0;
  const beside = numbers[1] ?? top;
  return { top, right: beside, bottom: numbers[2] ?? top, left: numbers[3] ?? beside };
}

/** Keys that were set in a list of properties are written as in addresses: %20 for a space. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function numberOf(text: string): number {
  const value = Number.parseFloat(text);
  return Number.isFinite(value) ? value : 0;
}

const NO_MARGINS: Margins = { top: 0, right: 0, bottom: 0, left: 0 };

const TITLED_SHAPES: ReadonlySet<string> = new Set(['swimlane', 'table', 'tableRow']);

const DEFAULT_TITLE_SIZE = 40;

const QUARTERS: ReadonlyMap<string, number> = new Map([
  ['south', 1],
  ['west', 2],
  ['north', 3],
]);

/** What the title of a swimlane or table takes: on top, but for `horizontal`, `direction` and flips. */
function titleMargins(group: VertexCell, style: Style): Margins {
  if (!TITLED_SHAPES.has(style.string('shape', '')) || !group.parent?.parent) return NO_MARGINS;
  const size = Math.trunc(style.number('startSize', DEFAULT_TITLE_SIZE));
  const upright = style.string('horizontal', '1') === '1' ? 0 : 3;
  const quarters = upright + (QUARTERS.get(style.string('direction', 'east')) ?? 0);
  const vertical = quarters % 2 === 0;
  const flipped = style.flag(vertical ? 'flipV' : 'flipH');
  switch (turnSide('north', quarters + (flipped ? 2 : 0))) {
    case 'north':
      return { ...NO_MARGINS, top: size };
    case 'east':
      return { ...NO_MARGINS, right: size };
    case 'south':
      return { ...NO_MARGINS, bottom: size };
    case 'west':
      return { ...NO_MARGINS, left: size };
  }
}
