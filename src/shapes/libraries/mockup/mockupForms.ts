/** draw.io's mock-up form elements ("mxgraph.mockup.forms.*"). */

import type { Canvas } from '../../../drawing/canvas.js';
import { lookupTable } from '../../../primitives/lookupTable.js';
import { framed } from '../../general/frame.js';
import {
  fillPath,
  invisible,
  listOf,
  paintedOutline,
  paintPath,
  roundedBySize,
  setCaptionFont,
  setFade,
  strokePath,
  UNSET_FILL,
} from '../../general/widgets.js';
import type { Shape } from '../../shape.js';

export const checkbox = framed(({ canvas, w: width, h: height }) => {
  canvas.rect(0, 0, width, height);
  canvas.fillAndStroke();
  strokePath(canvas, 'M.8 .2L.4 .8L.25 .6', width, height);
});

const colorPicker = framed(({ canvas, w: width, h: height, style }) => {
  const frame = (): void => canvas.roundrect(0, 0, width, height, width * 0.05, height * 0.05);
  canvas.setStrokeColor(style.color('frameStrokeColor', '#999999'));
  frame();
  canvas.fillAndStroke();
  canvas.setFillColor(style.color('chosenColor', '#aaddff'));
  canvas.rect(width * 0.1, height * 0.1, width * 0.8, height * 0.8);
  canvas.fill();
  canvas.setFillColor(style.color('indicatorColor', '#ffffff'));
  fillPath(canvas, 'M.75 .75L.75 1L.95 1A.05 .05 0 0 0 1 .95L1 .75Z', width, height);
  canvas.setFillColor(style.color('arrowColor', '#999999'));
  fillPath(canvas, 'M.77 .77L.875 .98L.98 .77Z', width, height);
  frame();
  canvas.stroke();
});

const comboBox = framed(({ canvas, w: width, h: height, style }) => {
  canvas.setFillColor(style.color('fillColor3', '#ffffff'));
  canvas.roundrect(0, 0, width, height, 5, 5);
  canvas.fillAndStroke();
  setFade(canvas, style, ['fillColor', UNSET_FILL], ['fillColor2', UNSET_FILL]);
  paintPath(
    canvas,
    `M${width - 30} 0L${width - 5} 0A5 5 0 0 1 ${width} 5L${width} ${height - 5}` +
      `A5 5 0 0 1 ${width - 5} ${height}L${width - 30} ${height}Z`,
  );
  canvas.setFillColor(style.color('fillColor4', '#ffffff'));
  const middle = height / 2;
  fillPath(canvas, `M${width - 22} ${middle - 5}L${width - 15} ${middle + 5}L${width - 8} ${middle - 5}`);
  setCaptionFont(canvas, style);
  canvas.text(5, middle, style.string('mainText', 'Main Text'), { align: 'left' });
});

const slider = framed(({ canvas, w: width, h: height, style }) => {
  const middle = height / 2;
  const fancy = style.string('sliderStyle', 'basic') === 'fancy';
  const position = Math.max(0, Math.min(100, style.number('sliderPos', 20))) / 100;
  const done = style.color('fillColor2', '#ddeeff');
  if (fancy) {
    canvas.roundrect(0, middle - 5, width, 10, 5, 5);
    canvas.fillAndStroke();
    canvas.setFillColor(done);
    canvas.roundrect(0, middle - 5, 10 + (width - 10) * position, 10, 5, 5);
    canvas.fillAndStroke();
    canvas.setFillColor(style.color('fillColor', '#ffffff'));
  } else {
    strokePath(canvas, `M0 ${middle}L${width} ${middle}`);
    canvas.setStrokeColor(done);
    strokePath(canvas, `M0 ${middle}L${width * position} ${middle}`);
    canvas.setStrokeColor(style.color('strokeColor', '#999999'));
  }
  canvas.translate(5 + (width - 10) * position, middle);
  switch (style.string('handleStyle', 'circle')) {
    case 'circle':
      canvas.ellipse(-10, -10, 20, 20);
      canvas.fillAndStroke();
      break;
    case 'triangle':
      paintPath(canvas, 'M-10 10L0 -10L10 10Z');
      break;
    case 'handle':
      paintPath(canvas, 'M-7 10L-7 0L0 -10L7 0L7 10Z');
      break;
  }
});

const listBox = framed(({ canvas, w: width, h: boxHeight, style }) => {
  const size = style.number('textSize', 17);
  const items = listOf(style, 'subText', 'Sub Text');
  const height = Math.max(boxHeight, 30 + items.length * size * 1.5);
  canvas.setFillColor(style.color('fillColor', '#ffffff'));
  canvas.setStrokeColor(style.color('strokeColor', '#666666'));
  canvas.rect(0, 0, width, height);
  canvas.fillAndStroke();
  const selected = items.findLastIndex((item) => item.startsWith('+'));
  if (selected >= 0) {
    canvas.setFillColor(style.color('selectedColor', '#ddeeff'));
    canvas.rect(0, 30 + selected * size * 1.5, width, size * 1.5);
    canvas.fill();
  }
  strokePath(canvas, `M0 30L${width} 30`);
  const [color = '#000000', titleColor = '#000000'] = listOf(style, 'textColor', '#666666,#008cff');
  canvas.setFontSize(size);
  canvas.setFontColor(titleColor);
  canvas.text(10, 15, style.string('mainText', 'Window Title'), { align: 'left' });
  canvas.setFontColor(color);
  items.forEach((item, index) => {
    const caption = item.startsWith('+') ? item.slice(1) : item;
    canvas.text(10, 30 + size * (index * 1.5 + 0.75), caption, { align: 'left' });
  });
  canvas.rect(0, 0, width, height);
  canvas.stroke();
});

const passwordField = framed(({ canvas, w: width, h: height, style }) => {
  canvas.rect(0, 0, width, height);
  canvas.fillAndStroke();
  setCaptionFont(canvas, style);
  canvas.text(5, height / 2, style.string('mainText', '******'), { align: 'left' });
});

const searchBox = framed(({ canvas, w: width, h: height, style }) => {
  canvas.rect(0, 0, width, height);
  canvas.fillAndStroke();
  setCaptionFont(canvas, style);
  canvas.text(5, height / 2, style.string('mainText', 'Search'), { align: 'left' });
  canvas.setStrokeColor(style.color('strokeColor2', '#008cff'));
  canvas.translate(width, height / 2);
  canvas.ellipse(-15, -8, 10, 10);
  canvas.stroke();
  strokePath(canvas, 'M-19 9L-13 1');
});

const splitter = framed(({ canvas, w: boxWidth, h: height, style }) => {
  const width = Math.max(boxWidth, 35);
  const middle = height / 2;
  const top = middle - 5;
  const bottom = middle + 5;
  fillPath(canvas, `M0 ${top}L${width} ${top}L${width} ${bottom}L0 ${bottom}Z`);
  strokePath(canvas, `M0 ${top}L${width} ${top}M${width} ${bottom}L0 ${bottom}`);
  canvas.setFillColor(style.color('strokeColor', '#999999'));
  for (const offset of [-17, -2, 13]) {
    canvas.ellipse(width / 2 + offset, middle - 2, 4, 4);
    canvas.fill();
  }
});

const signIn = framed(({ canvas, w: width, h: height, style, cell }) => {
  canvas.rect(0, 0, width, height);
  canvas.fillAndStroke();
  const captions = listOf(
    style,
    'mainText',
    'Sign In,User Name:,johndoe,Password:,********,Forgot Password?,New User,SIGN IN,SIGN UP',
  );
  const text = (index: number, x: number, y: number, verticalAlign: 'middle' | 'bottom', align: 'left' | 'center') =>
    canvas.text(width * x, height * y, captions[index] ?? '', { align, verticalAlign });
  canvas.setFillColor(style.color('fillColor2', '#66bbff'));
  for (const top of [0.52, 0.84]) {
    canvas.roundrect(width * 0.09, height * top, width * 0.36, height * 0.09, 5, 5);
    canvas.fill();
  }
  for (const top of [0.22, 0.4]) {
    canvas.rect(width * 0.05, height * top, width * 0.75, height * 0.08);
    canvas.stroke();
  }
  canvas.setStrokeColor(style.color('strokeColor2', '#ddeeff'));
  canvas.setStrokeWidth(2);
  strokePath(canvas, 'M.05 .12L.95 .12M.05 .72L.95 .72', width, height);
  setCaptionFont(canvas, style, 12);
  text(0, 0.05, 0.1, 'bottom', 'left');
  text(1, 0.05, 0.2, 'bottom', 'left');
  text(2, 0.075, 0.26, 'middle', 'left');
  text(3, 0.05, 0.38, 'bottom', 'left');
  text(4, 0.075, 0.44, 'middle', 'left');
  text(6, 0.05, 0.8, 'middle', 'left');
  canvas.setStrokeWidth(1);
  canvas.setFontColor('#9999ff');
  canvas.setStrokeColor('#9999ff');
  text(5, 0.05, 0.7, 'bottom', 'left');
  const underline = cell.textWidth?.(captions[5] ?? '', style.number('textSize', 12)) ?? 0;
  strokePath(canvas, `M${width * 0.05} ${height * 0.7}L${width * 0.05 + underline} ${height * 0.7}`);
  canvas.setFontColor(style.color('textColor2', '#ffffff') ?? '#ffffff');
  canvas.setFontStyle(1);
  canvas.setFontSize(style.number('textSize2', 15));
  text(7, 0.27, 0.565, 'middle', 'center');
  text(8, 0.27, 0.885, 'middle', 'center');
});

interface SpinnerSign {
  readonly filled: boolean;
  /** Path data about the middle of a button beside the number. */
  readonly beside: readonly [up: string, down: string];
  /** The same for a button above or below the number. */
  readonly lying: readonly [up: string, down: string];
  /** How far a lying sign's middle is from the edge, px: where it points to that edge, and where away from it. */
  readonly inset: readonly [toEdge: number, fromEdge: number];
}

const SPINNER_SIGNS = lookupTable<SpinnerSign>({
  triangle: {
    filled: true,
    beside: ['M-4 4.5L0 -2.5L4 4.5Z', 'M-4 -4.5L0 2.5L4 -4.5Z'],
    lying: ['M4 3.5L0 -3.5L-4 3.5Z', 'M4 -3.5L0 3.5L-4 -3.5Z'],
    inset: [8.5, 8.5],
  },
  plusMinus: {
    filled: false,
    beside: ['M0 -4L0 4M-4 0L4 0', 'M-4 0L4 0'],
    lying: ['M0 -4L0 4M4 0L-4 0', 'M4 0L-4 0'],
    inset: [7.5, 7.5],
  },
  arrow: {
    filled: true,
    beside: ['M-4 1.5L0 -2.5L4 1.5ZM0 4.5L0 -2.5', 'M-4 -1.5L0 2.5L4 -1.5ZM0 -4.5L0 2.5'],
    lying: ['M4 .5L0 -3.5L-4 .5ZM0 3.5L0 -3.5', 'M4 -.5L0 3.5L-4 -.5ZM0 -3.5L0 3.5'],
    inset: [8.5, 6.5],
  },
});

/** Where a spinner's button stands: its middle, or its horizontal middle and the edge that it lies at. */
type SpinnerButton =
  | { readonly x: number; readonly y: number }
  | { readonly x: number; readonly edge: 'top' | 'bottom' };

interface SpinnerLayout {
  /** The lines between number and buttons. */
  readonly lines: string;
  readonly up: SpinnerButton;
  readonly down: SpinnerButton;
  readonly text: readonly [x: number, y: number];
}

function spinnerLayout(name: string, w: number, h: number): SpinnerLayout | undefined {
  const middle = h / 2;
  const center = w / 2;
  switch (name) {
    case 'right':
      return {
        lines: `M${w - 20} 0L${w - 20} ${h}M${w - 20} ${middle}L${w} ${middle}`,
        up: { x: w - 10, y: h / 4 },
        down: { x: w - 10, y: h * 0.75 },
        text: [(w - 20) / 2, middle],
      };
    case 'left':
      return {
        lines: `M20 0L20 ${h}M20 ${middle}L0 ${middle}`,
        up: { x: 10, y: h / 4 },
        down: { x: 10, y: h * 0.75 },
        text: [(w + 20) / 2, middle],
      };
    case 'top':
      return {
        lines: `M0 15L${w} 15M${center} 15L${center} 0`,
        up: { x: w * 0.75, edge: 'top' },
        down: { x: w / 4, edge: 'top' },
        text: [center, (h + 15) / 2],
      };
    case 'bottom':
      return {
        lines: `M0 ${h - 15}L${w} ${h - 15}M${center} ${h - 15}L${center} ${h}`,
        up: { x: w * 0.75, edge: 'bottom' },
        down: { x: w / 4, edge: 'bottom' },
        text: [center, (h - 15) / 2],
      };
    case 'vertical':
      return {
        lines: `M0 15L${w} 15M0 ${h - 15}L${w} ${h - 15}`,
        up: { x: center, edge: 'top' },
        down: { x: center, edge: 'bottom' },
        text: [center, middle],
      };
    case 'horizontal':
      return {
        lines: `M20 0L20 ${h}M${w - 20} 0L${w - 20} ${h}`,
        up: { x: w - 10, y: middle },
        down: { x: 10, y: middle },
        text: [center, middle],
      };
    default:
      return undefined;
  }
}

function drawSpinnerSign(canvas: Canvas, button: SpinnerButton, up: boolean, height: number, sign: SpinnerSign): void {
  const half = up ? 0 : 1;
  canvas.save();
  if ('edge' in button) {
    const top = button.edge === 'top';
    const inset = sign.inset[top === up ? 0 : 1];
    canvas.translate(button.x, top ? inset : height - inset);
  } else {
    canvas.translate(button.x, button.y);
  }
  (sign.filled ? paintPath : strokePath)(canvas, ('edge' in button ? sign.lying : sign.beside)[half]);
  canvas.restore();
}

const spinner = framed(({ canvas, w: width, h: height, style }) => {
  canvas.setFillColor(style.color('fillColor2', '#ffffff'));
  canvas.roundrect(0, 0, width, height, 10, 10);
  canvas.fillAndStroke();
  const layout = spinnerLayout(style.string('spinLayout', 'right'), width, height);
  if (!layout) return;
  const color = style.color('fillColor', '#ffffff');
  canvas.setFillColor(color);
  if (style.string('spinStyle', 'normal') === 'normal') strokePath(canvas, layout.lines);
  canvas.setStrokeColor(color);
  const sign = SPINNER_SIGNS[style.string('adjStyle', 'triangle')];
  if (sign) {
    drawSpinnerSign(canvas, layout.up, true, height, sign);
    drawSpinnerSign(canvas, layout.down, false, height, sign);
  }
  setCaptionFont(canvas, style);
  canvas.text(layout.text[0], layout.text[1], style.string('mainText', '100'));
});

export const MOCKUP_FORMS: Readonly<Record<string, Shape>> = {
  'mxgraph.mockup.forms.anchor': invisible,
  'mxgraph.mockup.forms.rrect': roundedBySize,
  'mxgraph.mockup.forms.uRect': paintedOutline('M0 1L0 0L1 0L1 1'),
  'mxgraph.mockup.forms.checkbox': checkbox,
  'mxgraph.mockup.forms.colorPicker': colorPicker,
  'mxgraph.mockup.forms.comboBox': comboBox,
  'mxgraph.mockup.forms.horSlider': slider,
  'mxgraph.mockup.forms.listBox': listBox,
  'mxgraph.mockup.forms.pwField': passwordField,
  'mxgraph.mockup.forms.searchBox': searchBox,
  'mxgraph.mockup.forms.signIn': signIn,
  'mxgraph.mockup.forms.spinner': spinner,
  'mxgraph.mockup.forms.splitter': splitter,
};
