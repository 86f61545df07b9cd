/** SysML: blocks, ports, packages, constraints and states (mxgraph.sysml.…); activities are in sysmlActivities.ts. */

import type { Canvas } from '../../drawing/canvas.js';
import { type Rect, rect } from '../../geometry/plane.js';
import { lookupTable } from '../../primitives/lookupTable.js';
import type { SymbolKey } from '../../style/keys.js';
import type { Style } from '../../style/style.js';
import { drawEllipse, drawPath, drawRect, drawRoundRect, type Frame, framed } from '../general/frame.js';
import { symbolBox } from '../general/general.js';
import { styleStrokeWidth } from '../general/outline.js';
import type { Shape } from '../shape.js';
import { SYSML_ACTIVITIES } from './sysmlActivities.js';

const ANGLES = lookupTable<number>({ north: 270, west: 180, south: 90 });

/** Shapes that draw other shapes in themselves, which a symbol may not be: they might never end. */
const COMPOSITES = new Set(['ext', 'umlLifeline', 'mxgraph.sysml.composite']);

/** A shape (symbol0) with solid symbols (symbol1, symbol2 …) in it, each of which has a direction of its own. */
const sysmlComposite = (findShape: (name: string) => Shape | undefined): Shape => {
  const symbol = (style: Style, key: SymbolKey): Shape | undefined => {
    const name = style.get(key);
    return name === undefined || COMPOSITES.has(name) ? undefined : findShape(name);
  };
  return {
    draw(canvas, box, style, cell) {
      canvas.save();
      symbol(style, 'symbol0')?.draw(canvas, box, style, cell);
      canvas.restore();
      canvas.setDashed(false);
      for (let index = 1; ; index++) {
        const key: SymbolKey = `symbol${index}`;
        const shape = symbol(style, key);
        if (!shape) return;
        const place = symbolBox(box, style, key, 0);
        const angle = ANGLES[style.string(`${key}Direction`, 'east')] ?? 0;
        canvas.save();
        canvas.rotate(angle, false, false, place.x + place.width / 2, place.y + place.height / 2);
        shape.draw(canvas, place, style, cell);
        canvas.restore();
      }
    },
  };
};

const TAG_HEIGHT = 20;

/** The edge of a name tag at the top left: its lower right corner is cut off. */
const tagEdge = (width: number): string => `M0 ${TAG_HEIGHT}H${width - TAG_HEIGHT / 2}L${width} ${TAG_HEIGHT / 2}V0`;

/** The width of a diagram's name tag, px; too small a one is not drawn. */
function tagWidth({ w, style }: Frame): number | undefined {
  const width = Math.min(Math.trunc(style.number('labelX', 90)), w);
  return width > TAG_HEIGHT ? width : undefined;
}

const diagramPackage = framed((frame) => {
  const { canvas, w, h } = frame;
  drawRect(canvas, 0, 0, w, h);
  const tag = tagWidth(frame);
  if (tag !== undefined) drawPath(canvas, tagEdge(tag), 'stroke');
});

const openPackage = framed((frame) => {
  const { canvas, w, h } = frame;
  drawRect(canvas, 0, 0, w, h, 'stroke');
  const tag = tagWidth(frame);
  if (tag !== undefined) drawPath(canvas, `${tagEdge(tag)}H0Z`);
});

/** A rectangle over a part of the width, given in fractions. */
const slab = (left: number, width: number): Shape =>
  framed(({ canvas, w, h }) => drawRect(canvas, w * left, 0, w * width, h));

/** An arrow through a box towards one side of it; both: arrowheads without a shaft at either end. */
type Heading = 'left' | 'right' | 'up' | 'down' | 'both';

const ARROWS: Readonly<Record<Heading, string>> = {
  right: 'M0 .5H1M.75 0L1 .5L.75 1',
  left: 'M0 .5H1M.25 0L0 .5L.25 1',
  down: 'M.5 0V1M0 .75L.5 1L1 .75',
  up: 'M.5 1V0M0 .25L.5 0L1 .25',
  both: 'M.75 0L1 .5L.75 1M.25 0L0 .5L.25 1',
};

function drawArrow(canvas: Canvas, heading: Heading, box: Rect): void {
  canvas.save();
  canvas.translate(box.x, box.y);
  drawPath(canvas, ARROWS[heading], 'stroke', box.width, box.height);
  canvas.restore();
}

const portWithFlows = framed(({ canvas, w, h }) => {
  drawRect(canvas, w * 0.07, 0, w * 0.86, h);
  drawRect(canvas, 0, h * 0.125, w * 0.14, h * 0.25);
  drawRect(canvas, 0, h * 0.625, w * 0.14, h * 0.25);
  drawRect(canvas, w * 0.86, h * 0.375, w * 0.14, h * 0.25);
  drawArrow(canvas, 'right', rect(w * 0.01, h * 0.2, w * 0.11, h * 0.1));
  drawArrow(canvas, 'left', rect(w * 0.02, h * 0.7, w * 0.11, h * 0.1));
  drawArrow(canvas, 'both', rect(w * 0.88, h * 0.45, w * 0.1, h * 0.1));
});

interface FlowSide {
  readonly into: Heading;
  readonly outOf: Heading;
  /** How far the port's middle stands from the box's, in halves of the box. */
  readonly x: number;
  readonly y: number;
}

const FLOW_SIDES = lookupTable<FlowSide>({
  n: { into: 'down', outOf: 'up', x: 0, y: -1 },
  s: { into: 'up', outOf: 'down', x: 0, y: 1 },
  w: { into: 'right', outOf: 'left', x: -1, y: 0 },
  e: { into: 'left', outOf: 'right', x: 1, y: 0 },
});

const PORT = 20;

/** A part with one port at the side flowDir, and the arrow of flowType in it. */
const itemFlow = framed(({ canvas, w, h, style }) => {
  const side = FLOW_SIDES[style.string('flowDir', '').toLowerCase()];
  if (!side) return;
  const half = PORT / 2;
  drawRect(
    canvas,
    side.x < 0 ? half : 0,
    side.y < 0 ? half : 0,
    w - Math.abs(side.x) * half,
    h - Math.abs(side.y) * half,
  );
  const x = w / 2 - half + side.x * (w / 2 - half);
  const y = h / 2 - half + side.y * (h / 2 - half);
  drawRect(canvas, x, y, PORT, PORT);
  const flow = style.get('flowType');
  if (flow !== 'in' && flow !== 'out') return;
  const heading = flow === 'in' ? side.into : side.outOf;
  if (side.x === 0) drawArrow(canvas, heading, rect(x + 5, y + 2, 10, 16));
  else drawArrow(canvas, heading, rect(x + 2, y + 5, 16, 10));
});

const PORT_MARKS = lookupTable<string>({
  flowN: 'M.25 .5L.5 .25L.75 .5M.5 .25V.75',
  flowE: 'M.5 .25L.75 .5L.5 .75M.75 .5H.25',
  flowS: 'M.25 .5L.5 .75L.75 .5M.5 .75V.25',
  flowW: 'M.5 .25L.25 .5L.5 .75M.25 .5H.75',
  doubleH: 'M.6 .25L.85 .5L.6 .75M.4 .25L.15 .5L.4 .75',
  doubleV: 'M.25 .6L.5 .85L.75 .6M.25 .4L.5 .15L.75 .4',
});

const port = framed(({ canvas, w, h, style }) => {
  drawRect(canvas, 0, 0, w, h);
  const mark = PORT_MARKS[style.string('sysMLPortType', 'empty')];
  if (mark !== undefined) drawPath(canvas, mark, 'stroke', w, h);
});

const threePorts = (left: boolean): Shape =>
  framed(({ canvas, w, h }) => {
    drawRect(canvas, left ? PORT / 2 : 0, 0, w - PORT / 2, h);
    for (const at of [0.25, 0.5, 0.75]) drawRect(canvas, left ? 0 : w - PORT, h * at - PORT / 2, PORT, PORT);
  });

const nestedPort = framed(({ canvas, w, h }) => {
  drawRect(canvas, w * 0.08, 0, w * 0.92, h);
  drawRect(canvas, w * 0.03, h * 0.1, w * 0.1, h * 0.8);
  for (const at of [0.15, 0.42, 0.69]) drawRect(canvas, 0, h * at, w * 0.06, h * 0.16);
});

/** Shapes lower than this show no parameters. */
const MINIMUM_HEIGHT_FOR_PORTS = 60;

const parametricDiagram = framed(({ canvas, w, h }) => {
  drawRoundRect(canvas, rect(0, 0, w, h), 10);
  if (h <= MINIMUM_HEIGHT_FOR_PORTS) return;
  drawRect(canvas, 0, h * 0.25 - PORT / 2, PORT, PORT, 'stroke');
  drawRect(canvas, 0, h * 0.75 - PORT / 2, PORT, PORT, 'stroke');
});

const constraintProperty = framed(({ canvas, w, h }) => {
  drawRect(canvas, 0, 0, w, h);
  if (h <= MINIMUM_HEIGHT_FOR_PORTS) return;
  drawRect(canvas, 0, 50, PORT, PORT, 'stroke');
  drawRect(canvas, 0, 80, PORT, PORT, 'stroke');
});

const coregion = framed(({ canvas, w, h }) => {
  const bracket = Math.min(10, h);
  drawPath(canvas, `M0 ${bracket}V0H${w}V${bracket}M0 ${h - bracket}V${h}H${w}V${h - bracket}`, 'stroke');
});

const dimension = framed(({ canvas, w, h }) =>
  drawPath(canvas, `M0 20H${w}M10 15L0 20L10 25M${w - 10} 15L${w} 20L${w - 10} 25M0 15V${h}M${w} 15V${h}`, 'stroke'),
);

const STATE_RADIUS = 10;
const TAB_HEIGHT = 20;
const TAB_LEFT = 15;

const compositeState = framed(({ canvas, w, h }) => {
  drawRoundRect(canvas, rect(0, TAB_HEIGHT, w, h - TAB_HEIGHT), STATE_RADIUS);
  drawRect(canvas, TAB_LEFT, 0, 110, TAB_HEIGHT);
});

const region = framed(({ canvas, w, h, style }) => {
  drawRoundRect(canvas, rect(0, TAB_HEIGHT, w, h - TAB_HEIGHT), STATE_RADIUS);
  const strokeWidth = Math.trunc(styleStrokeWidth(style));
  canvas.setStrokeWidth(strokeWidth * 2);
  drawRect(canvas, TAB_LEFT, 0, 50, TAB_HEIGHT);
  canvas.setStrokeWidth(strokeWidth);
  canvas.setDashed(true, false);
  drawPath(canvas, `M${w / 2} ${TAB_HEIGHT}V${h}`, 'stroke');
});

const simpleState = framed(({ canvas, w, h }) => drawRoundRect(canvas, rect(0, 0, w, h), STATE_RADIUS));

/** A state with an exit point at its right side. */
const stateWithExit = framed(({ canvas, w, h, style }) => {
  drawRoundRect(canvas, rect(0, 0, w - 10, h), STATE_RADIUS);
  canvas.setFillColor(style.color('strokeColor', '#000000'));
  drawEllipse(canvas, w - 20, h / 2 - 10, 20, 20, 'stroke');
  drawEllipse(canvas, w - 17, h / 2 - 7, 14, 14);
});

const useCaseWithExtensions = framed(({ canvas, w, h }) => {
  drawEllipse(canvas, 0, 0, w, h);
  drawPath(canvas, `M${w * 0.02} ${h * 0.35}H${w * 0.98}`, 'stroke');
});

const SYSML_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.sysml.package': diagramPackage,
  'mxgraph.sysml.package2': openPackage,
  'mxgraph.sysml.none': { draw() {} },
  'mxgraph.sysml.rect': slab(0, 1),
  'mxgraph.sysml.port': port,
  'mxgraph.sysml.port1': slab(0.05, 0.9),
  'mxgraph.sysml.port2': slab(0.05, 0.8),
  'mxgraph.sysml.port3': portWithFlows,
  'mxgraph.sysml.port4': slab(0.05, 0.95),
  'mxgraph.sysml.itemFlow': itemFlow,
  'mxgraph.sysml.itemFlowLeft': threePorts(true),
  'mxgraph.sysml.itemFlowRight': threePorts(false),
  'mxgraph.sysml.nestedPort': nestedPort,
  'mxgraph.sysml.paramDgm': parametricDiagram,
  'mxgraph.sysml.consProp': constraintProperty,
  'mxgraph.sysml.coregion': coregion,
  'mxgraph.sysml.dimension': dimension,
  'mxgraph.sysml.compState': compositeState,
  'mxgraph.sysml.region': region,
  'mxgraph.sysml.simpleState': simpleState,
  'mxgraph.sysml.stateMachine': stateWithExit,
  'mxgraph.sysml.submState': stateWithExit,
  'mxgraph.sysml.useCaseExtPt': useCaseWithExtensions,
  ...SYSML_ACTIVITIES,
};

/** `findShape`: what gives the shape that a composite's name says. */
export const sysmlShapes = (findShape: (name: string) => Shape | undefined): Readonly<Record<string, Shape>> => ({
  ...SYSML_SHAPES,
  'mxgraph.sysml.composite': sysmlComposite(findShape),
});
