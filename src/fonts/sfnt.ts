/** Reads what text needs from a font file: metrics, character map, advances. Tables are read when first asked for. */
import { type CharacterMap, readCharacterMap } from './characterMap.js';
import { allFamilyNames, familyName } from './fontNames.js';
import { FontFormatError, type FontTable, readTables, within } from './fontTable.js';
import { readKerning } from './kerning.js';

/** OS/2 fsSelection bit 7: line metrics are the typographic ones. */
const USE_TYPO_METRICS = 1 << 7;

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

  /** `index`: which font of a collection. Throws FontFormatError or RangeError for a file that can't be read. */
  constructor(
    readonly bytes: Uint8Array,
    readonly index = 0,
  ) {
    this.#tables = readTables(bytes, index);
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
    const characters = this.#characters;
    return within(() => characters(codePoint), 0);
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
    this.#kerning ??= within(
      () => readKerning(this),
      () => 0,
    );
    const kerning = this.#kerning;
    return within(() => kerning(left, right), 0);
  }

  /** All names that its family goes by: with some files "Noto Sans SemiBold" beside "Noto Sans", or in other languages. */
  familyNames(): readonly string[] {
    const names = this.table('name');
    return names ? allFamilyNames(names) : [];
  }

  /** The family name the file gives itself (typographic family before family). */
  familyName(): string {
    const names = this.table('name');
    return names ? familyName(names) : '';
  }
}
