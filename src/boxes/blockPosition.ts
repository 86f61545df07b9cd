/** Where a block stands across its container, and which keep clear of floats. */
import type { ComputedStyle } from '../html/computedStyle.js';
import { resolveLength } from '../html/lengths.js';

const CLEAR_OF_FLOATS = new Set<ComputedStyle['display']>(['table', 'flex']);

/** Whether a block keeps its floats, and those around it, apart. */
export const keepsClear = ({ display, clips }: ComputedStyle): boolean => clips || CLEAR_OF_FLOATS.has(display);

/** Where a block stands in its container: automatic margins centre it, and so does an aligning container. */
export function blockLeft(style: ComputedStyle, width: number, available: number, parent: ComputedStyle): number {
  const left = resolveLength(style.margin.left, available);
  const right = resolveLength(style.margin.right, available);
  const free = available - width;
  if (left === undefined && right === undefined) return Math.max(0, free / 2);
  if (left === undefined) return Math.max(0, free - (right ?? 0));
  if (right === undefined) return left;
  if (parent.textAlign === 'block-center') return left + Math.max(0, (free - left - right) / 2);
  if (parent.textAlign === 'block-right' || parent.rightToLeft) return Math.max(left, free - right);
  return left;
}
