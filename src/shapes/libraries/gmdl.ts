/** draw.io's Material Design library ("mxgraph.gmdl.*"). */
import type { Canvas } from '../../drawing/canvas.js';
import type { Style } from '../../style/style.js';
import { type Frame, framed } from '../general/frame.js';
import { fillPath, insetRectangle, paintPath, percentage, strokePath } from '../general/widgets.js';
import type { Shape } from '../shape.js';

const player = framed(({ canvas, w, h, style }) => {
  canvas.rect(0, 0, w, h);
  canvas.fill();
  if (h >= 4) {
    canvas.setFillColor(style.color('progressColor', '#FFED00'));
    canvas.rect(0, 0, w * 0.8, 4);
    canvas.fill();
  }
  if (h < 14 || w < 33) return;
  canvas.setFillColor(style.color('iconColor', '#717171'));
  for (const fromRight of [33, 25]) {
    canvas.rect(w - fromRight, h / 2 - 7, 4, 14);
    canvas.fill();
  }
});

const toggle = framed(({ canvas, w, h, style }) => {
  const on = style.string('switchState', 'on') === 'on';
  if (on) {
    canvas.save();
    canvas.setAlpha(0.5);
    paintPath(canvas, 'M.135 .8A.135 .3 0 0 1 .135 .2L.675 .2A.135 .3 0 0 1 .675 .8Z', w, h);
    canvas.restore();
  } else {
    canvas.setFillColor(style.color('offTrackColor', '#BCBBBB'));
    paintPath(canvas, 'M.225 .8A.135 .3 0 0 1 .225 .2L.865 .2A.135 .3 0 0 1 .865 .8Z', w, h);
    canvas.setFillColor(style.color('offKnobColor', '#F1F1F1'));
  }
  canvas.ellipse(on ? w * 0.36 : 0, 0, w * 0.64, h);
  canvas.fillAndStroke();
});

const trackColor = (style: Style, grey: string): string | undefined => style.color('inactiveTrackColor', grey);

const handleSize = (style: Style): number => style.number('handleSize', 10);

function drawDisc(canvas: Canvas, x: number, y: number, diameter: number): void {
  canvas.ellipse(x - diameter / 2, y - diameter / 2, diameter, diameter);
  canvas.fillAndStroke();
}

/** Draws a track in its own colour and, up to barPos, in the style's stroke; returns the x where that ends. */
export function drawTrack({ canvas, w, style }: Frame, y: number, color: string | undefined): number {
  canvas.save();
  canvas.setStrokeColor(color);
  paintPath(canvas, `M0 ${y}L${w} ${y}`);
  canvas.restore();
  const end = w * percentage(style, 'barPos', 40);
  paintPath(canvas, `M0 ${y}L${end} ${y}`);
  return end;
}

const normalSlider = framed(({ canvas, w, h, style }) => {
  const size = handleSize(style);
  canvas.ellipse(0, (h - size) / 2, size, size);
  canvas.stroke();
  paintPath(canvas, `M${size} ${h / 2}L${w} ${h / 2}`);
});

const slider = framed((frame) => {
  const end = drawTrack(frame, frame.h / 2, trackColor(frame.style, '#bbbbbb'));
  drawDisc(frame.canvas, end, frame.h / 2, handleSize(frame.style));
});

const focusedSlider = framed((frame) => {
  const { canvas, h, style } = frame;
  const end = drawTrack(frame, h / 2, trackColor(style, '#bbbbbb'));
  const size = handleSize(style);
  canvas.ellipse(end - size * 0.167, h / 2 - size * 0.167, size * 0.33, size * 0.33);
  canvas.fillAndStroke();
  canvas.setFillColor(style.color('strokeColor', '#ffffff'));
  canvas.setAlpha(0.15);
  canvas.ellipse(end - size / 2, h / 2 - size / 2, size, size);
  canvas.fill();
});

const disabledSlider = framed(({ canvas, w, h, style }) => {
  const x = w * percentage(style, 'hPos', 50);
  drawDisc(canvas, x, h / 2, handleSize(style));
  if (x - 7 > 0) strokePath(canvas, `M0 ${h / 2}L${x - 7} ${h / 2}`);
  if (x + 7 < w) strokePath(canvas, `M${x + 7} ${h / 2}L${w} ${h / 2}`);
});

/** A drop with its tip at (x, y), 38 px high, for the number of a slider. */
const dropData = (x: number, y: number): string =>
  `M${x} ${y}L${x - 10.5} ${y - 13}A15 15 0 0 1 ${x} ${y - 38}A15 15 0 0 1 ${x + 10.5} ${y - 13}Z`;

function drawNumber({ canvas, h, style }: Frame, x: number): void {
  canvas.setFontSize(style.number('fontSize', 12));
  canvas.setFontColor(style.color('fontColor', '#000000') ?? '#000000');
  canvas.text(x, h / 2 - 9, String(Math.round(percentage(style, 'barPos', 40) * 100)));
}

const discreteSlider = framed((frame) => {
  const { canvas, h, style } = frame;
  const end = drawTrack(frame, h / 2 + 22.5, trackColor(style, '#bbbbbb'));
  paintPath(canvas, dropData(end, h / 2 + 15.5));
  drawNumber(frame, end);
});

const dottedSlider = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const track = trackColor(style, '#bebebe');
  const end = drawTrack(frame, h / 2 + 22.5, track);
  if (percentage(style, 'barPos', 40) <= 0.1) canvas.setFillColor(track);
  fillPath(canvas, dropData(end, h / 2 + 15.5));
  canvas.setFillColor(style.color('dotColor', style.string('bright', '1') === '1' ? '#000000' : '#ffffff'));
  for (let step = 0; step <= 5; step++) {
    canvas.ellipse((w * step) / 5 - 1.5, h / 2 + 21, 3, 3);
    canvas.fill();
  }
  drawNumber(frame, end);
});

const progressBar = framed(({ canvas, w, h, style }) => {
  const end = w * Math.max(0, Math.min(w, style.number('dx1', 0.8)));
  canvas.save();
  canvas.setStrokeColor(trackColor(style, '#aaaaaa'));
  strokePath(canvas, `M0 ${h / 2}L${w} ${h / 2}`);
  canvas.restore();
  strokePath(canvas, `M0 ${h / 2}L${end} ${h / 2}`);
});

const GMDL_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.gmdl.player': player,
  'mxgraph.gmdl.switch': toggle,
  'mxgraph.gmdl.marginRect': insetRectangle(0),
  'mxgraph.gmdl.sliderNormal': normalSlider,
  'mxgraph.gmdl.slider2': slider,
  'mxgraph.gmdl.sliderFocused': focusedSlider,
  'mxgraph.gmdl.sliderDisabled': disabledSlider,
  'mxgraph.gmdl.sliderDisabled2': disabledSlider,
  'mxgraph.gmdl.sliderDiscrete': discreteSlider,
  'mxgraph.gmdl.sliderDiscreteDots': dottedSlider,
  'mxgraph.gmdl.progressBar': progressBar,
};

export const gmdlShapes = (): Readonly<Record<string, Shape>> => GMDL_SHAPES;
