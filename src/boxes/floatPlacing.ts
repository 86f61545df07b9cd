/** Floats in the flow of a block, beside the text before them or where there is room, and boxes that keep clear of them. */
import type { ComputedStyle } from '../html/computedStyle.js';
import type { Content, ElementContent, ImageContent } from '../html/content.js';
import { inheritStyle } from '../html/initialStyle.js';
import { resolveLength, type SideName } from '../html/lengths.js';
import { blockLeft } from './blockPosition.js';
import type { BlockStack } from './blockStack.js';
import type { BlockLayout } from './blocks.js';
import type { Space } from './boxSizes.js';
import type { FloatFrame } from './floats.js';
import { imageFragment } from './imageFragment.js';
import { NO_MARGIN } from './marginStrut.js';

/** The block that others stand in. */
export interface Container {
  readonly space: Space;
  readonly style: ComputedStyle;
}

/** Whether a float finds room beside the text that stands before it. */
export function fitsBeside(
  layout: BlockLayout,
  float: ElementContent | ImageContent,
  before: readonly Content[],
  style: ComputedStyle,
  space: Space,
): boolean {
  const line: ElementContent = { kind: 'element', tag: 'div', style: { ...inheritStyle(style) }, children: before };
  return layout.intrinsic(line).max + layout.intrinsic(float).max <= space.width;
}

/** Puts a float where the flow has come to, to the side that it asks for. */
export function placeFloat(
  layout: BlockLayout,
  content: ElementContent | ImageContent,
  space: Space,
  stack: BlockStack,
  floats: FloatFrame,
): void {
  const { float, margin } = content.style;
  const marginOf = (side: SideName): number => resolveLength(margin[side], space.width) ?? 0;
  const outside = marginOf('left') + marginOf('right');
  const fragment =
    content.kind === 'image'
      ? imageFragment(content, space)
      : layout.independent(content, layout.fitWidth(content, space.width - outside), space);
  const { x, y } = floats.area.place(
    float === 'right' ? 'right' : 'left',
    fragment.width + outside,
    fragment.height + marginOf('top') + marginOf('bottom'),
    floats.y + stack.nextTop(NO_MARGIN),
    content.style.shapeOutside,
  );
  stack.addApart(fragment, x - floats.x + marginOf('left'), y - floats.y + marginOf('top'));
}

/** A box that floats may not reach into: beside them if it fits there, or else below. */
export function stackClear(
  layout: BlockLayout,
  child: ElementContent,
  { space, style }: Container,
  stack: BlockStack,
  { area, x, y }: FloatFrame,
): void {
  for (let top = y; ; ) {
    const left = Math.max(0, area.reach('left', top, 1) - x);
    const right = Math.max(0, area.reach('right', top, 1) - (area.width - x - space.width));
    const room = { ...space, width: Math.max(0, space.width - left - right) };
    const next = area.nextBottom(top + 1 / 64);
    const { fragment, marginTop, marginBottom } = layout.block(child, room);
    const fits = left + right === 0 || next === undefined || narrowest(layout, child) <= room.width;
    if (fits) {
      stack.advanceTo(stack.nextTop(NO_MARGIN) + top - y);
      const margins = { top: marginTop, bottom: marginBottom };
      stack.add(fragment, left + blockLeft(child.style, fragment.width, room.width, style), margins);
      return;
    }
    top = next;
  }
}

function narrowest(layout: BlockLayout, content: ElementContent): number {
  return content.style.width.kind === 'px' ? layout.intrinsic(content).max : layout.intrinsic(content).min;
}
