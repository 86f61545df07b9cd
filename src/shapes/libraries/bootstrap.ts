/** The controls of the Bootstrap library. */
import { rect } from '../../geometry/plane.js';
import { lookupTable } from '../../primitives/lookupTable.js';
import type { Style } from '../../style/style.js';
import {
  drawEllipse,
  drawPath,
  drawRect,
  drawRoundRect,
  type Frame,
  framed,
  pathShape,
  setFill,
} from '../general/frame.js';
import { clamp } from '../general/outline.js';
import type { Shape } from '../shape.js';

const radiusOf = (style: Style): number => Math.trunc(style.number('rSize', 10));

/** A clockwise rectangle with round corners where `corners` (from the top left) says so. */
function roundedAt(w: number, h: number, r: number, corners: readonly [boolean, boolean, boolean, boolean]): string {
  const arc = `A ${r} ${r} 0 0 1`;
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  return (
    `M ${topLeft ? `0 ${r} ${arc} ${r} 0` : '0 0'} ` +
    `${topRight ? `H ${w - r} ${arc} ${w} ${r}` : `H ${w}`} ` +
    `${bottomRight ? `V ${h - r} ${arc} ${w - r} ${h}` : `V ${h}`} ` +
    `${bottomLeft ? `H ${r} ${arc} 0 ${h - r}` : 'H 0'} Z`
  );
}

const ALL = [true, true, true, true] as const;
const TOP = [true, true, false, false] as const;
const BOTTOM = [false, false, true, true] as const;
const RIGHT = [false, true, true, false] as const;
const LEFT = [true, false, false, true] as const;

const button = (corners: readonly [boolean, boolean, boolean, boolean]): Shape =>
  pathShape((w, h, style) => roundedAt(w, h, radiusOf(style), corners));

const roundedRect = framed(({ canvas, w, h, style }) => drawRoundRect(canvas, rect(0, 0, w, h), radiusOf(style)));

/** One slanted stripe from x, `breadth` wide, down to the right, cut off at the box's right side. */
function stripe(w: number, h: number, x: number, breadth: number): string {
  const end = x + breadth;
  if (end >= w) return `M ${x} 0 H ${w} V ${w - x} Z`;
  if (end + h <= w) return `M ${x} 0 H ${end} L ${end + h} ${h} H ${x + h} Z`;
  const tail = w - x > h ? `L ${w} ${h} H ${x + h}` : `L ${w} ${w - x}`;
  return `M ${x} 0 H ${end} L ${w} ${w - end} ${tail} Z`;
}

/** Keeps an absurdly flat bar from being striped for ever. */
const MOST_STRIPES = 1000;

const leftButtonStriped = framed(({ canvas, w, h }) => {
  drawPath(canvas, roundedAt(w, h, 5, LEFT), 'fill');
  canvas.setAlpha(0.2);
  canvas.setFillColor('#ffffff');
  drawPath(canvas, `M 0 ${h * 0.75} V ${h * 0.25} L ${h * 0.75} ${h} H ${h * 0.25} Z`, 'fill');
  if (h <= 0) return;
  for (let x = h / 4; x <= Math.min(w, MOST_STRIPES * h); x += h) drawPath(canvas, stripe(w, h, x, h / 2), 'fill');
});

/** A pill, lying or standing. */
const roundedButton = pathShape((w, h) => {
  const r = Math.min(w, h) / 2;
  return w > h
    ? `M ${w - r} 0 A ${r} ${r} 0 0 1 ${w - r} ${h} H ${r} A ${r} ${r} 0 0 1 ${r} 0 Z`
    : `M 0 ${h - r} A ${r} ${r} 0 0 0 ${w} ${h - r} V ${r} A ${r} ${r} 0 0 0 0 ${r} Z`;
});

const arrow = framed(({ canvas, w, h }) => drawPath(canvas, 'M 0 .5 L 1 .5 M .9 0 L 1 .5 .9 1', 'stroke', w, h));

/** A tab that is open to the page below it. */
const tabTop = framed(({ canvas, w, h, style }) => {
  const r = radiusOf(style);
  const arc = `A ${r} ${r} 0 0 1`;
  canvas.setStrokeColor(style.color('fillColor', '#ffffff'));
  drawPath(canvas, roundedAt(w, h, r, TOP));
  canvas.setStrokeColor(style.color('strokeColor', '#000000'));
  drawPath(canvas, `M 0 ${h} V ${r} ${arc} ${r} 0 H ${w - r} ${arc} ${w} ${r} V ${h}`, 'stroke');
});

const image = framed(({ canvas, w, h, style }) => {
  const r = Math.max(0, radiusOf(style));
  drawPath(canvas, roundedAt(w, h, r, ALL), 'stroke');
  canvas.translate(r / 2, r / 2);
  drawPath(canvas, roundedAt(Math.max(0, w - r), Math.max(0, h - r), r / 2, ALL), 'fill');
});

const checkbox = framed(({ canvas, w, h }) => {
  drawRoundRect(canvas, rect(0, 0, w, h), 3);
  canvas.setStrokeWidth(3);
  drawPath(canvas, 'M .8 .2 L .4 .8 .25 .6', 'stroke', w, h);
});

const checkbox2 = framed(({ canvas, w, h, style }) => {
  if (!style.flag('checked')) {
    drawRoundRect(canvas, rect(0, 0, w, h), 2);
    return;
  }
  canvas.setFillColor(style.color('checkedFill', '#ffffff'));
  canvas.setStrokeColor(style.color('checkedStroke', '#000000'));
  drawRoundRect(canvas, rect(0, 0, w, h), 2, 'fill');
  canvas.setStrokeWidth(2);
  drawPath(canvas, 'M .8 .2 L .4 .75 .25 .6', 'stroke', w, h);
});

const radioButton = framed(({ canvas, w, h, style }) => {
  drawEllipse(canvas, 0, 0, w, h);
  canvas.setFillColor(style.color('strokeColor', '#000000'));
  drawEllipse(canvas, w / 4, h / 4, w / 2, h / 2, 'fill');
});

const radioButton2 = framed(({ canvas, w, h, style }) => {
  if (!style.flag('checked')) {
    drawEllipse(canvas, 0, 0, w, h);
    return;
  }
  const fill = style.color('checkedFill', '#ffffff');
  canvas.setFillColor(fill);
  canvas.setStrokeColor(fill);
  drawEllipse(canvas, 0, 0, w, h);
  canvas.setFillColor(style.color('checkedStroke', '#000000'));
  drawEllipse(canvas, w * 0.2, h * 0.2, w * 0.6, h * 0.6, 'fill');
});

const horLines = framed(({ canvas, w, h }) => {
  drawRect(canvas, 0, 0, w, h, 'fill');
  drawPath(canvas, `M 0 0 H ${w} M 0 ${h} H ${w}`, 'stroke');
});

const USER =
  'M 0 .95 A .3 .3 0 0 1 .02 .87 A .1 .1 0 0 1 .08 .812 A 3 3 0 0 1 .29 .732 A .15 .15 0 0 0 .385 .607 ' +
  'A .11 .11 0 0 0 .355 .53 A .3 .3 0 0 1 .305 .44 A .33 .38 0 0 1 .312 .15 A .218 .218 0 0 1 .688 .15 ' +
  'A .33 .38 0 0 1 .693 .44 A .25 .25 0 0 1 .645 .53 A .1 .1 0 0 0 .612 .6 A .15 .15 0 0 0 .7 .726 ' +
  'A 3 3 0 0 1 .92 .812 A .1 .1 0 0 1 .97 .865 A .2 .2 0 0 1 .995 .952 Z';

const user = framed(({ canvas, w, h }) => drawPath(canvas, USER, 'fill', w, h));

/** Symbols of a rating in heights of the shape; each takes 1.2 heights. */
const RATING_SYMBOLS = lookupTable<string>({
  star: 'M 0 .33 L .364 .33 .475 0 .586 .33 .95 .33 .66 .551 .775 .9 .475 .684 .175 .9 .29 .551 Z',
  heart:
    'M .519 .947 C .558 .908 .778 .682 .916 .54 C 1.039 .414 1.036 .229 .924 .115 C .812 0 .631 0 .519 .115 ' +
    'C .408 0 .227 0 .115 .115 C .03 .229 0 .414 .123 .54 Z',
});
const MOST_SYMBOLS = 1000;

const rating = framed(({ canvas, h, style }) => {
  const symbol = RATING_SYMBOLS[style.string('ratingStyle', 'star')];
  if (symbol === undefined) return;
  const grade = Math.min(MOST_SYMBOLS, style.number('grade', 5));
  const scale = Math.min(MOST_SYMBOLS, style.number('ratingScale', 10));
  const draw = (index: number): void => {
    canvas.translate(index * h * 1.2, 0);
    drawPath(canvas, symbol, 'both', h, h);
    canvas.translate(-index * h * 1.2, 0);
  };
  for (let i = 0; i < grade; i++) draw(i);
  canvas.setFillColor(style.color('emptyFillColor', '#ffffff'));
  for (let i = grade; i < scale; i++) draw(i);
});

function drawRangeBar({ canvas, w, h, style }: Frame, r: number): void {
  const kind = style.string('rangeStyle', 'rounded');
  const y = h / 2;
  if (kind === 'rect') {
    canvas.setFillColor(style.color('fillColor', '#ffffff'));
    drawRect(canvas, 0, y - 2, w, 4, 'fill');
  } else if (kind === 'rounded') {
    const arc = `A ${r} ${r} 0 0 1`;
    drawPath(
      canvas,
      `M 0 ${y} ${arc} ${r} ${y - r} H ${w - r} ${arc} ${w} ${y} ${arc} ${w - r} ${y + r} H ${r} ${arc} 0 ${y} Z`,
      'fill',
    );
  }
}

const rangeInput = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const dx = w * clamp(style.number('dx', 0.3), 0, w);
  const barHeight = Math.min(h / 2, w / 2);
  drawRangeBar(frame, barHeight / 2);
  const handle = style.string('handleStyle', 'circle');
  if (handle === 'circle') {
    canvas.setFillColor(style.color('strokeColor', '#000000'));
    drawEllipse(canvas, dx - barHeight, 0, 2 * barHeight, 2 * barHeight, 'fill');
  } else if (handle === 'rect') {
    setFill(frame, style.color('fillColor', '#ffffff'), style.color('gradientColor'));
    const half = h / 4;
    drawRect(canvas, dx - half, 0, 2 * half, h);
    const grip = (y: number): string => `M ${dx - half / 2} ${h * y} H ${dx + half / 2}`;
    drawPath(canvas, `${grip(0.3)} ${grip(0.5)} ${grip(0.7)}`, 'stroke');
  }
});

const toggle = framed(({ canvas, w, h, style }) => {
  const width = Math.max(w, 2 * h);
  const on = style.flag('buttonState', true);
  if (on) canvas.setFillColor(style.color('onFillColor', '#0085FC'));
  drawRoundRect(canvas, rect(0, 0, width, h), h / 2, on ? 'fill' : 'both');
  canvas.setFillColor(on ? style.color('onStrokeColor', '#ffffff') : style.color('strokeColor', '#000000'));
  drawEllipse(canvas, on ? width - h * 0.9 : h * 0.1, h * 0.1, h * 0.8, h * 0.8, 'fill');
});

const cross = framed(({ canvas, w, h }) => drawPath(canvas, 'M 0 0 L 1 1 M 1 0 L 0 1', 'stroke', w, h));

const popover = pathShape((w, h, style) => {
  const r = radiusOf(style);
  const dx = clamp(style.number('dx', 0.5), 0, w);
  const dy = clamp(style.number('dy', 0.5), 0, h);
  const foot = h - dy;
  const arc = `A ${r} ${r} 0 0 1`;
  return (
    `M ${r} 0 H ${w - r} ${arc} ${w} ${r} V ${foot - r} ${arc} ${w - r} ${foot} H ${Math.min(dx + dy, w)} ` +
    `L ${dx} ${h} ${Math.max(dx - dy, 0)} ${foot} H ${r} ${arc} 0 ${foot - r} V ${r} ${arc} ${r} 0 Z`
  );
});

/** Only a place for its label and children. */
const anchor: Shape = { draw() {} };

const BOOTSTRAP_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.bootstrap.rrect': roundedRect,
  'mxgraph.bootstrap.topButton': button(TOP),
  'mxgraph.bootstrap.bottomButton': button(BOTTOM),
  'mxgraph.bootstrap.rightButton': button(RIGHT),
  'mxgraph.bootstrap.leftButton': button(LEFT),
  'mxgraph.bootstrap.leftButtonStriped': leftButtonStriped,
  'mxgraph.bootstrap.roundedButton': roundedButton,
  'mxgraph.bootstrap.arrow': arrow,
  'mxgraph.bootstrap.tabTop': tabTop,
  'mxgraph.bootstrap.image': image,
  'mxgraph.bootstrap.checkbox': checkbox,
  'mxgraph.bootstrap.checkbox2': checkbox2,
  'mxgraph.bootstrap.radioButton': radioButton,
  'mxgraph.bootstrap.radioButton2': radioButton2,
  'mxgraph.bootstrap.horLines': horLines,
  'mxgraph.bootstrap.user2': user,
  'mxgraph.bootstrap.rating': rating,
  'mxgraph.bootstrap.anchor': anchor,
  'mxgraph.bootstrap.rangeInput': rangeInput,
  'mxgraph.bootstrap.switch': toggle,
  'mxgraph.bootstrap.x': cross,
  'mxgraph.bootstrap.popover': popover,
};

export const bootstrapShapes = (): Readonly<Record<string, Shape>> => BOOTSTRAP_SHAPES;
