/** Floating boxes: where they stand in their formatting context, and what room they leave for lines beside them. */
import { excludedInterval, type FloatShape, type Interval, type ShapeExclusion, shapeExclusion } from './floatShape.js';
import { floorUnit } from './units.js';

interface PlacedFloat {
  readonly side: 'left' | 'right';
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** What lines keep clear of, where that is less than its box. */
  readonly shape: ShapeExclusion | undefined;
}

/** The floats of one block formatting context, in the frame of its content box. */
export class FloatArea {
  readonly #floats: PlacedFloat[] = [];

  constructor(readonly width: number) {}

  get isEmpty(): boolean {
    return this.#floats.length === 0;
  }

  /** Whether lines flow along the outlines of floats. */
  get hasShapes(): boolean {
    return this.#floats.some(({ shape }) => shape !== undefined);
  }

  /** What floats leave of a line at a height: as far as their shapes reach, where they have some. */
  lineRoom(top: number, height: number): Interval {
    let left = 0;
    let right = this.width;
    for (const float of this.#floats) {
      if (top >= float.bottom || top + height <= float.top) continue;
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
    let reach = 0;
    for (const float of this.#floats) {
      if (float.side === side && float.top < top + Math.max(height, 1e-3) && float.bottom > top) reach += float.width;
    }
    return reach;
  }

  /** The lowest edge of the floats on a side, or on both. */
  bottom(side: 'left' | 'right' | 'both'): number {
    let lowest = 0;
    for (const float of this.#floats)
      if (side === 'both' || float.side === side) lowest = Math.max(lowest, float.bottom);
    return lowest;
  }

  /** The next lower edge of a float below `y`; undefined where there is none. */
  nextBottom(y: number): number | undefined {
    const edges = this.#floats.map(({ bottom }) => bottom).filter((bottom) => bottom > y);
    return edges.length === 0 ? undefined : Math.min(...edges);
  }

  /** Places a float at `top` or, where it finds no room beside others, below them; gives its top left corner. */
  place(
    side: 'left' | 'right',
    width: number,
    height: number,
    top: number,
    shape?: FloatShape,
  ): { readonly x: number; readonly y: number } {
    let y = Math.max(top, ...this.#floats.map((float) => float.top));
    for (const edge of this.#floats.map((float) => float.bottom).sort((a, b) => a - b)) {
      if (this.reach('left', y, height) + this.reach('right', y, height) + width <= this.width) break;
      y = Math.max(y, edge);
    }
    const reach = this.reach(side, y, height);
    const x = side === 'left' ? reach : this.width - reach - width;
    this.#floats.push({ side, x, width, top: y, bottom: y + height, shape: shape && shapeExclusion(shape) });
    return { x, y };
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
