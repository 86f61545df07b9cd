/** Cuts a font down to the glyphs that a text needs: glyphs keep their numbers, unused ones become empty. */
import { append } from '../primitives/lists.js';
import { COLOR_TABLES } from './glyphColors.js';
import { componentGlyphs, glyphData, hasOutlines } from './glyphOutline.js';
import type { SfntFont } from './sfnt.js';
import { type FontTables, searchFields, sfntFile } from './sfntWriter.js';

/** What of a font is used, and how it is set. */
export interface FontUsage {
  /** The glyph of each character. */
  readonly characters: ReadonlyMap<number, number>;
  /** The advance of each glyph, design units. */
  readonly advances: ReadonlyMap<number, number>;
  /** Kerning other than zero, of pairs of glyphs that stand beside each other: left × 65536 + right. */
  readonly kerning: ReadonlyMap<number, number>;
}

/** Tables that a subset takes over as they are. */
const KEPT = ['OS/2', 'cvt ', 'fpgm', 'prep', 'gasp', 'maxp'];
/** Signs a file as it was, and so not what it becomes here. */
const SIGNATURE = 'DSIG';

const EMBEDDING_RESTRICTED = 2;
const EMBEDDING_KINDS = 0xf;
const NO_SUBSETTING = 0x100;

/** OS/2 fsType. */
const licence = (font: SfntFont): number => font.table('OS/2')?.view.getUint16(8) ?? 0;

/** Whether the font's maker allows it in documents. */
export const mayBeEmbedded = (font: SfntFont): boolean => (licence(font) & EMBEDDING_KINDS) !== EMBEDDING_RESTRICTED;

/** Whether its maker allows it to be cut down. */
export const maySubset = (font: SfntFont): boolean => (licence(font) & NO_SUBSETTING) === 0;

/** Scripts whose letters change with their neighbours: they need all of a font's glyphs and its layout tables. */
const SHAPED_SCRIPTS =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Khmer}]/u;

/** A font file with what the usage names, set as it says; the whole font where parts of it would not do. */
export function subsetFont(font: SfntFont, usage: FontUsage): Uint8Array {
  const text = Array.from(usage.characters.keys(), (code) => String.fromCodePoint(code)).join('');
  const whole =
    !hasOutlines(font) ||
    font.glyphCount === 0 ||
    !maySubset(font) ||
    COLOR_TABLES.some((tag) => font.table(tag)) ||
    SHAPED_SCRIPTS.test(text);
  return sfntFile(whole ? allTables(font) : usedTables(font, usage));
}

function bytesOf(font: SfntFont, tag: string): Uint8Array {
  const { view } = font.require(tag);
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

const allTables = (font: SfntFont): FontTables =>
  new Map(font.tags.filter((tag) => tag !== SIGNATURE).map((tag) => [tag, bytesOf(font, tag)]));

function usedTables(font: SfntFont, usage: FontUsage): FontTables {
  const glyphs = withComponents(font, [0, ...usage.advances.keys()]);
  const tables = new Map<string, Uint8Array>();
  for (const tag of KEPT) if (font.table(tag)) tables.set(tag, bytesOf(font, tag));
  const head = bytesOf(font, 'head').slice();
  new DataView(head.buffer).setInt16(50, 1);
  tables.set('head', head);
  const hhea = bytesOf(font, 'hhea').slice();
  new DataView(hhea.buffer).setUint16(34, font.glyphCount);
  tables.set('hhea', hhea);
  tables.set('hmtx', horizontalMetrics(font, glyphs, usage.advances));
  const { glyf, loca } = outlines(font, glyphs);
  tables.set('glyf', glyf);
  tables.set('loca', loca);
  tables.set('cmap', characterMap(usage.characters));
  if (font.table('name')) tables.set('name', shortNames(font.require('name').view));
  tables.set('post', post(font));
  if (usage.kerning.size > 0) tables.set('kern', kern(usage.kerning));
  return tables;
}

/** The glyphs and those that they are put together from. */
function withComponents(font: SfntFont, glyphs: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [...glyphs];
  for (let glyph = open.pop(); glyph !== undefined; glyph = open.pop()) {
    if (found.has(glyph) || glyph >= font.glyphCount) continue;
    found.add(glyph);
    append(open, componentGlyphs(font, glyph));
  }
  return found;
}

function outlines(font: SfntFont, glyphs: ReadonlySet<number>): { glyf: Uint8Array; loca: Uint8Array } {
  const data = [...glyphs].sort((a, b) => a - b).map((glyph) => ({ glyph, bytes: glyphData(font, glyph) }));
  const size = data.reduce((sum, { bytes }) => sum + ((bytes.length + 3) & ~3), 0);
  // An empty glyf table is taken for a missing one.
  const glyf = new Uint8Array(Math.max(size, 4));
  const loca = new Uint8Array((font.glyphCount + 1) * 4);
  const locations = new DataView(loca.buffer);
  let offset = 0;
  let next = 0;
  for (let glyph = 0; glyph <= font.glyphCount; glyph++) {
    locations.setUint32(glyph * 4, offset);
    const entry = data[next];
    if (entry?.glyph !== glyph) continue;
    glyf.set(entry.bytes, offset);
    offset += (entry.bytes.length + 3) & ~3;
    next++;
  }
  return { glyf, loca };
}

function horizontalMetrics(
  font: SfntFont,
  glyphs: ReadonlySet<number>,
  advances: ReadonlyMap<number, number>,
): Uint8Array {
  const table = new Uint8Array(font.glyphCount * 4);
  const view = new DataView(table.buffer);
  for (const glyph of glyphs) {
    view.setUint16(glyph * 4, advances.get(glyph) ?? font.advance(glyph));
    view.setInt16(glyph * 4 + 2, font.leftBearing(glyph));
  }
  return table;
}

interface CharacterRange {
  readonly first: number;
  readonly last: number;
  readonly glyph: number;
}

/** Stretches of characters whose glyphs follow each other too. */
function ranges(characters: ReadonlyMap<number, number>): CharacterRange[] {
  const result: CharacterRange[] = [];
  for (const [character, glyph] of [...characters].sort(([a], [b]) => a - b)) {
    const range = result[result.length - 1];
    if (range && character === range.last + 1 && glyph === range.glyph + character - range.first) {
      result[result.length - 1] = { ...range, last: character };
    } else {
      result.push({ first: character, last: character, glyph });
    }
  }
  return result;
}

/** Format 4 for the basic plane, which every reader takes, and format 12 where there is more. */
function characterMap(characters: ReadonlyMap<number, number>): Uint8Array {
  const basic = segments(ranges(new Map([...characters].filter(([character]) => character < 0xffff))));
  const full = [...characters.keys()].some((character) => character > 0xffff)
    ? groups(ranges(characters))
    : new Uint8Array();
  const count = full.length > 0 ? 2 : 1;
  const table = new Uint8Array(4 + count * 8 + basic.length + full.length);
  const view = new DataView(table.buffer);
  view.setUint16(2, count);
  const encodings = [
    { encoding: 1, data: basic },
    { encoding: 10, data: full },
  ].slice(0, count);
  let offset = 4 + count * 8;
  for (const [i, { encoding, data }] of encodings.entries()) {
    view.setUint16(4 + i * 8, 3);
    view.setUint16(6 + i * 8, encoding);
    view.setUint32(8 + i * 8, offset);
    table.set(data, offset);
    offset += data.length;
  }
  return table;
}

function segments(found: readonly CharacterRange[]): Uint8Array {
  const all = [...found, { first: 0xffff, last: 0xffff, glyph: 0 }];
  const count = all.length;
  const words = [
    4,
    16 + count * 8,
    0,
    count * 2,
    ...searchFields(count, 2),
    ...all.map(({ last }) => last),
    0,
    ...all.map(({ first }) => first),
    ...all.map(({ first, glyph }) => (first === 0xffff ? 1 : glyph - first) & 0xffff),
    ...all.map(() => 0),
  ];
  return numbers(words, 2);
}

const groups = (found: readonly CharacterRange[]): Uint8Array =>
  numbers(
    [
      12 << 16,
      16 + found.length * 12,
      0,
      found.length,
      ...found.flatMap(({ first, last, glyph }) => [first, last, glyph]),
    ],
    4,
  );

function numbers(values: readonly number[], size: 2 | 4): Uint8Array {
  const bytes = new Uint8Array(values.length * size);
  const view = new DataView(bytes.buffer);
  for (const [i, value] of values.entries()) {
    if (size === 2) view.setUint16(i * 2, value);
    else view.setUint32(i * 4, value);
  }
  return bytes;
}

/** As many pairs as a kern table counts. */
const MOST_PAIRS = 10_000;

function kern(pairs: ReadonlyMap<number, number>): Uint8Array {
  const entries = [...pairs].sort(([a], [b]) => a - b).slice(0, MOST_PAIRS);
  const count = entries.length;
  const horizontalPairs = 1;
  return numbers(
    [
      0,
      1,
      0,
      14 + count * 6,
      horizontalPairs,
      count,
      ...searchFields(count, 6),
      ...entries.flatMap(([pair, value]) => [Math.floor(pair / 0x10000), pair & 0xffff, value & 0xffff]),
    ],
    2,
  );
}

/** Copyright, family, style, full and PostScript name, licence and its address. */
const NAMES = new Set([0, 1, 2, 4, 6, 13, 14]);

/** The English names of Windows' encoding that a font is known and licensed by. */
function shortNames(view: DataView): Uint8Array {
  const storage = view.getUint16(4);
  const records: { readonly at: number; readonly data: Uint8Array }[] = [];
  for (let i = 0; i < view.getUint16(2); i++) {
    const at = 6 + i * 12;
    const english = view.getUint16(at) === 3 && view.getUint16(at + 4) === 0x409;
    if (!english || !NAMES.has(view.getUint16(at + 6))) continue;
    const start = view.byteOffset + storage + view.getUint16(at + 10);
    records.push({ at, data: new Uint8Array(view.buffer, start, view.getUint16(at + 8)) });
  }
  const start = 6 + records.length * 12;
  const table = new Uint8Array(records.reduce((size, { data }) => size + data.length, start));
  const out = new DataView(table.buffer);
  out.setUint16(2, records.length);
  out.setUint16(4, start);
  let offset = 0;
  for (const [i, { at, data }] of records.entries()) {
    for (let k = 0; k < 10; k += 2) out.setUint16(6 + i * 12 + k, view.getUint16(at + k));
    out.setUint16(6 + i * 12 + 10, offset);
    table.set(data, start + offset);
    offset += data.length;
  }
  return table;
}

/** Without the glyphs' names. */
function post(font: SfntFont): Uint8Array {
  const table = new Uint8Array(32);
  const source = font.table('post');
  if (source) table.set(bytesOf(font, 'post').subarray(0, 32));
  new DataView(table.buffer).setUint32(0, 0x00030000);
  return table;
}
