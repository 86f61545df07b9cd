/** The BPMN shapes: events, gateways, tasks, data objects, pools and conversations. */

import type { Canvas } from '../../../drawing/canvas.js';
import { type Rect, rect } from '../../../geometry/plane.js';
import type { FlagKey } from '../../../style/keys.js';
import { drawPath, drawRect, drawStencil, type Frame, framed } from '../../general/frame.js';
import { drawInBox } from '../../general/outline.js';
import { note } from '../../general/solids.js';
import { swimlane } from '../../general/swimlane.js';
import { drawBasicRect } from '../../libraries/basic/basicRect.js';
import type { Shape } from '../../shape.js';
import { drawEvent, drawEventOutline, drawEventSymbol, GATEWAY_MARKS } from './bpmnEvents.js';

const DIAMOND = 'M .5 0 L 1 .5 .5 1 0 .5 Z';
/** The side of the square that a marker at the foot of a task takes, px. */
const MARKER = 14;

/** Draws in a part of the frame, which becomes the frame. */
function within(frame: Frame, box: Rect, draw: (part: Frame) => void): void {
  drawInBox(frame.canvas, box, () => draw({ ...frame, w: box.width, h: box.height }));
}

const event = framed((frame) => {
  const { style } = frame;
  drawEvent(frame, { outline: style.string('outline', 'none'), symbol: style.string('symbol', '') });
});

/** The deprecated mxgraph.bpmn.shape: an event, perhaps in a gateway's diamond. */
const legacyEvent = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const drawing = { outline: style.string('outline', 'none'), symbol: style.string('symbol', ''), legacy: true };
  const draw = (part: Frame): void => {
    drawEventOutline(part, drawing.outline);
    drawEventSymbol(part, drawing);
  };
  if (style.get('background') !== 'gateway') {
    draw(frame);
    return;
  }
  drawPath(canvas, DIAMOND, 'both', w, h);
  within(frame, rect(w / 4, h / 4, w / 2, h / 2), draw);
});

const gateway = framed((frame) => {
  const { canvas, w, h, style } = frame;
  drawPath(canvas, DIAMOND, 'both', w, h);
  const kind = style.string('gwType', 'event');
  const outline = style.string('outline', 'none');
  if (kind === 'event' && outline !== 'none') {
    within(frame, rect(w * 0.2, h * 0.2, w * 0.6, h * 0.6), (part) =>
      drawEvent(part, { outline, symbol: style.string('symbol', 'standard') }),
    );
    return;
  }
  if (kind !== 'exclusive' && kind !== 'parallel' && kind !== 'complex') return;
  const narrow = kind === 'exclusive';
  canvas.setFillColor(canvas.strokeColor);
  within(frame, rect(w * (narrow ? 0.31 : 0.25), h * 0.25, w * (narrow ? 0.38 : 0.5), h * 0.5), (part) =>
    drawPath(canvas, GATEWAY_MARKS[kind], 'both', part.w, part.h),
  );
});

function drawEnvelope({ canvas }: Frame, x: number, y: number, w: number, h: number): void {
  drawRect(canvas, x, y, w, h);
  drawPath(canvas, `M ${x} ${y} L ${x + w / 2} ${y + h / 2} ${x + w} ${y}`, 'stroke');
}

const sendMarker = framed((frame) => drawEnvelope(frame, 0, 0, frame.w, frame.h));

const THREE_BARS = 'M 2.4 0 V 12 M 6 0 V 12 M 9.6 0 V 12';
const THREE_LINES = 'M 0 2.4 H 12 M 0 6 H 12 M 0 9.6 H 12';

function drawLines(canvas: Canvas, data: string, x: number, y: number): void {
  canvas.translate(x, y);
  drawPath(canvas, data, 'stroke');
  canvas.translate(-x, -y);
}

function drawPlusBox(canvas: Canvas, x: number, y: number): void {
  drawRect(canvas, x, y, MARKER, MARKER, 'stroke');
  drawPath(canvas, `M ${x + 4} ${y + 7} H ${x + 10} M ${x + 7} ${y + 4} V ${y + 10}`, 'stroke');
}

/** A marker at the foot of a task: the style key that asks for it and how it is drawn in its square. */
interface FootMarker {
  readonly key: FlagKey;
  readonly draw: (frame: Frame, x: number, y: number) => void;
}

/** In the order that draw.io sets them, from left to right. */
const FOOT_MARKERS: readonly FootMarker[] = [
  { key: 'isLoopStandard', draw: (frame, x, y) => drawStencil(frame, 'mxgraph.bpmn.loop', rect(x + 1, y + 1, 12, 12)) },
  { key: 'isLoopMultiParallel', draw: ({ canvas }, x, y) => drawLines(canvas, THREE_BARS, x + 1, y + 1) },
  { key: 'isLoopMultiSeq', draw: ({ canvas }, x, y) => drawLines(canvas, THREE_LINES, x + 1, y + 1) },
  { key: 'isLoopComp', draw: (frame, x, y) => drawStencil(frame, 'mxgraph.bpmn.compensation', rect(x, y + 1, 14, 12)) },
  { key: 'isLoopSub', draw: ({ canvas }, x, y) => drawPlusBox(canvas, x, y) },
  { key: 'isAdHoc', draw: drawAdHocMarker },
];

/** The tilde, solid in the stroke colour; what follows is drawn in the style's own colours. */
function drawAdHocMarker(frame: Frame, x: number, y: number): void {
  const { canvas, style } = frame;
  canvas.setStrokeColor(undefined);
  canvas.setFillColor(style.color('strokeColor', '#000000'));
  drawStencil(frame, 'mxgraph.bpmn.ad_hoc', rect(x + 1, y + 4, 12, 6));
  canvas.setStrokeColor(style.color('strokeColor', '#000000'));
  canvas.setFillColor(style.color('fillColor', '#ffffff'));
}

function drawTaskMarker(frame: Frame, marker: string, inset: number): void {
  const { canvas, style } = frame;
  const stencil = (name: string, offset: number, w: number, h: number): boolean =>
    drawStencil(frame, `mxgraph.bpmn.${name}`, rect(inset + offset, inset + offset, w, h));
  switch (marker) {
    case 'service':
      canvas.setFillColor(style.color('fillColor', '#ffffff'));
      stencil('service_task', 2, 16, 16);
      break;
    case 'send':
      canvas.setStrokeColor(style.color('fillColor', '#ffffff'));
      canvas.setFillColor(style.color('strokeColor', '#000000'));
      drawEnvelope(frame, inset + 4, inset + 4, 18, 13);
      break;
    case 'receive':
      drawEnvelope(frame, inset + 4, inset + 4, 18, 13);
      break;
    case 'user':
      stencil('user_task', 2, 16, 16);
      break;
    case 'manual':
      stencil('manual_task', 3, 18, 14);
      break;
    case 'businessRule':
      stencil('business_rule_task', 4, 18, 14);
      break;
    case 'script':
      stencil('script_task', 3, 19, 18);
      break;
  }
}

/**
 * A task: a rectangle with loop markers at its foot, its kind's marker and perhaps an event at the top left.
 * mxgraph.bpmn.task2 keeps the markers clear of thick outlines and draws them 1 px wide.
 */
const task = (second: boolean): Shape =>
  framed((frame) => {
    const { canvas, w, h, style } = frame;
    const kind = style.string('bpmnShapeType', 'task');
    const strokeWidth = style.number('strokeWidth', 1);
    const inset = second ? strokeWidth * (kind === 'call' ? 2 : 0.5) : 0;
    const indent = kind === 'transaction' ? style.number('indent', 3) : 0;
    drawBasicRect(frame, {
      ...(kind === 'transaction' ? { outline: 'double', indent: 3 } : {}),
      ...(kind === 'subprocess' ? { dashed: true } : {}),
      ...(kind === 'call' ? { strokeWidth: second ? strokeWidth * 4 : 4 } : {}),
    });
    canvas.setStrokeWidth(second ? 1 : strokeWidth);
    canvas.setDashed(false);
    // Stencils set their own stroke width from the style; task2 takes that away from them.
    const marked: Frame = second ? { ...frame, style: style.with({ strokeWidth: '1' }) } : frame;
    const wanted = FOOT_MARKERS.filter(({ key }) => style.flag(key));
    const top = h - MARKER - inset - indent;
    for (const [i, { draw }] of wanted.entries()) draw(marked, w / 2 + MARKER * (i - wanted.length / 2), top);
    const marker = style.string('taskMarker', 'abstract');
    drawTaskMarker(marked, marker, inset);
    // The envelope's offset stays on draw.io's canvas, so an event beside one is moved as well.
    const offset = marker === 'send' || marker === 'receive' ? 2 * inset + 4 : inset;
    within(frame, rect(offset, offset, 20, 20), (part) =>
      drawEvent(part, {
        outline: style.string('outline', 'none'),
        symbol: style.string('symbol', 'standard'),
        keepStrokeWidth: second,
      }),
    );
  });

const TRANSFER_ARROW = 'M 0 .3 L .55 .3 .55 0 1 .5 .55 1 .55 .7 0 .7 Z';

/** A note with an arrow (input or output) and bars (collection). */
const data = (second: boolean): Shape => ({
  ...note,
  draw(canvas, box, style, cell) {
    const strokeWidth = style.number('strokeWidth', 1);
    const inset = second ? strokeWidth / 2 : 0;
    note.draw(canvas, box, style, cell);
    drawInBox(canvas, box, (w, h) => {
      if (second) canvas.setStrokeWidth(1);
      const transfer = style.get('bpmnTransferType');
      if (transfer === 'input' || transfer === 'output') {
        if (transfer === 'output') canvas.setFillColor(style.color('strokeColor', '#000000'));
        canvas.translate(3 + inset, 3 + inset);
        drawPath(canvas, TRANSFER_ARROW, transfer === 'input' ? 'stroke' : 'both', 14, 12);
        canvas.translate(-3 - inset, -3 - inset);
      }
      if (style.flag('isCollection')) drawLines(canvas, THREE_BARS, w / 2 - 6, h - 12 - inset);
    });
  },
});

/** A pool or lane with the bars of a collection. */
const pool: Shape = {
  ...swimlane,
  draw(canvas, box, style, cell) {
    swimlane.draw(canvas, box, style, cell);
    if (!style.flag('isCollection')) return;
    drawInBox(canvas, box, (w, h) => drawLines(canvas, THREE_BARS, w / 2 - 6, h - 12));
  },
};

const conversation = (second: boolean): Shape =>
  framed(({ canvas, w, h, style }) => {
    const call = style.get('bpmnConversationType') === 'call';
    const strokeWidth = style.number('strokeWidth', 1);
    if (call) canvas.setStrokeWidth(strokeWidth * 4);
    drawPath(canvas, 'M 0 .5 L .25 0 .75 0 1 .5 .75 1 .25 1 Z', 'both', w, h);
    if (second) canvas.setStrokeWidth(1);
    else if (call) canvas.setStrokeWidth(strokeWidth);
    const inset = second ? strokeWidth * (call ? 2 : 0.5) : 0;
    if (style.flag('isLoopSub')) drawPlusBox(canvas, w / 2 - 7, h - MARKER - inset);
  });

const BPMN_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.bpmn.shape': legacyEvent,
  'mxgraph.bpmn.event': event,
  'mxgraph.bpmn.gateway2': gateway,
  'mxgraph.bpmn.sendMarker': sendMarker,
  'mxgraph.bpmn.task': task(false),
  'mxgraph.bpmn.task2': task(true),
  'mxgraph.bpmn.data': data(false),
  'mxgraph.bpmn.data2': data(true),
  'mxgraph.bpmn.swimlane': pool,
  'mxgraph.bpmn.conversation': conversation(false),
  'mxgraph.bpmn.conversation2': conversation(true),
};

export const bpmnShapes = (): Readonly<Record<string, Shape>> => BPMN_SHAPES;
