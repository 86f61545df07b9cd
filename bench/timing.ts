/** Times work in this process, once it has been done before, beside the yardstick; through tinybench. */
import { Bench } from 'tinybench';
import { type Timing, timingOf } from './statistics.js';
import { Pace, processorTimeSince } from './yardstick.js';

export interface TimingOptions {
  /** Milliseconds for each kind of work, and how often each is done at least. */
  readonly time: number;
  readonly least: number;
}

/** How long each takes, in their order. Throws what a piece of work throws. */
export async function timeAll(
  works: readonly (() => unknown)[],
  { time, least }: TimingOptions,
): Promise<readonly Timing[]> {
  const bench = new Bench({ time, iterations: least, warmupTime: time / 4, warmupIterations: 1, retainSamples: true });
  const paces = works.map(() => new Pace());
  const processorTimes = works.map((): number[] => []);
  let begun = process.cpuUsage();
  for (const [i, work] of works.entries()) {
    bench.add(
      `${i}`,
      async () => {
        await work();
      },
      {
        beforeEach: () => {
          paces[i]?.keep();
          begun = process.cpuUsage();
        },
        afterEach: () => void processorTimes[i]?.push(processorTimeSince(begun)),
      },
    );
  }
  await bench.run();
  return bench.tasks.map(({ result }, i) => {
    if (result.state === 'errored') throw result.error;
    if (result.state !== 'completed') throw new Error(`A timing ended as ${result.state}.`);
    const timing = timingOf(result.latency.samples ?? []);
    // Without what warmed it up.
    const times = (processorTimes[i] ?? []).slice(-timing.runs);
    const average = times.reduce((sum, time) => sum + time, 0) / times.length;
    return { ...timing, ratio: average / (paces[i]?.processorTime ?? Number.NaN) };
  });
}
