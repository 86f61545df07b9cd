/** Which glyph a font has for a character: its cmap table. */
import type { FontTable } from './fontTable.js';

/** The glyph of a character, 0 for none. */
export type CharacterMap = (codePoint: number) => number;

/** Prefers a full Unicode subtable (format 12) to the basic plane's (format 4); a symbol font's is the last resort. */
export function readCharacterMap({ view }: FontTable): CharacterMap {
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
