/** isometricEdgeStyle: lines along the two axes of an isometric drawing, 30° up to the right and to the left. */
import { center, type Point, point, rotatePoint } from '../geometry/plane.js';
import type { Router } from './router.js';

const ORIGIN = point(0, 0);
const RIGHTWARD = rotatePoint(point(1, 0), -30, ORIGIN);
const LEFTWARD = rotatePoint(point(1, 0), -150, ORIGIN);

/** The corner reached from `from` by going along `axis` first, when the way to `to` ends along `otherAxis`. */
function corner(from: Point, to: Point, axis: Point, otherAxis: Point): Point {
  const x = to.x - from.x;
  const y = to.y - from.y;
  const length = (otherAxis.y * x - otherAxis.x * y) / (axis.x * otherAxis.y - axis.y * otherAxis.x);
  return point(from.x + axis.x * length, from.y + axis.y * length);
}

export const routeIsometric: Router = (request) => {
  const start = request.sourcePoint ?? (request.source && center(request.source.box));
  const end = request.targetPoint ?? (request.target && center(request.target.box));
  if (!start || !end) return [];
  const waypoint = request.waypoints[0] ?? point(start.x + (end.x - start.x) / 2, start.y + (end.y - start.y) / 2);
  const horizontal = request.style.string('elbow', 'horizontal') === 'horizontal';
  const [first, second] = horizontal ? [RIGHTWARD, LEFTWARD] : [LEFTWARD, RIGHTWARD];
  return [corner(start, waypoint, first, second), waypoint, corner(waypoint, end, second, first)];
};
