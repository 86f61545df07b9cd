/**
 * What V8 compiled of the command's files, kept for the next start: reading that takes less time than compiling again, and
 * it has the functions too that ran. Nothing depends on it: what can't be read or kept is compiled.
 */
import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** A file whose name tells its content: V8 takes what it compiled of one text for that of another of the same length. */
const IS_NAMED_BY_CONTENT = /-[\w-]{8}\.cjs$/;

/** After so long, in milliseconds, the functions are added that ran since; then each time after as long again, and daily. */
const SOON = 10_000;
const DAILY = 24 * 60 * 60 * 1000;
/** In milliseconds: what was kept for a version of Node, or of ours, that no one started for so long is removed. */
const FORGOTTEN = 60 * DAILY;

/** What was kept of a file. */
interface Kept {
  /** When that was first done, in milliseconds. */
  readonly begun: number;
  /** When this was written, in milliseconds. */
  readonly written: number;
  readonly code: Buffer;
}

/**
 * It is written as three 64-bit floats before the code: both times, and the code's CRC-32, since V8 takes what it is given
 * for its own, and comes to grief over what isn't.
 */
const HEAD_BYTES = 3 * Float64Array.BYTES_PER_ELEMENT;

interface Environment {
  readonly platform: string;
  /** Node's. */
  readonly version: string;
  readonly arch: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The folder for kept code: in what NODE_COMPILE_CACHE names, else where the system keeps what can be made again.
 * Undefined where NODE_DISABLE_COMPILE_CACHE is set, where Node counts what runs, and for a user without a home.
 */
export function keptCodeFolder({ platform, version, arch, env }: Environment = process): string | undefined {
  if (env.NODE_DISABLE_COMPILE_CACHE || env.NODE_V8_COVERAGE) return undefined;
  const folder = env.NODE_COMPILE_CACHE ? path.resolve(env.NODE_COMPILE_CACHE) : cacheFolder(platform, env);
  return folder && path.join(folder, 'mxsvg', `code-${version}-${arch}`);
}

function cacheFolder(platform: string, env: Environment['env']): string | undefined {
  if (platform === 'win32') return env.LOCALAPPDATA;
  const [xdg = '', home = ''] = [env.XDG_CACHE_HOME, env.HOME];
  if (platform !== 'darwin' && path.isAbsolute(xdg)) return xdg;
  if (!path.isAbsolute(home)) return undefined;
  return path.join(home, platform === 'darwin' ? 'Library/Caches' : '.cache');
}

/** Compiles files, with what was kept of them in a folder, and keeps that of those for which it is time. */
export class CodeKeeper {
  readonly #due: { readonly file: string; readonly script: Script; readonly begun: number }[] = [];
  readonly #folder: string | undefined;
  readonly #now = Date.now();

  /** `folder`: undefined keeps nothing. */
  constructor(folder: string | undefined) {
    this.#folder = folder !== undefined && isOurs(folder) ? folder : undefined;
  }

  /** The value of a file's text as an expression, in ASCII, without `import()`: a script of its own may not ask for modules. */
  run(filename: string, source: string): unknown {
    const file = IS_NAMED_BY_CONTENT.test(filename) ? this.#fileFor(filename) : undefined;
    const kept = file === undefined ? undefined : read(file);
    const script = new Script(source, { filename, cachedData: kept?.code });
    if (file !== undefined && this.#isDue(kept)) {
      this.#due.push({ file, script, begun: script.cachedDataRejected === false && kept ? kept.begun : this.#now });
    }
    return script.runInThisContext();
  }

  /** Keeps what is due, with all functions that have run; called at the end. */
  keep(): void {
    const folder = this.#folder;
    if (folder === undefined || this.#due.length === 0) return;
    if (!attempt(() => makeFolder(folder))) return;
    for (const { file, script, begun } of this.#due) {
      attempt(() => write(file, begun, this.#now, script.createCachedData()));
    }
    // A file that is new may be another version's of one that was kept.
    if (this.#due.some(({ begun }) => begun === this.#now)) attempt(() => removeForgotten(folder, /./));
  }

  #fileFor(filename: string): string | undefined {
    return this.#folder && path.join(this.#folder, path.basename(filename, '.cjs'));
  }

  #isDue(kept: Kept | undefined): boolean {
    if (kept === undefined) return true;
    const wait = Math.min(Math.max(kept.written - kept.begun, SOON), DAILY);
    return Math.abs(this.#now - kept.written) > wait;
  }
}

/** Undefined where there is none, or not what was written. */
function read(file: string): Kept | undefined {
  let bytes: Buffer;
  try {
    bytes = contentOf(file);
  } catch {
    return undefined;
  }
  if (bytes.length < HEAD_BYTES) return undefined;
  const [begun = 0, written = 0, sum = 0] = new Float64Array(bytes.buffer, bytes.byteOffset, 3);
  const code = bytes.subarray(HEAD_BYTES);
  return crc32(code) === sum ? { begun, written, code } : undefined;
}

function contentOf(file: string): Buffer {
  // What isn't a file may have nothing to read, and never an end. Windows has no such flag.
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function write(file: string, begun: number, written: number, code: Buffer): void {
  const head = Buffer.from(new Float64Array([begun, written, crc32(code)]).buffer);
  // Another start may read the file, or write it too.
  const temporary = `${file}.${process.pid}`;
  try {
    writeFileSync(temporary, Buffer.concat([head, code]), { mode: 0o600 });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Code from a folder that others can write to isn't run. */
function isOurs(folder: string): boolean {
  try {
    const status = statSync(folder, { throwIfNoEntry: false });
    if (status === undefined || process.getuid === undefined) return true;
    return status.uid === process.getuid() && (status.mode & 0o022) === 0;
  } catch {
    // A folder above is a file, or closed to this user.
    return false;
  }
}

/** Makes the folder, and removes its neighbours that are forgotten. */
function makeFolder(folder: string): void {
  if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined)
    removeForgotten(path.dirname(folder), /^code-/);
}

/** Removes what is forgotten in a folder, of what has such a name. */
function removeForgotten(folder: string, name: RegExp): void {
  for (const each of readdirSync(folder).filter((each) => name.test(each))) {
    const kept = path.join(folder, each);
    const status = lstatSync(kept, { throwIfNoEntry: false });
    if (status && Date.now() - status.mtimeMs > FORGOTTEN) rmSync(kept, { recursive: true, force: true });
  }
}

/** Does what nothing depends on, and says whether it could be done: a disk may be full, or not for writing. */
function attempt(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
