/** Participants of Mermaid's sequence diagrams: icons of a fixed size at the top of their box, a queue and a stack. */

import type { Canvas } from '../../drawing/canvas.js';
import { rect } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import { drawEllipse, drawPath, drawRect, type Frame, framed } from '../general/frame.js';
import { drawInBox } from '../general/outline.js';
import { drawControl, drawEntity } from '../notations/uml.js';
import type { Shape } from '../shape.js';

/** The side of an icon where its box has room for it, px. */
const ICON_SIZE = 44;

const iconSize = (w: number, h: number): number => Math.min(ICON_SIZE, w, h);

/** A square icon in the middle of the box's upper edge. */
const icon = (draw: (canvas: Canvas, w: number, h: number, style: Style) => void): Shape =>
  framed(({ canvas, w, h, style }) => {
    const size = iconSize(w, h);
    drawInBox(canvas, rect((w - size) / 2, 0, size, size), () => draw(canvas, size, size, style));
  });

/** The circle stands in the middle, on the lifeline; the bar and its handle lie to the left of it. */
const seqBoundary = framed(({ canvas, w, h }) => {
  const size = iconSize(w, h);
  const left = (w - size) / 2;
  const handle = size * 0.9;
  const bar = size * 0.45;
  // The handle reaches a little into the circle.
  const end = left + handle * 0.175;
  const start = end - handle;
  const middle = size / 2;
  drawPath(canvas, `M${start} ${middle - bar / 2}V${middle + bar / 2}`, 'stroke');
  drawPath(canvas, `M${start} ${middle}H${end}`, 'stroke');
  drawEllipse(canvas, left, 0, size, size);
});

/** How deep the ends of a cylinder of this radius and length bulge, px. */
const bulge = (radius: number, length: number): number => radius / (2.5 + length / 50);

/** A cylinder that lies on its side. */
const seqQueue = framed(({ canvas, w, h }) => {
  const ry = h / 2;
  const rx = bulge(ry, h);
  const right = w - rx;
  drawPath(canvas, `M${rx} 0H${right}A${rx} ${ry} 0 0 1 ${right} ${h}H${rx}A${rx} ${ry} 0 0 1 ${rx} 0Z`);
  drawPath(canvas, `M${right} 0A${rx} ${ry} 0 0 0 ${right} ${h}`, 'stroke');
});

const STACK_OFFSET = 6;

/** Two sheets; the hinder one stands out of the box to the upper right. */
const seqCollections = framed(({ canvas, w, h }) => {
  drawRect(canvas, STACK_OFFSET, -STACK_OFFSET, w, h);
  drawRect(canvas, 0, 0, w, h);
});

/** An upright cylinder a third as wide and as high as the box is wide. */
const seqDatabase = framed(({ canvas, w }) => {
  const size = w / 3;
  const rx = size / 2;
  const ry = bulge(rx, size);
  const arc = `A${rx} ${ry} 0 0 0`;
  canvas.translate(size, 0);
  drawPath(canvas, `M0 ${ry}${arc} ${size} ${ry}${arc} 0 ${ry}V${size - ry}${arc} ${size} ${size - ry}V${ry}`);
});

/** A stick figure that does not grow with its box. */
const seqActorStick = framed(({ canvas, w }: Frame) => {
  const middle = w / 2;
  drawEllipse(canvas, middle - 15, 0, 30, 30);
  drawPath(
    canvas,
    `M${middle} 30V50M${middle - 18} 40H${middle + 18}M${middle} 50L${middle - 16} 65M${middle} 50L${middle + 16} 65`,
    'stroke',
  );
});

export const SEQUENCE_SHAPES: Readonly<Record<string, Shape>> = {
  seqBoundary,
  seqControl: icon(drawControl),
  seqEntity: icon(drawEntity),
  seqQueue,
  seqCollections,
  seqDatabase,
  seqActorStick,
};
