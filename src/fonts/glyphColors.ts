/** Glyphs in colour: pictures (CBDT, sbix) and layers of outlines (COLR, version 0). */
import { type FontTable, within } from './fontTable.js';
import type { SfntFont } from './sfnt.js';

/** A PNG picture of a glyph, and where it lies about the glyph's origin: design units, y up. */
export interface GlyphBitmap {
  readonly png: Uint8Array;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A part of a glyph: the outline of another. */
export interface GlyphLayer {
  readonly glyph: number;
  /** undefined: the text's own. */
  readonly color: string | undefined;
  readonly opacity: number;
}

export interface GlyphColors {
  bitmap(glyph: number): GlyphBitmap | undefined;
  /** From the lowest up; none of a glyph without colours. */
  layers(glyph: number): readonly GlyphLayer[];
}

/** The tables that hold colours, also those that are not read here. */
export const COLOR_TABLES = ['COLR', 'CBDT', 'sbix', 'SVG '];

/** How a font's colours are read; undefined for one without. */
export function glyphColors(font: SfntFont): GlyphColors | undefined {
  const [locations, images, strikes, layers, palettes] = ['CBLC', 'CBDT', 'sbix', 'COLR', 'CPAL'].map((tag) =>
    font.table(tag),
  );
  const none = (): undefined => undefined;
  const bitmap = within(
    () => (locations && images ? bitmapTable(font, locations, images) : strikes && strikeTable(font, strikes)),
    undefined,
  );
  const layered = within(() => layers && palettes && layerTable(layers.view, palettes.view), undefined);
  if (!bitmap && !layered) return undefined;
  return {
    bitmap: (glyph) => within(() => (bitmap ?? none)(glyph), undefined),
    layers: (glyph) => within(() => layered?.(glyph) ?? [], []),
  };
}

/**
 * What a font has of colours that are not read here, if it has none that are: 'graph', glyphs painted by COLR in its
 * version 1, which shapers know; 'svg', what nobody here knows.
 */
export function otherColors(font: SfntFont): 'graph' | 'svg' | undefined {
  if (font.table('CBDT') || font.table('sbix')) return undefined;
  const layers = font.table('COLR')?.view;
  if (!layers) return font.table('SVG ') && 'svg';
  return within(() => layers.getUint16(0) > 0 && layers.getUint16(2) === 0, false) ? 'graph' : undefined;
}

type BitmapReader = (glyph: number) => GlyphBitmap | undefined;

const STRIKE = 48;

/** Where a glyph's picture lies in CBDT, in which of its formats; with its metrics, where they are the same for several. */
interface BitmapPlace {
  readonly offset: number;
  readonly format: number;
  readonly metrics: number | undefined;
}

/** CBLC and CBDT: of several sizes the largest. */
function bitmapTable(font: SfntFont, { view: locations }: FontTable, { view: images }: FontTable): BitmapReader {
  let strike = 8;
  const pixels = (at: number): number => locations.getUint8(at + 45);
  for (let i = 1; i < locations.getUint32(4); i++) {
    if (pixels(8 + i * STRIKE) > pixels(strike)) strike = 8 + i * STRIKE;
  }
  const scale = font.unitsPerEm / pixels(strike);
  return (glyph) => {
    const place = bitmapPlace(locations, strike, glyph);
    return place && bitmapAt(images, locations, place, scale);
  };
}

function bitmapPlace(view: DataView, strike: number, glyph: number): BitmapPlace | undefined {
  const list = view.getUint32(strike);
  for (let i = 0; i < view.getUint32(strike + 8); i++) {
    const entry = list + i * 8;
    const first = view.getUint16(entry);
    if (glyph < first || glyph > view.getUint16(entry + 2)) continue;
    const found = placeInRange(view, list + view.getUint32(entry + 4), glyph - first, glyph);
    if (found) return found;
  }
  return undefined;
}

function placeInRange(view: DataView, table: number, index: number, glyph: number): BitmapPlace | undefined {
  const format = view.getUint16(table + 2);
  const images = view.getUint32(table + 4);
  const at = table + 8;
  const span = (start: number, end: number, metrics?: number): BitmapPlace | undefined =>
    end > start ? { offset: images + start, format, metrics } : undefined;
  const size = view.getUint32(at);
  switch (view.getUint16(table)) {
    case 1:
      return span(view.getUint32(at + index * 4), view.getUint32(at + index * 4 + 4));
    case 2:
      return span(index * size, (index + 1) * size, at + 4);
    case 3:
      return span(view.getUint16(at + index * 2), view.getUint16(at + index * 2 + 2));
    case 4: {
      const entry = indexOf(view, at + 4, view.getUint32(at), 4, glyph);
      return entry < 0 ? undefined : span(view.getUint16(at + 6 + entry * 4), view.getUint16(at + 10 + entry * 4));
    }
    case 5: {
      const entry = indexOf(view, at + 16, view.getUint32(at + 12), 2, glyph);
      return entry < 0 ? undefined : span(entry * size, (entry + 1) * size, at + 4);
    }
    default:
      return undefined;
  }
}

/** The place of a glyph's number in a list of them. */
function indexOf(view: DataView, at: number, count: number, stride: number, glyph: number): number {
  for (let i = 0; i < count; i++) if (view.getUint16(at + i * stride) === glyph) return i;
  return -1;
}

/** Formats: small metrics (17), big ones (18), none (19), then the length of the PNG and the PNG. */
function bitmapAt(
  images: DataView,
  locations: DataView,
  { offset, format, metrics }: BitmapPlace,
  scale: number,
): GlyphBitmap | undefined {
  const start = format === 17 ? offset + 5 : format === 18 ? offset + 8 : format === 19 ? offset : undefined;
  const [view, at] = format === 19 ? [locations, metrics] : [images, offset];
  if (start === undefined || at === undefined) return undefined;
  const png = new Uint8Array(images.buffer, images.byteOffset + start + 4, images.getUint32(start));
  return {
    png,
    left: view.getInt8(at + 2) * scale,
    top: view.getInt8(at + 3) * scale,
    width: view.getUint8(at + 1) * scale,
    height: view.getUint8(at) * scale,
  };
}

const PNG = 0x706e6720;
const DUPLICATE = 0x64757065;
/** Where PNG says how wide it is. */
const PNG_WIDTH = 16;

/** Apple's sbix: of several sizes the largest; pictures that aren't PNG are left out. */
function strikeTable(font: SfntFont, { view }: FontTable): BitmapReader {
  let strike = view.getUint32(8);
  for (let i = 1; i < view.getUint32(4); i++) {
    const other = view.getUint32(8 + i * 4);
    if (view.getUint16(other) > view.getUint16(strike)) strike = other;
  }
  const scale = font.unitsPerEm / view.getUint16(strike);
  const read = (glyph: number, mayRefer: boolean): GlyphBitmap | undefined => {
    if (glyph >= font.glyphCount) return undefined;
    const start = strike + view.getUint32(strike + 4 + glyph * 4);
    const length = strike + view.getUint32(strike + 8 + glyph * 4) - start - 8;
    if (length <= 0) return undefined;
    const kind = view.getUint32(start + 4);
    if (kind === DUPLICATE && mayRefer) return read(view.getUint16(start + 8), false);
    if (kind !== PNG || length < PNG_WIDTH + 8) return undefined;
    const height = view.getUint32(start + 8 + PNG_WIDTH + 4) * scale;
    return {
      png: new Uint8Array(view.buffer, view.byteOffset + start + 8, length),
      left: view.getInt16(start),
      top: view.getInt16(start + 2) + height,
      width: view.getUint32(start + 8 + PNG_WIDTH) * scale,
      height,
    };
  };
  return (glyph) => read(glyph, true);
}

/** A layer in the colour of the text. */
const TEXT_COLOR = 0xffff;

/** COLR's records of version 0, which later versions have too, in the colours of the first palette. */
function layerTable(layers: DataView, palettes: DataView): (glyph: number) => readonly GlyphLayer[] {
  const count = layers.getUint16(2);
  const bases = layers.getUint32(4);
  const records = layers.getUint32(8);
  const colors = palettes.getUint32(8) + palettes.getUint16(12) * 4;
  const colorOf = (index: number): Pick<GlyphLayer, 'color' | 'opacity'> => {
    if (index === TEXT_COLOR) return { color: undefined, opacity: 1 };
    const at = colors + index * 4;
    const hex = [2, 1, 0].map((k) =>
      palettes
        .getUint8(at + k)
        .toString(16)
        .padStart(2, '0'),
    );
    return { color: `#${hex.join('')}`, opacity: palettes.getUint8(at + 3) / 255 };
  };
  return (glyph) => {
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const base = bases + middle * 6;
      const found = layers.getUint16(base);
      if (found === glyph) {
        const first = layers.getUint16(base + 2);
        return Array.from({ length: layers.getUint16(base + 4) }, (_, i) => {
          const record = records + (first + i) * 4;
          return { glyph: layers.getUint16(record), ...colorOf(layers.getUint16(record + 2)) };
        });
      }
      if (found < glyph) low = middle + 1;
      else high = middle - 1;
    }
    return [];
  };
}
