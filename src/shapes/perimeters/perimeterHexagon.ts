/** mxGraph's hexagon perimeter, which draw.io replaced by hexagonPerimeter2: slants over a quarter of the box, on whole pixels. */
import { bottom, center, type Point, point, type Rect, rect, right } from '../../geometry/plane.js';
import type { Perimeter } from '../shape.js';
import { crossing } from './perimeterPolygon.js';

interface Line {
  readonly from: Point;
  readonly to: Point;
}

/** The six sides of a hexagon that points left and right, the slanted ones prolonged to where mxGraph puts them. */
function sides(box: Rect) {
  const across = (fraction: number): number => box.x + Math.floor(Math.abs(fraction) * box.width) * Math.sign(fraction);
  const down = (fraction: number): number => box.y + Math.floor(Math.abs(fraction) * box.height) * Math.sign(fraction);
  const line = (from: Point, to: Point): Line => ({ from, to });
  return {
    top: line(point(box.x, box.y), point(right(box), box.y)),
    bottom: line(point(box.x, bottom(box)), point(right(box), bottom(box))),
    topLeft: line(point(across(-0.25), bottom(box)), point(across(0.5), down(-0.5))),
    topRight: line(point(across(0.5), down(-0.5)), point(across(1.25), bottom(box))),
    bottomLeft: line(point(across(-0.25), box.y), point(across(0.5), down(1.5))),
    bottomRight: line(point(across(0.5), down(1.5)), point(across(1.25), box.y)),
  };
}

/** A point on the way to a corner is carried to that corner, even from inside. */
function cornerTowards(box: Rect, angle: number, slope: number): Point | undefined {
  const quarter = box.x + Math.floor(0.25 * box.width);
  const threeQuarters = box.x + Math.floor(0.75 * box.width);
  const half = box.y + Math.floor(0.5 * box.height);
  if (Math.abs(angle) === Math.PI) return point(box.x, half);
  if (angle === 0) return point(right(box), half);
  if (angle === -slope) return point(threeQuarters, box.y);
  if (angle === slope - Math.PI) return point(quarter, box.y);
  if (angle === slope) return point(threeQuarters, bottom(box));
  return angle === Math.PI - slope ? point(quarter, bottom(box)) : undefined;
}

function fromCenter(box: Rect, next: Point): Point | undefined {
  const middle = center(box);
  const angle = Math.atan2(next.y - middle.y, next.x - middle.x);
  const slope = Math.atan2(box.height / 2, box.width / 4);
  const corner = cornerTowards(box, angle, slope);
  if (corner) return corner;
  const { top, bottom: base, topLeft, topRight, bottomLeft, bottomRight } = sides(box);
  const above = angle < 0;
  const turned = Math.abs(angle);
  const rightward = above ? topRight : bottomRight;
  const leftward = above ? topLeft : bottomLeft;
  const flat = above ? top : base;
  const side = turned < slope ? rightward : turned > Math.PI - slope ? leftward : flat;
  return crossing(middle, next, side.from, side.to);
}

/** Straight across, for a point level with the box or above or below it. */
function straightAcross(box: Rect, next: Point): Point | undefined {
  const middle = center(box);
  if (next.x === box.x || (next.y === middle.y && next.x < box.x)) return point(box.x, middle.y);
  if (next.x === right(box) || (next.y === middle.y && next.x > right(box))) return point(right(box), middle.y);
  const { top, bottom: base, topLeft, topRight, bottomLeft, bottomRight } = sides(box);
  const above = next.y < middle.y;
  const quarter = box.width / 4;
  const outside = Math.abs(next.x - middle.x) > quarter;
  const flat = above ? top : base;
  const leftward = above ? topLeft : bottomLeft;
  const rightward = above ? topRight : bottomRight;
  const side = outside ? (next.x < middle.x ? leftward : rightward) : flat;
  const overWidth = next.x >= box.x && next.x <= right(box);
  const from = overWidth
    ? point(next.x, above ? bottom(box) : box.y)
    : point(next.x < middle.x ? right(box) : box.x, next.y);
  return crossing(from, next, side.from, side.to);
}

const swapAxes = (p: Point): Point => point(p.y, p.x);

export const legacyHexagonPerimeter: Perimeter = (box, style, next, orthogonal) => {
  const direction = style.get('direction');
  const vertical = direction === 'north' || direction === 'south';
  const lying = vertical ? rect(box.y, box.x, box.height, box.width) : box;
  const p = vertical ? swapAxes(next) : next;
  const beside = p.x < lying.x || p.x > right(lying);
  const beyond = p.y < lying.y || p.y > bottom(lying);
  const straight = orthogonal && !(beside && beyond);
  const hit = (straight ? straightAcross(lying, p) : fromCenter(lying, p)) ?? center(lying);
  return vertical ? swapAxes(hit) : hit;
};
