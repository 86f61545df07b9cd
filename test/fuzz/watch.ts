/** Watches processes that try inputs: what takes too long or dies is a finding, and the rest goes on behind it. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export interface FuzzOptions {
  readonly seed: number;
  readonly count: number;
  /** Seconds of the whole run; what isn't tried by then stays untried. */
  readonly time: number;
  readonly jobs: number;
  /** Seconds that one input may take. */
  readonly inputTime: number;
  /** MiB of heap that a process has. */
  readonly memory: number;
}

export interface Found {
  readonly index: number;
  readonly story: string;
  readonly cause: string;
  readonly detail: string;
}

export interface FuzzResult {
  readonly tried: number;
  readonly found: readonly Found[];
  /** The longest that an input took, ms, and which it was. */
  readonly slowest: { readonly index: number; readonly milliseconds: number };
}

/** Tries inputs in several processes. */
export async function fuzz(options: FuzzOptions, tell: (found: Found) => void): Promise<FuzzResult> {
  const deadline = Date.now() + options.time * 1000;
  const lanes = Array.from({ length: options.jobs }, (_, lane) => new Lane(lane, options, deadline, tell));
  await Promise.all(lanes.map((lane) => lane.run()));
  return {
    tried: lanes.reduce((sum, { tried }) => sum + tried, 0),
    found: lanes.flatMap(({ found }) => found),
    slowest: lanes.map(({ slowest }) => slowest).reduce((a, b) => (b.milliseconds > a.milliseconds ? b : a)),
  };
}

/** Every n-th input, tried by one process after the other: a new one where the last was ended by an input. */
class Lane {
  tried = 0;
  readonly found: Found[] = [];
  slowest = { index: -1, milliseconds: 0 };
  #index = -1;
  #started = 0;

  constructor(
    readonly lane: number,
    readonly options: FuzzOptions,
    readonly deadline: number,
    readonly tell: (found: Found) => void,
  ) {}

  async run(): Promise<void> {
    let next = this.lane;
    while (next < this.options.count && Date.now() < this.deadline) next = await this.#runFrom(next);
  }

  /** Tries inputs until the end or until one ends the process; returns the next index. */
  async #runFrom(first: number): Promise<number> {
    const { seed, jobs, count, inputTime, memory } = this.options;
    const script = path.join(import.meta.dirname, 'child.ts');
    const flags = ['--import', 'tsx', `--max-old-space-size=${memory}`];
    const numbers = [seed, first, jobs, count].map(String);
    const child = spawn(process.execPath, [...flags, script, ...numbers], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    let verdict = '';
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-4000);
    });
    let done = false;
    this.#index = -1;
    this.#started = Date.now();
    const lines = createInterface({ input: child.stdio[3] as Readable });
    lines.on('line', (line) => {
      if (line === 'done') done = true;
      else this.#note(line);
    });
    const watch = setInterval(() => {
      // Starting a process takes a while.
      const allowed = this.#index < 0 ? 60 : inputTime;
      if (Date.now() - this.#started > allowed * 1000) verdict = `no end within ${allowed} s`;
      if (verdict || Date.now() > this.deadline) child.kill('SIGKILL');
    }, 100);
    const code = await ended(child);
    clearInterval(watch);
    if (done) this.#finish();
    if (done || (!verdict && Date.now() > this.deadline)) return this.options.count;
    if (this.#index < 0) throw new Error(`no input was tried: ${complaint || `exit code ${code}`}`);
    const heap = /heap out of memory|Allocation failed/.test(complaint)
      ? `the heap of ${memory} MiB is full`
      : undefined;
    this.#report({
      index: this.#index,
      story: '',
      cause:
        verdict ||
        heap ||
        `the process ended with ${code}: ${/^.*(?:panicked|Error|fatal).*$/im.exec(complaint)?.[0] ?? ''}`,
      detail: complaint,
    });
    return this.#index + jobs;
  }

  #note(line: string): void {
    if (line.startsWith('start ')) {
      this.#finish();
      this.#index = Number(line.slice(6));
      this.#started = Date.now();
      this.tried += 1;
    } else if (line.startsWith('found ')) this.#report(JSON.parse(line.slice(6)) as Found);
  }

  #finish(): void {
    const milliseconds = Date.now() - this.#started;
    if (this.#index >= 0 && milliseconds > this.slowest.milliseconds)
      this.slowest = { index: this.#index, milliseconds };
  }

  #report(found: Found): void {
    this.found.push(found);
    this.tell(found);
  }
}

const ended = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => child.on('close', (code, signal) => resolve(`${signal ?? code}`)));
