/** Conversions one after the other or on worker threads, with names given in the order of the inputs either way. */
import { availableParallelism } from 'node:os';
import type { MessagePort } from 'node:worker_threads';
import { convert, failureOf, type Outcome, type Task } from './convert.js';
import type { Claim } from './fileNames.js';
import { STANDARD_STREAM, statusOf } from './files.js';
import type { ThreadTask } from './worker.js';

/** Below this many files, starting threads takes longer than they save. */
const WORTH_THREADS = 8;
/** For so long, in milliseconds, the command's own thread gets into its stride; for as long again, its pace is measured. */
const SETTLED = 1000;
/** What threads take to get into theirs, in milliseconds. */
const WARM_UP = 3000;
/** In bytes; a larger file may take long, in which others can be drawn. */
const LARGE = 200_000;

/**
 * Threads wait for work in their event loops. Piscina's own way halts them in between, and then resvg's pictures are never
 * let go: what frees them waits for a turn of the loop.
 */
export const WAITING = { atomics: 'disabled' } as const;

export interface Threads {
  /** The module that a thread runs. */
  readonly worker: URL;
  /** How many; undefined: one a processor, as soon as they are worth it. */
  readonly jobs: number | undefined;
}

/** Converts all, under the names that each may claim, and tells of each in the order of the tasks. */
export async function convertAll(
  tasks: readonly Task[],
  { worker, jobs }: Threads,
  claimFor: (task: Task) => Claim,
  done: (outcome: Outcome) => void,
): Promise<void> {
  const isTime = timeForThreads(tasks, jobs);
  let drawn = 0;
  for (; drawn < tasks.length && !isTime(drawn); drawn++) {
    const task = tasks[drawn] as Task;
    done(await convert(task, claimFor(task)));
  }
  const left = tasks.slice(drawn);
  if (left.length > 0) await convertInThreads(left, worker, jobs ?? availableParallelism(), claimFor, done);
}

/** Whether threads draw the rest sooner, when the command's own has drawn so many. */
function timeForThreads(tasks: readonly Task[], jobs: number | undefined): (drawn: number) => boolean {
  const threads = jobs ?? availableParallelism();
  if (threads < 2 || tasks.length < WORTH_THREADS) return () => false;
  if (jobs !== undefined) return () => true;
  const start = performance.now();
  let settled: { readonly time: number; readonly drawn: number } | undefined;
  return (drawn) => {
    const left = tasks.length - drawn;
    if (left < WORTH_THREADS) return false;
    if ((statusOf((tasks[drawn] as Task).input.file)?.size ?? 0) > LARGE) return true;
    const time = performance.now() - start;
    if (time > SETTLED) settled ??= { time, drawn };
    if (settled === undefined || time - settled.time < SETTLED) return false;
    const pace = (time - settled.time) / (drawn - settled.drawn);
    return pace * left * (1 - 1 / threads) > WARM_UP;
  };
}

async function convertInThreads(
  tasks: readonly Task[],
  worker: URL,
  jobs: number,
  claimFor: (task: Task) => Claim,
  done: (outcome: Outcome) => void,
): Promise<void> {
  const { Piscina } = await import('piscina');
  const threads = Math.min(jobs, tasks.length);
  const pool = new Piscina<ThreadTask, Outcome>({
    ...WAITING,
    filename: worker.href,
    minThreads: threads,
    maxThreads: threads,
  });
  const inOrder = new InOrder(done);
  const queue = new Queue();
  const left = tasks.entries();
  // Each has a thread for itself: one that waited for a thread would let those wait that come after it.
  const drawInTurn = async (): Promise<void> => {
    for (const [place, task] of left) {
      const outcome = await queue.enter(claimFor(task), (claim) =>
        // Standard input belongs to the command's own thread.
        task.input.file === STANDARD_STREAM ? convert(task, claim) : convertInThread(pool, task, claim),
      );
      inOrder.give(place, outcome);
    }
  };
  try {
    await Promise.all(Array.from({ length: threads }, drawInTurn));
  } finally {
    await pool.close();
  }
}

/** Passes on what comes in any order in the order of its places, from 0. */
class InOrder<T> {
  readonly #waiting = new Map<number, T>();
  #next = 0;

  constructor(readonly pass: (value: T) => void) {}

  give(place: number, value: T): void {
    this.#waiting.set(place, value);
    for (let next = this.#waiting.get(this.#next); next !== undefined; next = this.#waiting.get(this.#next)) {
      this.#waiting.delete(this.#next);
      this.#next += 1;
      this.pass(next);
    }
  }
}

async function convertInThread(
  pool: { run(task: ThreadTask, options: { transferList: [MessagePort] }): Promise<Outcome> },
  task: Task,
  claim: Claim,
): Promise<Outcome> {
  const { MessageChannel } = await import('node:worker_threads');
  const { port1, port2 } = new MessageChannel();
  port1.on('message', (wanted: readonly string[]) => {
    void claim(wanted).then((claimed) => port1.postMessage(claimed));
  });
  try {
    return await pool.run({ task, port: port2 }, { transferList: [port2] });
  } catch (error) {
    // The thread came to an end over it: the others go on.
    return { input: task.input.file, written: [], diagnostics: [], renamed: [], failure: failureOf(error) };
  } finally {
    port1.close();
  }
}

/** Lets each claim names only when all before it have claimed theirs, or have ended without. */
class Queue {
  #last: Promise<void> = Promise.resolve();

  async enter<T>(claim: Claim, act: (claim: Claim) => Promise<T>): Promise<T> {
    const before = this.#last;
    let leave: () => void = () => {};
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    this.#last = before.then(() => left);
    try {
      return await act(async (wanted) => {
        await before;
        const claimed = await claim(wanted);
        leave();
        return claimed;
      });
    } finally {
      leave();
    }
  }
}
