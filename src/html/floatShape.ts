/** A float's shape (CSS shape-outside: a polygon with a margin around it): how far it keeps a line away. */
import type { Point } from '../geometry/plane.js';
import { Spans } from '../geometry/spans.js';

/** A polygon in the frame of the float's margin box, px. */
export interface FloatShape {
  readonly polygon: readonly Point[];
  /** The room kept free around the polygon (shape-margin), px. */
  readonly margin: number;
}

/** A stretch across the line, px. */
export interface Interval {
  readonly left: number;
  readonly right: number;
}

/** A float's shape as lines are held against it. */
export interface ShapeExclusion {
  /** Of the polygon, by their heights with the margin around them. */
  readonly edges: Spans<Edge>;
  readonly margin: number;
  /** The polygon's extent with its margin. */
  readonly top: number;
  readonly bottom: number;
}

interface Edge {
  readonly from: Point;
  readonly to: Point;
}

/** Chromium computes shapes in single precision, whose residues decide where a line just touches a shape. */
const single = Math.fround;

/** Against rounding, edges are looked at that a line misses by so much, px. */
const SLACK = 1;

export function shapeExclusion({ polygon, margin }: FloatShape): ShapeExclusion {
  const edges = edgesOf(polygon);
  let highest = Number.POSITIVE_INFINITY;
  let lowest = Number.NEGATIVE_INFINITY;
  for (const { from } of edges) {
    highest = Math.min(highest, from.y);
    lowest = Math.max(lowest, from.y);
  }
  const top = truncated(single(highest - margin));
  const spans = Spans.of(edges, ({ from, to }) => [
    Math.min(from.y, to.y) - margin - SLACK,
    Math.max(from.y, to.y) + margin + SLACK,
  ]);
  return {
    edges: spans,
    margin,
    top,
    bottom: top + truncated(single(single(lowest - highest) + 2 * margin)),
  };
}

/** In the 64ths of a pixel that Chromium's layout counts in. */
const truncated = (value: number): number => Math.trunc(value * 64) / 64;

/**
 * What a shape takes of a line between two heights; undefined if nothing. As in Chromium, the margin is that of the
 * slanting and upright sides and of their ends: a level side takes what its neighbours' ends take.
 */
export function excludedInterval(shape: ShapeExclusion, top: number, height: number): Interval | undefined {
  const { edges, margin } = shape;
  const bottom = top + height;
  // A line that only touches a shape's end from outside is not kept away.
  const beside = (top < shape.bottom && bottom > shape.top) || (height === 0 && top === shape.top);
  if (!beside) return undefined;
  let excluded: Interval | undefined;
  const take = (interval: Interval | undefined): void => {
    if (!interval) return;
    excluded = excluded
      ? { left: Math.min(excluded.left, interval.left), right: Math.max(excluded.right, interval.right) }
      : interval;
  };
  for (const edge of edges.between(top, bottom)) {
    const { from, to } = edge;
    if (from.y === to.y) continue;
    if (Math.max(from.y, to.y) < top - margin || Math.min(from.y, to.y) > bottom + margin) continue;
    if (margin === 0) {
      take(clippedEdge(edge, top, bottom));
      continue;
    }
    const { dx, dy } = outwards(edge, margin);
    take(clippedEdge(movedEdge(edge, dx, dy), top, bottom));
    take(clippedEdge(movedEdge(edge, -dx, -dy), top, bottom));
    take(clippedCircle(from, margin, top, bottom));
    take(clippedCircle(to, margin, top, bottom));
  }
  return excluded;
}

function outwards({ from, to }: Edge, margin: number): { readonly dx: number; readonly dy: number } {
  const across = single(to.x - from.x);
  const down = single(to.y - from.y);
  if (across === 0) return { dx: down > 0 ? margin : -margin, dy: 0 };
  const length = single(Math.hypot(across, down));
  return { dx: single(single(down / length) * margin), dy: single(single(-across / length) * margin) };
}

const movedEdge = ({ from, to }: Edge, dx: number, dy: number): Edge => ({
  from: { x: single(from.x + dx), y: single(from.y + dy) },
  to: { x: single(to.x + dx), y: single(to.y + dy) },
});

function clippedEdge({ from, to }: Edge, top: number, bottom: number): Interval | undefined {
  const [upper, lower] = from.y < to.y ? [from, to] : [to, from];
  if (bottom < upper.y || top > lower.y || top === lower.y || bottom === upper.y) return undefined;
  const at = (y: number): number => {
    if (from.x === to.x) return from.x;
    const share = single(single(single(y - from.y) * single(to.x - from.x)) / single(to.y - from.y));
    return single(from.x + share);
  };
  const x1 = upper.y < top ? at(top) : upper.x;
  const x2 = lower.y > bottom ? at(bottom) : lower.x;
  return { left: Math.min(x1, x2), right: Math.max(x1, x2) };
}

function clippedCircle({ x, y }: Point, radius: number, top: number, bottom: number): Interval | undefined {
  if (top >= single(y + radius) || bottom <= single(y - radius)) return undefined;
  if (y >= top && y <= bottom) return { left: single(x - radius), right: single(x + radius) };
  const distance = single((bottom < y ? bottom : top) - y);
  const half = single(radius * Math.sqrt(Math.max(0, 1 - single(single(distance * distance) / (radius * radius)))));
  return { left: single(x - half), right: single(x + half) };
}

/**
 * A polygon's sides in Chromium's reading: corners on a straight line with those around them are left out, and with
 * them the spikes that go out and back on one line. Where that begins, it goes on clockwise from the first corner.
 */
function edgesOf(polygon: readonly Point[]): readonly Edge[] {
  const corners = polygon.map(({ x, y }) => ({ x: single(x), y: single(y) }));
  const count = corners.length;
  if (count < 3) return [];
  const at = (index: number): Point => corners[index] as Point;
  let first = 0;
  corners.forEach(({ x, y }, index) => {
    if (y < at(first).y || (y === at(first).y && x < at(first).x)) first = index;
  });
  const before = at((first + count - 1) % count);
  const forwards = cross(before, at(first), at((first + 1) % count)) > 0;
  const following = (index: number): number => (index + (forwards ? 1 : count - 1)) % count;
  const edges: Edge[] = [];
  let index = 0;
  do {
    let next = following(index);
    while (next !== 0 && at(index).x === at(next).x && at(index).y === at(next).y) next = following(next);
    while (next !== 0 && cross(at(index), at(next), at(following(next))) === 0) next = following(next);
    edges.push({ from: at(index), to: at(next) });
    index = next;
  } while (index !== 0);
  const start = edges[0] as Edge;
  const last = edges[edges.length - 1] as Edge;
  if (edges.length > 3 && cross(last.from, last.to, start.to) === 0) {
    edges.pop();
    edges[0] = { from: last.from, to: start.to };
  }
  return edges.length < 3 ? [] : edges;
}

/** Twice the area of a triangle, in the single precision in which Chromium finds it to be nothing. */
function cross(a: Point, b: Point, c: Point): number {
  const part = (x: number, y: number): number => single(single(x) * single(y));
  return single(part(b.x - a.x, c.y - a.y) - part(b.y - a.y, c.x - a.x));
}
