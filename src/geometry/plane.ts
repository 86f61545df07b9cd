/** Points, rectangles and affine matrices of the page plane: y points down, lengths are in CSS pixels. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An affine map in SVG's order: x' = a x + c y + e, y' = b x + d y + f. */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export const IDENTITY: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

export const point = (x: number, y: number): Point => ({ x, y });

export const rect = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height });

export const centerX = (r: Rect): number => r.x + r.width / 2;

export const centerY = (r: Rect): number => r.y + r.height / 2;

export const center = (r: Rect): Point => point(centerX(r), centerY(r));

/** A box that is at least so wide, about the same middle. */
export function widened(box: Rect, width: number): Rect {
  const more = Math.max(0, width - box.width);
  return rect(box.x - more / 2, box.y, box.width + more, box.height);
}

export const right = (r: Rect): number => r.x + r.width;

export const bottom = (r: Rect): number => r.y + r.height;

/** Grows (or, if negative, shrinks) a rectangle by `amount` on every side. */
export const grow = (r: Rect, amount: number): Rect =>
  rect(r.x - amount, r.y - amount, r.width + 2 * amount, r.height + 2 * amount);

/** Swaps width and height about the rectangle's own centre. */
export const turnQuarter = (r: Rect): Rect =>
  rect(r.x + (r.width - r.height) / 2, r.y + (r.height - r.width) / 2, r.height, r.width);

export function union(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return rect(x, y, Math.max(right(a), right(b)) - x, Math.max(bottom(a), bottom(b)) - y);
}

/** What two rectangles share; without width or height where they share nothing. */
export function intersection(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return rect(x, y, Math.max(0, Math.min(right(a), right(b)) - x), Math.max(0, Math.min(bottom(a), bottom(b)) - y));
}

export function boundsOfPoints(points: readonly Point[]): Rect | undefined {
  const bounds = new PointBounds();
  for (const each of points) bounds.add(each);
  return bounds.rect();
}

/** Bounds that grow with each point. */
export class PointBounds {
  #left = Number.POSITIVE_INFINITY;
  #top = Number.POSITIVE_INFINITY;
  #right = Number.NEGATIVE_INFINITY;
  #bottom = Number.NEGATIVE_INFINITY;
  #isEmpty = true;

  add({ x, y }: Point): void {
    this.#isEmpty = false;
    this.#left = Math.min(this.#left, x);
    this.#top = Math.min(this.#top, y);
    this.#right = Math.max(this.#right, x);
    this.#bottom = Math.max(this.#bottom, y);
  }

  /** undefined without points. */
  rect(): Rect | undefined {
    if (this.#isEmpty) return undefined;
    return rect(this.#left, this.#top, this.#right - this.#left, this.#bottom - this.#top);
  }
}

export const corners = (r: Rect): readonly [Point, Point, Point, Point] => [
  point(r.x, r.y),
  point(right(r), r.y),
  point(right(r), bottom(r)),
  point(r.x, bottom(r)),
];

export const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

export const toRadians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Turns a point clockwise by quarters, without the residues that sines and cosines leave. */
export function turnPoint(p: Point, quarters: number, about: Point): Point {
  const x = p.x - about.x;
  const y = p.y - about.y;
  switch (((quarters % 4) + 4) % 4) {
    case 1:
      return point(about.x - y, about.y + x);
    case 2:
      return point(about.x - x, about.y - y);
    case 3:
      return point(about.x + y, about.y - x);
    default:
      return p;
  }
}

/** Rotates a point clockwise (as seen on the page) about `about`. */
export function rotatePoint(p: Point, degrees: number, about: Point): Point {
  if (degrees === 0) return p;
  const cos = Math.cos(toRadians(degrees));
  const sin = Math.sin(toRadians(degrees));
  const x = p.x - about.x;
  const y = p.y - about.y;
  return point(about.x + (x * cos - y * sin), about.y + (y * cos + x * sin));
}

/** The upright bounding box of a rectangle rotated about its centre (or about `about`). */
export function rotatedBounds(r: Rect, degrees: number, about: Point = center(r)): Rect {
  if (degrees === 0) return r;
  return boundsOfPoints(corners(r).map((p) => rotatePoint(p, degrees, about))) as Rect;
}

/** The matrix that applies `inner` first and `outer` after it (SVG writes "outer inner"). */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => ({
  a: outer.a * inner.a + outer.c * inner.b,
  b: outer.b * inner.a + outer.d * inner.b,
  c: outer.a * inner.c + outer.c * inner.d,
  d: outer.b * inner.c + outer.d * inner.d,
  e: outer.a * inner.e + outer.c * inner.f + outer.e,
  f: outer.b * inner.e + outer.d * inner.f + outer.f,
});

export const translation = (x: number, y: number): Matrix => ({ a: 1, b: 0, c: 0, d: 1, e: x, f: y });

export const scaling = (x: number, y: number): Matrix => ({ a: x, b: 0, c: 0, d: y, e: 0, f: 0 });

export function rotation(degrees: number, about: Point = point(0, 0)): Matrix {
  const cos = Math.cos(toRadians(degrees));
  const sin = Math.sin(toRadians(degrees));
  return {
    a: cos,
    b: sin,
    c: -sin,
    d: cos,
    e: about.x - cos * about.x + sin * about.y,
    f: about.y - sin * about.x - cos * about.y,
  };
}

export const transformPoint = (m: Matrix, p: Point): Point =>
  point(m.a * p.x + m.c * p.y + m.e, m.b * p.x + m.d * p.y + m.f);

export const transformRect = (m: Matrix, r: Rect): Rect =>
  boundsOfPoints(corners(r).map((p) => transformPoint(m, p))) as Rect;

/** What undoes a matrix; undefined for one that makes lines or points of areas. */
export function inverted({ a, b, c, d, e, f }: Matrix): Matrix | undefined {
  const determinant = a * d - b * c;
  if (!Number.isFinite(1 / determinant)) return undefined;
  return {
    a: d / determinant,
    b: -b / determinant,
    c: -c / determinant,
    d: a / determinant,
    e: (c * f - d * e) / determinant,
    f: (b * e - a * f) / determinant,
  };
}

export const isIdentity = (m: Matrix): boolean =>
  m.a === 1 && m.b === 0 && m.c === 0 && m.d === 1 && m.e === 0 && m.f === 0;
