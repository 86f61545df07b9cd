/** The bars on the lifelines of a ZenUML diagram, each on those of what goes on around it, and the ends of lines on them. */
import { rect, right } from '../../geometry/plane.js';
import { BAR_SIDE, BAR_WIDTH, type Columns } from './zenumlColumns.js';
import type { Bar, LineEnd } from './zenumlPicture.js';

export class ZenumlBars {
  /** All that there are, an outer one before those on it. */
  readonly all: Bar[] = [];
  readonly #columns: Columns;
  /** Those that there are at a moment, by their participants. */
  readonly #open = new Map<string, readonly Bar[]>();

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** How many there are on a lifeline now. */
  depth(participant: string): number {
    return this.#open.get(participant)?.length ?? 0;
  }

  /** A new one on those that there are, until `meanwhile` ends. */
  add(participant: string, y: number, height: number, meanwhile: (bar: Bar) => void): void {
    const open = this.#open.get(participant) ?? [];
    const x = this.#columns.center(participant) + (open.length - 1) * BAR_SIDE;
    const bar: Bar = { participant, box: rect(x, y, BAR_WIDTH, height) };
    this.all.push(bar);
    this.#open.set(participant, [...open, bar]);
    meanwhile(bar);
    this.#open.set(participant, open);
  }

  /** An end of a line at a lifeline: on a bar, on the last or the first one that there is, or on the lifeline itself. */
  end(participant: string, isOnRight: boolean, which: 'first' | 'last' | Bar): LineEnd {
    const open = this.#open.get(participant) ?? [];
    const bar = typeof which === 'object' ? which : which === 'first' ? open[0] : open.at(-1);
    if (!bar) return { participant, bar, x: this.#columns.center(participant) + 0.5 };
    return { participant, bar, x: isOnRight ? right(bar.box) - 1 : bar.box.x + 1 };
  }

  /** Where Mermaid has a line leave all the bars of a lifeline. */
  side(participant: string, isOnRight: boolean): number {
    const [center, depth] = [this.#columns.center(participant), this.depth(participant)];
    if (depth === 0) return center;
    return isOnRight ? center + depth * BAR_SIDE : center + (depth - 2) * BAR_SIDE;
  }
}
