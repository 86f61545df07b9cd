/** The state of a canvas: colours, line style, font and transform; and the paints made of them. */
import { IDENTITY, type Matrix } from '../geometry/plane.js';
import type { Drawing, Fill, FillPattern, Paint, Stroke } from './scene.js';

/** All that save and restore keep. Lengths are px after the canvas's scale. */
export interface CanvasState {
  transform: Matrix;
  offsetX: number;
  offsetY: number;
  scale: number;
  alpha: number;
  fillAlpha: number;
  strokeAlpha: number;
  fill: Paint | undefined;
  fillPattern: FillPattern | undefined;
  strokeColor: string | undefined;
  strokeWidth: number;
  dashed: boolean;
  dashPattern: readonly number[];
  fixDash: boolean;
  lineCap: Stroke['lineCap'];
  lineJoin: Stroke['lineJoin'];
  miterLimit: number;
  blend: Drawing['blend'];
  fontColor: string;
  fontSize: number;
  fontFamily: string;
  fontStyle: number;
}

/** draw.io's canvas before a shape sets it. */
export const INITIAL_STATE: Readonly<CanvasState> = {
  transform: IDENTITY,
  offsetX: 0,
  offsetY: 0,
  scale: 1,
  alpha: 1,
  fillAlpha: 1,
  strokeAlpha: 1,
  fill: undefined,
  fillPattern: undefined,
  strokeColor: undefined,
  strokeWidth: 1,
  dashed: false,
  dashPattern: [3, 3],
  fixDash: false,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
  blend: undefined,
  fontColor: '#000000',
  fontSize: 11,
  fontFamily: 'Arial,Helvetica',
  fontStyle: 0,
};

/** What a fill paints now; undefined for nothing. */
export function currentFill(s: CanvasState): Fill | undefined {
  if (!s.fill) return undefined;
  const paint: Paint =
    s.fillPattern && s.fill.kind === 'solid'
      ? { kind: 'pattern', pattern: s.fillPattern, color: s.fill.color, strokeWidth: s.strokeWidth }
      : s.fill;
  return { paint, opacity: s.alpha * s.fillAlpha };
}

/** draw.io draws no stroke thinner than this, px: one without width is a hair. */
const LEAST_STROKE = 0.1;

/** What a stroke paints now; undefined for nothing. */
export function currentStroke(s: CanvasState): Stroke | undefined {
  if (s.strokeColor === undefined) return undefined;
  const unit = s.fixDash ? s.scale : s.strokeWidth;
  return {
    color: s.strokeColor,
    opacity: s.alpha * s.strokeAlpha,
    width: Math.max(LEAST_STROKE, s.strokeWidth),
    dash: s.dashed ? s.dashPattern.map((length) => length * unit) : [],
    lineCap: s.lineCap,
    lineJoin: s.lineJoin,
    miterLimit: s.miterLimit,
  };
}
