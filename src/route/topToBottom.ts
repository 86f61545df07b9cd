/** topToBottomEdgeStyle: leaves and arrives vertically, with one horizontal segment between. */
import { bottom, type Point, point, right } from '../geometry/plane.js';
import { contains, routeEnd, withinWidth } from './end.js';
import type { Router } from './router.js';

export const routeTopToBottom: Router = (request) => {
  const source = routeEnd(request.source, request.sourcePoint);
  const target = routeEnd(request.target, request.targetPoint);
  if (!source || !target) return [];
  const waypoint = request.waypoints[0];
  const a = source.box;
  const b = target.box;
  const gapTop = Math.min(bottom(a), bottom(b));
  const y = waypoint ? waypoint.y : Math.round(gapTop + (Math.max(a.y, b.y) - gapTop) / 2);
  const leaveX = waypoint && withinWidth(a, waypoint.x) ? waypoint.x : source.center.x;
  const arriveX = waypoint && withinWidth(b, waypoint.x) ? waypoint.x : target.center.x;
  const isFree = (x: number): boolean => !contains(a, x, y) && !contains(b, x, y);

  const bends: Point[] = [leaveX, arriveX].filter(isFree).map((x) => point(x, y));
  if (bends.length > 0) return bends;
  if (waypoint) return isFree(waypoint.x) ? [point(waypoint.x, y)] : [];
  const left = Math.max(a.x, b.x);
  return [point(left + (Math.min(right(a), right(b)) - left) / 2, y)];
};
