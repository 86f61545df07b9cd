/** Floating boxes: where they stand in their formatting context, and what room they leave for lines beside them. */
import { firstAbove, Spans } from '../geometry/spans.js';
import {
  excludedInterval,
  type FloatShape,
  type Interval,
  type ShapeExclusion,
  shapeExclusion,
} from '../html/floatShape.js';
import { floorUnit } from '../html/layoutUnits.js';

interface PlacedFloat {
  readonly side: 'left' | 'right';
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** What lines keep clear of, where that is less than its box. */
  readonly shape: ShapeExclusion | undefined;
}

/** What counts as the height of a line without one, px. */
const LEAST_HEIGHT = 1e-3;

/** The floats of one block formatting context, in the frame of its content box. */
export class FloatArea {
  /** None begins above one before it. */
  readonly #floats = new Spans<PlacedFloat>();
  /** Their lower edges, in ascending order. */
  readonly #bottoms: number[] = [];
  readonly #lowest = { left: 0, right: 0 };
  #lastTop = Number.NEGATIVE_INFINITY;
  #hasShapes = false;

  constructor(readonly width: number) {}

  get isEmpty(): boolean {
    return this.#bottoms.length === 0;
  }

  /** Whether lines flow along the outlines of floats. */
  get hasShapes(): boolean {
    return this.#hasShapes;
  }

  /** What floats leave of a line at a height: as far as their shapes reach, where they have some. */
  lineRoom(top: number, height: number): Interval {
    let left = 0;
    let right = this.width;
    for (const float of this.#floats.between(top, top + height)) {
      const taken = float.shape
        ? shapeExtent(float, float.shape, top, height)
        : { left: float.x, right: float.x + float.width };
      if (!taken) continue;
      if (float.side === 'left') left = Math.max(left, taken.right);
      else right = Math.min(right, taken.left);
    }
    return { left, right: Math.max(left, right) };
  }

  /** How far floats reach into the area from a side, over a stretch of its height. */
  reach(side: 'left' | 'right', top: number, height: number): number {
    return this.#reaches(top, height)[side];
  }

  #reaches(top: number, height: number): { readonly left: number; readonly right: number } {
    const reaches = { left: 0, right: 0 };
    for (const { side, width } of this.#floats.between(top, top + Math.max(height, LEAST_HEIGHT))) {
      reaches[side] += width;
    }
    return reaches;
  }

  /** The lowest edge of the floats on a side, or on both. */
  bottom(side: 'left' | 'right' | 'both'): number {
    const { left, right } = this.#lowest;
    return side === 'both' ? Math.max(left, right) : this.#lowest[side];
  }

  /** The next lower edge of a float below `y`; undefined where there is none. */
  nextBottom(y: number): number | undefined {
    return this.#bottoms[firstAbove(this.#bottoms, y)];
  }

  /** Places a float at `top` or, where it finds no room beside others, below them; gives its top left corner. */
  place(
    side: 'left' | 'right',
    width: number,
    height: number,
    top: number,
    shape?: FloatShape,
  ): { readonly x: number; readonly y: number } {
    let y = Math.max(top, this.#lastTop);
    for (let edge = this.nextBottom(y); edge !== undefined; edge = this.nextBottom(y)) {
      const { left, right } = this.#reaches(y, height);
      if (left + right + width <= this.width) break;
      y = edge;
    }
    const reach = this.reach(side, y, height);
    const x = side === 'left' ? reach : this.width - reach - width;
    this.#add({ side, x, width, top: y, bottom: y + height, shape: shape && shapeExclusion(shape) });
    return { x, y };
  }

  #add(float: PlacedFloat): void {
    const { side, top, bottom, shape } = float;
    this.#floats.add(float, top, bottom);
    this.#bottoms.splice(firstAbove(this.#bottoms, bottom), 0, bottom);
    this.#lowest[side] = Math.max(this.#lowest[side], bottom);
    this.#lastTop = top;
    this.#hasShapes ||= shape !== undefined;
  }
}

/** What a float's shape takes of a line, within the float's own box. */
function shapeExtent(
  { x, width, top: floatTop, bottom }: PlacedFloat,
  shape: ShapeExclusion,
  top: number,
  height: number,
): Interval | undefined {
  const taken = excludedInterval(shape, top - floatTop, Math.min(height, bottom - floatTop));
  if (!taken) return undefined;
  const within = (offset: number): number => x + Math.max(0, Math.min(width, floorUnit(offset)));
  return { left: within(taken.left), right: within(taken.right) };
}

/** A box's content box in the frame of the area that its floats belong to. */
export interface FloatFrame {
  readonly area: FloatArea;
  readonly x: number;
  readonly y: number;
}
