/** Straight pieces of routes: how far they run through a box, and how near they come to each other. */
import { type Point, point, type Rect } from '../../geometry/plane.js';

/** The part of a line within a box: its length, px, and its middle. */
export function lengthWithin(from: Point, to: Point, box: Rect): { readonly px: number; readonly middle: Point } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [start, end] = [0, 1];
  for (const [origin, delta, low, high] of [
    [from.x, dx, box.x, box.x + box.width],
    [from.y, dy, box.y, box.y + box.height],
  ] as const) {
    if (delta === 0) {
      if (origin < low || origin > high) return { px: 0, middle: from };
      continue;
    }
    const [a, b] = [(low - origin) / delta, (high - origin) / delta];
    start = Math.max(start, Math.min(a, b));
    end = Math.min(end, Math.max(a, b));
  }
  if (end <= start) return { px: 0, middle: from };
  const half = (start + end) / 2;
  return { px: (end - start) * Math.hypot(dx, dy), middle: point(from.x + half * dx, from.y + half * dy) };
}
