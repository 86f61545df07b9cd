/** Packs a web application's stencil libraries and icons into archives, from which a drawing reads only what it names. */

import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { imageArchivePath, isPackageName, packPath, stencilArchivePath } from '../../assets/assetPack.js';
import { ARCHIVE_HEADER_BYTES, ARCHIVE_MAGIC, type ArchiveIndex } from '../../decode/archive.js';
import { parseXml } from '../../decode/xml.js';
import { append } from '../../primitives/lists.js';
import { packStencil } from '../../shapes/stencils/packedStencil.js';
import { stencilLibraries } from '../../shapes/stencils/stencilLibrary.js';
import { readStencil } from '../../shapes/stencils/stencilProgram.js';
import { isImage, isLibrary } from './packedFiles.js';

/** Entries share a block up to this size before compression: one drawing inflates few bytes, and little is lost. */
const BLOCK_BYTES = 64 * 1024;

/** Files by their paths in a web application. */
export interface PackSource {
  readonly paths: readonly string[];
  read(path: string): Uint8Array;
}

export interface PackedAssets {
  /** The archives by their paths in the pack. */
  readonly archives: ReadonlyMap<string, Uint8Array>;
  readonly stencils: number;
  readonly icons: number;
  /** Libraries and icons that have a name which no style can have. */
  readonly leftOut: readonly string[];
}

/** Archive path → entry name → the entry's bytes, or the name of the one, maybe in another archive, that has the same. */
type Entries = Map<string, Uint8Array | string>;
type Contents = Map<string, Entries>;

/**
 * Packs all that a source has. The order of its paths makes no difference. Throws MxsvgError where a library isn't XML.
 * `packed` is told of each file.
 */
export function packAssets(source: PackSource, packed: () => void = () => {}): PackedAssets {
  const stencils: Contents = new Map();
  const icons: Contents = new Map();
  const leftOut: string[] = [];
  const sameImages = new Map<string, string>();
  for (const path of [...source.paths].sort()) {
    if (isLibrary(path)) append(leftOut, addLibraries(stencils, path, source.read(path)));
    else if (isImage(path) && packPath(path) !== path) leftOut.push(path);
    else if (isImage(path)) addImage(icons, sameImages, path, source.read(path));
    packed();
  }
  return {
    archives: new Map([...stencils, ...icons].map(([path, entries]) => [path, archiveOf(entries)])),
    stencils: countOf(stencils),
    icons: countOf(icons),
    leftOut,
  };
}

/** Adds the stencils of a library file, read ahead. Returns what no style can name. */
function addLibraries(contents: Contents, path: string, bytes: Uint8Array): readonly string[] {
  const leftOut: string[] = [];
  for (const { packageName, shapes } of stencilLibraries(parseXml(new TextDecoder().decode(bytes), { origin: path }))) {
    if (isPackageName(packageName)) {
      const entries = entriesOf(contents, stencilArchivePath(packageName));
      for (const [name, shape] of shapes) entries.set(name, packStencil(readStencil(shape)));
    } else {
      leftOut.push(`${path} (package "${packageName}")`);
    }
  }
  return leftOut;
}

/** `same`: the path of the first image with these bytes, by their hash. Libraries repeat each other's icons. */
function addImage(icons: Contents, same: Map<string, string>, path: string, bytes: Uint8Array): void {
  const hash = createHash('sha256').update(bytes).digest('base64');
  const first = same.get(hash);
  if (first === undefined) same.set(hash, path);
  entriesOf(icons, imageArchivePath(path)).set(path, first ?? bytes);
}

function entriesOf(contents: Contents, archive: string): Entries {
  const entries = contents.get(archive) ?? new Map<string, Uint8Array | string>();
  contents.set(archive, entries);
  return entries;
}

const countOf = (contents: Contents): number => [...contents.values()].reduce((sum, { size }) => sum + size, 0);

function archiveOf(entries: ReadonlyMap<string, Uint8Array | string>): Uint8Array {
  const places: [string, ArchiveIndex['entries'][string]][] = [];
  const blocks: Uint8Array[] = [];
  let pending: Uint8Array[] = [];
  let size = 0;
  const flush = (): void => {
    if (pending.length > 0) blocks.push(deflateRawSync(Buffer.concat(pending), { level: 9 }));
    pending = [];
    size = 0;
  };
  for (const [name, bytes] of entries) {
    if (typeof bytes === 'string') {
      places.push([name, bytes]);
      continue;
    }
    if (size > 0 && size + bytes.length > BLOCK_BYTES) flush();
    places.push([name, [blocks.length, size, bytes.length]]);
    pending.push(bytes);
    size += bytes.length;
  }
  flush();
  const index: ArchiveIndex = { blocks: blocks.map(({ length }) => length), entries: Object.fromEntries(places) };
  const indexBytes = deflateRawSync(Buffer.from(JSON.stringify(index)), { level: 9 });
  const header = Buffer.alloc(ARCHIVE_HEADER_BYTES);
  header.set(ARCHIVE_MAGIC);
  header.writeUInt32LE(indexBytes.length, ARCHIVE_MAGIC.length);
  return Buffer.concat([header, indexBytes, ...blocks]);
}
