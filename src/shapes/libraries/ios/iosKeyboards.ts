/** draw.io's iOS keyboards and telephone pads ("mxgraph.ios.iKeybLett", "…iCallButtons" …). */
import { type Canvas, FONT_BOLD } from '../../../drawing/canvas.js';
import { framed } from '../../general/frame.js';
import { colorOf, fillPath, paintPath, setFade, strokePath } from '../../general/widgets.js';
import type { Shape } from '../../shape.js';

/** A row of equal keys, in fractions of the keyboard. */
interface KeyRow {
  readonly keys: readonly string[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly step: number;
}

const smallKeys = (keys: string, left: number, top: number): KeyRow => ({
  keys: [...keys],
  left,
  top,
  width: 0.0776,
  step: 0.10058,
});

const PUNCTUATION: KeyRow = { keys: [...".,?!'"], left: 0.1638, top: 0.53, width: 0.1178, step: 0.1408 };

const KEY_HEIGHT = 0.19;

const DELETE_KEY = 'M.9109 .585L.9655 .585L.9655 .665L.9109 .665L.8879 .625Z';
const DELETE_CROSS = 'M.9224 .605L.9454 .645M.9224 .645L.9454 .605';
const SHIFT_ARROW = 'M.0402 .635L.0718 .58L.1034 .635L.0862 .635L.0862 .67L.0575 .67L.0575 .635Z';

/** The four dark keys: shift, delete, the one that changes the layout, return. */
const DARK_KEYS: readonly (readonly [left: number, top: number, width: number])[] = [
  [0.0115, 0.53, 0.1207],
  [0.8736, 0.53, 0.115],
  [0.0115, 0.78, 0.2299],
  [0.7672, 0.78, 0.2213],
];

/** `shift` is the caption of the shift key; undefined draws an arrow on it. */
const keyboard = (rows: readonly KeyRow[], shift: string | undefined, layoutKey: string): Shape =>
  framed(({ canvas, w, h, style }) => {
    setFade(canvas, style, ['fillColor2', '#8A97A7'], ['fillColor3', '#425163']);
    canvas.rect(0, 0, w, h);
    canvas.fill();
    const key = (left: number, top: number, width: number): void => {
      canvas.roundrect(w * left, h * top, w * width, h * KEY_HEIGHT, w * 0.0144, h * 0.025);
      canvas.fill();
    };
    setFade(canvas, style, ['keyGradient', '#EEF3F9'], ['keyColor', '#DBE2E9']);
    canvas.setFontSize(10.5);
    canvas.setFontColor(colorOf(style, ['textColor', '#000000']));
    for (const { keys, left, top, width, step } of rows) {
      keys.forEach((caption, index) => {
        const x = left + index * step;
        key(x, top, width);
        canvas.text(w * (x + width / 2), h * (top + KEY_HEIGHT / 2), caption.trim());
      });
    }
    key(0.2644, 0.78, 0.4799);
    canvas.setFontColor(colorOf(style, ['textColor2', '#666666']));
    canvas.text(w * 0.5043, h * 0.875, 'space');
    const icons = colorOf(style, ['iconColor', '#ffffff']);
    canvas.setFontColor(icons);
    setFade(canvas, style, ['modifierGradient', '#8B98A8'], ['modifierColor', '#677488']);
    for (const [left, top, width] of DARK_KEYS) key(left, top, width);
    canvas.text(w * 0.0718, h * 0.625, shift ?? '');
    canvas.text(w * 0.1264, h * 0.875, layoutKey);
    canvas.text(w * 0.8779, h * 0.875, 'return');
    canvas.setLineJoin('round');
    canvas.setStrokeColor(icons);
    canvas.setFillColor(icons);
    canvas.setStrokeWidth(1.5);
    if (shift === undefined) strokePath(canvas, SHIFT_ARROW, w, h);
    paintPath(canvas, DELETE_KEY, w, h);
    canvas.setStrokeColor(style.color('modifierColor', '#677488'));
    strokePath(canvas, DELETE_CROSS, w, h);
  });

const letters = keyboard(
  [smallKeys('QWERTYUIOP', 0.0086, 0.03), smallKeys('ASDFGHJKL', 0.0632, 0.28), smallKeys('ZXCVBNM', 0.1638, 0.53)],
  undefined,
  '.?123',
);

const numbers = keyboard(
  [smallKeys('1234567890', 0.0086, 0.03), smallKeys('-/:;()$&@"', 0.0086, 0.28), PUNCTUATION],
  '#+=',
  'ABC',
);

/**
 * draw.io writes the euro sign and the bullet by their codes in Windows' character set, which are control characters,
 * and leaves the key of the vertical bar empty.
 */
const symbols = keyboard(
  [smallKeys('[]{}#%^*+=', 0.0086, 0.03), smallKeys('_\\ ~<>\u0080£¥\u0095', 0.0086, 0.28), PUNCTUATION],
  '123',
  'ABC',
);

type Caption = readonly [text: string, x: number, y: number];

const drawCaptions = (canvas: Canvas, w: number, h: number, captions: readonly Caption[]): void => {
  for (const [text, x, y] of captions) canvas.text(w * x, h * y, text);
};

const MICROPHONE =
  'M.14 .188L.14 .228A.025 .03 0 0 0 .19 .228L.19 .188L.2 .188L.2 .228A.0367 .044 0 0 1 .17 .27L.17 .296' +
  'L.195 .296L.195 .308L.1367 .308L.1367 .296L.16 .296L.16 .27A.0367 .044 0 0 1 .13 .228L.13 .188Z';
const SPEAKER = 'M.7567 .18L.785 .18L.825 .128L.825 .28L.79 .234L.7567 .234Z';
const SOUND =
  'M.8383 .16A.0533 .064 0 0 1 .8383 .252M.8583 .134A.0817 .098 0 0 1 .8583 .276M.8767 .11A.1133 .136 0 0 1 .8767 .304';
const PLUS =
  'M.1467 .62L.1833 .62L.1833 .676L.2267 .676L.2267 .724L.1833 .724L.1833 .78L.1467 .78L.1467 .724L.105 .724' +
  'L.105 .676L.1467 .676Z';
const PERSON =
  'M.76 .752A.1 .12 0 0 1 .8033 .728A.0167 .02 0 0 0 .8167 .712L.8175 .7A.0267 .06 0 0 1 .8067 .644' +
  'A.0287 .0344 0 0 1 .8633 .644A.0267 .06 0 0 1 .855 .7A.05 .724 0 0 1 .8633 .724A.1667 .75 0 0 1 .9083 .75' +
  'L.9083 .78L.76 .78Z';

const callDialog = framed(({ canvas, w, h, style }) => {
  const icons = colorOf(style, ['iconColor', '#ffffff']);
  const r = 5;
  const fillRect = (x: number, y: number, width: number, height: number): void => {
    canvas.rect(w * x, h * y, w * width, h * height);
    canvas.fill();
  };
  canvas.setAlpha(0.8);
  canvas.setStrokeColor(style.color('strokeColor2', '#888888'));
  canvas.setStrokeWidth(1.5);
  canvas.setFillColor(style.color('fillColor2', '#000000'));
  canvas.roundrect(0, 0, w, h, r, r);
  canvas.fillAndStroke();
  strokePath(canvas, 'M.33 0L.33 1M.67 0L.67 1M0 .5L1 .5', w, h);
  canvas.setStrokeColor('#000000');
  canvas.setFillColor(icons);
  canvas.setStrokeWidth(0.5);
  canvas.roundrect(w * 0.1433, h * 0.104, w * 0.0417, h * 0.148, w * 0.02, h * 0.024);
  canvas.fill();
  paintPath(canvas, MICROPHONE, w, h);
  paintPath(canvas, 'M.1033 .108L.24 .286L.2317 .298L.095 .12Z', w, h);
  for (const y of [0.128, 0.186, 0.244]) {
    for (const x of [0.44, 0.485, 0.53]) fillRect(x, y, 0.033, 0.04);
  }
  fillPath(canvas, SPEAKER, w, h);
  canvas.setStrokeWidth(1.5);
  canvas.setStrokeColor(icons);
  strokePath(canvas, SOUND, w, h);
  fillPath(canvas, PLUS, w, h);
  fillRect(0.4517, 0.624, 0.0333, 0.152);
  fillRect(0.5183, 0.624, 0.0333, 0.152);
  fillPath(canvas, PERSON, w, h);
  canvas.setFontColor(icons);
  canvas.setFontSize(8.5);
  drawCaptions(canvas, w, h, [
    ['mute', 0.1667, 0.35],
    ['keypad', 0.5, 0.35],
    ['speaker', 0.8333, 0.35],
    ['add', 0.1667, 0.85],
    ['pause', 0.5, 0.85],
    ['contacts', 0.8333, 0.85],
  ]);
  canvas.setGradient('#808080', '#ffffff', 'north');
  canvas.setAlpha(0.4);
  const low = h * 0.308;
  fillPath(
    canvas,
    `M0 ${low}L0 ${r}A${r} ${r} 0 0 1 ${r} 0L${w - r} 0A${r} ${r} 0 0 1 ${w} ${r}L${w} ${low}` +
      `A${w * 1.5} ${h * 1.8} 0 0 1 0 ${low}Z`,
  );
});

/** The digits as draw.io draws them: it shows the 3 twice and no 9. */
const DIGITS: readonly Caption[] = [
  ['1', 0.1667, 0.22],
  ['2', 0.5, 0.22],
  ['3', 0.8333, 0.22],
  ['3', 0.1667, 0.3867],
  ['4', 0.5, 0.3867],
  ['5', 0.8333, 0.3867],
  ['6', 0.1667, 0.5534],
  ['7', 0.5, 0.5534],
  ['8', 0.8333, 0.5534],
];

const DIGIT_LETTERS: readonly Caption[] = [
  ['ABC', 0.5, 0.28],
  ['DEF', 0.8333, 0.28],
  ['GHI', 0.1667, 0.4467],
  ['JKL', 0.5, 0.4467],
  ['MNO', 0.8333, 0.4467],
  ['PQRS', 0.1667, 0.6134],
  ['TUV', 0.5, 0.6134],
  ['WXYZ', 0.8333, 0.6134],
  ['+', 0.5, 0.78],
];

const CALLER =
  'M.1028 .9464A.0862 .0652 0 0 1 .1402 .9333A.0144 .0109 0 0 0 .1517 .9246L.1524 .9181' +
  'A.023 .0326 0 0 1 .143 .8877A.0247 .0187 0 0 1 .1919 .8877A.023 .0326 0 0 1 .1847 .9181' +
  'A.0431 .0174 0 0 0 .1919 .9311A.1437 .1087 0 0 1 .2307 .9453L.2307 .9616L.1028 .9616Z';

const callButtons = framed(({ canvas, w, h, style }) => {
  canvas.setStrokeWidth(0.5);
  canvas.setStrokeColor(style.color('strokeColor2', '#008cff'));
  setFade(canvas, style, ['fillColor2', '#0F1B2B'], ['fillColor3', '#4F5B6B'], 'north');
  canvas.rect(0, 0, w, h);
  canvas.fillAndStroke();
  strokePath(
    canvas,
    'M0 .1667L1 .1667M0 .3333L1 .3333M0 .5L1 .5M0 .6667L1 .6667M0 .8333L1 .8333M.3333 .1667L.3333 1M.6667 .1667L.6667 1',
    w,
    h,
  );
  canvas.setFontSize(15.5);
  canvas.setFontColor(colorOf(style, ['textColor', '#ffffff']));
  canvas.setFontStyle(FONT_BOLD);
  drawCaptions(canvas, w, h, [['(123) 456-7890', 0.5, 0.0834], ...DIGITS]);
  canvas.setFontSize(27.5);
  drawCaptions(canvas, w, h, [['*', 0.1667, 0.76]]);
  canvas.setFontSize(15.5);
  drawCaptions(canvas, w, h, [
    ['0', 0.5, 0.72],
    ['#', 0.8333, 0.75],
  ]);
  setFade(canvas, style, ['callBtnGradient', '#E2FFEB'], ['callBtnColor', '#008215']);
  canvas.rect(w * 0.3333, h * 0.8333, w * 0.3333, h * 0.1667);
  canvas.fillAndStroke();
  drawCaptions(canvas, w, h, [['Call', 0.5, 0.9168]]);
  canvas.setFontStyle(0);
  canvas.setFontSize(8);
  canvas.setFontColor(colorOf(style, ['textColor2', '#bbbbbb']));
  drawCaptions(canvas, w, h, DIGIT_LETTERS);
  const icons = style.color('iconColor', '#ffffff');
  canvas.setFillColor(icons);
  fillPath(canvas, CALLER, w, h);
  canvas.setStrokeColor(icons);
  canvas.setStrokeWidth(2.5);
  canvas.setLineJoin('round');
  paintPath(canvas, 'M.79 .89L.9 .89L.9 .95L.79 .95L.76 .92Z', w, h);
  canvas.setStrokeColor(style.color('strokeColor3', '#0F1B2B'));
  strokePath(canvas, 'M.82 .907L.85 .933M.82 .933L.85 .907', w, h);
});

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ#';

/** The column of letters at the side of a list. */
const alphabetList = framed(({ canvas, w, h, style }) => {
  const ink = colorOf(style, ['iconColor', '#999999']);
  canvas.setFontColor(ink);
  canvas.setFontSize(style.number('fontSize', 8));
  const row = h * 0.0345;
  [...ALPHABET].forEach((letter, index) => {
    canvas.text(w / 2, row * (index + 2), letter);
  });
  canvas.setStrokeColor(ink);
  canvas.ellipse(w / 2 - 2.25, row - 3.5, 4.5, 4.5);
  canvas.stroke();
  strokePath(canvas, `M${w / 2 - 4.25} ${row + 3}L${w / 2 - 1.75} ${row}`);
});

export const IOS_KEYBOARDS: Readonly<Record<string, Shape>> = {
  'mxgraph.ios.iKeybLett': letters,
  'mxgraph.ios.iKeybNumb': numbers,
  'mxgraph.ios.iKeybSymb': symbols,
  'mxgraph.ios.iCallDialog': callDialog,
  'mxgraph.ios.iCallButtons': callButtons,
  'mxgraph.ios.iAlphaList': alphabetList,
};
