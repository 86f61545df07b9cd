/** Files that can be listed and read by name: those of a folder, or of an archive. */
import { lstatSync, readdirSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { explain, FileError } from '../files.js';

/** Files by their paths, with '/' between, from the top of the tree. */
export interface FileTree {
  /** What messages call it: a path or an address. */
  readonly origin: string;
  /** Each file and its length in bytes. */
  readonly files: ReadonlyMap<string, number>;
  /** What is named but not read, and why: links are never followed, since who filled the tree chose where they lead. */
  readonly unread: ReadonlyMap<string, string>;
  /** A file's bytes. Throws FileError where they can't be had whole. */
  read(file: string): Uint8Array;
  /** Lets go of what is open. */
  close(): void;
}

const MEBI = 1024 * 1024;

/** What trees may hold before they are taken for a mistake or an attack; draw.io desktop has a tenth of it. */
export const MOST_FILES = 200_000;

/** The longest file that is read, and what is read of a tree together: six times what draw.io has. */
export const LONGEST_FILE = 64 * MEBI;
export const MOST_BYTES = 512 * MEBI;

/** Why a link is unread. */
export const LINK = 'is a link, which is not followed';

/** The error of a tree that can't be used. `what` is a sentence without its end. */
export const treeError = (origin: string, what: string, cause?: unknown): FileError =>
  new FileError(`${origin}: ${what}.`, { cause });

/** The tree of a folder. Throws FileError where it can't be listed, or has too many files. */
export function folderTree(folder: string): FileTree {
  const files = new Map<string, number>();
  const unread = new Map<string, string>();
  // Folders are added while they are gone through: those above come before those below.
  const folders = [''];
  for (const below of folders) {
    for (const entry of entriesOf(path.join(folder, below), folder)) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) folders.push(name);
      else if (entry.isSymbolicLink()) unread.set(name, LINK);
      else if (entry.isFile()) files.set(name, 0);
      if (files.size + folders.length > MOST_FILES) {
        throw treeError(folder, 'has too many files: name the folder of draw.io in it');
      }
    }
  }
  return { origin: folder, files, unread, read: (file) => readWhole(path.join(folder, file)), close: () => {} };
}

function entriesOf(folder: string, origin: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    throw treeError(origin, explain(cause, 'read').replace(/\.$/, ''), cause);
  }
}

function readWhole(file: string): Uint8Array {
  try {
    const { size } = lstatSync(file);
    if (size > LONGEST_FILE) throw treeError(file, 'is too long for a stencil library or an icon');
    return readFileSync(file);
  } catch (cause) {
    throw cause instanceof FileError ? cause : new FileError(`${file}: ${explain(cause, 'read')}`, { cause });
  }
}

/** A file that is open, and its length. */
export interface OpenFile {
  readonly descriptor: number;
  readonly length: number;
}

/** Reads all of a range. Throws FileError where the file ends before. */
export function readRange(file: OpenFile, start: number, length: number, origin: string): Buffer {
  const cutOff = () => treeError(origin, 'is cut off: the archive ends before it');
  if (start + length > file.length) throw cutOff();
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const read = readSync(file.descriptor, bytes, done, length - done, start + done);
    if (read === 0) throw cutOff();
    done += read;
  }
  return bytes;
}
