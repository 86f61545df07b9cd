/** The AWS 3D library: its solids, and the arrows and lines that lie on its isometric floor. */

import { drawPath, type Frame, framed, pathShape } from '../../general/frame.js';
import type { Shape } from '../../shape.js';
import { AWS3D_COMPUTE } from './aws3dCompute.js';
import { AWS3D_NETWORK } from './aws3dNetwork.js';
import { type Solid, solidShape } from './aws3dSolid.js';
import { AWS3D_STORAGE } from './aws3dStorage.js';

const BLUE = '#2D6195';
const YELLOW = '#F4B934';

/** Which sides of its box an arrow runs to; the data is for one that runs to the upper right. */
interface Heading {
  readonly west: boolean;
  readonly south: boolean;
}

interface Pen {
  readonly at: (x: number, y: number) => string;
  readonly arc: (radiusX: number, radiusY: number, x: number, y: number) => string;
}

/** Writes places of the arrow to the upper right where they lie in one of another heading. */
function mirror(w: number, h: number, { west, south }: Heading): Pen {
  const x = (value: number): number => (west ? w - value : value);
  const y = (value: number): number => (south ? h - value : value);
  const sweep = west === south ? 1 : 0;
  return {
    at: (px, py) => `${x(px)} ${y(py)}`,
    arc: (rx, ry, px, py) => `A ${rx} ${ry} 0 0 ${sweep} ${x(px)} ${y(py)}`,
  };
}

/** The rounded end of an arrow's shaft at the lower left. */
function roundEnd(w: number, h: number, heading: Heading): string {
  const { at, arc } = mirror(w, h, heading);
  return [
    `L ${at(9.7, h - 3.5)}`,
    arc(6, 3, 9, h - 0.4),
    arc(5.2, 3, 1, h - 1.4),
    arc(6, 2.8, 3, h - 5.4),
    arc(5, 3, 6.7, h - 5.2),
    'Z',
  ].join(' ');
}

const arrow = (heading: Heading): Shape =>
  pathShape((w, h) => {
    const { at } = mirror(w, h, heading);
    const tip = [at(w - 17, 8), at(w - 21, 5.5), at(w, 0), at(w - 9.7, 12.2), at(w - 13.9, 9.8)];
    return `M ${tip.join(' L ')} ${roundEnd(w, h, heading)}`;
  });

const NORTH_EAST: Heading = { west: false, south: false };

const arrowless = pathShape((w, h) => `M ${w - 3.1} 0 L ${w} 1.8 ${roundEnd(w, h, NORTH_EAST)}`);

/** What gives the lines their colours: the library, or (in their second edition) the style. */
type Colors = 'own' | 'style';

/** A dashed line, with the heads given as triangles. */
function drawDashed({ canvas, style }: Frame, colors: Colors, line: string, heads: readonly string[]): void {
  canvas.save();
  canvas.setFillColor(colors === 'own' ? BLUE : style.color('strokeColor', '#000000'));
  canvas.setStrokeColor(undefined);
  for (const head of heads) drawPath(canvas, head);
  canvas.restore();
  if (colors === 'own') canvas.setStrokeColor(BLUE);
  canvas.setStrokeWidth(4);
  canvas.setDashed(true);
  canvas.setLineCap('round');
  drawPath(canvas, line, 'stroke');
}

const dashedEdgeDouble = (colors: Colors): Shape =>
  framed((frame) => {
    const { w, h } = frame;
    drawDashed(frame, colors, `M 7.675 4.425 L ${w - 7.675} ${h - 4.425}`, [
      'M 21 5.5 L 0 0 9.7 12.2',
      `M ${w - 21} ${h - 5.5} L ${w} ${h} ${w - 9.7} ${h - 12.2}`,
    ]);
  });

const dashedEdge = (colors: Colors): Shape =>
  framed((frame) => {
    const { w, h } = frame;
    drawDashed(frame, colors, `M ${w - 7.675} 4.425 L 0 ${h}`, [`M ${w - 21} 5.5 L ${w} 0 ${w - 9.7} 12.2`]);
  });

const dashedArrowless = (colors: Colors): Shape =>
  framed((frame) => drawDashed(frame, colors, `M 0 0 L ${frame.w} ${frame.h}`, []));

function drawFlat({ canvas }: Frame, colors: Colors, data: string): void {
  if (colors === 'own') {
    canvas.setFillColor(YELLOW);
    canvas.setStrokeColor(undefined);
  }
  drawPath(canvas, `${data}Z`);
}

const flatEdge = (colors: Colors): Shape =>
  framed((frame) => {
    const { w, h } = frame;
    const corners = [w - 46, 8.8, w - 61.2, 0, w, 0, w, 35.5, w - 15.4, 26.5, 30.7, h, 0, h - 17.7];
    drawFlat(frame, colors, `M ${corners.join(' ')}`);
  });

const flatDoubleEdge = (colors: Colors): Shape =>
  framed((frame) => {
    const { w, h } = frame;
    const half: readonly (readonly [number, number])[] = [
      [15.3, 61.9],
      [30.8, 53.2],
      [15.4, 44.2],
      [0, 53.2],
      [15.4, 8.8],
      [92.1, 0],
      [76.5, 8.8],
      [92.1, 17.7],
      [107.4, 8.8],
    ];
    // The second head is the first one turned by a half turn.
    const ends = half.map(([x, y]) => `${x} ${y}`);
    const others = half.map(([x, y]) => `${w - x} ${h - y}`);
    drawFlat(frame, colors, `M ${[...ends, ...others].join(' L ')}`);
  });

/** A cloud with a lock. */
const SECURE_CONNECTION: Solid = {
  size: [1, 1],
  layers: [
    [
      'face',
      'M.0058 .3889A.2096 .3536 0 0 1 .0774 .1856A.5241 .8839 0 0 1 .308 .0262A.8735 1.4732 0 0 1 .6417 .056' +
        'A.6988 1.1786 0 0 1 .9106 .277A.2621 .442 0 0 1 1 .5451A.2096 .3536 0 0 1 .9474 .7808' +
        'A.4368 .7366 0 0 1 .7186 .9605A.8735 1.4732 0 0 1 .3045 .9104A.6115 1.0312 0 0 1 .0687 .6747' +
        'A.2096 .3536 0 0 1 .0058 .3889Z',
    ],
    [
      'ink',
      'M.2661 .5068 .5002 .7336 .6626 .5775 .6469 .5539 .6958 .5097A.0874 .1473 0 0 0 .7325 .4066' +
        'A.0874 .1473 0 0 0 .6889 .3153A.1747 .2946 0 0 0 .5928 .2622A.1398 .2357 0 0 0 .5107 .3005' +
        'L.446 .3654 .4268 .3477ZM.4949 .4184 .5491 .3624A.1222 .2062 0 0 1 .6277 .3536' +
        'A.0874 .1179 0 0 1 .6679 .3978A.0175 .0295 0 0 1 .6626 .439L.5928 .5068Z',
    ],
  ],
};

const SOLIDS: Readonly<Record<string, Solid>> = {
  ...AWS3D_COMPUTE,
  ...AWS3D_STORAGE,
  ...AWS3D_NETWORK,
  'mxgraph.aws3d.secureConnection': SECURE_CONNECTION,
};

const AWS3D_SHAPES: Readonly<Record<string, Shape>> = {
  ...Object.fromEntries(Object.entries(SOLIDS).map(([name, solid]) => [name, solidShape(solid)])),
  'mxgraph.aws3d.arrowNE': arrow(NORTH_EAST),
  'mxgraph.aws3d.arrowSE': arrow({ west: false, south: true }),
  'mxgraph.aws3d.arrowSW': arrow({ west: true, south: true }),
  'mxgraph.aws3d.arrowNW': arrow({ west: true, south: false }),
  'mxgraph.aws3d.arrowlessNE': arrowless,
  'mxgraph.aws3d.dashedEdgeDouble': dashedEdgeDouble('own'),
  'mxgraph.aws3d.dashedEdgeDouble2': dashedEdgeDouble('style'),
  'mxgraph.aws3d.dashedArrowlessEdge': dashedArrowless('own'),
  'mxgraph.aws3d.dashedArrowlessEdge2': dashedArrowless('style'),
  'mxgraph.aws3d.dashedEdge': dashedEdge('own'),
  'mxgraph.aws3d.dashedEdge2': dashedEdge('style'),
  'mxgraph.aws3d.flatEdge': flatEdge('own'),
  'mxgraph.aws3d.flatEdge2': flatEdge('style'),
  'mxgraph.aws3d.flatDoubleEdge': flatDoubleEdge('own'),
  'mxgraph.aws3d.flatDoubleEdge2': flatDoubleEdge('style'),
};

export const aws3dShapes = (): Readonly<Record<string, Shape>> => AWS3D_SHAPES;
