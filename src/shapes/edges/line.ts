/** The line of a connector: straight, with rounded bends, curved, or interrupted where it jumps over other edges. */

import type { Canvas } from '../../drawing/canvas.js';
import type { Path } from '../../geometry/path.js';
import { type Point, point } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import { cornerRadius, styleStrokeWidth, tracePolygon } from '../general/outline.js';
import type { RoutedPoint } from '../shape.js';
import { curveOf } from './curve.js';

function traceCurve(canvas: Canvas, path: Path): void {
  for (const segment of path) {
    switch (segment.kind) {
      case 'move':
        canvas.moveTo(segment.to.x, segment.to.y);
        break;
      case 'line':
        canvas.lineTo(segment.to.x, segment.to.y);
        break;
      case 'quad':
        canvas.quadTo(segment.control.x, segment.control.y, segment.to.x, segment.to.y);
        break;
      case 'curve': {
        const { control1, control2, to } = segment;
        canvas.curveTo(control1.x, control1.y, control2.x, control2.y, to.x, to.y);
        break;
      }
      case 'close':
        canvas.close();
        break;
    }
  }
}

const JUMP_SIZE = 6;
/** How far an arc's control points stand from the line, in jump sizes. */
const ARC_BULGE = 1.3;

const squaredDistance = (a: Point, b: Point): number => (a.x - b.x) ** 2 + (a.y - b.y) ** 2;

/** Draws the interruption itself, from one side of the crossing to the other; true where the line starts anew. */
function traceJump(canvas: Canvas, jumpStyle: string, from: Point, to: Point, along: Point): boolean {
  const upwards = Math.round(along.x) < 0 || (Math.round(along.x) === 0 && Math.round(along.y) <= 0);
  const side = upwards ? 1 : -1;
  switch (jumpStyle) {
    case 'sharp':
      canvas.lineTo(from.x - along.y * side, from.y + along.x * side);
      canvas.lineTo(to.x - along.y * side, to.y + along.x * side);
      canvas.lineTo(to.x, to.y);
      return false;
    case 'line': {
      canvas.moveTo(from.x + along.y * side, from.y - along.x * side);
      canvas.lineTo(from.x - along.y * side, from.y + along.x * side);
      canvas.moveTo(to.x - along.y * side, to.y + along.x * side);
      canvas.lineTo(to.x + along.y * side, to.y - along.x * side);
      canvas.moveTo(to.x, to.y);
      return false;
    }
    case 'arc': {
      const dx = along.y * side * ARC_BULGE;
      const dy = along.x * side * ARC_BULGE;
      canvas.curveTo(from.x - dx, from.y + dy, to.x - dx, to.y + dy, to.x, to.y);
      return false;
    }
    default:
      canvas.moveTo(to.x, to.y);
      return true;
  }
}

/**
 * Draws the route with its jumps. A crossing too near the bend before or the point after it gets no jump, but stays a
 * point of the line, as in draw.io.
 */
function traceWithJumps(canvas: Canvas, line: readonly Point[], route: readonly RoutedPoint[], style: Style): void {
  const size = (Math.trunc(style.number('jumpSize', JUMP_SIZE)) - 2) / 2 + styleStrokeWidth(style);
  const jumpStyle = style.string('jumpStyle', 'none');
  const radius = cornerRadius(style);
  let pending: Point[] = [];
  let continued = false;
  let lastBend: Point | undefined;
  let along: Point | undefined;
  const flush = (): void => tracePolygon(canvas, pending, { open: true, radius, continued });
  route.forEach((routed, index) => {
    // The ends are the line's own, which the markers have drawn back.
    const ends = index === 0 ? line[0] : index === route.length - 1 ? line[line.length - 1] : undefined;
    const current = ends ?? routed;
    const next = route[index + 1];
    if (!routed.crossing || !lastBend || !next) {
      along = undefined;
      pending.push(current);
      lastBend = current;
      return;
    }
    if (!along) {
      const length = Math.hypot(current.x - lastBend.x, current.y - lastBend.y);
      if (length > 0) {
        along = point(((current.x - lastBend.x) * size) / length, ((current.y - lastBend.y) * size) / length);
      }
    }
    const roomAfter = squaredDistance(next, current) > size * size;
    const roomBefore = squaredDistance(lastBend, current) > size * size;
    if (!along || !roomAfter || !roomBefore) {
      pending.push(current);
      lastBend = current;
      return;
    }
    const from = point(current.x - along.x, current.y - along.y);
    const to = point(current.x + along.x, current.y + along.y);
    pending.push(from);
    flush();
    continued = !traceJump(canvas, jumpStyle, from, to, along);
    pending = [to];
  });
  flush();
}

/** Strokes the line of an edge whose ends the markers have already drawn back. */
export function strokeEdgeLine(
  canvas: Canvas,
  line: readonly Point[],
  style: Style,
  route: readonly RoutedPoint[] | undefined,
): void {
  canvas.begin();
  const curve = curveOf(line, style);
  if (curve) traceCurve(canvas, curve);
  else if (route && route.length > 0) traceWithJumps(canvas, line, route, style);
  else tracePolygon(canvas, line, { open: true, radius: cornerRadius(style) });
  canvas.stroke();
}
