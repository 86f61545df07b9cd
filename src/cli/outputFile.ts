/** A file that is being written: it appears whole or not at all. */
import {
  appendFileSync,
  chmodSync,
  closeSync,
  openSync,
  realpathSync,
  renameSync,
  type Stats,
  unlinkSync,
} from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';

/** A regular file, for which nobody has to wait. */
interface Beside {
  readonly descriptor: number;
  readonly target: string;
  /** What stands for the target until it is whole. */
  readonly temporary: string;
}

/** What isn't a regular file: one at the other end may let it wait. */
interface Device {
  readonly handle: FileHandle;
}

/**
 * Takes a file's content in parts, beside its place, and renames it in the end. What isn't a regular file (a device, a
 * pipe) is written to directly, and a reader that went away is no failure. Nothing is opened before the first part.
 */
export class OutputFile {
  #opened: Beside | Device | undefined;

  /** `existing`: what stands there now. */
  constructor(
    readonly file: string,
    readonly existing: Stats | undefined,
  ) {}

  async append(content: string | Uint8Array): Promise<void> {
    this.#opened ??= await this.#open();
    if ('descriptor' in this.#opened) {
      appendFileSync(this.#opened.descriptor, content);
      return;
    }
    await this.#opened.handle.appendFile(content).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }

  /** The file stands in its place. */
  async finish(): Promise<void> {
    const opened = this.#opened;
    if (opened === undefined) return;
    if ('handle' in opened) return opened.handle.close();
    closeSync(opened.descriptor);
    if (this.existing !== undefined) chmodSync(opened.temporary, this.existing.mode);
    renameSync(opened.temporary, opened.target);
  }

  /** Nothing is left of what was begun. */
  async abandon(): Promise<void> {
    const opened = this.#opened;
    if (opened === undefined) return;
    // It may be closed already, or gone; the first error is the one to tell.
    if ('handle' in opened) return opened.handle.close().catch(() => {});
    for (const undo of [() => closeSync(opened.descriptor), () => unlinkSync(opened.temporary)]) {
      try {
        undo();
      } catch {}
    }
  }

  async #open(): Promise<Beside | Device> {
    const { file, existing } = this;
    if (existing !== undefined && !existing.isFile()) {
      const { open } = await import('node:fs/promises');
      return { handle: await open(file, 'w') };
    }
    // A symbolic link stays one: the file it names is replaced.
    const target = existing === undefined ? file : realpathSync(file);
    // Several machines, or containers, may write into one folder.
    const temporary = path.join(
      path.dirname(target),
      `.mxsvg-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`,
    );
    return { descriptor: openSync(temporary, 'wx'), target, temporary };
  }
}
