/** Where the route of an edge crosses the routes of edges drawn before it (styles jumpStyle and noJump). */
import { type Budget, NO_BUDGET } from '../budget.js';
import type { Report } from '../diagnostics.js';
import { BoxIndex } from '../geometry/boxIndex.js';
import { boundsOfPoints, distance, grow, type Point, point, type Rect, rect } from '../geometry/plane.js';
import { isCurved } from '../shapes/edges/curve.js';
import type { RoutedPoint } from '../shapes/shape.js';
import type { Style } from '../style/style.js';

export interface JumpingEdge {
  readonly style: Style;
  readonly points: readonly Point[];
}

function squaredDistanceToSegment(p: Point, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const lengthSquared = dx * dx + dy * dy;
  const along = lengthSquared === 0 ? 0 : ((p.x - from.x) * dx + (p.y - from.y) * dy) / lengthSquared;
  const t = Math.max(0, Math.min(1, along));
  return (p.x - from.x - t * dx) ** 2 + (p.y - from.y - t * dy) ** 2;
}

/** A straight line of a route, with the points before and after it where the route goes on. */
interface Line {
  readonly from: Point;
  readonly to: Point;
  readonly before: Point | undefined;
  readonly after: Point | undefined;
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
    lines.push({ from, to, before: lines[lines.length - 1]?.from, after: points[i + 2] });
  }
  return lines;
}

/** How far past its ends, in its length, a line may be crossed: against rounding. */
const SLACK = 0.000001;

const isWithin = (fraction: number): boolean => fraction >= -SLACK && fraction <= 1 + SLACK;

function intersection({ from: a, to: b }: Line, { from: c, to: d }: Line): Point | undefined {
  const denominator = (d.y - c.y) * (b.x - a.x) - (d.x - c.x) * (b.y - a.y);
  const t = ((d.x - c.x) * (a.y - c.y) - (d.y - c.y) * (a.x - c.x)) / denominator;
  const u = ((b.x - a.x) * (a.y - c.y) - (b.y - a.y) * (a.x - c.x)) / denominator;
  return isWithin(t) && isWithin(u) ? point(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)) : undefined;
}

/** Crossings this near (px, in both directions) to an end of the jumping line are none. */
const THRESHOLD = 0.5;

const isNear = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) <= THRESHOLD && Math.abs(a.y - b.y) <= THRESHOLD;

/** Whether a point lies on a line, or where that would be if it went on. */
function isAlong({ from, to }: Line, p: Point): boolean {
  const cross = (to.y - from.y) * p.x - (to.x - from.x) * p.y + to.x * from.y - to.y * from.x;
  return Math.abs(cross) / Math.hypot(to.x - from.x, to.y - from.y) <= THRESHOLD;
}

/** Where a line crosses another; there it doesn't where the other one comes from along it, or goes on along it. */
function crossingOfLines(line: Line, other: Line): Point | undefined {
  const at = intersection(line, other);
  if (!at || isNear(at, line.from) || isNear(at, line.to)) return undefined;
  const { from, to, before, after } = other;
  if (before && isAlong(line, before) && isAlong(line, from)) return undefined;
  if (after && isAlong(line, after) && isAlong(line, to)) return undefined;
  return at;
}

/**
 * The crossings in order of their distance from the line's start. One that is found at the farthest place so far once
 * more is left out; draw.io keeps others, so that there is no room to jump.
 */
function inOrder(found: readonly Point[], start: Point): readonly Point[] {
  const kept: { readonly crossing: Point; readonly away: number }[] = [];
  let farthest: Point | undefined;
  let most = 0;
  for (const crossing of found) {
    const away = distance(start, crossing);
    if (away >= most) {
      if (farthest?.x === crossing.x && farthest.y === crossing.y) continue;
      farthest = crossing;
      most = away;
    }
    kept.push({ crossing, away });
  }
  return kept.sort((a, b) => a.away - b.away).map(({ crossing }) => crossing);
}

function boundsOfRoute(points: readonly Point[]): Rect {
  const bounds = boundsOfPoints(points) ?? rect(0, 0, 0, 0);
  return rect(bounds.x, bounds.y, Math.max(1, bounds.width), Math.max(1, bounds.height));
}

const overlap = (a: Rect, b: Rect): boolean =>
  a.x + a.width > b.x && b.x + b.width > a.x && a.y + a.height > b.y && b.y + b.height > a.y;

/** The box in which a line may be crossed. */
function reachOf({ from, to }: Line): Rect {
  const width = Math.abs(to.x - from.x);
  const height = Math.abs(to.y - from.y);
  // Against rounding, farther than a line may be crossed past its ends.
  const beyond = 0.01 + 2 * SLACK * Math.max(width, height);
  return grow(rect(Math.min(from.x, to.x), Math.min(from.y, to.y), width, height), beyond);
}

/** A line of a route that may be jumped over. */
interface CrossableLine extends Line {
  readonly routeBounds: Rect;
}

/** How many crossings of two lines are looked at for a unit of the budget. */
const CROSSINGS_PER_UNIT = 200;

/** The route with its crossings in order along it. */
function routeOver(
  points: readonly Point[],
  crossable: BoxIndex<CrossableLine>,
  budget: Budget,
): readonly RoutedPoint[] {
  const bounds = boundsOfRoute(points);
  const route: RoutedPoint[] = [];
  for (const line of straightLines(points)) {
    const others = crossable.meeting(reachOf(line));
    budget.spend((1 + others.length) / CROSSINGS_PER_UNIT);
    const found: Point[] = [];
    for (const other of others) {
      const crossing = overlap(bounds, other.routeBounds) && crossingOfLines(line, other);
      if (crossing) found.push(crossing);
    }
    route.push({ ...line.from, crossing: false });
    for (const crossing of inOrder(found, line.from)) route.push({ ...crossing, crossing: true });
  }
  const last = points[points.length - 1];
  return last ? [...route, { ...last, crossing: false }] : route;
}

/** Points of edges that jump over others: their number grows with the square of the edges'. */
const MOST_JUMPS = 200_000;

/** Follows a page's edges in drawing order, each of which may jump over those before it. */
export class LineJumps {
  #count = 0;
  /** Edges drawn before whose lines are not looked up yet: most pages have none that jump. */
  #earlier: JumpingEdge[] = [];
  readonly #crossable = new BoxIndex<CrossableLine>();

  constructor(readonly budget: Budget = NO_BUDGET) {}

  /**
   * The next edge's route with its crossings in order along it; undefined for an edge that does not jump, and once a
   * page has too many crossings.
   */
  over(cellId: string, edge: JumpingEdge, report: Report): readonly RoutedPoint[] | undefined {
    // draw.io lets no curved edge jump, nor be jumped over.
    if (isCurved(edge.style) || edge.points.length === 0) return undefined;
    const jumps = edge.style.string('jumpStyle', 'none') !== 'none' && this.#count <= MOST_JUMPS;
    const route = jumps ? this.#jumping(edge) : undefined;
    if (edge.style.get('noJump') !== '1') this.#earlier.push(edge);
    this.#count += route?.length ?? 0;
    if (jumps && this.#count > MOST_JUMPS) {
      const message = `Edges cross more than ${MOST_JUMPS} times: the rest is drawn without line jumps.`;
      report({ code: 'invalid-structure', cellId, message });
    }
    return route;
  }

  #jumping({ points }: JumpingEdge): readonly RoutedPoint[] {
    for (const { points: others } of this.#earlier) {
      const routeBounds = boundsOfRoute(others);
      for (const line of straightLines(others)) this.#crossable.add({ ...line, routeBounds }, reachOf(line));
    }
    this.#earlier = [];
    return routeOver(points, this.#crossable, this.budget);
  }
}
