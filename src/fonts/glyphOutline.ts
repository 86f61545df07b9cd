/** The outlines of a TrueType font's glyphs (glyf table), as SVG path data. */

import { PathWriter } from '../geometry/pathWriter.js';
import { BoundedCache, dataSize } from '../primitives/boundedCache.js';
import type { SfntFont } from './sfnt.js';

interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

type Contour = readonly OutlinePoint[];

const ON_CURVE = 1;
const X_SHORT = 2;
const Y_SHORT = 4;
const REPEAT = 8;
const X_SAME_OR_POSITIVE = 16;
const Y_SAME_OR_POSITIVE = 32;

const ARGUMENTS_ARE_WORDS = 1;
const ARGUMENTS_ARE_OFFSETS = 2;
const HAS_SCALE = 8;
const MORE_COMPONENTS = 32;
const HAS_XY_SCALE = 64;
const HAS_MATRIX = 128;
const DEEPEST_COMPOSITE = 6;

/** Whether the font holds TrueType outlines. */
export const hasOutlines = (font: SfntFont): boolean => font.table('glyf') !== undefined;

/** Where a glyph's data lies in the glyf table; undefined for a glyph without an outline, such as a space. */
function glyphSpan(font: SfntFont, glyph: number): { readonly start: number; readonly end: number } | undefined {
  const { view: locations } = font.require('loca');
  const { view: glyphs } = font.require('glyf');
  const long = font.require('head').view.getInt16(50) === 1;
  const entry = (index: number): number => (long ? locations.getUint32(index * 4) : locations.getUint16(index * 2) * 2);
  if ((glyph + 2) * (long ? 4 : 2) > locations.byteLength) return undefined;
  const start = entry(glyph);
  const end = entry(glyph + 1);
  return end <= start || end > glyphs.byteLength ? undefined : { start, end };
}

const glyphOffset = (font: SfntFont, glyph: number): number | undefined => glyphSpan(font, glyph)?.start;

/** A glyph's data as it lies in the file; empty for a glyph without an outline. */
export function glyphData(font: SfntFont, glyph: number): Uint8Array {
  const { start, end } = glyphSpan(font, glyph) ?? { start: 0, end: 0 };
  const { view } = font.require('glyf');
  return new Uint8Array(view.buffer, view.byteOffset + start, end - start);
}

/** Whether a glyph of a font with TrueType outlines has none. */
export const isBlank = (font: SfntFont, glyph: number): boolean =>
  hasOutlines(font) && glyphSpan(font, glyph) === undefined;

/** The glyphs that a composite glyph is put together from; none of a simple one. */
export function componentGlyphs(font: SfntFont, glyph: number): number[] {
  const start = glyphOffset(font, glyph);
  const { view } = font.require('glyf');
  if (start === undefined || view.getInt16(start) >= 0) return [];
  return componentsOf(view, start).map(({ glyph }) => glyph);
}

/** The parts of a composite glyph whose data starts there: where each stands, and where it ends. */
export function componentsOf(view: DataView, start: number): { glyph: number; at: number; end: number }[] {
  const found: { glyph: number; at: number; end: number }[] = [];
  for (let at = start + 10; ; ) {
    const flags = view.getUint16(at);
    const scale = (flags & HAS_SCALE) !== 0 ? 2 : (flags & HAS_XY_SCALE) !== 0 ? 4 : (flags & HAS_MATRIX) !== 0 ? 8 : 0;
    const end = at + 4 + ((flags & ARGUMENTS_ARE_WORDS) !== 0 ? 4 : 2) + scale;
    found.push({ glyph: view.getUint16(at + 2), at, end });
    if ((flags & MORE_COMPONENTS) === 0) return found;
    at = end;
  }
}

/** The leftmost and rightmost coordinate of a glyph's outline, design units; undefined if it has none. */
export function glyphReach(font: SfntFont, glyph: number): { left: number; right: number } | undefined {
  const start = hasOutlines(font) ? glyphOffset(font, glyph) : undefined;
  if (start === undefined) return undefined;
  const { view } = font.require('glyf');
  return { left: view.getInt16(start + 2), right: view.getInt16(start + 6) };
}

function glyphContours(font: SfntFont, glyph: number, depth = 0): Contour[] {
  const start = glyphOffset(font, glyph);
  if (start === undefined) return [];
  const { view: glyphs } = font.require('glyf');
  const contours = glyphs.getInt16(start);
  return contours >= 0
    ? simpleContours(glyphs, start, contours)
    : depth < DEEPEST_COMPOSITE
      ? compositeContours(font, glyphs, start + 10, depth)
      : [];
}

function simpleContours(view: DataView, start: number, count: number): Contour[] {
  if (count === 0) return [];
  let at = start + 10;
  const ends: number[] = [];
  for (let i = 0; i < count; i++, at += 2) ends.push(view.getUint16(at));
  const points = (ends[count - 1] as number) + 1;
  at += 2 + view.getUint16(at);
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = view.getUint8(at++);
    const times = (flag & REPEAT) === 0 ? 1 : 1 + view.getUint8(at++);
    for (let k = 0; k < times; k++) flags.push(flag);
  }
  const coordinates = (short: number, same: number): number[] => {
    let value = 0;
    return flags.slice(0, points).map((flag) => {
      if ((flag & short) !== 0) {
        const delta = view.getUint8(at++);
        value += (flag & same) === 0 ? -delta : delta;
      } else if ((flag & same) === 0) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = coordinates(X_SHORT, X_SAME_OR_POSITIVE);
  const ys = coordinates(Y_SHORT, Y_SAME_OR_POSITIVE);
  let first = 0;
  return ends.map((last) => {
    const contour: OutlinePoint[] = [];
    for (let i = first; i <= last; i++) {
      contour.push({
        x: xs[i] as number,
        y: ys[i] as number,
        onCurve: ((flags[i] as number) & ON_CURVE) !== 0,
      });
    }
    first = last + 1;
    return contour;
  });
}

function compositeContours(font: SfntFont, view: DataView, start: number, depth: number): Contour[] {
  const result: Contour[] = [];
  let at = start;
  for (;;) {
    const flags = view.getUint16(at);
    const glyph = view.getUint16(at + 2);
    at += 4;
    let dx = 0;
    let dy = 0;
    if ((flags & ARGUMENTS_ARE_WORDS) !== 0) {
      dx = view.getInt16(at);
      dy = view.getInt16(at + 2);
      at += 4;
    } else {
      dx = view.getInt8(at);
      dy = view.getInt8(at + 1);
      at += 2;
    }
    if ((flags & ARGUMENTS_ARE_OFFSETS) === 0) {
      // Matching two points: rare, and never in the bundled fonts; drawn unmoved.
      dx = 0;
      dy = 0;
    }
    let [a, b, c, d] = [1, 0, 0, 1];
    const fraction = (): number => {
      const value = view.getInt16(at) / 16384;
      at += 2;
      return value;
    };
    if ((flags & HAS_SCALE) !== 0) {
      a = fraction();
      d = a;
    } else if ((flags & HAS_XY_SCALE) !== 0) {
      a = fraction();
      d = fraction();
    } else if ((flags & HAS_MATRIX) !== 0) {
      a = fraction();
      b = fraction();
      c = fraction();
      d = fraction();
    }
    for (const contour of glyphContours(font, glyph, depth + 1)) {
      result.push(contour.map((p) => ({ x: a * p.x + c * p.y + dx, y: b * p.x + d * p.y + dy, onCurve: p.onCurve })));
    }
    if ((flags & MORE_COMPONENTS) === 0) return result;
  }
}

const middle = (a: OutlinePoint, b: OutlinePoint): OutlinePoint => ({
  x: (a.x + b.x) / 2,
  y: (a.y + b.y) / 2,
  onCurve: true,
});

/** A glyph's outline in design units: moves, lines, quadratic curves and closings by their letters, with their points. */
interface GlyphOutline {
  /** Codes of ASCII. */
  readonly letters: readonly number[];
  /** x and y in turn: two points for a curve, none for a closing, else one. */
  readonly coordinates: readonly number[];
}

const [MOVE, LINE, CURVE, CLOSING] = [0x4d, 0x4c, 0x51, 0x5a] as const;

/** What the outlines of one font that are remembered may take, bytes. */
const KEPT_OUTLINES = 4 * 1024 * 1024;

/** The outlines of a font that were read already, and what writes them. */
class FontOutlines {
  readonly writer = new PathWriter(3);
  readonly #known = new BoundedCache<number, GlyphOutline>(KEPT_OUTLINES, dataSize);

  constructor(readonly font: SfntFont) {}

  outline(glyph: number): GlyphOutline {
    return this.#known.remember(glyph, () => readOutline(glyphContours(this.font, glyph)));
  }
}

const outlines = new WeakMap<SfntFont, FontOutlines>();

function outlinesOf(font: SfntFont): FontOutlines {
  const known = outlines.get(font) ?? new FontOutlines(font);
  outlines.set(font, known);
  return known;
}

function readOutline(contours: readonly Contour[]): GlyphOutline {
  const letters: number[] = [];
  const coordinates: number[] = [];
  const add = (letter: number, ...points: readonly OutlinePoint[]): void => {
    letters.push(letter);
    for (const { x, y } of points) coordinates.push(x, y);
  };
  for (const contour of contours) {
    const count = contour.length;
    if (count < 2) continue;
    const pointAt = (index: number): OutlinePoint => contour[index % count] as OutlinePoint;
    const firstOnCurve = contour.findIndex((p) => p.onCurve);
    const start = firstOnCurve >= 0 ? pointAt(firstOnCurve) : middle(pointAt(0), pointAt(1));
    const offset = firstOnCurve >= 0 ? firstOnCurve + 1 : 1;
    const steps = firstOnCurve >= 0 ? count - 1 : count;
    add(MOVE, start);
    let control: OutlinePoint | undefined;
    for (let i = 0; i < steps; i++) {
      const p = pointAt(offset + i);
      if (p.onCurve) {
        if (control) add(CURVE, control, p);
        else add(LINE, p);
        control = undefined;
      } else {
        if (control) add(CURVE, control, middle(control, p));
        control = p;
      }
    }
    if (control) add(CURVE, control, start);
    add(CLOSING);
  }
  return { letters, coordinates };
}

/** SVG path data of one glyph with its origin at x, y (y pointing down). `slant`: how far it leans for each unit up. */
export function glyphPath(font: SfntFont, glyph: number, x: number, y: number, scale: number, slant = 0): string {
  const known = outlinesOf(font);
  const { letters, coordinates } = known.outline(glyph);
  if (letters.length === 0) return '';
  const { writer } = known;
  writer.start();
  let at = 0;
  for (const letter of letters) {
    writer.letter(letter);
    const points = letter === CLOSING ? 0 : letter === CURVE ? 2 : 1;
    for (let i = 0; i < points; i++, at += 2) {
      const up = coordinates[at + 1] as number;
      const across = x + ((coordinates[at] as number) + up * slant) * scale;
      if (i === 0) writer.point(across, y - up * scale);
      else writer.nextPoint(across, y - up * scale);
    }
  }
  return writer.take();
}
