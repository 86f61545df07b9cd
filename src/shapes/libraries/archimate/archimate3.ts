/** draw.io's ArchiMate 3 library: elements as plain symbols and as boxes with a small symbol ("mxgraph.archimate3.*"). */

import type { Canvas } from '../../../drawing/canvas.js';
import { lookupTable } from '../../../primitives/lookupTable.js';
import { Style } from '../../../style/style.js';
import { framed } from '../../general/frame.js';
import {
  ellipse,
  filled,
  type Glyph,
  glyphShape,
  inkFill,
  inset,
  layers,
  painted,
  rectangle,
  roundEnds,
  stroked,
  thickened,
} from '../../general/glyph.js';
import { paintPath } from '../../general/widgets.js';
import type { Shape } from '../../shape.js';
import { boxed, CORNER, cubeBox, fullRectangle, OLD_LOCATION, sheet } from './archimateSymbols.js';

const component = layers(rectangle(0.25, 0, 0.75, 1), rectangle(0, 0.25, 0.5, 0.15), rectangle(0, 0.6, 0.5, 0.15));
const collaboration = layers(ellipse(0, 0, 0.6, 1), ellipse(0.4, 0, 0.6, 1));
const interfaceSymbol = layers(ellipse(0.5, 0, 0.5, 1), stroked('M0 .5L.5 .5'));
const process = painted('M0 .3L.6 .3L.6 0L1 .5L.6 1L.6 .7L0 .7Z');
const functionSymbol = painted('M.5 0L1 .2L1 1L.5 .8L0 1L0 .2Z');
const interaction = painted('M.55 0A.45 .5 0 0 1 .55 1ZM.45 0A.45 .5 0 0 0 .45 1Z');
const requirement = painted('M.25 0L1 0L.75 1L0 1Z');
const constraint = painted('M.25 0L1 0L.75 1L0 1ZM.45 0L.2 1');
const actor = layers(ellipse(0.2, 0, 0.6, 0.3), stroked('M.5 .3L.5 .75M0 .45L1 .45M0 1L.5 .75L1 1'));
const role = layers(painted('M.8 0L.2 0A.2 .5 0 0 0 .2 1L.8 1'), ellipse(0.6, 0, 0.4, 1));
const wavy = 'M0 0L1 0L1 .85A.35 .35 0 0 0 .5 .85A.35 .35 0 0 1 0 .85Z';
export const deliverable = painted(wavy);
const distribution = layers(
  painted('M.1 .25L.9 .25L1 .5L.9 .75L.1 .75L0 .5'),
  stroked('M.2 0L0 .5L.2 1M.8 0L1 .5L.8 1'),
);
const capability = painted(
  'M1 0L1 1L0 1L0 .67L.33 .67L.33 .33L.67 .33L.67 0ZM.67 .33L1 .33M.33 .67L1 .67M.33 .67L.33 1M.67 .33L.67 1',
);
const resource = painted(
  'M.51 .34L.51 .65M.35 .34L.35 .65M.19 .34L.19 .65M.91 .4C.93 .39 .95 .39 .97 .4C.99 .4 1 .41 1 .43' +
    'C1 .48 1 .52 1 .57C1 .58 .99 .59 .98 .6C.96 .6 .93 .6 .91 .6M0 .73C0 .6 0 .43 0 .27C0 .24 .03 .21 .08 .21' +
    'C.33 .2 .61 .2 .84 .21C.88 .22 .89 .24 .9 .26C.91 .41 .91 .57 .9 .72C.9 .74 .88 .78 .83 .79' +
    'C.57 .79 .32 .79 .06 .79C.02 .78 0 .76 0 .73Z',
);
const course = layers(
  ellipse(0.4, 0, 0.6, 0.6),
  ellipse(0.5, 0.1, 0.4, 0.4, 'stroke'),
  thickened(3),
  roundEnds,
  stroked('M0 1A.7 .7 0 0 1 .41 .56M.14 .54L.41 .56L.3 .78'),
  inkFill,
  ellipse(0.6, 0.2, 0.2, 0.2, 'fill'),
);
const node = painted('M0 .25L.25 0L1 0L1 .75L.75 1L0 1ZM0 .25L.75 .25L.75 1M1 0L.75 .25');
const systemSoftware = layers(ellipse(0.3, 0, 0.7, 0.7), ellipse(0, 0.02, 0.98, 0.98));
const artifact = layers(painted('M0 0L.7 0L1 .22L1 1L0 1Z'), stroked('M.7 0L.7 .22L1 .22'));
const arrowHeads = stroked('M.2 1L0 .5L.2 0M.8 1L1 .5L.8 0');
const path = layers(arrowHeads, (canvas) => canvas.setDashed(true), stroked('M0 .5L1 .5'));
const driver = layers(
  stroked('M0 .5L1 .5M.5 0L.5 1M.145 .145L.855 .855M.145 .855L.855 .145'),
  inkFill,
  ellipse(0.35, 0.35, 0.3, 0.3),
  (canvas) => canvas.setStrokeWidth(2),
  ellipse(0.1, 0.1, 0.8, 0.8, 'stroke'),
);
const assessment = layers(ellipse(0.2, 0, 0.8, 0.8), stroked('M0 1L.32 .68'));
const goal = layers(ellipse(0, 0, 1, 1), ellipse(0.15, 0.15, 0.7, 0.7, 'stroke'), inkFill, ellipse(0.3, 0.3, 0.4, 0.4));
/** Three rings; draw.io measures how far down they stand by the width. */
const outcomeRings: Glyph = (canvas, w, h) => {
  canvas.ellipse(0, w * 0.2, w * 0.8, h * 0.8);
  canvas.fillAndStroke();
  canvas.ellipse(w * 0.15, w * 0.35, w * 0.5, h * 0.5);
  canvas.stroke();
  canvas.ellipse(w * 0.3, w * 0.5, w * 0.2, h * 0.2);
  canvas.stroke();
};
const outcome = layers(
  outcomeRings,
  thickened(3),
  roundEnds,
  stroked('M.4 .6L.9 .1M.42 .4L.4 .6L.6 .58M.8 0L.75 .25L1 .2'),
);
const principle = layers(
  painted('M.05 .05A2.3 2.3 0 0 1 .95 .05A2.3 2.3 0 0 1 .95 .95A2.3 2.3 0 0 1 .05 .95A2.3 2.3 0 0 1 .05 .05Z'),
  inkFill,
  filled('M.45 .7L.42 .15L.58 .15L.55 .7Z'),
  rectangle(0.45, 0.75, 0.1, 0.1, 'fill'),
);
const passive = painted('M0 0L1 0L1 1L0 1ZM0 .2L1 .2');
const productSmall = painted('M0 0L1 0L1 1L0 1ZM0 .2L.5 .2L.5 0');
const contractSmall = painted('M0 0L1 0L1 1L0 1ZM0 .2L1 .2M0 .8L1 .8');
const representationSmall = painted(`${wavy}M0 .2L1 .2`);
const grouping = painted('M0 .3L1 .3L1 1L0 1ZM0 .3L0 0L.75 0L.75 .3');
const location = inset(
  3,
  0,
  painted(
    'M.5 0C.2842 0 0 .1006 0 .3001C0 .4071 .0776 .4777 .1524 .5485C.2901 .6788 .4275 .7993 .5 1' +
      'C.5725 .7993 .7099 .6788 .8476 .5485C.9224 .4777 1 .4071 1 .3001C1 .1006 .7158 0 .5 0Z',
  ),
);
const workPackage = layers(
  stroked(
    'M.733 .7764L.3308 .7764C.1857 .7764 .034 .6282 .034 .394C.0313 .2016 .1742 .0382 .3308 .0382' +
      'C.5107 .0382 .6267 .2026 .6267 .394C.6267 .4924 .5785 .603 .4777 .6744',
  ),
  inkFill,
  painted('M.7247 .908L.7247 .6418L.9147 .775Z'),
);
export const plateau = layers(
  inkFill,
  rectangle(0.4, 0, 0.6, 0.2, 'fill'),
  rectangle(0.2, 0.4, 0.6, 0.2, 'fill'),
  rectangle(0, 0.8, 0.6, 0.2, 'fill'),
);
const gap = inset(0, 2, layers(ellipse(0.15, 0, 0.7, 1), stroked('M0 .35L1 .35M0 .65L1 .65')));
const network = inset(
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
);
const valueStream = painted('M0 0L.75 0L1 .5L.75 1L0 1L.25 .5Z');
const material = painted('M0 .5L.25 0L.75 0L1 .5L.75 1L.25 1ZM.15 .5L.31 .2M.69 .2L.85 .5M.68 .8L.32 .8');
const facility = painted('M0 1L0 0L.13 0L.13 .7L.42 .55L.42 .7L.71 .55L.71 .7L1 .55L1 1Z');
const equipment = painted(
  'M.72 .38C.78 .38 .85 .34 .85 .26C.85 .18 .78 .14 .73 .14C.64 .14 .59 .2 .59 .26C.59 .33 .65 .38 .72 .38Z' +
    'M.68 .52L.67 .45L.61 .43L.56 .48L.5 .42L.54 .36L.52 .31L.45 .31L.45 .22L.52 .21L.54 .16L.5 .11L.56 .05' +
    'L.62 .09L.67 .07L.68 0L.77 0L.78 .07L.83 .09L.89 .05L.95 .11L.91 .16L.93 .21L1 .22L1 .31L.93 .31L.91 .36' +
    'L.95 .41L.89 .47L.83 .43L.78 .45L.77 .52L.68 .52Z' +
    'M.36 .81C.44 .81 .52 .75 .52 .67C.52 .59 .45 .51 .35 .51C.27 .51 .19 .58 .19 .67C.19 .74 .27 .82 .36 .81Z' +
    'M.21 .98L.22 .89L.16 .85L.08 .88L.02 .79L.09 .74L.08 .67L0 .63L.03 .53L.12 .54L.16 .48L.13 .4L.22 .35' +
    'L.28 .42L.36 .41L.39 .33L.5 .36L.49 .45L.55 .49L.63 .45L.69 .54L.62 .6L.63 .67L.71 .7L.68 .8L.59 .79L.55 .85' +
    'L.59 .79L.55 .85L.59 .93L.49 .98L.43 .91L.36 .92L.32 1L.21 .98Z',
);
const meaning = layers(
  (canvas) => canvas.setLineJoin('round'),
  painted(
    'M.134 .5181C.0973 .5382 .056 .52 .032 .4737C.0087 .4273 .0087 .3636 .032 .3182C.056 .2719 .0973 .2536 .134 .2736' +
      'C.1333 .1918 .1673 .1191 .2193 .09C.2713 .0609 .3293 .0818 .366 .1437C.3893 .0564 .4467 0 .51 0' +
      'C.5733 0 .63 .0564 .654 .1437C.6913 .0936 .7447 .079 .792 .1073C.8387 .1345 .8713 .199 .8747 .2736' +
      'C.912 .2536 .9533 .2719 .9767 .3182C1 .3636 1 .4273 .9767 .4737C.9533 .52 .912 .5382 .8747 .5181' +
      'C.8707 .5964 .8353 .6636 .7847 .6891C.734 .7137 .678 .6909 .6427 .6319C.6147 .7009 .564 .7427 .51 .7427' +
      'C.4553 .7427 .4053 .7009 .3773 .6319C.3507 .711 .274 .75 .2073 .7182C.14 .6864 .1073 .5972 .134 .5181Z',
  ),
  ellipse(0.101, 0.7506, 0.1327, 0.0879),
  ellipse(0.0473, 0.8716, 0.0841, 0.0586),
  ellipse(0, 0.958, 0.0532, 0.042),
);

/** Half discs at both ends, as high as the symbol. */
const service: Glyph = (canvas, w, h) => {
  const r = h / 2;
  const right = Math.max(w - r, w / 2);
  const left = Math.min(r, w / 2);
  paintPath(canvas, `M${right} 0A${r} ${r} 0 0 1 ${right} ${h}L${left} ${h}A${r} ${r} 0 0 1 ${left} 0Z`);
};

const event =
  (leftSide: (r: number) => string): Glyph =>
  (canvas, w, h) => {
    const r = h / 2;
    paintPath(canvas, `M${w - r} 0A${r} ${r} 0 0 1 ${w - r} ${h}L0 ${h}${leftSide(r)}Z`);
  };

const notchedEvent = event((r) => `L${r} ${r}L0 0`);
const hollowEvent = event((r) => `A${r} ${r} 0 0 0 0 0`);

const device: Glyph = (canvas, w, h) => {
  canvas.roundrect(0, 0, w, h * 0.88, w * 0.1, h * 0.1);
  canvas.fillAndStroke();
  paintPath(canvas, 'M.1 .88L0 1L1 1L.9 .88', w, h);
};

/** The symbols in the corner of a box, by appType. */
const CORNER_SYMBOLS = lookupTable<Glyph>({
  comp: inset(1, 0, component),
  collab: inset(0, 3, collaboration),
  interface: inset(0, 4, interfaceSymbol),
  interface2: inset(0, 1, stroked('M0 .5L.6 .5M1 0A.4 .5 0 0 0 1 1')),
  func: functionSymbol,
  interaction,
  location,
  serv: inset(0, 3, service),
  event: inset(0, 3, notchedEvent),
  event2: inset(0, 3, hollowEvent),
  node,
  netw: network,
  commPath: inset(
    0,
    5,
    layers(stroked('M.1 0L0 .5L.1 1M.9 0L1 .5L.9 1'), (canvas) => canvas.setDashed(true), stroked('M0 .5L1 .5')),
  ),
  artifact: inset(2, 0, stroked('M0 0L.7 0L1 .22L1 1L0 1ZM.7 0L.7 .22L1 .22')),
  actor: inset(3, 0, actor),
  role: inset(0, 3, role),
  proc: inset(0, 3, process),
  driver,
  assess: assessment,
  goal,
  outcome,
  principle,
  requirement: inset(0, 4, requirement),
  constraint: inset(0, 4, constraint),
  material: inset(0, 1, material),
  distribution: inset(0, 4, distribution),
  resource: inset(0, 1, resource),
  capability,
  course,
  sysSw: systemSoftware,
  path: inset(0, 5, path),
  passive: inset(0, 3, passive),
  product: inset(0, 3, productSmall),
  contract: inset(0, 3, contractSmall),
  representation: inset(0, 3, representationSmall),
  grouping: inset(0, 2, grouping),
  workPackage: inset(0, 1, workPackage),
  deliverable: inset(0, 2, deliverable),
  plateau: inset(0, 2, plateau),
  gap,
  meaning: inset(0, 2, meaning),
  amValue: inset(0, 3, ellipse(0, 0, 1, 1)),
  valueStream: inset(0, 2, valueStream),
  device,
  equipment,
  facility,
});

function drawBox(canvas: Canvas, w: number, h: number, style: Style): void {
  const form = style.string('archiType', 'square');
  if (form === 'oct' && w >= 20 && h >= 20) {
    paintPath(canvas, `M0 10L10 0L${w - 10} 0L${w} 10L${w} ${h - 10}L${w - 10} ${h}L10 ${h}L0 ${h - 10}Z`);
    return;
  }
  const radius = form === 'rounded' ? 10 : 0;
  canvas.roundrect(0, 0, w, h, radius, radius);
  canvas.fillAndStroke();
}

/** draw.io draws corner symbols apart from the cell: their inked parts are black and thin whatever the cell's lines are. */
const APART = new Style(new Map());

/** A box with the symbol of its type in the corner, from the table given or else from this library's own. */
export function drawElement(
  canvas: Canvas,
  w: number,
  h: number,
  style: Style,
  symbols: Readonly<Record<string, Glyph>> = {},
): void {
  drawBox(canvas, w, h, style);
  const type = style.string('appType', '');
  const symbol = symbols[type] ?? CORNER_SYMBOLS[type];
  canvas.save();
  canvas.setDashed(type === 'grouping');
  canvas.translate(w - CORNER - 5, 5);
  symbol?.(canvas, CORNER, CORNER, APART);
  canvas.restore();
}

const application = framed(({ canvas, w, h, style }) => drawElement(canvas, w, h, style));

const TECH_SYMBOLS = lookupTable<Glyph>({
  plateau,
  facility: stroked('M0 1L0 0L.13 0L.13 .7L.42 .55L.42 .7L.71 .55L.71 .7L1 .55L1 1Z'),
  equipment,
  sysSw: systemSoftware,
  device,
});

const PLAIN_SYMBOLS = lookupTable<Glyph>({
  component,
  collaboration,
  interface: interfaceSymbol,
  process,
  function: functionSymbol,
  interaction,
  service,
  requirement,
  constraint,
  event: notchedEvent,
  event2: hollowEvent,
  actor,
  role,
  deliverable,
  distribution,
  resource,
  capability,
  course,
  node,
  device,
  sysSw: systemSoftware,
  artifact,
  commNetw: stroked('M.2 1L0 .5L.2 0M.8 1L1 .5L.8 0M0 .5L1 .5'),
  path,
  driver,
  assess: assessment,
  goal,
  outcome,
  principle,
  passive,
  productSmall,
  contractSmall,
  representationSmall,
  grouping,
  locationIcon: location,
  workPackage,
  plateau,
  gapIcon: gap,
  network,
  valueStream,
  material,
  facility,
  equipment,
  meaning,
});

export const ARCHIMATE3_SHAPES: Readonly<Record<string, Shape>> = {
  ...Object.fromEntries(
    Object.entries(PLAIN_SYMBOLS).map(([name, symbol]) => [`mxgraph.archimate3.${name}`, glyphShape(symbol)]),
  ),
  'mxgraph.archimate3.application': application,
  'mxgraph.archimate3.location': boxed(fullRectangle, 20, 5, inset(3, 0, stroked(OLD_LOCATION))),
  'mxgraph.archimate3.gap': boxed(
    deliverable,
    20,
    5,
    inset(0, 2, layers(ellipse(0.15, 0, 0.7, 1, 'stroke'), stroked('M0 .35L1 .35M0 .65L1 .65'))),
  ),
  'mxgraph.archimate3.tech': boxed(cubeBox, 30, 15, (canvas, w, h, style) =>
    TECH_SYMBOLS[style.string('techType', 'device')]?.(canvas, w, h, style),
  ),
  'mxgraph.archimate3.businessObject': sheet(fullRectangle, (w, h) => (h >= 15 ? [`M0 15L${w} 15`] : [])),
  'mxgraph.archimate3.contract': sheet(fullRectangle, (w, h) => [
    ...(h >= 15 ? [`M0 15L${w} 15`] : []),
    ...(h >= 30 ? [`M0 ${h - 15}L${w} ${h - 15}`] : []),
  ]),
  'mxgraph.archimate3.product': sheet(fullRectangle, (w, h) => (h >= 15 ? [`M0 15L${w * 0.6} 15L${w * 0.6} 0`] : [])),
  'mxgraph.archimate3.representation': sheet(deliverable, (w, h) => (h >= 20 ? [`M0 15L${w} 15`] : [])),
};

export const archimate3Shapes = (): Readonly<Record<string, Shape>> => ARCHIMATE3_SHAPES;
