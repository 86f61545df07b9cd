/** The arc of the library "basic", a part of an ellipse's line with markers at its ends. */

import type { Canvas } from '../../../drawing/canvas.js';
import { type Point, point } from '../../../geometry/plane.js';
import { largest } from '../../../primitives/lists.js';
import type { Style } from '../../../style/style.js';
import { drawMarkers, END, type End, markerSize, ownFill, placeMarker, START } from '../../edges/lineEnds.js';
import { framed } from '../../general/frame.js';
import { styleStrokeWidth } from '../../general/outline.js';
import type { Shape } from '../../shape.js';
import { sweepOf } from './basicRings.js';

interface Ellipse {
  readonly middle: Point;
  readonly radiusX: number;
  readonly radiusY: number;
}

/** A direction in turns, clockwise from the top, as an angle. */
const angleOf = (turns: number): number => 2 * Math.PI * turns;

const onEllipse = ({ middle, radiusX, radiusY }: Ellipse, turns: number): Point =>
  point(middle.x + Math.sin(angleOf(turns)) * radiusX, middle.y - Math.cos(angleOf(turns)) * radiusY);

/** The way clockwise along the ellipse. */
const tangent = ({ radiusX, radiusY }: Ellipse, turns: number): Point =>
  point(radiusX * Math.cos(angleOf(turns)), radiusY * Math.sin(angleOf(turns)));

/** How far the ellipse stands off the box, so that markers stay within. */
function markerRoom(style: Style): number {
  const sizes = [START, END].filter((end) => style.has(end.arrow)).map((end) => markerSize(style, end));
  const size = largest(sizes, 0);
  return size > 0 ? (size + styleStrokeWidth(style)) / 2 : 0;
}

function traceArc(canvas: Canvas, ellipse: Ellipse, from: Point, to: Point, large: boolean): void {
  canvas.moveTo(from.x, from.y);
  canvas.arcTo(ellipse.radiusX, ellipse.radiusY, 0, large, true, to.x, to.y);
}

const arc = framed(({ canvas, w, h, style, cell }) => {
  const { start, end, turn } = sweepOf(style);
  const room = markerRoom(style);
  const ellipse: Ellipse = {
    middle: point(w / 2, h / 2),
    radiusX: Math.max(0, w / 2 - room),
    radiusY: Math.max(0, h / 2 - room),
  };
  const report = (name: string): void => cell.reportUnknownMarker?.(name);
  const marked = (which: End, turns: number, way: -1 | 1) => {
    const tip = onEllipse(ellipse, turns);
    const { x, y } = tangent(ellipse, turns);
    const marker = placeMarker(which, tip, point(tip.x - way * x, tip.y - way * y), style, report);
    return { marker, at: marker?.lineEnd ?? tip };
  };
  const [first, last] = [marked(START, start, -1), marked(END, end, 1)];
  canvas.begin();
  const isPlainHalf =
    !first.marker && !last.marker && Math.abs(start - end) % 1 === 0.5 && (start % 1 === 0 || end % 1 === 0);
  if (isPlainHalf) {
    // Two quarters: the ends alone would leave it open which half is meant.
    const quarter = onEllipse(ellipse, start + 0.25);
    traceArc(canvas, ellipse, first.at, quarter, false);
    canvas.arcTo(ellipse.radiusX, ellipse.radiusY, 0, false, true, last.at.x, last.at.y);
  } else {
    traceArc(canvas, ellipse, first.at, last.at, turn > 0.5);
  }
  canvas.stroke();
  drawMarkers(canvas, { start: first.marker, end: last.marker }, ownFill(style));
});

export const BASIC_ARCS: Readonly<Record<string, Shape>> = { 'mxgraph.basic.arc': arc };
