/** Where the route of an edge crosses the routes of edges drawn before it (styles jumpStyle and noJump). */
import { boundsOfPoints, distance, type Point, point, type Rect, rect } from '../geometry/plane.js';
import type { RoutedPoint } from '../shapes/shape.js';
import type { Style } from '../style/style.js';

export interface JumpingEdge {
  readonly style: Style;
  readonly points: readonly Point[];
}

type Line = readonly [from: Point, to: Point];

function squaredDistanceToSegment(p: Point, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const lengthSquared = dx * dx + dy * dy;
  const along = lengthSquared === 0 ? 0 : ((p.x - from.x) * dx + (p.y - from.y) * dy) / lengthSquared;
  const t = Math.max(0, Math.min(1, along));
  return (p.x - from.x - t * dx) ** 2 + (p.y - from.y - t * dy) ** 2;
}

/** The straight lines of a route; waypoints less than a pixel off a straight line do not break it. */
function straightLines(points: readonly Point[]): readonly Line[] {
  const lines: Line[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const from = points[i] as Point;
    let to = points[i + 1] as Point;
    for (let next = points[i + 2]; next && squaredDistanceToSegment(to, from, next) < 1; next = points[i + 2]) {
      to = next;
      i++;
    }
    lines.push([from, to]);
  }
  return lines;
}

function intersection([a, b]: Line, [c, d]: Line): Point | undefined {
  const denominator = (d.y - c.y) * (b.x - a.x) - (d.x - c.x) * (b.y - a.y);
  const t = ((d.x - c.x) * (a.y - c.y) - (d.y - c.y) * (a.x - c.x)) / denominator;
  const u = ((b.x - a.x) * (a.y - c.y) - (b.y - a.y) * (a.x - c.x)) / denominator;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? point(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)) : undefined;
}

/** Crossings this near (px, in both directions) to an end of either line are none. */
const THRESHOLD = 0.5;

const isNear = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) <= THRESHOLD && Math.abs(a.y - b.y) <= THRESHOLD;

function crossingOfLines(line: Line, other: Line): Point | undefined {
  const at = intersection(line, other);
  if (!at || isNear(at, line[0]) || isNear(at, line[1]) || isNear(at, other[0]) || isNear(at, other[1]))
    return undefined;
  return at;
}

function boundsOfRoute(points: readonly Point[]): Rect {
  const bounds = boundsOfPoints(points) ?? rect(0, 0, 0, 0);
  return rect(bounds.x, bounds.y, Math.max(1, bounds.width), Math.max(1, bounds.height));
}

interface Measured {
  readonly bounds: Rect;
  readonly lines: readonly Line[];
}

/** A route is crossed by many that come later. */
const measures = new WeakMap<readonly Point[], Measured>();

function measured(points: readonly Point[]): Measured {
  const known = measures.get(points);
  if (known) return known;
  const found = { bounds: boundsOfRoute(points), lines: straightLines(points) };
  measures.set(points, found);
  return found;
}

const overlap = (a: Rect, b: Rect): boolean =>
  a.x + a.width > b.x && b.x + b.width > a.x && a.y + a.height > b.y && b.y + b.height > a.y;

/**
 * The edge's route with its crossings in order along it; undefined for an edge that does not jump. `earlier` are the
 * edges drawn before, but for curved ones, which draw.io leaves out.
 */
export function crossingsOf(edge: JumpingEdge, earlier: readonly JumpingEdge[]): readonly RoutedPoint[] | undefined {
  const last = edge.points[edge.points.length - 1];
  if (!last || edge.style.string('jumpStyle', 'none') === 'none' || edge.style.flag('curved')) return undefined;
  const { bounds, lines } = measured(edge.points);
  const crossable: Line[] = [];
  for (const { style, points } of earlier) {
    if (!overlap(bounds, measured(points).bounds) || style.get('noJump') === '1') continue;
    for (const line of measured(points).lines) crossable.push(line);
  }
  const route: RoutedPoint[] = [];
  for (const line of lines) {
    const [from] = line;
    const found: Point[] = [];
    for (const other of crossable) {
      const crossing = crossingOfLines(line, other);
      if (crossing) found.push(crossing);
    }
    const crossings = found
      .sort((a, b) => distance(from, a) - distance(from, b))
      .filter((crossing, i, all) => crossing.x !== all[i - 1]?.x || crossing.y !== all[i - 1]?.y);
    route.push({ ...from, crossing: false }, ...crossings.map((crossing) => ({ ...crossing, crossing: true })));
  }
  route.push({ ...last, crossing: false });
  return route;
}
