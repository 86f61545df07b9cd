/** The size of labels, by the same layout that sets them when they are drawn. */
import { type Budget, NO_BUDGET } from '../budget.js';
import { ignoreDiagnostics } from '../diagnostics.js';
import { HtmlElements } from '../htmlTree.js';
import type { FontLibrary } from '../text/fonts.js';
import { setHtmlLabel } from '../text/htmlLabel.js';
import type { Size } from './graphLayout.js';

export interface MeasureOptions {
  /** A CSS family list. */
  readonly fontFamily: string;
  /** Px. */
  readonly fontSize: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Lines are broken at this width, px; default: none is. */
  readonly maxWidth?: number;
}

/** The size of an HTML label, px, whole numbers. */
export type Measure = (html: string, options: MeasureOptions) => Size;

export function createMeasure(fonts: FontLibrary, budget: Budget = NO_BUDGET): Measure {
  return (html, { fontFamily, fontSize, bold = false, italic = false, maxWidth }) => {
    if (html === '') return { width: 0, height: 0 };
    const font = {
      family: fontFamily,
      size: fontSize,
      color: '#000000',
      bold,
      italic,
      underline: false,
      strikethrough: false,
    };
    const { item } = setHtmlLabel({
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
      budget,
    });
    return { width: Math.ceil(item.width), height: Math.ceil(item.height) };
  };
}
