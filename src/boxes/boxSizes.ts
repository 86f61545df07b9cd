/** The sizes of boxes: their edges, and what declared widths and limits make of a width. */
import type { Rect } from '../geometry/plane.js';
import { type ComputedStyle, usedBorderWidth } from '../html/computedStyle.js';
import { floorUnit } from '../html/layoutUnits.js';
import { resolveLength } from '../html/lengths.js';

/** The space a box is laid out in: the containing block's content box. */
export interface Space {
  readonly width: number;
  /** Undefined where the height follows the content. */
  readonly height: number | undefined;
}

/** Padding and border of each side, px. */
export interface BoxEdges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export function boxEdges(style: ComputedStyle, reference: number): BoxEdges {
  const side = (name: 'top' | 'right' | 'bottom' | 'left'): number =>
    usedBorderWidth(style.border[name]) + floorUnit(resolveLength(style.padding[name], reference) ?? 0);
  return { top: side('top'), right: side('right'), bottom: side('bottom'), left: side('left') };
}

/** What lies inside the borders of a border box. */
export function paddingBox({ border }: ComputedStyle, { x, y, width, height }: Rect): Rect {
  const left = usedBorderWidth(border.left);
  const top = usedBorderWidth(border.top);
  return {
    x: x + left,
    y: y + top,
    width: Math.max(0, width - left - usedBorderWidth(border.right)),
    height: Math.max(0, height - top - usedBorderWidth(border.bottom)),
  };
}

/** A declared width or height as the border box's size. */
export function borderBoxSize(declared: number, style: ComputedStyle, edges: number): number {
  return style.borderBox ? Math.max(declared, edges) : Math.max(0, declared) + edges;
}

/** A width within the limits that max-width and min-width set. */
export function limitWidth(width: number, style: ComputedStyle, reference: number, horizontal: number): number {
  const most = resolveLength(style.maxWidth, reference);
  const least = resolveLength(style.minWidth, reference);
  let result = width;
  if (most !== undefined) result = Math.min(result, borderBoxSize(most, style, horizontal));
  if (least !== undefined) result = Math.max(result, borderBoxSize(least, style, horizontal));
  return result;
}

/** The border box's height that a style declares; `vertical`: padding and borders, px. */
export function declaredHeight(style: ComputedStyle, space: Space, vertical: number): number | undefined {
  const height = resolveLength(style.height, space.height);
  return height === undefined ? undefined : borderBoxSize(height, style, vertical);
}

/** The least height wins over the largest. */
export function limitHeight(height: number, style: ComputedStyle, space: Space, vertical: number): number {
  const most = resolveLength(style.maxHeight, space.height);
  const least = resolveLength(style.minHeight, space.height);
  const lowered = most === undefined ? height : Math.min(height, borderBoxSize(most, style, vertical));
  return least === undefined ? lowered : Math.max(lowered, borderBoxSize(least, style, vertical));
}
