/** Processes that try cases: what takes too long or dies is a finding, and another process goes on. */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Request } from './child.js';
import type { Verdict } from './judge.js';

export interface PoolOptions {
  /** Seconds that a case may take by the clock. */
  readonly patience: number;
  /** MiB of heap that a process has. */
  readonly heap: number;
}

/** One process at a time: a new one where the last was ended by a case. */
export class Lane {
  #child: ChildProcess | undefined;
  #complaint = '';

  constructor(
    readonly options: PoolOptions,
    readonly script = path.join(import.meta.dirname, 'child.ts'),
  ) {}

  /** What came of a case, also where the process came to an end over it. */
  async try(request: Request): Promise<Verdict> {
    this.#child ??= await this.#start();
    const child = this.#child;
    const started = performance.now();
    return new Promise((resolve) => {
      const { patience } = this.options;
      let isLate = false;
      const watch = setTimeout(() => {
        isLate = true;
        child.kill('SIGKILL');
      }, patience * 1000);
      const settle = (verdict: Verdict): void => {
        clearTimeout(watch);
        child.off('message', settle);
        child.off('close', onClose);
        resolve(verdict);
      };
      const onClose = (code: number | null, signal: string | null): void => {
        this.#child = undefined;
        const cause = isLate ? `no end within ${patience} s` : this.#ending(`${signal ?? code}`);
        const seconds = (performance.now() - started) / 1000;
        settle({ outcome: '', seconds, finding: { oracle: 'end', cause, detail: this.#complaint } });
      };
      child.on('message', settle);
      child.on('close', onClose);
      child.send(request);
    });
  }

  async close(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    // It closes its browser and ends; a signal would be the browser's alone.
    child.send({ kind: 'end' } satisfies Request);
    const watch = setTimeout(() => child.kill('SIGKILL'), this.options.patience * 1000);
    await ended;
    clearTimeout(watch);
  }

  #start(): Promise<ChildProcess> {
    const child = fork(this.script, {
      // Much is made and thrown away: a larger nursery halves the collector's work.
      execArgv: ['--import', 'tsx', `--max-old-space-size=${this.options.heap}`, '--max-semi-space-size=32'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
      // Dates in diagrams are written in the local time zone.
      env: { ...process.env, TZ: 'UTC' },
    });
    this.#complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      this.#complaint = (this.#complaint + chunk.toString()).slice(-4000);
    });
    return new Promise((resolve, reject) => {
      child.once('close', () => reject(new Error(`no process could be started: ${this.#complaint}`)));
      child.once('message', () => {
        child.removeAllListeners('close');
        child.once('close', () => {
          if (this.#child === child) this.#child = undefined;
        });
        resolve(child);
      });
    });
  }

  #ending(code: string): string {
    if (/heap out of memory|Allocation failed/.test(this.#complaint)) {
      return `the heap of ${this.options.heap} MiB is full`;
    }
    return `the process ended with ${code}: ${/^.*(?:panicked|Error|fatal).*$/im.exec(this.#complaint)?.[0] ?? ''}`;
  }
}
