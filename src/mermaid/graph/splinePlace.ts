/**
 * Whether Mermaid takes the middle point of a spline's path for a place on it: where its column or row, in whole px, is
 * written somewhere in the path's data.
 */
import { type Point, point } from '../../geometry/plane.js';
import type { GraphEdge } from './graph.js';

/** `path` is that between the outlines of the edge's ends. */
export function isPlaceOnSpline(path: readonly Point[], { startMarker = 0, endMarker = 0 }: GraphEdge): boolean {
  const middle = path[Math.floor(path.length / 2)];
  if (!middle) return true;
  const shortened = [
    moved(path[0], path[1], startMarker),
    ...path.slice(1, -1),
    moved(path.at(-1), path.at(-2), endMarker),
  ].filter((p) => p !== undefined);
  const data = pathData(shortened);
  return [middle.x, middle.y].some((value) => data.includes(String(Math.round(value))));
}

/** An end after its marker. */
function moved(end: Point | undefined, next: Point | undefined, marker: number): Point | undefined {
  if (!end || !next || marker === 0) return end;
  const length = Math.hypot(next.x - end.x, next.y - end.y) || 1;
  return point(end.x + ((next.x - end.x) * marker) / length, end.y + ((next.y - end.y) * marker) / length);
}

/** The control points of a uniform cubic B-spline that ends in the path's ends, in whole px. */
function pathData(path: readonly Point[]): string {
  const [first, second, ...rest] = path;
  if (!first || !second) return '';
  const last = rest.at(-1);
  if (!last) return `M${written(first)}L${written(second)}`;
  let data = `M${written(first)}L${written(mean(first, second, 5, 1))}`;
  let [before, at] = [first, second];
  for (const next of [...rest, last]) {
    const end = mean(mean(before, at, 1, 4), next, 5, 1);
    data += `C${[mean(before, at, 2, 1), mean(before, at, 1, 2), end].map(written).join(',')}`;
    [before, at] = [at, next];
  }
  return `${data}L${written(last)}`;
}

const mean = (a: Point, b: Point, partOfA: number, partOfB: number): Point =>
  point((a.x * partOfA + b.x * partOfB) / (partOfA + partOfB), (a.y * partOfA + b.y * partOfB) / (partOfA + partOfB));

const written = ({ x, y }: Point): string => `${Math.round(x)},${Math.round(y)}`;
