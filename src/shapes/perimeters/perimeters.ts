/** draw.io's perimeters: by the name in a style, where an edge meets a vertex. */
import { bottom, center, centerX, centerY, type Point, point, type Rect, rect, right } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import type { Perimeter } from '../shape.js';
import { legacyHexagonPerimeter } from './perimeterHexagon.js';
import { crossing, polygonPoint } from './perimeterPolygon.js';
import {
  hexagonCorners,
  parallelogramCorners,
  stepCorners,
  trapezoidCorners,
  trianglePerimeter,
} from './perimeterShapes.js';

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Where the ray from the centre leaves the box. Inside the box the point is still carried out to the border. */
function rayFromCenter(box: Rect, next: Point): Point {
  const { x: cx, y: cy } = center(box);
  const angle = Math.atan2(next.y - cy, next.x - cx);
  const corner = Math.atan2(box.height, box.width);
  const tangent = Math.tan(angle);
  const cotangent = Math.tan(Math.PI / 2 - angle);
  if (angle < corner - Math.PI || angle > Math.PI - corner) return point(box.x, cy - (box.width * tangent) / 2);
  if (angle < -corner) return point(cx - (box.height * cotangent) / 2, box.y);
  if (angle < corner) return point(right(box), cy + (box.width * tangent) / 2);
  return point(cx + (box.height * cotangent) / 2, bottom(box));
}

export const rectanglePerimeter: Perimeter = (box, _style, next, orthogonal) => {
  const hit = rayFromCenter(box, next);
  if (!orthogonal) return hit;
  const overWidth = next.x >= box.x && next.x <= right(box);
  const overHeight = next.y >= box.y && next.y <= bottom(box);
  const x = overWidth ? next.x : clamp(next.x, box.x, right(box));
  // A corner stays where it is; elsewhere inside the box only x is taken over, on the side that the ray meets.
  const onCorner = (next.x === box.x || next.x === right(box)) && (next.y === box.y || next.y === bottom(box));
  if (overHeight) return point(x, overWidth && !onCorner ? hit.y : next.y);
  return point(x, clamp(next.y, box.y, bottom(box)));
};

/**
 * draw.io takes the direction in whole pixels, with parseInt: of a residue such as 7.1e-15 that reads the 7 (which
 * tilts some level edges by a degree or two).
 */
const wholePixels = (value: number): number => Number.parseInt(String(value), 10);

const ellipsePerimeter: Perimeter = (box, _style, next, orthogonal) => {
  const a = box.width / 2;
  const b = box.height / 2;
  const { x: cx, y: cy } = center(box);
  const dx = wholePixels(next.x - cx);
  const dy = wholePixels(next.y - cy);
  if (dx === 0) return dy === 0 ? next : point(cx, cy + b * Math.sign(dy));
  if (orthogonal) {
    if (next.y >= box.y && next.y <= bottom(box)) {
      const x = Math.sqrt(a * a * (1 - (next.y - cy) ** 2 / (b * b))) || 0;
      return point(next.x <= box.x ? cx - x : cx + x, next.y);
    }
    if (next.x >= box.x && next.x <= right(box)) {
      const y = Math.sqrt(b * b * (1 - (next.x - cx) ** 2 / (a * a))) || 0;
      return point(next.x, next.y <= box.y ? cy - y : cy + y);
    }
  }
  return ellipseRay(point(cx, cy), a, b, point(dx, dy), next);
};

/** Of the two points where the line through the centre meets the ellipse, the one nearer to `next`. */
function ellipseRay(middle: Point, a: number, b: number, direction: Point, next: Point): Point {
  const t = (a * b) / Math.hypot(b * direction.x, a * direction.y);
  const ahead = point(middle.x + t * direction.x, middle.y + t * direction.y);
  const behind = point(middle.x - t * direction.x, middle.y - t * direction.y);
  const gap = (p: Point): number => Math.hypot(p.x - next.x, p.y - next.y);
  return gap(behind) < gap(ahead) ? behind : ahead;
}

const rhombusPerimeter: Perimeter = (box, _style, next, orthogonal) => {
  const { x: cx, y: cy } = center(box);
  if (next.x === cx) return point(cx, next.y < cy ? box.y : bottom(box));
  if (next.y === cy) return point(next.x < cx ? box.x : right(box), cy);
  let aim = point(cx, cy);
  if (orthogonal) {
    if (next.x >= box.x && next.x <= right(box)) aim = point(next.x, cy);
    else if (next.y >= box.y && next.y <= bottom(box)) aim = point(cx, next.y);
  }
  const tip = point(cx, next.y < cy ? box.y : bottom(box));
  const side = point(next.x < cx ? box.x : right(box), cy);
  return crossing(next, aim, tip, side) ?? center(box);
};

const centerPerimeter: Perimeter = (box) => center(box);

/** Half a stroke to the side of a line, less the pixel that draw.io takes off on the far side. */
const besideLine = (halfStroke: number, before: boolean): number => (before ? -halfStroke : halfStroke - 1);

const halfStroke = (style: Style): number => style.number('strokeWidth', 1) / 2;

/** The stem below the head of a UML lifeline, and above its foot where it has one. */
const lifelinePerimeter: Perimeter = (box, style, next) => {
  const size = style.number('size', 40);
  const end = bottom(box) - (style.get('lifelineMirror') === '1' ? size : 0);
  return point(
    centerX(box) + besideLine(halfStroke(style), next.x < centerX(box)),
    Math.min(end, Math.max(box.y + size, next.y)),
  );
};

/** The line in the middle of a backbone (a network bus), along its direction. */
const backbonePerimeter: Perimeter = (box, style, next) => {
  const backbone = style.get('backboneSize');
  const half = halfStroke(style) + (backbone === undefined ? 0 : style.number('backboneSize', 0) / 2 - 1);
  const direction = style.get('direction');
  if (direction === 'south' || direction === 'north') {
    return point(
      centerX(box) + besideLine(half, next.x < centerX(box)),
      Math.min(bottom(box), Math.max(box.y, next.y)),
    );
  }
  return point(Math.min(right(box), Math.max(box.x, next.x)), centerY(box) + besideLine(half, next.y < centerY(box)));
};

/** The body of a callout: its box without the tail, whose length is `size`. */
const calloutPerimeter: Perimeter = (box, style, next, orthogonal) => {
  const tail = Math.round(clamp(style.number('size', 30), 0, box.height));
  const direction = style.string('direction', 'east');
  const vertical = direction === 'north' || direction === 'south';
  const flipped = vertical ? style.flag('flipH') : style.flag('flipV');
  return rectanglePerimeter(withoutTail(box, tail, direction, flipped), style, next, orthogonal);
};

function withoutTail(box: Rect, tail: number, direction: string, flipped: boolean): Rect {
  const atTop = rect(box.x, box.y + tail, box.width, box.height - tail);
  const atBottom = rect(box.x, box.y, box.width, box.height - tail);
  const atLeft = rect(box.x + tail, box.y, box.width - tail, box.height);
  const atRight = rect(box.x, box.y, box.width - tail, box.height);
  switch (direction) {
    case 'south':
      return flipped ? atRight : atLeft;
    case 'west':
      return flipped ? atBottom : atTop;
    case 'north':
      return flipped ? atLeft : atRight;
    default:
      return flipped ? atTop : atBottom;
  }
}

export const PERIMETERS: ReadonlyMap<string, Perimeter> = new Map(
  Object.entries<Perimeter>({
    rectanglePerimeter,
    ellipsePerimeter,
    rhombusPerimeter,
    trianglePerimeter,
    hexagonPerimeter: legacyHexagonPerimeter,
    hexagonPerimeter2: polygonPoint(hexagonCorners),
    parallelogramPerimeter: polygonPoint(parallelogramCorners),
    trapezoidPerimeter: polygonPoint(trapezoidCorners),
    stepPerimeter: polygonPoint(stepCorners),
    calloutPerimeter,
    lifelinePerimeter,
    backbonePerimeter,
    centerPerimeter,
    orthogonalPerimeter: (box, style, next) => rectanglePerimeter(box, style, next, true),
  }),
);
