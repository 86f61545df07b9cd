/** draw.io's integrated circuits and multiplexers, with their pins and pin numbers ("mxgraph.electrical.*"). */

import type { Canvas } from '../../../drawing/canvas.js';
import { lookupTable } from '../../../primitives/lookupTable.js';
import { type Frame, framed } from '../../general/frame.js';
import { indices, places } from '../../general/repetition.js';
import { listOf, paintPath, strokePath } from '../../general/widgets.js';
import type { Shape } from '../../shape.js';

type Side = 'left' | 'right' | 'top' | 'bottom';

interface Pin {
  readonly side: Side;
  /** Along the side, px from its left or upper end. */
  readonly at: number;
  readonly number: number;
}

/** Where the captions of pins stand, px from their side, and how far they are shifted down. */
interface CaptionPlace {
  readonly distance: number;
  readonly shift: number;
  readonly align: Readonly<Record<Side, 'left' | 'center' | 'right'>>;
}

function drawCaption({ canvas, w, h, style }: Frame, pin: Pin, place: CaptionPlace): void {
  const named = style.string('pinLabelType', 'gen') !== 'gen';
  const text = named ? (listOf(style, 'labelNames', '')[pin.number - 1] ?? '') : String(pin.number);
  const { distance, shift } = place;
  const align = place.align[pin.side];
  switch (pin.side) {
    case 'left':
      canvas.text(distance, pin.at + shift, text, { align });
      break;
    case 'right':
      canvas.text(w - distance, pin.at + shift, text, { align });
      break;
    case 'top':
      canvas.text(pin.at, distance + shift, text, { align });
      break;
    case 'bottom':
      canvas.text(pin.at, h - distance + shift, text, { align });
      break;
  }
}

const pinLine = ({ w, h }: Frame, { side, at }: Pin): string => {
  switch (side) {
    case 'left':
      return `M0 ${at}L10 ${at}`;
    case 'right':
      return `M${w - 10} ${at}L${w} ${at}`;
    case 'top':
      return `M${at} 0L${at} 10`;
    case 'bottom':
      return `M${at} ${h - 10}L${at} ${h}`;
  }
};

function drawPinBox({ canvas, w, h }: Frame, { side, at }: Pin, spacing: number): void {
  const start = at - spacing / 4;
  const width = spacing / 2;
  if (side === 'left' || side === 'right') canvas.rect(side === 'left' ? 0 : w - 10, start, 10, width);
  else canvas.rect(start, side === 'top' ? 0 : h - 10, width, 10);
  canvas.fillAndStroke();
}

/** Draws pins as lines with captions inside the chip, or as boxes with captions inside the pins (pinStyle). */
function drawPins(frame: Frame, pins: readonly Pin[], outside: CaptionPlace, inside: CaptionPlace): void {
  const { canvas, style } = frame;
  const size = style.number('fontSize', 12);
  canvas.setFontColor(style.color('fontColor', '#000000') ?? '#000000');
  if (style.string('pinStyle', 'line') === 'line') {
    canvas.setFontSize(size * 0.8);
    for (const pin of pins) drawCaption(frame, pin, outside);
    strokePath(canvas, pins.map((pin) => pinLine(frame, pin)).join(''));
    return;
  }
  canvas.setFontSize(size * 0.5);
  for (const pin of pins) {
    drawPinBox(frame, pin, pinSpacing(frame));
    drawCaption(frame, pin, inside);
  }
}

const pinSpacing = ({ style }: Frame): number => style.number('pinSpacing', 20);

const CENTERED: CaptionPlace['align'] = { left: 'center', right: 'center', top: 'center', bottom: 'center' };

/** The pins of a dual in-line chip, numbered counter-clockwise from the side that startPin names. */
function dualInLinePins(frame: Frame, startPin: string): Pin[] {
  const upright = startPin === 'n' || startPin === 's';
  const spacing = pinSpacing(frame);
  const count = Math.trunc((upright ? frame.h : frame.w) / spacing);
  const pins: Pin[] = [];
  for (const before of indices(count)) {
    const index = before + 1;
    const at = spacing * (index - 0.5);
    if (upright) {
      const first = startPin === 'n';
      pins.push({ side: 'left', at, number: first ? index : count + index });
      pins.push({ side: 'right', at, number: (first ? 2 * count : count) - index + 1 });
    } else {
      const first = startPin === 'e';
      pins.push({ side: 'top', at, number: (first ? count : 2 * count) - index + 1 });
      pins.push({ side: 'bottom', at, number: first ? count + index : index });
    }
  }
  return pins;
}

/** The notch at the end of a chip where its first pin is; left out on a narrow side. */
function notchData(w: number, h: number, startPin: string): string {
  switch (startPin) {
    case 'e':
      return h > 40 ? `M${w} ${h / 2 - 10}A12 12 0 0 0 ${w} ${h / 2 + 10}` : '';
    case 's':
      return w > 40 ? `M${w / 2 - 10} ${h}A12 12 0 0 1 ${w / 2 + 10} ${h}` : '';
    case 'w':
      return h > 40 ? `M0 ${h / 2 - 10}A12 12 0 0 1 0 ${h / 2 + 10}` : '';
    default:
      return w > 40 ? `M${w / 2 - 10} 0A12 12 0 0 0 ${w / 2 + 10} 0` : '';
  }
}

const dualInLine = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const startPin = style.string('startPin', 'n');
  if (startPin === 'n' || startPin === 's') canvas.rect(10, 0, w - 20, h);
  else canvas.rect(0, 10, w, h - 20);
  canvas.fillAndStroke();
  const upright = startPin === 'n' || startPin === 's';
  drawPins(
    frame,
    dualInLinePins(frame, startPin),
    { distance: 20, shift: 0, align: { left: 'left', right: 'right', top: 'center', bottom: 'center' } },
    { distance: 5, shift: upright ? 1 : 0, align: CENTERED },
  );
  strokePath(canvas, notchData(w, h, startPin));
});

/** Pins at all four sides, numbered counter-clockwise from the corner that startPin names. */
function quadFlatPins(frame: Frame): Pin[] {
  const { w, h, style } = frame;
  const spacing = pinSpacing(frame);
  const perSide = (length: number): number => Math.trunc((length - spacing - 40) / spacing) + 1;
  const vertical = perSide(h);
  const horizontal = perSide(w);
  const total = 2 * (vertical + horizontal);
  // How many pins come before the left side's first one.
  const before = lookupTable<number>({
    nw: 0,
    ne: horizontal,
    se: horizontal + vertical,
    sw: 2 * horizontal + vertical,
  });
  const start = before[style.string('startPin', 'sw')] ?? before.sw ?? 0;
  const numbered = (position: number): number => ((start + position - 1) % total) + 1;
  const first = spacing / 2 + 20;
  const pins: Pin[] = [];
  for (const [before, at] of places(first, spacing, (place) => place <= h - first).entries()) {
    const index = before + 1;
    pins.push({ side: 'left', at, number: numbered(index) });
    pins.push({ side: 'right', at, number: numbered(2 * vertical + horizontal - index + 1) });
  }
  for (const [before, at] of places(first, spacing, (place) => place <= w - first).entries()) {
    const index = before + 1;
    pins.push({ side: 'bottom', at, number: numbered(vertical + index) });
    pins.push({ side: 'top', at, number: numbered(total - index + 1) });
  }
  return pins;
}

const quadFlat = framed((frame) => {
  const { canvas, w, h, style } = frame;
  paintPath(
    canvas,
    `M15 10L${w - 15} 10L${w - 10} 15L${w - 10} ${h - 15}L${w - 15} ${h - 10}L15 ${h - 10}L10 ${h - 15}L10 15Z`,
  );
  drawPins(
    frame,
    quadFlatPins(frame),
    { distance: 20, shift: 0, align: CENTERED },
    { distance: 5, shift: 1, align: CENTERED },
  );
  if (w <= 40) return;
  const corner = style.string('startPin', 'sw');
  canvas.setFillColor(style.color('strokeColor', '#000000'));
  canvas.ellipse(corner === 'ne' || corner === 'se' ? w - 25 : 15, corner.startsWith('n') ? 15 : h - 25, 10, 10);
  canvas.fillAndStroke();
});

/** How far the text of a multiplexer is turned back, so that it stays upright whatever the shape's direction. */
const UPRIGHT_TURN = lookupTable<number>({ south: 270, west: 180, north: 90 });

function drawMultiplexerBody(canvas: Canvas, w: number, h: number, mux: boolean): void {
  const [left, right] = mux ? [10, w - 10] : [w - 10, 10];
  paintPath(canvas, `M${left} 0L${right} ${h * 0.1}L${right} ${h * 0.9 - 10}L${left} ${h - 10}Z`);
}

const multiplexer = framed(({ canvas, w, h, style }) => {
  const mux = style.string('operation', 'mux') !== 'demux';
  const selectors = Math.trunc(style.number('selectorPins', 1));
  const lines = 2 ** Math.min(selectors, 10);
  const rotationDegrees = UPRIGHT_TURN[style.string('direction', 'east')] ?? 0;
  canvas.setFontSize(style.number('fontSize', 12) * 0.5);
  canvas.setFontColor(style.color('fontColor', '#000000') ?? '#000000');
  drawMultiplexerBody(canvas, w, h, mux);
  const data: string[] = [];
  const pin = (left: boolean, y: number): string => (left ? `M0 ${y}L10 ${y}` : `M${w - 10} ${y}L${w} ${y}`);
  const spacing = (h - 16) / lines;
  data.push(pin(!mux, (h - 10) / 2));
  for (let index = 0; index < lines; index++) {
    const y = 3 + spacing * (index + 0.5);
    data.push(pin(mux, y));
    canvas.text(mux ? 14 : w - 14, y + 1, String(index), { rotationDegrees });
  }
  const step = (w - 20) / selectors;
  for (const index of indices(selectors)) {
    const x = 10 + step * (index + 0.5);
    const along = (mux ? x - 10 : w - x - 10) / (w - 20);
    data.push(`M${x} ${h - 10 - along * h * 0.1}L${x} ${h}`);
    canvas.text(x + 5, h - 4, `S${selectors - index - 1}`, { rotationDegrees });
  }
  strokePath(canvas, data.join(''));
});

export const ELECTRICAL_CHIPS: Readonly<Record<string, Shape>> = {
  'mxgraph.electrical.logic_gates.dual_inline_ic': dualInLine,
  'mxgraph.electrical.logic_gates.qfp_ic': quadFlat,
  'mxgraph.electrical.abstract.mux2': multiplexer,
};
