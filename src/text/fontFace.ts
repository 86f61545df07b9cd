/** A face as text is measured and drawn with it: shaped advances and outlines over one font file. */
import { mayBeEmbedded, subsetFont } from './fontSubset.js';
import { glyphPath, glyphReach, hasOutlines } from './glyphOutline.js';
import { likelyAdvance } from './missingGlyphs.js';
import type { LineMetrics, SfntFont } from './sfnt.js';
import { woffFile } from './sfntWriter.js';
import type { FontFace, RunGlyph } from './textBlock.js';

const CACHE_LIMIT = 4096;
const LONGEST_CACHED = 64;

/** Characters that take no room of their own, whatever the font says: joiners, marks of direction, soft hyphens. */
export const isIgnorable = (codePoint: number): boolean =>
  codePoint === 0xad ||
  (codePoint >= 0x200b && codePoint <= 0x200f) ||
  (codePoint >= 0x202a && codePoint <= 0x202e) ||
  (codePoint >= 0x2060 && codePoint <= 0x206f) ||
  codePoint === 0xfeff ||
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
  codePoint < 0x20;

const isCombiningMark = (codePoint: number): boolean =>
  codePoint >= 0x300 && /\p{Mn}/u.test(String.fromCodePoint(codePoint));

/** Where a face is set other than its file says, so that it stands in for another font. */
export interface FaceAdjustments {
  /** A pair of characters that is not kerned. */
  readonly unkernedPair?: string;
  /** The advance of every glyph, design units. */
  readonly fixedAdvance?: number;
  readonly lineMetrics?: LineMetrics;
}

export class SfntFace implements FontFace {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly xHeight: number;
  readonly #widths = new Map<string, number>();

  constructor(
    readonly font: SfntFont,
    readonly family: string,
    readonly weight: number,
    readonly italic: boolean,
    readonly adjustments: FaceAdjustments = {},
  ) {
    this.unitsPerEm = font.unitsPerEm;
    const { ascent, descent, lineGap } = adjustments.lineMetrics ?? font.lineMetrics;
    this.ascent = ascent;
    this.descent = descent;
    this.lineGap = lineGap;
    this.xHeight = font.xHeight;
  }

  hasGlyph(codePoint: number): boolean {
    return isIgnorable(codePoint) || this.font.glyph(codePoint) !== 0;
  }

  advance(text: string, fontSize: number): number {
    let units = this.#widths.get(text);
    if (units === undefined) {
      units = 0;
      for (const { advance } of this.#shape(text)) units += advance;
      if (text.length <= LONGEST_CACHED) {
        if (this.#widths.size >= CACHE_LIMIT) this.#widths.clear();
        this.#widths.set(text, units);
      }
    }
    return (units * fontSize) / this.unitsPerEm;
  }

  advances(text: string, fontSize: number): Float64Array {
    const result = new Float64Array(text.length);
    const scale = fontSize / this.unitsPerEm;
    for (const { cluster, advance } of this.#shape(text))
      result[cluster] = (result[cluster] as number) + advance * scale;
    return result;
  }

  inkReach(text: string, fontSize: number): { left: number; right: number } {
    const scale = fontSize / this.unitsPerEm;
    let left = 0;
    let right = 0;
    let pen = 0;
    for (const { glyph, advance } of this.#shape(text)) {
      const reach = glyphReach(this.font, glyph);
      if (reach) {
        left = Math.min(left, pen + Math.floor(reach.left * scale));
        right = Math.max(right, pen + Math.ceil(reach.right * scale));
      }
      pen += advance * scale;
    }
    return { left, right };
  }

  outline(text: string, x: number, y: number, fontSize: number, letterSpacing: number): string {
    if (!hasOutlines(this.font)) return '';
    const scale = fontSize / this.unitsPerEm;
    let data = '';
    let penX = x;
    for (const { glyph, advance } of this.#shape(text)) {
      data += glyphPath(this.font, glyph, penX, y, scale);
      penX += advance * scale + letterSpacing;
    }
    return data;
  }

  webFont(texts: readonly string[]): Uint8Array | undefined {
    return mayBeEmbedded(this.font) ? woffFile(this.subset(texts)) : undefined;
  }

  glyphs(text: string): readonly RunGlyph[] {
    return this.#shape(text);
  }

  fontFile(texts: readonly string[]): Uint8Array | undefined {
    return mayBeEmbedded(this.font) ? this.subset(texts) : undefined;
  }

  /** A font file with the glyphs of these texts, which sets them as this face does. */
  subset(texts: readonly string[]): Uint8Array {
    const characters = new Map<number, number>();
    const advances = new Map<number, number>();
    const kerning = new Map<number, number>();
    // Browsers look for composed letters first, and take words apart at spaces.
    for (const text of texts.flatMap((each) => [' ', each, each.normalize('NFC')])) {
      let previous: RunGlyph | undefined;
      for (const shaped of this.#shape(text)) {
        const codePoint = text.codePointAt(shaped.cluster) as number;
        const { glyph } = shaped;
        if (glyph !== 0) {
          characters.set(codePoint, glyph);
          advances.set(glyph, this.#advanceOf(codePoint, glyph));
        }
        const kern = previous ? this.#kerning(text, previous, glyph) : 0;
        if (previous && kern !== 0) kerning.set(previous.glyph * 0x10000 + glyph, kern);
        previous = shaped;
      }
    }
    return subsetFont(this.font, { characters, advances, kerning });
  }

  #kerning(text: string, previous: RunGlyph, glyph: number): number {
    const { unkernedPair } = this.adjustments;
    const unkerned = unkernedPair !== undefined && text.startsWith(unkernedPair, previous.cluster);
    return unkerned ? 0 : this.font.kerning(previous.glyph, glyph);
  }

  #advanceOf(codePoint: number, glyph: number): number {
    if (isCombiningMark(codePoint)) return 0;
    return glyph === 0
      ? likelyAdvance(codePoint) * this.unitsPerEm
      : (this.adjustments.fixedAdvance ?? this.font.advance(glyph));
  }

  /** Maps characters to glyphs and adds kerning to the advance of the pair's first glyph. */
  #shape(text: string): RunGlyph[] {
    const glyphs: { glyph: number; cluster: number; advance: number }[] = [];
    for (let i = 0; i < text.length; ) {
      const codePoint = text.codePointAt(i) as number;
      const length = codePoint > 0xffff ? 2 : 1;
      if (!isIgnorable(codePoint)) {
        // A tab or a line feed that reaches a font is drawn as a space.
        const glyph = this.font.glyph(codePoint === 0xa0 ? 0x20 : codePoint);
        const advance = this.#advanceOf(codePoint, glyph);
        const previous = glyphs[glyphs.length - 1];
        if (previous) previous.advance += this.#kerning(text, previous, glyph);
        glyphs.push({ glyph, cluster: i, advance });
      }
      i += length;
    }
    return glyphs;
  }
}
