/** draw.io's Android library, as far as it is drawn by program ("mxgraph.android.*"). */
import type { Canvas } from '../../drawing/canvas.js';
import { printColor, readColor } from '../../style/color.js';
import type { NumberKey } from '../../style/keys.js';
import type { Style } from '../../style/style.js';
import { type Frame, framed } from '../general/frame.js';
import { fillPath, invisible, paintPath, roundedBySize, strokePath } from '../general/widgets.js';
import type { Shape } from '../shape.js';
import { phone } from './ios/ios7ui.js';
import { checkbox } from './mockup/mockupForms.js';

/** A part of the width, held at zero from below as draw.io does. */
const shareOf = (style: Style, key: NumberKey, fallback: number, full: number): number =>
  full * Math.max(0, Math.min(full, style.number(key, fallback)));

/** A grey line through the middle, above which a bar is drawn. */
function drawTrack({ canvas, w, h, style }: Frame): void {
  canvas.save();
  canvas.setStrokeColor(style.color('strokeColor2', '#444444'));
  strokePath(canvas, `M0 ${h / 2}L${w} ${h / 2}`);
  canvas.restore();
}

const progressBar = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const first = shareOf(style, 'dx1', 0.8, w);
  const second = shareOf(style, 'dx2', 0.6, w);
  const line = (end: number): void => strokePath(canvas, `M0 ${h / 2}L${end} ${h / 2}`);
  drawTrack(frame);
  line(first);
  canvas.save();
  canvas.setStrokeColor('#000000');
  canvas.setAlpha(0.2);
  line(first);
  canvas.restore();
  line(second);
});

/** A progress bar with a handle: a large disc and a small one in it. */
const scrubber = (drawHalo: (frame: Frame, radius: number, x: number) => void, done: boolean): Shape =>
  framed((frame) => {
    const { canvas, w, h, style } = frame;
    const x = shareOf(style, 'dx', 0.3, w);
    const size = Math.min(h, w * 0.1);
    drawTrack(frame);
    canvas.save();
    drawHalo(frame, size / 2, x);
    canvas.restore();
    if (done) {
      canvas.setStrokeColor(style.color('fillColor', '#ffffff'));
      strokePath(canvas, `M0 ${h / 2}L${x} ${h / 2}`);
    }
    addDisc(canvas, x, h / 2, size / 8);
    canvas.fill();
  });

const addDisc = (canvas: Canvas, x: number, y: number, r: number): void => canvas.ellipse(x - r, y - r, 2 * r, 2 * r);

const disabledScrubber = scrubber(({ canvas, h }, r, x) => {
  canvas.setAlpha(0.5);
  canvas.setFillColor('#666666');
  addDisc(canvas, x, h / 2, r);
  canvas.fill();
}, false);

const focusedScrubber = scrubber(({ canvas, h }, r, x) => {
  canvas.setAlpha(0.75);
  addDisc(canvas, x, h / 2, r);
  canvas.fill();
}, true);

const pressedScrubber = scrubber(({ canvas, h, style }, r, x) => {
  canvas.setStrokeColor(style.color('fillColor', '#ffffff'));
  canvas.setAlpha(0.5);
  addDisc(canvas, x, h / 2, r);
  canvas.fillAndStroke();
}, true);

/** The y of a scroll handle's middle, held within `margin` px of both ends. */
const handleY = (style: Style, h: number, margin: number): number =>
  Math.min(h - margin, Math.max(margin, shareOf(style, 'dy', 0.5, h)));

function drawScrollHandle({ canvas, h, style }: Frame, x: number, y: number): void {
  canvas.save();
  canvas.setStrokeColor(style.color('fillColor2', '#cccccc'));
  strokePath(canvas, `M${x} 0L${x} ${h}`);
  canvas.restore();
  canvas.roundrect(x - 3, y - 10, 6, 20, 1, 1);
  canvas.fillAndStroke();
}

const quickscroll = framed((frame) => drawScrollHandle(frame, frame.w / 2, handleY(frame.style, frame.h, 10)));

const quickscrollWithBubble = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const y = handleY(style, h, 20);
  drawScrollHandle(frame, w - 3, y);
  canvas.setFillColor(style.color('fillColor2', '#cccccc'));
  canvas.rect(0, y - 20, w - 18, 40);
  canvas.fill();
  canvas.setFillColor(style.color('fillColor3', '#666666'));
  fillPath(canvas, `M${w - 18} ${y - 20}L${w - 6} ${y}L${w - 18} ${y + 20}Z`);
  canvas.setFontSize(12);
  canvas.text((w - 18) / 2, y, 'Aa');
});

const scrollbars = framed(({ canvas, w, h }) => {
  canvas.rect(w - 5, 0, 5, h - 7);
  canvas.fillAndStroke();
  canvas.rect(0, h - 5, w - 7, 5);
  canvas.fillAndStroke();
});

const spinner = framed(({ canvas, w, h }) => {
  strokePath(canvas, `M0 ${h}L${w} ${h}`);
  const size = Math.min(w / 10, h);
  paintPath(canvas, `M${w - size} ${h}L${w} ${h - size}L${w} ${h}Z`);
});

const BATTERY = 'M-37 6L-37 -5L-36 -5L-36 -6L-32 -6L-32 -5L-31 -5L-31 6Z';

/** The bars of battery and signal, about the middle of the status bar's right end. */
const STATUS_BARS: readonly (readonly [x: number, y: number, width: number, height: number])[] = [
  [-51, 5, 2, 1],
  [-48, 2, 2, 4],
  [-45, -1, 2, 7],
  [-42, -4, 2, 10],
  [-37, -2, 6, 8],
];

const statusBar = framed(({ canvas, w, h, style }) => {
  // draw.io fills the bar twice, which shows where it is translucent.
  for (let layer = 0; layer < 2; layer++) {
    canvas.rect(0, 0, w, h);
    canvas.fill();
  }
  canvas.translate(w, h / 2);
  canvas.setFontColor(style.color('fontColor', '#222222') ?? '#222222');
  canvas.setFontSize(style.number('fontSize', 5));
  canvas.text(-30, 1, '12:00', { align: 'left' });
  canvas.setFillColor(style.color('batteryColor', '#444444'));
  fillPath(canvas, BATTERY);
  canvas.setFillColor(style.color('strokeColor'));
  canvas.ellipse(-56, 2, 2, 2);
  canvas.fillAndStroke();
  canvas.setStrokeWidth(2);
  strokePath(canvas, 'M-52 1A3.5 3.5 0 0 0 -58 1');
  strokePath(canvas, 'M-50 -1A6 6 0 0 0 -60 -1');
  for (const [x, y, width, height] of STATUS_BARS) {
    canvas.rect(x, y, width, height);
    canvas.fill();
  }
});

const selectionHandles = framed(({ canvas, w, h, style }) => {
  const size = 15;
  canvas.setAlpha(0.5);
  canvas.rect(size, 0, w - 2 * size, Math.max(0, h - size * 1.5));
  canvas.fill();
  const tip = (left: number): string =>
    `M${left} ${h - size}L${left + size / 2} ${h - size * 1.5}L${left + size} ${h - size}Z`;
  fillPath(canvas, tip(0) + tip(w - size));
  canvas.setFillColor(style.color('strokeColor'));
  for (const left of [0, w - size]) {
    canvas.rect(left, h - size, size, size);
    canvas.fill();
  }
});

/** A spinner's shades, from its ends to where they meet. */
interface SpinnerShades {
  readonly dark: string;
  readonly middle: string;
  readonly bright: string;
}

const GREY_SPINNER: SpinnerShades = { dark: '#aaaaaa', middle: '#dddddd', bright: '#ffffff' };

/** The shades of a spinner in a colour of its own, which draw.io darkens by factors. */
function spinnerShades(style: Style): SpinnerShades {
  const bright = style.color('spinnerColor');
  const numbers = bright === undefined ? undefined : readColor(bright);
  if (bright === undefined || !numbers) return GREY_SPINNER;
  const { red, green, blue } = numbers;
  const darkened = (factor: number): string =>
    printColor({
      red: Math.floor(red * factor),
      green: Math.floor(green * factor),
      blue: Math.floor(blue * factor),
      alpha: 1,
    });
  return { dark: darkened(0.67), middle: darkened(0.87), bright };
}

const indeterminateSpinner = framed(({ canvas, w, h, style }) => {
  const { dark, middle, bright } = spinnerShades(style);
  canvas.setGradient(dark, middle);
  fillPath(canvas, 'M.5 .1A.4 .4 0 0 0 .5 .9L.5 1A.5 .5 0 0 1 .5 0Z', w, h);
  canvas.setGradient(bright, middle);
  fillPath(canvas, 'M.5 .1A.4 .4 0 0 1 .5 .9L.5 1A.5 .5 0 0 0 .5 0Z', w, h);
});

export const ANDROID_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.android.anchor': invisible,
  'mxgraph.android.rrect': roundedBySize,
  'mxgraph.android.checkbox': checkbox,
  'mxgraph.android.progressBar': progressBar,
  'mxgraph.android.progressScrubberDisabled': disabledScrubber,
  'mxgraph.android.progressScrubberFocused': focusedScrubber,
  'mxgraph.android.progressScrubberPressed': pressedScrubber,
  'mxgraph.android.quickscroll2': quickscrollWithBubble,
  'mxgraph.android.quickscroll3': quickscroll,
  'mxgraph.android.scrollbars2': scrollbars,
  'mxgraph.android.spinner2': spinner,
  'mxgraph.android.phone': phone,
  'mxgraph.android.statusBar': statusBar,
  'mxgraph.android.textSelHandles': selectionHandles,
  'mxgraph.android.indeterminateSpinner': indeterminateSpinner,
};
