/** How far something long has come, on a terminal. */
import type { SingleBar } from 'cli-progress';

export interface Progress {
  /** `total`: of the units counted; 0 where it isn't known. */
  start(doing: string, total: number): void;
  advance(by: number): void;
  stop(): void;
}

export const NO_PROGRESS: Progress = { start() {}, advance() {}, stop() {} };

/** Bars on standard error, where it is a terminal. */
export async function terminalProgress(quiet: boolean): Promise<Progress> {
  if (quiet || !process.stderr.isTTY) return NO_PROGRESS;
  const { SingleBar } = await import('cli-progress');
  let bar: SingleBar | undefined;
  return {
    start(doing, total) {
      const format = total > 0 ? `{bar} {percentage} % ${doing}` : `{value} ${doing}`;
      bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true });
      bar.start(total, 0);
    },
    advance: (by) => bar?.increment(by),
    stop: () => bar?.stop(),
  };
}
