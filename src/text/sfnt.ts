/** Reads what text needs from a TrueType font file: metrics, character map, advances. Tables are read when first asked for. */
import { readKerning } from './kerning.js';

export class FontFormatError extends Error {
  override readonly name = 'FontFormatError';
}

/** A font file's table, and where it begins. */
export interface FontTable {
  readonly view: DataView;
  readonly length: number;
}

const TRUETYPE = 0x00010000;
const APPLE_TRUETYPE = 0x74727565;
const OPENTYPE_CFF = 0x4f54544f;
const COLLECTION = 0x74746366;
/** OS/2 fsSelection bit 7: line metrics are the typographic ones. */
const USE_TYPO_METRICS = 1 << 7;

/** Where a segment of cmap format 4 or 12 maps a character, or 0 for none. */
type CharacterMap = (codePoint: number) => number;

export interface LineMetrics {
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
}

/** A parsed font file. All lengths are in design units. */
export class SfntFont {
  readonly unitsPerEm: number;
  readonly lineMetrics: LineMetrics;
  readonly weight: number;
  readonly italic: boolean;
  /** From OS/2; half an em where the file doesn't say. */
  readonly xHeight: number;
  readonly glyphCount: number;
  readonly #tables: ReadonlyMap<string, FontTable>;
  readonly #advanceCount: number;
  readonly #advances: FontTable;
  #characters: CharacterMap | undefined;
  #kerning: ((left: number, right: number) => number) | undefined;

  constructor(bytes: Uint8Array) {
    this.#tables = readDirectory(bytes);
    const head = this.require('head').view;
    const horizontal = this.require('hhea').view;
    this.unitsPerEm = head.getUint16(18) || 1000;
    this.glyphCount = this.table('maxp')?.view.getUint16(4) ?? 0;
    this.#advanceCount = horizontal.getUint16(34);
    this.#advances = this.require('hmtx');
    const os2 = this.table('OS/2')?.view;
    this.weight = os2?.getUint16(4) ?? 400;
    this.xHeight = (os2 && os2.getUint16(0) >= 2 && os2.getInt16(86)) || this.unitsPerEm / 2;
    this.italic = (head.getUint16(44) & 2) !== 0;
    this.lineMetrics =
      os2 && (os2.getUint16(62) & USE_TYPO_METRICS) !== 0
        ? { ascent: os2.getInt16(68), descent: -os2.getInt16(70), lineGap: os2.getInt16(72) }
        : { ascent: horizontal.getInt16(4), descent: -horizontal.getInt16(6), lineGap: horizontal.getInt16(8) };
  }

  /** The names of the tables the file has. */
  get tags(): readonly string[] {
    return [...this.#tables.keys()];
  }

  table(tag: string): FontTable | undefined {
    return this.#tables.get(tag);
  }

  require(tag: string): FontTable {
    const table = this.#tables.get(tag);
    if (!table) throw new FontFormatError(`the font has no '${tag}' table`);
    return table;
  }

  /** The glyph of a character, 0 where the font has none. */
  glyph(codePoint: number): number {
    this.#characters ??= readCharacterMap(this.require('cmap'));
    return this.#characters(codePoint);
  }

  advance(glyph: number): number {
    const index = Math.min(glyph, this.#advanceCount - 1);
    return index < 0 || index * 4 + 2 > this.#advances.length ? 0 : this.#advances.view.getUint16(index * 4);
  }

  /** Where a glyph's outline begins, right of its origin. */
  leftBearing(glyph: number): number {
    const count = this.#advanceCount;
    const at = glyph < count ? glyph * 4 + 2 : count * 4 + (glyph - count) * 2;
    return at + 2 > this.#advances.length ? 0 : this.#advances.view.getInt16(at);
  }

  /** What is added to the advance of `left` when `right` follows it. */
  kerning(left: number, right: number): number {
    this.#kerning ??= readKerning(this);
    return this.#kerning(left, right);
  }

  /** The family name the file gives itself (typographic family before family). */
  familyName(): string {
    return this.table('name') ? (readName(this.require('name'), 16) ?? readName(this.require('name'), 1) ?? '') : '';
  }
}

function readDirectory(bytes: Uint8Array): ReadonlyMap<string, FontTable> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 12) throw new FontFormatError('the font file is too short');
  const version = view.getUint32(0);
  const start = version === COLLECTION ? view.getUint32(12) : 0;
  const kind = version === COLLECTION ? view.getUint32(start) : version;
  if (kind !== TRUETYPE && kind !== APPLE_TRUETYPE && kind !== OPENTYPE_CFF) {
    throw new FontFormatError('not a TrueType or OpenType font file (compressed web fonts are not read)');
  }
  const tables = new Map<string, FontTable>();
  const count = view.getUint16(start + 4);
  for (let i = 0; i < count; i++) {
    const record = start + 12 + i * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(record + k)));
    const offset = view.getUint32(record + 8);
    const length = Math.min(view.getUint32(record + 12), view.byteLength - offset);
    if (length <= 0) continue;
    tables.set(tag, { view: new DataView(bytes.buffer, bytes.byteOffset + offset, length), length });
  }
  return tables;
}

/** Prefers a full Unicode subtable (format 12) to the basic plane's (format 4); a symbol font's is the last resort. */
function readCharacterMap({ view }: FontTable): CharacterMap {
  let best: { readonly rank: number; readonly offset: number; readonly symbol: boolean } | undefined;
  const count = view.getUint16(2);
  for (let i = 0; i < count; i++) {
    const platform = view.getUint16(4 + i * 8);
    const encoding = view.getUint16(6 + i * 8);
    const offset = view.getUint32(8 + i * 8);
    const format = view.getUint16(offset);
    if (format !== 4 && format !== 12) continue;
    const symbol = platform === 3 && encoding === 0;
    if (platform !== 0 && platform !== 3) continue;
    const rank = symbol ? 0 : format === 12 ? 2 : 1;
    if (!best || rank > best.rank) best = { rank, offset, symbol };
  }
  if (!best) return () => 0;
  const { offset, symbol } = best;
  const lookup = view.getUint16(offset) === 12 ? segmentedCoverage(view, offset) : segmentMapping(view, offset);
  // Symbol fonts keep their glyphs at U+F000 upwards.
  return symbol ? (c) => lookup(c) || lookup(0xf000 + c) : lookup;
}

/** cmap format 4. */
function segmentMapping(view: DataView, offset: number): CharacterMap {
  const segments = view.getUint16(offset + 6) / 2;
  const ends = offset + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    let low = 0;
    let high = segments - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (view.getUint16(ends + middle * 2) < codePoint) low = middle + 1;
      else high = middle;
    }
    const first = view.getUint16(starts + low * 2);
    if (codePoint < first || codePoint > view.getUint16(ends + low * 2)) return 0;
    const delta = view.getUint16(deltas + low * 2);
    const range = view.getUint16(ranges + low * 2);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const at = ranges + low * 2 + range + (codePoint - first) * 2;
    if (at + 2 > view.byteLength) return 0;
    const glyph = view.getUint16(at);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

/** cmap format 12. */
function segmentedCoverage(view: DataView, offset: number): CharacterMap {
  const groups = view.getUint32(offset + 12);
  const first = offset + 16;
  return (codePoint) => {
    let low = 0;
    let high = groups - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = first + middle * 12;
      if (codePoint < view.getUint32(group)) high = middle - 1;
      else if (codePoint > view.getUint32(group + 4)) low = middle + 1;
      else return view.getUint32(group + 8) + codePoint - view.getUint32(group);
    }
    return 0;
  };
}

/** A Windows (UTF-16) entry of the name table. */
function readName({ view }: FontTable, id: number): string | undefined {
  const count = view.getUint16(2);
  const storage = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const record = 6 + i * 12;
    if (view.getUint16(record) !== 3 || view.getUint16(record + 6) !== id) continue;
    const length = view.getUint16(record + 8);
    const start = storage + view.getUint16(record + 10);
    let name = '';
    for (let k = 0; k + 1 < length; k += 2) name += String.fromCharCode(view.getUint16(start + k));
    return name;
  }
  return undefined;
}
