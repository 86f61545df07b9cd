/** elbowEdgeStyle: side to side or top to bottom, by the style's `elbow` and by where the waypoint stands. */
import { bottom, type Rect, right, union } from '../geometry/plane.js';
import { withinHeight, withinWidth } from './end.js';
import type { RouteRequest, Router } from './router.js';
import { routeSideToSide } from './sideToSide.js';
import { routeTopToBottom } from './topToBottom.js';

type Orientation = 'horizontal' | 'vertical';

/** A waypoint beyond both boxes decides: left or right of them horizontal wins, over or under them vertical. */
function besideBoth(around: Rect, waypoint: { readonly x: number; readonly y: number }): Orientation | undefined {
  if (!withinWidth(around, waypoint.x)) return 'horizontal';
  return withinHeight(around, waypoint.y) ? undefined : 'vertical';
}

/** Without a waypoint, boxes that merely touch the same vertical or horizontal line decide. */
function touching(a: Rect, b: Rect): Orientation | undefined {
  if (Math.max(a.x, b.x) === Math.min(right(a), right(b))) return 'vertical';
  return Math.max(a.y, b.y) === Math.min(bottom(a), bottom(b)) ? 'horizontal' : undefined;
}

function forcedOrientation({ source, target, waypoints }: RouteRequest): Orientation | undefined {
  if (!source || !target) return undefined;
  const waypoint = waypoints[0];
  return waypoint ? besideBoth(union(source.box, target.box), waypoint) : touching(source.box, target.box);
}

export const routeElbow: Router = (request) => {
  const chosen = request.style.get('elbow') === 'vertical' ? 'vertical' : 'horizontal';
  const orientation = forcedOrientation(request) ?? chosen;
  return orientation === 'vertical' ? routeTopToBottom(request) : routeSideToSide(request);
};
