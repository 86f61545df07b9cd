/** Sets a label that flows along its shape's outline: measures it, finds its place, and lays it out there. */

import type { BlockLayout } from '../boxes/blocks.js';
import type { Part } from '../boxes/fragment.js';
import { fontExtent } from '../boxes/inline/fontMetrics.js';
import { type Point, type Rect, rect } from '../geometry/plane.js';
import type { ComputedStyle } from '../html/computedStyle.js';
import type { Content } from '../html/content.js';
import { inheritStyle } from '../html/initialStyle.js';
import type { Sides } from '../html/lengths.js';
import { alignFlow, type FlowExtent } from './flowAlignment.js';
import { type FlowPlacement, type FlowShape, flowContent } from './flowContent.js';

type VerticalAlign = 'top' | 'middle' | 'bottom';

/** draw.io's line height: a factor of the font size. */
const LINE_HEIGHT = 1.2;
/** A shape at least this wide at its foot has room for the last line there, px. */
const FLAT_FOOT = 24;

export interface MeasuredFlow {
  readonly placement: FlowPlacement;
  /** What the placed text takes up, in the frame of its block; undefined if there is none. */
  extent(): FlowExtent | undefined;
}

/** The place of content of that style along an outline. The style is the label's own. */
export function measureFlow(
  shape: FlowShape,
  verticalAlign: VerticalAlign,
  children: readonly Content[],
  style: ComputedStyle,
  layout: BlockLayout,
): MeasuredFlow {
  const measure = (placement: FlowPlacement): FlowExtent | undefined =>
    extentOf(shape, placement, children, style, layout);
  const placement = alignFlow({
    measure,
    boxHeight: shape.box.height,
    verticalAlign,
    lineHeight: style.fontSize * LINE_HEIGHT,
    flatFoot: footWidth(shape) >= FLAT_FOOT,
  });
  return { placement, extent: () => measure(placement) };
}

/** The box behind a flow's text. */
export const flowFrame = ({ left, top, right, bottom }: FlowExtent, padding: Sides<number>): Rect =>
  rect(
    Math.round(left - padding.left),
    Math.round(top - padding.top),
    Math.round(right - left + padding.left + padding.right),
    Math.round(bottom - top + padding.top + padding.bottom),
  );

function extentOf(
  shape: FlowShape,
  placement: FlowPlacement,
  children: readonly Content[],
  style: ComputedStyle,
  layout: BlockLayout,
): FlowExtent | undefined {
  const { width } = shape.box;
  const block: ComputedStyle = { ...inheritStyle(style), display: 'block' };
  const content = flowContent(shape, placement, children, block);
  const { parts } = layout.root({ kind: 'element', tag: 'div', style: block, children: content }, width, {
    width,
    height: undefined,
  });
  const rects: Rect[] = [];
  collectText(parts, 0, 0, rects);
  const [first] = rects;
  if (!first) return undefined;
  let [left, top, right, bottom] = [first.x, first.y, first.x + first.width, first.y + first.height];
  for (const text of rects) {
    left = Math.min(left, text.x);
    top = Math.min(top, text.y);
    right = Math.max(right, text.x + text.width);
    bottom = Math.max(bottom, text.y + text.height);
  }
  return { left, top, right, bottom, lines: linesOf(rects) };
}

/** The boxes of texts, as high as their fonts. */
function collectText(parts: readonly Part[], dx: number, dy: number, rects: Rect[]): void {
  for (const part of parts) {
    if (part.kind === 'child' || part.kind === 'layer') {
      collectText(part.fragment.parts, dx + part.x, dy + part.y, rects);
    } else if (part.kind === 'run' && part.run.width > 0) {
      const { face, fontSize, x, baseline, width } = part.run;
      const { ascent, descent } = fontExtent(face, fontSize);
      rects.push(rect(dx + x, dy + baseline - ascent, width, ascent + descent));
    }
  }
}

/** Texts that lie more than a little over each other's height are one line. */
function linesOf(rects: readonly Rect[]): readonly (readonly [number, number])[] {
  const lines: [number, number][] = [];
  for (const { y, height } of [...rects].sort((a, b) => a.y - b.y)) {
    const last = lines[lines.length - 1];
    if (last && y < last[1] - 2) last[1] = Math.max(last[1], y + height);
    else lines.push([y, y + height]);
  }
  return lines;
}

/** How wide the room inside an outline is just above its lower end, px. */
function footWidth({ outline, width }: FlowShape): number {
  const left = crossing(outline.left, Math.max) ?? 0;
  const right = crossing(outline.right, Math.min) ?? 1;
  return (right - left) * width;
}

const FOOT = 0.999;

function crossing(points: readonly Point[] | undefined, inner: (a: number, b: number) => number): number | undefined {
  let result: number | undefined;
  points?.forEach((from, index) => {
    const to = points[(index + 1) % points.length] as Point;
    if (from.y === to.y || FOOT < Math.min(from.y, to.y) || FOOT > Math.max(from.y, to.y)) return;
    const x = from.x + ((to.x - from.x) * (FOOT - from.y)) / (to.y - from.y);
    result = result === undefined ? x : inner(result, x);
  });
  return result;
}
