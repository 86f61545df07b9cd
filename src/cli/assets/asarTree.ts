/** The files of an asar archive, such as draw.io desktop's app.asar: a header of JSON, and the files without gaps. */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { type FileTree, LINK, LONGEST_FILE, MOST_FILES, type OpenFile, readRange, treeError } from './fileTree.js';

/** The first bytes: 4, the length of the number that follows, as a little-endian number of 32 bits. */
export const ASAR_SIGNATURE = [4, 0, 0, 0] as const;

/** Four numbers of 32 bits stand before the JSON: 4, the header's length, and two lengths inside it. */
const PREFIX = { length: 16, headerLength: 4, jsonLength: 12 } as const;

/** Where the header begins that its length is counted from. */
const HEADER_START = 8;

/** draw.io's takes 4 MB. */
const LONGEST_HEADER = 64 * 1024 * 1024;

interface AsarEntry {
  readonly start: number;
  readonly length: number;
  /** In hexadecimal digits; undefined where the archive has none. */
  readonly sha256: string | undefined;
}

/** The tree of an asar archive. Throws FileError where the archive is broken. */
export async function asarTree(file: string, origin: string): Promise<FileTree> {
  const descriptor = openSync(file, 'r');
  try {
    const open: OpenFile = { descriptor, length: fstatSync(descriptor).size };
    const { entries, unread } = readHeader(open, origin);
    return {
      origin,
      files: new Map([...entries].map(([name, { length }]) => [name, length])),
      unread,
      read(name) {
        const entry = entries.get(name);
        if (!entry) throw treeError(origin, `has no file ${name}`);
        return readEntry(open, entry, `${origin}: ${name}`);
      },
      close: () => closeSync(descriptor),
    };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

function readEntry(open: OpenFile, entry: AsarEntry, origin: string): Uint8Array {
  const { start, length, sha256 } = entry;
  if (length > LONGEST_FILE) throw treeError(origin, 'is too long for a stencil library or an icon');
  const bytes = readRange(open, start, length, origin);
  if (sha256 !== undefined && createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw treeError(origin, 'is broken: its checksum is another than the archive says');
  }
  return bytes;
}

function readHeader(open: OpenFile, origin: string) {
  const prefix = readRange(open, 0, PREFIX.length, origin);
  const headerLength = prefix.readUInt32LE(PREFIX.headerLength);
  const jsonLength = prefix.readUInt32LE(PREFIX.jsonLength);
  const start = HEADER_START + headerLength;
  if (jsonLength > LONGEST_HEADER || PREFIX.length + jsonLength > start) {
    throw treeError(origin, 'is no asar archive that can be read (its header has no such length)');
  }
  const json = readRange(open, PREFIX.length, jsonLength, origin).toString('utf8');
  let root: unknown;
  try {
    root = JSON.parse(json);
  } catch (cause) {
    throw treeError(origin, `is no asar archive that can be read (${(cause as Error).message})`, cause);
  }
  return entriesBelow(root, start, origin);
}

/** The part of an entry's JSON that counts here. Nothing of it is trusted. */
interface Node {
  readonly files?: unknown;
  readonly link?: unknown;
  readonly unpacked?: unknown;
  readonly size?: unknown;
  readonly offset?: unknown;
  readonly integrity?: { readonly algorithm?: unknown; readonly hash?: unknown } | null;
}

function entriesBelow(root: unknown, start: number, origin: string) {
  const entries = new Map<string, AsarEntry>();
  const unread = new Map<string, string>();
  const folders: { readonly path: string; readonly node: Node }[] = [{ path: '', node: asNode(root, '', origin) }];
  for (const { path, node } of folders) {
    for (const [name, value] of Object.entries(asNode(node.files, path, origin))) {
      if (name === '' || name === '.' || name === '..' || /[/\\\0]/.test(name)) {
        throw treeError(origin, `has a file whose name leads out of it (${JSON.stringify(name)})`);
      }
      const child = asNode(value, name, origin);
      const childPath = path === '' ? name : `${path}/${name}`;
      if (child.files !== undefined) folders.push({ path: childPath, node: child });
      else if (child.link !== undefined) unread.set(childPath, LINK);
      else if (child.unpacked === true) unread.set(childPath, 'lies beside the archive, not in it');
      else entries.set(childPath, entryOf(child, start, `${origin}: ${childPath}`));
      if (entries.size + folders.length + unread.size > MOST_FILES) throw treeError(origin, 'has too many files');
    }
  }
  return { entries, unread };
}

function asNode(value: unknown, name: string, origin: string): Node {
  if (typeof value === 'object' && value !== null) return value;
  throw treeError(origin, `is no asar archive that can be read (its header has no entry ${JSON.stringify(name)})`);
}

function entryOf({ size, offset, integrity }: Node, start: number, origin: string): AsarEntry {
  const place = typeof offset === 'string' && /^\d{1,15}$/.test(offset) ? Number(offset) : undefined;
  if (place === undefined || typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
    throw treeError(origin, 'has no place in the archive');
  }
  const { algorithm, hash } = integrity ?? {};
  return {
    start: start + place,
    length: size,
    sha256: algorithm === 'SHA256' && typeof hash === 'string' ? hash.toLowerCase() : undefined,
  };
}
