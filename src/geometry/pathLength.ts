/** Places along a path by their distance from its beginning. */
import type { Path } from './path.js';
import { distance, type Point, point } from './plane.js';

/** A place on a path, and the direction there: degrees, clockwise from the x axis. */
export interface PathPlace extends Point {
  readonly angle: number;
}

export interface MeasuredPath {
  readonly length: number;
  /** The place at a distance from the beginning; undefined off the path. */
  at(distance: number): PathPlace | undefined;
}

/** A curve by its four points. */
type Cubic = readonly [Point, Point, Point, Point];

/** A straight piece of a path: where it begins, and the parameters of its curve at both ends. */
interface Piece {
  readonly curve: Cubic;
  readonly start: number;
  readonly length: number;
  readonly from: number;
  readonly to: number;
}

/** Into how many straight pieces a curve is cut. */
const PIECES = 64;

const between = (a: Point, b: Point, t: number): Point => point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);

function curvesOf(path: Path): readonly Cubic[] {
  const curves: Cubic[] = [];
  let start = point(0, 0);
  let current = start;
  const line = (to: Point): void => {
    curves.push([current, between(current, to, 1 / 3), between(current, to, 2 / 3), to]);
    current = to;
  };
  for (const segment of path) {
    switch (segment.kind) {
      case 'move':
        start = segment.to;
        current = start;
        break;
      case 'line':
        line(segment.to);
        break;
      case 'close':
        line(start);
        break;
      case 'quad':
        curves.push([
          current,
          between(current, segment.control, 2 / 3),
          between(segment.to, segment.control, 2 / 3),
          segment.to,
        ]);
        current = segment.to;
        break;
      case 'curve':
        curves.push([current, segment.control1, segment.control2, segment.to]);
        current = segment.to;
        break;
    }
  }
  return curves;
}

/** The place on a curve at a parameter (de Casteljau), and the direction there. */
function placeOn([a, b, c, d]: Cubic, t: number): PathPlace {
  const ab = between(a, b, t);
  const bc = between(b, c, t);
  const cd = between(c, d, t);
  const first = between(ab, bc, t);
  const second = between(bc, cd, t);
  const { x, y } = between(first, second, t);
  return { x, y, angle: (Math.atan2(second.y - first.y, second.x - first.x) * 180) / Math.PI };
}

export function measurePath(path: Path): MeasuredPath {
  const pieces: Piece[] = [];
  let length = 0;
  for (const curve of curvesOf(path)) {
    let last: Point = curve[0];
    for (let i = 1; i <= PIECES; i++) {
      const end = placeOn(curve, i / PIECES);
      const own = distance(last, end);
      if (own > 0) pieces.push({ curve, start: length, length: own, from: (i - 1) / PIECES, to: i / PIECES });
      length += own;
      last = end;
    }
  }
  return {
    length,
    at(along) {
      if (!(along >= 0 && along <= length)) return undefined;
      let low = 0;
      let high = pieces.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((pieces[middle] as Piece).start <= along) low = middle;
        else high = middle - 1;
      }
      const piece = pieces[low];
      if (!piece) return undefined;
      const share = Math.min(1, (along - piece.start) / piece.length);
      return placeOn(piece.curve, piece.from + (piece.to - piece.from) * share);
    },
  };
}
