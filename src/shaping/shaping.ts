/** Shaping: from characters to placed glyphs, for scripts whose letters join, stack or move, and what fonts do beyond. */
import type { RunGlyph } from '../drawing/textBlock.js';

/** One command of a glyph's outline: its letter as in SVG path data, its coordinates in design units, y up. */
export interface OutlineCommand {
  readonly letter: 'M' | 'L' | 'Q' | 'C' | 'Z';
  readonly coordinates: readonly number[];
}

/** A font's feature ("kern", "liga") set for a stretch of a text, or by default for all of it. */
export interface FontFeature {
  readonly tag: string;
  readonly value: number;
  readonly start?: number;
  readonly end?: number;
}

/** What is shaped at once: a stretch of one script and direction. The text around it decides how its ends join. */
export interface ShapingRequest {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly rightToLeft: boolean;
  readonly features: readonly FontFeature[];
}

/** A glyph as an SVG document, and where it lies about the glyph's origin: design units, y up. */
export interface GlyphVector {
  readonly svg: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A setting of a variable font's axis, such as "wght". */
export interface FontVariation {
  readonly axis: string;
  readonly value: number;
}

/** A font as a shaper knows it. */
export interface ShapedFont {
  /** The glyphs from left to right; clusters count from the beginning of the whole text. */
  shape(request: ShapingRequest): readonly RunGlyph[];
  outline(glyph: number): readonly OutlineCommand[];
  /** A glyph that is painted by a graph of colours and gradients (COLR, version 1) as a picture; undefined for others. */
  picture(glyph: number): GlyphVector | undefined;
  /** The leftmost and rightmost coordinate of a glyph, design units; undefined if it draws nothing. */
  reach(glyph: number): { readonly left: number; readonly right: number } | undefined;
}

/** What is kept of a font in a subset. */
export interface SubsetRequest {
  readonly codePoints: Iterable<number>;
  /** Whether glyphs keep their numbers. */
  readonly keepNumbers: boolean;
  /** Whether a variable font stays one, or is set as it is used. */
  readonly keepAxes: boolean;
}

export interface Shaper {
  /** `index`: which font of a collection. */
  font(data: Uint8Array, index: number, variations: readonly FontVariation[]): ShapedFont;
  /** A font file with the characters and all glyphs they may turn into; undefined where there is no way to make one. */
  subset(
    data: Uint8Array,
    index: number,
    variations: readonly FontVariation[],
    request: SubsetRequest,
  ): Uint8Array | undefined;
}

/** Gives the shaper once it is needed; undefined where there is none. */
export type ShaperSource = () => Shaper | undefined;

/**
 * Characters that one glyph each doesn't do for: combining marks, scripts that join, stack or reorder, and what sequences
 * of emoji are made of.
 */
const SHAPED =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: it is asked for single units of a text
  /[\u0300-\u036f\u0483-\u0489\u0590-\u05bd\u05bf-\u05cf\u05f5-\u109f\u1100-\u1cff\u1db0-\u1dff\u20d0-\u20ff\u2cef-\u2cf1\u2de0-\u2dff\u302a-\u302f\u3099-\u309a\ua4d0-\uabff\ud7a4-\udfff\ufb1d-\ufdff\ufe00-\ufe0f\ufe20-\ufe2f\ufe70-\ufefe]/;

/** Whether each character of a text is drawn by its own glyph, whatever stands beside it. */
export const isPlain = (text: string): boolean => !SHAPED.test(text);
