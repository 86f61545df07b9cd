/** SAP's icons: an image in a disc. */
import { drawEllipse, framed } from '../general/frame.js';
import type { Shape } from '../shape.js';

const icon = framed(({ canvas, w, h, style, cell }) => {
  drawEllipse(canvas, 0, 0, w, h);
  const image = cell.image(`img/lib/sap/${style.string('SAPIcon', '')}.svg`);
  if (image !== undefined) canvas.image(w * 0.2, h * 0.2, w * 0.6, h * 0.6, image);
});

const SAP_SHAPES: Readonly<Record<string, Shape>> = { 'mxgraph.sap.icon': icon };

export const sapShapes = (): Readonly<Record<string, Shape>> => SAP_SHAPES;
