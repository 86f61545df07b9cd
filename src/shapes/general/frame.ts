/** Paths as data: SVG path text, in pixels or in fractions of a box, traced and painted on a canvas. */

import type { Canvas } from '../../drawing/canvas.js';
import type { GradientDirection } from '../../drawing/scene.js';
import { type Rect, turnQuarter } from '../../geometry/plane.js';
import { lookupTable } from '../../primitives/lookupTable.js';
import type { TextKey } from '../../style/keys.js';
import type { Style } from '../../style/style.js';
import type { Shape, ShapeCell } from '../shape.js';
import { isVertical } from './labelMargins.js';
import { drawInBox } from './outline.js';

export type Painting = 'fill' | 'stroke' | 'both';

const TOKEN = /[MLHVQCAZ]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g;

/**
 * Adds path data to the canvas's path: SVG's absolute commands M, L, H, V, Q, C, A and Z. Coordinates and radii are
 * multiplied by the scales, so fractions of a box may be written. A coordinate after M or L may be followed by more.
 * parsePathData of geometry reads what others wrote, and turns arcs as SVG has them; this is for the data of shapes, whose
 * arcs are the canvas's: draw.io draws nothing of some that SVG draws.
 */
export function tracePath(canvas: Canvas, data: string, scaleX = 1, scaleY = scaleX): void {
  const tokens = data.match(TOKEN) ?? [];
  let at = 0;
  let x = 0;
  let y = 0;
  const next = (): number => Number(tokens[at++]);
  const nextX = (): number => next() * scaleX;
  const nextY = (): number => next() * scaleY;
  const end = (): void => {
    x = nextX();
    y = nextY();
  };
  let command = 'M';
  while (at < tokens.length) {
    const token = tokens[at] as string;
    if (token >= 'A' && token <= 'Z') {
      command = token;
      at++;
    } else if (command === 'M') command = 'L';
    switch (command) {
      case 'M':
        end();
        canvas.moveTo(x, y);
        break;
      case 'L':
        end();
        canvas.lineTo(x, y);
        break;
      case 'H':
        x = nextX();
        canvas.lineTo(x, y);
        break;
      case 'V':
        y = nextY();
        canvas.lineTo(x, y);
        break;
      case 'Q': {
        const [cx, cy] = [nextX(), nextY()];
        end();
        canvas.quadTo(cx, cy, x, y);
        break;
      }
      case 'C': {
        const [x1, y1, x2, y2] = [nextX(), nextY(), nextX(), nextY()];
        end();
        canvas.curveTo(x1, y1, x2, y2, x, y);
        break;
      }
      case 'A': {
        const [rx, ry, turn, large, sweep] = [nextX(), nextY(), next(), next() === 1, next() === 1];
        end();
        canvas.arcTo(rx, ry, turn, large, sweep, x, y);
        break;
      }
      case 'Z':
        canvas.close();
        break;
    }
  }
}

export function paint(canvas: Canvas, painting: Painting): void {
  if (painting === 'fill') canvas.fill();
  else if (painting === 'stroke') canvas.stroke();
  else canvas.fillAndStroke();
}

/** Paints one path given as SVG path data; see tracePath. */
export function drawPath(canvas: Canvas, data: string, painting: Painting = 'both', scaleX = 1, scaleY = scaleX): void {
  canvas.begin();
  tracePath(canvas, data, scaleX, scaleY);
  paint(canvas, painting);
}

export function drawEllipse(
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  height: number,
  painting: Painting = 'both',
): void {
  canvas.ellipse(x, y, width, height);
  paint(canvas, painting);
}

export function drawRect(
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  height: number,
  painting: Painting = 'both',
): void {
  canvas.rect(x, y, width, height);
  paint(canvas, painting);
}

export function drawRoundRect(canvas: Canvas, box: Rect, radius: number, painting: Painting = 'both'): void {
  canvas.roundrect(box.x, box.y, box.width, box.height, radius, radius);
  paint(canvas, painting);
}

/** What a shape draws in the frame whose origin is its box's top left corner. */
export interface Frame {
  readonly canvas: Canvas;
  readonly w: number;
  readonly h: number;
  readonly style: Style;
  readonly cell: ShapeCell;
}

const DIRECTIONS = lookupTable<GradientDirection>({
  north: 'north',
  south: 'south',
  east: 'east',
  west: 'west',
  radial: 'radial',
});

/** Fills what follows with one colour, or with a gradient to another in the direction that a style key names. */
export function setFill(
  { canvas, style }: Frame,
  from: string | undefined,
  to: string | undefined,
  directionKey: TextKey = 'gradientDirection',
): void {
  if (from === undefined || to === undefined) canvas.setFillColor(from);
  else canvas.setGradient(from, to, DIRECTIONS[style.string(directionKey, 'south')] ?? 'south');
}

/** A shape drawn in its box's own frame. */
export const framed = (draw: (frame: Frame) => void, rest: Omit<Shape, 'draw'> = {}): Shape => ({
  ...rest,
  draw(canvas, box, style, cell) {
    drawInBox(canvas, box, (w, h) => draw({ canvas, w, h, style, cell }));
  },
});

/** A shape of one filled and stroked path; the data is in pixels of the box's own frame. */
export const pathShape = (
  data: (w: number, h: number, style: Style) => string,
  rest: Omit<Shape, 'draw'> = {},
): Shape => framed(({ canvas, w, h, style }) => drawPath(canvas, data(w, h, style)), rest);

/** Draws a stencil by name into a part of the frame; nothing if there is no such stencil. */
export function drawStencil(frame: Frame, name: string, part: Rect): boolean {
  const stencil = frame.cell.stencil?.(name);
  if (!stencil) return false;
  // A stencil that catches clicks draws a box without a stroke first, and goes on with the cell's own.
  if (frame.style.get('pointerEvents') === '1') frame.canvas.setStrokeColor(frame.style.color('strokeColor'));
  // Stencils turn their box for a vertical direction by themselves, although that of the shape has been turned.
  stencil.draw(frame.canvas, isVertical(frame.style) ? turnQuarter(part) : part, frame.style, frame.cell);
  return true;
}
