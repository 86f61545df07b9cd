/** Outlines and symbols of BPMN events and gateways, which several BPMN shapes draw. */

import { rect } from '../../../geometry/plane.js';
import { drawEllipse, drawPath, drawRect, type Frame } from '../../general/frame.js';
import { drawInBox } from '../../general/outline.js';

const X_MARK = 'M .105 0 L .5 .38 .895 0 1 .11 .6172 .5 1 .89 .895 1 .5 .62 .105 1 0 .89 .3808 .5 0 .11 Z';
const PLUS_MARK = 'M .38 0 L .62 0 .62 .38 1 .38 1 .62 .62 .62 .62 1 .38 1 .38 .62 0 .62 0 .38 .38 .38 Z';
const ASTERISK_MARK =
  'M 0 .44 L .36 .44 .1 .18 .18 .1 .44 .36 .44 0 .56 0 .56 .36 .82 .1 .9 .18 .64 .44 1 .44 1 .56 .64 .56 ' +
  '.9 .82 .82 .9 .56 .64 .56 1 .44 1 .44 .64 .18 .9 .1 .82 .36 .56 0 .56 Z';

/** Marks of gateways in fractions of their box. */
export const GATEWAY_MARKS = { exclusive: X_MARK, parallel: PLUS_MARK, complex: ASTERISK_MARK } as const;

const CLOCK_MARKS =
  'M .5 0 L .5 .0642 M .7484 .0654 L .7126 .1281 M .93 .2471 L .8673 .2854 M 1 .5 L .9338 .5 M .93 .7509 L .8673 ' +
  '.7126 M .7484 .9326 L .7126 .8699 M .5 .9338 L .5 1 M .2496 .9325 L .2854 .8699 M .068 .7509 L .1307 .7126 ' +
  'M 0 .5 L .0642 .5 M .068 .2471 L .1307 .2854 M .2496 .0654 L .2854 .1281 M .5246 .0706 L .5 .5 .7804 .5118';
const PAGE_LINES = 'M 0 .1027 L .798 .1027 M 0 .3669 L .798 .3669 M 0 .6311 L .798 .6311 M 0 .8953 L .798 .8953';

interface EventSymbol {
  /** Left, top, width and height in fractions of the event. */
  readonly box: readonly [number, number, number, number];
  readonly path?: string;
  /** Of mxgraph.bpmn.event; the older mxgraph.bpmn.shape sets none. */
  readonly miterLimit?: number;
  /** Gateway symbols of mxgraph.bpmn.shape are drawn with fill and stroke swapped. */
  readonly swapped?: boolean;
}

const SYMBOLS: ReadonlyMap<string, EventSymbol> = new Map<string, EventSymbol>([
  ['message', { box: [0.15, 0.3, 0.7, 0.4] }],
  ['timer', { box: [0.11, 0.11, 0.78, 0.78] }],
  ['conditional', { box: [0.3, 0.16, 0.4, 0.68] }],
  ['terminate', { box: [0.05, 0.05, 0.9, 0.9] }],
  ['escalation', { box: [0.19, 0.15, 0.62, 0.57], path: 'M 0 1 L .5 0 1 1 .5 .5 Z', miterLimit: 6 }],
  ['link', { box: [0.27, 0.33, 0.46, 0.34], path: 'M 0 .76 L 0 .24 .63 .24 .63 0 1 .5 .63 1 .63 .76 Z' }],
  [
    'error',
    {
      box: [0.212, 0.243, 0.58, 0.507],
      path: 'M 0 1 L .3287 .123 .6194 .6342 1 0 .6625 .939 .3717 .5064 Z',
      miterLimit: 7,
    },
  ],
  [
    'cancel',
    {
      box: [0.22, 0.22, 0.56, 0.56],
      path: 'M .1051 0 L .5 .3738 .8909 0 1 .1054 .623 .5 1 .8926 .8909 1 .5 .6242 .1051 1 0 .8926 .373 .5 0 .1054 Z',
    },
  ],
  ['compensation', { box: [0.28, 0.35, 0.44, 0.3], path: 'M 0 .5 L .5 0 .5 1 Z M .5 .5 L 1 0 1 1 Z', miterLimit: 1 }],
  ['signal', { box: [0.19, 0.15, 0.62, 0.57], path: 'M 0 1 L .5 0 1 1 Z' }],
  ['multiple', { box: [0.2, 0.19, 0.6, 0.565], path: 'M 0 .39 L .5 0 1 .39 .815 1 .185 1 Z' }],
  ['parallelMultiple', { box: [0.2, 0.2, 0.6, 0.6], path: PLUS_MARK }],
  [
    'star',
    {
      box: [0.2, 1 / 6, 0.6, 2 / 3],
      path: `M 0 .25 L ${1 / 3} .25 .5 0 ${2 / 3} .25 1 .25 ${5 / 6} .5 1 .75 ${2 / 3} .75 .5 1 ${1 / 3} .75 0 .75 ${1 / 6} .5 Z`,
    },
  ],
]);

const LEGACY_SYMBOLS: ReadonlyMap<string, EventSymbol> = new Map<string, EventSymbol>([
  ['exclusiveGw', { box: [0.12, 0, 0.76, 1], path: X_MARK, swapped: true }],
  ['parallelGw', { box: [0, 0, 1, 1], path: PLUS_MARK, swapped: true }],
  ['complexGw', { box: [0, 0, 1, 1], path: ASTERISK_MARK, swapped: true }],
]);

export interface EventDrawing {
  readonly outline: string;
  readonly symbol: string;
  /** The deprecated mxgraph.bpmn.shape: more symbols, all of them stroked, with the usual miters. */
  readonly legacy?: boolean;
  /** An end event is drawn no thicker (mxgraph.bpmn.task2). */
  readonly keepStrokeWidth?: boolean;
}

/** Whether the outline makes the symbol solid: its fill and stroke are swapped. */
const isThrown = (outline: string): boolean => outline === 'throwing' || outline === 'end';

export function drawEventOutline({ canvas, w, h }: Frame, outline: string, keepStrokeWidth = false): void {
  const ring = (inset: number, dx = 0, dy = 0): void =>
    drawEllipse(canvas, inset + dx, inset + dy, w - 2 * (inset + dx), h - 2 * (inset + dy), 'stroke');
  canvas.save();
  if (outline === 'eventNonint' || outline === 'boundNonint') canvas.setDashed(true);
  if (outline === 'end' && !keepStrokeWidth) canvas.setStrokeWidth(canvas.strokeWidth * 3);
  switch (outline) {
    case 'standard':
    case 'eventInt':
    case 'eventNonint':
    case 'end':
      drawEllipse(canvas, 0, 0, w, h);
      break;
    case 'catching':
    case 'boundInt':
    case 'boundNonint':
      drawEllipse(canvas, 0, 0, w, h);
      ring(2);
      break;
    case 'throwing':
      drawEllipse(canvas, 0, 0, w, h);
      ring(2, w * 0.02, h * 0.02);
      break;
  }
  canvas.restore();
}

function drawSymbolParts(frame: Frame, name: string, symbol: EventSymbol, thrown: boolean, legacy: boolean): void {
  const { canvas, w, h, style } = frame;
  switch (name) {
    case 'message':
      drawRect(canvas, 0, 0, w, h);
      if (thrown && style.color('fillColor') === undefined) canvas.setStrokeColor('#ffffff');
      drawPath(canvas, 'M 0 0 L .5 .5 1 0', 'stroke', w, h);
      return;
    case 'timer':
      drawEllipse(canvas, 0, 0, w, h);
      drawPath(canvas, CLOCK_MARKS, 'stroke', w, h);
      return;
    case 'conditional':
      drawRect(canvas, 0, 0, w, h);
      drawPath(canvas, PAGE_LINES, 'stroke', w, h);
      return;
    case 'terminate':
      drawEllipse(canvas, 0, 0, w, h);
      return;
  }
  if (symbol.miterLimit !== undefined && !legacy) canvas.setMiterLimit(symbol.miterLimit);
  const filledOnly = thrown && name !== 'star' && (!legacy || name === 'error');
  drawPath(canvas, symbol.path ?? '', filledOnly ? 'fill' : 'both', w, h);
}

export function drawEventSymbol(frame: Frame, event: EventDrawing): void {
  const { canvas, w, h } = frame;
  const legacy = event.legacy === true;
  const symbol = SYMBOLS.get(event.symbol) ?? (legacy ? LEGACY_SYMBOLS.get(event.symbol) : undefined);
  if (!symbol) return;
  const [left, top, width, height] = symbol.box;
  const thrown = event.symbol !== 'star' && isThrown(event.outline);
  drawInBox(canvas, rect(w * left, h * top, w * width, h * height), (partWidth, partHeight) => {
    const { fillColor, strokeColor } = canvas;
    if (event.symbol === 'star') canvas.setFillColor(strokeColor);
    else if (thrown !== (symbol.swapped === true)) {
      canvas.setFillColor(strokeColor);
      canvas.setStrokeColor(fillColor);
    }
    drawSymbolParts({ ...frame, w: partWidth, h: partHeight }, event.symbol, symbol, thrown, legacy);
  });
}

export function drawEvent(frame: Frame, event: EventDrawing): void {
  drawEventOutline(frame, event.outline, event.keepStrokeWidth);
  drawEventSymbol(frame, event);
}
