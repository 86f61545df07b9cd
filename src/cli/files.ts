/** What the command reads and writes: files, standard input and standard output. */
import { readFileSync, statSync } from 'node:fs';
import { chmod, mkdir, readFile, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The command line asks for something that can't be done. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A file can't be read or written. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

export const STANDARD_STREAM = '-';

/** The bytes of a file, or of standard input for "-". */
export async function readInput(input: string): Promise<Uint8Array> {
  if (input === STANDARD_STREAM) return readFileSync(process.stdin.fd);
  try {
    return await readFile(input);
  } catch (cause) {
    throw new FileError(explain(cause, 'read'), { cause });
  }
}

/** The folder's path, if there is such a folder. */
export async function requireFolder(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new UsageError(`there is no folder ${folder} to take stencils and icons from.`);
  return folder;
}

/** The bytes of a font file; unlike the input's, its name is not at the head of the message already. */
export async function readFont(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new FileError(`${file}: ${explain(cause, 'read')}`, { cause });
  }
}

/**
 * Writes a picture. A file appears whole or not at all: it is written beside its place and then renamed. What isn't a
 * regular file (a device, a pipe) is written to directly.
 */
export async function writeOutput(output: string, picture: string | Uint8Array): Promise<void> {
  if (output === STANDARD_STREAM) {
    process.stdout.write(picture);
    return;
  }
  try {
    await replaceFile(output, picture);
  } catch (cause) {
    throw new FileError(`${output}: ${explain(cause, 'written')}`, { cause });
  }
}

/** Makes the folder that a file is to stand in. */
export async function makeFolderOf(file: string): Promise<void> {
  const folder = path.dirname(file);
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new FileError(`${folder}: ${explain(cause, 'written')}`, { cause });
  }
}

async function replaceFile(output: string, picture: string | Uint8Array): Promise<void> {
  const existing = statSync(output, { throwIfNoEntry: false });
  if (existing !== undefined && !existing.isFile()) {
    await writeFile(output, picture);
    return;
  }
  // A symbolic link stays one: the file it names is replaced.
  const target = existing === undefined ? output : await realpath(output);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    await writeFile(temporary, picture, { flag: 'wx' });
    if (existing !== undefined) await chmod(temporary, existing.mode);
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => {}); // it may not exist; the first error is the one to tell
    throw error;
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
      return action === 'read' ? 'is a folder; a diagram file is expected.' : 'is a folder.';
    case 'EACCES':
    case 'EPERM':
      return `can't be ${action}: permission denied.`;
    default:
      return `can't be ${action}: ${error.message}`;
  }
}
