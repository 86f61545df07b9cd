/** One drawing for all who ask for the same at nearly the same time. */
import { createHash } from 'node:crypto';
import type { Drawn, Job, Undrawn } from './drawingJob.js';

type Result = Drawn | Undrawn;

export interface SharingSettings {
  /** ms that a drawing is given to who asks for the same again; 0: only while it is drawn. */
  readonly time: number;
  /** Bytes of pictures that are kept at most. */
  readonly mostBytes: number;
}

interface Kept {
  readonly result: Promise<Result>;
  /** When it is let go, ms; undefined while it is drawn. */
  until?: number;
  bytes: number;
}

export class SharedAnswers {
  /** In the order in which they were begun. */
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  constructor(
    readonly draw: (job: Job) => Promise<Result>,
    readonly settings: SharingSettings,
  ) {}

  /** How many drawings are kept, or under way. */
  get size(): number {
    return this.#kept.size;
  }

  /** What a job gives. Throws as drawing does. */
  get(job: Job): Promise<Result> {
    this.#letGo();
    const key = keyOf(job);
    const kept = this.#kept.get(key);
    if (kept) return kept.result;
    const entry: Kept = { result: this.draw(job), bytes: 0 };
    this.#kept.set(key, entry);
    entry.result.then(
      (result) => this.#keep(key, entry, result),
      () => this.#kept.delete(key),
    );
    return entry.result;
  }

  #keep(key: string, entry: Kept, result: Result): void {
    entry.bytes = result.kind === 'drawn' ? result.body.length : 0;
    if (this.settings.time === 0 || entry.bytes > this.settings.mostBytes) {
      this.#kept.delete(key);
      return;
    }
    entry.until = performance.now() + this.settings.time;
    this.#bytes += entry.bytes;
    this.#letGo();
  }

  /** Lets go what was kept for its time, and of the rest the oldest where it is too much. */
  #letGo(): void {
    const now = performance.now();
    for (const [key, { until, bytes }] of this.#kept) {
      if (until === undefined) continue;
      if (until > now && this.#bytes <= this.settings.mostBytes) return;
      this.#kept.delete(key);
      this.#bytes -= bytes;
    }
  }
}

/** The same for the same job alone. */
function keyOf(job: Job): string {
  const bytes = 'source' in job ? job.source : 'body' in job ? job.body : undefined;
  const words = JSON.stringify({ ...job, source: undefined, body: undefined });
  const hash = createHash('sha256').update(`${words.length} ${words}`);
  return (bytes ? hash.update(bytes) : hash).digest('base64');
}
