/** Pair kerning of a font: GPOS pair adjustment where the font has it, else its 'kern' table. */
import { BoundedCache } from '../primitives/boundedCache.js';
import type { FontTable } from './fontTable.js';

type PairAdjustment = (left: number, right: number) => number;

const NO_KERNING: PairAdjustment = () => 0;
/** Which of GPOS's lookup kinds are read. */
const PAIR_ADJUSTMENT = 2;
const EXTENSION = 9;

/** `font`: what its tables are, by their tags. */
export function readKerning(font: { table(tag: string): FontTable | undefined }): PairAdjustment {
  const positioning = font.table('GPOS');
  const kern = font.table('kern');
  if (positioning) {
    const lookups = pairLookups(positioning.view);
    if (lookups.length > 0) {
      // The first subtable of a lookup that knows the pair decides; lookups add up.
      return cached((left, right) =>
        lookups.reduce((sum, subtables) => {
          for (const subtable of subtables) {
            const value = subtable(left, right);
            if (value !== undefined) return sum + value;
          }
          return sum;
        }, 0),
      );
    }
  }
  return kern ? kernTable(kern) : NO_KERNING;
}

function cached(read: PairAdjustment): PairAdjustment {
  const known = new BoundedCache<number, number>(4 * 1024 * 1024, () => 8);
  return (left, right) => known.remember(left * 0x10000 + right, () => read(left, right));
}

type PairSubtable = (left: number, right: number) => number | undefined;

function pairLookups(view: DataView): PairSubtable[][] {
  const lookupList = view.getUint16(8);
  return kerningLookupIndices(view).map((index) => {
    const lookup = lookupList + view.getUint16(lookupList + 2 + index * 2);
    const kind = view.getUint16(lookup);
    const count = view.getUint16(lookup + 4);
    const subtables: PairSubtable[] = [];
    for (let i = 0; i < count; i++) {
      let at = lookup + view.getUint16(lookup + 6 + i * 2);
      let type = kind;
      if (type === EXTENSION) {
        type = view.getUint16(at + 2);
        at += view.getUint32(at + 4);
      }
      if (type === PAIR_ADJUSTMENT) subtables.push(pairSubtable(view, at));
    }
    return subtables;
  });
}

/** The lookups of the 'kern' feature in the Latin (or default) script's default language. */
function kerningLookupIndices(view: DataView): number[] {
  const scripts = view.getUint16(4);
  const features = view.getUint16(6);
  const tagAt = (offset: number): string => String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(offset + k)));
  let script: number | undefined;
  for (let i = 0; i < view.getUint16(scripts); i++) {
    const record = scripts + 2 + i * 6;
    const tag = tagAt(record);
    if (tag === 'latn' || (tag === 'DFLT' && script === undefined)) script = scripts + view.getUint16(record + 4);
  }
  if (script === undefined || view.getUint16(script) === 0) return [];
  const language = script + view.getUint16(script);
  const found: number[] = [];
  for (let i = 0; i < view.getUint16(language + 4); i++) {
    const record = features + 2 + view.getUint16(language + 6 + i * 2) * 6;
    if (tagAt(record) !== 'kern') continue;
    const feature = features + view.getUint16(record + 4);
    for (let k = 0; k < view.getUint16(feature + 2); k++) found.push(view.getUint16(feature + 4 + k * 2));
  }
  return found.sort((a, b) => a - b);
}

const bitCount = (value: number): number => {
  let bits = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) bits++;
  return bits;
};

/** Value formats: bits of placement x, y, then advance x. */
const X_ADVANCE = 4;

function pairSubtable(view: DataView, at: number): PairSubtable {
  const format = view.getUint16(at);
  const covered = coverage(view, at + view.getUint16(at + 2));
  const format1 = view.getUint16(at + 4);
  const format2 = view.getUint16(at + 6);
  const size1 = bitCount(format1) * 2;
  const size2 = bitCount(format2) * 2;
  const advanceOffset = bitCount(format1 & (X_ADVANCE - 1)) * 2;
  const advanceAt = (value: number): number => ((format1 & X_ADVANCE) === 0 ? 0 : view.getInt16(value + advanceOffset));
  if (format === 1) {
    const recordSize = 2 + size1 + size2;
    return (left, right) => {
      const index = covered(left);
      if (index < 0) return undefined;
      const set = at + view.getUint16(at + 10 + index * 2);
      let low = 0;
      let high = view.getUint16(set) - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const record = set + 2 + middle * recordSize;
        const second = view.getUint16(record);
        if (second === right) return advanceAt(record + 2);
        if (second < right) low = middle + 1;
        else high = middle - 1;
      }
      return undefined;
    };
  }
  const classOfLeft = classDefinition(view, at + view.getUint16(at + 8));
  const classOfRight = classDefinition(view, at + view.getUint16(at + 10));
  const rightClasses = view.getUint16(at + 14);
  return (left, right) => {
    if (covered(left) < 0) return undefined;
    return advanceAt(at + 16 + (classOfLeft(left) * rightClasses + classOfRight(right)) * (size1 + size2));
  };
}

/** The index of a glyph in a coverage table, -1 outside it. */
function coverage(view: DataView, at: number): (glyph: number) => number {
  const indices = new Map<number, number>();
  const count = view.getUint16(at + 2);
  if (view.getUint16(at) === 1) {
    for (let i = 0; i < count; i++) indices.set(view.getUint16(at + 4 + i * 2), i);
  } else {
    for (let i = 0; i < count; i++) {
      const range = at + 4 + i * 6;
      const first = view.getUint16(range);
      const last = view.getUint16(range + 2);
      const index = view.getUint16(range + 4);
      for (let glyph = first; glyph <= last; glyph++) indices.set(glyph, index + glyph - first);
    }
  }
  return (glyph) => indices.get(glyph) ?? -1;
}

function classDefinition(view: DataView, at: number): (glyph: number) => number {
  const classes = new Map<number, number>();
  if (view.getUint16(at) === 1) {
    const first = view.getUint16(at + 2);
    const count = view.getUint16(at + 4);
    for (let i = 0; i < count; i++) classes.set(first + i, view.getUint16(at + 6 + i * 2));
  } else {
    const count = view.getUint16(at + 2);
    for (let i = 0; i < count; i++) {
      const range = at + 4 + i * 6;
      const value = view.getUint16(range + 4);
      for (let glyph = view.getUint16(range); glyph <= view.getUint16(range + 2); glyph++) classes.set(glyph, value);
    }
  }
  return (glyph) => classes.get(glyph) ?? 0;
}

/** Microsoft's 'kern' table, format 0. */
function kernTable({ view }: FontTable): PairAdjustment {
  const pairs = new Map<number, number>();
  let at = 4;
  for (let i = 0; i < view.getUint16(2) && at + 14 <= view.byteLength; i++) {
    const coverageBits = view.getUint16(at + 4);
    if (coverageBits >> 8 === 0 && (coverageBits & 1) !== 0) {
      const count = view.getUint16(at + 6);
      for (let k = 0; k < count && at + 20 + k * 6 <= view.byteLength; k++) {
        const record = at + 14 + k * 6;
        pairs.set(view.getUint32(record), view.getInt16(record + 4));
      }
    }
    at += Math.max(6, view.getUint16(at + 2));
  }
  return (left, right) => pairs.get(left * 0x10000 + right) ?? 0;
}
