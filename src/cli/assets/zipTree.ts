/** The files of a zip archive, such as draw.war. */
import { closeSync, fstatSync, openSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { type Entry, fromFdPromise } from 'yauzl';
import { checksum } from '../../write/file/checksum.js';
import { type FileTree, LINK, LONGEST_FILE, MOST_FILES, type OpenFile, readRange, treeError } from './fileTree.js';

/** What an archive's file begins with, "PK" and two numbers; an empty archive has other numbers. */
export const ZIP_SIGNATURE = [0x50, 0x4b] as const;

/** The header before an entry's bytes: its length without name and extra field, and the places of their lengths in it. */
const HEADER = { signature: 0x04034b50, length: 30, nameLength: 26, extraLength: 28 } as const;

const STORED = 0;
const DEFLATED = 8;

/** The part of a Unix file mode that tells its kind, and that of links. */
const KIND = 0o170000;
const LINK_KIND = 0o120000;

/**
 * The tree of a zip archive. yauzl reads its directory and refuses names that lead out of it. Throws FileError where the
 * archive is broken.
 */
export async function zipTree(file: string, origin: string): Promise<FileTree> {
  const descriptor = openSync(file, 'r');
  try {
    const open: OpenFile = { descriptor, length: fstatSync(descriptor).size };
    const entries = await entriesOf(descriptor, origin);
    const links = [...entries].filter(([, entry]) => isLink(entry)).map(([name]) => [name, LINK] as const);
    return {
      origin,
      files: new Map([...entries].map(([name, entry]) => [name, entry.uncompressedSize])),
      unread: new Map(links),
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

async function entriesOf(descriptor: number, origin: string): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    const archive = await fromFdPromise(descriptor, { autoClose: false });
    for await (const entry of archive.eachEntry()) {
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
      if (entries.size > MOST_FILES) break;
    }
  } catch (cause) {
    throw treeError(origin, `is no zip archive that can be read (${(cause as Error).message})`, cause);
  }
  if (entries.size > MOST_FILES) throw treeError(origin, 'has too many files');
  return entries;
}

const isLink = ({ externalFileAttributes }: Entry): boolean => ((externalFileAttributes >>> 16) & KIND) === LINK_KIND;

/** Inflating stops at the length that the directory states, and what comes out must have that length and checksum. */
function readEntry(open: OpenFile, entry: Entry, origin: string): Uint8Array {
  const { compressedSize, uncompressedSize, compressionMethod, relativeOffsetOfLocalHeader: at } = entry;
  if (Math.max(compressedSize, uncompressedSize) > LONGEST_FILE) {
    throw treeError(origin, 'is too long for a stencil library or an icon');
  }
  if (entry.isEncrypted()) throw treeError(origin, 'is encrypted');
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) {
    throw treeError(origin, `is compressed by a method that isn't read (${compressionMethod})`);
  }
  const header = readRange(open, at, HEADER.length, origin);
  if (header.readUInt32LE(0) !== HEADER.signature) throw treeError(origin, 'is not where the archive says');
  const start = at + HEADER.length + header.readUInt16LE(HEADER.nameLength) + header.readUInt16LE(HEADER.extraLength);
  const data = readRange(open, start, compressedSize, origin);
  const bytes = compressionMethod === STORED ? data : inflated(data, uncompressedSize, origin);
  if (bytes.length !== uncompressedSize || checksum(bytes) !== entry.crc32) {
    throw treeError(origin, 'is broken: its length or checksum is another than the archive says');
  }
  return bytes;
}

function inflated(data: Uint8Array, length: number, origin: string): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(length, 1) });
  } catch (cause) {
    throw treeError(origin, `can't be inflated (${(cause as Error).message})`, cause);
  }
}
