/** Outlines made of lines and Bézier curves: the segment type, arcs turned into curves, and exact bounds. */
import { formatNumber } from './numbers.js';
import { type Point, PointBounds, point, type Rect } from './plane.js';

export type Segment =
  | { readonly kind: 'move'; readonly to: Point }
  | { readonly kind: 'line'; readonly to: Point }
  | { readonly kind: 'quad'; readonly control: Point; readonly to: Point }
  | { readonly kind: 'curve'; readonly control1: Point; readonly control2: Point; readonly to: Point }
  | { readonly kind: 'close' };

export type Path = readonly Segment[];

export interface ArcRequest {
  readonly from: Point;
  readonly radiusX: number;
  readonly radiusY: number;
  /** Rotation of the ellipse's x axis, degrees. */
  readonly rotationDegrees: number;
  readonly largeArc: boolean;
  readonly sweep: boolean;
  readonly to: Point;
}

/**
 * Cubic curves along an elliptical arc, by SVG 1.1's implementation notes (F.6.5, F.6.6): radii too small for the
 * chord are scaled up; a zero radius gives a straight line; equal end points give nothing.
 */
export function arcToCurves(arc: ArcRequest): Segment[] {
  const { from, to } = arc;
  if (from.x === to.x && from.y === to.y) return [];
  let rx = Math.abs(arc.radiusX);
  let ry = Math.abs(arc.radiusY);
  if (rx === 0 || ry === 0) return [{ kind: 'line', to }];
  const phi = (arc.rotationDegrees * Math.PI) / 180;
  const cosPhi = Math.cos(phi);
  const sinPhi = Math.sin(phi);
  const halfX = (from.x - to.x) / 2;
  const halfY = (from.y - to.y) / 2;
  const x1 = cosPhi * halfX + sinPhi * halfY;
  const y1 = -sinPhi * halfX + cosPhi * halfY;
  const excess = (x1 * x1) / (rx * rx) + (y1 * y1) / (ry * ry);
  if (excess > 1) {
    rx *= Math.sqrt(excess);
    ry *= Math.sqrt(excess);
  }
  const denominator = rx * rx * y1 * y1 + ry * ry * x1 * x1;
  const root = Math.sqrt(Math.max(0, (rx * rx * ry * ry - denominator) / denominator));
  const factor = arc.largeArc === arc.sweep ? -root : root;
  const cx1 = (factor * rx * y1) / ry;
  const cy1 = (-factor * ry * x1) / rx;
  const cx = cosPhi * cx1 - sinPhi * cy1 + (from.x + to.x) / 2;
  const cy = sinPhi * cx1 + cosPhi * cy1 + (from.y + to.y) / 2;
  const startAngle = Math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx);
  const endAngle = Math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx);
  let delta = endAngle - startAngle;
  if (arc.sweep && delta < 0) delta += 2 * Math.PI;
  if (!arc.sweep && delta > 0) delta -= 2 * Math.PI;
  const pieces = Math.max(1, Math.ceil(Math.abs(delta) / (Math.PI / 2) - 1e-9));
  const step = delta / pieces;
  const handle = (4 / 3) * Math.tan(step / 4);
  const onPage = (x: number, y: number): Point =>
    point(cx + cosPhi * rx * x - sinPhi * ry * y, cy + sinPhi * rx * x + cosPhi * ry * y);
  const curves: Segment[] = [];
  for (let i = 0; i < pieces; i++) {
    const a = startAngle + i * step;
    const b = a + step;
    curves.push({
      kind: 'curve',
      control1: onPage(Math.cos(a) - handle * Math.sin(a), Math.sin(a) + handle * Math.cos(a)),
      control2: onPage(Math.cos(b) + handle * Math.sin(b), Math.sin(b) - handle * Math.cos(b)),
      to: i === pieces - 1 ? to : onPage(Math.cos(b), Math.sin(b)),
    });
  }
  return curves;
}

/**
 * Whether draw.io draws nothing of an arc: its radii are as long as the chord needs them, but rounding leaves a root of
 * less than zero. The order of the operations decides.
 */
export function isLostArc({ from, to, radiusX, radiusY, rotationDegrees }: ArcRequest): boolean {
  const halfX = (from.x - to.x) / 2;
  const halfY = (from.y - to.y) / 2;
  const cos = Math.cos((rotationDegrees * Math.PI) / 180);
  const sin = Math.sin((rotationDegrees * Math.PI) / 180);
  const along = cos * halfX + sin * halfY;
  const across = cos * halfY - sin * halfX;
  const [rx, ry] = [radiusX * radiusX, radiusY * radiusY];
  const [alongSquared, acrossSquared] = [along * along, across * across];
  return alongSquared / rx + acrossSquared / ry <= 1 && rx * ry - rx * acrossSquared - ry * alongSquared < 0;
}

/** The parameters in (0, 1) where one coordinate of a cubic Bézier curve turns. */
function turningPoints(p0: number, p1: number, p2: number, p3: number): number[] {
  const a = -p0 + 3 * p1 - 3 * p2 + p3;
  const b = 2 * (p0 - 2 * p1 + p2);
  const c = p1 - p0;
  const roots: number[] = [];
  if (Math.abs(a) < 1e-12) {
    if (Math.abs(b) > 1e-12) roots.push(-c / b);
  } else {
    const discriminant = b * b - 4 * a * c;
    if (discriminant >= 0) {
      const s = Math.sqrt(discriminant);
      roots.push((-b + s) / (2 * a), (-b - s) / (2 * a));
    }
  }
  return roots.filter((t) => t > 0 && t < 1);
}

const cubicAt = (p0: Point, p1: Point, p2: Point, p3: Point, t: number): Point => {
  const u = 1 - t;
  const w0 = u * u * u;
  const w1 = 3 * u * u * t;
  const w2 = 3 * u * t * t;
  const w3 = t * t * t;
  return point(w0 * p0.x + w1 * p1.x + w2 * p2.x + w3 * p3.x, w0 * p0.y + w1 * p1.y + w2 * p2.y + w3 * p3.y);
};

/** A path with each of its points moved. */
export const mapPath = (path: Path, move: (p: Point) => Point): Path =>
  path.map((segment): Segment => {
    switch (segment.kind) {
      case 'close':
        return segment;
      case 'quad':
        return { kind: 'quad', control: move(segment.control), to: move(segment.to) };
      case 'curve':
        return {
          kind: 'curve',
          control1: move(segment.control1),
          control2: move(segment.control2),
          to: move(segment.to),
        };
      default:
        return { kind: segment.kind, to: move(segment.to) };
    }
  });

/** The exact bounds of a path's geometry (no stroke), as SVG's getBBox gives it; undefined for an empty path. */
export function pathBounds(path: Path): Rect | undefined {
  const bounds = new PointBounds();
  let current = point(0, 0);
  let start = current;
  for (const segment of path) {
    switch (segment.kind) {
      case 'move':
        start = segment.to;
        current = segment.to;
        bounds.add(current);
        break;
      case 'line':
        current = segment.to;
        bounds.add(current);
        break;
      case 'quad':
      case 'curve': {
        const p0 = current;
        const p3 = segment.to;
        const [p1, p2] =
          segment.kind === 'curve'
            ? [segment.control1, segment.control2]
            : [
                point(p0.x + (2 / 3) * (segment.control.x - p0.x), p0.y + (2 / 3) * (segment.control.y - p0.y)),
                point(p3.x + (2 / 3) * (segment.control.x - p3.x), p3.y + (2 / 3) * (segment.control.y - p3.y)),
              ];
        bounds.add(p3);
        for (const t of turningPoints(p0.x, p1.x, p2.x, p3.x)) bounds.add(cubicAt(p0, p1, p2, p3, t));
        for (const t of turningPoints(p0.y, p1.y, p2.y, p3.y)) bounds.add(cubicAt(p0, p1, p2, p3, t));
        current = p3;
        break;
      }
      case 'close':
        current = start;
        break;
    }
  }
  return bounds.rect();
}

const at = ({ x, y }: Point): string => `${formatNumber(x)} ${formatNumber(y)}`;

function segmentData(segment: Segment): string {
  switch (segment.kind) {
    case 'move':
      return `M ${at(segment.to)}`;
    case 'line':
      return `L ${at(segment.to)}`;
    case 'quad':
      return `Q ${at(segment.control)} ${at(segment.to)}`;
    case 'curve':
      return `C ${at(segment.control1)} ${at(segment.control2)} ${at(segment.to)}`;
    case 'close':
      return 'Z';
  }
}

/** SVG path data in absolute commands, two decimals. */
export function pathData(path: Path): string {
  let data = '';
  for (const segment of path) data += data === '' ? segmentData(segment) : ` ${segmentData(segment)}`;
  return data;
}
