/** The point of a path that is half of its length along it. */
import { distance, type Point, point } from './plane.js';

/** The first point of a path without length; undefined without points. */
export function halfway(path: readonly Point[]): Point | undefined {
  let left = path.slice(1).reduce((sum, p, index) => sum + distance(path[index] as Point, p), 0) / 2;
  for (const [index, to] of path.slice(1).entries()) {
    const from = path[index] as Point;
    const length = distance(from, to);
    if (length > 0 && left <= length) {
      return point(from.x + ((to.x - from.x) * left) / length, from.y + ((to.y - from.y) * left) / length);
    }
    left -= length;
  }
  return path[0];
}
