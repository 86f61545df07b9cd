/** The ways of edges between nodes that are placed. */
import { center as centerOf, type Point, point, type Rect } from '../geometry/plane.js';
import type { EdgeRoute, GraphEdge, Size } from './graphLayout.js';
import { cutAtBorder } from './placement.js';

/** How far an edge from a node to itself stands out. */
export const LOOP_DEPTH = 24;

/** What an edge goes between. */
interface Surroundings {
  readonly source: Rect;
  readonly target: Rect;
  /** The boxes of the other nodes. */
  readonly others: readonly Rect[];
  /** The graph goes to the left or right, rather than up or down. */
  readonly across: boolean;
}

/** The way between the ends: dagre's own points there stand on the boxes of nodes, not on their shapes. */
export function routeOf(
  { waypoints: points, label }: EdgeRoute,
  edge: GraphEdge,
  groups: ReadonlyMap<string, Rect>,
  { source, target, others, across }: Surroundings,
): EdgeRoute {
  let path = label && edge.label ? throughLabel(points, label, edge.label, across) : points;
  const [from, to] = [groups.get(edge.source), groups.get(edge.target)];
  let start: Point | undefined;
  let end: Point | undefined;
  if (to) [path, end] = cutAtBorder(path, to);
  if (from) {
    const [cut, at] = cutAtBorder([...path].reverse(), from);
    [path, start] = [[...cut].reverse(), at];
  }
  let waypoints = path.slice(1, -1);
  if (!from) waypoints = clearOfNeighbours(waypoints, source, others, across);
  if (!to) waypoints = clearOfNeighbours([...waypoints].reverse(), target, others, across).reverse();
  return { waypoints, label, start, end };
}

/** How far a way keeps from the nodes beside its own. */
const CLEARANCE = 10;

/**
 * A way from a node, which leaves it straight ahead where the line to its first waypoint would run through a node beside
 * it: draw.io lets connectors end where the line from the node's centre meets its border.
 */
function clearOfNeighbours(waypoints: readonly Point[], own: Rect, others: readonly Rect[], across: boolean): Point[] {
  const [first] = waypoints;
  const center = centerOf(own);
  if (!first || !others.some((box) => crosses(center, first, box))) return [...waypoints];
  const along = (p: Point): number => (across ? p.x : p.y);
  const extent = (box: Rect): readonly [number, number] =>
    across ? [box.x, box.x + box.width] : [box.y, box.y + box.height];
  const column = [own, ...others.filter((box) => Math.abs(along(centerOf(box)) - along(center)) < 1)].map(extent);
  const isAhead = along(first) > along(center);
  const edge = isAhead
    ? Math.min(along(first), Math.max(...column.map(([, end]) => end)) + CLEARANCE)
    : Math.max(along(first), Math.min(...column.map(([start]) => start)) - CLEARANCE);
  const [start, end] = extent(own);
  if (edge > start && edge < end) return [...waypoints];
  return [across ? point(edge, center.y) : point(center.x, edge), ...waypoints];
}

/** Whether a line meets a box. */
export function crosses(from: Point, to: Point, box: Rect): boolean {
  let [enter, leave] = [0, 1];
  for (const [start, delta, low, high] of [
    [from.x, to.x - from.x, box.x, box.x + box.width],
    [from.y, to.y - from.y, box.y, box.y + box.height],
  ] as const) {
    if (delta === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const [a, b] = [(low - start) / delta, (high - start) / delta];
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter <= leave;
}

/** A path that runs straight through its label, so that a curve along it does too. */
function throughLabel(
  path: readonly Point[],
  label: Point,
  { width, height }: Size,
  across: boolean,
): readonly Point[] {
  const at = path.findIndex(({ x, y }) => Math.abs(x - label.x) < 1 && Math.abs(y - label.y) < 1);
  const [before, after] = [path[at - 1], path[at + 1]];
  if (at < 0 || !before || !after) return path;
  const [dx, dy] = across ? [width / 2, 0] : [0, height / 2];
  const sign = (across ? after.x - before.x : after.y - before.y) < 0 ? -1 : 1;
  return [
    ...path.slice(0, at),
    point(label.x - sign * dx, label.y - sign * dy),
    label,
    point(label.x + sign * dx, label.y + sign * dy),
    ...path.slice(at + 1),
  ];
}

/** A loop on the side where dagre kept room for it, its label beyond it. */
export function loopRoute({ label: place }: EdgeRoute, edge: GraphEdge, box: Rect): EdgeRoute {
  const size = edge.label ?? { width: 0, height: 0 };
  const [centerX, centerY] = [box.x + box.width / 2, box.y + box.height / 2];
  const [dx, dy] = place ? [place.x - centerX, place.y - centerY] : [1, 0];
  if (Math.abs(dx) >= Math.abs(dy)) {
    const side = dx < 0 ? -1 : 1;
    const x = centerX + side * (box.width / 2 + LOOP_DEPTH);
    const half = Math.min(box.height * 0.3, 20);
    const label = edge.label && point(x + (side * size.width) / 2 + side * 4, centerY);
    return { waypoints: [point(x, centerY - half), point(x, centerY + half)], label };
  }
  const side = dy < 0 ? -1 : 1;
  const y = centerY + side * (box.height / 2 + LOOP_DEPTH);
  const half = Math.min(box.width * 0.3, 20);
  const label = edge.label && point(centerX, y + (side * size.height) / 2 + side * 4);
  return { waypoints: [point(centerX - half, y), point(centerX + half, y)], label };
}
