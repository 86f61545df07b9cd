/** A face as text is measured and drawn with it: shaped advances and outlines over one font file. */

import { glyphSize } from '../drawing/fontSizes.js';
import type { FontFace, GlyphPaint, GlyphPlacement, RunGlyph } from '../drawing/textBlock.js';
import { mayBeEmbedded, maySubset, subsetFont } from '../fonts/fontSubset.js';
import { type GlyphColors, glyphColors, otherColors } from '../fonts/glyphColors.js';
import { glyphPath, glyphReach, hasOutlines, isBlank } from '../fonts/glyphOutline.js';
import type { SfntFont } from '../fonts/sfnt.js';
import { woffFile } from '../fonts/sfntWriter.js';
import { BoundedCache } from '../primitives/boundedCache.js';
import { hasRightToLeft, mirrored } from './bidi.js';
import { type FaceAdjustments, FaceShaping, type ShapingOptions } from './faceShaping.js';
import { GlyphPainter, outlineData, type PaintedPicture } from './glyphPainter.js';
import { isIgnorable } from './ignorable.js';

export type { FaceAdjustments } from './faceShaping.js';

/** What the widths of texts that are remembered may take, bytes. */
const KEPT_WIDTHS = 1024 * 1024;
const LONGEST_CACHED = 64;

/** How a face is made up where its family has no such font: thicker, or slanted. */
export interface Synthesis {
  readonly bold: boolean;
  readonly italic: boolean;
}

export const NO_SYNTHESIS: Synthesis = { bold: false, italic: false };

/** How far a made-up italic leans: to the right, for each unit up. */
const SLANT = 0.25;
/** How much thicker a made-up bold is, em. */
const BOLDER = 1 / 34;

export interface FaceOptions extends ShapingOptions {
  /** Not one of the bundled fonts: it may be of any kind, and broken. */
  readonly isForeign?: boolean;
  readonly isSystemFont?: boolean;
  readonly synthesis?: Synthesis;
}

/** What a face is asked for by. */
export type FaceName = Pick<FontFace, 'family' | 'weight' | 'italic'>;

export class SfntFace implements FontFace {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly xHeight: number;
  readonly isSystemFont: boolean;
  readonly slant: number;
  readonly bolder: number;
  readonly #shaping: FaceShaping;
  readonly #hasGraph: boolean;
  readonly #lacksColors: boolean;
  readonly #widths = new BoundedCache<string, number>(KEPT_WIDTHS, () => 8);
  #colors: GlyphColors | undefined | 'unread' = 'unread';

  constructor(
    readonly font: SfntFont,
    { family, weight, italic }: FaceName,
    adjustments: FaceAdjustments = {},
    readonly options: FaceOptions = {},
  ) {
    this.family = family;
    this.weight = weight;
    this.italic = italic;
    this.unitsPerEm = font.unitsPerEm;
    const { ascent, descent, lineGap } = adjustments.lineMetrics ?? font.lineMetrics;
    this.ascent = ascent;
    this.descent = descent;
    this.lineGap = lineGap;
    this.xHeight = font.xHeight;
    this.#shaping = new FaceShaping(font, { adjustments, ...options });
    const other = otherColors(font);
    this.#hasGraph = other === 'graph' && options.shaper !== undefined;
    this.#lacksColors = other !== undefined && !this.#hasGraph;
    this.isSystemFont = options.isSystemFont === true;
    const { bold, italic: slanted } = options.synthesis ?? NO_SYNTHESIS;
    this.slant = slanted ? SLANT : 0;
    this.bolder = bold ? BOLDER : 0;
  }

  get isColored(): boolean {
    return this.#hasGraph || this.#colored !== undefined;
  }

  get #colored(): GlyphColors | undefined {
    if (this.#colors === 'unread') this.#colors = glyphColors(this.font);
    return this.#colors;
  }

  hasGlyph(codePoint: number): boolean {
    if (isIgnorable(codePoint)) return true;
    const glyph = this.font.glyph(codePoint);
    // A blank glyph of a font in colours that can't be painted is not blank, but missing.
    return glyph !== 0 && !(this.#lacksColors && isBlank(this.font, glyph));
  }

  advance(text: string, fontSize: number): number {
    let units = this.#widths.get(text);
    if (units === undefined) {
      units = 0;
      for (const { advance } of this.#shaping.glyphs(text, undefined)) units += advance;
      if (text.length <= LONGEST_CACHED) this.#widths.set(text, units);
    }
    return (units * glyphSize(fontSize)) / this.unitsPerEm;
  }

  advances(text: string, fontSize: number): Float64Array {
    const result = new Float64Array(text.length);
    const scale = glyphSize(fontSize) / this.unitsPerEm;
    for (const { cluster, advance } of this.#shaping.glyphs(text, undefined))
      result[cluster] = (result[cluster] as number) + advance * scale;
    return result;
  }

  inkReach(text: string, fontSize: number): { left: number; right: number } {
    const scale = glyphSize(fontSize) / this.unitsPerEm;
    let left = 0;
    let right = 0;
    let pen = 0;
    for (const { glyph, advance, dx = 0 } of this.#shaping.glyphs(text, undefined)) {
      const shaped = this.options.isForeign ? this.#shaping.shaped : undefined;
      const reach = shaped ? shaped.reach(glyph) : glyphReach(this.font, glyph);
      if (reach) {
        left = Math.min(left, pen + Math.floor((dx + reach.left) * scale));
        right = Math.max(right, pen + Math.ceil((dx + reach.right) * scale));
      }
      pen += advance * scale;
    }
    return { left, right };
  }

  paint(placement: GlyphPlacement): readonly GlyphPaint[] {
    const fontSize = glyphSize(placement.fontSize);
    const painter = new GlyphPainter({
      unitsPerEm: this.unitsPerEm,
      colors: this.#colored,
      picture: (glyph) => this.#picture(glyph),
      strokeWidth: fontSize * this.bolder,
      slant: this.slant,
      outline: (glyph, x, y, scale) => this.#outline(glyph, x, y, scale),
    });
    return painter.paint(this.glyphs(placement.text, placement.rightToLeft), { ...placement, fontSize });
  }

  #picture(glyph: number): PaintedPicture | undefined {
    const bitmap = this.#colored?.bitmap(glyph);
    if (bitmap) return { mediaType: 'image/png', data: bitmap.png, ...bitmap };
    const vector = this.#hasGraph ? this.#shaping.shaped?.picture(glyph) : undefined;
    return vector && { mediaType: 'image/svg+xml', data: new TextEncoder().encode(vector.svg), ...vector };
  }

  outline(text: string, x: number, y: number, fontSize: number, letterSpacing: number, rightToLeft = false): string {
    const placement = { text, x, y, fontSize, letterSpacing, rightToLeft };
    return this.paint(placement)
      .map((paint) => (paint.kind === 'outline' ? paint.data : ''))
      .join('');
  }

  /** The bundled fonts' outlines are read here, those of other kinds and origins by the shaper where there is one. */
  #outline(glyph: number, x: number, y: number, scale: number): string {
    const { slant } = this;
    const shaped = this.options.isForeign ? this.#shaping.shaped : undefined;
    if (shaped) return outlineData(shaped.outline(glyph), x, y, scale, slant);
    return hasOutlines(this.font) ? glyphPath(this.font, glyph, x, y, scale, slant) : '';
  }

  glyphs(text: string, rightToLeft = false): readonly RunGlyph[] {
    return this.#shaping.glyphs(text, rightToLeft);
  }

  webFont(texts: readonly string[]): Uint8Array | undefined {
    return mayBeEmbedded(this.font) ? woffFile(this.#embedded(texts, false)) : undefined;
  }

  fontFile(texts: readonly string[]): Uint8Array | undefined {
    return mayBeEmbedded(this.font) ? this.#embedded(texts, true) : undefined;
  }

  /** What the shaper is needed for to set it, needs its subset too: that keeps the rules by which letters join. */
  #embedded(texts: readonly string[], keepNumbers: boolean): Uint8Array {
    const { shaper, variations = [] } = this.options;
    const ownWay = hasOutlines(this.font) && variations.length === 0 && texts.every((t) => this.#shaping.isPlain(t));
    if (ownWay || !maySubset(this.font)) return this.subset(texts);
    // Shapers take letters apart where that lets them place the parts: the Thai sara am even by its compatibility form.
    const forms = formsOf(texts).flatMap((text) => [text, text.normalize('NFD'), text.normalize('NFKD')]);
    const codePoints = new Set(
      forms.flatMap((text) => [...text].map((character) => character.codePointAt(0) as number)),
    );
    const { bytes, index } = this.font;
    // Outlines of this kind are known from variable fonts alone; viewers set them to the weight they are declared with.
    const keepAxes = this.font.table('CFF2') !== undefined;
    return shaper?.()?.subset(bytes, index, variations, { codePoints, keepNumbers, keepAxes }) ?? this.subset(texts);
  }

  /** A font file with the glyphs of these texts, which sets them as this face does. */
  subset(texts: readonly string[]): Uint8Array {
    const characters = new Map<number, number>();
    const advances = new Map<number, number>();
    const kerning = new Map<number, number>();
    for (const text of formsOf(texts)) {
      let before: { readonly codePoint: number; readonly glyph: number } | undefined;
      for (const { glyph, cluster } of this.#shaping.plain(text)) {
        const codePoint = text.codePointAt(cluster) as number;
        if (glyph !== 0) {
          characters.set(codePoint, glyph);
          advances.set(glyph, this.#shaping.advanceOf(codePoint, glyph));
        }
        const kern = before ? this.#shaping.kerning(before.codePoint, codePoint, before.glyph, glyph) : 0;
        if (before && kern !== 0) kerning.set(before.glyph * 0x10000 + glyph, kern);
        before = { codePoint, glyph };
      }
    }
    return subsetFont(this.font, { characters, advances, kerning });
  }
}

/** Texts in all the forms that they are set in: browsers look for composed letters first, and take words apart at spaces. */
const formsOf = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => {
    const facing = hasRightToLeft(text) ? [...text].map(mirrored).join('') : text;
    return [' ', text, text.normalize('NFC'), ...(facing === text ? [] : [facing])];
  });
