/** The size of labels, by the same layout that sets them when they are drawn. */
import { type Budget, NO_BUDGET } from '../../budget.js';
import { HtmlElements } from '../../decode/htmlTree.js';
import { ignoreDiagnostics } from '../../diagnostics.js';
import type { FormulaSetter } from '../../html/content.js';
import { htmlLabelWidth, setHtmlLabel } from '../../labels/htmlLabel.js';
import type { LabelFont } from '../../labels/labelFont.js';
import type { HtmlLabelRequest } from '../../labels/textRequest.js';
import type { FontLibrary } from '../../shaping/fontLibrary.js';
import type { Size } from '../graph/graph.js';

export interface MeasureOptions {
  /** A CSS family list. */
  readonly fontFamily: string;
  /** Px. */
  readonly fontSize: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Lines are broken at this width, px; default: none is. */
  readonly maxWidth?: number;
  /** Of the font size; default draw.io's. */
  readonly lineHeight?: number;
}

/** The size of an HTML label, px, rounded up to hundredths. */
export interface Measure {
  (html: string, options: MeasureOptions): Size;
  /** Its width alone, which takes two thirds of the time. */
  readonly width: (html: string, options: MeasureOptions) => number;
}

/** `math` sets formulas, where labels have any. */
export function createMeasure(fonts: FontLibrary, budget: Budget = NO_BUDGET, math?: FormulaSetter): Measure {
  const requestOf = (
    html: string,
    { fontFamily, fontSize, bold = false, italic = false, maxWidth, lineHeight }: MeasureOptions,
  ): HtmlLabelRequest => {
    const font: LabelFont = {
      family: fontFamily,
      size: fontSize,
      color: '#000000',
      bold,
      italic,
      underline: false,
      strikethrough: false,
      lineHeight,
    };
    return {
      html,
      font,
      x: 0,
      y: 0,
      width: maxWidth ?? 0,
      height: 0,
      align: 'center',
      verticalAlign: 'middle',
      wraps: maxWidth !== undefined,
      overflow: 'visible',
      background: undefined,
      border: undefined,
      direction: 'ltr',
      fonts,
      cellId: '',
      report: ignoreDiagnostics,
      elements: new HtmlElements(),
      math,
      budget,
    };
  };
  const size = (html: string, options: MeasureOptions): Size => {
    if (html === '') return { width: 0, height: 0 };
    const { item } = setHtmlLabel(requestOf(html, options));
    return { width: roundUp(item.width), height: roundUp(item.height) };
  };
  return Object.assign(size, {
    width: (html: string, options: MeasureOptions) =>
      html === '' ? 0 : roundUp(htmlLabelWidth(requestOf(html, options))),
  });
}

/** Mermaid's, of the font size. */
export const LINE_HEIGHT = 1.5;

/** A label of several lines has them as far apart as Mermaid does; one line needs no word of that. */
export const linesOf = (html: string, height: number, fontSize: number): string =>
  height > 1.5 * LINE_HEIGHT * fontSize ? spacedLines(html, LINE_HEIGHT) : html;

/**
 * HTML whose lines Mermaid breaks where they are too wide: a blank at a line's end takes room there, so that some words go
 * to the next line that would have had room without it. `width` in px; default the room that there is.
 */
export const wrappedLines = (html: string, width?: number): string =>
  `<div style="line-height:${LINE_HEIGHT};white-space:break-spaces${width === undefined ? '' : `;width:${width}px`}">${html}</div>`;

/** HTML with its lines so many font sizes apart. */
const spacedLines = (html: string, lineHeight: number): string =>
  `<div style="line-height:${lineHeight}">${html}</div>`;

const roundUp = (value: number): number => Math.ceil(value * 100 - 1e-6) / 100;
