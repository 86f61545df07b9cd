/** A file that is being written: it appears whole or not at all. */
import type { Stats } from 'node:fs';
import { chmod, type FileHandle, open, realpath, rename, unlink } from 'node:fs/promises';
import path from 'node:path';

interface Opened {
  readonly handle: FileHandle;
  readonly target: string;
  /** What stands for the target until it is whole; undefined where that is written to directly. */
  readonly temporary: string | undefined;
}

/**
 * Takes a file's content in parts, beside its place, and renames it in the end. What isn't a regular file (a device, a
 * pipe) is written to directly, and a reader that went away is no failure. Nothing is opened before the first part.
 */
export class OutputFile {
  #opened: Opened | undefined;

  /** `existing`: what stands there now. */
  constructor(
    readonly file: string,
    readonly existing: Stats | undefined,
  ) {}

  async append(content: string | Uint8Array): Promise<void> {
    this.#opened ??= await this.#open();
    const { handle, temporary } = this.#opened;
    await handle.appendFile(content).catch((error: NodeJS.ErrnoException) => {
      if (temporary !== undefined || error.code !== 'EPIPE') throw error;
    });
  }

  /** The file stands in its place. */
  async finish(): Promise<void> {
    if (this.#opened === undefined) return;
    const { handle, target, temporary } = this.#opened;
    await handle.close();
    if (temporary === undefined) return;
    if (this.existing !== undefined) await chmod(temporary, this.existing.mode);
    await rename(temporary, target);
  }

  /** Nothing is left of what was begun. */
  async abandon(): Promise<void> {
    if (this.#opened === undefined) return;
    const { handle, temporary } = this.#opened;
    // It may be closed already, or gone; the first error is the one to tell.
    await handle.close().catch(() => {});
    if (temporary !== undefined) await unlink(temporary).catch(() => {});
  }

  async #open(): Promise<Opened> {
    const { file, existing } = this;
    if (existing !== undefined && !existing.isFile()) {
      return { handle: await open(file, 'w'), target: file, temporary: undefined };
    }
    // A symbolic link stays one: the file it names is replaced.
    const target = existing === undefined ? file : await realpath(file);
    // Several machines, or containers, may write into one folder.
    const temporary = path.join(
      path.dirname(target),
      `.mxsvg-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`,
    );
    return { handle: await open(temporary, 'wx'), target, temporary };
  }
}
