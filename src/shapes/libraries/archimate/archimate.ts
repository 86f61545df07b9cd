/** draw.io's older ArchiMate library ("mxgraph.archimate.*"): boxes with an outlined symbol in the upper right corner. */

import { lookupTable } from '../../../primitives/lookupTable.js';
import type { TextKey } from '../../../style/keys.js';
import { ellipse, filled, type Glyph, inkFill, inset, layers, rectangle, stroked } from '../../general/glyph.js';
import { paintPath, strokePath } from '../../general/widgets.js';
import type { Shape } from '../../shape.js';
import { deliverable, plateau } from './archimate3.js';
import { boxed, cubeBox, fullRectangle, OLD_LOCATION, sheet } from './archimateSymbols.js';

const roundedBox: Glyph = (canvas, w, h) => {
  canvas.roundrect(0, 0, w, h, 10, 10);
  canvas.fillAndStroke();
};

const octagon: Glyph = (canvas, w, h) =>
  paintPath(canvas, `M10 0L${w - 10} 0L${w} 10L${w} ${h - 10}L${w - 10} ${h}L10 ${h}L0 ${h - 10}L0 10Z`);

/** A symbol that ends in half a disc on the right; its left side is bent in or out. */
const pill =
  (leftSweep: 0 | 1): Glyph =>
  (canvas, w, h) => {
    const r = h / 2;
    strokePath(canvas, `M${w - r} 0A${r} ${r} 0 0 1 ${w - r} ${h}L0 ${h}A${r} ${r} 0 0 ${leftSweep} 0 0Z`);
  };

const interaction = stroked('M.55 0A.45 .5 0 0 1 .55 1ZM.45 0A.45 .5 0 0 0 .45 1Z');
const role = layers(stroked('M.8 0L.2 0A.2 .5 0 0 0 .2 1L.8 1'), ellipse(0.6, 0, 0.4, 1, 'stroke'));

const BUSINESS_SYMBOLS = lookupTable<Glyph>({
  process: inset(0, 2, stroked('M0 .15L.65 .15L.65 0L1 .5L.65 1L.65 .85L0 .85Z')),
  function: inset(2, 0, stroked('M0 .15L.5 0L1 .15L1 1L.5 .85L0 1Z')),
  interaction,
  event: inset(0, 3, pill(0)),
  service: inset(0, 3, pill(1)),
});

const APPLICATION_SYMBOLS = lookupTable<Glyph>({
  comp: inset(
    1,
    0,
    layers(rectangle(0.25, 0, 0.75, 1, 'stroke'), rectangle(0, 0.25, 0.5, 0.15), rectangle(0, 0.6, 0.5, 0.15)),
  ),
  collab: inset(0, 3, layers(ellipse(0, 0, 0.6, 1, 'stroke'), ellipse(0.4, 0, 0.6, 1))),
  interface: inset(0, 4, layers(ellipse(0.5, 0, 0.5, 1, 'stroke'), stroked('M0 .5L.5 .5'))),
  interface2: inset(0, 1, stroked('M0 .5L.6 .5M1 0A.4 .5 0 0 0 1 1')),
  function: stroked('M.5 0L1 .2L1 1L.5 .8L0 1L0 .2Z'),
  interaction,
  service: inset(0, 3, pill(1)),
  node: stroked('M0 .25L.25 0L1 0L1 .75L.75 1L0 1ZM0 .25L.75 .25L.75 1M1 0L.75 .25'),
  network: inset(
    0,
    2,
    layers(
      stroked('M.4 .2L.85 .2L.6 .8L.15 .8Z'),
      inkFill,
      ellipse(0.25, 0, 0.3, 0.4, 'fill'),
      ellipse(0.7, 0, 0.3, 0.4, 'fill'),
      ellipse(0, 0.6, 0.3, 0.4, 'fill'),
      ellipse(0.45, 0.6, 0.3, 0.4, 'fill'),
    ),
  ),
  commPath: inset(
    0,
    5,
    layers(stroked('M.1 0L0 .5L.1 1M.9 0L1 .5L.9 1'), (canvas) => canvas.setDashed(true), stroked('M0 .5L1 .5')),
  ),
  sysSw: layers(ellipse(0.3, 0, 0.7, 0.7, 'stroke'), ellipse(0, 0.02, 0.98, 0.98)),
  artifact: inset(2, 0, stroked('M0 0L.7 0L1 .22L1 1L0 1ZM.7 0L.7 .22L1 .22')),
  actor: inset(3, 0, layers(ellipse(0.2, 0, 0.6, 0.3, 'stroke'), stroked('M.5 .3L.5 .75M0 .45L1 .45M0 1L.5 .75L1 1'))),
  role: inset(0, 4, role),
});

const MOTIVATION_SYMBOLS = lookupTable<Glyph>({
  stake: inset(0, 4, role),
  driver: layers(
    ellipse(0.1, 0.1, 0.8, 0.8, 'stroke'),
    stroked('M0 .5L1 .5M.5 0L.5 1M.145 .145L.855 .855M.145 .855L.855 .145'),
    inkFill,
    ellipse(0.35, 0.35, 0.3, 0.3),
  ),
  assess: layers(ellipse(0.2, 0, 0.8, 0.8, 'stroke'), stroked('M0 1L.32 .68')),
  goal: layers(
    ellipse(0, 0, 1, 1, 'stroke'),
    ellipse(0.15, 0.15, 0.7, 0.7, 'stroke'),
    inkFill,
    ellipse(0.3, 0.3, 0.4, 0.4),
  ),
  req: inset(0, 4, stroked('M.25 0L1 0L.75 1L0 1Z')),
  const: inset(0, 4, stroked('M.25 0L1 0L.75 1L0 1ZM.45 0L.2 1')),
  princ: layers(
    stroked('M.05 .05A2.3 2.3 0 0 1 .95 .05A2.3 2.3 0 0 1 .95 .95A2.3 2.3 0 0 1 .05 .95A2.3 2.3 0 0 1 .05 .05Z'),
    inkFill,
    filled('M.45 .7L.42 .15L.58 .15L.55 .7Z'),
    rectangle(0.45, 0.75, 0.1, 0.1, 'fill'),
  ),
});

const TECH_SYMBOLS = lookupTable<Glyph>({
  device: (canvas, w, h) => {
    canvas.roundrect(0, 0, w, h * 0.88, w * 0.05, h * 0.05);
    canvas.stroke();
    strokePath(canvas, 'M.1 .88L0 1L1 1L.9 .88', w, h);
  },
  plateau,
});

/** The symbol that a style key names. */
const byKey =
  (symbols: Readonly<Record<string, Glyph>>, key: TextKey, fallback: string): Glyph =>
  (canvas, w, h, style) =>
    symbols[style.string(key, fallback)]?.(canvas, w, h, style);

export const ARCHIMATE_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.archimate.location': boxed(fullRectangle, 20, 5, inset(3, 0, stroked(OLD_LOCATION))),
  'mxgraph.archimate.business': boxed(roundedBox, 20, 5, byKey(BUSINESS_SYMBOLS, 'busType', 'process')),
  'mxgraph.archimate.application': boxed(fullRectangle, 20, 5, byKey(APPLICATION_SYMBOLS, 'appType', 'comp')),
  'mxgraph.archimate.motiv': boxed(octagon, 20, 5, byKey(MOTIVATION_SYMBOLS, 'motivType', 'stake')),
  'mxgraph.archimate.tech': boxed(cubeBox, 30, 15, byKey(TECH_SYMBOLS, 'techType', 'device')),
  'mxgraph.archimate.gap': boxed(
    deliverable,
    20,
    5,
    inset(0, 2, layers(ellipse(0.15, 0, 0.7, 1, 'stroke'), stroked('M0 .35L1 .35M0 .65L1 .65'))),
  ),
  'mxgraph.archimate.representation': sheet(deliverable, () => []),
  'mxgraph.archimate.businessObject': sheet(fullRectangle, (w, h) => (h >= 15 ? [`M0 15L${w} 15`] : [])),
  'mxgraph.archimate.product': sheet(fullRectangle, (w, h) => (h >= 15 ? [`M0 15L${w * 0.6} 15L${w * 0.6} 0`] : [])),
};
