/** entityRelationEdgeStyle: a horizontal stub at each end, as between the tables of a database schema. */
import { type Point, point, right } from '../geometry/plane.js';
import type { Style } from '../style/style.js';
import { type RouteEnd, routeEnd } from './end.js';
import type { Router, RouteTerminal } from './router.js';
import { allowedSides } from './side.js';

/** Length of a stub in px where the style gives no `segment`. */
const DEFAULT_SEGMENT = 30;

/** The side that a port constraint dictates; one that allows both or neither side leaves the choice open. */
function constrainedLeft(terminal: RouteTerminal, edge: Style, isSource: boolean): boolean | undefined {
  const sides = allowedSides(terminal, edge, isSource);
  if (!sides || sides.size === 0) return undefined;
  if (sides.size === 2 && sides.has('west') && sides.has('east')) return undefined;
  return sides.size === 1 && sides.has('west');
}

interface SideQuestion {
  readonly terminal: RouteTerminal | undefined;
  readonly fixed: Point | undefined;
  readonly isSource: boolean;
  readonly edge: Style;
  /** The answer from where the two ends stand, for a terminal of absolute geometry. */
  readonly byPosition: boolean;
}

function leavesLeft({ terminal, fixed, isSource, edge, byPosition }: SideQuestion): boolean {
  const placed = terminal?.relativeX === undefined ? byPosition : terminal.relativeX <= 0.5;
  if (fixed || !terminal) return placed;
  return constrainedLeft(terminal, edge, isSource) ?? placed;
}

function connect(
  source: RouteEnd,
  target: RouteEnd,
  sourceLeft: boolean,
  targetLeft: boolean,
  segment: number,
): Point[] {
  const sourceX = sourceLeft ? source.box.x : right(source.box);
  const targetX = targetLeft ? target.box.x : right(target.box);
  const sourceY = source.center.y;
  const targetY = target.center.y;
  if (sourceLeft === targetLeft) {
    const x = sourceLeft ? Math.min(sourceX, targetX) - segment : Math.max(sourceX, targetX) + segment;
    return [point(x, sourceY), point(x, targetY)];
  }
  const departure = point(sourceX + (sourceLeft ? -segment : segment), sourceY);
  const arrival = point(targetX + (targetLeft ? -segment : segment), targetY);
  if (departure.x < arrival.x !== sourceLeft) return [departure, arrival];
  const middle = sourceY + (targetY - sourceY) / 2;
  return [departure, point(departure.x, middle), point(arrival.x, middle), arrival];
}

export const routeEntityRelation: Router = (request) => {
  const { style, source, target, sourcePoint, targetPoint } = request;
  const sourceEnd = routeEnd(source, sourcePoint);
  const targetEnd = routeEnd(target, targetPoint);
  if (!sourceEnd || !targetEnd) return [];
  const sourceLeft = leavesLeft({
    terminal: source,
    fixed: sourcePoint,
    isSource: true,
    edge: style,
    byPosition: source !== undefined && target !== undefined && right(targetEnd.box) < sourceEnd.box.x,
  });
  const targetLeft = leavesLeft({
    terminal: target,
    fixed: targetPoint,
    isSource: false,
    edge: style,
    // A fixed source point without a terminal still counts as a source, as in draw.io.
    byPosition: target === undefined || right(sourceEnd.box) < targetEnd.box.x,
  });
  return connect(sourceEnd, targetEnd, sourceLeft, targetLeft, style.number('segment', DEFAULT_SEGMENT));
};
