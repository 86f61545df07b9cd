/** A float's shape (CSS shape-outside: a polygon with a margin around it): how far it keeps a line away. */
import type { Point } from '../geometry/plane.js';

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
  readonly edges: readonly Edge[];
  readonly margin: number;
  /** The polygon's extent with its margin. */
  readonly top: number;
  readonly bottom: number;
}

interface Edge {
  readonly from: Point;
  readonly to: Point;
}

export function shapeExclusion({ polygon, margin }: FloatShape): ShapeExclusion {
  const edges = edgesOf(polygon);
  const heights = edges.map(({ from }) => from.y);
  return { edges, margin, top: Math.min(...heights) - margin, bottom: Math.max(...heights) + margin };
}

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
  for (const { from, to } of edges) {
    if (from.y === to.y) continue;
    if (Math.max(from.y, to.y) < top - margin || Math.min(from.y, to.y) > bottom + margin) continue;
    if (margin === 0) {
      take(clippedEdge(from, to, top, bottom));
      continue;
    }
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const dx = (margin * (to.y - from.y)) / length;
    const dy = (margin * (from.x - to.x)) / length;
    take(clippedEdge({ x: from.x + dx, y: from.y + dy }, { x: to.x + dx, y: to.y + dy }, top, bottom));
    take(clippedEdge({ x: from.x - dx, y: from.y - dy }, { x: to.x - dx, y: to.y - dy }, top, bottom));
    take(clippedCircle(from, margin, top, bottom));
    take(clippedCircle(to, margin, top, bottom));
  }
  return excluded;
}

function clippedEdge(from: Point, to: Point, top: number, bottom: number): Interval | undefined {
  const [upper, lower] = from.y < to.y ? [from, to] : [to, from];
  if (bottom < upper.y || top > lower.y || top === lower.y || bottom === upper.y) return undefined;
  const at = (y: number): number => upper.x + ((y - upper.y) * (lower.x - upper.x)) / (lower.y - upper.y);
  const x1 = upper.y < top ? at(top) : upper.x;
  const x2 = lower.y > bottom ? at(bottom) : lower.x;
  return { left: Math.min(x1, x2), right: Math.max(x1, x2) };
}

function clippedCircle({ x, y }: Point, radius: number, top: number, bottom: number): Interval | undefined {
  if (top >= y + radius || bottom <= y - radius) return undefined;
  if (y >= top && y <= bottom) return { left: x - radius, right: x + radius };
  const distance = (bottom < y ? bottom : top) - y;
  const half = Math.sqrt(Math.max(0, radius * radius - distance * distance));
  return { left: x - half, right: x + half };
}

/**
 * A polygon's sides in Chromium's reading: corners on a straight line with those around them are left out, and with
 * them the spikes that go out and back on one line. Where that begins, it goes on clockwise from the first corner.
 */
function edgesOf(polygon: readonly Point[]): readonly Edge[] {
  const corners = polygon.map(({ x, y }) => ({ x: Math.fround(x), y: Math.fround(y) }));
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
  const part = (x: number, y: number): number => Math.fround(Math.fround(x) * Math.fround(y));
  return Math.fround(part(b.x - a.x, c.y - a.y) - part(b.y - a.y, c.x - a.x));
}
