/** Sets an HTML label as draw.io's export nests it: a flex container at the anchor, an item in it, the text in the item. */
import type { BlockLayout } from '../boxes/blocks.js';
import { blockBoxParts } from '../boxes/boxPaint.js';
import { boxEdges } from '../boxes/boxSizes.js';
import { childPart, type Part, reverseBlocks } from '../boxes/fragment.js';
import { clippedParts } from '../boxes/layerEffects.js';
import { withUprightCharacters } from '../boxes/verticalText.js';
import type { ElementContent } from '../html/content.js';
import { truncateUnit } from '../html/layoutUnits.js';
import type { Length } from '../html/lengths.js';
import { append } from '../primitives/lists.js';
import { NO_EDGES, type PreparedText, prepareText } from './preparedText.js';
import { itemOf, type LabelItem } from './rememberedItems.js';
import { type Align, type HtmlLabelRequest, isVertical, type VerticalAlign } from './textRequest.js';
import { FACTOR, type Wrapping, wrappingOf, wrapsIn } from './wrapping.js';

export interface HtmlLabel extends LabelItem {
  /** Where the item's top left corner stands, in the anchor's frame. */
  readonly left: number;
  readonly top: number;
  /** Vertical text: the item is laid out sideways and stands turned a quarter clockwise. */
  readonly turned: boolean;
}

export function setHtmlLabel(request: HtmlLabelRequest): HtmlLabel {
  return isVertical(request.direction) ? setVertical(request) : setHorizontal(request);
}

function setHorizontal(request: HtmlLabelRequest): HtmlLabel {
  const { align, verticalAlign } = request;
  const wrapping = wrappingOf(request);
  const { item, clip } = itemOf(request, wrapping, layOutItem);
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

/** How wide the item of a label of horizontal text is, px, as setHtmlLabel has it: without setting its lines. */
export function htmlLabelWidth(request: HtmlLabelRequest): number {
  const wrapping = wrappingOf(request);
  const { text, layout } = preparedItem(request, wrapping);
  return itemWidthOf(text, wrapping, layout);
}

/** Whether the item, which then clips, has the frame that the text in it has otherwise. */
const framesItem = ({ overflow }: HtmlLabelRequest, { clips }: Wrapping): boolean => clips && overflow !== 'hidden';

function preparedItem(request: HtmlLabelRequest, wrapping: Wrapping): PreparedText {
  const inherited = {
    textAlign: request.align,
    wraps: wrapsIn(request),
    rightToLeft: request.direction === 'rtl',
  };
  const available = wrapping.itemWidth ?? wrapping.containerWidth;
  return prepareText(request, inherited, !framesItem(request, wrapping), available);
}

function itemWidthOf(text: ElementContent, wrapping: Wrapping, layout: BlockLayout): number {
  const acrossFrame = acrossFrameOf(text);
  return (
    wrapping.itemWidth ?? fitItem(text, wrapping.containerWidth + acrossFrame, wrapping.clips, layout) - acrossFrame
  );
}

/** The padding of the text's own frame takes no room: the frame reaches out of the item instead. */
const acrossFrameOf = ({ style }: ElementContent): number =>
  lengthOf(style.padding.left) + lengthOf(style.padding.right);

function layOutItem(request: HtmlLabelRequest, wrapping: Wrapping): LabelItem {
  const { align } = request;
  const rightToLeft = request.direction === 'rtl';
  const framedItem = framesItem(request, wrapping);
  const { text, framed, behind, layout } = preparedItem(request, wrapping);
  const itemEdges = framedItem ? boxEdges(framed, 0) : NO_EDGES;
  const horizontal = itemEdges.left + itemEdges.right;
  const vertical = itemEdges.top + itemEdges.bottom;
  const around = { left: lengthOf(text.style.padding.left), top: lengthOf(text.style.padding.top) };
  const acrossFrame = acrossFrameOf(text);
  const downFrame = around.top + lengthOf(text.style.padding.bottom);
  const itemWidth = itemWidthOf(text, wrapping, layout);
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
