/** The curves that an edge's points stand for: through the middles of its segments, or with control points in between. */
import type { Path, Segment } from '../../geometry/path.js';
import { type Point, point } from '../../geometry/plane.js';
import type { FlagKey } from '../../style/keys.js';
import type { Style } from '../../style/style.js';

/** draw.io takes any number equal to one for yes, but no words. */
const isSet = (style: Style, key: FlagKey): boolean => Number(style.get(key)) === 1;

/** Whether an edge is drawn through the middles of its segments, and measured as it is drawn. */
export const isCurved = (style: Style): boolean => isSet(style, 'curved');

/** Whether an edge's points are, in threes, two control points and the place that the curve goes to. */
export const isBezier = (style: Style): boolean => isSet(style, 'bezier');

/** The curve of an edge through its points; undefined for one of straight lines. */
export function curveOf(points: readonly Point[], style: Style): Path | undefined {
  const bezier = isBezier(style);
  const [start, ...rest] = points;
  if (!start || rest.length === 0 || !(bezier || isCurved(style))) return undefined;
  if (bezier && rest.length === 1) return undefined;
  return [{ kind: 'move', to: start }, ...(bezier && rest.length % 3 === 0 ? chain(rest) : midpoints(points))];
}

/** Cubic curves whose control points are given. */
function chain(points: readonly Point[]): readonly Segment[] {
  const segments: Segment[] = [];
  for (let i = 0; i + 2 < points.length; i += 3) {
    const [control1, control2, to] = points.slice(i, i + 3) as [Point, Point, Point];
    segments.push({ kind: 'curve', control1, control2, to });
  }
  return segments;
}

/** Quadratic curves that meet in the middles of the inner segments, with the waypoints as controls. */
function midpoints(points: readonly Point[]): readonly Segment[] {
  const last = points.length - 1;
  const segments: Segment[] = [];
  for (let i = 1; i < last - 1; i++) {
    const control = points[i] as Point;
    const next = points[i + 1] as Point;
    segments.push({ kind: 'quad', control, to: point((control.x + next.x) / 2, (control.y + next.y) / 2) });
  }
  segments.push({ kind: 'quad', control: points[last - 1] as Point, to: points[last] as Point });
  return segments;
}
