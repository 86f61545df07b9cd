/** orthogonalEdgeStyle: horizontal and vertical segments around both terminals, after draw.io's table of patterns. */
import { bottom, centerX, centerY, type Point, point, type Rect, right } from '../geometry/plane.js';
import { roundPointTenth } from './end.js';
import { jettyPoint, type OrthogonalEnd, orthogonalEnd } from './orthogonalEnd.js';
import { type Move, PATTERNS } from './orthogonalPatterns.js';
import { chooseSides, type Gaps, gapsBetween } from './orthogonalSides.js';
import type { RouteRequest, Router } from './router.js';
import { routeSegment } from './segment.js';
import { isHorizontal, type Side, turnSide } from './side.js';

/** Quarter turns that bring the pattern table from "target to the top left" to where the target really is. */
function quadrant(source: Rect, target: Rect): number {
  const dx = centerX(source) - centerX(target);
  const dy = centerY(source) - centerY(target);
  if (dx < 0) return dy < 0 ? 2 : 1;
  if (dy > 0) return 0;
  return dx === 0 ? 2 : 3;
}

interface Terrain {
  readonly source: OrthogonalEnd;
  readonly target: OrthogonalEnd;
  readonly gaps: Gaps;
}

function limitPast(end: OrthogonalEnd, side: Side): number {
  switch (side) {
    case 'west':
      return end.box.x - end.jetty;
    case 'north':
      return end.box.y - end.jetty;
    case 'east':
      return right(end.box) + end.jetty;
    case 'south':
      return bottom(end.box) + end.jetty;
  }
}

/** A coordinate moved on to a limit, by their difference as in draw.io; one that is already behind leaves it. */
function moveTo(from: number, limit: number, sign: number): number {
  const ahead = (limit - from) * sign;
  return ahead > 0 ? from + sign * ahead : from;
}

/** Where one coordinate stands after a move. */
function advance(from: number, move: Move, toward: Side, terrain: Terrain): number {
  const sign = toward === 'east' || toward === 'south' ? 1 : -1;
  switch (move.kind) {
    case 'gap': {
      const clear = terrain.gaps[toward] - (terrain.target.jetty + terrain.source.jetty);
      return from + (sign * Math.max(clear, 0)) / 2;
    }
    case 'past':
      return moveTo(from, limitPast(terrain[move.terminal], toward), sign);
    case 'level': {
      const { port } = terrain.target;
      return moveTo(from, isHorizontal(toward) ? port.x : port.y, sign);
    }
  }
}

/** Follows a pattern; moves in one direction extend a segment, and a turn that leads nowhere is taken back. */
function trace(
  start: Point,
  leave: Side | undefined,
  moves: readonly Move[],
  turns: number,
  terrain: Terrain,
): Point[] {
  const points: Point[] = [start];
  let horizontal = leave !== undefined && isHorizontal(leave);
  for (const move of moves) {
    const toward = turnSide(move.toward, turns);
    const moveHorizontal = isHorizontal(toward);
    if (moveHorizontal !== horizontal) points.push(points[points.length - 1] as Point);
    const current = points[points.length - 1] as Point;
    const moved = moveHorizontal
      ? point(advance(current.x, move, toward, terrain), current.y)
      : point(current.x, advance(current.y, move, toward, terrain));
    const previous = points[points.length - 2];
    if (previous && (moveHorizontal ? previous.x === moved.x : previous.y === moved.y)) {
      points.pop();
    } else {
      points[points.length - 1] = moved;
      horizontal = moveHorizontal;
    }
  }
  return points;
}

/** Ends of one orientation need an even number of bends, others an odd one: a bend too many is the last. */
function fitParity(points: readonly Point[], leave: Side | undefined, arrive: Side | undefined): readonly Point[] {
  const along = (side: Side | undefined): boolean => side !== undefined && isHorizontal(side);
  const even = along(leave) === along(arrive);
  return even === (points.length % 2 === 0) ? points : points.slice(0, -1);
}

function withoutRepeats(points: readonly Point[], start: Point | undefined): readonly Point[] {
  return points.filter((p, index) => {
    const previous = index === 0 ? start : points[index - 1];
    return !previous || previous.x !== p.x || previous.y !== p.y;
  });
}

/** Whether two fixed ends stand too close together for both jetties. */
function isTooShort({ sourcePoint, targetPoint }: RouteRequest, source: OrthogonalEnd, target: OrthogonalEnd): boolean {
  if (!sourcePoint || !targetPoint) return false;
  const from = roundPointTenth(sourcePoint);
  const to = roundPointTenth(targetPoint);
  return (to.x - from.x) ** 2 + (to.y - from.y) ** 2 < (source.jetty + target.jetty) ** 2;
}

export const routeOrthogonal: Router = (request) => {
  const source = orthogonalEnd(request, true);
  const target = orthogonalEnd(request, false);
  if (!source || !target) return [];
  if (request.waypoints.length > 0 || isTooShort(request, source, target)) return routeSegment(request);
  if ([source.box, target.box].some((box) => box.width === 0 || box.height === 0)) return [];

  const gaps = gapsBetween(source, target);
  const { leave, arrive } = chooseSides(source, target, gaps);
  const turns = quadrant(source.box, target.box);
  // A terminal that no side of may be used is passed like one used from below, as in draw.io.
  const moves = PATTERNS[turnSide(leave ?? 'south', -turns)][turnSide(arrive ?? 'south', -turns)];
  const points = trace(jettyPoint(source, leave), leave, moves, turns, { source, target, gaps });
  return withoutRepeats(fitParity(points, leave, arrive).map(roundPointTenth), request.sourcePoint);
};
