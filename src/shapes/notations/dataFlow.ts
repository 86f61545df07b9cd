/** Data flow diagrams (mxgraph.dfd.…). */
import { drawPath, framed, pathShape } from '../general/frame.js';
import type { Shape } from '../shape.js';

const start = pathShape((w, h) => {
  const r = Math.min(h / 2, w / 2);
  const middle = h / 2;
  const arc = `A${r} ${r} 0 0 1`;
  return `M${w - r} ${middle - r}${arc} ${w} ${middle}${arc} ${w - r} ${middle + r}
    H${r}${arc} 0 ${middle}${arc} ${r} ${middle - r}Z`;
});

const archive = framed(({ canvas, w, h }) => {
  drawPath(canvas, 'M0 0H1L.5 1Z', 'both', w, h);
  drawPath(canvas, 'M.1 .2H.9', 'stroke', w, h);
});

const check = framed(({ canvas, w, h }) => {
  const tip = Math.min(h / 2, w / 2);
  drawPath(canvas, `M0 ${h / 2}L${tip} 0H${w - tip}L${w} ${h / 2}L${w - tip} ${h}H${tip}L0 ${h / 2}Z`);
  drawPath(canvas, `M${w - tip} 0L${w - 2 * tip} ${h / 2}L${w - tip} ${h}`, 'stroke');
});

const dataStoreWithId = framed(({ canvas, w, h }) => {
  drawPath(canvas, `M${w} ${h}H0V0H${w}`);
  drawPath(canvas, `M${Math.min(30, w)} 0V${h}`, 'stroke');
});

/** How deep the block of an external entity is, px. */
const DEPTH = 10;

const externalEntity = framed(({ canvas, w, h, style }) => {
  const outline = `M0 0H${w - DEPTH}L${w} ${DEPTH}V${h}H${DEPTH}L0 ${h - DEPTH}Z`;
  drawPath(canvas, outline);
  canvas.setFillColor('#000000');
  canvas.setAlpha(0.5);
  drawPath(canvas, `M0 0H${w - DEPTH}L${w} ${DEPTH}H${DEPTH}V${h}L0 ${h - DEPTH}Z`, 'fill');
  canvas.setAlpha(style.number('opacity', 100) / 100);
  drawPath(canvas, `${outline}M${DEPTH} ${h}V${DEPTH}H${w}M0 0L${DEPTH} ${DEPTH}`, 'stroke');
});

const loop = pathShape((w, h) => {
  const r = Math.min(h * 0.8, w * 0.8);
  const inset = r / 4;
  return `M${w - inset} 0A${r} ${r} 0 0 1 ${w - inset} ${h}H${inset}A${r} ${r} 0 0 1 ${inset} 0Z`;
});

const DATA_FLOW_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.dfd.start': start,
  'mxgraph.dfd.archive': archive,
  'mxgraph.dfd.check2': check,
  'mxgraph.dfd.dataStoreID': dataStoreWithId,
  'mxgraph.dfd.externalEntity': externalEntity,
  'mxgraph.dfd.loop': loop,
};

export const dataFlowShapes = (): Readonly<Record<string, Shape>> => DATA_FLOW_SHAPES;
