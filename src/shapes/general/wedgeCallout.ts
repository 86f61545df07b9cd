/** draw.io 31's speech bubble: a box with a tail to a tip that may stand anywhere (wedgeCallout). */
import { grow, type Point, point, type Rect, rect } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import type { Shape } from '../shape.js';
import { clamp, cornerRadius, filledPath, tracePolygon } from './outline.js';

/** As far from the middle as a tip may be, in widths and heights of the box. */
const FARTHEST = 100;
/** How long the miter of an acute tip may be, in stroke widths. */
const MITER_LIMIT = 10;

interface Tail {
  /** From one end of its base over the tip to the other, clockwise around the box. */
  readonly corners: readonly [Point, Point, Point];
  /** Before which of the box's corners it stands, counted clockwise from the top left one. */
  readonly index: number;
}

/** The tail, from the side that a line to the tip leaves the box by; undefined while the tip is inside. */
function tailOf(style: Style, width: number, height: number): Tail | undefined {
  const dx = clamp(style.number('tipX', -0.25), -FARTHEST, FARTHEST) * width;
  const dy = clamp(style.number('tipY', 1), -FARTHEST, FARTHEST) * height;
  if (Math.abs(dx) <= width / 2 && Math.abs(dy) <= height / 2) return undefined;
  const tip = point(width / 2 + dx, height / 2 + dy);
  const base = Math.max(0, style.number('base', 20));
  /** Where the base's ends stand on a side: around where the line crosses it, clear of rounded corners. */
  const ends = (length: number, crossing: number): readonly [number, number] => {
    const inset = Math.min(cornerRadius(style), length / 2);
    const half = Math.max(0, Math.min(base, length - 2 * inset)) / 2;
    const middle = Math.max(inset + half, Math.min(length - inset - half, crossing));
    return [middle - half, middle + half];
  };
  if (dx !== 0 && Math.abs(dx) * height >= Math.abs(dy) * width) {
    const [upper, lower] = ends(height, height / 2 + (dy * (width / 2)) / Math.abs(dx));
    return dx > 0
      ? { corners: [point(width, upper), tip, point(width, lower)], index: 2 }
      : { corners: [point(0, lower), tip, point(0, upper)], index: 4 };
  }
  const [left, right] = ends(width, width / 2 + (dx * (height / 2)) / Math.abs(dy));
  return dy > 0
    ? { corners: [point(right, height), tip, point(left, height)], index: 3 }
    : { corners: [point(left, 0), tip, point(right, 0)], index: 1 };
}

/** The tip with what its stroke's corner reaches beyond it, apart from half of the stroke itself. */
function tipReach({ corners: [from, tip, to] }: Tail, style: Style): Rect {
  const before = point(from.x - tip.x, from.y - tip.y);
  const after = point(to.x - tip.x, to.y - tip.y);
  const lengths = Math.hypot(before.x, before.y) * Math.hypot(after.x, after.y);
  const at = rect(tip.x, tip.y, 0, 0);
  if (lengths === 0) return at;
  const cosine = clamp((before.x * after.x + before.y * after.y) / lengths, -1, 1);
  const halfSine = Math.sqrt((1 - cosine) / 2);
  const miter = halfSine > 0 ? Math.min(MITER_LIMIT, 1 / halfSine) : MITER_LIMIT;
  return grow(at, ((miter - 1) * style.number('strokeWidth', 1)) / 2);
}

export const wedgeCallout: Shape = filledPath(
  (canvas, width, height, style) => {
    const box = [point(0, 0), point(width, 0), point(width, height), point(0, height)];
    const tail = tailOf(style, width, height);
    const corners = tail ? [...box.slice(0, tail.index), ...tail.corners, ...box.slice(tail.index)] : box;
    const sharp = tail && [tail.index, tail.index + 1, tail.index + 2];
    tracePolygon(canvas, corners, { radius: cornerRadius(style), sharp });
  },
  {
    reach(box, style) {
      const tail = tailOf(style, box.width, box.height);
      if (!tail) return undefined;
      const { x, y, width, height } = tipReach(tail, style);
      return rect(box.x + x, box.y + y, width, height);
    },
  },
);
