/** draw.io's iOS bars at a screen's edge ("mxgraph.ios.iAppBar", "…iTopBar", "…iScreenNameBar" …). */
import type { Canvas } from '../../../drawing/canvas.js';
import { framed } from '../../general/frame.js';
import { colorOf, fillPath, paintPath, setFade, strokePath } from '../../general/widgets.js';
import type { Shape } from '../../shape.js';

/** Six bars of growing height at the left end of a bar whose middle line is y = 0. */
function drawSignal(canvas: Canvas): void {
  for (let index = 0; index < 6; index++) {
    canvas.rect(5 + 2 * index, 1.75 - index, 1.5, 2.5 + index);
    canvas.fill();
  }
}

/** A battery's outline, left of the point (0, 0) at the right end of a bar. */
const BATTERY = 'M-20 -3L-5 -3L-5 -1L-3.5 -1L-3.5 1L-5 1L-5 3L-20 3Z';

function drawBattery(canvas: Canvas, w: number): void {
  canvas.save();
  canvas.translate(w, 0);
  fillPath(canvas, 'M-19 -2L-10 -2L-10 2L-19 2Z');
  strokePath(canvas, BATTERY);
  canvas.restore();
}

const appBar = framed(({ canvas, w, h, style }) => {
  const icons = style.color('statusIconColor', '#999999');
  setFade(canvas, style, ['fillColor2', '#eeeeee'], ['fillColor3', '#999999']);
  canvas.rect(0, 0, w, h);
  canvas.fill();
  canvas.translate(0, h / 2);
  canvas.setFillColor(style.color('signalColor', '#0099ff'));
  drawSignal(canvas);
  canvas.translate(w, 0);
  canvas.setFillColor(icons);
  canvas.ellipse(-56.5, -4, 8, 8);
  canvas.fill();
  canvas.setStrokeColor(style.color('statusIconAccentColor', '#cccccc'));
  strokePath(canvas, 'M-52.5 -3L-52.5 0L-54.5 0');
  canvas.setStrokeWidth(0.5);
  canvas.setStrokeColor(style.color('compassNeedleStroke', '#333333'));
  canvas.setFillColor(style.color('compassNeedleColor', '#990000'));
  paintPath(canvas, 'M-45.5 0L-37.5 -5L-41.5 4L-42 .5Z');
  canvas.setFillColor(icons);
  canvas.setStrokeColor(icons);
  strokePath(canvas, 'M-28.5 3.5A3.5 3.5 0 1 1 -26.5 1');
  paintPath(canvas, 'M-27.25 .25L-25.75 .25L-26.5 1.5Z');
  strokePath(canvas, 'M-31 -.5A1 1.5 0 0 1 -29 -.5');
  canvas.rect(-31.5, -0.5, 3, 2);
  canvas.fillAndStroke();
  canvas.setGradient('#eeeeee', '#444444', 'north');
  fillPath(canvas, BATTERY);
  setFade(canvas, style, ['callBtnGradient', '#E2FFEB'], ['callBtnColor', '#008215']);
  fillPath(canvas, 'M-20 -3L-10 -3L-10 3L-20 3Z');
  canvas.setStrokeColor('#666666');
  strokePath(canvas, BATTERY);
});

/** The older status bar, with texts of its own. */
const captionedTopBar = framed(({ canvas, w, h }) => {
  canvas.setAlpha(0.5);
  canvas.setFillColor('#999999');
  canvas.rect(0, 0, w, h);
  canvas.fill();
  canvas.setFillColor('#cccccc');
  canvas.setStrokeColor('#cccccc');
  canvas.setFontColor('#cccccc');
  canvas.setFontSize(7.5);
  canvas.translate(0, h / 2);
  drawSignal(canvas);
  canvas.text(18, 0, 'CARRIER', { align: 'left' });
  canvas.text(w / 2, 0, '11:15AM');
  drawBattery(canvas, w);
});

const topBar = framed(({ canvas, w, h, style }) => {
  canvas.rect(0, 0, w, h);
  canvas.fill();
  const color = style.color('strokeColor', '#000000');
  canvas.setFillColor(color);
  canvas.setStrokeColor(color);
  canvas.translate(0, h / 2);
  drawSignal(canvas);
  drawBattery(canvas, w);
});

const lockedTopBar = framed(({ canvas, w, h, style }) => {
  canvas.setFillColor(style.color('fillColor2', '#000000'));
  canvas.rect(0, 0, w, h);
  canvas.fill();
  const icons = style.color('statusIconColor', '#cccccc');
  canvas.setFillColor(icons);
  canvas.setStrokeColor(icons);
  canvas.translate(0, h / 2);
  drawSignal(canvas);
  const middle = w / 2;
  strokePath(canvas, `M${middle - 2} -1A2 3 0 0 1 ${middle + 2} -1`);
  canvas.rect(middle - 3, -1, 6, 4);
  canvas.fillAndStroke();
  drawBattery(canvas, w);
});

const lockButton = framed(({ canvas, w, h, style }) => {
  canvas.setAlpha(0.7);
  setFade(canvas, style, ['fillColor2', '#4A4F56'], ['fillColor3', '#70757B'], 'north');
  canvas.rect(0, 0, w, h);
  canvas.fill();
  canvas.setAlpha(0.8);
  setFade(canvas, style, ['barGradient', '#18232D'], ['barColor', '#1F2933'], 'north');
  const middle = h / 2;
  canvas.roundrect(10, middle - 15, w - 20, 30, 7.5, 7.5);
  canvas.fill();
  canvas.setAlpha(1);
  setFade(canvas, style, ['handleGradient', '#E9F3FD'], ['handleColor', '#ADB7C1']);
  canvas.roundrect(12.5, middle - 12.5, 40, 25, 5, 5);
  canvas.fill();
  canvas.setAlpha(0.8);
  canvas.setStrokeWidth(0.5);
  canvas.setStrokeColor('#aabbbb');
  setFade(canvas, style, ['arrowGradient', '#AEB7C1'], ['arrowColor', '#667079']);
  canvas.translate(0, middle);
  paintPath(canvas, 'M20 -3.5L35 -3.5L35 -7.5L45 0L35 7.5L35 3.5L20 3.5Z');
  if (style.get('mainText') === '') return;
  canvas.setFontSize(12.5);
  canvas.setFontColor(colorOf(style, ['fontColor', '#cccccc']));
  canvas.text(w / 2 + 20.5, 0, 'slide to unlock');
});

/** A coloured title bar with a sheen on its upper half. */
const screenNameBar = framed(({ canvas, w, h, style }) => {
  canvas.setStrokeWidth(0.5);
  canvas.setFillColor(style.color('fillColor2', '#00ff00'));
  canvas.rect(0, 0, w, h);
  canvas.fill();
  const sheen = style.color('fillColor3', '#00ff00') ?? '#00ff00';
  canvas.setGradient(sheen, sheen, 'south', 0.8, 0.1);
  canvas.rect(0, 0, w, h / 2);
  canvas.fill();
  canvas.setFontColor(style.color('textColor', '#00ff00') ?? '#00ff00');
  canvas.setFontSize(9.5);
  canvas.text(w / 2, h * 0.45, style.string('buttonText', ''));
});

export const IOS_BARS: Readonly<Record<string, Shape>> = {
  'mxgraph.ios.iAppBar': appBar,
  'mxgraph.ios.iTopBar': captionedTopBar,
  'mxgraph.ios.iTopBar2': topBar,
  'mxgraph.ios.iTopBarLocked': lockedTopBar,
  'mxgraph.ios.iLockButton': lockButton,
  'mxgraph.ios.iScreenNameBar': screenNameBar,
};
