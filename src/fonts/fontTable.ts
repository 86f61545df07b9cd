/** The tables of a font file, and what is wrong with a file that can't be read. */

export class FontFormatError extends Error {
  override readonly name = 'FontFormatError';
}

/** What reading gives, or the other value where a broken font points outside of its file. */
export function within<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return otherwise;
    throw error;
  }
}

/** A font file's table, and where it begins. */
export interface FontTable {
  readonly view: DataView;
  readonly length: number;
}

/** Where a table lies in its file. */
export interface TableSpan {
  readonly offset: number;
  readonly length: number;
}

const TRUETYPE = 0x00010000;
const APPLE_TRUETYPE = 0x74727565;
const OPENTYPE_CFF = 0x4f54544f;
const COLLECTION = 0x74746366;
/** More tables than a font has. */
const MOST_TABLES = 256;
/** More fonts than a collection has. */
const MOST_FONTS = 1024;

/** Where the fonts of a file begin: one, or those of a collection. `start`: the file's first bytes. */
export function fontOffsets(start: DataView): readonly number[] {
  if (start.byteLength < 12) throw new FontFormatError('the font file is too short');
  if (start.getUint32(0) !== COLLECTION) return [0];
  const count = Math.min(start.getUint32(8), MOST_FONTS, (start.byteLength - 12) >> 2);
  return Array.from({ length: count }, (_, i) => start.getUint32(12 + i * 4));
}

/** How long the list of a font's tables is, bytes. Throws FontFormatError for what is no font. */
export function directoryLength(start: DataView): number {
  const kind = start.getUint32(0);
  if (kind !== TRUETYPE && kind !== APPLE_TRUETYPE && kind !== OPENTYPE_CFF) {
    throw new FontFormatError('not a TrueType or OpenType font file (compressed web fonts are not read)');
  }
  return 12 + Math.min(start.getUint16(4), MOST_TABLES) * 16;
}

/** Where a font's tables lie. `directory`: the list, as long as directoryLength says. */
export function tableSpans(directory: DataView): ReadonlyMap<string, TableSpan> {
  const spans = new Map<string, TableSpan>();
  for (let record = 12; record + 16 <= directory.byteLength; record += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => directory.getUint8(record + k)));
    spans.set(tag, { offset: directory.getUint32(record + 8), length: directory.getUint32(record + 12) });
  }
  return spans;
}

/** The tables of a font in a file that is at hand as a whole. `index`: which font of a collection. */
export function readTables(bytes: Uint8Array, index: number): ReadonlyMap<string, FontTable> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = fontOffsets(view)[index];
  if (start === undefined) throw new FontFormatError(`the font file has no font ${index + 1}`);
  const from = (offset: number, length: number): DataView =>
    new DataView(bytes.buffer, bytes.byteOffset + offset, Math.min(length, bytes.byteLength - offset));
  const directory = from(start, directoryLength(from(start, 12)));
  const tables = new Map<string, FontTable>();
  for (const [tag, span] of tableSpans(directory)) {
    const length = Math.min(span.length, bytes.byteLength - span.offset);
    if (length > 0) tables.set(tag, { view: from(span.offset, length), length });
  }
  return tables;
}
