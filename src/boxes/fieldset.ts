/** Fieldsets: the legend stands in the upper border, which is open there. */
import type { Rect } from '../geometry/plane.js';
import { type ComputedStyle, usedBorderWidth } from '../html/computedStyle.js';
import type { ElementContent } from '../html/content.js';
import { resolveLength } from '../html/lengths.js';
import type { BlockLayout } from './blocks.js';
import { blockBoxParts } from './boxPaint.js';
import type { BoxEdges, Space } from './boxSizes.js';
import { childPart, type Fragment, groupOf, type Part } from './fragment.js';

export interface Legend {
  readonly fragment: Fragment;
  /** From the fieldset's left edge. */
  readonly left: number;
  /** How much lower than the fieldset's own edge its border begins, and how much room the legend takes beyond it. */
  readonly borderTop: number;
  readonly room: number;
}

/** The first legend in a fieldset's flow; undefined for other elements, and those without. */
export function legendOf(content: ElementContent): ElementContent | undefined {
  if (content.tag !== 'fieldset') return undefined;
  return content.children.find(
    (child): child is ElementContent =>
      child.kind === 'element' && child.tag === 'legend' && child.style.float === 'none' && !child.style.outOfFlow,
  );
}

/** The fieldset without its legend. */
export const withoutLegend = (content: ElementContent, legend: ElementContent): ElementContent => ({
  ...content,
  children: content.children.filter((child) => child !== legend),
});

export function layoutLegend(
  legend: ElementContent,
  fieldset: ComputedStyle,
  { edges, width }: { readonly edges: BoxEdges; readonly width: number },
  layout: BlockLayout,
): Legend {
  const inside = Math.max(0, width - edges.left - edges.right);
  const space: Space = { width: inside, height: undefined };
  const fragment = layout.independent(legend, layout.fitWidth(legend, inside), space);
  const border = usedBorderWidth(fieldset.border.top);
  const free = inside - fragment.width;
  const start = resolveLength(legend.style.margin.left, inside) ?? 0;
  const align = legend.style.textAlign;
  const shift = align.endsWith('center') ? free / 2 : align.endsWith('right') ? free : start;
  return {
    fragment,
    left: edges.left + shift,
    borderTop: Math.max(0, (fragment.height - border) / 2),
    room: Math.max(0, fragment.height - border),
  };
}

/** The frame of a fieldset, its upper border left out behind the legend, and the legend. */
export function fieldsetParts(style: ComputedStyle, frame: Rect, { fragment, left, borderTop }: Legend): Part[] {
  const box = { ...frame, y: frame.y + borderTop, height: Math.max(0, frame.height - borderTop) };
  const border = usedBorderWidth(style.border.top);
  const painted = blockBoxParts(style, box);
  const right = left + fragment.width;
  const shown: readonly Rect[] = [
    { x: frame.x, y: box.y, width: left - frame.x, height: box.height },
    { x: right, y: box.y, width: Math.max(0, frame.x + frame.width - right), height: box.height },
    { x: left, y: box.y + border, width: fragment.width, height: Math.max(0, box.height - border) },
  ];
  const layers = shown.map(
    (clip): Part => ({
      kind: 'layer',
      fragment: groupOf(painted, frame.width, frame.height),
      x: 0,
      y: 0,
      effect: { clip },
    }),
  );
  return [...layers, childPart(fragment, left, frame.y)];
}
