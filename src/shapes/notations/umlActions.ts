/** UML 2.5 actions and pins (mxgraph.uml25.…). */
import type { Style } from '../../style/style.js';
import { drawPath, drawRect, framed } from '../general/frame.js';
import { isRounded } from '../general/outline.js';
import { roundedData } from '../general/widgets.js';
import type { Shape } from '../shape.js';

/** The corner radius, px: absolute with absoluteArcSize, else a fraction of the shorter side. */
function actionRadius(style: Style, w: number, h: number): number {
  const size = style.number('arcSize', 0);
  return Math.min(style.flag('absoluteArcSize') ? size : Math.min(w, h) * size, w / 2, h / 2);
}

const inputPin = framed(({ canvas, w, h }) => {
  drawPath(canvas, 'M0 0H1V1H0Z', 'both', w, h);
  drawPath(canvas, 'M.75 .5H.25M.4 .4L.25 .5L.4 .6', 'stroke', w, h);
});

const behaviorAction = framed(({ canvas, w, h, style }) => {
  drawPath(canvas, isRounded(style) ? roundedData(w, h, actionRadius(style, w, h)) : `M0 0H${w}V${h}H0Z`);
  if (w < 60 || h < 40) return;
  const middle = h / 2;
  drawPath(
    canvas,
    `M${w - 60} ${middle + 20}V${middle}H${w - 20}V${middle + 20}M${w - 40} ${middle - 20}V${middle + 20}`,
    'stroke',
  );
});

const action = framed(({ canvas, w, h, style }) => {
  drawPath(canvas, roundedData(w - 10, h, actionRadius(style, w, h)));
  drawRect(canvas, w - 10, h / 2 - 10, 10, 20);
});

const actionWithParameters = framed(({ canvas, w, h, style }) => {
  canvas.save();
  canvas.translate(20, 0);
  drawPath(canvas, roundedData(w - 20, h, actionRadius(style, w, h)));
  canvas.restore();
  drawRect(canvas, 5, h / 2 - 17, 20, 34);
  drawRect(canvas, 0, h / 2 - 13, 10, 10);
  drawRect(canvas, 0, h / 2 + 3, 10, 10);
});

const UML_ACTIONS: Readonly<Record<string, Shape>> = {
  'mxgraph.uml25.inputPin': inputPin,
  'mxgraph.uml25.behaviorAction': behaviorAction,
  'mxgraph.uml25.action': action,
  'mxgraph.uml25.actionParams': actionWithParameters,
};

export const umlActions = (): Readonly<Record<string, Shape>> => UML_ACTIONS;
