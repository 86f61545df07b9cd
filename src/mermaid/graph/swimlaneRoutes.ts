/** The ways of edges between lanes, and where they jump over each other, as Mermaid has them. */

import { distance, type Point, point } from '../../geometry/plane.js';
import { type BoxEnd, outlineAt, routeAlong, SHORTEST_WAY } from './boxRoutes.js';
import type { EdgeRoute } from './graph.js';

/** Points this near are one, px; Mermaid's. */
const SAME = 0.5;

const isSame = (a: Point | undefined, b: Point | undefined): boolean =>
  a !== undefined && b !== undefined && Math.abs(a.x - b.x) < SAME && Math.abs(a.y - b.y) < SAME;

/**
 * `points` are those of the layout, which names the ends of a way with bends twice: such a way begins on its node's
 * outline, and ends on the box of its node.
 */
export function laneRoute(
  points: readonly Point[],
  label: Point | undefined,
  ends: readonly [BoxEnd, BoxEnd],
): EdgeRoute {
  if (points.length < 2) return { waypoints: [], label };
  if (points.length === 2) return routeAlong(points, label, ends);
  const path = points.slice(1, -1);
  const last = path.at(-1) as Point;
  if (path.length === 1 || !isSame(points.at(-1), last)) return routeAlong(points.slice(1), label, ends);
  const first = path[0] as Point;
  const start = outlineAt(ends[0], first);
  const bends = path.slice(1, -1);
  return {
    waypoints: distance(start, first) > SHORTEST_WAY ? [first, ...bends] : bends,
    label,
    ends: [start, last],
    joins: [first, undefined],
    end: last,
  };
}

export interface DrawnPath {
  readonly id: string;
  readonly path: readonly Point[];
}

/** Which edges jump over which. */
export type Jumps = ReadonlyMap<string, ReadonlySet<string>>;

/** Where two cross, the one that runs across jumps; of two that run alike, the later. */
export function jumpsBetween(paths: readonly DrawnPath[]): Jumps {
  const jumps = new Map<string, Set<string>>();
  const add = (over: string, under: string): void => {
    const known = jumps.get(over);
    if (known) known.add(under);
    else jumps.set(over, new Set([under]));
  };
  const segments = paths.map(({ path }) => path.slice(1).map((to, index): Segment => [path[index] as Point, to]));
  for (const [later, { id }] of paths.entries()) {
    for (const [earlier, { id: other }] of paths.slice(0, later).entries()) {
      for (const a of segments[earlier] ?? []) {
        for (const b of segments[later] ?? []) {
          if (!isCrossing(a, b)) continue;
          if (runsAcross(a) && !runsAcross(b)) add(other, id);
          else add(id, other);
        }
      }
    }
  }
  return jumps;
}

type Segment = readonly [from: Point, to: Point];

const runsAcross = ([from, to]: Segment): boolean => Math.abs(to.x - from.x) >= Math.abs(to.y - from.y);

/** Both go through the place where they meet, rather than end there. */
function isCrossing([a, b]: Segment, [c, d]: Segment): boolean {
  const [first, second, between] = [vector(a, b), vector(c, d), vector(a, c)];
  const area = cross(first, second);
  if (area === 0) return false;
  return isWithin(cross(between, second) / area) && isWithin(cross(between, first) / area);
}

const vector = (from: Point, to: Point): Point => point(to.x - from.x, to.y - from.y);
const cross = (a: Point, b: Point): number => a.x * b.y - a.y * b.x;
const isWithin = (part: number): boolean => part > 1e-6 && part < 1 - 1e-6;

/**
 * The edges in an order in which each comes after those that it jumps over: draw.io lets an edge jump over those drawn
 * before it. Of edges that jump over each other, the one given first is drawn first.
 */
export function jumpingLast<Edge extends { readonly id: string }>(
  edges: readonly Edge[],
  jumps: Jumps,
): readonly Edge[] {
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  const seen = new Set<string>();
  const order: Edge[] = [];
  for (const { id } of edges) {
    // What is left to be drawn before each: a stack, for chains may be as long as there are edges.
    const stack = [{ id, under: [...(jumps.get(id) ?? [])] }];
    if (seen.has(id)) continue;
    seen.add(id);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.under.shift();
      if (next === undefined) {
        const edge = byId.get(top.id);
        if (edge) order.push(edge);
        stack.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        stack.push({ id: next, under: [...(jumps.get(next) ?? [])] });
      }
    }
  }
  return order;
}
