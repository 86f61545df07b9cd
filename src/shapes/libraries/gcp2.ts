/** Google Cloud's service cards and hexagonal icons (library gcp2). */

import { FONT_BOLD } from '../../drawing/canvas.js';
import { rect } from '../../geometry/plane.js';
import { drawEllipse, drawRoundRect, drawStencil, type Frame, framed } from '../general/frame.js';
import type { Shape } from '../shape.js';

/** A card with another one behind it. */
const doubleRect = framed(({ canvas, w, h }) => {
  drawRoundRect(canvas, rect(8, 8, w - 8, h - 8), 1);
  drawRoundRect(canvas, rect(0, 0, w - 8, h - 8), 1);
});

/** One outline behind a hexagonal icon. */
interface Backdrop {
  readonly stencil: string;
  /** Left, top, width and height in fractions of the box. */
  readonly box: readonly [number, number, number, number];
  /** Of the cell's own opacity; unset leaves the opacity as it was. */
  readonly opacity?: number;
  readonly fill?: 'none' | string;
  readonly stroke?: 'none' | 'fillColor';
  /** The stroke's width as a fraction of the icon's size, for stencils that take the style's. */
  readonly strokeWidth?: number;
}

const LARGE = [0.02, 0, 0.96, 1] as const;
const SPIKY = [0.14, 0.01, 0.72, 0.98] as const;
const MIDDLE = [0.13, 0.12, 0.74, 0.76] as const;
const SMALL_SPIKY = [0.21, 0.12, 0.58, 0.76] as const;
const PLATE = [0.12, 0.11, 0.76, 0.78] as const;
const THICK = 0.038;

const BACKDROPS: ReadonlyMap<string, readonly Backdrop[]> = new Map<string, readonly Backdrop[]>([
  ['dynamic', [{ stencil: 'outline_blank_2', box: SMALL_SPIKY, opacity: 0.5, stroke: 'none' }]],
  [
    'multiple',
    [
      { stencil: 'outline_blank_2', box: SMALL_SPIKY, opacity: 0.5, stroke: 'none' },
      { stencil: 'outline_blank_3', box: [0.17, 0.13, 0.66, 0.74], opacity: 0.7, stroke: 'none' },
    ],
  ],
  [
    'shared',
    [
      { stencil: 'outline_blank_1', box: LARGE, opacity: 0.4, fill: 'none', stroke: 'fillColor', strokeWidth: THICK },
      { stencil: 'outline_blank_2', box: SPIKY, opacity: 0.7, strokeWidth: THICK },
      { stencil: 'outline_blank_1', box: MIDDLE, opacity: 1, fill: '#ffffff', strokeWidth: THICK },
    ],
  ],
  [
    'replica',
    [
      { stencil: 'outline_blank_1', box: LARGE, opacity: 0.4, fill: 'none', stroke: 'fillColor', strokeWidth: THICK },
      { stencil: 'outline_blank_1', box: [0.075, 0.06, 0.85, 0.88], opacity: 0.7, strokeWidth: THICK },
      { stencil: 'outline_blank_1', box: MIDDLE, opacity: 1, fill: '#ffffff', strokeWidth: THICK },
    ],
  ],
  [
    'dynamic2',
    [
      { stencil: 'outline_blank_2', box: SPIKY, opacity: 0.5, stroke: 'none' },
      { stencil: 'outline_blank_1', box: MIDDLE, opacity: 1, fill: '#ffffff', stroke: 'fillColor', strokeWidth: 0.01 },
    ],
  ],
  [
    'dynamic3',
    [
      { stencil: 'outline_blank_2', box: SPIKY, stroke: 'none' },
      { stencil: 'outline_blank_1', box: MIDDLE, opacity: 1, fill: '#ffffff', stroke: 'fillColor', strokeWidth: 0.01 },
    ],
  ],
  ['highmem', [{ stencil: 'outline_highmem', box: [0, 0.56, 1, 0.28], opacity: 0.5, stroke: 'none' }]],
  ['highcomp', [{ stencil: 'outline_highcomp', box: [0, 0.16, 1, 0.28], opacity: 0.5, stroke: 'none' }]],
  ['backend', [{ stencil: 'outline_blank_1', box: PLATE, fill: '#FCC64D' }]],
  ['input', [{ stencil: 'outline_blank_1', box: PLATE, fill: '#A5DA40' }]],
]);

function drawBackdrop(frame: Frame, backdrop: Backdrop, opacity: number): void {
  const { canvas, w, h, style } = frame;
  const [x, y, width, height] = backdrop.box;
  if (backdrop.opacity !== undefined) canvas.setAlpha(opacity * backdrop.opacity);
  if (backdrop.stroke !== undefined) {
    canvas.setStrokeColor(backdrop.stroke === 'none' ? undefined : style.color('fillColor', '#ffffff'));
  }
  if (backdrop.fill !== undefined) canvas.setFillColor(backdrop.fill);
  const own =
    backdrop.strokeWidth === undefined
      ? style
      : style.with({ strokeWidth: String(Math.min(w, h) * backdrop.strokeWidth) });
  drawStencil({ ...frame, style: own }, `mxgraph.gcp2.${backdrop.stencil}`, rect(w * x, h * y, w * width, h * height));
}

/** The number of instances in a small disc at the top left. */
function drawCount(frame: Frame, count: number, opacity: number): void {
  const { canvas, w, h, style } = frame;
  canvas.setFillColor('#ffffff');
  canvas.setStrokeColor('#ffffff');
  canvas.setStrokeWidth(Math.min(w, h) * THICK);
  drawEllipse(canvas, w * 0.2, 0, w * 0.18, h * 0.22);
  canvas.setAlpha(opacity * 0.5);
  canvas.setStrokeColor(style.color('fillColor', '#ffffff'));
  drawEllipse(canvas, w * 0.2, 0, w * 0.18, h * 0.22, 'stroke');
  canvas.setAlpha(opacity);
  canvas.setFontColor('#4E6B89');
  canvas.setFontStyle(FONT_BOLD);
  canvas.setFontSize(Math.min(w, h) * 0.1);
  canvas.text(w * 0.29, h * 0.11 + 1, String(count));
}

const hexIcon = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const opacity = style.number('opacity', 100) / 100;
  for (const backdrop of BACKDROPS.get(style.string('prType', '')) ?? []) drawBackdrop(frame, backdrop, opacity);
  canvas.setAlpha(opacity);
  canvas.setFillColor(style.color('fillColor', '#ffffff'));
  canvas.setStrokeColor(undefined);
  const icon = style.string('prIcon', 'compute_engine');
  drawStencil(frame, `mxgraph.gcp2.${icon}`, rect(w * 0.17, h * 0.16, w * 0.66, h * 0.68));
  const count = Math.trunc(style.number('instNum', 0));
  if (count > 0) drawCount(frame, count, opacity);
});

const GCP2_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.gcp2.doubleRect': doubleRect,
  'mxgraph.gcp2.hexIcon': hexIcon,
};

export const gcp2Shapes = (): Readonly<Record<string, Shape>> => GCP2_SHAPES;
