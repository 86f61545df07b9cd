/** Writes font files from their tables: plain (TrueType, OpenType) and packed for the web (WOFF). */
import { deflate } from 'pako';

export type FontTables = ReadonlyMap<string, Uint8Array>;

const TRUETYPE = 0x00010000;
const OPENTYPE_CFF = 0x4f54544f;
const WOFF = 0x774f4646;
const WOFF_HEADER = 44;
/** Of the sum of a whole font file; the head table holds what the file's own sum lacks of it. */
const WHOLE_FILE_SUM = 0xb1b0afba;
const ADJUSTMENT_AT = 8;

interface TableEntry {
  readonly tag: string;
  readonly data: Uint8Array;
  readonly checksum: number;
}

const viewOf = (data: Uint8Array): DataView => new DataView(data.buffer, data.byteOffset, data.byteLength);
const padded = (length: number): number => (length + 3) & ~3;
const flavorOf = (tables: FontTables): number => (tables.has('CFF ') ? OPENTYPE_CFF : TRUETYPE);

function checksum(data: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum = (sum + ((data[i] as number) << (24 - (i & 3) * 8))) >>> 0;
  return sum;
}

const sorted = (tables: FontTables): TableEntry[] =>
  [...tables].sort(([a], [b]) => (a < b ? -1 : 1)).map(([tag, data]) => ({ tag, data, checksum: checksum(data) }));

/** The three numbers that speed up binary searches in old readers: range, exponent and rest. */
export function searchFields(count: number, size: number): readonly [number, number, number] {
  const exponent = count === 0 ? 0 : Math.floor(Math.log2(count));
  const range = count === 0 ? 0 : 2 ** exponent * size;
  return [range, exponent, count * size - range];
}

function writeTag(view: DataView, at: number, tag: string): void {
  for (let i = 0; i < 4; i++) view.setUint8(at + i, tag.charCodeAt(i));
}

/** A font file of the tables, with all sums set anew. */
export function sfntFile(tables: FontTables): Uint8Array {
  const head = tables.get('head');
  if (!head) return assembled(flavorOf(tables), sorted(tables));
  const unsummed = head.slice();
  viewOf(unsummed).setUint32(ADJUSTMENT_AT, 0);
  const entries = sorted(new Map([...tables, ['head', unsummed]]));
  const file = assembled(flavorOf(tables), entries);
  const at = offsetOf(entries, 'head') + ADJUSTMENT_AT;
  viewOf(file).setUint32(at, (WHOLE_FILE_SUM - checksum(file)) >>> 0);
  return file;
}

function offsetOf(entries: readonly TableEntry[], wanted: string): number {
  let offset = 12 + entries.length * 16;
  for (const { tag, data } of entries) {
    if (tag === wanted) break;
    offset += padded(data.length);
  }
  return offset;
}

function assembled(flavor: number, entries: readonly TableEntry[]): Uint8Array {
  const start = 12 + entries.length * 16;
  const file = new Uint8Array(entries.reduce((size, { data }) => size + padded(data.length), start));
  const view = viewOf(file);
  view.setUint32(0, flavor);
  view.setUint16(4, entries.length);
  for (const [i, value] of searchFields(entries.length, 16).entries()) view.setUint16(6 + i * 2, value);
  let offset = start;
  for (const [i, entry] of entries.entries()) {
    const record = 12 + i * 16;
    writeTag(view, record, entry.tag);
    view.setUint32(record + 4, entry.checksum);
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, entry.data.length);
    file.set(entry.data, offset);
    offset += padded(entry.data.length);
  }
  return file;
}

/** The same font, packed table by table (WOFF 1). `sfnt` is what sfntFile gives. */
export function woffFile(sfnt: Uint8Array): Uint8Array {
  const source = viewOf(sfnt);
  const count = source.getUint16(4);
  const start = WOFF_HEADER + count * 20;
  const tables = Array.from({ length: count }, (_, i) => {
    const record = 12 + i * 16;
    const offset = source.getUint32(record + 8);
    const data = sfnt.subarray(offset, offset + source.getUint32(record + 12));
    const packed = deflate(data, { level: 9 });
    return { record, length: data.length, data: packed.length < data.length ? packed : data };
  });
  const file = new Uint8Array(tables.reduce((size, { data }) => size + padded(data.length), start));
  const view = viewOf(file);
  view.setUint32(0, WOFF);
  view.setUint32(4, source.getUint32(0));
  view.setUint32(8, file.length);
  view.setUint16(12, count);
  view.setUint32(16, sfnt.length);
  let offset = start;
  for (const [i, { record, length, data }] of tables.entries()) {
    const entry = WOFF_HEADER + i * 20;
    view.setUint32(entry, source.getUint32(record));
    view.setUint32(entry + 4, offset);
    view.setUint32(entry + 8, data.length);
    view.setUint32(entry + 12, length);
    view.setUint32(entry + 16, source.getUint32(record + 4));
    file.set(data, offset);
    offset += padded(data.length);
  }
  return file;
}
