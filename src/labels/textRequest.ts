/** What a label is set from, and the words of its alignment. */
import type { Budget } from '../budget.js';
import type { HtmlElements } from '../decode/htmlTree.js';
import type { Report } from '../diagnostics.js';
import type { FormulaSetter } from '../html/content.js';
import type { Sides } from '../html/lengths.js';
import type { FontLibrary } from '../shaping/fontLibrary.js';
import type { FlowShape } from './flowContent.js';
import type { LabelFont } from './labelFont.js';

export type Align = 'left' | 'center' | 'right';
export type VerticalAlign = 'top' | 'middle' | 'bottom';
export type Overflow = 'visible' | 'hidden' | 'fill' | 'width' | 'block';

export type TextDirection = 'ltr' | 'rtl' | 'vertical-lr' | 'vertical-rl';

/** What labels of HTML and of plain text have alike. */
export interface TextRequest {
  readonly font: LabelFont;
  /** The anchor: the label's box lies to its left or right, above or below, by the alignment. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly align: Align;
  readonly verticalAlign: VerticalAlign;
  readonly overflow: Overflow;
  readonly background: string | undefined;
  readonly border: string | undefined;
  /** How much background and border reach beyond the text, px; text that fills a box has none. */
  readonly padding?: Sides<number>;
  readonly fonts: FontLibrary;
  readonly cellId: string;
  readonly report: Report;
  /** What setting the label is taken from; default: it has no end. */
  readonly budget?: Budget;
}

export interface HtmlLabelRequest extends TextRequest {
  readonly html: string;
  readonly wraps: boolean;
  readonly direction: TextDirection;
  /** Those of the page, with which the label's are counted. */
  readonly elements: HtmlElements;
  /** Typesets the formulas of pages that have them. */
  readonly math?: FormulaSetter;
  /** The outline that the text flows along. */
  readonly flow?: FlowShape;
}

export const isVertical = (direction: TextDirection): boolean =>
  direction === 'vertical-lr' || direction === 'vertical-rl';
