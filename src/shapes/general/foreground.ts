/** What draw.io paints over an outline: the sheen of glass=1, a rectangle's footer, an ellipse's filled centre. */

import type { Canvas } from '../../drawing/canvas.js';
import { point, type Rect, rect } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import { arcRadius, cornerRadius, isRounded, rectangleRadius, styleStrokeWidth, tracePolygon } from './outline.js';

/** Whether the shape has a sheen; draw.io leaves it out where nothing is filled. */
const isGlass = (style: Style): boolean => style.flag('glass') && style.color('fillColor') !== undefined;

/** How far a sheen reaches beyond the outline, so that it covers the stroke's outer half, px. */
const glassOutset = (style: Style): number => Math.ceil(styleStrokeWidth(style) / 2);

/** Fills one path with the white that fades downwards. */
function drawSheen(canvas: Canvas, trace: () => void): void {
  canvas.save();
  canvas.setGradient('#ffffff', '#ffffff', 'south', 0.9, 0.1);
  canvas.begin();
  trace();
  canvas.close();
  canvas.fill();
  canvas.restore();
}

/** Draws the sheen over the upper part of a box, for corners of the given radius. */
export function drawGlass(canvas: Canvas, box: Rect, style: Style, radius: number): void {
  const outset = glassOutset(style);
  const left = box.x - outset;
  const top = box.y - outset;
  const right = box.x + box.width + outset;
  const side = box.y + box.height * 0.4;
  const arc = radius + 2 * outset;
  const rounded = isRounded(style);
  drawSheen(canvas, () => {
    if (rounded) {
      canvas.moveTo(left + arc, top);
      canvas.quadTo(left, top, left, top + arc);
    } else {
      canvas.moveTo(left, top);
    }
    canvas.lineTo(left, side);
    canvas.quadTo(box.x + box.width * 0.5, box.y + box.height * 0.7, right, side);
    if (rounded) {
      canvas.lineTo(right, top + arc);
      canvas.quadTo(right, top, right - arc, top);
    } else {
      canvas.lineTo(right, top);
    }
  });
}

/** The footer's height, px. */
const footerSize = (style: Style): number => Math.max(0, style.number('footerSize', 0));

/** The part of a rectangle's label box that its footer leaves. */
export function footerLabelBox(box: Rect, style: Style): Rect {
  const footer = footerSize(style);
  return footer > 0 ? rect(box.x, box.y, box.width, box.height - Math.min(box.height, footer)) : box;
}

/** A footer's band, `start` being its inner edge and `end` its outer one, with the outline's corners. */
export interface FooterBand {
  readonly breadth: number;
  readonly start: number;
  readonly end: number;
  readonly radius: number;
}

/**
 * Traces a footer in a frame whose axis runs towards it: a band with the outline's rounded outer corners, which it
 * follows from inside where it is lower than they are. `place` maps a point along and across that axis onto the canvas.
 */
export function traceFooter(
  canvas: Canvas,
  { breadth, start, end, radius }: FooterBand,
  place: (along: number, across: number) => readonly [number, number],
): void {
  const reach = Math.min(breadth / 2, radius);
  const size = end - start;
  const move = (along: number, across: number): void => canvas.moveTo(...place(along, across));
  const line = (along: number, across: number): void => canvas.lineTo(...place(along, across));
  const curve = (across: number, toAlong: number, toAcross: number): void =>
    canvas.quadTo(...place(end, across), ...place(toAlong, toAcross));
  if (radius === 0) {
    move(start, 0);
    line(end, 0);
    line(end, breadth);
    line(start, breadth);
  } else if (size >= radius) {
    move(start, 0);
    line(end - radius, 0);
    curve(0, end, reach);
    line(end, breadth - reach);
    curve(breadth, end - radius, breadth);
    line(start, breadth);
  } else {
    // The band begins inside the corners: only the rest of their curves is traced.
    const rest = 1 - Math.sqrt(size / radius);
    move(start, reach * rest * rest);
    curve(reach * rest, end, reach);
    line(end, breadth - reach);
    curve(breadth - reach * rest, start, breadth - reach * rest * rest);
  }
  canvas.close();
}

/** A rectangle's footer (footerSize): a band in the colour of the stroke, or of footerColor. */
function drawFooter(canvas: Canvas, box: Rect, style: Style): void {
  const size = Math.min(box.height, footerSize(style));
  if (size === 0) return;
  const color = style.color('footerColor') ?? style.color('strokeColor');
  if (color === undefined) return;
  // What is drawn after the footer keeps its colours.
  canvas.setFillColor(color);
  canvas.setStrokeColor(color);
  canvas.begin();
  const end = box.y + box.height;
  const radius = rectangleRadius(style, box.width, box.height);
  traceFooter(canvas, { breadth: box.width, start: end - size, end, radius }, (along, across) => [
    box.x + across,
    along,
  ]);
  canvas.fillAndStroke();
}

/** What draw.io paints over a rectangle: its footer, and its sheen over that. */
export function drawRectangleForeground(canvas: Canvas, box: Rect, style: Style): void {
  drawFooter(canvas, box, style);
  if (!isGlass(style)) return;
  const width = styleStrokeWidth(style);
  drawGlass(canvas, box, style, arcRadius(style, box.width + width, box.height + width));
}

/** The disc in the middle of an ellipse (centerRadius), in the colour of the stroke or of centerColor. */
function drawCenter(canvas: Canvas, box: Rect, style: Style): void {
  const radius = Math.min(Math.max(0, style.number('centerRadius', 0)), box.width / 2, box.height / 2);
  const stroke = style.color('strokeColor');
  const color = style.color('centerColor') ?? stroke;
  if (radius === 0 || color === undefined) return;
  canvas.setFillColor(color);
  canvas.ellipse(box.x + box.width / 2 - radius, box.y + box.height / 2 - radius, 2 * radius, 2 * radius);
  if (style.flag('centerStroke') && stroke !== undefined) {
    canvas.setStrokeColor(stroke);
    canvas.fillAndStroke();
  } else canvas.fill();
}

/** The reach of the control points that make four cubic curves a circle of radius 1. */
const CIRCLE_CONTROL = 0.5522847498;

/** What draw.io paints over an ellipse: its centre, and the sheen over its upper half. */
export function drawEllipseForeground(canvas: Canvas, box: Rect, style: Style): void {
  drawCenter(canvas, box, style);
  if (!isGlass(style)) return;
  const outset = glassOutset(style);
  const rx = box.width / 2 + outset;
  const ry = box.height / 2 + outset;
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  drawSheen(canvas, () => {
    canvas.moveTo(cx - rx, cy);
    canvas.curveTo(cx - rx, cy - ry * CIRCLE_CONTROL, cx - rx * CIRCLE_CONTROL, cy - ry, cx, cy - ry);
    canvas.curveTo(cx + rx * CIRCLE_CONTROL, cy - ry, cx + rx, cy - ry * CIRCLE_CONTROL, cx + rx, cy);
    canvas.quadTo(cx, cy + box.height * 0.2, cx - rx, cy);
  });
}

/** The sheen over a rhombus's upper half. */
export function drawRhombusGlass(canvas: Canvas, box: Rect, style: Style): void {
  if (!isGlass(style)) return;
  const middle = box.y + box.height / 2;
  const center = box.x + box.width / 2;
  const corners = [point(box.x, middle), point(center, box.y), point(box.x + box.width, middle)];
  drawSheen(canvas, () => {
    tracePolygon(canvas, corners, { radius: cornerRadius(style), open: true });
    canvas.quadTo(center, box.y + box.height * 0.7, box.x, middle);
  });
}
