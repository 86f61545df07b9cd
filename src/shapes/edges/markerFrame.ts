/** What a marker is given and gives back, and the frame in which markers are drawn: the tip, and the line towards it. */

import type { Canvas } from '../../drawing/canvas.js';
import { type Point, point } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';

export interface MarkerRequest {
  /** Where the edge ends. */
  readonly tip: Point;
  /** The unit vector along the line, towards the tip. */
  readonly direction: Point;
  /** startSize or endSize, px. */
  readonly size: number;
  readonly strokeWidth: number;
  readonly filled: boolean;
  readonly atSource: boolean;
  /** The edge's own style. */
  readonly style: Style;
}

export interface PlacedMarker {
  /** Where the line ends, so that it doesn't show through the marker. */
  readonly lineEnd: Point;
  /** Draws with the canvas's stroke; the canvas's fill is the marker's. */
  draw(canvas: Canvas): void;
}

export type Marker = (request: MarkerRequest) => PlacedMarker;

/** A place relative to the tip: back along the line, and across it (positive to the right of the direction of travel). */
export type MarkerPoint = readonly [back: number, across: number];

export type MarkerFrame = (place: MarkerPoint) => Point;

/** A frame whose origin lies `setback` px behind the tip and whose unit is `length` px. */
export function frameAt({ tip, direction }: MarkerRequest, length: number, setback = 0): MarkerFrame {
  return ([back, across]) =>
    point(
      tip.x - direction.x * (setback + back * length) - direction.y * across * length,
      tip.y - direction.y * (setback + back * length) + direction.x * across * length,
    );
}

function tracePoints(canvas: Canvas, frame: MarkerFrame, places: readonly MarkerPoint[]): void {
  places.forEach((place, index) => {
    const { x, y } = frame(place);
    if (index === 0) canvas.moveTo(x, y);
    else canvas.lineTo(x, y);
  });
}

export function tracePolygons(canvas: Canvas, frame: MarkerFrame, polygons: readonly (readonly MarkerPoint[])[]): void {
  canvas.begin();
  for (const places of polygons) {
    tracePoints(canvas, frame, places);
    canvas.close();
  }
}

export function strokeLines(canvas: Canvas, frame: MarkerFrame, lines: readonly (readonly MarkerPoint[])[]): void {
  canvas.begin();
  for (const places of lines) tracePoints(canvas, frame, places);
  canvas.stroke();
}

export function traceCircle(canvas: Canvas, { x, y }: Point, radius: number): void {
  canvas.ellipse(x - radius, y - radius, 2 * radius, 2 * radius);
}

export function finish(canvas: Canvas, filled: boolean): void {
  if (filled) canvas.fillAndStroke();
  else canvas.stroke();
}

/** The unit of length of marks that the line runs through: the marker's size and the stroke, and one pixel. */
export const markLength = ({ size, strokeWidth }: MarkerRequest): number => size + strokeWidth + 1;
