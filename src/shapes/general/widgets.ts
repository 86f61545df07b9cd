/** Parts that draw.io's mock-up, iOS, Android and Material libraries share: rectangles rounded in part, captions, lists. */
import type { Canvas } from '../../drawing/canvas.js';
import type { ColorKey, NumberKey, TextKey } from '../../style/keys.js';
import type { Style } from '../../style/style.js';
import type { Shape } from '../shape.js';
import { drawPath, framed } from './frame.js';

/** Fills one path given as SVG path data; see tracePath. */
export const fillPath = (canvas: Canvas, data: string, scaleX = 1, scaleY = scaleX): void =>
  drawPath(canvas, data, 'fill', scaleX, scaleY);

/** Strokes one path given as SVG path data; see tracePath. */
export const strokePath = (canvas: Canvas, data: string, scaleX = 1, scaleY = scaleX): void =>
  drawPath(canvas, data, 'stroke', scaleX, scaleY);

/** Fills and strokes one path given as SVG path data; see tracePath. */
export const paintPath = (canvas: Canvas, data: string, scaleX = 1, scaleY = scaleX): void =>
  drawPath(canvas, data, 'both', scaleX, scaleY);

/** A shape that shows nothing of its own: a place for a label. */
export const invisible: Shape = { draw() {} };

/** A shape that fills and strokes one outline, written in fractions of its box. */
export const paintedOutline = (data: string, rest: Omit<Shape, 'draw'> = {}): Shape =>
  framed(({ canvas, w, h }) => paintPath(canvas, data, w, h), rest);

/** A shape that strokes one outline, written in fractions of its box. */
export const strokedOutline = (data: string, rest: Omit<Shape, 'draw'> = {}): Shape =>
  framed(({ canvas, w, h }) => strokePath(canvas, data, w, h), rest);

export type Corner = 'topLeft' | 'topRight' | 'bottomRight' | 'bottomLeft';

const ALL_CORNERS: readonly Corner[] = ['topLeft', 'topRight', 'bottomRight', 'bottomLeft'];

/** The path data of a rectangle whose named corners are quarter circles, clockwise from its top left corner. */
export function roundedData(
  width: number,
  height: number,
  radius: number,
  rounded: readonly Corner[] = ALL_CORNERS,
): string {
  const arc = (x: number, y: number): string => `A${radius} ${radius} 0 0 1 ${x} ${y}`;
  const has = (corner: Corner): boolean => rounded.includes(corner);
  return [
    has('topLeft') ? `M0 ${radius}${arc(radius, 0)}` : 'M0 0',
    has('topRight') ? `L${width - radius} 0${arc(width, radius)}` : `L${width} 0`,
    has('bottomRight') ? `L${width} ${height - radius}${arc(width - radius, height)}` : `L${width} ${height}`,
    has('bottomLeft') ? `L${radius} ${height}${arc(0, height - radius)}` : `L0 ${height}`,
    'Z',
  ].join('');
}

/** A rectangle with quarter circles of the style's `rSize` (default 10 px) at the named corners. */
export const partlyRounded = (rounded: readonly Corner[]): Shape =>
  framed(({ canvas, w, h, style }) =>
    paintPath(canvas, roundedData(w, h, Math.trunc(style.number('rSize', 10)), rounded)),
  );

/** A rectangle with rounded corners of the style's `rSize`, px (default 10). */
export const roundedBySize: Shape = framed(({ canvas, w, h, style }) => {
  const radius = Math.trunc(style.number('rSize', 10));
  canvas.roundrect(0, 0, w, h, radius, radius);
  canvas.fillAndStroke();
});

/** A rectangle set in from the cell's box by the style's rectMargin and rectMarginTop, -Left, -Bottom and -Right, px. */
export const insetRectangle = (radii: number | ((style: Style) => readonly [x: number, y: number])): Shape =>
  framed(({ canvas, w, h, style }) => {
    const margin = style.number('rectMargin', 0);
    const left = margin + style.number('rectMarginLeft', 0);
    const top = margin + style.number('rectMarginTop', 0);
    const width = w - style.number('rectMarginRight', 0) - left - margin;
    const height = h - style.number('rectMarginBottom', 0) - top - margin;
    if (width <= 0 || height <= 0) return;
    const [rx, ry] = typeof radii === 'number' ? [radii, radii] : radii(style);
    canvas.roundrect(left, top, width, height, rx, ry);
    canvas.fillAndStroke();
  });

/** Sets size and colour of the text that a shape draws itself: the style's textSize and textColor. */
export function setCaptionFont(canvas: Canvas, style: Style, size = 17, color = '#666666'): void {
  canvas.setFontSize(style.number('textSize', size));
  canvas.setFontColor(style.color('textColor', color) ?? color);
}

/** How a browser paints the fill that draw.io leaves empty where a shape's own colour is not set. */
export const UNSET_FILL = '#000000';

/** A colour that a style may set, and what it is otherwise. */
export type StyleColor = readonly [key: ColorKey, fallback: string];

/** The colour of a style key; its fallback also where the style says none. */
export const colorOf = (style: Style, [key, fallback]: StyleColor): string => style.color(key, fallback) ?? fallback;

/** Fills what follows with a fade from one colour to another. */
export function setFade(
  canvas: Canvas,
  style: Style,
  from: StyleColor,
  to: StyleColor,
  direction: 'north' | 'south' = 'south',
): void {
  canvas.setGradient(colorOf(style, from), colorOf(style, to), direction);
}

/** The comma-separated items of a style key. */
export const listOf = (style: Style, key: TextKey, fallback: string): readonly string[] =>
  style.string(key, fallback).split(',');

/** A style key in 0…100 as a fraction. */
export const percentage = (style: Style, key: NumberKey, fallback: number): number =>
  Math.max(0, Math.min(100, style.number(key, fallback))) / 100;
