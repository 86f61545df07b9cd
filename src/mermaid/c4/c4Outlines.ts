/** Where a line from the middle of an element leaves its shape, as Mermaid reckons it. */
import { center, type Point, point, type Rect } from '../../geometry/plane.js';

/** The point of an element's outline on the way to another point. */
export type Outline = (box: Rect, towards: Point) => Point;

export const rectangleOutline: Outline = (box, towards) => {
  const middle = center(box);
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y];
  const scale = Math.max(Math.abs(dx) / (box.width / 2 || 1), Math.abs(dy) / (box.height / 2 || 1));
  return scale === 0 ? middle : point(middle.x + dx / scale, middle.y + dy / scale);
};

/** How far an ellipse's edge is from the end of its half axis, so far from its middle. */
const sunk = (radius: number, depth: number, offset: number): number =>
  depth - depth * Math.sqrt(Math.max(0, 1 - (offset * offset) / (radius * radius || 1)));

/** A standing cylinder whose ends bulge so deep: lines end at its ends, moved onto the bulge. */
export const uprightOutline =
  (cap: number): Outline =>
  (box, towards) => {
    const at = rectangleOutline(box, towards);
    const middle = center(box);
    const across = at.x - middle.x;
    const isAtSide = Math.abs(across) >= box.width / 2 - 1e-6 && Math.abs(at.y - middle.y) <= box.height / 2 - cap;
    if (isAtSide) return at;
    const shift = sunk(box.width / 2, cap, across);
    return point(at.x, at.y + (towards.y > middle.y ? -shift : shift));
  };

export const lyingOutline =
  (cap: number): Outline =>
  (box, towards) => {
    const at = rectangleOutline(box, towards);
    const middle = center(box);
    const down = at.y - middle.y;
    const isAtSide = Math.abs(down) >= box.height / 2 - 1e-6 && Math.abs(at.x - middle.x) <= box.width / 2 - cap;
    if (isAtSide) return at;
    const shift = sunk(box.height / 2, cap, down);
    return point(at.x + (towards.x > middle.x ? -shift : shift), at.y);
  };

const STEPS = 64;
const HALVINGS = 12;

/** draw.io's person: a head, of this radius, on a body with such corners too, which begins so far below the top. */
export const personOutline =
  (head: number, shoulders: number): Outline =>
  (box, towards) => {
    const middle = center(box);
    const border = rectangleOutline(box, towards);
    const top = box.y + shoulders;
    const body = box.height - shoulders;
    const radius = head;
    const isInside = ({ x, y }: Point): boolean => {
      if (Math.hypot(x - middle.x, y - (box.y + head)) <= head) return true;
      const [dx, dy] = [Math.abs(x - middle.x), Math.abs(y - (top + body / 2))];
      if (dx > box.width / 2 || dy > body / 2) return false;
      const [cx, cy] = [dx - (box.width / 2 - radius), dy - (body / 2 - radius)];
      return cx <= 0 || cy <= 0 || Math.hypot(cx, cy) <= radius;
    };
    const at = (part: number): Point =>
      point(middle.x + (border.x - middle.x) * part, middle.y + (border.y - middle.y) * part);
    // From outside inwards, up to the first point in it.
    let step = STEPS;
    while (step > 0 && !isInside(at(step / STEPS))) step--;
    let [low, high] = [step / STEPS, Math.min(1, (step + 1) / STEPS)];
    for (let i = 0; i < HALVINGS; i++) {
      const half = (low + high) / 2;
      if (isInside(at(half))) low = half;
      else high = half;
    }
    return at(low);
  };
