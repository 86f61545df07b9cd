/** An HTML label's content in the element that holds it, with its frame, before it is laid out. */
import { BlockLayout } from '../boxes/blocks.js';
import { createBoxContext, type IntrinsicWidths } from '../boxes/boxContext.js';
import { blockBoxParts } from '../boxes/boxPaint.js';
import type { BoxEdges } from '../boxes/boxSizes.js';
import type { Part } from '../boxes/fragment.js';
import { NO_BUDGET } from '../budget.js';
import { HtmlElements } from '../decode/htmlTree.js';
import { ignoreDiagnostics } from '../diagnostics.js';
import type { BorderSide, ComputedStyle } from '../html/computedStyle.js';
import type { Content, ElementContent } from '../html/content.js';
import { labelContent } from '../html/labelContent.js';
import { px } from '../html/lengths.js';
import { type FlowShape, flowBlock } from './flowContent.js';
import { flowFrame, measureFlow } from './flowLabel.js';
import { labelStyle } from './labelFont.js';
import type { HtmlLabelRequest } from './textRequest.js';

export const NO_EDGES: BoxEdges = { top: 0, right: 0, bottom: 0, left: 0 };

/** A label's text, and what is painted behind it. */
export interface PreparedText {
  readonly text: ElementContent;
  readonly framed: ComputedStyle;
  readonly behind: readonly Part[];
  readonly layout: BlockLayout;
}

/**
 * The innermost element with its content; `withFrame` says whether the label's background and border are its own,
 * `available` how wide it may be without what can't be broken.
 */
export function prepareText(
  request: HtmlLabelRequest,
  inherited: Pick<ComputedStyle, 'textAlign' | 'wraps' | 'rightToLeft'> & Partial<ComputedStyle>,
  withFrame: boolean,
  available: number,
): PreparedText {
  const { cellId, report, elements, fonts, math, budget = NO_BUDGET } = request;
  budget.spend(request.html.length * HTML_COST);
  const bare: ComputedStyle = { ...labelStyle(request.font), ...inherited };
  const framed: ComputedStyle = { ...bare, ...frameStyle(request) };
  const style = withFrame ? framed : bare;
  const layout = new BlockLayout(createBoxContext(fonts, cellId, report, budget));
  const containerWidth = (written: string, around: ComputedStyle, display: boolean): number => {
    const content: Content = { kind: 'text', text: written, style: around };
    const widths = layout.intrinsic({ kind: 'element', tag: 'div', style: bare, children: [content] });
    return withFrame ? measuredWidth(widths, available, display) : available - LOSS;
  };
  const children = labelContent(request.html, style, { cellId, report, elements, math, containerWidth });
  const text: ElementContent = { kind: 'element', tag: 'div', style, children };
  const flowing = request.flow && flowText({ ...request, flow: request.flow }, { bare, framed, children }, layout);
  return { text, framed, behind: [], layout, ...flowing };
}

/** Text along an outline. Its background and border are as large as the text, not as its block. */
function flowText(
  request: HtmlLabelRequest & { readonly flow: FlowShape },
  own: { readonly bare: ComputedStyle; readonly framed: ComputedStyle; readonly children: readonly Content[] },
  layout: BlockLayout,
): Pick<PreparedText, 'text' | 'behind'> {
  const { flow, verticalAlign, cellId, elements, math, background, border, padding } = request;
  // draw.io measures text before MathJax sets its formulas, from left to right, and with a font size in whole pixels.
  const measured: ComputedStyle = { ...own.bare, fontSize: Math.round(own.bare.fontSize), rightToLeft: false };
  const asShown = !math && measured.fontSize === own.bare.fontSize && !own.bare.rightToLeft;
  const again = new HtmlElements(elements.limits);
  const children = asShown
    ? own.children
    : labelContent(request.html, measured, { cellId, report: ignoreDiagnostics, elements: again });
  const { placement, extent } = measureFlow(flow, verticalAlign, children, measured, layout);
  const taken = background === undefined && border === undefined ? undefined : extent();
  const style = taken ? own.bare : own.framed;
  const block = flowBlock(flow, placement, verticalAlign, own.children, style);
  return {
    text: { kind: 'element', tag: 'div', style, children: [block] },
    behind: taken ? blockBoxParts(own.framed, flowFrame(taken, padding ?? NO_EDGES)) : [],
  };
}

/** What reading a character of HTML costs. */
const HTML_COST = 0.2;

/** What MathJax takes off a width that it measures, px. */
const LOSS = 1;

/**
 * The width that MathJax measures around a formula before it replaces it: by an element that claims all there is for one
 * on lines of its own, by an element in the line for others.
 */
const measuredWidth = ({ min, max }: IntrinsicWidths, available: number, display: boolean): number =>
  display ? Math.max(available, min) - LOSS : Math.max(min, Math.min(available, max)) - 2 * LOSS;

function frameStyle({ background, border, padding }: HtmlLabelRequest): Partial<ComputedStyle> {
  const side: BorderSide | undefined = border === undefined ? undefined : { width: 1, style: 'solid', color: border };
  const { top, right, bottom, left } = (background ?? border) === undefined ? NO_EDGES : (padding ?? NO_EDGES);
  return {
    background,
    ...(side && { border: { top: side, right: side, bottom: side, left: side } }),
    padding: { top: px(top), right: px(right), bottom: px(bottom), left: px(left) },
  };
}
