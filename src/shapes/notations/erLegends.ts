/** The legends of the entity relation library: what the marks of three notations mean (mxgraph.er.chens, bachmans, ie). */
import type { Style } from '../../style/style.js';
import { drawEllipse, drawPath, drawRect, type Frame, framed } from '../general/frame.js';
import type { Shape } from '../shape.js';

/** A text at a place in fractions of the box. */
type Caption = readonly [x: number, y: number, text: string];

interface CaptionStyle {
  /** In sizes of the shape's font. */
  readonly size: number;
  readonly align: 'left' | 'center';
}

const TITLE: CaptionStyle = { size: 1, align: 'center' };
const HEADING: CaptionStyle = { size: 0.85, align: 'center' };
const ROW: CaptionStyle = { size: 0.85, align: 'left' };
const CELL: CaptionStyle = { size: 0.7, align: 'center' };

const fontSizeOf = (style: Style): number => style.number('fontSize', 17);

function write({ canvas, w, h, style }: Frame, { size, align }: CaptionStyle, captions: readonly Caption[]): void {
  canvas.setFontColor(style.color('textColor', '#666666') ?? '#666666');
  canvas.setFontSize(fontSizeOf(style) * size);
  for (const [x, y, text] of captions) canvas.text(w * x, h * y, text, { align });
}

const chen = framed((given) => {
  const frame: Frame = { ...given, w: Math.max(given.w, 40), h: Math.max(given.h, 40) };
  const { canvas, w, h } = frame;
  drawPath(canvas, 'M0 0H1V1H0Z', 'both', w, h);
  drawPath(canvas, 'M0 .25H1M0 .5H1M0 .75H1M.25 .5V1M.5 .25V1M.75 .5V1', 'stroke', w, h);
  write(frame, TITLE, [[0.5, 0.125, "ERD Peter Chen's Notation"]]);
  write(frame, HEADING, [
    [0.25, 0.375, 'Cardinality'],
    [0.75, 0.375, 'Optionality'],
  ]);
  write(frame, CELL, [
    [0.125, 0.625, '1'],
    [0.375, 0.625, 'One'],
    [0.625, 0.625, '0'],
    [0.875, 0.625, 'Optional'],
    [0.125, 0.875, 'N'],
    [0.375, 0.875, 'Many'],
    [0.625, 0.875, '1'],
    [0.875, 0.875, 'Mandatory'],
  ]);
});

const BACHMAN_ROWS = [
  'Relationship',
  'Cardinality (One)',
  'Cardinality (Many)',
  'Mandatory, One',
  'Mandatory, Many',
  'Optional, One',
  'Optional, Many',
] as const;

/** How wide "has/forms" is in Helvetica, in sizes of its font. */
const HAS_FORMS_WIDTH = 4.39;

const bachman = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const rowAt = (index: number): number => 0.1875 + index * 0.125;
  drawPath(canvas, 'M0 0H1V1H0Z', 'both', w, h);
  const rules = BACHMAN_ROWS.map((_, index) => `M0 ${(index + 1) / 8}H1`).join('');
  drawPath(canvas, `${rules}M.5 .125V1`, 'stroke', w, h);
  write(frame, TITLE, [[0.5, 0.0625, "ERD Bachman's Notation"]]);
  write(
    frame,
    ROW,
    BACHMAN_ROWS.map((text, index): Caption => [0.52, rowAt(index), text]),
  );
  write(frame, HEADING, [[0.25, rowAt(0), 'has/forms']]);
  const gap = (fontSizeOf(style) * HAS_FORMS_WIDTH) / 2 / w;
  const lines = [1, 2, 3, 4, 5, 6].map((index) => `M.04 ${rowAt(index)}H.46`).join('');
  drawPath(
    canvas,
    `M.04 ${rowAt(0)}H${0.25 - gap}M${0.25 + gap} ${rowAt(0)}H.46${lines}
     M.46 .405L.4 .4375L.46 .47M.38 .53V.595M.46 .655L.4 .6875L.46 .72M.38 .655V.72M.46 .905L.4 .9375L.46 .97`,
    'stroke',
    w,
    h,
  );
  const size = h / 15;
  drawEllipse(canvas, w * 0.46 - size, h * rowAt(5) - size / 2, size, size);
  drawEllipse(canvas, w * 0.4 - size, h * rowAt(6) - size / 2, size, size);
});

/** draw.io has a fourth mark ("one or more") in its code, too, but loses it on the way to SVG. */
const informationEngineering = framed((given) => {
  const w = Math.max(given.w, given.h / 1.5);
  const h = Math.max(given.h, fontSizeOf(given.style) * 5);
  const frame: Frame = { ...given, w, h };
  const { canvas } = frame;
  drawRect(canvas, 0, 0, w, h);
  drawPath(canvas, 'M0 .2H1M0 .4H1M0 .6H1M0 .8H1M.5 .2V1', 'stroke', w, h);
  write(frame, TITLE, [[0.5, 0.1, 'ERD Information Engineering Notation']]);
  write(frame, ROW, [
    [0.52, 0.3, 'Zero or one'],
    [0.52, 0.5, 'One only'],
    [0.52, 0.7, 'Zero or more'],
    [0.52, 0.9, 'One or more'],
  ]);
  const size = h / 12;
  const unit = size / w;
  drawPath(
    canvas,
    `M.04 .3H.46M${0.46 - unit} .25V.35M.04 .5H.46M${0.46 - 2 * unit} .45V.55M${0.46 - 2.5 * unit} .45V.55
     M.04 .7H.46M.46 .65L${0.46 - 2 * unit} .7L.46 .75`,
    'stroke',
    w,
    h,
  );
  for (const at of [0.3, 0.7]) drawEllipse(canvas, w * 0.46 - size * 3, h * at - size / 2, size, size);
});

export const ER_LEGENDS: Readonly<Record<string, Shape>> = {
  'mxgraph.er.chens': chen,
  'mxgraph.er.bachmans': bachman,
  'mxgraph.er.ie': informationEngineering,
};
