/** A laid-out label: positioned runs, boxes and images. What layout decides about text, and all that a writer needs. */
import type { Rect } from '../geometry/plane.js';

/** One font file's face as text is measured and drawn with it. Made by fonts.ts. */
export interface FontFace {
  /** The family name of the file itself, e.g. "Arimo". */
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  /** Design units per em. */
  readonly unitsPerEm: number;
  /** Design units above the baseline (positive). */
  readonly ascent: number;
  /** Design units below the baseline (positive). */
  readonly descent: number;
  readonly lineGap: number;
  /** Whether the face has a glyph for the character. */
  hasGlyph(codePoint: number): boolean;
  /** Advance width of a shaped run (kerning and ligatures included), px. */
  advance(text: string, fontSize: number): number;
  /** The outline of a shaped run with its origin at x, y (baseline), as SVG path data. */
  outline(text: string, x: number, y: number, fontSize: number, letterSpacing: number): string;
}

export type TextDecorationLine = 'underline' | 'line-through' | 'overline';

/** A stretch of text of one style on one line. Coordinates are in the block's own frame, px. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  /** The alphabetic baseline. */
  readonly baseline: number;
  readonly width: number;
  readonly face: FontFace;
  /** The families asked for, in order, without the one measured with. */
  readonly families: readonly string[];
  readonly fontSize: number;
  readonly weight: number;
  readonly italic: boolean;
  readonly color: string;
  readonly opacity: number;
  readonly decorations: readonly TextDecorationLine[];
  /** Extra space after each character, px; 0 for none. */
  readonly letterSpacing: number;
  readonly rightToLeft: boolean;
  readonly href?: string;
}

/** A painted rectangle behind the text: a background, a border side, a rule. */
export interface TextBox {
  readonly box: Rect;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  readonly radius?: number;
}

export interface TextImage {
  readonly box: Rect;
  readonly href: string;
}

/** Origin at the top left corner of the block's border box. */
export interface TextBlock {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
  /** In painting order, all below the runs. */
  readonly boxes: readonly TextBox[];
  readonly images: readonly TextImage[];
}
