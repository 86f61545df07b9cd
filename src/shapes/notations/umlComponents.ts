/** Component diagrams and their kin: modules, components, interfaces, and the entity that associates others. */

import type { Canvas } from '../../drawing/canvas.js';
import { point } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import { drawRectangleForeground, footerLabelBox } from '../general/foreground.js';
import { drawEllipse, drawPath, framed } from '../general/frame.js';
import { cylinderLabelBox } from '../general/labelMargins.js';
import { cornerRadius, drawInBox, drawRectangle, styleStrokeWidth, tracePolygon } from '../general/outline.js';
import type { Shape } from '../shape.js';

/** A box with two plugs at its left side, whose inner halves are drawn as lines. */
function drawPlugs(
  canvas: Canvas,
  w: number,
  h: number,
  plug: { readonly width: number; readonly height: number; readonly tops: readonly [number, number] },
): void {
  const middle = plug.width / 2;
  const [first, second] = plug.tops.map((top) => ({ top, bottom: top + plug.height }));
  if (!first || !second) return;
  drawPath(
    canvas,
    `M${middle} 0H${w}V${h}H${middle}V${second.bottom}H0V${second.top}H${middle}V${first.bottom}H0V${first.top}H${middle}Z`,
  );
  const inside = ({ top, bottom }: { top: number; bottom: number }): string =>
    `M${middle} ${top}H${plug.width}V${bottom}H${middle}`;
  drawPath(canvas, inside(first) + inside(second), 'stroke');
}

const moduleShape = framed(
  ({ canvas, w, h, style }) => {
    const width = style.number('jettyWidth', 20);
    const height = style.number('jettyHeight', 10);
    const first = Math.min(height, h - height);
    const second = Math.min(first + 2 * height, h - height);
    drawPlugs(canvas, w, h, { width, height, tops: [first, second] });
  },
  { labelBox: cylinderLabelBox },
);

const component = framed(
  ({ canvas, w, h, style }) => {
    const width = style.number('jettyWidth', 32);
    const height = style.number('jettyHeight', 12);
    drawPlugs(canvas, w, h, { width, height, tops: [0.3 * h - height / 2, 0.7 * h - height / 2] });
  },
  { labelBox: cylinderLabelBox },
);

const lollipop = framed(({ canvas, w, h, style }) => {
  const size = style.number('size', 10);
  drawEllipse(canvas, (w - size) / 2, 0, size, size);
  drawPath(canvas, `M${w / 2} ${size}V${h}`, 'stroke');
});

/** The gap between an interface's circle and the socket around it, px. */
const socketInset = (style: Style): number => style.number('inset', 2) + styleStrokeWidth(style);

const requires = framed(({ canvas, w, h, style }) => {
  const size = style.number('size', 10);
  const inset = socketInset(style);
  const [left, middle, right] = [(w - size) / 2 - inset, w / 2, (w + size) / 2 + inset];
  drawPath(canvas, `M${middle} ${size + inset}V${h}`, 'stroke');
  drawPath(
    canvas,
    `M${left} ${size / 2}Q${left} ${size + inset} ${middle} ${size + inset}
     Q${right} ${size + inset} ${right} ${size / 2}`,
    'stroke',
  );
});

const requiredInterface = framed(({ canvas, w, h }) =>
  drawPath(canvas, `M0 0Q${w} 0 ${w} ${h / 2}Q${w} ${h} 0 ${h}`, 'stroke'),
);

const providedRequiredInterface = framed(({ canvas, w, h, style }) => {
  const inset = socketInset(style);
  drawEllipse(canvas, 0, inset, w - 2 * inset, h - 2 * inset);
  drawPath(canvas, `M${w / 2} 0Q${w} 0 ${w} ${h / 2}Q${w} ${h} ${w / 2} ${h}`, 'stroke');
});

/** A rectangle with a rhombus in it. */
const associativeEntity: Shape = {
  draw(canvas, box, style) {
    drawRectangle(canvas, box, style);
    drawInBox(canvas, box, (w, h) => {
      const corners = [point(w / 2, 0), point(w, h / 2), point(w / 2, h), point(0, h / 2)];
      canvas.begin();
      tracePolygon(canvas, corners, { radius: cornerRadius(style) });
      canvas.stroke();
    });
    drawRectangleForeground(canvas, box, style);
  },
  labelBox: footerLabelBox,
};

export const COMPONENT_SHAPES: Readonly<Record<string, Shape>> = {
  module: moduleShape,
  component,
  lollipop,
  requires,
  requiredInterface,
  providedRequiredInterface,
  associativeEntity,
};
