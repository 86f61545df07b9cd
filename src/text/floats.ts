/** Floating boxes: where they stand in their formatting context, and what room they leave for lines beside them. */

interface PlacedFloat {
  readonly side: 'left' | 'right';
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** The floats of one block formatting context, in the frame of its content box. */
export class FloatArea {
  readonly #floats: PlacedFloat[] = [];

  constructor(readonly width: number) {}

  get isEmpty(): boolean {
    return this.#floats.length === 0;
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
  ): { readonly x: number; readonly y: number } {
    let y = Math.max(top, ...this.#floats.map((float) => float.top));
    for (const edge of this.#floats.map((float) => float.bottom).sort((a, b) => a - b)) {
      if (this.reach('left', y, height) + this.reach('right', y, height) + width <= this.width) break;
      y = Math.max(y, edge);
    }
    const reach = this.reach(side, y, height);
    this.#floats.push({ side, width, top: y, bottom: y + height });
    return { x: side === 'left' ? reach : this.width - reach - width, y };
  }
}

/** A box's content box in the frame of the area that its floats belong to. */
export interface FloatFrame {
  readonly area: FloatArea;
  readonly x: number;
  readonly y: number;
}
