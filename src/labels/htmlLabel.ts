/** Sets an HTML label as draw.io's export nests it: a flex container at the anchor, an item in it, the text in the item. */

import { BlockLayout } from '../boxes/blocks.js';
import { blockBoxParts } from '../boxes/boxPaint.js';
import { type BoxEdges, boxEdges } from '../boxes/boxSizes.js';
import { childPart, type Fragment, type Part, reverseBlocks } from '../boxes/fragment.js';
import { clippedParts } from '../boxes/layerEffects.js';
import { createLayoutContext, type IntrinsicWidths } from '../boxes/layoutContext.js';
import { withUprightCharacters } from '../boxes/verticalText.js';
import { type Budget, metered, NO_BUDGET } from '../budget.js';
import { HtmlElements } from '../decode/htmlTree.js';
import { ignoreDiagnostics, type Report } from '../diagnostics.js';
import type { Rect } from '../geometry/plane.js';
import { type BorderSide, type ComputedStyle, type Length, px, type Sides } from '../html/computedStyle.js';
import type { Content, ElementContent, FormulaSetter } from '../html/content.js';
import { labelContent } from '../html/labelContent.js';
import { truncateUnit } from '../html/layoutUnits.js';
import { BoundedCache, ownCopy } from '../primitives/boundedCache.js';
import { append } from '../primitives/lists.js';
import type { FontLibrary } from '../shaping/fontLibrary.js';
import { type FlowShape, flowBlock } from './flowContent.js';
import { flowFrame, measureFlow } from './flowLabel.js';
import { type LabelFont, labelStyle } from './labelFont.js';

export type Align = 'left' | 'center' | 'right';
export type VerticalAlign = 'top' | 'middle' | 'bottom';
export type Overflow = 'visible' | 'hidden' | 'fill' | 'width' | 'block';

export type TextDirection = 'ltr' | 'rtl' | 'vertical-lr' | 'vertical-rl';

export interface HtmlLabelRequest {
  readonly html: string;
  readonly font: LabelFont;
  /** The anchor: the label's box lies to its left or right, above or below, by the alignment. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly align: Align;
  readonly verticalAlign: VerticalAlign;
  readonly wraps: boolean;
  readonly overflow: Overflow;
  readonly background: string | undefined;
  readonly border: string | undefined;
  readonly direction: TextDirection;
  readonly fonts: FontLibrary;
  readonly cellId: string;
  readonly report: Report;
  /** Those of the page, with which the label's are counted. */
  readonly elements: HtmlElements;
  /** What setting the label is taken from; default: it has no end. */
  readonly budget?: Budget;
  /** Typesets the formulas of pages that have them. */
  readonly math?: FormulaSetter;
  /** The outline that the text flows along. */
  readonly flow?: FlowShape;
  /** How much the background and border reach beyond the text, px. */
  readonly padding?: Sides<number>;
}

export interface HtmlLabel {
  /** The label's item: what draw.io measures. */
  readonly item: Fragment;
  /** Where the item's top left corner stands, in the anchor's frame. */
  readonly left: number;
  readonly top: number;
  /** In the item's frame. */
  readonly clip: Rect | undefined;
  /** Vertical text: the item is laid out sideways and stands turned a quarter clockwise. */
  readonly turned: boolean;
}

/** The room on both sides that draw.io's export gives a label beyond its bounds. */
const PADDING = 2;

/** The sizes that draw.io's export writes on the three elements around a label. */
interface Wrapping {
  readonly containerWidth: number;
  readonly containerHeight: number;
  readonly itemWidth: number | undefined;
  readonly itemHeight: number | undefined;
  readonly itemMaxHeight: number | undefined;
  readonly clips: boolean;
  readonly fillsWidth: boolean;
  readonly fillsHeight: boolean;
  readonly dx: number;
  readonly dy: number;
}

const FACTOR = { left: 0, center: -0.5, right: -1, top: 0, middle: -0.5, bottom: -1 } as const;

function wrappingOf({ width: innerWidth, height, align, verticalAlign, wraps, overflow }: HtmlLabelRequest): Wrapping {
  const width = innerWidth + PADDING;
  let containerWidth = 1;
  let containerHeight = 1;
  let itemWidth: number | undefined;
  let itemHeight: number | undefined;
  let itemMaxHeight: number | undefined;
  let dx = FACTOR[align] * width;
  let dy = 0;
  switch (overflow) {
    case 'hidden':
      containerWidth = Math.round(width);
      itemMaxHeight = Math.round(height);
      break;
    case 'fill':
      containerWidth = Math.round(width);
      containerHeight = Math.round(height);
      itemWidth = Math.round(width - PADDING);
      itemHeight = Math.round(height);
      dy = FACTOR[verticalAlign] * height;
      break;
    case 'width':
      containerWidth = Math.round(width - PADDING);
      itemWidth = containerWidth;
      if (height > 0) itemMaxHeight = Math.round(height);
      break;
    case 'block':
      containerWidth = Math.round(width - PADDING);
      itemWidth = containerWidth;
      if (verticalAlign === 'middle') itemMaxHeight = Math.round(height);
      break;
    case 'visible':
      break;
  }
  if (wraps && width > 0) containerWidth = Math.round(width);
  else if (overflow === 'visible') dx = 0;
  return {
    containerWidth,
    containerHeight,
    itemWidth,
    itemHeight,
    itemMaxHeight,
    clips: overflow === 'hidden' || overflow === 'fill' || overflow === 'width',
    fillsWidth: overflow === 'fill' || overflow === 'width' || overflow === 'block',
    fillsHeight: overflow === 'fill',
    dx,
    dy,
  };
}

export const isVertical = (direction: TextDirection): boolean =>
  direction === 'vertical-lr' || direction === 'vertical-rl';

export function setHtmlLabel(request: HtmlLabelRequest): HtmlLabel {
  return isVertical(request.direction) ? setVertical(request) : setHorizontal(request);
}

function setHorizontal(request: HtmlLabelRequest): HtmlLabel {
  const { align, verticalAlign } = request;
  const wrapping = wrappingOf(request);
  const { item, clip } = itemOf(request, wrapping);
  // In a container that runs from right to left, its start is at the right.
  const rightToLeft = request.direction === 'rtl';
  const side = rightToLeft ? ({ left: 'right', center: 'center', right: 'left' } as const)[align] : align;
  return {
    item,
    left: Math.round(request.x + wrapping.dx) + alignedOffset(side, wrapping.containerWidth - item.width),
    top: Math.round(request.y + wrapping.dy) + alignedOffset(verticalAlign, wrapping.containerHeight - item.height),
    clip,
    turned: false,
  };
}

/** A label's item, wherever it stands. */
type LabelItem = Pick<HtmlLabel, 'item' | 'clip'>;

interface RememberedItem extends LabelItem {
  /** How many its HTML has. */
  readonly elements: number;
  /** Of its HTML. */
  readonly length: number;
  /** What laying it out took of the budget: a diagram costs the same, whatever is remembered of others. */
  readonly cost: number;
}

/** At most: where each character stands on a line of its own, and each element is a box. */
const sizeOfItem = ({ elements, length }: RememberedItem): number => 1000 + 200 * length + 500 * elements;

/** What the items that are remembered for a library of fonts may take, bytes. Longer labels, which hold images, are not. */
const KEPT_ITEMS = 32 * 1024 * 1024;
const LONGEST_REMEMBERED = 4000;

const rememberedItems = new WeakMap<FontLibrary, BoundedCache<string, RememberedItem>>();

/** Diagrams repeat labels, and programs repeat diagrams: an item is laid out once, unless there is something to report. */
function itemOf(request: HtmlLabelRequest, wrapping: Wrapping): LabelItem {
  const { fonts, html, math, budget = NO_BUDGET } = request;
  if (math || html.length > LONGEST_REMEMBERED) return layOutItem(request, wrapping);
  const known = rememberedItems.get(fonts) ?? new BoundedCache<string, RememberedItem>(KEPT_ITEMS, sizeOfItem);
  rememberedItems.set(fonts, known);
  const key = itemKey(request, wrapping);
  const remembered = known.get(key);
  if (remembered) {
    request.elements.add(remembered.elements, request.cellId);
    budget.spend(remembered.cost);
    return remembered;
  }
  const before = request.elements.count;
  let reported = false;
  const report: Report = (diagnostic) => {
    reported = true;
    request.report(diagnostic);
  };
  const meter = metered(budget);
  const item = layOutItem({ ...request, html: ownCopy(html), report, budget: meter }, wrapping);
  const elements = request.elements.count - before;
  if (!reported) known.set(key, { ...item, elements, length: html.length, cost: meter.spent });
  return item;
}

/** All that an item depends on. No text of a file has the character U+0000, which XML forbids. */
function itemKey(request: HtmlLabelRequest, wrapping: Wrapping): string {
  const { html, font, align, verticalAlign, direction, overflow, background, border, flow, padding } = request;
  const { containerWidth, itemWidth, itemHeight, itemMaxHeight } = wrapping;
  const look = (font.bold ? 1 : 0) + (font.italic ? 2 : 0) + (font.underline ? 4 : 0) + (font.strikethrough ? 8 : 0);
  const sizes = `${font.size} ${font.lineHeight ?? ''} ${containerWidth} ${itemWidth} ${itemHeight} ${itemMaxHeight} ${wrapsIn(request)}`;
  const paints = `${font.color}\0${background ?? ''}\0${border ?? ''}`;
  const outline = flow ? `${JSON.stringify(flow)} ${verticalAlign}` : '';
  const around = padding ? `${padding.top} ${padding.right} ${padding.bottom} ${padding.left}` : '';
  return `${html}\0${font.family}\0${paints}\0${sizes} ${look} ${align} ${direction} ${overflow}\0${outline}\0${around}`;
}

const wrapsIn = ({ wraps, width }: HtmlLabelRequest): boolean => wraps && width + PADDING > 0;

function layOutItem(request: HtmlLabelRequest, wrapping: Wrapping): LabelItem {
  const { align, overflow } = request;
  const rightToLeft = request.direction === 'rtl';
  const framedItem = wrapping.clips && overflow !== 'hidden';
  const inherited = { textAlign: align, wraps: wrapsIn(request), rightToLeft };
  const available = wrapping.itemWidth ?? wrapping.containerWidth;
  const { text, framed, behind, layout } = prepareText(request, inherited, !framedItem, available);
  const itemEdges = framedItem ? boxEdges(framed, 0) : NO_EDGES;
  const horizontal = itemEdges.left + itemEdges.right;
  const vertical = itemEdges.top + itemEdges.bottom;
  // The padding of the text's own frame takes no room: the frame reaches out of the item instead.
  const around = { left: lengthOf(text.style.padding.left), top: lengthOf(text.style.padding.top) };
  const acrossFrame = around.left + lengthOf(text.style.padding.right);
  const downFrame = around.top + lengthOf(text.style.padding.bottom);
  const itemWidth =
    wrapping.itemWidth ?? fitItem(text, wrapping.containerWidth + acrossFrame, wrapping.clips, layout) - acrossFrame;
  const inside = Math.max(0, itemWidth - horizontal);
  // The text's width and height of 100 % leave out its own border, which then reaches beyond the item.
  const textEdges = boxEdges(text.style, inside);
  const textWidth = wrapping.fillsWidth
    ? inside + textEdges.left + textEdges.right
    : layout.fitWidth(text, inside + acrossFrame);
  const given = wrapping.itemHeight === undefined ? undefined : Math.max(0, wrapping.itemHeight - vertical);
  const textHeight = wrapping.fillsHeight && given !== undefined ? given + textEdges.top + textEdges.bottom : undefined;
  const block = layout.root(text, textWidth, { width: inside, height: given }, textHeight);
  const itemHeight =
    wrapping.itemHeight ??
    Math.min(block.height - downFrame + vertical, wrapping.itemMaxHeight ?? Number.POSITIVE_INFINITY);
  const free = inside - textWidth + acrossFrame;
  const blockLeft = itemEdges.left + (free < 0 ? (rightToLeft ? free : 0) : alignedOffset(align, free));
  const parts: Part[] = framedItem ? blockBoxParts(framed, { x: 0, y: 0, width: itemWidth, height: itemHeight }) : [];
  append(parts, behind);
  const bordered = horizontal + vertical > 0;
  const inner = { x: itemEdges.left, y: itemEdges.top, width: inside, height: itemHeight - vertical };
  const content = childPart(block, blockLeft - around.left, itemEdges.top - around.top);
  // The item's own border is not clipped by it.
  append(parts, bordered ? clippedParts([content], inner) : [content]);
  return {
    item: { width: itemWidth, height: itemHeight, firstBaseline: undefined, lastBaseline: undefined, parts },
    clip: wrapping.clips && !bordered ? inner : undefined,
  };
}

const lengthOf = (length: Length): number => (length.kind === 'px' ? length.value : 0);

/**
 * Lines that run down the page: wrapped at the label's height, and stacked to the right (vertical-lr) or to the left.
 * The item is laid out as horizontal text, to be turned.
 */
function setVertical(request: HtmlLabelRequest): HtmlLabel {
  const { align, verticalAlign, height } = request;
  const wraps = request.wraps && height > 0;
  const along = ({ top: 'left', middle: 'center', bottom: 'right' } as const)[verticalAlign];
  const containerHeight = wraps ? Math.round(height) : 1;
  const inherited = { textAlign: along, wraps, rightToLeft: false, centralBaseline: true } as const;
  const { text, layout } = prepareText({ ...request, flow: undefined }, inherited, true, containerHeight);
  const length = fitItem(text, containerHeight, false, layout);
  const sideways = layout.root(text, layout.fitWidth(text, length), { width: length, height: undefined });
  const block = withUprightCharacters(sideways);
  const ordered = request.direction === 'vertical-lr' ? reverseBlocks(block) : block;
  const breadth = ordered.height;
  return {
    item: { ...ordered, parts: [childPart(ordered, 0, 0)], width: length },
    left: Math.round(request.x) + alignedOffset(align, 1 - breadth),
    top:
      Math.round(request.y + FACTOR[verticalAlign] * height) + alignedOffset(verticalAlign, containerHeight - length),
    clip: undefined,
    turned: true,
  };
}

const NO_EDGES: BoxEdges = { top: 0, right: 0, bottom: 0, left: 0 };

/** A label's text, and what is painted behind it. */
interface PreparedText {
  readonly text: ElementContent;
  readonly framed: ComputedStyle;
  readonly behind: readonly Part[];
  readonly layout: BlockLayout;
}

/**
 * The innermost element with its content; `withFrame` says whether the label's background and border are its own,
 * `available` how wide it may be without what can't be broken.
 */
function prepareText(
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
  const layout = new BlockLayout(createLayoutContext(fonts, cellId, report, budget));
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

/** The item shrinks to its text, but in the container's width only as far as words let it (or at all, if it clips). */
function fitItem(text: ElementContent, containerWidth: number, clips: boolean, layout: BlockLayout): number {
  const { min, max } = layout.intrinsic(text);
  const width = Math.min(max, containerWidth);
  return clips ? width : Math.max(min, width);
}

function alignedOffset(align: Align | VerticalAlign, free: number): number {
  switch (align) {
    case 'left':
    case 'top':
      return 0;
    case 'center':
    case 'middle':
      return truncateUnit(free / 2);
    case 'right':
    case 'bottom':
      return free;
  }
}

function frameStyle({ background, border, padding }: HtmlLabelRequest): Partial<ComputedStyle> {
  const side: BorderSide | undefined = border === undefined ? undefined : { width: 1, style: 'solid', color: border };
  const { top, right, bottom, left } = (background ?? border) === undefined ? NO_EDGES : (padding ?? NO_EDGES);
  return {
    background,
    ...(side && { border: { top: side, right: side, bottom: side, left: side } }),
    padding: { top: px(top), right: px(right), bottom: px(bottom), left: px(left) },
  };
}
