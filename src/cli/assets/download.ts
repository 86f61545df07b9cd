/** Fetches an archive into a file of its own. */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { treeError } from './fileTree.js';
import type { Progress } from './progress.js';

/** draw.io's own archives have 60 to 160 MB. */
const LONGEST_DOWNLOAD = 2 * 1024 ** 3;

/** After so long without a byte a server is given up, ms. */
const PATIENCE = 60_000;

export const isAddress = (source: string): boolean => /^https?:\/\//i.test(source);

export interface Download {
  readonly file: string;
  /** Removes the file. */
  discard(): void;
}

/** Throws FileError where the address gives nothing. */
export async function download(address: string, progress: Progress): Promise<Download> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mxsvg-assets-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const release = onEnd(remove);
  const discard = (): void => {
    release();
    remove();
  };
  const file = path.join(folder, 'archive');
  try {
    await fetchInto(file, address, progress);
    return { file, discard };
  } catch (cause) {
    discard();
    throw treeError(address, `can't be fetched (${reasonOf(cause)})`, cause);
  }
}

/** The signals that end a command, and its exit code then, as shells have it. */
const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

/** Does something before the process ends in the middle. Returns what calls that off. */
function onEnd(action: () => void): () => void {
  const listeners = SIGNALS.map(([signal, code]) => {
    const listener = (): void => {
      action();
      // Who else listens ends the process in its own way.
      if (process.listenerCount(signal) === 1) process.exit(code);
    };
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => {
    for (const release of listeners) release();
  };
}

async function fetchInto(file: string, address: string, progress: Progress): Promise<void> {
  const patience = new AbortController();
  let timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const response = await fetch(address, { signal: patience.signal });
    if (!response.ok || !response.body) throw new Error(`${response.status} ${response.statusText}`.trim());
    const length = Number(response.headers.get('content-length'));
    progress.start('fetched', length);
    let total = 0;
    const counted = new Transform({
      transform(chunk: Uint8Array, _, done) {
        clearTimeout(timer);
        timer = setTimeout(() => patience.abort(), PATIENCE);
        total += chunk.length;
        progress.advance(chunk.length);
        done(total > LONGEST_DOWNLOAD ? new Error('it is too long for an archive of draw.io') : null, chunk);
      },
    });
    await pipeline(Readable.fromWeb(response.body as ReadableStream), counted, createWriteStream(file), {
      signal: patience.signal,
    });
  } finally {
    clearTimeout(timer);
    progress.stop();
  }
}

/** fetch hides the reason in the cause of its error. */
function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error;
  if (name === 'AbortError') return 'the server has not answered for a minute';
  return cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message;
}
