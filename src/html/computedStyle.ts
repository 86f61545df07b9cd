/** The computed style of an element in a label: every CSS property that layout knows, resolved to px where it can be. */

import type { DecorationStyle, TextDecoration, TextDecorationLine, TextShadow } from '../drawing/textBlock.js';
import type { Matrix, Rect } from '../geometry/plane.js';
import type { Corners } from '../geometry/roundedBox.js';
import type { CustomProperties } from './customProperties.js';
import type { FloatShape } from './floatShape.js';
import type { Length, Sides } from './lengths.js';

/** What a font size was declared as: Chromium sets monospace smaller where it wasn't a length. */
export interface FontSizing {
  /** The keyword of font-size. */
  readonly keyword?: string;
  /** Whether it comes down to a length. */
  readonly absolute: boolean;
}

/** How far the round of a box's corner reaches across and down. */
export interface RadiusLengths {
  readonly across: Length;
  readonly down: Length;
}

export interface BorderSide {
  /** Px; zero where the style is none or hidden. */
  readonly width: number;
  readonly style: string;
  /** Undefined is the text's own colour. */
  readonly color: string | undefined;
}

export const NO_BORDER: BorderSide = { width: 3, style: 'none', color: undefined };

export const usedBorderWidth = ({ width, style }: BorderSide): number =>
  style === 'none' || style === 'hidden' ? 0 : width >= 1 ? Math.floor(width) : width > 0 ? 1 : 0;

export type Display =
  | 'none'
  | 'inline'
  | 'block'
  | 'inline-block'
  | 'list-item'
  | 'flex'
  | 'inline-flex'
  | 'table'
  | 'inline-table'
  | 'table-row-group'
  | 'table-row'
  | 'table-cell'
  | 'table-caption'
  | 'table-column'
  | 'table-column-group'
  | 'contents';

export type LineHeight =
  | { readonly kind: 'normal' }
  | { readonly kind: 'factor'; readonly value: number }
  | { readonly kind: 'px'; readonly value: number };

export type VerticalAlign =
  | 'baseline'
  | 'sub'
  | 'super'
  | 'top'
  | 'middle'
  | 'bottom'
  | 'text-top'
  | 'text-bottom'
  | '-webkit-baseline-middle'
  | { readonly raisedBy: number };

/** How white space collapses: fully, except line feeds, or not at all; 'break-spaces' also breaks after each space. */
export type WhiteSpaceCollapse = 'collapse' | 'preserve-breaks' | 'preserve' | 'break-spaces';

export type TextAlign =
  | 'start'
  | 'end'
  | 'left'
  | 'right'
  | 'center'
  | 'justify'
  | 'block-center'
  | 'block-right'
  | 'block-left';

/** What descendants inherit. */
export interface InheritedStyle {
  readonly families: readonly string[];
  readonly fontSize: number;
  readonly weight: number;
  readonly italic: boolean;
  readonly smallCaps: boolean;
  readonly lineHeight: LineHeight;
  readonly color: string;
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  readonly textAlign: TextAlign;
  readonly textIndent: Length;
  readonly textTransform: 'none' | 'uppercase' | 'lowercase' | 'capitalize';
  readonly whiteSpaceCollapse: WhiteSpaceCollapse;
  readonly wraps: boolean;
  readonly wordBreak: 'normal' | 'break-all' | 'keep-all' | 'break-word';
  readonly overflowWrap: 'normal' | 'break-word' | 'anywhere';
  readonly tabSize: number;
  readonly rightToLeft: boolean;
  readonly listStyleType: string;
  readonly listStyleInside: boolean;
  readonly borderCollapse: boolean;
  readonly borderSpacing: readonly [horizontal: number, vertical: number];
  readonly captionBelow: boolean;
  readonly visible: boolean;
  readonly href: string | undefined;
  /** Decorations of this element and those around it that draw through its text. */
  readonly decorations: readonly TextDecoration[];
  /** The product of the opacities of the inline elements around the text. */
  readonly opacity: number;
  readonly textShadows: readonly TextShadow[];
  /** How far below the baseline underlines are drawn, px; undefined: by their thickness. */
  readonly underlineOffset: number | undefined;
  /** Of a block's last line, and lines before a break; undefined: as the others. */
  readonly textAlignLast: TextAlign | undefined;
  /** Whether lines of text are centred on each other, as vertical text is, rather than stand on the same line. */
  readonly centralBaseline: boolean;
  readonly customProperties: CustomProperties;
  readonly fontSizing: FontSizing;
}

/** The decoration that an element itself declares. */
export interface OwnDecoration {
  readonly lines: readonly TextDecorationLine[];
  readonly style: DecorationStyle;
  /** Undefined is the text's own. */
  readonly color: string | undefined;
  /** Px; undefined: by the font size. */
  readonly thickness: number | undefined;
}

export interface ComputedStyle extends InheritedStyle {
  readonly decoration: OwnDecoration;
  readonly display: Display;
  readonly float: 'none' | 'left' | 'right';
  readonly clear: 'none' | 'left' | 'right' | 'both';
  /** Of a float: what lines keep clear of instead of its box. */
  readonly shapeOutside: FloatShape | undefined;
  /** Taken out of flow (position absolute or fixed). */
  readonly outOfFlow: boolean;
  readonly relative: boolean;
  /** How far positioning moves the box from each side. */
  readonly inset: Sides<Length>;
  readonly verticalAlign: VerticalAlign;
  readonly background: string | undefined;
  readonly margin: Sides<Length>;
  readonly padding: Sides<Length>;
  readonly border: Sides<BorderSide>;
  /** Of the corners, clockwise from the top left. */
  readonly radii: Corners<RadiusLengths>;
  readonly width: Length;
  readonly height: Length;
  readonly minWidth: Length;
  readonly maxWidth: Length;
  readonly minHeight: Length;
  readonly maxHeight: Length;
  readonly borderBox: boolean;
  readonly clips: boolean;
  /** Ends lines that are clipped with an ellipsis. */
  readonly ellipsis: boolean;
  /** Of a block and all in it, as one. */
  readonly groupOpacity: number;
  /** Turns or scales a box, by its border box. */
  readonly transform: ((frame: Rect) => Matrix) | undefined;
  readonly boxShadows: readonly BoxShadow[];
  /** Drawn around the border box, without taking room. */
  readonly outline: BorderSide;
  readonly gradients: readonly string[];
  readonly objectFit: 'fill' | 'contain' | 'cover' | 'none' | 'scale-down';
  readonly tableLayoutFixed: boolean;
  /** A plain-text direction embedding of its own (bdi, bdo, dir). */
  readonly isolatesDirection: boolean;
  /** All characters run in the element's direction (bdo). */
  readonly overridesDirection: boolean;
  readonly flex: FlexStyle;
}

export interface BoxShadow extends TextShadow {
  /** How much larger than the box the shadow is, px. */
  readonly spread: number;
}

export interface FlexStyle {
  readonly column: boolean;
  readonly wrap: boolean;
  readonly justify: string;
  readonly align: string;
  readonly alignSelf: string;
  readonly grow: number;
  readonly shrink: number;
  readonly basis: Length;
  readonly rowGap: number;
  readonly columnGap: number;
}
