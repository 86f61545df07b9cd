/** draw.io's iOS 7 library, as far as it is drawn by program ("mxgraph.ios7ui.*"). */
import { FONT_BOLD } from '../../../drawing/canvas.js';
import { framed } from '../../general/frame.js';
import { clamp } from '../../general/outline.js';
import { gridSize, indices, places } from '../../general/repetition.js';
import {
  fillPath,
  insetRectangle,
  invisible,
  paintPath,
  partlyRounded,
  percentage,
  roundedBySize,
  setFade,
  strokePath,
} from '../../general/widgets.js';
import type { Shape } from '../../shape.js';
import { drawTrack } from '../gmdl.js';

const BATTERY = 'M-20 -3L-5 -3L-5 -1L-3.5 -1L-3.5 1L-5 1L-5 3L-20 3Z';

const appBar = framed(({ canvas, w, h, style }) => {
  canvas.rect(0, 0, w, h);
  canvas.fill();
  canvas.translate(0, h / 2);
  canvas.setFillColor(style.color('fillColor2', '#222222'));
  for (let index = 0; index < 5; index++) {
    canvas.ellipse(5 + 4 * index, -1.5, 3, 3);
    canvas.fill();
  }
  canvas.ellipse(54, 2, 2, 2);
  canvas.fillAndStroke();
  canvas.setStrokeWidth(2);
  strokePath(canvas, 'M52 1A3.5 3.5 0 0 1 58 1');
  strokePath(canvas, 'M50 -1A6 6 0 0 1 60 -1');
  canvas.translate(w, 0);
  fillPath(canvas, 'M-19 -2L-6 -2L-6 2L-19 2Z');
  canvas.setStrokeWidth(1);
  strokePath(canvas, 'M-44 -2.5L-36 2.5L-40 5L-40 -5L-36 -2.5L-44 2.5');
  strokePath(canvas, BATTERY);
});

const onOffButton = framed(({ canvas, w: boxWidth, h, style }) => {
  const w = Math.max(boxWidth, 2 * h);
  const state = style.string('buttonState', 'on');
  if (state === 'off') {
    canvas.setStrokeColor(style.color('strokeColor2', '#aaaaaa'));
    canvas.setFillColor(style.color('fillColor2', '#ffffff'));
  }
  if (state === 'on' || state === 'off') {
    canvas.roundrect(0, 0, w, h, h / 2, h / 2);
    canvas.fillAndStroke();
  }
  canvas.setFillColor(style.color('handleColor', '#ffffff'));
  if (state === 'on') {
    canvas.ellipse(w - h + 1, 1, h - 2, h - 2);
    canvas.fill();
  } else {
    canvas.ellipse(0, 0, h, h);
    canvas.stroke();
  }
});

/** The slider that replaced an older one of the same name. */
const slider = framed((frame) => {
  const { canvas, h, style } = frame;
  const grey = style.color('barColor', '#bbbbbb');
  const end = drawTrack(frame, h / 2, grey);
  const size = style.number('handleSize', 10);
  canvas.setStrokeColor(grey);
  canvas.ellipse(end - size / 2, (h - size) / 2, size, size);
  canvas.fillAndStroke();
});

const downloadBar = framed(({ canvas, w, h, style }) => {
  canvas.setFontStyle(FONT_BOLD);
  canvas.text(w / 2, h * 0.2, style.string('buttonText', ''));
  canvas.setStrokeWidth(2);
  canvas.setStrokeColor(style.color('fillColor'));
  strokePath(canvas, `M0 ${h / 2}L${w} ${h / 2}`);
  canvas.setStrokeColor(style.color('strokeColor'));
  strokePath(canvas, `M0 ${h / 2}L${w * percentage(style, 'barPos', 80)} ${h / 2}`);
});

const icon = framed(({ canvas, w, h, style }) => {
  setFade(canvas, style, ['fillColor2', '#00D0F0'], ['fillColor3', '#0080F0']);
  canvas.roundrect(0, 0, w, h, w * 0.1, h * 0.1);
  canvas.fill();
  canvas.setFontColor('#ffffff');
  canvas.setFontStyle(FONT_BOLD);
  canvas.setFontSize(8);
  canvas.text(w / 2, h / 2, style.string('buttonText', ''));
});

const pageControl = framed(({ canvas, w, h, style }) => {
  const r = Math.min(h * 0.5, w * 0.05);
  canvas.setFillColor(style.color('strokeColor', '#000000'));
  for (const left of [0, w * 0.25 - r * 0.5, w * 0.5 - r, w * 0.75 - r * 1.5, w - 2 * r]) {
    if (left === w - 2 * r) canvas.setFillColor(style.color('fillColor', '#000000'));
    canvas.ellipse(left, h / 2 - r, 2 * r, 2 * r);
    canvas.fill();
  }
});

const iconGrid = framed(({ canvas, w, h, style }) => {
  const [columns, rows] = gridSize(style, '4,7');
  const cellWidth = w / (columns + (columns - 1) * 0.1);
  const cellHeight = h / (rows + (rows - 1) * 0.1);
  for (const column of indices(columns)) {
    for (const row of indices(rows)) {
      canvas.rect(cellWidth * 1.1 * column, cellHeight * 1.1 * row, cellWidth, cellHeight);
      canvas.fill();
    }
  }
});

export const phone = framed(({ canvas, w, h }) => {
  canvas.roundrect(0, 0, w, h, 25, 25);
  canvas.fillAndStroke();
  canvas.rect(w * 0.0625, h * 0.15, w * 0.875, h * 0.7);
  canvas.stroke();
  canvas.ellipse(w * 0.4875, h * 0.04125, w * 0.025, h * 0.0125);
  canvas.stroke();
  canvas.roundrect(w * 0.375, h * 0.075, w * 0.25, h * 0.01875, w * 0.02, h * 0.01);
  canvas.stroke();
  canvas.ellipse(w * 0.4, h * 0.875, w * 0.2, h * 0.1);
  canvas.stroke();
  canvas.roundrect(w * 0.4575, h * 0.905, w * 0.085, h * 0.04375, h * 0.00625, h * 0.00625);
  canvas.stroke();
});

const searchBox = framed(({ canvas, w, h, style }) => {
  canvas.rect(0, 0, w, h);
  canvas.fill();
  const r = Math.min(w, h) * 0.1;
  canvas.setFillColor(style.color('fieldColor', '#ffffff'));
  canvas.roundrect(w * 0.05, h * 0.15, w * 0.5, h * 0.7, r, r);
  canvas.fillAndStroke();
  canvas.setFontColor(style.color('textColor', '#666666') ?? '#666666');
  canvas.setFontSize(Math.min(h * 0.7, w * 0.1));
  canvas.text(5, h / 2, style.string('buttonText', 'Search'), { align: 'left' });
  canvas.setStrokeColor(style.color('strokeColor2', '#008cff'));
  canvas.translate(w * 0.05, h / 2);
  canvas.ellipse(3, -3, 4, 4);
  canvas.stroke();
  strokePath(canvas, 'M8 3.5L6 .5');
});

const url = framed(({ canvas, w, h, style }) => {
  canvas.rect(0, 0, w, h);
  canvas.fill();
  const r = Math.min(w, h) * 0.1;
  canvas.setFillColor(style.color('fieldColor', '#d8d8d8'));
  canvas.roundrect(w * 0.05, h * 0.15, w * 0.9, h * 0.7, r, r);
  canvas.fill();
  canvas.setFontColor(style.color('textColor', '#666666') ?? '#666666');
  canvas.setFontSize(Math.min(h * 0.7, w * 0.1));
  canvas.text(w / 2, h / 2, style.string('buttonText', 'draw.io'), { align: 'left' });
  const color = style.color('strokeColor2', '#008cff');
  canvas.setStrokeColor(color);
  canvas.translate(w * 0.95, h / 2);
  strokePath(canvas, 'M-5 0A3 3 0 1 1 -8 -3');
  canvas.setFillColor(color);
  paintPath(canvas, 'M-8 -4L-6 -3L-8 -2Z');
});

const actionDialog = framed(({ canvas, w, h, style }) => {
  canvas.rect(0, 0, w, h);
  canvas.fill();
  canvas.setFillColor(style.color('buttonColor', '#e0e0e0'));
  for (const top of [0.1, 0.55]) {
    canvas.roundrect(w * 0.05, h * top, w * 0.9, h * 0.35, w * 0.025, h * 0.05);
    canvas.fill();
  }
  const size = style.number('textSize', 17);
  canvas.setFontStyle(FONT_BOLD);
  canvas.setFontColor(style.color('textColor', '#666666') ?? '#666666');
  canvas.setFontSize(size);
  canvas.text(w / 2, h * 0.4, style.string('mainText', 'Main Text'));
  canvas.setFontSize(size / 1.4);
  canvas.text(w / 2, h * 0.7, style.string('subText', 'Sub Text'));
});

const horizontalLines = framed(({ canvas, w, h }) => {
  canvas.rect(0, 0, w, h);
  canvas.fill();
  strokePath(canvas, 'M0 0L1 0M0 1L1 1', w, h);
});

const callout = framed(({ canvas, w, h }) => {
  if (w < 30 || h < 20) return;
  paintPath(
    canvas,
    `M15 ${h - 3}A20 10 0 0 1 0 ${h}A15 15 0 0 0 10 ${h - 10}L10 10A10 10 0 0 1 20 0L${w - 10} 0A10 10 0 0 1 ${w} 10` +
      `L${w} ${h - 10}A10 10 0 0 1 ${w - 10} ${h}L20 ${h}A10 10 0 0 1 15 ${h - 3}Z`,
  );
});

/** A bar of choices, a tip below it at dx, a line every dx2 px and an arrow at its right end. */
const selectBar = framed(({ canvas, w, h, style }) => {
  const asked = clamp(style.number('size', 10), 0, h);
  const dy = Math.max(0, Math.min(h, (w - Math.max(20, asked) - asked) / 2, style.number('dy', 0.5)));
  const r = Math.min(h / 2, w / 2, asked);
  const dx = Math.min(w - r - dy, w - 20 - dy, Math.max(r + dy, clamp(style.number('dx', 0.5), 0, w)));
  const arc = (x: number, y: number): string => `A${r} ${r} 0 0 1 ${x} ${y}`;
  paintPath(
    canvas,
    `M${dx - dy} ${h}L${r} ${h}${arc(0, h - r)}L0 ${r}${arc(r, 0)}L${w - r} 0${arc(w, r)}L${w} ${h - r}` +
      `${arc(w - r, h)}L${dx + dy} ${h}L${dx} ${h + dy}Z`,
  );
  const end = w - Math.max(20, r);
  strokePath(canvas, `M${end} 0L${end} ${h}`);
  const distance = clamp(style.number('dx2', 70), 0, w);
  canvas.begin();
  for (const x of places(distance, distance, (place) => place < end)) {
    canvas.moveTo(x, 0);
    canvas.lineTo(x, h);
  }
  canvas.stroke();
  const arrow = Math.min(Math.max(20, r), h);
  canvas.setFillColor(style.color('strokeColor'));
  canvas.translate(w - arrow / 2, h / 2);
  fillPath(canvas, 'M-.15 -.225L.25 0L-.15 .225Z', arrow);
});

const IOS7UI_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.ios7ui.anchor': invisible,
  'mxgraph.ios7ui.rrect': roundedBySize,
  'mxgraph.ios7ui.leftButton': partlyRounded(['bottomLeft', 'topLeft']),
  'mxgraph.ios7ui.rightButton': partlyRounded(['topRight', 'bottomRight']),
  'mxgraph.ios7ui.topButton': partlyRounded(['topLeft', 'topRight']),
  'mxgraph.ios7ui.bottomButton': partlyRounded(['bottomRight', 'bottomLeft']),
  'mxgraph.ios7ui.marginRect': insetRectangle((style) => [style.number('rx', 0), style.number('ry', 0)]),
  'mxgraph.ios7ui.horLines': horizontalLines,
  'mxgraph.ios7ui.appBar': appBar,
  'mxgraph.ios7ui.onOffButton': onOffButton,
  'mxgraph.ios7ui.slider': slider,
  'mxgraph.ios7ui.downloadBar': downloadBar,
  'mxgraph.ios7ui.icon': icon,
  'mxgraph.ios7ui.pageControl': pageControl,
  'mxgraph.ios7ui.iconGrid': iconGrid,
  'mxgraph.ios7ui.phone': phone,
  'mxgraph.ios7ui.searchBox': searchBox,
  'mxgraph.ios7ui.url': url,
  'mxgraph.ios7ui.actionDialog': actionDialog,
  'mxgraph.ios7ui.callout': callout,
  'mxgraph.ios7ui.selectBar': selectBar,
};

export const ios7uiShapes = (): Readonly<Record<string, Shape>> => IOS7UI_SHAPES;
