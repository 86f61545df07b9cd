/** A laid-out label: positioned runs, boxes and images. What layout decides about text, and all that a writer needs. */
import type { Path } from '../geometry/path.js';
import type { Matrix, Point, Rect } from '../geometry/plane.js';
import type { CornerRadius, Corners } from '../geometry/roundedBox.js';

/** A glyph of a run, its lengths in design units. */
export interface RunGlyph {
  /** Its number in the font file. */
  readonly glyph: number;
  /** The index in the text of the first character that it stands for. */
  readonly cluster: number;
  /** From its origin to the next glyph's, kerning included. */
  readonly advance: number;
  /** How far it stands right of and above its origin, where marks are placed; 0 by default. */
  readonly dx?: number;
  readonly dy?: number;
}

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
  /** Design units from the baseline to the top of x. */
  readonly xHeight: number;
  /** Whether it was found on this machine, for what the bundled fonts and those given lack. */
  readonly isSystemFont: boolean;
  /** Whether glyphs are pictures or have colours of their own, which no web font of ours keeps: they are painted. */
  readonly isColored: boolean;
  /** How far glyphs are made to lean for each unit up; 0 where the font itself is as it should be. */
  readonly slant: number;
  /** The width of a line around glyphs that makes them bolder, in font sizes; 0 where the font itself is bold enough. */
  readonly bolder: number;
  /** Whether the face has a glyph for the character. */
  hasGlyph(codePoint: number): boolean;
  /** Advance width of a shaped run (kerning and ligatures included), px. */
  advance(text: string, fontSize: number): number;
  /** The advance of each UTF-16 unit of a shaped run, px: kerning counts for a pair's first character. */
  advances(text: string, fontSize: number): Float64Array;
  /** How far the glyphs of a run reach left and right of its origin, px: each in whole pixels, as screens draw them. */
  inkReach(text: string, fontSize: number): { readonly left: number; readonly right: number };
  /** A web font (WOFF) that sets these texts as the face does; undefined where its licence keeps it out of documents. */
  webFont(texts: readonly string[]): Uint8Array | undefined;
  /** The glyphs of a shaped run from left to right, as `outline` draws them. */
  glyphs(text: string, rightToLeft?: boolean): readonly RunGlyph[];
  /**
   * A font file (sfnt) that has at least the glyphs of these texts, under the numbers that `glyphs` gives; undefined
   * where its licence keeps it out of documents.
   */
  fontFile(texts: readonly string[]): Uint8Array | undefined;
  /** What draws a run with its origin at x, y (baseline): nothing for white space. */
  paint(run: GlyphPlacement): readonly GlyphPaint[];
  /** The outlines of a shaped run with its origin at x, y (baseline), as SVG path data, without colours of their own. */
  outline(text: string, x: number, y: number, fontSize: number, letterSpacing: number, rightToLeft?: boolean): string;
}

/** A run's text and where it is drawn, px. */
export interface GlyphPlacement {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly fontSize: number;
  /** Extra space after each character. */
  readonly letterSpacing: number;
  readonly rightToLeft: boolean;
}

/** A part of the drawing of glyphs, from the lowest up. */
export type GlyphPaint =
  | {
      readonly kind: 'outline';
      /** SVG path data. */
      readonly data: string;
      /** undefined: the run's own. */
      readonly color: string | undefined;
      readonly opacity: number;
      /** A line of the same colour makes letters bolder that the font only has light; px, 0 for none. */
      readonly strokeWidth: number;
    }
  /** A picture as coloured emoji have it. `transform`: to the block's frame, where a made-up italic leans it. */
  | {
      readonly kind: 'picture';
      readonly mediaType: 'image/png' | 'image/svg+xml';
      readonly data: Uint8Array;
      readonly box: Rect;
      readonly transform?: Matrix;
    };

/** The bits of draw.io's fontStyle. */
export const FONT_BOLD = 1;
export const FONT_ITALIC = 2;
export const FONT_UNDERLINE = 4;
export const FONT_STRIKETHROUGH = 8;

export type TextDecorationLine = 'underline' | 'line-through' | 'overline';

export type DecorationStyle = 'solid' | 'double' | 'dotted' | 'dashed' | 'wavy';

/** A line along text, as the element that is decorated draws it through all of its text. */
export interface TextDecoration {
  readonly line: TextDecorationLine;
  readonly color: string;
  /** Decides the line's thickness, px. */
  readonly fontSize: number;
  /** Solid by default. */
  readonly style?: DecorationStyle;
  /** Px; by default a tenth of the font size. */
  readonly thickness?: number;
  /** How far below the baseline an underline is drawn, px; by default by its thickness. */
  readonly offset?: number;
  /** How far the baseline of the decorated element lies below the run's, px: of text that is raised or lowered in it. */
  readonly below?: number;
  /** Where it lies exactly, px: its upper edge below (or above, negative) the baseline. Solid, and drawn as it is. */
  readonly exact?: { readonly top: number; readonly thickness: number };
}

/** A shadow of glyphs or boxes, px. */
export interface TextShadow {
  readonly dx: number;
  readonly dy: number;
  /** The standard deviation of its blur. */
  readonly blur: number;
  readonly color: string;
}

/** A part of a label that is painted at once, in the label's frame. */
export interface TextLayer {
  readonly block: TextBlock;
  readonly clip?: Rect;
  readonly opacity: number;
  /** From the block's frame to the label's. */
  readonly transform?: Matrix;
  readonly shadow?: TextShadow;
}

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
  readonly decorations: readonly TextDecoration[];
  /** Extra space after each character, px; 0 for none. */
  readonly letterSpacing: number;
  readonly rightToLeft: boolean;
  /** The line before was broken inside a word, which goes on here: together they are one text. */
  readonly continuesWord?: boolean;
  /** How far a letter along a curve is turned about its origin (x, baseline), degrees clockwise; absent elsewhere. */
  readonly angle?: number;
  readonly href?: string;
  /** Of text inside a drawing, which browsers snap as a whole: where it begins, from the drawing's top left corner. */
  readonly inDrawing?: Point;
}

/** A painted rectangle behind the text: a background, a border side, a rule. */
export interface TextBox {
  readonly box: Rect;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  /** Lengths of dashes and gaps in turn, from the end of the top left corner clockwise, px. */
  readonly dash?: readonly number[];
  /** The dashes end round; default false. */
  readonly roundDash?: boolean;
  /** Of all corners; `corners` where they differ. */
  readonly radius?: number;
  readonly corners?: Corners<CornerRadius>;
}

export interface TextImage {
  readonly box: Rect;
  readonly href: string;
  /** The same image on a dark page; by default nothing else. */
  readonly darkHref?: string;
  /** To the block's frame, where it is leaned; none by default. */
  readonly transform?: Matrix;
}

/** An outline of a formula: a glyph, a rule, a frame. */
export interface FormulaPath {
  /** SVG path data. */
  readonly data: string;
  /** To the clip's frame, or without one to the formula's. */
  readonly transform: Matrix;
  /** A CSS colour or 'none'; undefined for the formula's own colour. */
  readonly fill: string | undefined;
  /** The same of its colour; lengths in the path's own units. */
  readonly stroke:
    | {
        readonly color: string | undefined;
        readonly width: number;
        readonly dash?: readonly number[];
        readonly round?: boolean;
      }
    | undefined;
  /** What of the path is shown: a box in a frame that `transform` takes to the formula's. */
  readonly clip: { readonly box: Rect; readonly transform: Matrix } | undefined;
}

/** A formula as outlines in a frame of its own. */
export interface TextFormula {
  /** As it was written, for readers that can't see it. */
  readonly source: string;
  readonly box: Rect;
  /** What of the formula's frame fits into the box, centred in its proportions. */
  readonly viewBox: Rect;
  readonly color: string;
  readonly opacity: number;
  readonly paths: readonly FormulaPath[];
}

/** Origin at the top left corner of the block's border box. */
export interface TextBlock {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
  /** In painting order, all below the runs. */
  readonly boxes: readonly TextBox[];
  readonly images: readonly TextImage[];
  readonly formulas?: readonly TextFormula[];
}

/** Text that a shape itself draws (a stencil's <text>, a mock-up's caption). Angles in degrees, lengths in px. */
export interface CanvasText {
  readonly text: string;
  /** The anchor point; `align` and `verticalAlign` say which part of the text stands on it. */
  readonly x: number;
  readonly y: number;
  /** Width to wrap at, 0 for one line. */
  readonly width: number;
  readonly height: number;
  readonly align: 'left' | 'center' | 'right';
  readonly verticalAlign: 'top' | 'middle' | 'bottom';
  readonly html: boolean;
  readonly rotationDegrees: number;
  readonly fontSize: number;
  readonly fontFamily: string;
  readonly color: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough?: boolean;
  /** A curve that the text is set along, with its own place and without wrapping. */
  readonly along?: TextCurve;
}

/** A curve for text, in the frame of the text's anchor. */
export interface TextCurve {
  readonly path: Path;
  /** Over how many px of the path the text is spread. */
  readonly length: number;
}

/** Lays out a shape's own text: the block, and the offset of its top left corner from the anchor point. */
export type TextSetter = (text: CanvasText) => { readonly block: TextBlock; readonly dx: number; readonly dy: number };
