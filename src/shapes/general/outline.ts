/** Outlines that many shapes share: rectangles, polygons with rounded corners, the label's margins, the glass effect. */

import type { Canvas } from '../../drawing/canvas.js';
import { type Point, point, type Rect } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import type { Shape } from '../shape.js';

export const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

export const isRounded = (style: Style): boolean => style.flag('rounded');

/** The width that the style gives to strokes, px. */
export const styleStrokeWidth = (style: Style): number => style.number('strokeWidth', 1);

/** The radius of a polygon's rounded corners, px; zero without `rounded`. */
export const cornerRadius = (style: Style): number => (isRounded(style) ? style.number('arcSize', 20) / 2 : 0);

/** What a rectangle's corner radius would be if it were rounded: px with absoluteArcSize, else a percentage. */
export function arcRadius(style: Style, width: number, height: number): number {
  if (style.flag('absoluteArcSize')) return Math.min(width / 2, height / 2, style.number('arcSize', 20) / 2);
  const fraction = style.number('arcSize', 15) / 100;
  return Math.min(width * fraction, height * fraction);
}

export const rectangleRadius = (style: Style, width: number, height: number): number =>
  isRounded(style) ? arcRadius(style, width, height) : 0;

/** A length from the style in 0…limit: px with fixedSize, else a fraction of `full`. */
export function sizeOf(
  style: Style,
  full: number,
  defaults: {
    readonly fraction: number;
    readonly fixed: number;
    readonly limit?: number;
    readonly fractionLimit?: number;
  },
): number {
  return style.string('fixedSize', '0') !== '0'
    ? clamp(style.number('size', defaults.fixed), 0, defaults.limit ?? full)
    : full * clamp(style.number('size', defaults.fraction), 0, defaults.fractionLimit ?? 1);
}

export interface PolygonOptions {
  /** Radius of the rounded corners, px; zero for sharp ones. */
  readonly radius?: number;
  readonly open?: boolean;
  /** The indices of corners that stay sharp. */
  readonly sharp?: readonly number[];
  /** Goes on from the canvas's current point with a line, instead of starting a new subpath. */
  readonly continued?: boolean;
}

/** Adds a polygon to the canvas's path, its corners rounded as draw.io does: a quadratic curve cuts each one. */
export function tracePolygon(canvas: Canvas, corners: readonly Point[], options: PolygonOptions = {}): void {
  const { radius = 0, open = false, sharp = [], continued = false } = options;
  const first = corners[0];
  const last = corners[corners.length - 1];
  if (!first || !last) return;
  const rounded = radius > 0;
  // A closed, rounded outline starts in the middle of its last side, so that the first corner can be rounded too.
  const start = rounded && !open ? point((first.x + last.x) / 2, (first.y + last.y) / 2) : first;
  const points = start === first ? corners : [start, ...corners];
  const at = (index: number): Point => points[index % points.length] as Point;
  if (continued) canvas.lineTo(start.x, start.y);
  else canvas.moveTo(start.x, start.y);
  let from = start;
  const end = open ? points.length - 1 : points.length;
  for (let i = 1; i < end; i++) {
    const corner = at(i);
    const reach = Math.hypot(from.x - corner.x, from.y - corner.y);
    if (!rounded || reach === 0 || sharp.includes(i - 1)) {
      canvas.lineTo(corner.x, corner.y);
      from = corner;
      continue;
    }
    const back = Math.min(radius, reach / 2) / reach;
    canvas.lineTo(corner.x + (from.x - corner.x) * back, corner.y + (from.y - corner.y) * back);
    let next = at(i + 1);
    while (i < points.length - 2 && Math.round(next.x - corner.x) === 0 && Math.round(next.y - corner.y) === 0) {
      next = at(i + 2);
      i++;
    }
    const length = Math.max(1, Math.hypot(next.x - corner.x, next.y - corner.y));
    const ahead = Math.min(radius, length / 2) / length;
    from = point(corner.x + (next.x - corner.x) * ahead, corner.y + (next.y - corner.y) * ahead);
    canvas.quadTo(corner.x, corner.y, from.x, from.y);
  }
  if (open) canvas.lineTo(last.x, last.y);
  else canvas.close();
}

/** Draws in the box's own frame: its top left corner is the origin. The canvas's state is put back afterwards. */
export function drawInBox(canvas: Canvas, box: Rect, draw: (width: number, height: number) => void): void {
  canvas.save();
  canvas.translate(box.x, box.y);
  draw(box.width, box.height);
  canvas.restore();
}

/** Strokes an open line through the points. */
export function strokeLine(canvas: Canvas, ...points: readonly (readonly [number, number])[]): void {
  canvas.begin();
  points.forEach(([x, y], index) => {
    if (index === 0) canvas.moveTo(x, y);
    else canvas.lineTo(x, y);
  });
  canvas.stroke();
}

/** Fills and strokes a rectangle, rounded if the style says so. */
export function drawRectangle(canvas: Canvas, box: Rect, style: Style): void {
  const radius = rectangleRadius(style, box.width, box.height);
  canvas.roundrect(box.x, box.y, box.width, box.height, radius, radius);
  canvas.fillAndStroke();
}

/** Draws one filled and stroked path, traced in the box's own frame. */
export const filledPath = (
  trace: (canvas: Canvas, width: number, height: number, style: Style) => void,
  rest: Omit<Shape, 'draw'> = {},
): Shape => ({
  ...rest,
  draw(canvas, box, style) {
    drawInBox(canvas, box, (width, height) => {
      canvas.begin();
      trace(canvas, width, height, style);
      canvas.fillAndStroke();
    });
  },
});

/** A filled and stroked polygon whose corners are given in the box's own frame; style rounded=1 rounds them. */
export const polygon = (
  corners: (width: number, height: number, style: Style) => readonly (readonly [number, number])[],
  rest: Omit<Shape, 'draw'> & { readonly sharp?: readonly number[] } = {},
): Shape => {
  const { sharp, ...shape } = rest;
  return filledPath((canvas, width, height, style) => {
    const points = corners(width, height, style).map(([x, y]) => point(x, y));
    tracePolygon(canvas, points, { radius: cornerRadius(style), sharp });
  }, shape);
};
