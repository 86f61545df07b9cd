/** The names under which a command writes its files: it gives none twice, and none that stands for what it reads. */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { STANDARD_STREAM, statusOf, UsageError } from './files.js';
import { numberedName } from './outputs.js';

/** Names for the files that somebody wants to write, in their order; or why there are none. */
export type Claimed = { readonly names: readonly string[] } | { readonly refused: string };

/** Asks for names. */
export type Claim = (wanted: readonly string[]) => Promise<Claimed>;

export class FileNames {
  /** By identity: who writes the file. */
  readonly #owners = new Map<string, string>();
  /** By what the file system knows them by: the files that are read. */
  #sources: ReadonlyMap<string, string> = new Map();

  /** Names the files that the command reads: nothing is written in their place. */
  protect(files: readonly string[]): void {
    const known = files.map((file): readonly [string | undefined, string] => [inode(file), file]);
    this.#sources = new Map(known.filter((entry): entry is [string, string] => entry[0] !== undefined));
  }

  /** The file that is read under a name, if there is one. */
  sourceAt(file: string): string | undefined {
    const key = inode(file);
    return key === undefined ? undefined : this.#sources.get(key);
  }

  /** Whether a file's name was given to somebody. */
  isWritten(file: string): boolean {
    return this.#owners.has(identity(file));
  }

  /** Takes back the names that somebody was given, who is about to claim anew. */
  release(owner: string): void {
    for (const [key, each] of this.#owners) if (each === owner) this.#owners.delete(key);
  }

  /**
   * Gives names to files. One that is taken gets a number, after all others got theirs; with `check` also one of a file
   * that is there. Refused where a file that is read would be written over, but with `replaces` that of this name.
   */
  claim(owner: string, wanted: readonly string[], check: boolean, replaces?: string): Claimed {
    const own = replaces === undefined ? undefined : inode(replaces);
    const sourceAt = (file: string): string | undefined => (own === inode(file) ? undefined : this.sourceAt(file));
    const source = check ? undefined : wanted.map(sourceAt).find((file) => file !== undefined);
    if (source !== undefined) return { refused: source };
    const take = (file: string): string | undefined => this.#take(owner, file, check || sourceAt(file) !== undefined);
    const firstChoices = wanted.map(take);
    const numbers = new Map<string, number>();
    const names = firstChoices.map((name, i) => {
      const file = wanted[i] as string;
      let given = name;
      let number = numbers.get(identity(file)) ?? 1;
      for (; given === undefined; number++) given = take(numberedName(file, number));
      if (name === undefined) numbers.set(identity(file), number);
      return given;
    });
    return { names };
  }

  /** The name itself where it is free, and from then on it isn't. */
  #take(owner: string, file: string, onlyNew: boolean): string | undefined {
    const there = statusOf(file);
    if (there && onlyNew) return undefined;
    // A device or a pipe takes whatever comes.
    if (there && !there.isFile()) return file;
    const key = identity(file);
    if (this.#owners.has(key)) return undefined;
    this.#owners.set(key, owner);
    return file;
  }
}

/** Keeps the name of --diagnostics for it alone. Throws UsageError where a file that is read has it. */
export function claimDiagnostics(names: FileNames, file: string | undefined): void {
  if (file === undefined || file === STANDARD_STREAM) return;
  const source = names.sourceAt(file);
  if (source !== undefined) {
    throw new UsageError(`--diagnostics ${file} would overwrite ${source}, which is read: name another file.`);
  }
  names.release('--diagnostics');
  names.claim('--diagnostics', [file], false);
}

/** What the file system knows an existing file by; undefined where there is none. */
function inode(file: string): string | undefined {
  const there = statusOf(file);
  return there?.isFile() ? `${there.dev}:${there.ino}` : undefined;
}

/**
 * What two names have in common that some file system takes for one: where their folders really are, and no difference
 * of case, or of how a letter with its accents is put together.
 */
export function identity(file: string): string {
  return realPath(path.resolve(file)).normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    // It isn't there yet: its folder may be.
    const folder = path.dirname(file);
    return folder === file ? file : path.join(realPath(folder), path.basename(file));
  }
}
