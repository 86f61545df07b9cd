/** draw.io's iOS sliders, progress bars and video controls ("mxgraph.ios.iSlider", "…iDownloadBar" …). */
import { FONT_BOLD } from '../../../drawing/canvas.js';
import { type Frame, framed } from '../../general/frame.js';
import { fillPath, percentage, roundedData, type StyleColor, setFade, strokePath } from '../../general/widgets.js';
import type { Shape } from '../../shape.js';
import { BUTTON_ARC, caption, drawAt } from './iosControls.js';

/** The shades of a grey track and knob, and of the part of it that is done, in blue. */
type Shades = readonly [from: StyleColor, to: StyleColor];

const BAR: Shades = [
  ['barGradient', '#444444'],
  ['barColor', '#ffffff'],
];

const PROGRESS: Shades = [
  ['progressGradient', '#96D1FF'],
  ['progressColor', '#003377'],
];

function drawTrack(frame: Frame, middle: number, bar: Shades, done: string): void {
  const { canvas, w, style } = frame;
  canvas.setStrokeWidth(0.5);
  setFade(canvas, style, ...bar);
  canvas.roundrect(0, middle - 2.5, w, 5, 2.5, 2.5);
  canvas.fill();
  setFade(canvas, style, ...PROGRESS);
  fillPath(canvas, done);
}

function drawKnob({ canvas, style }: Frame, x: number, y: number): void {
  canvas.setStrokeColor('#999999');
  setFade(canvas, style, ...BAR, 'north');
  canvas.ellipse(x - 5, y - 5, 10, 10);
  canvas.fillAndStroke();
}

const slider = framed((frame) => {
  const { w, h, style } = frame;
  const middle = h / 2;
  const end = w * percentage(style, 'barPos', 80);
  const top = middle - 2.5;
  const low = middle + 2.5;
  drawTrack(frame, middle, BAR, `M${end} ${top}L${end} ${low}L2.5 ${low}A2.5 2.5 0 0 1 2.5 ${top}Z`);
  drawKnob(frame, end, middle);
});

const PROGRESS_BAR: Shades = [
  ['fillColor2', '#444444'],
  ['fillColor3', '#ffffff'],
];

const progressBar = framed((frame) => {
  const { w, h, style } = frame;
  const middle = h / 2;
  const end = w * percentage(style, 'barPos', 80);
  const top = middle - 2.5;
  const low = middle + 2.5;
  drawTrack(
    frame,
    middle,
    PROGRESS_BAR,
    `M${end} ${top}${BUTTON_ARC} 1 ${end} ${low}L2.5 ${low}${BUTTON_ARC} 1 2.5 ${top}Z`,
  );
});

const cloudProgressBar = framed(({ canvas, w, h, style }) => {
  canvas.setFillColor(style.color('fillColor2', '#5C6E86'));
  canvas.rect(0, h / 2 - 2.5, w, 5);
  canvas.fill();
  canvas.setFillColor(style.color('progressColor', '#8AD155'));
  canvas.rect(0, h / 2 - 2.5, w * percentage(style, 'barPos', 80), 5);
  canvas.fill();
});

const downloadBar = framed(({ canvas, w, h, style }) => {
  setFade(canvas, style, ['fillColor2', '#00ccff'], ['fillColor3', '#0066cc']);
  canvas.rect(0, 0, w, h);
  canvas.fill();
  canvas.setFontColor('#ffffff');
  canvas.setFontStyle(FONT_BOLD);
  canvas.setFontSize(8);
  canvas.text(w / 2, h * 0.2, caption(style, ''));
  const left = w * 0.1;
  const end = left + (w - 2 * left) * percentage(style, 'barPos', 80);
  const top = h * 0.65 - 2.5;
  const low = h * 0.65 + 2.5;
  canvas.setStrokeWidth(0.5);
  setFade(canvas, style, ['barGradient', '#96D1FF'], ['barColor', '#003377'], 'north');
  canvas.roundrect(left, top, w - 2 * left, 5, 2.5, 2.5);
  canvas.fill();
  setFade(canvas, style, ['progressGradient', '#aaaaaa'], ['progressColor', '#ffffff'], 'north');
  fillPath(
    canvas,
    `M${end} ${top}${BUTTON_ARC} 1 ${end} ${low}L${left + 2.5} ${low}${BUTTON_ARC} 1 ${left + 2.5} ${top}Z`,
  );
});

const videoControls = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const fillRect = (x: number): void => {
    canvas.rect(x, -5, 1, 10);
    canvas.fill();
  };
  const row = h * 0.35;
  canvas.setStrokeWidth(1);
  canvas.setFillColor(style.color('fillColor2', '#000000'));
  canvas.setStrokeColor('#bbbbbb');
  canvas.setAlpha(0.7);
  canvas.roundrect(0, 0, w, h, 5, 5);
  canvas.fillAndStroke();
  canvas.setGradient('#ffffff', '#ffffff', 'south', 0.8, 0.1);
  fillPath(canvas, roundedData(w, h / 2, 5, ['topLeft', 'topRight']));
  canvas.setAlpha(1);
  const icons = style.color('iconColor', '#ffffff');
  canvas.setFillColor(icons);
  canvas.setStrokeColor(icons);
  drawAt(canvas, w * 0.1, row, () => {
    strokePath(canvas, 'M-7.5 -2.5A6 6 0 0 1 0 -2.5A6 6 0 0 1 7.5 -2.5L7.5 4A6 6 0 0 0 0 4A6 6 0 0 0 -7.5 4Z');
    strokePath(canvas, 'M0 -2.5L0 4');
  });
  drawAt(canvas, w * 0.3, row, () => {
    fillRect(-7.5);
    fillPath(canvas, 'M-6.5 0L.5 -5L.5 5Z');
    fillPath(canvas, 'M.5 0L7.5 -5L7.5 5Z');
  });
  drawAt(canvas, w * 0.5, row, () => fillPath(canvas, 'M-6 -5L6 0L-6 5Z'));
  drawAt(canvas, w * 0.7, row, () => {
    fillPath(canvas, 'M-7.5 -5L-.5 0L-7.5 5Z');
    fillPath(canvas, 'M-.5 -5L6.5 0L-.5 5Z');
    fillRect(6.5);
  });
  canvas.rect(w * 0.9 - 7.5, row - 4, 15, 8);
  canvas.stroke();
  canvas.setStrokeWidth(0.5);
  drawAt(canvas, w * 0.9, row, () => {
    strokePath(canvas, 'M-7.5 -4L0 1.5L7.5 -4');
    strokePath(canvas, 'M-7.5 4L-2 0');
    strokePath(canvas, 'M7.5 4L2 0');
  });
  const left = w * 0.1;
  const middle = h * 0.75;
  setFade(canvas, style, ...BAR);
  canvas.roundrect(left, middle - 2.5, w * 0.8, 5, 2.5, 2.5);
  canvas.fill();
  const end = left + (w - 2 * left) * percentage(style, 'barPos', 80);
  setFade(canvas, style, ...PROGRESS);
  fillPath(
    canvas,
    `M${end} ${middle - 2.5}L${end} ${middle + 2.5}L${left + 2.5} ${middle + 2.5}` +
      `${BUTTON_ARC} 1 ${left + 2.5} ${middle - 2.5}Z`,
  );
  drawKnob(frame, end, middle);
  canvas.setStrokeColor('#dddddd');
  canvas.roundrect(0, 0, w, h, 5, 5);
  canvas.stroke();
});

export const IOS_TRACKS: Readonly<Record<string, Shape>> = {
  'mxgraph.ios.iSlider': slider,
  'mxgraph.ios.iProgressBar': progressBar,
  'mxgraph.ios.iCloudProgressBar': cloudProgressBar,
  'mxgraph.ios.iDownloadBar': downloadBar,
  'mxgraph.ios.iVideoControls': videoControls,
};
