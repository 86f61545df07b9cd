/** One end of an orthogonal edge: its upright box, its jetty, and the sides that it may use. */
import { bottom, center, type Point, point, type Rect, rect, right, rotatedBounds } from '../geometry/plane.js';
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
function sideAt(box: Rect, p: Point): Side | undefined {
  const on = (a: number, b: number): boolean => Math.abs(a - b) <= SIDE_TOLERANCE;
  if (on(p.y, box.y)) return 'north';
  if (on(p.y, bottom(box))) return 'south';
  if (on(p.x, box.x)) return 'west';
  return on(p.x, right(box)) ? 'east' : undefined;
}

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
  const box = rotatedBounds(roundRectTenth(terminal.box), terminal.style.number('rotation', 0));
  const allowed = allowedSides(terminal, request.style, isSource);
  return { box, jetty, allowed, fixedSide: fixed && sideAt(box, fixed), port: fixed ?? center(box) };
}

/** The end of the jetty, where the first turn may be. */
export function jettyPoint(end: OrthogonalEnd, side: Side | undefined): Point {
  const { box, jetty, port } = end;
  switch (side) {
    case 'west':
      return point(box.x - jetty, port.y);
    case 'east':
      return point(right(box) + jetty, port.y);
    case 'north':
      return point(port.x, box.y - jetty);
    case 'south':
      return point(port.x, bottom(box) + jetty);
    case undefined:
      return point(box.x, box.y);
  }
}
