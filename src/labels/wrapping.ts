/** The sizes that draw.io's export writes on the three elements around an HTML label. */
import type { HtmlLabelRequest } from './textRequest.js';

/** The room on both sides that draw.io's export gives a label beyond its bounds. */
const PADDING = 2;

/** The sizes that draw.io's export writes on the three elements around a label. */
export interface Wrapping {
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

export const FACTOR = { left: 0, center: -0.5, right: -1, top: 0, middle: -0.5, bottom: -1 } as const;

export function wrappingOf({
  width: innerWidth,
  height,
  align,
  verticalAlign,
  wraps,
  overflow,
}: HtmlLabelRequest): Wrapping {
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

/** Whether lines of the text break at the label's width. */
export const wrapsIn = ({ wraps, width }: HtmlLabelRequest): boolean => wraps && width + PADDING > 0;
