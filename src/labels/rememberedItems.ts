/** The items of HTML labels that were laid out before. */
import type { Fragment } from '../boxes/fragment.js';
import { metered, NO_BUDGET } from '../budget.js';
import type { Report } from '../diagnostics.js';
import type { Rect } from '../geometry/plane.js';
import { BoundedCache, ownCopy } from '../primitives/boundedCache.js';
import type { FontLibrary } from '../shaping/fontLibrary.js';
import type { HtmlLabelRequest } from './textRequest.js';
import { type Wrapping, wrapsIn } from './wrapping.js';

/** A label's item, wherever it stands. */
export interface LabelItem {
  /** What draw.io measures. */
  readonly item: Fragment;
  /** In the item's frame. */
  readonly clip: Rect | undefined;
}

export type LayOutItem = (request: HtmlLabelRequest, wrapping: Wrapping) => LabelItem;

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
export function itemOf(request: HtmlLabelRequest, wrapping: Wrapping, layOutItem: LayOutItem): LabelItem {
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
