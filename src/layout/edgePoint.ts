/** Places along an edge: where labels and children of an edge stand, and the box that its points fill. */
import { boundsOfPoints, distance, type Point, point, type Rect, rect } from '../geometry/plane.js';
import type { Geometry } from '../model/cell.js';

/** What of a relative geometry places it: x from -1 (source) to 1 (target), y px to the side, then an offset. */
export type PlaceOnEdge = Pick<Geometry, 'x' | 'y' | 'offset'>;

interface Location {
  readonly from: Point;
  readonly to: Point;
  readonly length: number;
  /** How far along the segment, px. */
  readonly along: number;
}

interface Measured {
  readonly lengths: readonly number[];
  readonly total: number;
}

/** Lengths of the segments of lines, which may have many labels. */
const measures = new WeakMap<readonly Point[], Measured>();

function measured(points: readonly Point[]): Measured {
  const known = measures.get(points);
  if (known) return known;
  const lengths = points.slice(1).map((p, index) => distance(points[index] as Point, p));
  const found = { lengths, total: lengths.reduce((sum, length) => sum + length, 0) };
  measures.set(points, found);
  return found;
}

/** How long a line is, px. */
export const lineLength = (points: readonly Point[]): number => measured(points).total;

/** The segment in which `fraction` of the whole length lies; draw.io compares whole pixels. */
function locate(points: readonly Point[], fraction: number): Location | undefined {
  const { lengths, total } = measured(points);
  const wanted = Math.round(fraction * total);
  let passed = 0;
  for (let index = 0; index < lengths.length; index++) {
    const length = lengths[index] as number;
    if (wanted < Math.round(passed + length) || index === lengths.length - 1) {
      return { from: points[index] as Point, to: points[index + 1] as Point, length, along: wanted - passed };
    }
    passed += length;
  }
  return undefined;
}

/** The point of an edge that a relative geometry names; without one the middle of the line. */
export function pointOnEdge(points: readonly Point[], place?: PlaceOnEdge): Point {
  const location = locate(points, (place?.x ?? 0) / 2 + 0.5);
  if (!location) return points[0] ?? point(0, 0);
  const { from, to, length, along } = location;
  const offset = place?.offset ?? point(0, 0);
  if (length === 0) return point(from.x + offset.x, from.y + offset.y);
  const directionX = (to.x - from.x) / length;
  const directionY = (to.y - from.y) / length;
  const aside = place?.y ?? 0;
  return point(
    from.x + directionX * along + directionY * aside + offset.x,
    from.y + directionY * along - directionX * aside + offset.y,
  );
}

/** The point about which an edge's own label stands. */
export function edgeLabelPoint(points: readonly Point[], geometry: Geometry | undefined): Point {
  if (geometry?.relative) return pointOnEdge(points, geometry);
  const first = points[0] ?? point(0, 0);
  const last = points[points.length - 1] ?? first;
  const offset = geometry?.offset ?? point(0, 0);
  return point((first.x + last.x) / 2 + offset.x, (first.y + last.y) / 2 + offset.y);
}

/** The bounds that draw.io keeps for an edge: those of its points, at least one pixel wide and high. */
export function edgeBox(points: readonly Point[]): Rect {
  const bounds = boundsOfPoints(points) ?? rect(0, 0, 0, 0);
  return rect(bounds.x, bounds.y, Math.max(1, bounds.width), Math.max(1, bounds.height));
}
