/** Boxes that are moved from their place in the flow (position: relative) or taken out of it (absolute, fixed). */
import type { Point, Rect } from '../geometry/plane.js';
import type { ComputedStyle } from '../html/computedStyle.js';
import type { ElementContent } from '../html/content.js';
import { type Length, resolveLength } from '../html/lengths.js';
import type { BlockLayout } from './blocks.js';
import { borderBoxSize, boxEdges, type Space } from './boxSizes.js';
import type { Fragment, Part } from './fragment.js';

/** How far relative positioning moves a box: left counts before right, top before bottom. */
export function relativeShift({ relative, inset }: ComputedStyle, space: Partial<Space>): Point {
  if (!relative) return { x: 0, y: 0 };
  const along = (start: Length, end: Length, reference: number | undefined): number =>
    resolveLength(start, reference) ?? -(resolveLength(end, reference) ?? 0);
  return { x: along(inset.left, inset.right, space.width), y: along(inset.top, inset.bottom, space.height) };
}

/**
 * Places boxes out of the flow in the padding box of the positioned box around them, painted after what flows. Without
 * one, draw.io's export places them against the whole picture, which a label doesn't know: there they are left out,
 * unless they stay where the flow would have them.
 */
export function placePositioned(
  waiting: readonly ElementContent[],
  flow: readonly Part[],
  around: Rect | undefined,
  layout: BlockLayout,
): Part[] {
  const parts: Part[] = [];
  const anchors = anchorsIn(flow);
  for (const content of waiting) {
    const anchor = anchors.get(content) ?? { x: 0, y: 0 };
    if (around) parts.push(placed(content, around, anchor, layout));
    else if (isInPlace(content.style)) {
      const width = layout.intrinsic(content).max;
      const fragment = layout.independent(content, width, { width, height: undefined });
      parts.push(above(fragment, anchor.x, anchor.y));
    } else {
      const { cellId, report } = layout.context;
      const message = 'A box with position: absolute that no positioned box holds is left out of the label.';
      report({ code: 'unsupported-css', cellId, message });
    }
  }
  return parts;
}

const isInPlace = ({ inset }: ComputedStyle): boolean =>
  [inset.top, inset.right, inset.bottom, inset.left].every((length) => length.kind === 'auto');

const above = (fragment: Fragment, x: number, y: number): Part => ({
  kind: 'layer',
  fragment,
  x,
  y,
  effect: { above: true },
});

function placed(content: ElementContent, around: Rect, anchor: Point, layout: BlockLayout): Part {
  const { style } = content;
  const edges = boxEdges(style, around.width);
  const across = axis(style, 'left', 'right', around.width);
  const down = axis(style, 'top', 'bottom', around.height);
  const declaredWidth = resolveLength(style.width, around.width);
  const width =
    declaredWidth === undefined && across.start !== undefined && across.end !== undefined
      ? Math.max(0, around.width - across.taken)
      : layout.fitWidth(content, Math.max(0, around.width - across.taken));
  const declaredHeight = resolveLength(style.height, around.height);
  const vertical = edges.top + edges.bottom;
  const height =
    declaredHeight !== undefined
      ? borderBoxSize(declaredHeight, style, vertical)
      : down.start !== undefined && down.end !== undefined
        ? Math.max(0, around.height - down.taken)
        : undefined;
  const fragment = layout.independent(content, width, { width: around.width, height: around.height }, height);
  const x = across.place(fragment.width, around.width);
  const y = down.place(fragment.height, around.height);
  return above(fragment, x === undefined ? anchor.x : around.x + x, y === undefined ? anchor.y : around.y + y);
}

interface Axis {
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** By offsets and margins. */
  readonly taken: number;
  /** Where a box of a size stands in a room; undefined where neither end is said. */
  place(size: number, room: number): number | undefined;
}

function axis({ inset, margin }: ComputedStyle, first: 'left' | 'top', last: 'right' | 'bottom', room: number): Axis {
  const start = resolveLength(inset[first], room);
  const end = resolveLength(inset[last], room);
  const before = resolveLength(margin[first], room);
  const after = resolveLength(margin[last], room);
  const taken = (start ?? 0) + (end ?? 0) + (before ?? 0) + (after ?? 0);
  return {
    start,
    end,
    taken,
    place(size, available) {
      if (start !== undefined && end !== undefined) {
        const free = available - taken - size;
        // Automatic margins share what is left.
        const share = before === undefined ? Math.max(0, after === undefined ? free / 2 : free) : before;
        return start + share;
      }
      if (start !== undefined) return start + (before ?? 0);
      return end === undefined ? undefined : available - end - (after ?? 0) - size;
    },
  };
}

/** Where boxes would stand in the flow, in the frame of the parts. */
function anchorsIn(
  parts: readonly Part[],
  dx = 0,
  dy = 0,
  found = new Map<ElementContent, Point>(),
): ReadonlyMap<ElementContent, Point> {
  for (const part of parts) {
    if (part.kind === 'anchor' && !found.has(part.content)) {
      found.set(part.content, { x: part.x + dx, y: part.y + dy });
    } else if (part.kind === 'child' || part.kind === 'layer') {
      anchorsIn(part.fragment.parts, dx + part.x, dy + part.y, found);
    }
  }
  return found;
}
