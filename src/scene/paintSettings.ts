/** What a cell's style says of paint, set on the canvas before its shape draws. */
import type { Canvas } from '../drawing/canvas.js';
import { handDrawing } from '../drawing/handDrawing.js';
import type { FillPattern, GradientDirection, Stroke } from '../drawing/scene.js';
import { lookupTable } from '../primitives/lookupTable.js';
import type { Style } from '../style/style.js';

const LINE_CAPS = lookupTable<Stroke['lineCap']>({ flat: 'butt', round: 'round', square: 'square' });

/** Sets the canvas to a cell's opacity, colours, dashes and line style before its shape draws. */
export function configureCanvas(canvas: Canvas, style: Style): void {
  canvas.setAlpha(style.number('opacity', 100) / 100);
  canvas.setFillAlpha(style.number('fillOpacity', 100) / 100);
  canvas.setStrokeAlpha(style.number('strokeOpacity', 100) / 100);
  canvas.setDashed(style.flag('dashed'), style.flag('fixDash'));
  const pattern = dashPattern(style);
  if (pattern) canvas.setDashPattern(pattern);
  // Freehand lines are filled outlines in the colour of the line.
  const fill = style.color(style.flag('lineShape') ? 'strokeColor' : 'fillColor');
  const gradient = style.color('gradientColor');
  if (fill !== undefined && gradient !== undefined) {
    canvas.setGradient(fill, gradient, gradientDirection(style));
  } else {
    canvas.setFillColor(fill);
    canvas.setFillPattern(fillPattern(style));
  }
  const cap = style.get('linecap');
  if (cap !== undefined) canvas.setLineCap(LINE_CAPS[cap] ?? 'butt');
  const join = style.get('linejoin');
  if (join === 'round' || join === 'bevel' || join === 'miter') canvas.setLineJoin(join);
  canvas.setMiterLimit(style.number('miterlimit', 10));
  canvas.setStrokeColor(style.color('strokeColor'));
  canvas.setStrokeWidth(style.number('strokeWidth', 1));
}

/** The style's dash lengths; anything that is no list of non-negative numbers gives a solid line. */
export function dashPattern(style: Style): readonly number[] | undefined {
  const text = style.get('dashPattern');
  if (text === undefined) return undefined;
  const lengths = text
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return lengths.every((length) => Number.isFinite(length) && length >= 0) && lengths.some((length) => length > 0)
    ? lengths
    : [];
}

function gradientDirection(style: Style): GradientDirection {
  const direction = style.string('gradientDirection', 'south');
  return direction === 'north' || direction === 'east' || direction === 'west' || direction === 'radial'
    ? direction
    : 'south';
}

const PATTERNS = lookupTable<FillPattern>({
  hatch: 'hatch',
  'cross-hatch': 'cross-hatch',
  dots: 'dots',
  dashed: 'dashed',
  'zigzag-line': 'zigzag',
  zigzag: 'zigzag',
});

/** The fill pattern of a plainly drawn cell; hand-drawn ones hatch by themselves. */
function fillPattern(style: Style): FillPattern | undefined {
  return handDrawing(style) === 'rough' ? undefined : PATTERNS[style.string('fillStyle', 'solid')];
}
