/** Scales of charts' axes: where a number or a name stands, and which numbers are marked. */

/** Two ends, px. */
export type Range = readonly [start: number, end: number];

export interface Scale {
  /** What is written at the axis, in its order. */
  readonly ticks: readonly string[];
  /** Px; undefined for what the scale doesn't know. */
  placeOf(value: string | number): number | undefined;
}

/** About so many marks an axis has. */
const TICKS = 10;

/** A scale of numbers from one end to the other, which may be the greater one. */
export function linearScale(domain: Range, [start, end]: Range): Scale {
  const [from, to] = domain;
  return {
    ticks: ticksOf(domain).map(String),
    placeOf(value) {
      const number = Number(value);
      if (Number.isNaN(number)) return undefined;
      // With one number alone, all stand in the middle.
      return start + (to === from ? 0.5 : (number - from) / (to - from)) * (end - start);
    },
  };
}

/** Names at equal distances from one end to the other; one alone stands in the middle. */
export function bandScale(categories: readonly string[], [start, end]: Range): Scale {
  const indexes = new Map([...new Set(categories)].map((name, index) => [name, index]));
  const step = (end - start) / Math.max(1, indexes.size - 1);
  return {
    ticks: categories,
    placeOf(value) {
      const index = indexes.get(String(value));
      if (index === undefined) return undefined;
      return indexes.size === 1 ? (start + end) / 2 : start + index * step;
    },
  };
}

/** Numbers of the domain at steps of 1, 2 or 5 times a power of ten. */
function ticksOf([from, to]: Range): readonly number[] {
  if (from === to) return [from];
  const isReversed = to < from;
  const [low, high] = isReversed ? [to, from] : [from, to];
  const step = stepOf((high - low) / TICKS);
  // Whole divisors keep what is written short: 3 / 10, not 3 × 0.1.
  const at = (count: number): number => (step >= 1 ? count * step : count / Math.round(1 / step));
  let first = Math.round(low / step);
  if (at(first) < low) first++;
  let last = Math.round(high / step);
  if (at(last) > high) last--;
  const count = Math.max(0, Math.min(2 * TICKS, last - first + 1));
  const ticks = Array.from({ length: count }, (_, index) => at(first + index) + 0);
  return isReversed ? ticks.reverse() : ticks;
}

/** The nearest of the steps to a distance, as a ratio. */
function stepOf(distance: number): number {
  const power = Math.floor(Math.log10(distance));
  const ratio = distance / 10 ** power;
  const factor = ratio >= Math.sqrt(50) ? 10 : ratio >= Math.sqrt(10) ? 5 : ratio >= Math.sqrt(2) ? 2 : 1;
  return power < 0 ? factor / 10 ** -power : factor * 10 ** power;
}
