/** A zigzag line across the box, or a wave where the style rounds it (shape=zigzag). */
import type { Canvas } from '../../drawing/canvas.js';
import type { Shape } from '../shape.js';
import { drawRect, framed } from './frame.js';
import { clamp, isRounded, styleStrokeWidth } from './outline.js';

/** The least way from one peak to the next, px, and the one that a style without size has. */
const LEAST_STEP = 5;
const STEP = 10;
/** Keeps absurdly wide boxes from drawing for ever. */
const MOST_STEPS = 10_000;
/** How far a wave's control points stand from its peaks, in steps. */
const EASE = 0.4;

type Corner = readonly [x: number, y: number];

/** From the middle of the left side over peaks above and below to the middle of the right one. */
function placesOf(w: number, h: number, step: number, inset: number): readonly Corner[] {
  const peaks = clamp(Math.round(w / step), 2, MOST_STEPS);
  const along = w / peaks;
  const tops = Array.from({ length: peaks }, (_, i): Corner => [(i + 0.5) * along, i % 2 === 0 ? inset : h - inset]);
  return [[0, h / 2], ...tops, [w, h / 2]];
}

function traceZigzag(canvas: Canvas, places: readonly Corner[]): void {
  for (const [x, y] of places) canvas.lineTo(x, y);
}

/** Level at the peaks; the first and the last piece leave the middle on their way to one. */
function traceWave(canvas: Canvas, places: readonly Corner[], from: Corner): void {
  let [x, y] = from;
  for (const [index, [toX, toY]] of places.entries()) {
    const along = (toX - x) * EASE;
    const rise = (toY - y) * EASE;
    const leaves = index === 0 ? y + rise : y;
    const arrives = index === places.length - 1 ? toY - rise : toY;
    canvas.curveTo(x + along, leaves, toX - along, arrives, toX, toY);
    [x, y] = [toX, toY];
  }
}

const zigzag: Shape = framed(({ canvas, w, h, style }) => {
  const strokeColor = canvas.strokeColor;
  if (style.has('fillColor')) {
    canvas.setStrokeColor(undefined);
    drawRect(canvas, 0, 0, w, h);
    canvas.setStrokeColor(strokeColor);
  }
  const rounded = isRounded(style);
  // Room for the stroke, and for the points of its mitres.
  const inset = styleStrokeWidth(style) * (rounded ? 0.5 : 1);
  const [from = [0, 0], ...rest] = placesOf(w, h, Math.max(LEAST_STEP, style.number('size', STEP)), inset);
  canvas.begin();
  canvas.moveTo(...from);
  if (rounded) traceWave(canvas, rest, from);
  else traceZigzag(canvas, rest);
  canvas.stroke();
});

export const ZIGZAGS: Readonly<Record<string, Shape>> = { zigzag };
