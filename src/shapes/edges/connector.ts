/** Edges drawn as a line with markers at its ends: connector, wire, filledEdge and pipe. */

import type { Canvas } from '../../drawing/canvas.js';
import type { Point, Rect } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import { styleStrokeWidth } from '../general/outline.js';
import type { EdgeDrawing, EdgeShape } from '../shape.js';
import { boundsAlongLine } from './edgeBounds.js';
import { strokeEdgeLine } from './line.js';
import { drawMarkers, END, type LineEnds, markerSize, ownFill, placeMarker, START } from './lineEnds.js';

interface MarkedLine extends LineEnds {
  readonly line: readonly Point[];
}

/** Draws the ends of a line back to make room for its markers: the start first, and the end from what that left. */
function placeMarkers(
  points: readonly Point[],
  style: Style,
  reportUnknown: (name: string) => void,
): MarkedLine | undefined {
  const line = [...points];
  const last = line.length - 1;
  if (last < 1) return undefined;
  const start = placeMarker(START, line[0] as Point, line[1] as Point, style, reportUnknown);
  if (start) line[0] = start.lineEnd;
  const end = placeMarker(END, line[last] as Point, line[last - 1] as Point, style, reportUnknown);
  if (end) line[last] = end.lineEnd;
  return { line, start, end };
}

function drawConnector(canvas: Canvas, points: readonly Point[], style: Style, edge: EdgeDrawing): void {
  const marked = placeMarkers(points, style, edge.reportUnknownMarker);
  if (!marked) return;
  strokeEdgeLine(canvas, marked.line, style, edge.jumps);
  drawMarkers(canvas, marked, ownFill(style));
}

/** How far draw.io lets the markers reach from the line; the end's size counts one pixel more than the start's. */
function markerReach(style: Style): number {
  const start = style.has(START.arrow) ? markerSize(style, START) + 1 : 0;
  return style.has(END.arrow) ? Math.max(start, markerSize(style, END)) + 1 : start;
}

/** The bounds of every edge that is a line with markers. */
const connectorBounds = (points: readonly Point[], style: Style): Rect => boundsAlongLine(points, markerReach(style));

const LINE_BOUNDS = { bounds: connectorBounds, boundsFromDrawing: 'curved' } as const;

const connector: EdgeShape = { ...LINE_BOUNDS, draw: drawConnector };

/** A solid line with a dashed one in the fill colour over it. */
const wire: EdgeShape = {
  ...LINE_BOUNDS,
  draw(canvas, points, style, edge) {
    const marked = placeMarkers(points, style, edge.reportUnknownMarker);
    if (!marked) return;
    canvas.save();
    canvas.setDashed(false);
    strokeEdgeLine(canvas, marked.line, style, edge.jumps);
    canvas.setDashed(style.flag('dashed'));
    canvas.setStrokeColor(style.color('fillColor'));
    strokeEdgeLine(canvas, marked.line, style, edge.jumps);
    canvas.restore();
    drawMarkers(canvas, marked, () => style.color('strokeColor'));
  },
};

/** Strokes thinner than this have no inside to fill. */
const FILLED_EDGE_MINIMUM = 3;
const PIPE_WIDTH = 4;

/** A connector with the fill colour drawn inside its stroke. */
const filledEdge: EdgeShape = {
  ...LINE_BOUNDS,
  draw(canvas, points, style, edge) {
    drawConnector(canvas, points, style, edge);
    const strokeWidth = styleStrokeWidth(style);
    if (strokeWidth >= FILLED_EDGE_MINIMUM) drawFilling(canvas, points, style, edge, strokeWidth - 2);
  },
};

/** The connector once more, in the fill colour. */
function drawFilling(
  canvas: Canvas,
  points: readonly Point[],
  style: Style,
  edge: EdgeDrawing,
  strokeWidth: number,
): void {
  const fillColor = style.color('fillColor');
  if (fillColor === undefined) return;
  canvas.save();
  canvas.setStrokeColor(fillColor);
  canvas.setStrokeWidth(strokeWidth);
  drawConnector(canvas, points, style, edge);
  canvas.restore();
}

/** A line as wide as the style says between walls of the stroke's width, which dashes don't interrupt. */
const pipe: EdgeShape = {
  ...LINE_BOUNDS,
  // The first path is the walls: draw.io moves the next one, a marker where there is one.
  flowPath: 1,
  draw(canvas, points, style, edge) {
    const width = Math.max(0, style.number('width', PIPE_WIDTH));
    canvas.save();
    canvas.setStrokeWidth(width + 2 * styleStrokeWidth(style));
    canvas.setDashed(false);
    drawConnector(canvas, points, style, edge);
    canvas.restore();
    drawFilling(canvas, points, style, edge, width);
  },
};

export const CONNECTORS: Readonly<Record<string, EdgeShape>> = { connector, wire, filledEdge, pipe };
