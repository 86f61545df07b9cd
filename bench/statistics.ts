/** Medians and percentiles of timings, in milliseconds. */

export interface Timing {
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
  /** In multiples of a yardstick's time, taken in between; undefined where none was. */
  readonly ratio?: number;
}

/** `yardsticks`: how long the yardstick took meanwhile. */
export function timingOf(samples: readonly number[], yardsticks: readonly number[] = []): Timing {
  const median = quantile(samples, 0.5);
  const timing = { median, p95: quantile(samples, 0.95), runs: samples.length };
  return yardsticks.length === 0 ? timing : { ...timing, ratio: median / quantile(yardsticks, 0.5) };
}

function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
