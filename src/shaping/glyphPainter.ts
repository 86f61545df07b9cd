/** Draws the glyphs of a run: outlines in one piece, and between them what has colours of its own. */

import type { GlyphPaint, GlyphPlacement, RunGlyph } from '../drawing/textBlock.js';
import type { GlyphColors } from '../fonts/glyphColors.js';
import { formatNumber } from '../geometry/numbers.js';
import type { Matrix } from '../geometry/plane.js';
import type { OutlineCommand } from './shaping.js';

/** A picture of a glyph about its origin: design units, y up. */
export interface PaintedPicture {
  readonly mediaType: 'image/png' | 'image/svg+xml';
  readonly data: Uint8Array;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PaintedFont {
  readonly unitsPerEm: number;
  readonly colors: GlyphColors | undefined;
  /** What stands for a glyph's outline; undefined for one without a picture. */
  picture(glyph: number): PaintedPicture | undefined;
  /** Of the outlines, px; 0 for none. */
  readonly strokeWidth: number;
  /** How far glyphs are made to lean to the right for each unit up. */
  readonly slant: number;
  /** A glyph with its origin at x, y as SVG path data; `scale`: px per design unit. */
  outline(glyph: number, x: number, y: number, scale: number): string;
}

export class GlyphPainter {
  readonly #paints: GlyphPaint[] = [];
  /** Outlines that aren't among the paints yet. */
  #data = '';

  constructor(readonly font: PaintedFont) {}

  paint(glyphs: readonly RunGlyph[], { x, y, fontSize, letterSpacing }: GlyphPlacement): readonly GlyphPaint[] {
    const scale = fontSize / this.font.unitsPerEm;
    let pen = x;
    for (const [i, { glyph, cluster, advance, dx = 0, dy = 0 }] of glyphs.entries()) {
      this.#glyph(glyph, pen + dx * scale, y - dy * scale, scale);
      pen += advance * scale;
      if (glyphs[i + 1]?.cluster !== cluster) pen += letterSpacing;
    }
    this.#flush(undefined, 1);
    return this.#paints;
  }

  #glyph(glyph: number, x: number, y: number, scale: number): void {
    const { colors } = this.font;
    const picture = this.font.picture(glyph);
    if (picture) {
      this.#flush(undefined, 1);
      const { mediaType, data, left, top, width, height } = picture;
      const box = { x: x + left * scale, y: y - top * scale, width: width * scale, height: height * scale };
      this.#paints.push({ kind: 'picture', mediaType, data, box, ...leaned(this.font.slant, y) });
      return;
    }
    const layers = colors?.layers(glyph) ?? [];
    if (layers.length > 0) this.#flush(undefined, 1);
    for (const layer of layers) {
      this.#data = this.font.outline(layer.glyph, x, y, scale);
      this.#flush(layer.color, layer.opacity);
    }
    if (layers.length === 0) this.#data += this.font.outline(glyph, x, y, scale);
  }

  #flush(color: string | undefined, opacity: number): void {
    const { strokeWidth } = this.font;
    if (this.#data !== '') this.#paints.push({ kind: 'outline', data: this.#data, color, opacity, strokeWidth });
    this.#data = '';
  }
}

/** Leans a picture about the baseline. */
const leaned = (slant: number, baseline: number): { readonly transform?: Matrix } =>
  slant === 0 ? {} : { transform: { a: 1, b: 0, c: -slant, d: 1, e: slant * baseline, f: 0 } };

/** An outline as SVG path data with its origin at x, y. `slant`: how far it leans for each unit up. */
export const outlineData = (
  commands: readonly OutlineCommand[],
  x: number,
  y: number,
  scale: number,
  slant: number,
): string => commands.map(({ letter, coordinates }) => letter + points(coordinates, x, y, scale, slant)).join('');

function points(coordinates: readonly number[], x: number, y: number, scale: number, slant: number): string {
  const printed: string[] = [];
  for (let i = 0; i + 1 < coordinates.length; i += 2) {
    const [across, up] = [coordinates[i] as number, coordinates[i + 1] as number];
    printed.push(formatNumber(x + (across + up * slant) * scale, 3), formatNumber(y - up * scale, 3));
  }
  return printed.join(' ');
}
