/** The files that the server may touch: those below one root, whatever links and dots a path has. */
import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import path from 'node:path';
import { explain, FileError, statusOf, UsageError, writeOutput } from '../cli/files.js';
import { type Limits, requireWithin } from '../limits.js';

/** What files with a diagram that can be written are called. */
const WRITABLE = /\.(?:drawio|dio|xml)$/i;

export class Workspace {
  readonly #root: string | undefined;
  /** By the place of a file: what ends when the last change of it has. */
  readonly #turns = new Map<string, Promise<unknown>>();

  private constructor(
    root: string | undefined,
    /** Whether files may be written. */
    readonly writes: boolean,
    readonly limits: Limits,
  ) {
    this.#root = root;
  }

  /** `root`: a folder; undefined: no file may be touched. Throws UsageError where it is none. */
  static async open(root: string | undefined, writes: boolean, limits: Limits): Promise<Workspace> {
    if (root === undefined) {
      if (writes) throw new UsageError('--write needs --root, the folder below which files may be written.');
      return new Workspace(undefined, false, limits);
    }
    if (!statusOf(root)?.isDirectory()) throw new UsageError(`--root ${root}: there is no such folder.`);
    return new Workspace(await realpath(root), writes, limits);
  }

  /** Whether there is a file of this name. Throws as `read` does for a path that leads out. */
  async has(name: string): Promise<boolean> {
    return statusOf(await this.#placeOf(name)) !== undefined;
  }

  /** The bytes of a file. Throws FileError for one that isn't there, isn't a file or lies outside of the root. */
  async read(name: string): Promise<Uint8Array> {
    const place = await this.#placeOf(name);
    // It was followed to where it leads: a link that stands there now was put there since. A pipe would be waited for.
    const handle = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
      (cause: unknown) => {
        throw new FileError(`${name}: ${explain(cause, 'read')}`, { cause });
      },
    );
    try {
      const status = await handle.stat();
      if (!status.isFile()) throw new FileError(`${name}: is no file; a diagram is expected.`);
      requireWithin(this.limits, 'inputBytes', status.size, name);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  }

  /** Throws FileError where a file of this name can't be written; nothing is written yet. */
  async requireWritable(name: string): Promise<string> {
    if (!this.writes) throw new FileError(`${name}: nothing is written, as the server was started without --write.`);
    if (!WRITABLE.test(name)) throw new FileError(`${name}: only .drawio, .dio and .xml files are written.`);
    return this.#placeOf(name);
  }

  /**
   * Reads, changes and writes a file in one turn: of changes at the same time each begins with what the one before wrote.
   * Throws as requireWritable and `change` do.
   */
  async inTurn<T>(name: string, change: () => Promise<T>): Promise<T> {
    const place = await this.requireWritable(name);
    const before = this.#turns.get(place);
    // Who came before is told of their own errors.
    const turn = (before ?? Promise.resolve()).then(change, change);
    this.#turns.set(place, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(place) === turn) this.#turns.delete(place);
    }
  }

  /** Writes a diagram, whole or not at all. */
  async write(name: string, content: string): Promise<void> {
    await writeOutput(await this.requireWritable(name), content);
  }

  /** Where a path leads, all links followed; of a file that isn't there yet, where it would stand. */
  async #placeOf(name: string): Promise<string> {
    if (this.#root === undefined) {
      throw new FileError(
        `${name}: no files can be opened, as the server was started without --root; give xml instead.`,
      );
    }
    if (name.includes('\0')) throw new FileError('a path has a character that no path can have.');
    const wanted = path.resolve(this.#root, name);
    this.#requireInside(wanted, name);
    const real = await realpath(wanted).catch(async (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') throw new FileError(`${name}: ${explain(cause, 'read')}`, { cause });
      return path.join(await this.#folderOf(wanted, name), path.basename(wanted));
    });
    this.#requireInside(real, name);
    return real;
  }

  async #folderOf(file: string, name: string): Promise<string> {
    return realpath(path.dirname(file)).catch((cause: unknown) => {
      throw new FileError(`${name}: ${explain(cause, 'read')}`, { cause });
    });
  }

  #requireInside(place: string, name: string): void {
    const relative = path.relative(this.#root as string, place);
    const isOutside = relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
    if (isOutside) throw new FileError(`${name}: lies outside of the root, and nothing there is opened.`);
  }
}
