/** One end of a route as the elbow styles see it: a terminal's box, or a box without size where the end is fixed. */
import { centerX, centerY, type Point, point, type Rect, rect } from '../geometry/plane.js';
import type { RouteTerminal } from './router.js';

export interface RouteEnd {
  readonly box: Rect;
  /** Where a route that is free to choose leaves: the centre, shifted by routingCenterX and routingCenterY. */
  readonly center: Point;
}

/** The point of a terminal that automatic routes aim at, shifted from the centre by fractions of the box. */
export const routingCenter = (terminal: RouteTerminal, box: Rect = terminal.box): Point =>
  point(
    centerX(box) + terminal.style.number('routingCenterX', 0) * box.width,
    centerY(box) + terminal.style.number('routingCenterY', 0) * box.height,
  );

/** A fixed point wins over the terminal that it is on. */
export function routeEnd(terminal: RouteTerminal | undefined, fixed: Point | undefined): RouteEnd | undefined {
  if (fixed) return { box: rect(fixed.x, fixed.y, 0, 0), center: fixed };
  return terminal && { box: terminal.box, center: routingCenter(terminal) };
}

/** Whether a point lies in a rectangle or on its border. */
export const contains = (r: Rect, x: number, y: number): boolean => withinWidth(r, x) && withinHeight(r, y);

export const withinWidth = (r: Rect, x: number): boolean => x >= r.x && x <= r.x + r.width;

export const withinHeight = (r: Rect, y: number): boolean => y >= r.y && y <= r.y + r.height;

/** draw.io routes orthogonal edges on coordinates rounded to tenths of a pixel. */
export const roundTenth = (value: number): number => Math.round(value * 10) / 10;

export const roundPointTenth = (p: Point): Point => point(roundTenth(p.x), roundTenth(p.y));

export const roundRectTenth = (r: Rect): Rect =>
  rect(roundTenth(r.x), roundTenth(r.y), roundTenth(r.width), roundTenth(r.height));
