/** What PDF wants to know of a font file: its kind, its metrics and its glyphs' widths. */
import { withOwnNumbers } from './cffNumbers.js';

export interface FontProgram {
  readonly bytes: Uint8Array;
  readonly kind: 'truetype' | 'cff';
  readonly unitsPerEm: number;
  /** Left, bottom, right and top of what all glyphs reach, design units. */
  readonly box: readonly [number, number, number, number];
  /** The advance of a glyph, design units. */
  width(glyph: number): number;
}

/** Reads a font file; undefined for what has no outlines that PDF knows, and for a file that is cut off. */
export function readFontProgram(bytes: Uint8Array): FontProgram | undefined {
  try {
    return readTables(bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readTables(bytes: Uint8Array): FontProgram | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + i * 16;
    tables.set(String.fromCharCode(...bytes.subarray(record, record + 4)), view.getUint32(record + 8));
  }
  const [head, hhea, hmtx] = ['head', 'hhea', 'hmtx'].map((tag) => tables.get(tag));
  const cff = tables.get('CFF ');
  const kind = tables.has('glyf') ? 'truetype' : cff !== undefined ? 'cff' : undefined;
  if (head === undefined || hhea === undefined || hmtx === undefined || kind === undefined) return undefined;
  const widths = view.getUint16(hhea + 34);
  return {
    bytes: kind === 'cff' && cff !== undefined ? withOwnNumbers(bytes, cff) : bytes,
    kind,
    unitsPerEm: view.getUint16(head + 18),
    box: [view.getInt16(head + 36), view.getInt16(head + 38), view.getInt16(head + 40), view.getInt16(head + 42)],
    width: (glyph) => view.getUint16(hmtx + Math.min(glyph, widths - 1) * 4),
  };
}
