/** Draws the lines of a table's grid again over the filled rows and cells that would hide half of them. */

import type { Canvas } from '../../drawing/canvas.js';
import { type Rect, rect } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import type { GridSides } from '../shape.js';
import { strokeLine, styleStrokeWidth } from './outline.js';

/** Strokes the sides of `box` that are lines of the grid, plain and in the cell's own colour and width. */
export function drawGridSides(canvas: Canvas, box: Rect, style: Style, sides: GridSides | undefined): void {
  const color = style.color('strokeColor');
  if (!sides || color === undefined) return;
  const { x, y, width, height } = box;
  canvas.save();
  canvas.setStrokeColor(color);
  canvas.setStrokeWidth(styleStrokeWidth(style));
  canvas.setDashed(false);
  if (sides.top) strokeLine(canvas, [x, y], [x + width, y]);
  if (sides.bottom) strokeLine(canvas, [x, y + height], [x + width, y + height]);
  if (sides.left) strokeLine(canvas, [x, y], [x, y + height]);
  if (sides.right) strokeLine(canvas, [x + width, y], [x + width, y + height]);
  canvas.restore();
}

/** The part of a box that a title of the given extent fills, at its start. */
export const titleStrip = (box: Rect, horizontal: boolean, extent: number): Rect =>
  horizontal
    ? rect(box.x, box.y, box.width, Math.min(extent, box.height))
    : rect(box.x, box.y, Math.min(extent, box.width), box.height);
