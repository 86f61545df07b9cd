/**
 * One end of an orthogonal edge: its upright box, its jetty, and the sides that it may use. Sums are put together in
 * draw.io's order, since routes depend on whether two of them are equal.
 */
import { center, corners, type Point, point, type Rect, rect, rotatePoint, union } from '../geometry/plane.js';
import type { Style } from '../style/style.js';
import { roundPointTenth, roundRectTenth } from './end.js';
import type { RouteRequest } from './router.js';
import { allowedSides, type Side } from './side.js';

export interface OrthogonalEnd {
  readonly box: Rect;
  /** How far the edge goes straight out before its first turn, px. */
  readonly jetty: number;
  /** Undefined where every side may be used. */
  readonly allowed: ReadonlySet<Side> | undefined;
  /** The side on which a fixed point lies. */
  readonly fixedSide: Side | undefined;
  /** Where the edge meets the box: the fixed point, else the middle of the box. */
  readonly port: Point;
}

const DEFAULT_JETTY = 10;
const DEFAULT_MARKER_SIZE = 6;
/** Px by which a fixed point may miss a side and still count as on it. */
const SIDE_TOLERANCE = 1;

/** jettySize; `auto` is the marker's length and a jetty more, in whole jetties and at least two. */
export function jettySize(style: Style, isSource: boolean): number {
  const value = style.get(isSource ? 'sourceJettySize' : 'targetJettySize') ?? style.get('jettySize');
  if (value !== 'auto') {
    const size = Number.parseFloat(value ?? '');
    return Number.isFinite(size) ? size : DEFAULT_JETTY;
  }
  if (!style.has(isSource ? 'startArrow' : 'endArrow')) return 2 * DEFAULT_JETTY;
  const marker = style.number(isSource ? 'startSize' : 'endSize', DEFAULT_MARKER_SIZE);
  return Math.max(2, Math.ceil((marker + DEFAULT_JETTY) / DEFAULT_JETTY)) * DEFAULT_JETTY;
}

/** In a corner top and bottom win, as in draw.io. */
function sideAt({ x, y, width, height }: Rect, p: Point): Side | undefined {
  const isSmall = (distance: number): boolean => Math.abs(distance) <= SIDE_TOLERANCE;
  if (isSmall(p.y - y)) return 'north';
  if (isSmall(p.y - y - height)) return 'south';
  if (isSmall(p.x - x)) return 'west';
  return isSmall(p.x - x - width) ? 'east' : undefined;
}

/** The upright box around a turned one, put together corner by corner. */
function boxAround(box: Rect, degrees: number): Rect {
  if (degrees === 0) return box;
  const middle = center(box);
  const turned = corners(box).map((corner) => rotatePoint(corner, degrees, middle));
  return turned.map(({ x, y }) => rect(x, y, 0, 0)).reduce(union);
}

/** A fixed point as draw.io reckons with it: by the fractions of the box at which it stands. */
const portAt = ({ x, y, width, height }: Rect, p: Point): Point =>
  point(x + ((p.x - x) / width) * width, y + ((p.y - y) / height) * height);

/** A dangling end is a box of one pixel, met at its corner; undefined where an end is neither fixed nor on a terminal. */
export function orthogonalEnd(request: RouteRequest, isSource: boolean): OrthogonalEnd | undefined {
  const terminal = isSource ? request.source : request.target;
  const given = isSource ? request.sourcePoint : request.targetPoint;
  const fixed = given && roundPointTenth(given);
  const jetty = jettySize(request.style, isSource);
  if (!terminal) {
    if (!fixed) return undefined;
    return { box: rect(fixed.x, fixed.y, 1, 1), jetty, allowed: undefined, fixedSide: undefined, port: fixed };
  }
  const box = boxAround(roundRectTenth(terminal.box), terminal.style.number('rotation', 0));
  const allowed = allowedSides(terminal, request.style, isSource);
  return {
    box,
    jetty,
    allowed,
    fixedSide: fixed && sideAt(box, fixed),
    port: fixed ? portAt(box, fixed) : center(box),
  };
}

/** The end of the jetty, where the first turn may be. */
export function jettyPoint(end: OrthogonalEnd, side: Side | undefined): Point {
  const { box, jetty, port } = end;
  switch (side) {
    case 'west':
      return point(box.x - jetty, port.y);
    case 'east':
      return point(box.x + (box.width + jetty), port.y);
    case 'north':
      return point(port.x, box.y - jetty);
    case 'south':
      return point(port.x, box.y + (box.height + jetty));
    case undefined:
      return point(box.x, box.y);
  }
}
