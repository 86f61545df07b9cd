/** IBM Cloud's boxes: a frame with the tag of its kind in the corner. */
import { rect } from '../../geometry/plane.js';
import { drawRect, drawStencil, framed } from '../general/frame.js';
import type { Shape } from '../shape.js';

const TAGGED = new Set(['cloud', 'vpc', 'region', 'zone', 'subnet', 'public', 'enterprise', 'classic']);
const TAG = 25;

const box = framed((frame) => {
  const { canvas, w, h, style } = frame;
  drawRect(canvas, 0, 0, w, h);
  const kind = style.string('prType', '');
  if (!TAGGED.has(kind)) return;
  canvas.setFillColor(style.color('strokeColor'));
  canvas.setStrokeColor(undefined);
  drawStencil(frame, `mxgraph.ibm.${kind}tag`, rect(0, 0, TAG, TAG));
});

const IBM_SHAPES: Readonly<Record<string, Shape>> = { 'mxgraph.ibm.box': box };

export const ibmShapes = (): Readonly<Record<string, Shape>> => IBM_SHAPES;
