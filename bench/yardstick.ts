/** A piece of work that never changes: what is timed is told in multiples of it, so that machines can be compared. */

const WORDS = Array.from(
  { length: 400 },
  (_, i) => `fill${(i * 7919) % 1000}=#${((i * 104729) % 0xffffff).toString(16)}`,
);

/** Some milliseconds of what drawing does: texts are taken apart and put together, looked up, measured and sorted. */
export function yardstick(): number {
  let length = 0;
  for (let round = 0; round < 10; round++) {
    const found = new Map<string, number>();
    for (const part of WORDS.join(';').split(';')) {
      const at = part.indexOf('=');
      found.set(part.slice(0, at) + (round % 3), Number.parseInt(part.slice(at + 2), 16) / 7);
    }
    const boxes = [...found].map(([name, x]) => ({ name, x, y: Math.sqrt(x) }));
    boxes.sort((a, b) => a.y - b.y);
    length += boxes
      .map(({ name, x, y }) => `<path id="${name}" d="M${x.toFixed(2)} ${y.toFixed(2)}"/>`)
      .join('').length;
  }
  return length;
}

/** How long the yardstick takes while something else is timed. */
export class Pace {
  readonly #samples: number[] = [];
  #processorTime = 0;
  #last = Number.NEGATIVE_INFINITY;

  /** Times it, unless that was done a moment ago. */
  keep(): void {
    const start = performance.now();
    if (start - this.#last < REST) return;
    const begun = process.cpuUsage();
    yardstick();
    this.#processorTime += processorTimeSince(begun);
    this.#last = performance.now();
    this.#samples.push(this.#last - start);
  }

  /** Ms by the clock. */
  get samples(): readonly number[] {
    return this.#samples;
  }

  /** Ms of processors, on average: what else the machine does hardly tells in it. */
  get processorTime(): number {
    return this.#processorTime / this.#samples.length;
  }
}

/** Ms that processors worked for this process. */
export function processorTimeSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** Ms between one timing of it and the next. */
const REST = 100;
