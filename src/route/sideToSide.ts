/** sideToSideEdgeStyle: leaves and arrives horizontally, with one vertical segment between. */
import { bottom, type Point, point, right } from '../geometry/plane.js';
import { contains, routeEnd, withinHeight } from './end.js';
import type { Router } from './router.js';

export const routeSideToSide: Router = (request) => {
  const source = routeEnd(request.source, request.sourcePoint);
  const target = routeEnd(request.target, request.targetPoint);
  if (!source || !target) return [];
  const waypoint = request.waypoints[0];
  const a = source.box;
  const b = target.box;
  const gapLeft = Math.min(right(a), right(b));
  const x = waypoint ? waypoint.x : Math.round(gapLeft + (Math.max(a.x, b.x) - gapLeft) / 2);
  const leaveY = waypoint && withinHeight(a, waypoint.y) ? waypoint.y : source.center.y;
  const arriveY = waypoint && withinHeight(b, waypoint.y) ? waypoint.y : target.center.y;
  const isFree = (y: number): boolean => !contains(a, x, y) && !contains(b, x, y);

  const bends: Point[] = [leaveY, arriveY].filter(isFree).map((y) => point(x, y));
  if (bends.length > 0) return bends;
  if (waypoint) return isFree(waypoint.y) ? [point(x, waypoint.y)] : [];
  const top = Math.max(a.y, b.y);
  return [point(x, top + (Math.min(bottom(a), bottom(b)) - top) / 2)];
};
