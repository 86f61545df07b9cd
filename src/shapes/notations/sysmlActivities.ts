/** SysML activities: actions, events, final nodes, pins, parameter sets and partitions (mxgraph.sysml.…). */

import type { Canvas } from '../../drawing/canvas.js';
import { rect } from '../../geometry/plane.js';
import { drawEllipse, drawPath, drawRect, drawRoundRect, framed, pathShape } from '../general/frame.js';
import type { Shape } from '../shape.js';

const RADIUS = 10;
const PIN = 20;

const callBehavior = framed(({ canvas, w, h }) => {
  drawRoundRect(canvas, rect(0, 0, w, h), RADIUS);
  if (h <= 30 || w <= 40) return;
  const [left, top] = [w - 30, h - 30];
  drawPath(
    canvas,
    `M${left + 10} ${top}V${top + 20}M${left} ${top + 20}V${top + 10}H${left + 20}V${top + 20}`,
    'stroke',
  );
});

const acceptEvent = pathShape((w, h) => `M0 0H${w}V${h}H0L${h * 0.3} ${h / 2}Z`);
const timeEvent = pathShape((w, h) => `M0 0H${w}L0 ${h}H${w}Z`);
const sendSignal = pathShape((w, h) => `M0 0H${w - h * 0.3}L${w} ${h / 2}L${w - h * 0.3} ${h}H0Z`);

const activityFinal = framed(({ canvas, w, h, style }) => {
  drawEllipse(canvas, 0, 0, w, h);
  canvas.setFillColor(style.color('strokeColor', '#000000'));
  drawEllipse(canvas, 5, 5, w - 10, h - 10);
});

const flowFinal = framed(({ canvas, w, h }) => {
  drawEllipse(canvas, 0, 0, w, h);
  drawPath(canvas, 'M.145 .145L.855 .855M.855 .145L.145 .855', 'stroke', w, h);
});

const TAG_HEIGHT = 20;

/** The name tag of an activity, from `left` on; too narrow a one is not drawn. */
function drawTag(canvas: Canvas, left: number, wanted: number, w: number): void {
  const right = Math.min(wanted, w);
  if (right <= TAG_HEIGHT) return;
  drawPath(canvas, `M${left} ${TAG_HEIGHT}H${right - TAG_HEIGHT / 2}L${right} ${TAG_HEIGHT / 2}V0H${left}Z`);
}

const parameterNodes = framed(({ canvas, w, h }) => {
  const gapStart = Math.max(w * 0.35, 70);
  const gapEnd = Math.min(w * 0.65, w - 10);
  drawPath(canvas, `M${gapStart} ${h}H10V0H${gapStart}M${gapEnd} ${h}H${w - 10}V0H${gapEnd}`, 'stroke');
  drawTag(canvas, 10, 50, w);
  drawRect(canvas, 0, h * 0.35 - PIN / 2, PIN, PIN);
  drawRect(canvas, 0, h * 0.65 - PIN / 2, PIN, PIN);
  drawRect(canvas, w - PIN, h / 2 - PIN / 2, PIN, PIN);
});

const controlOperator = framed(({ canvas, w, h }) => {
  drawRect(canvas, 0, 0, w, h);
  const right = Math.min(130, w);
  if (right > TAG_HEIGHT) {
    drawPath(canvas, `M0 ${TAG_HEIGHT}H${right - TAG_HEIGHT / 2}L${right} ${TAG_HEIGHT / 2}V0`, 'stroke');
  }
});

const drawHalfPin = (canvas: Canvas, x: number, h: number): void => drawRect(canvas, x, h / 2 - PIN / 2, PIN / 2, PIN);

const withControlPins = framed(({ canvas, w, h }) => {
  drawHalfPin(canvas, 0, h);
  drawRoundRect(canvas, rect(10, 0, w - 20, h), RADIUS);
  drawHalfPin(canvas, w - 10, h);
});

const withStreamPins = framed(({ canvas, w, h, style }) => {
  const pinColor = style.color('strokeColor', '#000000');
  canvas.setFillColor(pinColor);
  drawHalfPin(canvas, 0, h);
  canvas.setFillColor(style.color('fillColor', '#ffffff'));
  drawRoundRect(canvas, rect(10, 0, w - 20, h), RADIUS);
  canvas.setFillColor(pinColor);
  drawHalfPin(canvas, w - 10, h);
});

const activityStream = framed(({ canvas, w, h }) => {
  drawRect(canvas, 0, 0, w - 10, h);
  drawTag(canvas, 0, 40, w);
  drawRect(canvas, w - PIN, h / 2 - PIN / 2, PIN, PIN);
});

const objectFlowOut = framed(({ canvas, w, h }) => {
  drawRoundRect(canvas, rect(0, 0, w - 10, h), RADIUS);
  drawHalfPin(canvas, w - 10, h);
});

const objectFlowIn = framed(({ canvas, w, h }) => {
  drawHalfPin(canvas, 0, h);
  drawRoundRect(canvas, rect(10, 0, w - 10, h), RADIUS);
});

// ---- parameter sets: a frame around two pins

const SET_HEIGHT = 56;

const drawSetFrame = (canvas: Canvas, x: number, middle: number, width: number): void =>
  drawRect(canvas, x, middle - SET_HEIGHT / 2, width, SET_HEIGHT);

function drawSetPins(canvas: Canvas, x: number, middle: number, width: number): void {
  drawRect(canvas, x, middle - 24, width, PIN);
  drawRect(canvas, x, middle + 4, width, PIN);
}

const parameterSet = framed(({ canvas, w, h }) => {
  drawSetFrame(canvas, 0, h / 2, 10);
  drawRoundRect(canvas, rect(10, 0, w - 20, h), RADIUS);
  drawSetFrame(canvas, w - 10, h / 2, 10);
  drawSetPins(canvas, 4, h / 2, 6);
  drawSetPins(canvas, w - 10, h / 2, 6);
});

/** Activities lower than this show no parameter sets. */
const MINIMUM_HEIGHT_FOR_SETS = 70;

const activityParameterSet = framed(({ canvas, w, h }) => {
  drawRect(canvas, 10, 0, w - 20, h);
  drawTag(canvas, 10, 50, w);
  if (h <= MINIMUM_HEIGHT_FOR_SETS) return;
  drawSetFrame(canvas, 0, h / 2, 15);
  drawSetPins(canvas, 4, h / 2, 15);
  drawSetFrame(canvas, w - 15, h / 2, 15);
  drawSetPins(canvas, w - 19, h / 2, 15);
});

const probability = framed(({ canvas, w, h }) => {
  drawRoundRect(canvas, rect(0, 0, w - 10, h), RADIUS);
  drawSetFrame(canvas, w - 10, h / 4, 10);
  drawSetFrame(canvas, w - 10, (h * 3) / 4, 10);
  drawSetPins(canvas, w - 10, h / 4, 6);
  drawSetPins(canvas, w - 10, (h * 3) / 4, 6);
});

const activityProbability = framed(({ canvas, w, h }) => {
  drawRect(canvas, 0, 0, w - 10, h);
  drawTag(canvas, 0, 40, w);
  if (h <= MINIMUM_HEIGHT_FOR_SETS) return;
  for (const middle of [h / 4, (h * 3) / 4]) {
    drawSetFrame(canvas, w - 15, middle, 15);
    drawSetPins(canvas, w - 19, middle, 15);
  }
});

const partition = framed(({ canvas, w, h }) => drawPath(canvas, `M0 0V${h}M${w} 0V${h}`, 'stroke'));

/** A pill along the longer side. */
const continuation = pathShape((w, h) => {
  if (w > h) {
    const r = h / 2;
    return `M${w - r} 0A${r} ${r} 0 0 1 ${w - r} ${h}H${r}A${r} ${r} 0 0 1 ${r} 0Z`;
  }
  const r = w / 2;
  return `M0 ${h - r}A${r} ${r} 0 0 0 ${w} ${h - r}V${r}A${r} ${r} 0 0 0 0 ${r}Z`;
});

const xMark = pathShape((w, h) => `M0 0L${w} ${h}M0 ${h}L${w} 0`);

export const SYSML_ACTIVITIES: Readonly<Record<string, Shape>> = {
  'mxgraph.sysml.callBehAct': callBehavior,
  'mxgraph.sysml.accEvent': acceptEvent,
  'mxgraph.sysml.timeEvent': timeEvent,
  'mxgraph.sysml.sendSigAct': sendSignal,
  'mxgraph.sysml.actFinal': activityFinal,
  'mxgraph.sysml.flowFinal': flowFinal,
  'mxgraph.sysml.actParamNode': parameterNodes,
  'mxgraph.sysml.contOper': controlOperator,
  'mxgraph.sysml.isControl': withControlPins,
  'mxgraph.sysml.isStream': withStreamPins,
  'mxgraph.sysml.isActStream': activityStream,
  'mxgraph.sysml.paramSet': parameterSet,
  'mxgraph.sysml.paramActSet': activityParameterSet,
  'mxgraph.sysml.probability': probability,
  'mxgraph.sysml.actProb': activityProbability,
  'mxgraph.sysml.objFlowR': objectFlowOut,
  'mxgraph.sysml.objFlowL': objectFlowIn,
  'mxgraph.sysml.actPart': partition,
  'mxgraph.sysml.cont': continuation,
  'mxgraph.sysml.x': xMark,
};
