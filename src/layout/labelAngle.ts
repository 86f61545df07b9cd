/** The angle of labels that follow their edge (labelAutoRotate=1): along the line as drawn, and never upside down. */
import type { Path } from '../geometry/path.js';
import { type Point, point } from '../geometry/plane.js';
import { curveOf } from '../shapes/edges/curve.js';
import type { Style } from '../style/style.js';

/** draw.io takes every curve of an edge for as many straight lines. */
const STEPS = 16;

const weighted = (points: readonly Point[], weights: readonly number[]): Point =>
  point(
    points.reduce((sum, p, i) => sum + p.x * (weights[i] as number), 0),
    points.reduce((sum, p, i) => sum + p.y * (weights[i] as number), 0),
  );

function flattened(path: Path): readonly Point[] {
  const points: Point[] = [];
  let from = point(0, 0);
  for (const segment of path) {
    if (segment.kind === 'close') continue;
    for (let step = 1; step <= STEPS; step++) {
      const t = step / STEPS;
      const u = 1 - t;
      if (segment.kind === 'curve') {
        const { control1, control2, to } = segment;
        points.push(weighted([from, control1, control2, to], [u ** 3, 3 * u * u * t, 3 * u * t * t, t ** 3]));
      } else if (segment.kind === 'quad') {
        points.push(weighted([from, segment.control, segment.to], [u * u, 2 * u * t, t * t]));
      }
    }
    if (segment.kind === 'move' || segment.kind === 'line') points.push(segment.to);
    from = segment.to;
  }
  return points;
}

interface DrawnEdge {
  readonly points: readonly Point[];
  readonly style: Style;
}

/** Straight lines of edges that have many labels. */
const lines = new WeakMap<DrawnEdge, readonly Point[]>();

function lineOf(edge: DrawnEdge): readonly Point[] {
  const known = lines.get(edge);
  if (known) return known;
  const { points, style } = edge;
  const curve = points.length > 2 ? curveOf(points, style) : undefined;
  const line = curve ? flattened(curve) : points;
  lines.set(edge, line);
  return line;
}

function squaredDistance(p: Point, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - from.x) * dx + (p.y - from.y) * dy) / squared));
  return (p.x - from.x - t * dx) ** 2 + (p.y - from.y - t * dy) ** 2;
}

/** The direction, in degrees, of the piece of an edge's line that lies nearest to a point. */
function directionNear(at: Point, edge: DrawnEdge): number {
  let least = Number.POSITIVE_INFINITY;
  let degrees = 0;
  const line = lineOf(edge);
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1] as Point, line[i] as Point];
    const away = squaredDistance(at, from, to);
    if (away >= least) continue;
    least = away;
    degrees = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  }
  return degrees;
}

/** The angle of a label with `style` that stands at a point of an edge, degrees; undefined if it doesn't follow it. */
export function angleAlongEdge(style: Style, at: Point, edge: DrawnEdge): number | undefined {
  if (style.get('labelAutoRotate') !== '1') return undefined;
  const turned = (directionNear(at, edge) + 360) % 360;
  return turned > 90 && turned < 270 ? turned - 180 : turned;
}
