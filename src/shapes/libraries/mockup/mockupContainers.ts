/** draw.io's mock-up windows, players and people ("mxgraph.mockup.containers.*"). */
import type { Canvas } from '../../../drawing/canvas.js';
import type { Style } from '../../../style/style.js';
import { framed } from '../../general/frame.js';
import {
  insetRectangle,
  invisible,
  listOf,
  paintPath,
  partlyRounded,
  roundedBySize,
  setCaptionFont,
  strokePath,
} from '../../general/widgets.js';
import type { Shape } from '../../shape.js';

const frameColor = (style: Style): string | undefined => style.color('strokeColor', '#666666');

function drawFrame(canvas: Canvas, width: number, height: number, style: Style): void {
  canvas.setFillColor(style.color('fillColor', '#ffffff'));
  canvas.setStrokeColor(frameColor(style));
  paintPath(canvas, 'M0 0L1 0L1 1L0 1Z', width, height);
}

/** The three round buttons at the top right of a window, the last one in the colour of strokeColor2. */
function drawWindowButtons(canvas: Canvas, width: number, style: Style): void {
  for (const [fromRight, color] of [
    [75, frameColor(style)],
    [50, frameColor(style)],
    [25, style.color('strokeColor2', '#008cff')],
  ] as const) {
    canvas.setStrokeColor(color);
    canvas.ellipse(width - fromRight, 5, 20, 20);
    canvas.stroke();
  }
}

const SPEAKER = 'M.05 .4L.15 .4L.3 .25L.3 .75L.15 .6L.05 .6Z';
const SOUND = 'M.4 .35A.2 .3 0 0 1 .4 .65M.425 .25A.225 .35 0 0 1 .425 .75';
const FULL_SCREEN = 'M.1 .4L.1 .3L.25 .3M.1 .6L.1 .7L.25 .7M.9 .4L.9 .3L.75 .3M.9 .6L.9 .7L.75 .7';

const videoPlayer = framed(({ canvas, w: boxWidth, h: boxHeight, style }) => {
  const bar = style.number('barHeight', 30);
  const width = Math.max(boxWidth, 5 * bar);
  const height = Math.max(boxHeight, bar + 10);
  drawFrame(canvas, width, height, style);
  const knob = 8;
  const top = height - bar;
  const position = Math.max(0, Math.min(100, style.number('barPos', 20)));
  const played = knob + ((width - 2 * knob) * position) / 100;
  canvas.setStrokeColor(style.color('strokeColor2', '#008cff'));
  strokePath(canvas, `M0 ${top}L${played} ${top}`);
  canvas.setStrokeColor(style.color('strokeColor3', '#c4c4c4'));
  strokePath(canvas, `M${played} ${top}L${width} ${top}`);
  canvas.setStrokeColor(frameColor(style));
  canvas.ellipse(played - knob, top - knob, 2 * knob, 2 * knob);
  canvas.fillAndStroke();
  const strokeWidth = style.number('strokeWidth', 1);
  canvas.setStrokeWidth(strokeWidth / 2);
  canvas.ellipse(played - knob / 2, top - knob / 2, knob, knob);
  canvas.fillAndStroke();
  canvas.setStrokeWidth(strokeWidth);
  const buttons = style.color('fillColor2', '#c4c4c4');
  canvas.setFillColor(buttons);
  canvas.setStrokeColor(buttons);
  const iconSize = bar * 0.3;
  canvas.save();
  canvas.translate(bar * 0.3, height - (bar + iconSize) / 2);
  paintPath(canvas, 'M0 0L1 .5L0 1Z', iconSize);
  canvas.restore();
  canvas.save();
  canvas.translate(bar, top);
  paintPath(canvas, SPEAKER, bar);
  strokePath(canvas, SOUND, bar);
  canvas.restore();
  canvas.save();
  canvas.translate(width - bar * 1.3, top);
  strokePath(canvas, FULL_SCREEN, bar);
  canvas.restore();
  canvas.setFontSize(bar * 0.5);
  canvas.setFontColor(style.color('textColor', '#666666') ?? '#666666');
  canvas.text(bar * 1.9, height - bar * 0.45, '0:00/3:53', { align: 'left' });
});

function drawPageIcon(canvas: Canvas, strokeWidth: number): void {
  strokePath(canvas, 'M0 0L11 0L15 4L15 18L0 18Z');
  canvas.setStrokeWidth(strokeWidth * 0.5);
  strokePath(canvas, 'M11 0L11 4L15 5');
  canvas.setStrokeWidth(strokeWidth * 2);
}

const ADDRESS_BUTTONS = [
  'M0 .5L.5 0L.5 .3L1 .3L1 .7L.5 .7L.5 1Z',
  'M1 .5L.5 0L.5 .3L0 .3L0 .7L.5 .7L.5 1Z',
  'M.78 .665A.3 .3 0 1 1 .675 .252L.595 .325L.99 .415L.9 .04L.815 .12A.49 .49 0 1 0 .92 .8Z',
];

const browserWindow = framed(({ canvas, w: boxWidth, h: boxHeight, style }) => {
  const width = Math.max(boxWidth, 260);
  const height = Math.max(boxHeight, 110);
  drawFrame(canvas, width, height, style);
  drawWindowButtons(canvas, width, style);
  const inside = style.color('strokeColor3', '#c4c4c4');
  canvas.setStrokeColor(inside);
  strokePath(canvas, `M0 40L30 40L30 15A5 5 0 0 1 35 10L170 10A5 5 0 0 1 175 15L175 40L${width} 40`);
  strokePath(canvas, `M0 110L${width} 110`);
  strokePath(
    canvas,
    `M100 60A5 5 0 0 1 105 55L${width - 15} 55A5 5 0 0 1 ${width - 10} 60L${width - 10} 85` +
      `A5 5 0 0 1 ${width - 15} 90L105 90A5 5 0 0 1 100 85Z`,
  );
  const [address = '', title = ''] = listOf(style, 'mainText', 'http://www.draw.io,Page 1');
  canvas.setFontColor('#666666');
  canvas.setFontSize(17);
  canvas.text(65, 25, title, { align: 'left' });
  canvas.text(130, 73, address, { align: 'left' });
  const strokeWidth = style.number('strokeWidth', 1);
  canvas.translate(37, 17);
  drawPageIcon(canvas, strokeWidth);
  canvas.translate(70, 47);
  drawPageIcon(canvas, strokeWidth);
  canvas.setFillColor(inside);
  canvas.translate(-95, 0);
  for (const icon of ADDRESS_BUTTONS) {
    paintPath(canvas, icon, 20);
    canvas.translate(30, 0);
  }
});

const windowFrame = framed(({ canvas, w: boxWidth, h: boxHeight, style }) => {
  const width = Math.max(boxWidth, 90);
  const height = Math.max(boxHeight, 30);
  canvas.setFillColor(style.color('fillColor', '#ffffff'));
  canvas.setStrokeColor(frameColor(style));
  canvas.rect(0, 0, width, height);
  canvas.fillAndStroke();
  drawWindowButtons(canvas, width, style);
  canvas.setStrokeColor(style.color('strokeColor3', '#c4c4c4'));
  strokePath(canvas, `M0 30L${width} 30`);
  setCaptionFont(canvas, style);
  canvas.text(10, 15, style.string('mainText', 'Window Title'), { align: 'left' });
});

const alertBox = framed(({ canvas, w: boxWidth, h: boxHeight, style }) => {
  const width = Math.max(boxWidth, 90);
  const height = Math.max(boxHeight, 75);
  canvas.setFillColor(style.color('fillColor', '#ffffff'));
  canvas.setStrokeColor(frameColor(style));
  canvas.rect(0, 0, width, height);
  canvas.fillAndStroke();
  canvas.setStrokeColor(style.color('strokeColor2', '#008cff'));
  canvas.ellipse(width - 25, 5, 20, 20);
  canvas.stroke();
  canvas.setStrokeColor(style.color('strokeColor3', '#c4c4c4'));
  strokePath(canvas, `M0 30L${width} 30`);
  setCaptionFont(canvas, style);
  canvas.text(10, 15, style.string('mainText', 'Window Title'), { align: 'left' });
  const size = style.number('textSize', 17);
  const buttons = listOf(style, 'buttonText', 'OK,Cancel');
  const buttonWidth = (width - 10 * (buttons.length + 1)) / buttons.length;
  buttons.forEach((caption, index) => {
    if (caption === '') return;
    const left = 10 + index * (buttonWidth + 10);
    canvas.rect(left, height - 10 - size * 1.5, buttonWidth, size * 1.5);
    canvas.stroke();
    canvas.text(left + buttonWidth / 2, height - 10 - size * 0.75, caption);
  });
  listOf(style, 'subText', 'Sub Text').forEach((line, index) => {
    canvas.text(width / 2, 30 + size * (index * 1.5 + 0.75), line);
  });
});

const MAN = [
  'M.5 .6721C.3891 .6721 .31 .5648 .31 .3962C.31 .3656 .3012 .3473 .3051 .3227C.3126 .2762 .3124 .2212 .332 .1939C.354 .1633 .4382 .12 .5 .12',
  'M.3046 .3716C.3046 .3716 .3046 .341 .2826 .3594C.2606 .3778 .2661 .4452 .266 .4452Q.2715 .4942 .277 .5065C.2825 .5187 .277 .5187 .2935 .5371C.31 .5554 .3375 .5615 .3375 .5616',
  'M.3829 .6213C.3829 .6213 .405 .7704 .2921 .7888C.2536 .795 .1328 .85 .1052 .8745C.0776 .899 .0641 .9316 .0571 .9622Q.05 1 .05 1',
  'M.3427 .4185C.3427 .4185 .3427 .3839 .3427 .3593C.3427 .3348 .3663 .3103 .3718 .3041C.3773 .298 .3822 .2673 .3877 .2551C.3932 .2429 .4095 .2429 .4259 .2367C.4424 .2306 .4984 .2357 .4984 .2357',
  'M.365 .7427C.365 .7427 .3772 .8076 .4286 .8224C.4816 .8377 .5028 .8347 .5028 .8347',
  'M.3322 .7764C.3322 .7764 .3556 .8386 .4038 .8684C.4533 .8991 .5029 .8929 .5029 .8929',
  'M.2717 .9L.2717 1',
  'M.1671 .8991C.1671 .8991 .1726 .9114 .1836 .9481C.1946 .9849 .2 1 .2 1',
  'M.5 .6721C.6109 .6721 .69 .5648 .69 .3962C.69 .3656 .6988 .3473 .6949 .3227C.6847 .2762 .6876 .2212 .668 .1939C.646 .1633 .5618 .12 .5 .12',
  'M.6954 .3716C.6954 .3716 .6954 .341 .7174 .3594C.7394 .3778 .7339 .4452 .734 .4452Q.7285 .4942 .723 .5065C.7175 .5187 .723 .5187 .7065 .5371C.69 .5554 .6625 .5615 .6625 .5616',
  'M.6171 .6213C.6171 .6213 .595 .7704 .7079 .7888C.7464 .795 .8672 .85 .8948 .8745C.9224 .899 .9359 .9316 .9429 .9622Q.95 1 .95 1',
  'M.6573 .4185C.6573 .4185 .6573 .3839 .6573 .3593C.6573 .3348 .6337 .3103 .6282 .3041C.6227 .298 .6178 .2673 .6123 .2551C.6068 .2429 .5905 .2429 .5741 .2367C.5576 .2306 .5016 .2357 .5016 .2357',
  'M.635 .7427C.635 .7427 .6228 .8076 .5714 .8224C.5184 .8377 .4972 .8347 .4972 .8347',
  'M.6678 .7764C.6678 .7764 .6444 .8386 .5962 .8684C.5467 .8991 .4971 .8929 .4971 .8929',
  'M.7283 .9L.7283 1',
  'M.8329 .8991C.8329 .8991 .8274 .9114 .8164 .9481C.8054 .9849 .8 1 .8 1',
];

const WOMAN = [
  'M.3148 .468C.3045 .3195 .3176 .2383 .3302 .2069C.3508 .1557 .44 .1156 .5026 .1156',
  'M.5029 .6728C.4616 .6728 .4018 .6177 .3663 .5653',
  'M.3108 .4021C.3108 .4021 .3091 .3765 .2891 .3933C.2691 .4101 .2782 .4661 .2782 .4661Q.2862 .5067 .2922 .5166C.2982 .5265 .2929 .5268 .3097 .5412',
  'M.4038 .6176C.4038 .6176 .4324 .7778 .3375 .7963C.3054 .8026 .1753 .8578 .15 .8826C.1247 .9074 .1126 .9412 .1063 .9722C.1 1.0032 .1 1 .1 1',
  'M.6377 .3365C.5927 .2634 .5206 .2634 .5206 .2634Q.3769 .2591 .3713 .2659C.3657 .2727 .3405 .3674 .3405 .3946C.3405 .4218 .3405 .4602 .3405 .4602Q.3546 .6401 .3546 .6626',
  'M.2931 .818C.2931 .818 .3224 .9159 .3826 .9677C.4446 1.01 .5065 1 .5065 1',
  'M.2995 .9106L.2995 1',
  'M.2081 .907C.2081 .907 .2131 .9194 .2232 .9565C.2333 .9936 .24 1 .24 1',
  'M.6951 .4988C.6951 .4662 .7042 .3453 .7 .32C.6923 .273 .6926 .2175 .6727 .19C.6504 .159 .5651 .1157 .5025 .1157',
  'M.5029 .6728C.5546 .6728 .6107 .6316 .6461 .5602',
  'M.696 .4022C.696 .4022 .6983 .3766 .7179 .4106C.7375 .4278 .7273 .4836 .7273 .4836Q.7184 .5241 .7123 .5338C.7062 .5436 .7114 .544 .6943 .558',
  'M.5995 .6278C.5995 .6278 .5724 .7777 .6663 .7963C.6984 .8026 .8386 .8578 .8638 .8826C.8891 .9074 .9016 .9412 .9079 .9722C.9142 1.0032 .91 1 .91 1',
  'M.6545 .6802L.6545 .3986',
  'M.7132 .8078C.7132 .8078 .6839 .916 .6237 .9678C.5617 1.01 .4998 1 .4998 1',
  'M.7111 .9106L.7111 1',
  'M.8075 .907C.8075 .907 .8025 .9194 .7924 .9565C.7823 .9936 .775 1 .775 1',
  'M.3148 .5448C.3148 .5448 .32 .6216 .3148 .6677Q.2891 .7343 .2891 .7343L.3303 .7625L.39 .7625',
  'M.6852 .5448C.6852 .5448 .68 .6216 .6852 .6677Q.7109 .7343 .7109 .7343L.6697 .7625L.62 .7625',
];

/** A framed portrait drawn in lines of strokeColor2; the frame is stroked again above them. */
const portrait = (lines: readonly string[]): Shape =>
  framed(({ canvas, w: width, h: height, style }) => {
    drawFrame(canvas, width, height, style);
    canvas.setStrokeColor(style.color('strokeColor2', '#008cff'));
    canvas.setLineCap('round');
    canvas.setLineJoin('round');
    for (const line of lines) strokePath(canvas, line, width, height);
    canvas.setStrokeColor(frameColor(style));
    strokePath(canvas, 'M0 0L1 0L1 1L0 1Z', width, height);
  });

export const MOCKUP_CONTAINERS: Readonly<Record<string, Shape>> = {
  'mxgraph.mockup.containers.anchor': invisible,
  'mxgraph.mockup.containers.rrect': roundedBySize,
  'mxgraph.mockup.containers.topButton': partlyRounded(['topLeft', 'topRight']),
  'mxgraph.mockup.containers.leftButton': partlyRounded(['bottomLeft', 'topLeft']),
  'mxgraph.mockup.containers.marginRect': insetRectangle(10),
  'mxgraph.mockup.containers.marginRect2': insetRectangle(0),
  'mxgraph.mockup.containers.videoPlayer': videoPlayer,
  'mxgraph.mockup.containers.browserWindow': browserWindow,
  'mxgraph.mockup.containers.window': windowFrame,
  'mxgraph.mockup.containers.alertBox': alertBox,
  'mxgraph.mockup.containers.userMale': portrait(MAN),
  'mxgraph.mockup.containers.userFemale': portrait(WOMAN),
};
