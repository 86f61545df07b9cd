/** Stretches of a line, found by place: those that reach into a stretch, without looking at all of them. */
import { largest } from '../primitives/lists.js';

/** Neighbours that are passed over at once, where none of them reaches far enough. */
const FAN = 8;

/** A list of stretches in the order of their beginnings; to add one and to look one up takes the logarithm of their number. */
export class Spans<T> {
  readonly #items: T[] = [];
  readonly #starts: number[] = [];
  /** The farthest ends: of each stretch, then of each FAN of what stands in the list before. */
  readonly #ends: number[][] = [[]];

  /** The stretches of items, in any order. */
  static of<T>(items: readonly T[], extent: (item: T) => readonly [start: number, end: number]): Spans<T> {
    const spans = new Spans<T>();
    const sorted = items.map((item) => ({ item, extent: extent(item) })).sort((a, b) => a.extent[0] - b.extent[0]);
    for (const {
      item,
      extent: [start, end],
    } of sorted)
      spans.add(item, start, end);
    return spans;
  }

  get size(): number {
    return this.#items.length;
  }

  /** Adds a stretch that doesn't begin before those that are there. */
  add(item: T, start: number, end: number): void {
    let index = this.#items.push(item) - 1;
    this.#starts.push(start);
    for (let level = 0; ; level++) {
      const ends = this.#ends[level] as number[];
      if (index < ends.length) ends[index] = Math.max(ends[index] as number, end);
      else ends.push(end);
      if (ends.length === 1) return;
      index = Math.floor(index / FAN);
      if (level + 1 === this.#ends.length) this.#ends.push([largest(ends)]);
    }
  }

  /** The items that begin before `end` and end after `start`, in the order of the list. */
  *between(start: number, end: number): Generator<T> {
    const count = firstFrom(this.#starts, end);
    for (let index = 0; index < count; ) {
      const level = this.#passedOver(index, start);
      if (level < 0) yield this.#items[index++] as T;
      else index = (Math.floor(index / FAN ** level) + 1) * FAN ** level;
    }
  }

  /** The highest level on which what begins at an item ends before `start`; -1 where the item itself reaches past it. */
  #passedOver(index: number, start: number): number {
    let level = -1;
    for (let above = 0; above < this.#ends.length && index % FAN ** above === 0; above++) {
      if (((this.#ends[above] as number[])[index / FAN ** above] as number) > start) break;
      level = above;
    }
    return level;
  }
}

/** The index of the first of numbers in ascending order that isn't less than a value. */
const firstFrom = (sorted: readonly number[], value: number): number => countWhile(sorted, (each) => each < value);

/** The index of the first of numbers in ascending order that is greater than a value. */
export const firstAbove = (sorted: readonly number[], value: number): number =>
  countWhile(sorted, (each) => each <= value);

/** How many of the first values something holds for, which holds for none behind them. */
function countWhile(sorted: readonly number[], holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
