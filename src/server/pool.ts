/** The drawing threads: each draws one picture at a time, and one that takes too long is replaced. */
import { once } from 'node:events';
import type { Piscina } from 'piscina';
import { Refusal } from './refusal.js';

export interface PoolSettings {
  readonly threads: number;
  /** How many drawings may wait for a thread. */
  readonly mostWaiting: number;
  /** How long a drawing may take, ms. */
  readonly patience: number;
}

interface Waiting<Task, Result> {
  readonly task: Task;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/** `threads` is made to run as many at a time as the settings say. */
export class DrawingPool<Task, Result> {
  readonly #waiting: Waiting<Task, Result>[] = [];
  #first = 0;
  #running = 0;
  #replaced = 0;

  constructor(
    readonly threads: Piscina<Task, Result>,
    readonly settings: PoolSettings,
  ) {}

  /** How many drawings wait for a thread. */
  get waiting(): number {
    return this.#waiting.length - this.#first;
  }

  get running(): number {
    return this.#running;
  }

  /** How many threads were given up: over a drawing that came to no end, or filled the memory. */
  get replaced(): number {
    return this.#replaced;
  }

  /**
   * What a task gives, as soon as a thread has drawn it. Throws Refusal 'busy' where too many wait, 'timeout', 'lost' where
   * the thread ended over it, and what the thread threw. `ahead` puts it before all that wait, however many.
   */
  run(task: Task, ahead = false): Promise<Result> {
    const isFull = this.#running >= this.settings.threads && this.waiting >= this.settings.mostWaiting;
    if (isFull && !ahead) {
      return Promise.reject(new Refusal('busy', 'busy', 'Too many drawings wait: ask again later.'));
    }
    return new Promise((resolve, reject) => {
      const entry = { task, resolve, reject };
      if (ahead) this.#waiting.splice(this.#first, 0, entry);
      else this.#waiting.push(entry);
      this.#next();
    });
  }

  #next(): void {
    while (this.#running < this.settings.threads) {
      const entry = this.#take();
      if (entry === undefined) return;
      this.#running += 1;
      void this.#draw(entry).finally(() => {
        this.#running -= 1;
        this.#next();
      });
    }
  }

  /** The one that waits longest. What was taken is let go now and then, and not each time. */
  #take(): Waiting<Task, Result> | undefined {
    const entry = this.#waiting[this.#first];
    if (entry === undefined) return undefined;
    this.#first += 1;
    if (this.#first * 2 > this.#waiting.length) {
      this.#waiting.splice(0, this.#first);
      this.#first = 0;
    }
    return entry;
  }

  async #draw({ task, resolve, reject }: Waiting<Task, Result>): Promise<void> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), this.settings.patience);
    try {
      resolve(await this.threads.run(task, { signal: limit.signal }));
      return;
    } catch (error) {
      reject(this.#refusalOf(error, limit.signal.aborted));
      if (!limit.signal.aborted && !isEndOfThread(error)) return;
    } finally {
      clearTimeout(timer);
    }
    this.#replaced += 1;
    // The next drawing's time is not to be taken up by the start of its thread.
    await once(this.threads, 'workerCreate');
  }

  #refusalOf(error: unknown, isTimeout: boolean): unknown {
    const { patience } = this.settings;
    if (isTimeout) {
      return new Refusal('timeout', 'timeout', `Timeout error: convert took more than ${patience}ms`, { cause: error });
    }
    if (!isEndOfThread(error)) return error;
    return new Refusal('lost', 'lost', 'The drawing thread came to its end over the diagram.', { cause: error });
  }
}

const isEndOfThread = (error: unknown): boolean =>
  error instanceof Error &&
  ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ||
    error.message.startsWith('worker exited with code'));
