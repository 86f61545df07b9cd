/** The content of a label as styled nodes: what HTML becomes before it is laid out. */

import type { HtmlElements } from '../decode/htmlTree.js';
import type { Report } from '../diagnostics.js';
import type { TextFormula, TextRun } from '../drawing/textBlock.js';
import type { FormulaSource } from '../formulas/math.js';
import type { ComputedStyle } from './computedStyle.js';

export interface TextContent {
  readonly kind: 'text';
  /** After text-transform; white space not yet collapsed. */
  readonly text: string;
  readonly style: ComputedStyle;
}

export interface BreakContent {
  readonly kind: 'break';
  readonly style: ComputedStyle;
}

/** A place where a line may be broken (wbr). */
export interface BreakOpportunity {
  readonly kind: 'opportunity';
  readonly style: ComputedStyle;
}

/** A formula's outlines, and its texts in fonts of the page. */
export interface SetFormula {
  readonly drawing: TextFormula;
  readonly runs: readonly TextRun[];
}

export interface ImageContent {
  readonly kind: 'image';
  readonly style: ComputedStyle;
  readonly href: string;
  /** The same image on a dark page; by default nothing else. */
  readonly darkHref?: string;
  /** The image's own size, px, where it is known. */
  readonly naturalSize: { readonly width: number; readonly height: number } | undefined;
  /** An SVG image without a size: it takes what room there is, and asks for none. */
  readonly hasOnlyProportions?: boolean;
  /** What stands in place of the image in a box of that width, from its corner. */
  readonly formula?: (width: number) => SetFormula;
}

export interface ElementContent {
  readonly kind: 'element';
  readonly tag: string;
  readonly style: ComputedStyle;
  readonly children: readonly Content[];
  /** Of a list item: its number in the list. */
  readonly ordinal?: number;
  /** Of a table cell or column. */
  readonly columnSpan?: number;
  readonly rowSpan?: number;
}

export type Content = TextContent | BreakContent | BreakOpportunity | ImageContent | ElementContent;

/** Where a formula stands. */
export interface FormulaPlace {
  readonly style: ComputedStyle;
  readonly cellId: string;
  /** The width of what the formula stands in as it is written, px; undefined where it isn't known. */
  containerWidth(): number | undefined;
}

/** The content that a formula becomes in a place; undefined if it stands as it is written. */
export type FormulaSetter = (formula: FormulaSource, place: FormulaPlace) => Content | undefined;

/** Whether content takes part in lines rather than standing as a block of its own. */
export function isInlineLevel(content: Content): boolean {
  if (content.kind !== 'element' && content.kind !== 'image') return true;
  const { display } = content.style;
  return display === 'inline' || display === 'inline-block' || display === 'inline-flex' || display === 'inline-table';
}

/** Inline elements that hold blocks are split around them, as CSS does with blocks inside inlines. */
export const holdsBlock = (content: Content): boolean =>
  content.kind === 'element' &&
  content.style.display === 'inline' &&
  content.children.some((child) => (isInFlow(child) && !isInlineLevel(child)) || holdsBlock(child));

export const isInFlow = (content: Content): boolean =>
  (content.kind !== 'element' && content.kind !== 'image') ||
  (content.style.float === 'none' && !content.style.outOfFlow);

/** What the reading of a label needs beside its HTML. */
export interface HtmlContext {
  readonly cellId: string;
  readonly report: Report;
  /** Those of the page, with which the label's are counted. */
  readonly elements: HtmlElements;
  /** Typesets the formulas in the text; without it they are text. */
  readonly math?: FormulaSetter;
  /** The width of what a text stands in, for a formula on lines of its own or within them, px. */
  containerWidth?(text: string, style: ComputedStyle, display: boolean): number;
}
