/** draw.io's mock-up buttons and markup ("mxgraph.mockup.buttons.*", "mxgraph.mockup.markup.*" and their parts). */
import { type Canvas, FONT_BOLD } from '../../../drawing/canvas.js';
import type { Style } from '../../../style/style.js';
import { framed } from '../../general/frame.js';
import {
  invisible,
  listOf,
  paintedOutline,
  paintPath,
  partlyRounded,
  roundedBySize,
  roundedData,
  setCaptionFont,
  strokedOutline,
  strokePath,
} from '../../general/widgets.js';
import type { Shape } from '../../shape.js';

/** A button that points to the right, in fractions of its box. */
const CHEVRON =
  'M0 .1A.0372 .1111 0 0 1 .0334 0L.768 0A.0722 .216 0 0 1 .8014 .0399L.99 .4585A.09 .1 0 0 1 .99 .5415' +
  'L.8014 .9568A.0722 .216 0 0 1 .768 1L.0334 1A.0372 .1111 0 0 1 0 .9Z';

function drawButtonBody(canvas: Canvas, width: number, height: number, style: Style): void {
  const form = style.string('buttonStyle', 'round');
  if (form === 'round') paintPath(canvas, roundedData(width, height, 10));
  else if (form === 'chevron') paintPath(canvas, CHEVRON, width, height);
}

const button = framed(({ canvas, w: width, h: height, style }) => {
  drawButtonBody(canvas, width, height, style);
  setCaptionFont(canvas, style);
  canvas.setFontStyle(FONT_BOLD);
  canvas.text(width / 2, height / 2, style.string('mainText', 'Main Text'));
});

const twoLineButton = framed(({ canvas, w: width, h: height, style }) => {
  drawButtonBody(canvas, width, height, style);
  setCaptionFont(canvas, style);
  canvas.setFontStyle(FONT_BOLD);
  canvas.text(width / 2, height * 0.4, style.string('mainText', 'Main Text'));
  canvas.setFontSize(style.number('textSize', 17) / 1.4);
  canvas.text(width / 2, height * 0.7, style.string('subText', 'Sub Text'));
});

const onOffButton = framed(({ canvas, w: boxWidth, h: boxHeight, style }) => {
  const width = Math.max(boxWidth, 10);
  const height = Math.max(boxHeight, 10);
  canvas.roundrect(0, 0, width, height, 10, 10);
  canvas.fillAndStroke();
  const state = style.string('buttonState', 'on');
  const on = state === 'on';
  const half = on ? 0 : 1;
  if (on) canvas.setFillColor(style.color('fillColor2', '#008cff'));
  canvas.roundrect(width * 0.25 * half, 0, width * 0.75, height, 10, 10);
  canvas.fillAndStroke();
  if (!on && state !== 'off') return;
  canvas.setFontColor(listOf(style, 'textColor', '#ffffff,#999999')[half] ?? '#000000');
  canvas.setFontSize(style.number('textSize', 17));
  canvas.setFontStyle(FONT_BOLD);
  canvas.text(width * (on ? 0.375 : 0.625), height / 2, listOf(style, 'mainText', 'ON,OFF')[half] ?? '');
});

const curlyBrace = framed(({ canvas, w: width, h: height }) => {
  const middle = height / 2;
  const r = Math.min(width * 0.125, middle);
  const arc = (sweep: 0 | 1, x: number, y: number): string => `A${r} ${r} 0 0 ${sweep} ${x} ${y}`;
  strokePath(
    canvas,
    `M0 ${middle + r}${arc(1, r, middle)}L${width / 2 - r} ${middle}${arc(0, width / 2, middle - r)}` +
      `${arc(0, width / 2 + r, middle)}L${width - r} ${middle}${arc(1, width, middle + r)}`,
  );
});

const SCRATCH =
  'M.038 .095C.038 .095 .289 -.045 .186 .05C.084 .145 -.046 .251 .072 .208C.191 .164 .522 -.09 .366 .062' +
  'C.21 .215 -.094 .38 .108 .304C.309 .228 .73 -.126 .544 .096C.358 .319 -.168 .592 .108 .476' +
  'C.382 .36 .972 -.138 .779 .114C.585 .365 -.12 .688 .071 .639C.262 .59 1.174 .012 .936 .238' +
  'C.699 .462 -.216 .855 .085 .806C.386 .758 1.185 .26 .935 .534C.685 .808 -.186 .94 .236 .895' +
  'C.659 .85 1.095 .608 .905 .769C.715 .93 .286 .962 .661 .931';

export const MOCKUP_BUTTONS: Readonly<Record<string, Shape>> = {
  'mxgraph.mockup.anchor': invisible,
  'mxgraph.mockup.rrect': roundedBySize,
  'mxgraph.mockup.topButton': partlyRounded(['topLeft', 'topRight']),
  'mxgraph.mockup.bottomButton': partlyRounded(['bottomRight', 'bottomLeft']),
  'mxgraph.mockup.rightButton': partlyRounded(['topRight', 'bottomRight']),
  'mxgraph.mockup.leftButton': partlyRounded(['bottomLeft', 'topLeft']),
  'mxgraph.mockup.buttons.button': button,
  'mxgraph.mockup.buttons.multiButton': twoLineButton,
  'mxgraph.mockup.buttons.onOffButton': onOffButton,
  'mxgraph.mockup.markup.curlyBrace': curlyBrace,
  'mxgraph.mockup.markup.line': strokedOutline('M0 .5L1 .5'),
  'mxgraph.mockup.markup.scratchOut': strokedOutline(SCRATCH),
  'mxgraph.mockup.markup.redX': paintedOutline('M.1 0L.5 .4L.9 0L1 .1L.6 .5L1 .9L.9 1L.5 .6L.1 1L0 .9L.4 .5L0 .1Z'),
};
