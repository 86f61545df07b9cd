/** Sets the text that shapes and stencils draw themselves. */

import { createBoxContext } from '../boxes/boxContext.js';
import { type Budget, NO_BUDGET } from '../budget.js';
import type { HtmlElements } from '../decode/htmlTree.js';
import type { Report } from '../diagnostics.js';
import type { TextBlock, TextCurve } from '../drawing/textBlock.js';
import type { FontLibrary } from '../shaping/fontLibrary.js';
import { setHtmlLabel } from './htmlLabel.js';
import { flatten } from './paintLayers.js';
import { setPlainLabel } from './plainLabel.js';
import { setCurvedText } from './textOnCurve.js';
import type { Align, VerticalAlign } from './textRequest.js';

/** Structurally the drawing surface's text request: the surface itself is a later stage, which text may not import. */
export interface ShapeText {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly align: Align;
  readonly verticalAlign: VerticalAlign;
  readonly html: boolean;
  readonly fontSize: number;
  readonly fontFamily: string;
  readonly color: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough?: boolean;
  readonly along?: TextCurve;
}

export type ShapeTextSetter = (text: ShapeText) => {
  readonly block: TextBlock;
  readonly dx: number;
  readonly dy: number;
};

/** What a letter that is turned by itself costs, in units of the budget. */
const CURVED_GLYPH_COST = 5;

/** A block's place is told from the anchor point. */
export function createTextSetter(
  fonts: FontLibrary,
  report: Report,
  elements: HtmlElements,
  budget: Budget = NO_BUDGET,
): ShapeTextSetter {
  return (text) => {
    const font = {
      family: text.fontFamily,
      size: text.fontSize,
      color: text.color,
      bold: text.bold,
      italic: text.italic,
      underline: text.underline,
      strikethrough: text.strikethrough ?? false,
    };
    const shared = {
      font,
      x: 0,
      y: 0,
      width: text.width,
      height: text.height,
      align: text.align,
      verticalAlign: text.verticalAlign,
      background: undefined,
      border: undefined,
      rightToLeft: false,
      overflow: 'visible' as const,
      fonts,
      budget,
    };
    if (text.along) {
      budget.spend(CURVED_GLYPH_COST * text.text.length);
      const { path, length } = text.along;
      const { reportMissing } = createBoxContext(fonts, '', report);
      const request = { text: text.text, font, align: text.align, path, length, fonts, reportMissing };
      return { block: setCurvedText(request), dx: 0, dy: 0 };
    }
    if (!text.html) {
      return { block: setPlainLabel({ ...shared, text: text.text, cellId: '', report }).block, dx: 0, dy: 0 };
    }
    const label = setHtmlLabel({
      ...shared,
      html: text.text,
      direction: 'ltr',
      wraps: text.width > 0,
      cellId: '',
      report,
      elements,
    });
    return { block: flatten(label.item), dx: label.left, dy: label.top };
  };
}
