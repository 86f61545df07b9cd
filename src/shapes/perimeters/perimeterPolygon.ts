/** Where edges meet outlines made of straight sides. */
import { center, distance, type Point, point, type Rect, right } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import type { Perimeter } from '../shape.js';

/** By how much of its length a segment may end before the other and still meet it. */
const SLACK = 1e-6;

const isWithin = (fraction: number): boolean => fraction >= -SLACK && fraction <= 1 + SLACK;

/** The point that two segments share (ends included), or undefined; parallel ones share none. */
export function crossing(a: Point, b: Point, c: Point, d: Point): Point | undefined {
  const abX = b.x - a.x;
  const abY = b.y - a.y;
  const cdX = d.x - c.x;
  const cdY = d.y - c.y;
  const denominator = cdY * abX - cdX * abY;
  const alongAb = (cdX * (a.y - c.y) - cdY * (a.x - c.x)) / denominator;
  const alongCd = (abX * (a.y - c.y) - abY * (a.x - c.x)) / denominator;
  return isWithin(alongAb) && isWithin(alongCd) ? point(a.x + alongAb * abX, a.y + alongAb * abY) : undefined;
}

/** The crossing of segment `from`–`to` with a closed outline that is nearest to `near`. */
export function nearestCrossing(outline: readonly Point[], from: Point, to: Point, near: Point): Point | undefined {
  let best: Point | undefined;
  outline.forEach((start, index) => {
    const end = outline[(index + 1) % outline.length] as Point;
    const hit = crossing(start, end, from, to);
    if (hit && (!best || distance(hit, near) < distance(best, near))) best = hit;
  });
  return best;
}

/** The perimeter of a shape with straight sides; where nothing is met (an end inside the shape), its centre. */
export const polygonPoint =
  (cornersOf: (box: Rect, style: Style) => readonly Point[]): Perimeter =>
  (box, style, next, orthogonal) => {
    const middle = center(box);
    let aim = middle;
    if (orthogonal) {
      const beside = next.x < box.x || next.x > right(box);
      aim = beside ? point(middle.x, next.y) : point(next.x, middle.y);
    }
    return nearestCrossing(cornersOf(box, style), aim, next, next) ?? middle;
  };
