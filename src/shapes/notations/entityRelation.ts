/** The entity relation library (mxgraph.er.…), whose shapes write their own text; the legends are in erLegends.ts. */
import type { Canvas } from '../../drawing/canvas.js';
import type { TextKey } from '../../style/keys.js';
import type { Style } from '../../style/style.js';
import { drawEllipse, drawPath, type Frame, framed } from '../general/frame.js';
import { fillPath, invisible, paintPath, roundedBySize, roundedData, strokePath } from '../general/widgets.js';
import type { Shape } from '../shape.js';
import { ER_LEGENDS } from './erLegends.js';

const RADIUS = 10;

/** The smallest box that these shapes are drawn in, px; smaller cells are overdrawn. */
const atLeast = (frame: Frame, size: number): Frame => ({
  ...frame,
  w: Math.max(frame.w, size),
  h: Math.max(frame.h, size),
});

const textColor = (style: Style): string => style.color('textColor', '#666666') ?? '#666666';

const textSize = (style: Style): number => style.number('fontSize', 17);

/** Writes the shape's main text into its middle. */
function writeText({ canvas, w, h, style }: Frame, fallback = 'Entity'): void {
  canvas.setFontSize(textSize(style));
  canvas.setFontColor(textColor(style));
  canvas.text(w / 2, h / 2, style.string('buttonText', fallback));
}

const rectangleData = (w: number, h: number): string => `M0 0H${w}V${h}H0Z`;

/** A frame inside the box, a tenth of the shorter side from its edge. */
function drawInnerFrame(canvas: Canvas, w: number, h: number): void {
  const inset = Math.min(w, h) * 0.1;
  strokePath(canvas, `M${inset} ${inset}H${w - inset}V${h - inset}H${inset}Z`);
}

/** A box by its buttonStyle: round, rect or dblFrame. */
function drawBox(canvas: Canvas, w: number, h: number, style: Style, frameFill: string): void {
  switch (style.string('buttonStyle', 'round')) {
    case 'round':
      paintPath(canvas, roundedData(w, h, RADIUS));
      break;
    case 'rect':
      paintPath(canvas, rectangleData(w, h));
      break;
    case 'dblFrame':
      canvas.setFillColor(style.color('fillColor', frameFill));
      paintPath(canvas, rectangleData(w, h));
      drawInnerFrame(canvas, w, h);
      break;
  }
}

const entity = framed((given) => {
  const frame = atLeast(given, 2 * RADIUS);
  drawBox(frame.canvas, frame.w, frame.h, frame.style, '#ffffff');
  writeText(frame);
});

const DEFAULT_ATTRIBUTES = '+ attribute 1,+ attribute 2,+ attribute 3';

/** A box (buttonStyle round or rect; draw.io knows no other) whose title is `line` px high. */
function drawTitledBox({ canvas, w, h, style }: Frame, line: number, bodyColor: string | undefined): void {
  const buttonStyle = style.string('buttonStyle', 'round');
  const rounded = buttonStyle === 'round';
  if (!rounded && buttonStyle !== 'rect') return;
  const outline = rounded ? roundedData(w, h, RADIUS) : rectangleData(w, h);
  paintPath(canvas, outline);
  fillPath(canvas, rounded ? roundedData(w, line, RADIUS, ['topLeft', 'topRight']) : rectangleData(w, line));
  canvas.save();
  canvas.setFillColor(bodyColor);
  canvas.translate(0, line);
  fillPath(
    canvas,
    rounded ? roundedData(w, h - line, RADIUS, ['bottomRight', 'bottomLeft']) : rectangleData(w, h - line),
  );
  canvas.restore();
  strokePath(canvas, outline);
}

/** An entity with a title bar and a list of attributes under it. */
const extendedEntity = framed((given) => {
  const { canvas, style } = given;
  const attributes = style.string('subText', DEFAULT_ATTRIBUTES).split(',');
  const fontSize = textSize(style);
  const line = fontSize * 1.25;
  const { w } = atLeast(given, 2 * RADIUS);
  const h = Math.max(given.h, 2 * RADIUS, (attributes.length + 1) * line);
  const attributeColor = style.color('fillColor2', '#ffffff');
  drawTitledBox({ ...given, w, h }, line, attributeColor);
  canvas.setFontSize(fontSize);
  canvas.setFontColor(attributeColor ?? '#ffffff');
  canvas.text(w / 2, fontSize / 2, style.string('buttonText', 'Entity'));
  canvas.setFontColor(style.color('strokeColor', '#666666') ?? '#666666');
  attributes.forEach((attribute, index) => {
    canvas.text(RADIUS / 2, (index + 1.5) * line, attribute, { align: 'left' });
  });
});

const attribute = framed((given) => {
  const frame = atLeast(given, 2 * RADIUS);
  const { canvas, w, h, style } = frame;
  const kind = style.string('buttonStyle', 'simple');
  if (kind === 'dblFrame') canvas.setFillColor(style.color('fillColor', '#666666'));
  if (kind === 'simple' || kind === 'dblFrame') drawEllipse(canvas, 0, 0, w, h);
  if (kind === 'dblFrame') {
    const inset = Math.min(w, h) * 0.1;
    drawEllipse(canvas, inset, inset, w - 2 * inset, h - 2 * inset, 'stroke');
  }
  writeText(frame);
});

const relation = framed((given) => {
  const frame = atLeast(given, 2 * RADIUS);
  const { canvas, w, h, style } = frame;
  const kind = style.string('buttonStyle', 'rhombus');
  if (kind === 'dblFrame') canvas.setFillColor(style.color('fillColor', '#666666'));
  if (kind === 'rhombus' || kind === 'dblFrame') paintPath(canvas, 'M0 .5L.5 0L1 .5L.5 1Z', w, h);
  if (kind === 'dblFrame') strokePath(canvas, 'M.1 .5L.5 .1L.9 .5L.5 .9Z', w, h);
  writeText(frame);
});

const cloud = framed((given) => {
  const frame = atLeast(given, 2 * RADIUS);
  paintPath(
    frame.canvas,
    `M.25 .25C.05 .25 0 .5 .16 .55C0 .66 .18 .9 .31 .8C.4 1 .7 1 .8 .8C1 .8 1 .6 .875 .5
     C1 .3 .8 .1 .625 .2C.5 .05 .3 .05 .25 .25`,
    frame.w,
    frame.h,
  );
  writeText(frame);
});

/** A box with a second one in its right half, and two lines of text in each. */
const hierarchy = framed((given) => {
  const { canvas, w, h, style } = atLeast(given, 2 * RADIUS);
  drawBox(canvas, w, h, style, '#666666');
  const inset = style.get('buttonStyle') === 'dblFrame' ? Math.min(w, h) * 0.15 : RADIUS;
  canvas.save();
  canvas.translate(w / 2, inset);
  drawBox(canvas, w / 2 - inset, h - 2 * inset, style, '#666666');
  canvas.restore();
  const fontSize = textSize(style);
  canvas.setFontSize(fontSize);
  canvas.setFontColor(textColor(style));
  const write = (x: number, key: TextKey, fallback: string): void => {
    const [first = '', second = ''] = style.string(key, fallback).split(',');
    canvas.text(x, (h - fontSize) / 2, first);
    canvas.text(x, (h + fontSize) / 2, second);
  };
  write(w * 0.25, 'buttonText', 'main');
  write(w * 0.7, 'subText', 'sub');
});

const FOLD = 20;

const note = framed((given) => {
  const frame = atLeast(given, 2 * FOLD);
  const { canvas, w, h, style } = frame;
  paintPath(canvas, `M0 0H${w - FOLD}L${w} ${FOLD}V${h}H0Z`);
  canvas.setLineJoin('round');
  canvas.setFillColor(style.color('fillColor2', '#ffffff'));
  drawPath(canvas, `M${w - FOLD} 0L${w} ${FOLD}H${w - FOLD}Z`);
  writeText(frame);
});

const ENTITY_RELATION_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.er.entity': entity,
  'mxgraph.er.entityExt': extendedEntity,
  'mxgraph.er.attribute': attribute,
  'mxgraph.er.has': relation,
  'mxgraph.er.cloud': cloud,
  'mxgraph.er.hierarchy': hierarchy,
  'mxgraph.er.note': note,
  'mxgraph.er.rrect': roundedBySize,
  'mxgraph.er.anchor': invisible,
  ...ER_LEGENDS,
};

export const entityRelationShapes = (): Readonly<Record<string, Shape>> => ENTITY_RELATION_SHAPES;
