/** draw.io's iOS buttons, fields, balloons and round icons ("mxgraph.ios.iButton", "…iLocBar", "…iAddIcon" …). */
import { type Canvas, FONT_BOLD } from '../../../drawing/canvas.js';
import type { Style } from '../../../style/style.js';
import { framed } from '../../general/frame.js';
import {
  colorOf,
  fillPath,
  invisible,
  paintPath,
  partlyRounded,
  percentage,
  roundedBySize,
  roundedData,
  setFade,
  strokePath,
  UNSET_FILL,
} from '../../general/widgets.js';
import type { Shape } from '../../shape.js';
import { checkbox } from '../mockup/mockupForms.js';
import { iconGrid } from '../mockup/mockupGraphics.js';
import { pageControl } from '../mockup/mockupNavigation.js';

/** Fills from the style's fillColor down to its fillColor2. */
function setButtonGradient(canvas: Canvas, style: Style): void {
  setFade(canvas, style, ['fillColor', UNSET_FILL], ['fillColor2', UNSET_FILL]);
}

function setButtonFont(canvas: Canvas, style: Style, size: number, color = '#666666'): void {
  canvas.setFontSize(style.number('fontSize', size));
  canvas.setFontColor(style.color('textColor2', color) ?? color);
}

export const caption = (style: Style, fallback = 'Main Text'): string => style.string('buttonText', fallback);

const button = framed(({ canvas, w, h, style }) => {
  setButtonGradient(canvas, style);
  canvas.roundrect(0, 0, w, h, 2.5, 2.5);
  canvas.fill();
  setButtonFont(canvas, style, 8.5);
  canvas.text(w / 2, h / 2, caption(style));
});

/** A button with a tip; `dx` moves its caption away from the tip. */
const pointedButton = (outline: (w: number, h: number) => string, dx: number): Shape =>
  framed(({ canvas, w, h, style }) => {
    setButtonGradient(canvas, style);
    fillPath(canvas, outline(w, h));
    setButtonFont(canvas, style, 17);
    canvas.text(w / 2 + dx, h / 2, caption(style));
  });

export const BUTTON_ARC = 'A2.5 2.5 0 0';

const backButton = pointedButton(
  (w, h) =>
    `M${w} 2.5${BUTTON_ARC} 0 ${w - 2.5} 0L10 0L.87 ${h / 2 - 0.75}${BUTTON_ARC} 0 .87 ${h / 2 + 0.75}` +
    `L10 ${h}L${w - 2.5} ${h}${BUTTON_ARC} 0 ${w} ${h - 2.5}Z`,
  2.5,
);

const forwardButton = pointedButton(
  (w, h) =>
    `M0 2.5${BUTTON_ARC} 1 2.5 0L${w - 10} 0L${w - 0.87} ${h / 2 - 0.75}${BUTTON_ARC} 1 ${w - 0.87} ${h / 2 + 0.75}` +
    `L${w - 10} ${h}L2.5 ${h}${BUTTON_ARC} 1 0 ${h - 2.5}Z`,
  -2.5,
);

const previousNext = framed(({ canvas, w, h, style }) => {
  setButtonGradient(canvas, style);
  canvas.roundrect(0, 0, w, h, 5, 5);
  canvas.fill();
  strokePath(canvas, 'M.5 0L.5 1', w, h);
  canvas.setFillColor(style.color('fillColor3', UNSET_FILL));
  fillPath(canvas, 'M.25 .25L.35 .75L.15 .75Z', w, h);
  fillPath(canvas, 'M.75 .75L.85 .25L.65 .25Z', w, h);
});

const textInput = framed(({ canvas, w, h, style }) => {
  canvas.roundrect(0, 0, w, h, 2.5, 2.5);
  canvas.fillAndStroke();
  setButtonFont(canvas, style, 8, '#000000');
  canvas.text(2, h / 2, caption(style), { align: 'left' });
});

const comboBox = framed(({ canvas, w, h, style }) => {
  canvas.setFillColor(style.color('fillColor3', '#ffffff'));
  canvas.roundrect(0, 0, w, h, 2.5, 2.5);
  canvas.fillAndStroke();
  setButtonGradient(canvas, style);
  paintPath(
    canvas,
    `M${w - 15} 0L${w - 2.5} 0${BUTTON_ARC} 1 ${w} 2.5L${w} ${h - 2.5}${BUTTON_ARC} 1 ${w - 2.5} ${h}L${w - 15} ${h}Z`,
  );
  canvas.setFillColor(style.color('iconColor', '#ffffff'));
  fillPath(canvas, `M${w - 11} 5L${w - 7.5} 10L${w - 4} 5`);
  setButtonFont(canvas, style, 8.5);
  canvas.text(2.5, h / 2, caption(style), { align: 'left' });
});

const onOffButton = framed(({ canvas, w: boxWidth, h, style }) => {
  const w = Math.max(boxWidth, 2 * h);
  const state = style.string('buttonState', 'on');
  const on = state === 'on';
  if (on || state === 'off') {
    if (on) setFade(canvas, style, ['onGradient', '#E2FFEB'], ['onColor', '#008215']);
    else setFade(canvas, style, ['offGradient', '#cc9999'], ['offColor', '#881100']);
    canvas.roundrect(0, 0, w, h, h / 2, h / 2);
    canvas.fillAndStroke();
  }
  setFade(canvas, style, ['handleGradient', '#ffffff'], ['handleColor', '#888888']);
  canvas.ellipse(on ? w - h : 0, 0, h, h);
  canvas.fillAndStroke();
  if (!on && state !== 'off') return;
  canvas.setFontColor(colorOf(style, ['fontColor', '#ffffff']));
  canvas.setFontSize(8.5);
  canvas.text(w / 2 + (on ? -0.4 : 0.4) * h, h / 2, style.string('mainText', on ? 'ON' : 'OFF'));
});

/** A disc filled from fillColor down to fillColor2, with a sign drawn in thick lines. */
const roundIcon = (sign: string): Shape =>
  framed(({ canvas, w, h, style }) => {
    drawDisc(canvas, w, h, style);
    strokePath(canvas, sign, w, h);
  });

function drawDisc(canvas: Canvas, w: number, h: number, style: Style): void {
  setButtonGradient(canvas, style);
  canvas.setStrokeWidth(1.5);
  canvas.setStrokeColor(style.color('strokeColor'));
  canvas.ellipse(0, 0, w, h);
  canvas.fillAndStroke();
  canvas.setStrokeWidth(2.5);
}

const infoIcon = framed(({ canvas, w, h, style }) => {
  drawDisc(canvas, w, h, style);
  canvas.setFillColor(style.color('iconColor', '#ffffff'));
  fillPath(
    canvas,
    'M.47 .334A.1 .15 60 0 1 .61 .42L.51 .7A.026 .03 30 0 0 .54 .74L.608 .684A.02 .015 0 0 1 .638 .706' +
      'A.45 .45 0 0 1 .42 .865A.1 .08 -15 0 1 .325 .77L.358 .66L.435 .46A.023 .03 0 0 0 .4 .43L.338 .484' +
      'A.01 .015 45 0 1 .31 .47A.3 .3 0 0 1 .47 .334',
    w,
    h,
  );
  fillPath(canvas, 'M.5438 .141A.0776 .0898 40 0 1 .6671 .2308A.0776 .0898 40 0 1 .5438 .141Z', w, h);
});

const sortFindIcon = framed(({ canvas, w, h, style }) => {
  setButtonGradient(canvas, style);
  canvas.setStrokeWidth(1.5);
  canvas.setStrokeColor(style.color('strokeColor'));
  canvas.roundrect(0, 0, w, h, w * 0.1, h * 0.1);
  canvas.fillAndStroke();
  canvas.setStrokeWidth(Math.min(w, h) / 20);
  strokePath(canvas, 'M.1 .25L.9 .25M.1 .4L.9 .4M.1 .55L.6 .55M.1 .7L.5 .7', w, h);
  canvas.ellipse(w * 0.6, h * 0.6, w * 0.2, h * 0.2);
  canvas.stroke();
  strokePath(canvas, 'M.77 .77L.85 .85', w, h);
});

const direction = framed(({ canvas, w, h, style }) => {
  const beam = colorOf(style, ['directionColor', '#ffffff']);
  canvas.setStrokeWidth(0.5);
  canvas.setStrokeColor(style.color('strokeColor2', '#008cff'));
  canvas.ellipse(0, 0, w, h);
  canvas.stroke();
  canvas.setAlpha(1);
  canvas.setGradient(beam, beam, 'north', 1, 0);
  paintPath(canvas, 'M.29 .2L.5 .5L.71 .2', w, h);
  canvas.setStrokeColor(style.color('strokeColor3', '#006cdf'));
  setFade(canvas, style, ['dotGradient', '#ffffff'], ['fillColor2', '#007cef']);
  canvas.ellipse(w * 0.47, h * 0.47, w * 0.06, h * 0.06);
  canvas.fillAndStroke();
  canvas.setFillColor('#ffffff');
  canvas.setAlpha(0.8);
  canvas.ellipse(w * 0.4825, h * 0.4825, w * 0.015, h * 0.015);
  canvas.fill();
});

/** The height of a balloon's tip and half its width, px. */
const TIP = 7.5;

/** A rounded bar with a tip at `tipX`, at its bottom or top. */
function balloonData(w: number, h: number, r: number, tipX: number, atTop: boolean): string {
  const arc = (x: number, y: number): string => `A${r} ${r} 0 0 1 ${x} ${y}`;
  const top = atTop ? TIP : 0;
  const low = atTop ? h : h - TIP;
  const upperTip = atTop ? `L${tipX - TIP} ${top}L${tipX} 0L${tipX + TIP} ${top}` : '';
  const lowerTip = atTop ? '' : `L${tipX + TIP} ${low}L${tipX} ${h}L${tipX - TIP} ${low}`;
  return (
    `M0 ${top + r}${arc(r, top)}${upperTip}L${w - r} ${top}${arc(w, top + r)}L${w} ${low - r}${arc(w - r, low)}` +
    `${lowerTip}L${r} ${low}${arc(0, low - r)}Z`
  );
}

/** Draws a dark balloon with its tip at barPos; returns the y of its middle line. */
function drawBalloon(canvas: Canvas, w: number, h: number, style: Style, alpha: number): number {
  canvas.setStrokeWidth(0.5);
  canvas.setStrokeColor(style.color('strokeColor2', '#000000'));
  canvas.setAlpha(alpha);
  const pointer = style.string('pointerPos', 'bottom');
  if (pointer === 'bottom' || pointer === 'top') {
    setFade(canvas, style, ['fillColor2', '#000000'], ['fillColor3', '#888888'], 'north');
    paintPath(canvas, balloonData(w, h, 2.5, 10 + (w - 20) * percentage(style, 'barPos', 80), pointer === 'top'));
  }
  canvas.setAlpha(1);
  canvas.setFontSize(9.5);
  return (pointer === 'bottom' ? h - TIP : h + TIP) / 2;
}

const locationBar = framed(({ canvas, w, h, style }) => {
  const middle = drawBalloon(canvas, w, h, style, 0.7);
  canvas.setFontColor('#ffffff');
  canvas.text(5, middle, caption(style, 'Some Location'), { align: 'left' });
  canvas.translate(w - 20, middle - 7.5);
  setFade(canvas, style, ['buttonGradient', '#8BbEff'], ['buttonColor', '#135Ec8']);
  canvas.setStrokeWidth(1.5);
  canvas.setStrokeColor(style.color('iconColor', '#ffffff'));
  canvas.ellipse(0, 0, 15, 15);
  canvas.fillAndStroke();
  canvas.setStrokeWidth(2.5);
  strokePath(canvas, 'M.4 .22L.65 .5L.4 .78', 15);
});

const option = framed(({ canvas, w, h, style }) => {
  const middle = drawBalloon(canvas, w, h, style, 0.9);
  canvas.setFontColor(colorOf(style, ['fontColor', '#ffffff']));
  canvas.text(w / 2, middle, caption(style, 'Some Location'));
});

const copyBalloon = framed(({ canvas, w, h, style }) => {
  paintPath(canvas, balloonData(w, h, 5, w / 2, false));
  const sheen = style.color('fillColor3', '#00ff00') ?? '#00ff00';
  canvas.setGradient(sheen, sheen, 'south', 0.8, 0.1);
  fillPath(canvas, roundedData(w, (h - TIP) / 2, 5, ['topLeft', 'topRight']));
  canvas.setFontColor(style.color('textColor', '#00ff00') ?? '#00ff00');
  canvas.setFontSize(8.5);
  canvas.text(w / 2, (h - TIP) * 0.45, caption(style, ''));
});

/** A selected area with four handles and a balloon above it. */
const copyArea = framed(({ canvas, w, h, style }) => {
  const balloon = (): void => {
    canvas.save();
    canvas.translate(w / 2 - 20, 0);
    paintPath(canvas, balloonData(40, 27.5, 5, 20, false));
    canvas.restore();
  };
  balloon();
  canvas.setAlpha(0.3);
  canvas.setFillColor('#2266ff');
  canvas.rect(2.5, 27.5, w - 5, h - 30);
  canvas.fill();
  canvas.setAlpha(1);
  if (h > 27.5) {
    canvas.setStrokeColor('#ffffff');
    canvas.setGradient('#88ddff', '#2266ff');
    for (const [x, y] of [
      [w / 2 - 2.5, 25],
      [w / 2 - 2.5, h - 5],
      [0, h / 2 + 10],
      [w - 5, h / 2 + 10],
    ] as const) {
      canvas.ellipse(x, y, 5, 5);
      canvas.fillAndStroke();
    }
  }
  canvas.setFillColor(style.color('fillColor2', '#00ff00'));
  canvas.setStrokeColor(style.color('strokeColor', '#00ff00'));
  balloon();
  const sheen = style.color('fillColor3', '#00ff00') ?? '#00ff00';
  canvas.setGradient(sheen, sheen, 'south', 0.8, 0.1);
  canvas.save();
  canvas.translate(w / 2 - 20, 0);
  fillPath(canvas, roundedData(40, 10, 5, ['topLeft', 'topRight']));
  canvas.restore();
  canvas.setFontColor(style.color('textColor', '#00ff00') ?? '#00ff00');
  canvas.setFontSize(8.5);
  canvas.text(w / 2, 8.75, caption(style, ''));
});

const homePageControl = framed(({ canvas, w, h, style }) => {
  canvas.setStrokeColor(style.color('strokeColor', '#000000'));
  canvas.setFillColor(style.color('fillColor', '#000000'));
  const r = Math.min(h * 0.5, w * 0.05);
  const middle = h / 2;
  for (const x of [w * 0.35, w * 0.65, w - r]) {
    canvas.ellipse(x - r, middle - r, 2 * r, 2 * r);
    canvas.fill();
  }
  canvas.ellipse(r * 0.2, middle - r * 0.8, r * 1.2, r * 1.2);
  canvas.stroke();
  strokePath(canvas, `M${r * 1.15} ${middle + r * 0.25}L${r * 1.6} ${middle + r * 0.8}`);
});

const pin = framed(({ canvas, w, h, style }) => {
  canvas.setStrokeWidth(1.5);
  canvas.setStrokeColor(style.color('pinStemColor', '#666666'));
  strokePath(canvas, 'M.5 .4L.5 1', w, h);
  canvas.setStrokeWidth(1);
  canvas.setStrokeColor(style.color('strokeColor', '#000000'));
  canvas.setGradient(
    style.color('fillColor2', '#000000') ?? '#000000',
    style.color('fillColor3', '#000000') ?? '#000000',
  );
  canvas.setAlpha(0.9);
  canvas.ellipse(0, 0, w, h * 0.4);
  canvas.fillAndStroke();
  canvas.setFillColor('#ffffff');
  canvas.setAlpha(0.5);
  canvas.ellipse(w * 0.2, h * 0.08, w * 0.3, h * 0.12);
  canvas.fill();
});

/** Draws about the point (x, y). */
export function drawAt(canvas: Canvas, x: number, y: number, draw: () => void): void {
  canvas.save();
  canvas.translate(x, y);
  draw();
  canvas.restore();
}

const urlBar = framed(({ canvas, w, h, style }) => {
  setFade(canvas, style, ['fillColor2', '#cccccc'], ['fillColor3', '#003377']);
  canvas.rect(0, 0, w, h);
  canvas.fill();
  const middle = h * 0.625;
  canvas.setStrokeWidth(0.5);
  canvas.setFillColor(style.color('fieldColor', '#ffffff'));
  canvas.setStrokeColor(style.color('fieldStroke', '#008cff'));
  canvas.roundrect(w * 0.0287, middle - 6.25, w * 0.7184, 12.5, 6.25, 6.25);
  canvas.fillAndStroke();
  setFade(canvas, style, ['cancelBtnGradient', '#cccccc'], ['cancelBtnColor', '#001144']);
  canvas.setStrokeColor('#000000');
  canvas.roundrect(w * 0.7816, middle - 6.25, w * 0.1868, 12.5, 2.5, 2.5);
  canvas.fillAndStroke();
  canvas.setFillColor(style.color('iconBgColor', '#bbbbbb'));
  canvas.ellipse(w * 0.7471 - 11.5, middle - 5, 10, 10);
  canvas.fill();
  canvas.setStrokeColor(style.color('iconColor', '#ffffff'));
  canvas.setStrokeWidth(1.5);
  drawAt(canvas, w * 0.7471, middle, () => strokePath(canvas, 'M-8.5 -2.5L-3.5 2.5M-8.5 2.5L-3.5 -2.5'));
  const [title = '', url = '', action = ''] = caption(style, '').split(',');
  canvas.setFontStyle(FONT_BOLD);
  canvas.setFontSize(8);
  canvas.setFontColor('#425664');
  canvas.text(w / 2, h * 0.2, title);
  canvas.setFontColor('#000000');
  canvas.text(w * 0.06, middle, url, { align: 'left' });
  canvas.setFontColor('#ffffff');
  canvas.text(w * 0.875, middle, action);
});

export const IOS_CONTROLS: Readonly<Record<string, Shape>> = {
  'mxgraph.ios.anchor': invisible,
  'mxgraph.ios.rrect': roundedBySize,
  'mxgraph.ios.topButton': partlyRounded(['topLeft', 'topRight']),
  'mxgraph.ios.bottomButton': partlyRounded(['bottomRight', 'bottomLeft']),
  'mxgraph.ios.checkbox': checkbox,
  'mxgraph.ios.iButton': button,
  'mxgraph.ios.iButtonBack': backButton,
  'mxgraph.ios.iButtonFw': forwardButton,
  'mxgraph.ios.iPrevNext': previousNext,
  'mxgraph.ios.iTextInput': textInput,
  'mxgraph.ios.iComboBox': comboBox,
  'mxgraph.ios.iOnOffButton': onOffButton,
  'mxgraph.ios.iArrowIcon': roundIcon('M.4 .22L.65 .5L.4 .78'),
  'mxgraph.ios.iDeleteIcon': roundIcon('M.25 .5L.75 .5'),
  'mxgraph.ios.iAddIcon': roundIcon('M.25 .5L.75 .5M.5 .25L.5 .75'),
  'mxgraph.ios.iCheckIcon': roundIcon('M.25 .5L.5 .65L.75 .25'),
  'mxgraph.ios.iDeleteApp': roundIcon('M.3 .3L.7 .7M.3 .7L.7 .3'),
  'mxgraph.ios.iInfoIcon': infoIcon,
  'mxgraph.ios.iSortFindIcon': sortFindIcon,
  'mxgraph.ios.iDir': direction,
  'mxgraph.ios.iLocBar': locationBar,
  'mxgraph.ios.iOption': option,
  'mxgraph.ios.iCopy': copyBalloon,
  'mxgraph.ios.iCopyArea': copyArea,
  'mxgraph.ios.iHomePageControl': homePageControl,
  'mxgraph.ios.iPageControl': pageControl,
  'mxgraph.ios.iIconGrid': iconGrid,
  'mxgraph.ios.iPin': pin,
  'mxgraph.ios.iURLBar': urlBar,
};
