/** The outlines that labels flow along (shapeInside), in fractions of the cell's width and height, by shape. */
import { type Point, point } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';

/** What a label keeps clear of in the left and the right half of its cell: polygons; undefined where there is nothing. */
export interface LabelOutline {
  readonly left: readonly Point[] | undefined;
  readonly right: readonly Point[] | undefined;
}

/** Undefined where the shape's settings leave no outline that text can follow. */
type OutlineOf = (style: Style, width: number, height: number) => LabelOutline | undefined;

/** The outline that a label of this style flows along in a cell of that size; undefined if its shape has none. */
export function labelOutline(style: Style, width: number, height: number): LabelOutline | undefined {
  if (!(width > 0 && height > 0)) return undefined;
  const name = style.get('shapeInsideShape') || style.get('shape');
  return name === undefined ? undefined : OUTLINES.get(name)?.(style, width, height);
}

type Pair = readonly [x: number, y: number];

const polygon = (...points: readonly Pair[]): Point[] => points.map(([x, y]) => point(x, y));

const mirrored = ({ left, right }: LabelOutline): LabelOutline => ({
  left: right?.map(({ x, y }) => point(1 - x, y)),
  right: left?.map(({ x, y }) => point(1 - x, y)),
});

/** The same on both sides of the middle. */
function symmetric(...points: readonly Pair[]): LabelOutline {
  const left = polygon(...points);
  return { left, right: left.map(({ x, y }) => point(1 - x, y)) };
}

const CLOSE_AT_ENDS = (step: number): number => step * step * (3 - 2 * step);

/** Points of a curve at heights that lie closer to each other at its ends, where it is steep. */
const sampled = (count: number, xAt: (height: number) => number, spread = CLOSE_AT_ENDS): Pair[] =>
  Array.from({ length: count - 1 }, (_, index) => {
    const height = spread((index + 1) / count);
    return [xAt(height), height] as const;
  });

type Direction = 'north' | 'east' | 'south' | 'west';

function directionOf(style: Style): Direction {
  const value = style.string('direction', 'east');
  return value === 'north' || value === 'south' || value === 'west' ? value : 'east';
}

const flips = (style: Style): { readonly across: boolean; readonly down: boolean } => ({
  across: style.get('flipH') === '1',
  down: style.get('flipV') === '1',
});

/** How deep a shape's slanting side is, as its `size` says: a length, or a share of the side. */
function depthOf(
  style: Style,
  side: number,
  most: { readonly fixed: number; readonly share: number },
  share: number,
): number {
  const within = (value: number, limit: number): number => Math.max(0, Math.min(limit, value));
  return style.string('fixedSize', '0') !== '0'
    ? within(style.number('size', 20), most.fixed)
    : side * within(style.number('size', share), most.share);
}

const RHOMBUS = symmetric([0, 0], [0.5, 0], [0, 0.5], [0.5, 1], [0, 1]);

const ELLIPSE = symmetric(
  [0, 0],
  [0.5, 0],
  ...sampled(20, (height) => 0.5 * (1 - Math.sqrt(1 - (2 * height - 1) ** 2))),
  [0.5, 1],
  [0, 1],
);

/** A triangle with its apex on that side. Its narrow strips along an edge only join two parts of a polygon. */
const TRIANGLES: Readonly<Record<Direction, LabelOutline>> = {
  north: symmetric([0, 0], [0.5, 0], [0, 1]),
  south: symmetric([0, 1], [0.5, 1], [0, 0]),
  west: {
    left: polygon([0.5, 0], [0, 0], [0, 1], [0.5, 1], [0.5, 0.75], [0, 0.5], [0.5, 0.25]),
    right: polygon([1, 0], [0.5, 0], [0.5, 0.25], [0.999, 0.001], [0.999, 0.999], [0.5, 0.75], [0.5, 1], [1, 1]),
  },
  east: {
    left: polygon([0, 0], [0.5, 0], [0.5, 0.25], [0.001, 0.001], [0.001, 0.999], [0.5, 0.75], [0.5, 1], [0, 1]),
    right: polygon([0.5, 0], [1, 0], [1, 1], [0.5, 1], [0.5, 0.75], [1, 0.5], [0.5, 0.25]),
  },
};

const OPPOSITE: Readonly<Record<Direction, Direction>> = { north: 'south', south: 'north', east: 'west', west: 'east' };

/** A shape turned by a quarter is mirrored along its own axes: its apex changes sides just as a lying one's. */
function triangle(style: Style): LabelOutline {
  const direction = directionOf(style);
  return TRIANGLES[flips(style).across ? OPPOSITE[direction] : direction];
}

function hexagon(style: Style, width: number, height: number): LabelOutline | undefined {
  const direction = directionOf(style);
  const upright = direction === 'north' || direction === 'south';
  const side = upright ? height : width;
  const depth = depthOf(style, side, { fixed: side / 2, share: 1 }, 0.25);
  if (depth > side / 2) return undefined;
  const part = depth / side;
  return upright
    ? symmetric([0, 0], [0.5, 0], [0, part], [0, 1 - part], [0.5, 1], [0, 1])
    : symmetric([0, 0], [part, 0], [0, 0.5], [part, 1], [0, 1]);
}

/** Only shapes that stand as they are drawn have an outline. */
const upright =
  (outlineOf: OutlineOf): OutlineOf =>
  (style, width, height) =>
    style.string('direction', 'east') === 'east' ? outlineOf(style, width, height) : undefined;

const flippable =
  (outlineOf: OutlineOf): OutlineOf =>
  (style, width, height) => {
    const outline = outlineOf(style, width, height);
    return outline && flips(style).across ? mirrored(outline) : outline;
  };

/** A shape whose side slants as deep as the style says, at most by half of the width. */
const slanting =
  (share: number, outlineOf: (part: number, style: Style) => LabelOutline): OutlineOf =>
  (style, width) => {
    const depth = depthOf(style, width, { fixed: width, share: 1 }, share);
    return depth > width / 2 ? undefined : outlineOf(depth / width, style);
  };

const parallelogram = slanting(0.2, (part, style) => {
  const { across, down } = flips(style);
  return across === down
    ? { left: polygon([0, 0], [part, 0], [0, 1]), right: polygon([1, 0], [1, 1], [1 - part, 1]) }
    : { left: polygon([0, 0], [0, 1], [part, 1]), right: polygon([1, 0], [1 - part, 0], [1, 1]) };
});

function trapezoid(style: Style, width: number): LabelOutline {
  const part = depthOf(style, width, { fixed: width / 2, share: 0.5 }, 0.2) / width;
  return flips(style).down ? symmetric([0, 1], [part, 1], [0, 0]) : symmetric([0, 0], [part, 0], [0, 1]);
}

const EVENLY = (step: number): number => step;

const dataStorage = slanting(0.1, (part) => ({
  left: polygon([0, 0], [part, 0], ...sampled(12, (t) => part * (1 - 2 * t) ** 2, EVENLY), [part, 1], [0, 1]),
  right: polygon([1, 0], ...sampled(12, (t) => 1 - 4 * part * t * (1 - t), EVENLY), [1, 1]),
}));

/** The bow of a gate: two quadratic curves from the left corners to the middle of the right side. */
function bow(height: number): number {
  const t = Math.sqrt(2 * Math.min(height, 1 - height));
  return 2 * t - t * t;
}

const BOWED_RIGHT = polygon([0, 0], ...sampled(24, bow), [0, 1], [1, 1], [1, 0]);
const OR: LabelOutline = { left: undefined, right: BOWED_RIGHT };
const XOR: LabelOutline = {
  left: polygon([0, 0], ...sampled(24, (height) => height * (1 - height)), [0, 1]),
  right: BOWED_RIGHT,
};

const step = slanting(0.2, (part) => ({
  left: polygon([0, 0], [part, 0.5], [0, 1]),
  right: polygon([1, 0], [1 - part, 0], [1, 0.5], [1 - part, 1], [1, 1]),
}));

const OUTLINES: ReadonlyMap<string, OutlineOf> = new Map<string, OutlineOf>([
  ['rhombus', () => RHOMBUS],
  ['ellipse', () => ELLIPSE],
  ['triangle', triangle],
  ['hexagon', hexagon],
  ['parallelogram', upright(parallelogram)],
  ['trapezoid', upright(trapezoid)],
  ['dataStorage', upright(flippable(dataStorage))],
  ['or', upright(flippable(() => OR))],
  ['xor', upright(flippable(() => XOR))],
  ['step', upright(flippable(step))],
]);
