/** A box whose label runs along a curve: an arc of a circle or a quadratic curve, whatever the height of the box. */

import { FONT_BOLD, FONT_ITALIC, FONT_STRIKETHROUGH, FONT_UNDERLINE } from '../../drawing/canvas.js';
import { arcToCurves, type Path } from '../../geometry/path.js';
import { distance, type Point, point } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import type { Shape } from '../shape.js';
import { drawRectangleForeground } from './foreground.js';
import { type Frame, framed } from './frame.js';
import { clamp, drawRectangle } from './outline.js';

const DEFAULT_FONT_SIZE = 11;
const DEFAULT_RISE = 25;
/** The least rise that isn't drawn as a straight line, px. */
const LEAST_RISE = 0.5;

/** A curve by its ends and a point: above the middle of an arc, or the control point of a quadratic curve. */
interface Bend {
  readonly start: Point;
  readonly middle: Point;
  readonly end: Point;
}

interface TextLine {
  readonly path: Path;
  /** As draw.io works it out, px: for a quadratic curve about its length. */
  readonly length: number;
}

/** Where the curve lies in its box: its heights are given from the top, and then moved as the label is aligned. */
function bendOf({ w, h, style }: Frame, fontSize: number): Bend {
  const start = style.number('arcStartY', DEFAULT_RISE);
  const end = style.number('arcEndY', DEFAULT_RISE);
  const chord = (start + end) / 2;
  const limit = Math.max(DEFAULT_RISE, Math.min(chord, h - chord));
  const middle = chord + clamp(style.number('arcMidY', -DEFAULT_RISE), -limit, limit);
  const inset = fontSize / 2;
  const top = Math.min(start, end, middle);
  const bottom = Math.max(start, end, middle);
  const shift = verticalShift(style, h, inset, top, bottom);
  return {
    start: point(inset, start + shift),
    middle: point(w / 2, middle + shift),
    end: point(w - inset, end + shift),
  };
}

function verticalShift(style: Style, h: number, inset: number, top: number, bottom: number): number {
  switch (style.get('verticalAlign')) {
    case 'top':
      return inset - top;
    case 'bottom':
      return h - inset - bottom;
    default:
      return (h - (bottom - top)) / 2 - top;
  }
}

function arcLine({ start, middle, end }: Bend): TextLine {
  const chord = distance(start, end);
  const half = chord / 2;
  const rise = distance(middle, point((start.x + end.x) / 2, (start.y + end.y) / 2));
  if (rise < LEAST_RISE) return { path: [moveTo(start), { kind: 'line', to: end }], length: chord };
  const radius = (half * half) / (2 * rise) + rise / 2;
  const side = (end.x - start.x) * (middle.y - start.y) - (end.y - start.y) * (middle.x - start.x);
  const largeArc = rise > half;
  const angle = 2 * Math.asin(Math.min(1, half / radius));
  const arc = arcToCurves({
    from: start,
    radiusX: radius,
    radiusY: radius,
    rotationDegrees: 0,
    largeArc,
    sweep: side <= 0,
    to: end,
  });
  return { path: [moveTo(start), ...arc], length: radius * (largeArc ? 2 * Math.PI - angle : angle) };
}

const quadraticLine = ({ start, middle, end }: Bend): TextLine => ({
  path: [moveTo(start), { kind: 'quad', control: middle, to: end }],
  length: (distance(start, middle) + distance(middle, end) + distance(start, end)) / 2,
});

const moveTo = (to: Point): Path[number] => ({ kind: 'move', to });

function fontStyle(style: Style): number {
  return style.number('fontStyle', 0) & (FONT_BOLD | FONT_ITALIC | FONT_UNDERLINE | FONT_STRIKETHROUGH);
}

function alignOf(style: Style): 'left' | 'center' | 'right' {
  const align = style.get('align');
  return align === 'left' || align === 'right' ? align : 'center';
}

const writing = framed((frame) => {
  const { canvas, style, cell } = frame;
  const text = cell.label?.() ?? '';
  const fontSize = style.number('fontSize', DEFAULT_FONT_SIZE);
  if (text === '' || !(fontSize > 0)) return;
  canvas.setFontSize(fontSize);
  canvas.setFontFamily(style.string('fontFamily', 'Arial,Helvetica'));
  canvas.setFontColor(style.color('fontColor', '#000000') ?? '#000000');
  canvas.setFontStyle(fontStyle(style));
  const bend = bendOf(frame, fontSize);
  const along = style.string('curveType', 'round') === 'round' ? arcLine(bend) : quadraticLine(bend);
  canvas.text(0, 0, text, { align: alignOf(style), along });
});

export const curvedText: Shape = {
  draw(canvas, box, style, cell) {
    drawRectangle(canvas, box, style);
    drawRectangleForeground(canvas, box, style);
    writing.draw(canvas, box, style, cell);
  },
};
