/** Edges drawn as a band that follows the route: link, flexArrow and whatever else has a width and block heads. */

import type { Canvas } from '../../drawing/canvas.js';
import { type Point, point } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import { isRounded, styleStrokeWidth } from '../general/outline.js';
import type { EdgeShape } from '../shape.js';
import { boundsAlongLine } from './edgeBounds.js';

/** What the style asks for; every length in px, before the stroke. */
interface Band {
  readonly width: number;
  readonly startHeadWidth: number;
  readonly endHeadWidth: number;
  /** Two parallel lines without ends instead of a closed, filled outline. */
  readonly open: boolean;
  readonly rounded: boolean;
}

type Piece =
  | { readonly kind: 'line'; readonly to: Point }
  | { readonly kind: 'quad'; readonly control: Point; readonly to: Point };

/** How the two sides of the band pass a bend, each in its own direction of travel. */
interface Bend {
  readonly left: readonly Piece[];
  readonly right: readonly Piece[];
}

const line = (to: Point): Piece => ({ kind: 'line', to });

function trace(canvas: Canvas, piece: Piece): void {
  if (piece.kind === 'line') canvas.lineTo(piece.to.x, piece.to.y);
  else canvas.quadTo(piece.control.x, piece.control.y, piece.to.x, piece.to.y);
}

/** The point `along` px ahead of p in the direction u, and `left` px to the left of it (seen along u). */
const offset = (p: Point, u: Point, along: number, left: number): Point =>
  point(p.x + along * u.x + left * u.y, p.y + along * u.y - left * u.x);

function unit(from: Point, to: Point): Point | undefined {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length === 0 ? undefined : point((to.x - from.x) / length, (to.y - from.y) / length);
}

/** Which way a→b→c bends: -1 left, 1 right. Straight on counts as right and straight back as left; 0 is c on a…b. */
function turn(a: Point, b: Point, c: Point): -1 | 0 | 1 {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const cross = (c.x - a.x) * dy - (c.y - a.y) * dx;
  if (cross !== 0) return cross < 0 ? -1 : 1;
  const dot = (c.x - a.x) * dx + (c.y - a.y) * dy;
  if (dot < 0) return -1;
  if (dot === 0) return 0;
  const beyond = (c.x - b.x) * dx + (c.y - b.y) * dy;
  return beyond > 0 ? 1 : 0;
}

interface Corner {
  readonly at: Point;
  /** Directions of the lines before and after it. */
  readonly incoming: Point;
  readonly outgoing: Point;
  readonly side: -1 | 0 | 1;
}

function bendAt({ at: corner, incoming, outgoing, side }: Corner, band: Band, strokeWidth: number): Bend | undefined {
  const bisector = unit(point(0, 0), point(incoming.x + outgoing.x, incoming.y + outgoing.y));
  if (!bisector) return undefined;
  const { width } = band;
  const cosine = incoming.x * outgoing.x + incoming.y * outgoing.y;
  const halfAngle = Math.max(Math.sqrt(Math.max(0, (cosine + 1) / 2)), 0.04);
  const curved = side !== 0 && band.rounded;
  // Sharp bends are blunted, the more so the wider the stroke.
  const sharpness = curved
    ? Math.max(0.1, halfAngle, Math.min(strokeWidth / 200 + 0.04, 0.35))
    : Math.max(halfAngle, 0.06);
  const reach = width / 2 / sharpness;
  const left = offset(corner, bisector, 0, reach);
  const right = offset(corner, bisector, 0, -reach);
  if (!curved) return { left: [line(left)], right: [line(right)] };
  if (side === -1) {
    return {
      left: [
        line(offset(right, incoming, 0, width)),
        { kind: 'quad', control: left, to: offset(right, outgoing, 0, width) },
      ],
      right: [line(right)],
    };
  }
  return {
    left: [line(left)],
    right: [
      line(offset(left, outgoing, 0, -width)),
      { kind: 'quad', control: right, to: offset(left, incoming, 0, -width) },
    ],
  };
}

/** A line's end where a head may be: the point, and the direction in which the line leaves it. */
interface LineEnd {
  readonly at: Point;
  readonly direction: Point;
}

/** The outline of the head that the style asks for, its tip `spacing` px from the end; undefined without one. */
function headOutline(name: 'start' | 'end', { at, direction }: LineEnd, style: Style, band: Band): Point[] | undefined {
  if (band.open || !style.has(`${name}Arrow`)) return undefined;
  const strokeWidth = styleStrokeWidth(style);
  const headWidth = (name === 'start' ? band.startHeadWidth : band.endHeadWidth) + strokeWidth;
  const spacing = strokeWidth / 2;
  const base = spacing + headLength(style, `${name}Size`) + strokeWidth;
  return [
    offset(at, direction, base, -band.width / 2),
    offset(at, direction, base, -headWidth / 2),
    offset(at, direction, spacing, 0),
    offset(at, direction, base, headWidth / 2),
    offset(at, direction, base, band.width / 2),
  ];
}

/** A head's length in px for a size of the style: sizes count three pixels, and default to 6. */
const headLength = (style: Style, key: 'startSize' | 'endSize'): number => style.number(key, 6) * 3;

const reversed = (u: Point): Point => point(-u.x, -u.y);

function drawBand(canvas: Canvas, route: readonly Point[], style: Style, band: Band): void {
  const [first, second] = route;
  const last = route[route.length - 1];
  if (!first || !second || !last) return;
  const startDirection = unit(first, second);
  if (!startDirection) return;
  const strokeWidth = styleStrokeWidth(style);
  const { width, open } = band;
  const spacing = open ? 0 : strokeWidth / 2;

  const { bends, heading, lastDirection } = bendsOf(route, startDirection, band, strokeWidth);
  const startHead = headOutline('start', { at: first, direction: startDirection }, style, band);
  const endHead = headOutline('end', { at: last, direction: reversed(heading) }, style, band);
  const startCap = startHead ?? [
    offset(first, startDirection, spacing, -width / 2),
    offset(first, startDirection, spacing, width / 2),
  ];
  const endCap = endHead ?? [
    offset(last, lastDirection, -spacing, width / 2),
    offset(last, lastDirection, -spacing, -width / 2),
  ];

  canvas.save();
  if (band.rounded) canvas.setLineJoin('round');
  else if (route.length > 2) canvas.setMiterLimit(1.42);
  canvas.begin();
  if (open) traceOpenBand(canvas, startCap, bends, endCap);
  else traceClosedBand(canvas, startCap, bends, endCap);
  if (open) canvas.stroke();
  else canvas.fillAndStroke();
  canvas.restore();

  // Along waypoints the low mitre limit would blunt the heads too, so draw.io draws them once more.
  if (route.length > 2) {
    canvas.save();
    canvas.setMiterLimit(4);
    for (const head of [startHead, endHead]) if (head) strokePoints(canvas, head);
    canvas.restore();
  }
}

/** The bends of a route, the direction after the last of them, and that of its last line. */
function bendsOf(
  route: readonly Point[],
  start: Point,
  band: Band,
  strokeWidth: number,
): { readonly bends: readonly Bend[]; readonly heading: Point; readonly lastDirection: Point } {
  const bends: Bend[] = [];
  let heading = start;
  let lastDirection = start;
  for (let i = 0; i + 2 < route.length; i++) {
    const [a, b, c] = [route[i] as Point, route[i + 1] as Point, route[i + 2] as Point];
    const direction = unit(b, c);
    if (!direction) continue;
    lastDirection = direction;
    const corner: Corner = { at: b, incoming: heading, outgoing: direction, side: turn(a, b, c) };
    const bend = bendAt(corner, band, strokeWidth);
    if (!bend) continue;
    bends.push(bend);
    heading = direction;
  }
  return { bends, heading, lastDirection };
}

function strokePoints(canvas: Canvas, points: readonly Point[]): void {
  canvas.begin();
  tracePoints(canvas, points);
  canvas.stroke();
}

function tracePoints(canvas: Canvas, points: readonly Point[]): void {
  points.forEach(({ x, y }, index) => {
    if (index === 0) canvas.moveTo(x, y);
    else canvas.lineTo(x, y);
  });
}

function traceClosedBand(
  canvas: Canvas,
  startCap: readonly Point[],
  bends: readonly Bend[],
  endCap: readonly Point[],
): void {
  tracePoints(canvas, startCap);
  for (const { left } of bends) for (const piece of left) trace(canvas, piece);
  for (const { x, y } of endCap) canvas.lineTo(x, y);
  for (const { right } of bends.toReversed()) for (const piece of right) trace(canvas, piece);
  canvas.close();
}

function traceOpenBand(
  canvas: Canvas,
  [startRight, startLeft]: readonly Point[],
  bends: readonly Bend[],
  [endLeft, endRight]: readonly Point[],
): void {
  if (!startRight || !startLeft || !endLeft || !endRight) return;
  canvas.moveTo(startLeft.x, startLeft.y);
  for (const { left } of bends) for (const piece of left) trace(canvas, piece);
  canvas.lineTo(endLeft.x, endLeft.y);
  canvas.moveTo(endRight.x, endRight.y);
  for (const { right } of bends.toReversed()) for (const piece of right) trace(canvas, piece);
  canvas.lineTo(startRight.x, startRight.y);
}

/** An edge drawn as a band. */
function bandShape(bandOf: (style: Style) => Band): EdgeShape {
  return {
    draw: (canvas, points, style) => drawBand(canvas, points, style, bandOf(style)),
    boundsFromDrawing: 'always',
    turns: true,
    bounds(points, style) {
      const { width, startHeadWidth, endHeadWidth } = bandOf(style);
      const start = style.has('startArrow') ? startHeadWidth : 0;
      const end = style.has('endArrow') ? endHeadWidth : 0;
      return boundsAlongLine(points, Math.max(width, start, end) / 2 + styleStrokeWidth(style));
    },
  };
}

const bandWidth = (style: Style, fallback: number): number =>
  style.number('width', fallback) + Math.max(0, styleStrokeWidth(style) - 1);

const link = bandShape((style) => ({
  width: bandWidth(style, 4),
  startHeadWidth: 30,
  endHeadWidth: 30,
  open: true,
  rounded: isRounded(style),
}));

const flexArrow = bandShape((style) => {
  const width = bandWidth(style, 10);
  return {
    width,
    startHeadWidth: width + style.number('startWidth', 20),
    endHeadWidth: width + style.number('endWidth', 20),
    open: false,
    rounded: isRounded(style),
  };
});

/** The band with block heads that link and flexArrow are variants of. */
const arrowConnector = bandShape((style) => ({
  width: 10,
  startHeadWidth: 30,
  endHeadWidth: 30,
  open: false,
  rounded: isRounded(style),
}));

export const BANDS: Readonly<Record<string, EdgeShape>> = { link, flexArrow, arrowConnector };
