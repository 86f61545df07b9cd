/** Symbols put together from small pieces, each drawn into a box whose top left corner is the origin. */
import type { Canvas } from '../../drawing/canvas.js';
import type { Style } from '../../style/style.js';
import type { Shape } from '../shape.js';
import { framed, type Painting, paint } from './frame.js';
import { fillPath, paintPath, strokePath } from './widgets.js';

/** Draws a symbol into a box of the given size whose top left corner is the origin. */
export type Glyph = (canvas: Canvas, w: number, h: number, style: Style) => void;

export const painted =
  (...outlines: readonly string[]): Glyph =>
  (canvas, w, h) => {
    for (const outline of outlines) paintPath(canvas, outline, w, h);
  };

export const stroked =
  (outline: string): Glyph =>
  (canvas, w, h) =>
    strokePath(canvas, outline, w, h);

export const filled =
  (outline: string): Glyph =>
  (canvas, w, h) =>
    fillPath(canvas, outline, w, h);

/** Symbols drawn one above the other. */
export const layers =
  (...symbols: readonly Glyph[]): Glyph =>
  (canvas, w, h, style) => {
    for (const symbol of symbols) symbol(canvas, w, h, style);
  };

export const ellipse =
  (x: number, y: number, width: number, height: number, painting: Painting = 'both'): Glyph =>
  (canvas, w, h) => {
    canvas.ellipse(w * x, h * y, w * width, h * height);
    paint(canvas, painting);
  };

export const rectangle =
  (x: number, y: number, width: number, height: number, painting: Painting = 'both'): Glyph =>
  (canvas, w, h) => {
    canvas.rect(w * x, h * y, w * width, h * height);
    paint(canvas, painting);
  };

/** What follows is filled in the stroke colour. */
export const inkFill: Glyph = (canvas, _w, _h, style) => canvas.setFillColor(style.color('strokeColor', '#000000'));

/** What follows is stroked some times as thick as the style says. */
export const thickened =
  (times: number): Glyph =>
  (canvas, _w, _h, style) =>
    canvas.setStrokeWidth(style.number('strokeWidth', 1) * times);

export const roundEnds: Glyph = (canvas) => canvas.setLineCap('round');

/** Leaves some pixels free at the sides, or above and below. */
export const inset =
  (x: number, y: number, symbol: Glyph): Glyph =>
  (canvas, w, h, style) => {
    canvas.save();
    canvas.translate(x, y);
    symbol(canvas, w - 2 * x, h - 2 * y, style);
    canvas.restore();
  };

export const glyphShape = (glyph: Glyph): Shape => framed(({ canvas, w, h, style }) => glyph(canvas, w, h, style));
