/** What the command reads and writes: files, standard input and standard output. */
import {
  closeSync,
  createReadStream,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { DEFAULT_LIMITS } from '../limits.js';
import type { WebWritable } from '../write/pieces.js';
import { OutputFile } from './outputFile.js';
import { printWhole } from './standardOutput.js';

/** The command line asks for something that can't be done. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A file can't be read or written. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

/** A file can't be written. */
export class OutputError extends FileError {
  constructor(
    readonly file: string,
    cause: unknown,
  ) {
    super(`${file}: ${explain(cause, 'written')}`, { cause });
  }
}

export const STANDARD_STREAM = '-';

/**
 * The bytes of a file, or of standard input for "-", whenever they come. Of what is longer than an input may be only so
 * much is read as shows that.
 */
export async function readInput(input: string, most: number = DEFAULT_LIMITS.inputBytes): Promise<Uint8Array> {
  try {
    if (input !== STANDARD_STREAM)
      return await (isShort(input) ? readFileSync(input) : collected(createReadStream(input), most));
    if (fstatSync(process.stdin.fd).isDirectory()) throw new FileError(FOLDER);
    return await collected(process.stdin, most);
  } catch (cause) {
    throw cause instanceof FileError ? cause : new FileError(explain(cause, 'read'), { cause });
  }
}

/** Of a file that is short there is nothing to be left out, and one call reads it. */
function isShort(file: string): boolean {
  const status = statusOf(file);
  return status?.isFile() === true && status.size <= SHORT;
}

/** Bytes. */
const SHORT = 1024 * 1024;

async function collected(stream: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    parts.push(part);
    length += part.length;
    if (length > most) break;
  }
  return Buffer.concat(parts);
}

const FOLDER = 'is a folder; a diagram file is expected.';

/** So many bytes of a file from its beginning, or with a negative number from its end; undefined where it can't be read. */
export function partOf(file: string, bytes: number): string | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const from = bytes < 0 ? Math.max(0, fstatSync(descriptor).size + bytes) : 0;
    const buffer = Buffer.alloc(Math.abs(bytes));
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, buffer.length, from));
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The bytes of a font file; unlike the input's, its name is not at the head of the message already. */
export function readFont(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new FileError(`${file}: ${explain(cause, 'read')}`, { cause });
  }
}

/** What is written to a file: its content, or what gives that piece by piece. */
export type Content = string | Uint8Array | ((to: WebWritable) => Promise<void>);

/**
 * Writes a picture. A file appears whole or not at all: it is written beside its place and then renamed. What isn't a
 * regular file (a device, a pipe) is written to directly. `prepare` is called before anything is written.
 */
export async function writeOutput(output: string, picture: Content, prepare: () => void = () => {}): Promise<void> {
  if (output === STANDARD_STREAM) {
    if (typeof picture !== 'function') await writeStandardOutput(picture);
    else await picture(streamInto(writeStandardOutput));
    return;
  }
  let file: OutputFile | undefined;
  const tell = (cause: unknown): never => {
    throw new OutputError(output, cause);
  };
  const append = (content: string | Uint8Array): Promise<void> => {
    if (file === undefined) prepare();
    file ??= new OutputFile(output, statusOf(output));
    return file.append(content).catch(tell);
  };
  try {
    if (typeof picture !== 'function') await append(picture);
    else await picture(streamInto(append));
    await file?.finish().catch(tell);
  } catch (error) {
    await file?.abandon();
    throw error;
  }
}

/** No stream of Node: its module is read at no start but for this. */
const streamInto = (write: (chunk: Uint8Array) => Promise<void>): WebWritable => ({
  getWriter: () => ({ ready: Promise.resolve(), write, releaseLock() {} }),
});

async function writeStandardOutput(data: string | Uint8Array): Promise<void> {
  try {
    await printWhole(data);
  } catch (cause) {
    throw new FileError(lostOutput(cause), { cause });
  }
}

/** What is told of an error of standard output. */
export const lostOutput = (cause: unknown): string => `standard output: ${explain(cause, 'written')}`;

/** What stands at a path, or where a link there leads; undefined where nothing does, or nothing that can be looked at. */
export const statusOf = (file: string): Stats | undefined => lookedAt(file, statSync);

/** The same, of a link itself. */
export const ownStatusOf = (file: string): Stats | undefined => lookedAt(file, lstatSync);

function lookedAt(file: string, look: typeof statSync): Stats | undefined {
  try {
    return look(file, { throwIfNoEntry: false });
  } catch {
    // Who reads or writes it is told why.
    return undefined;
  }
}

/** Whether two paths lead to one file that is there. */
export function isSameFile(a: string, b: string): boolean {
  const [one, other] = [statusOf(a), statusOf(b)];
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}

/**
 * Makes a folder, and those above it. Node's own way to do that never ends where a file system takes no folders and says
 * that they aren't there, as /proc does.
 */
export function makeFolder(folder: string): void {
  if (statusOf(folder)?.isDirectory()) return;
  const above = path.dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    const there = statusOf(folder);
    if (there === undefined) throw error;
    // Else another process made it in the meantime.
    if (!there.isDirectory()) throw Object.assign(new Error(`${folder} is no folder`), { code: 'ENOTDIR' });
  }
}

/** Makes the folder that a file is to stand in. */
export function makeFolderOf(file: string): void {
  const folder = path.dirname(file);
  try {
    makeFolder(folder);
  } catch (cause) {
    throw new FileError(`${folder}: ${explain(cause, 'written')}`, { cause });
  }
}

/** What a failed call of the file system means, as the end of a sentence about the file. */
export function explain(cause: unknown, action: 'read' | 'written'): string {
  const error = cause as NodeJS.ErrnoException;
  switch (error.code) {
    case 'ENOENT':
      return action === 'read' ? 'there is no such file.' : 'its folder does not exist.';
    case 'ENOTDIR':
      return 'a part of its path is a file, where a folder is needed.';
    case 'EISDIR':
      return action === 'read' ? FOLDER : 'is a folder.';
    case 'ENAMETOOLONG':
      return 'its name is too long.';
    case 'ENOSPC':
      return `can't be ${action}: no space is left.`;
    case 'EACCES':
    case 'EPERM':
      return `can't be ${action}: permission denied.`;
    default:
      return `can't be ${action}: ${error.message}`;
  }
}
