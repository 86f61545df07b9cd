/** The ways of edges between nodes that are placed, and the places of their labels, as Mermaid has them. */
import { halfway } from '../../geometry/halfway.js';
import { bottom, center as centerOf, type Point, point, type Rect, rect, right } from '../../geometry/plane.js';
import type { EdgeRoute, GraphEdge, GraphNode, Size } from './graph.js';
import { isPlaceOnSpline } from './splinePlace.js';

/** A node as an edge sees it. */
export interface EdgeEnd extends Size {
  /** Its centre. */
  readonly x?: number;
  readonly y?: number;
  readonly outline?: GraphNode['outline'];
}

interface Ends {
  readonly source: EdgeEnd;
  readonly target: EdgeEnd;
  /** The groups whose borders the edge ends at, in place of its nodes. */
  readonly fromGroup?: Rect;
  readonly toGroup?: Rect;
}

interface LaidOut {
  /** dagre's, with those on the boxes of the ends. */
  readonly points: readonly Point[];
  readonly label: Point | undefined;
}

/** dagre's own points at the ends stand on the boxes of nodes, not on their outlines: these are where the line to the next one leaves them. */
export function routeOf(laidOut: LaidOut, edge: GraphEdge, { source, target, fromGroup, toGroup }: Ends): EdgeRoute {
  const { points } = laidOut;
  const inner = points.slice(1, -1);
  let path: readonly Point[] = [
    onOutline(source, inner[0] ?? pointOf(target)),
    ...inner,
    onOutline(target, inner.at(-1) ?? pointOf(source)),
  ];
  if (toGroup) path = upToBorder(points, toGroup);
  if (fromGroup) path = upToBorder(path.toReversed(), fromGroup).toReversed();
  return {
    waypoints: path.slice(1, -1),
    label: labelPlace(edge, path, laidOut.label, fromGroup !== undefined || toGroup !== undefined),
    ends: [path[0] as Point, path.at(-1) as Point],
    start: fromGroup && path[0],
    end: toGroup && path.at(-1),
  };
}

const pointOf = ({ x = 0, y = 0 }: EdgeEnd): Point => point(x, y);

/** Where the line from a node's centre towards a point leaves its outline. */
export function onOutline(end: EdgeEnd, towards: Point): Point {
  const from = pointOf(end);
  const [dx, dy] = [towards.x - from.x, towards.y - from.y];
  const [across, down] = [Math.abs(dx) / (end.width / 2 || 1), Math.abs(dy) / (end.height / 2 || 1)];
  const reach = { rectangle: Math.max(across, down), ellipse: Math.hypot(across, down), rhombus: across + down }[
    end.outline ?? 'rectangle'
  ];
  return reach === 0 ? from : point(from.x + dx / reach, from.y + dy / reach);
}

/**
 * Where Mermaid sets an edge's label: where dagre kept room for it; in the middle of the way where that was cut, or where
 * the spline does not come near.
 */
function labelPlace(
  edge: GraphEdge,
  path: readonly Point[],
  place: Point | undefined,
  isCut: boolean,
): Point | undefined {
  if (!edge.label || !place) return undefined;
  return isCut || (edge.isSpline && !isPlaceOnSpline(path, edge)) ? halfway(path) : place;
}

/** A path up to where it first enters a box; the last point of the result is on the border. */
function upToBorder(path: readonly Point[], box: Rect): readonly Point[] {
  const inside = path.findIndex((p) => isWithin(p, box));
  const [before, first] = [path[inside - 1], path[inside]];
  if (!before || !first) return path;
  return [...path.slice(0, inside), crossingOf(before, first, box)];
}

const isWithin = (p: Point, box: Rect): boolean =>
  p.x > box.x && p.x < box.x + box.width && p.y > box.y && p.y < box.y + box.height;

/** Where the line from outside a box to a point in it meets the border. */
function crossingOf(outside: Point, inside: Point, box: Rect): Point {
  const [dx, dy] = [inside.x - outside.x, inside.y - outside.y];
  const along = (from: number, delta: number, low: number, high: number): number => {
    if (from < low) return (low - from) / delta;
    return from > high ? (high - from) / delta : 0;
  };
  const part = Math.max(
    along(outside.x, dx, box.x, box.x + box.width),
    along(outside.y, dy, box.y, box.y + box.height),
  );
  return point(outside.x + part * dx, outside.y + part * dy);
}

/** Bounds of a loop's width and depth, px; Mermaid's. */
const LOOP = { least: 36, most: 100, shallow: 24, deep: 48, labelGap: 4 };

const between = (low: number, value: number, high: number): number => Math.max(low, Math.min(high, value));

/**
 * A loop on the side where the layout kept room for it (`hint`), its label beyond it. `around` is the node with its other
 * loops, which it goes round.
 */
export function loopRoute(edge: GraphEdge, box: Rect, hint: Point, around = box): EdgeRoute {
  const label = edge.label ?? { width: 0, height: 0 };
  const center = centerOf(box);
  const most = between(LOOP.least, box.width * 0.8, LOOP.most);
  const half = between(LOOP.least, Math.max(label.width, box.width * 0.35), most) / 2;
  const depth = between(LOOP.shallow, Math.min(box.width, box.height) * 0.45, LOOP.deep);
  const [dx, dy] = [hint.x - center.x, hint.y - center.y];
  const isBeside = Math.abs(dx) > Math.abs(dy);
  const side = isBeside ? Math.sign(dx) : Math.sign(dy) || -1;
  const [near, far] = isBeside ? [around.x, right(around)] : [around.y, bottom(around)];
  const away = (side < 0 ? near : far) + side * depth;
  const corner = (offset: number): Point =>
    isBeside ? point(away, center.y + offset) : point(center.x + offset, away);
  const waypoints = [corner(-half), corner(half)];
  const end: EdgeEnd = { ...center, width: box.width, height: box.height };
  const ends = [onOutline(end, waypoints[0] as Point), onOutline(end, waypoints[1] as Point)] as const;
  if (!edge.label) return { waypoints, label: undefined, ends };
  const beyond = side * ((isBeside ? label.width : label.height) / 2 + LOOP.labelGap);
  const place = isBeside ? point(away + beyond, center.y) : point(center.x, away + beyond);
  return { waypoints, label: labelPlace(edge, [ends[0], ...waypoints, ends[1]], place, false), ends };
}

/** The boxes that an edge and its label take. */
export function boxesOf({ label: size }: GraphEdge, { waypoints, label }: EdgeRoute): readonly Rect[] {
  const boxes = waypoints.map(({ x, y }) => rect(x, y, 0, 0));
  if (size && label) boxes.push(rect(label.x - size.width / 2, label.y - size.height / 2, size.width, size.height));
  return boxes;
}
