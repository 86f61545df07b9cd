/** Where the route of an edge crosses the routes of edges drawn before it (styles jumpStyle and noJump). */
import type { Report } from '../diagnostics.js';
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

/** By how much of its length a line may end before the other and still meet it. */
const SLACK = 1e-6;

const isWithin = (fraction: number): boolean => fraction >= -SLACK && fraction <= 1 + SLACK;

function intersection([a, b]: Line, [c, d]: Line): Point | undefined {
  const denominator = (d.y - c.y) * (b.x - a.x) - (d.x - c.x) * (b.y - a.y);
  const t = ((d.x - c.x) * (a.y - c.y) - (d.y - c.y) * (a.x - c.x)) / denominator;
  const u = ((b.x - a.x) * (a.y - c.y) - (b.y - a.y) * (a.x - c.x)) / denominator;
  return isWithin(t) && isWithin(u) ? point(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)) : undefined;
}

/** Crossings this near (px, in both directions) to an end of the jumping line are none. */
const THRESHOLD = 0.5;

const isNear = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) <= THRESHOLD && Math.abs(a.y - b.y) <= THRESHOLD;

/** Whether a point lies on the endless line through two others. */
function isInLine(p: Point, [a, b]: Line): boolean {
  const offset = (b.y - a.y) * p.x - (b.x - a.x) * p.y + b.x * a.y - b.y * a.x;
  return !(Math.abs(offset) / distance(a, b) > THRESHOLD);
}

/**
 * Where a line crosses one of an earlier route: at its bends too, but for those where that route comes along the line
 * itself or leaves along it.
 */
function crossingOfLines(line: Line, [from, to]: Line, before: Point | undefined, after: Point | undefined) {
  const at = intersection(line, [from, to]);
  if (!at || isNear(at, line[0]) || isNear(at, line[1])) return undefined;
  if (before && isInLine(before, line) && isInLine(from, line)) return undefined;
  if (after && isInLine(after, line) && isInLine(to, line)) return undefined;
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
  const crossable = earlier
    .filter(({ style, points }) => overlap(bounds, measured(points).bounds) && style.get('noJump') !== '1')
    .map(({ points }) => measured(points).lines);
  const route: RoutedPoint[] = [];
  for (const line of lines) {
    const found: Crossing[] = [];
    for (const others of crossable) {
      others.forEach((other, i) => {
        const at = crossingOfLines(line, other, others[i - 1]?.[0], others[i + 1]?.[1]);
        if (at) insert(found, { ...at, squaredDistance: squaredLength(line[0], at) });
      });
    }
    route.push({ ...line[0], crossing: false }, ...found.map(({ x, y }) => ({ x, y, crossing: true })));
  }
  route.push({ ...last, crossing: false });
  return route;
}

/** Points of edges that jump over others: their number grows with the square of the edges'. */
const MOST_JUMPS = 200_000;

/** Follows a page's edges in drawing order, each of which may jump over those before it. */
export class LineJumps {
  #count = 0;
  readonly #earlier: JumpingEdge[] = [];

  /** What crossingsOf finds for the next edge; nothing, once a page has too many. */
  over(cellId: string, edge: JumpingEdge, report: Report): readonly RoutedPoint[] | undefined {
    const crossings = this.#count > MOST_JUMPS ? undefined : crossingsOf(edge, this.#earlier);
    if (edge.style.get('curved') !== '1') this.#earlier.push(edge);
    const before = this.#count;
    this.#count += crossings?.length ?? 0;
    if (before <= MOST_JUMPS && this.#count > MOST_JUMPS) {
      const message = `Edges cross more than ${MOST_JUMPS} times: the rest is drawn without line jumps.`;
      report({ code: 'invalid-structure', cellId, message });
    }
    return crossings;
  }
}

interface Crossing extends Point {
  readonly squaredDistance: number;
}

const squaredLength = (a: Point, b: Point): number => (b.x - a.x) ** 2 + (b.y - a.y) ** 2;

/** In order along the line; the one that is last already isn't added again, as where two lines of a route meet. */
function insert(crossings: Crossing[], crossing: Crossing): void {
  const at = crossings.findIndex((other) => other.squaredDistance > crossing.squaredDistance);
  const last = crossings[crossings.length - 1];
  if (at >= 0) crossings.splice(at, 0, crossing);
  else if (!last || last.x !== crossing.x || last.y !== crossing.y) crossings.push(crossing);
}
