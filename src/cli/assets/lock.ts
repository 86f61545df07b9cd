/** Lets one command at a time change what is added: each reads the list, changes it and writes it anew. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { explain, FileError, statusOf } from '../files.js';

/** Its being there is the lock. */
export const LOCK = 'packs.lock';

/** Between two looks, ms. */
const INTERVAL = 20;

/** What is done under the lock takes a fraction of it: an older one was left by a command that was killed. */
const LEFT_BEHIND_MS = 20_000;

/** A clock of another machine may never let it grow old. */
const PATIENCE_MS = 60_000;

/** The folder must be there. Throws FileError where the lock can't be had. */
export async function whileLocked<T>(folder: string, action: () => Promise<T>): Promise<T> {
  const file = path.join(folder, LOCK);
  const start = Date.now();
  while (!take(file)) {
    const since = statusOf(file)?.mtimeMs;
    if (since !== undefined && Date.now() - since > LEFT_BEHIND_MS) rmSync(file, { force: true });
    else if (Date.now() - start > PATIENCE_MS) {
      throw new FileError(`${folder}: another command is changing it; if there is none, remove ${file}.`);
    } else await wait(INTERVAL);
  }
  try {
    return await action();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Whether it was free. */
function take(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new FileError(`${path.dirname(file)}: ${explain(cause, 'written')}`, { cause });
  }
}
