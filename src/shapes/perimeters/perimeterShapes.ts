/** The outlines of draw.io's slanted shapes, and the perimeter of the triangle. */
import { bottom, center, type Point, point, type Rect, right } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import type { Perimeter } from '../shape.js';
import { crossing } from './perimeterPolygon.js';

const DEFAULT_FIXED_SIZE = 20;

const directionOf = (style: Style): string => style.string('direction', 'east');

const isVertical = (style: Style): boolean => {
  const direction = directionOf(style);
  return direction === 'north' || direction === 'south';
};

/** How far a slant reaches along a side: `size` is px with fixedSize, else a fraction of the side. */
function slant(style: Style, length: number, fraction: number, longest = length): number {
  if (style.string('fixedSize', '0') !== '0') {
    return Math.max(0, Math.min(longest, style.number('size', DEFAULT_FIXED_SIZE)));
  }
  return length * Math.max(0, Math.min(1, style.number('size', fraction)));
}

export function parallelogramCorners(box: Rect, style: Style): readonly Point[] {
  if (isVertical(style)) {
    const dy = slant(style, box.height, 0.2);
    return [
      point(box.x, box.y),
      point(right(box), box.y + dy),
      point(right(box), bottom(box)),
      point(box.x, bottom(box) - dy),
    ];
  }
  const dx = slant(style, box.width, 0.2, box.width / 2);
  return [
    point(box.x + dx, box.y),
    point(right(box), box.y),
    point(right(box) - dx, bottom(box)),
    point(box.x, bottom(box)),
  ];
}

/** The long side is opposite to `direction` turned left: the bottom by default. */
export function trapezoidCorners(box: Rect, style: Style): readonly Point[] {
  const l = box.x;
  const t = box.y;
  const r = right(box);
  const b = bottom(box);
  const direction = directionOf(style);
  switch (direction) {
    case 'east':
    case 'west': {
      const d = slant(style, box.width, 0.2, direction === 'east' ? box.width / 2 : box.width);
      return direction === 'east'
        ? [point(l + d, t), point(r - d, t), point(r, b), point(l, b)]
        : [point(l, t), point(r, t), point(r - d, b), point(l + d, b)];
    }
    default: {
      const d = slant(style, box.height, 0.2);
      return direction === 'north'
        ? [point(l, t + d), point(r, t), point(r, b), point(l, b - d)]
        : [point(l, t), point(r, t + d), point(r, b - d), point(l, b)];
    }
  }
}

/** An arrow-like band; it points along `direction`. */
export function stepCorners(box: Rect, style: Style): readonly Point[] {
  const { x: cx, y: cy } = center(box);
  const l = box.x;
  const t = box.y;
  const r = right(box);
  const b = bottom(box);
  const dx = slant(style, box.width, 0.2);
  const dy = slant(style, box.height, 0.2);
  switch (directionOf(style)) {
    case 'east':
      return [point(l, t), point(r - dx, t), point(r, cy), point(r - dx, b), point(l, b), point(l + dx, cy)];
    case 'west':
      return [point(l + dx, t), point(r, t), point(r - dx, cy), point(r, b), point(l + dx, b), point(l, cy)];
    case 'north':
      return [point(l, t + dy), point(cx, t), point(r, t + dy), point(r, b), point(cx, b - dy), point(l, b)];
    default:
      return [point(l, t), point(cx, t + dy), point(r, t), point(r, b - dy), point(cx, b), point(l, b - dy)];
  }
}

export function hexagonCorners(box: Rect, style: Style): readonly Point[] {
  const { x: cx, y: cy } = center(box);
  const l = box.x;
  const t = box.y;
  const r = right(box);
  const b = bottom(box);
  if (isVertical(style)) {
    const d = slant(style, box.height, 0.25);
    return [point(cx, t), point(r, t + d), point(r, b - d), point(cx, b), point(l, b - d), point(l, t + d)];
  }
  const d = slant(style, box.width, 0.25);
  return [point(l + d, t), point(r - d, t), point(r, cy), point(r - d, b), point(l + d, b), point(l, cy)];
}

/** A triangle by the two ends of its base and the tip across. */
interface Triangle {
  readonly start: Point;
  readonly tip: Point;
  readonly end: Point;
}

function triangle(box: Rect, direction: string): Triangle {
  const { x: cx, y: cy } = center(box);
  const topLeft = point(box.x, box.y);
  const topRight = point(right(box), box.y);
  const bottomLeft = point(box.x, bottom(box));
  const bottomRight = point(right(box), bottom(box));
  switch (direction) {
    case 'north':
      return { start: bottomLeft, tip: point(cx, box.y), end: bottomRight };
    case 'south':
      return { start: topLeft, tip: point(cx, bottom(box)), end: topRight };
    case 'west':
      return { start: topRight, tip: point(box.x, cy), end: bottomRight };
    default:
      return { start: topLeft, tip: point(right(box), cy), end: bottomLeft };
  }
}

/** Whether the ray from the centre meets the base rather than one of the two slanted sides. */
function facesBase(box: Rect, next: Point, vertical: boolean, baseAhead: boolean): boolean {
  const middle = center(box);
  const dx = next.x - middle.x;
  const dy = next.y - middle.y;
  const angle = vertical ? Math.atan2(dx, dy) : Math.atan2(dy, dx);
  const spread = vertical ? Math.atan2(box.width, box.height) : Math.atan2(box.height, box.width);
  return baseAhead ? Math.abs(angle) < spread : Math.abs(angle) > Math.PI - spread;
}

function basePoint(box: Rect, { start, end }: Triangle, next: Point, vertical: boolean, orthogonal: boolean): Point {
  const middle = center(box);
  if (vertical) {
    if (orthogonal && next.x >= start.x && next.x <= end.x) return point(next.x, start.y);
    return point(middle.x + ((next.x - middle.x) * (start.y - middle.y)) / (next.y - middle.y), start.y);
  }
  if (orthogonal && next.y >= start.y && next.y <= end.y) return point(start.x, next.y);
  return point(start.x, middle.y + ((next.y - middle.y) * (start.x - middle.x)) / (next.x - middle.x));
}

/** From where an orthogonal edge looks at a slanted side: level with `next`, on the base or the middle line. */
function straightAcross(box: Rect, shape: Triangle, next: Point, vertical: boolean): Point {
  const middle = center(box);
  if (next.y >= box.y && next.y <= bottom(box)) return point(vertical ? middle.x : shape.start.x, next.y);
  if (next.x >= box.x && next.x <= right(box)) return point(next.x, vertical ? shape.start.y : middle.y);
  return middle;
}

export const trianglePerimeter: Perimeter = (box, style, next, orthogonal) => {
  const direction = directionOf(style);
  const vertical = isVertical(style);
  const shape = triangle(box, direction);
  if (facesBase(box, next, vertical, direction === 'north' || direction === 'west')) {
    return basePoint(box, shape, next, vertical, orthogonal);
  }
  const from = orthogonal ? straightAcross(box, shape, next, vertical) : center(box);
  const middle = center(box);
  const firstHalf = vertical ? next.x <= middle.x : next.y <= middle.y;
  const side = firstHalf ? shape.start : shape.end;
  return crossing(next, from, side, shape.tip) ?? from;
};
