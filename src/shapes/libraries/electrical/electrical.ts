/** draw.io's electrical library, as far as it is drawn by program: gates, sources, buses ("mxgraph.electrical.*"). */

import type { Canvas } from '../../../drawing/canvas.js';
import { lookupTable } from '../../../primitives/lookupTable.js';
import type { Style } from '../../../style/style.js';
import { framed, pathShape } from '../../general/frame.js';
import { ellipse, type Glyph, inkFill, layers, painted, stroked } from '../../general/glyph.js';
import { indices } from '../../general/repetition.js';
import { paintPath, strokePath } from '../../general/widgets.js';
import type { Shape } from '../../shape.js';
import { ELECTRICAL_CHIPS } from './electricalChips.js';
import { ELECTRICAL_SWITCHES } from './electricalSwitches.js';

const testPoint = framed(({ canvas, w, h, style }) => {
  const size = Math.min(w, h);
  canvas.setFillColor(style.color('strokeColor', '#000000'));
  canvas.ellipse(w / 2 - size / 2, 0, size, size);
  canvas.fillAndStroke();
  if (h > w) strokePath(canvas, `M${w / 2} ${size}L${w / 2} ${h}`);
});

const straightBus = pathShape((w, h) => {
  const inset = w * 0.2;
  const neck = h - (w > h ? h / 2 : w / 2);
  return `M${w - inset} 0L${w - inset} ${neck}L${w} ${neck}L${w / 2} ${h}L0 ${neck}` + `L${inset} ${neck}L${inset} 0`;
});

/** Lines that turn from the bottom left to the upper right corner, the outermost first. */
const busElbow = (lines: number): Shape =>
  framed(({ canvas, w, h, style }) => {
    const notch = Math.max(0, Math.min(w, style.number('notch', 0)));
    const elbow = (part: number): void => {
      const x = w - Math.min(w, notch) * part;
      const y = h - Math.min(h, notch) * part;
      strokePath(canvas, `M0 ${y}L${x} ${y}L${x} 0`);
    };
    elbow(0);
    elbow(1);
    for (let line = 1; line < lines - 1; line++) elbow(line / (lines - 1));
  });

/** The small circle at the output of a negating gate. */
function drawNegation(canvas: Canvas, w: number, h: number, style: Style, ownSize: boolean): void {
  if (style.string('negating', '0') !== '1') return;
  const asked = ownSize && style.has('negSize') ? style.number('negSize', 0.13) : undefined;
  const size = asked === undefined ? Math.min(w * 0.04, h * 0.07) : Math.min(w * asked * 0.5, h * asked);
  canvas.ellipse(w * 0.8, h / 2 - size / 2, size, size);
  canvas.fillAndStroke();
}

const logicGate = framed(({ canvas, w, h, style }) => {
  const inputs = Math.trunc(style.number('numInputs', 2));
  const operation = style.string('operation', 'and');
  const end = operation === 'and' ? 0.2 : 0.23;
  let leads = 'M.8 .5L1 .5';
  for (const input of indices(inputs)) {
    const y = (input + 0.5) / inputs;
    leads += `M0 ${y}L${end} ${y}`;
  }
  strokePath(canvas, leads, w, h);
  if (operation === 'xor') strokePath(canvas, 'M.1 0A.6 1 0 0 1 .1 1', w, h);
  if (operation === 'xor' || operation === 'or') {
    paintPath(canvas, 'M.4 0A.45 .83 0 0 1 .8 .5A.45 .83 0 0 1 .4 1L.15 1A.6 1 0 0 0 .15 0Z', w, h);
  } else {
    paintPath(canvas, 'M.2 0L.5 0A.3 .5 0 0 1 .5 1L.2 1Z', w, h);
  }
  drawNegation(canvas, w, h, style, true);
});

const buffer = framed(({ canvas, w, h, style }) => {
  strokePath(canvas, 'M0 .5L.2 .5M.8 .5L1 .5', w, h);
  paintPath(canvas, 'M.2 0L.8 .5L.2 1Z', w, h);
  drawNegation(canvas, w, h, style, false);
});

const batteryStack = framed(({ canvas, w, h, style }) => {
  const cell = h * 0.3;
  const count = Math.floor((w - 20) / cell);
  if (count <= 0) return;
  const start = (w - count * cell) / 2;
  const middle = h / 2;
  strokePath(canvas, `M0 ${middle}L${start + cell * 0.2} ${middle}M${w - start - cell * 0.2} ${middle}L${w} ${middle}`);
  canvas.setFillColor(style.color('strokeColor', '#000000'));
  for (const index of indices(count)) {
    const x = start + index * cell;
    canvas.rect(x + cell * 0.2, h * 0.25, cell * 0.2, h / 2);
    canvas.fillAndStroke();
    strokePath(canvas, `M${x + cell * 0.8} 0L${x + cell * 0.8} ${h}`);
    if (index === 0) continue;
    canvas.setDashed(true);
    strokePath(canvas, `M${x - cell * 0.2} ${middle}L${x + cell * 0.2} ${middle}`);
    canvas.setDashed(style.flag('dashed'));
  }
});

/** A plus at the top and a minus at the bottom of a source, set in by some pixels. */
function strokePoles(canvas: Canvas, w: number, h: number, inset: number): void {
  const half = Math.max(3, Math.min(w, h) * 0.05);
  const middle = w / 2;
  const plus = h * 0.05 + inset;
  const minus = h * 0.95 - inset;
  strokePath(
    canvas,
    `M${middle - half} ${plus}L${middle + half} ${plus}M${middle} ${plus - half}L${middle} ${plus + half}` +
      `M${middle - half} ${minus}L${middle + half} ${minus}`,
  );
}

const poledSource = framed(({ canvas, w, h }) => {
  canvas.ellipse(0, 0, w, h);
  canvas.fillAndStroke();
  strokePoles(canvas, w, h, 3);
});

/** The sign on a source, by elSignalType. */
const SIGNALS = lookupTable<Glyph>({
  ac: stroked('M.3 .5Q.34 .35 .4 .35Q.46 .35 .5 .5Q.53 .65 .6 .65Q.66 .65 .7 .5'),
  square: stroked('M.3 .5L.3 .35L.5 .35L.5 .65L.7 .65L.7 .5'),
  triangular: stroked('M.3 .65L.4 .35L.5 .65L.6 .35L.7 .65'),
  sawtooth: stroked('M.24 .65L.42 .35L.42 .65L.58 .35L.58 .65L.76 .35L.76 .65'),
  noise: stroked('M.5 .17L.5 .5M.18 .42L.5 .5M.32 .78L.5 .5M.82 .42L.5 .5M.68 .78L.5 .5'),
  ideal: stroked('M0 .5L1 .5'),
  expSquib: layers(
    ellipse(0, 0.43, 0.14, 0.14, 'stroke'),
    ellipse(0.86, 0.43, 0.14, 0.14, 'stroke'),
    stroked('M.83 .63L.73 .73L.27 .27L.17 .37'),
    inkFill,
    painted('M.2 .25L.13 .4L.28 .33Z'),
  ),
  pulse: stroked('M.3 .65L.4 .65L.4 .35L.6 .35L.6 .65L.7 .65'),
  invPulse: stroked('M.3 .35L.4 .35L.4 .65L.6 .65L.6 .35L.7 .35'),
  chopSquare: stroked('M.3 .5L.33 .35L.47 .35L.53 .65L.67 .65L.7 .5'),
  stepOn: stroked('M.3 .65L.5 .65L.5 .35L.7 .35'),
  stepOff: stroked('M.3 .35L.5 .35L.5 .65L.7 .65'),
  dc1: stroked('M.17 .5L.83 .5M.67 .42L.83 .5L.67 .58'),
  dc2: stroked('M.5 .17L.5 .83M.42 .67L.5 .83L.58 .67'),
  dc3: (canvas, w, h, style) =>
    strokePoles(canvas, w, h, style.string('elSourceType', 'independent') === 'dependent' ? 6 : 3),
});

const source = framed(({ canvas, w, h, style }) => {
  const type = style.string('elSourceType', 'independent');
  if (type === 'independent') {
    canvas.ellipse(0, 0, w, h);
    canvas.fillAndStroke();
  } else if (type === 'dependent') {
    paintPath(canvas, 'M0 .5L.5 0L1 .5L.5 1L0 .5Z', w, h);
  }
  SIGNALS[style.string('elSignalType', 'none')]?.(canvas, w, h, style);
});

const ELECTRICAL_SHAPES: Readonly<Record<string, Shape>> = {
  ...ELECTRICAL_CHIPS,
  ...ELECTRICAL_SWITCHES,
  'mxgraph.electrical.transmission.testPoint': testPoint,
  'mxgraph.electrical.transmission.straightBus': straightBus,
  'mxgraph.electrical.transmission.twoLineBusElbow': busElbow(2),
  'mxgraph.electrical.transmission.threeLineBusElbow': busElbow(3),
  'mxgraph.electrical.transmission.fourLineBusElbow': busElbow(4),
  'mxgraph.electrical.transmission.eightLineBusElbow': busElbow(8),
  'mxgraph.electrical.logic_gates.logic_gate': logicGate,
  'mxgraph.electrical.logic_gates.buffer2': buffer,
  'mxgraph.electrical.miscellaneous.batteryStack': batteryStack,
  'mxgraph.electrical.signal_sources.dc_source_3_v2': poledSource,
  'mxgraph.electrical.signal_sources.source': source,
};

export const electricalShapes = (): Readonly<Record<string, Shape>> => ELECTRICAL_SHAPES;
