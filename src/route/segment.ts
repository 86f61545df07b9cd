/** segmentEdgeStyle: horizontal and vertical segments in turn, each running through a waypoint. */
import { type Point, point, type Rect } from '../geometry/plane.js';
import { contains, roundPointTenth, roundRectTenth, routingCenter, withinHeight, withinWidth } from './end.js';
import type { RouteRequest, Router, RouteTerminal } from './router.js';

/** Px within which draw.io takes a waypoint to be level with an end, and two bends to be one. */
const TOLERANCE = 1;

/** An end of the edge: fixed at a point, or floating on a box. */
interface SegmentEnd {
  readonly fixed: Point | undefined;
  readonly box: Rect | undefined;
  /** The fixed point or the point of the box that the route aims at. */
  readonly anchor: Point | undefined;
}

function segmentEnd(terminal: RouteTerminal | undefined, fixedPoint: Point | undefined): SegmentEnd {
  const fixed = fixedPoint && roundPointTenth(fixedPoint);
  const box = terminal && roundRectTenth(terminal.box);
  return { fixed, box: fixed ? undefined : box, anchor: fixed ?? (terminal && box && routingCenter(terminal, box)) };
}

/** Whether a horizontal line through the point meets the end without a bend. */
const isLevel = (end: SegmentEnd, p: Point): boolean =>
  end.fixed ? end.fixed.y === p.y : end.box !== undefined && withinHeight(end.box, p.y);

/** Whether a vertical line through the point meets the end without a bend. */
const isPlumb = (end: SegmentEnd, p: Point): boolean =>
  end.fixed ? end.fixed.x === p.x : end.box !== undefined && withinWidth(end.box, p.x);

const pullTo = (p: Point, anchor: Point | undefined): Point =>
  anchor === undefined
    ? p
    : point(
        Math.abs(p.x - anchor.x) < TOLERANCE ? anchor.x : p.x,
        Math.abs(p.y - anchor.y) < TOLERANCE ? anchor.y : p.y,
      );

/** Waypoints within tolerance of an end are made level with it: the first with the source, the last with a fixed target. */
function alignWaypoints(waypoints: readonly Point[], source: SegmentEnd, target: SegmentEnd): Point[] {
  const hints = [...waypoints];
  hints[0] = pullTo(hints[0] as Point, source.anchor);
  hints[hints.length - 1] = pullTo(hints[hints.length - 1] as Point, target.fixed);
  return hints;
}

interface Start {
  /** Whether the first segment is horizontal. */
  readonly horizontal: boolean;
  /** The waypoints still to pass: one that coincides with a fixed source is dropped. */
  readonly hints: readonly Point[];
}

/**
 * The orientation of the first segment: what meets the source without a bend; where both or neither do, what meets
 * the target, counted back through the waypoints; else horizontal.
 */
function chooseStart(hints: readonly Point[], source: SegmentEnd, target: SegmentEnd): Start {
  const first = hints[0] as Point;
  const sourceLevel = isLevel(source, first);
  const sourcePlumb = isPlumb(source, first);
  if (sourceLevel !== sourcePlumb) return { horizontal: sourceLevel, hints };
  const remaining = source.fixed && sourceLevel ? hints.slice(1) : hints;
  const last = hints[hints.length - 1] as Point;
  const targetLevel = isLevel(target, last);
  const targetPlumb = isPlumb(target, last);
  if (!targetLevel && !targetPlumb) return { horizontal: true, hints: remaining };
  return { horizontal: remaining.length % 2 === 0 ? targetLevel : targetPlumb, hints: remaining };
}

/** The bend that an end needs when the segment through `hint` does not meet it. */
function endBend(end: SegmentEnd, anchor: Point, hint: Point, horizontal: boolean): Point | undefined {
  if (!end.fixed && !end.box) return undefined;
  if (horizontal) return isLevel(end, hint) ? undefined : point(anchor.x, hint.y);
  return isPlumb(end, hint) ? undefined : point(hint.x, anchor.y);
}

function bendsThrough(waypoints: readonly Point[], source: SegmentEnd, target: SegmentEnd): Point[] {
  const aligned = alignWaypoints(waypoints, source, target);
  const start = chooseStart(aligned, source, target);
  let { horizontal } = start;
  let hint = aligned[0] as Point;
  const from = source.anchor ?? hint;
  const bends: (Point | undefined)[] = [endBend(source, from, hint, horizontal)];
  let current = horizontal ? point(from.x, hint.y) : point(hint.x, from.y);
  for (hint of start.hints) {
    horizontal = !horizontal;
    current = horizontal ? point(current.x, hint.y) : point(hint.x, current.y);
    bends.push(current);
  }
  if (target.anchor) bends.push(endBend(target, target.anchor, hint, horizontal));
  return bends.filter((bend) => bend !== undefined);
}

/** Without waypoints: one bend level with the source and above or below the target. */
function singleBend(source: SegmentEnd, target: SegmentEnd): Point[] {
  if (!source.anchor || !target.anchor) return [];
  const bend = endBend(target, target.anchor, source.anchor, true);
  return bend ? [bend] : [];
}

/** Bends inside a terminal that the edge floats on are hidden by it, and dropped. */
function dropHiddenBends(bends: readonly Point[], source: SegmentEnd, target: SegmentEnd): readonly Point[] {
  const hides = (end: SegmentEnd, bend: Point): boolean => end.box !== undefined && contains(end.box, bend.x, bend.y);
  let first = 0;
  while (first < bends.length && hides(source, bends[first] as Point)) first++;
  let end = bends.length;
  while (end > first && hides(target, bends[end - 1] as Point)) end--;
  return bends.slice(first, end);
}

/** A loop that was bent by hand keeps its bends inside the cell too. */
const keepsHiddenBends = ({ style, source, target }: RouteRequest): boolean =>
  source !== undefined && source === target && style.flag('innerLoopWaypoints');

const isNear = (a: Point, b: Point, within: (difference: number) => boolean): boolean =>
  within(Math.abs(a.x - b.x)) && within(Math.abs(a.y - b.y));

function mergeNearBends(bends: readonly Point[], start: Point | undefined): Point[] {
  const merged: Point[] = [];
  let last = start;
  for (const bend of bends.map(roundPointTenth)) {
    if (last && isNear(last, bend, (difference) => difference < TOLERANCE)) continue;
    merged.push(bend);
    last = bend;
  }
  return merged;
}

/** A last bend at the fixed end is dropped, and the one before it made level with that end. */
function joinFixedEnd(bends: readonly Point[], end: Point): readonly Point[] {
  const last = bends[bends.length - 1];
  if (!last || !isNear(last, end, (difference) => difference <= TOLERANCE)) return bends;
  const kept = bends.slice(0, -1);
  const corner = kept.pop();
  return corner ? [...kept, pullTo(corner, end)] : [];
}

export const routeSegment: Router = (request: RouteRequest) => {
  const source = segmentEnd(request.source, request.sourcePoint);
  const target = segmentEnd(request.target, request.targetPoint);
  const { waypoints } = request;
  const bends = waypoints.length > 0 ? bendsThrough(waypoints, source, target) : singleBend(source, target);
  const shown = keepsHiddenBends(request) ? bends : dropHiddenBends(bends, source, target);
  const merged = mergeNearBends(shown, request.sourcePoint);
  return target.fixed && waypoints.length > 0 ? joinFixedEnd(merged, target.fixed) : merged;
};
