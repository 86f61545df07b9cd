/** Messages, creations and returns of ZenUML diagrams as connectors between bars and lifelines. */
import { halfway } from '../../geometry/halfway.js';
import { type Point, point, rect } from '../../geometry/plane.js';
import type { CellStyle, EdgeLabel } from '../cells.js';
import type { DrawContext } from '../context.js';
import type { ZenumlCells } from './drawHeads.js';
import { drawTextCell } from './textCell.js';
import type { TextLook } from './zenumlComment.js';
import type { Line, LineEnd, Loop, PlacedText, SelfReturn } from './zenumlPicture.js';
import {
  COLORS,
  fontStyleOf,
  MESSAGE_SIZE,
  MIDDLE,
  NUMBER_SIZE,
  TEXT,
  ZENUML_FONT,
  zenumlHtml,
} from './zenumlTexts.js';

const OPEN: CellStyle = { endArrow: 'open', endFill: 0, endSize: 6 };
const FILLED: CellStyle = { endArrow: 'block', endFill: 1, endSize: 4 };
const DASHED: CellStyle = { dashed: 1, fixDash: 1, dashPattern: '6 4' };

const LOOKS: Readonly<Record<Line['type'], CellStyle>> = {
  call: FILLED,
  async: OPEN,
  creation: { ...OPEN, ...DASHED },
  return: { ...OPEN, ...DASHED },
};

export function drawLine(line: Line, ids: ZenumlCells, context: DrawContext): void {
  const { type, from, to, y, label, number, look } = line;
  const { cells } = context;
  const { origin } = ids;
  const middle = point(origin.x + (from.x + to.x) / 2, origin.y + y);
  const [source, target] = [from, to].map((end) => cellOf(end, ids) ?? point(origin.x + end.x, origin.y + y)) as [
    string | Point,
    string | Point,
  ];
  cells.edge({
    id: cells.id(type),
    identity: { from: from.participant, to: to.participant },
    source,
    target,
    waypoints: [middle],
    label: lineHtml(label.text),
    labelOffset: point(origin.x + label.at.x - middle.x, label.at.y - y - MIDDLE * MESSAGE_SIZE),
    style: { html: 1, rounded: 0, curved: 0, ...lineKeys(look), ...LOOKS[type] },
    labels: number ? [numberLabel(number, point(from.x, y), context)] : [],
  });
}

/** What is created with is a bit apart from the signs around it. */
const lineHtml = (text: string): string =>
  text.startsWith('«') && text.endsWith('»') && text !== '«create»'
    ? `«&nbsp;${zenumlHtml(text.slice(1, -1))}&nbsp;»`
    : zenumlHtml(text);

const lineKeys = (look: TextLook): CellStyle => ({
  verticalAlign: 'middle',
  strokeWidth: 2,
  strokeColor: COLORS.line,
  labelBackgroundColor: 'none',
  fontFamily: ZENUML_FONT,
  fontSize: MESSAGE_SIZE,
  fontColor: look.color?.slice(0, 7) ?? TEXT,
  fontStyle: fontStyleOf(look),
});

/** A cell's id; undefined for a participant that there isn't. */
const cellOf = ({ participant, bar }: LineEnd, { bars, heads, lifelines }: ZenumlCells): string | undefined =>
  bar === undefined ? lifelines.get(participant) : bar === 'head' ? heads.get(participant) : bars.get(bar);

/** The number of a message, before its line. */
function numberLabel({ text, at }: PlacedText, start: Point, { measure }: DrawContext): EdgeLabel {
  const { width } = measure(text, { fontFamily: ZENUML_FONT, fontSize: NUMBER_SIZE });
  return {
    html: text,
    position: -1,
    offset: point(at.x - width / 2 - start.x, at.y - MIDDLE * NUMBER_SIZE - start.y),
    style: { fontFamily: ZENUML_FONT, fontSize: NUMBER_SIZE, fontColor: COLORS.number, labelBackgroundColor: 'none' },
  };
}

export function drawLoop(loop: Loop, ids: ZenumlCells, context: DrawContext): void {
  const { isAsync, from, to, top, bottom, right, label, number, look } = loop;
  const { cells, measure } = context;
  const { origin } = ids;
  const html = zenumlHtml(label.text);
  const { width } = measure(html, { fontFamily: ZENUML_FONT, fontSize: MESSAGE_SIZE });
  const points = [point(from.x, top), point(right, top), point(right, bottom), point(to.x, bottom)] as const;
  const middle = halfway(points) ?? points[0];
  const [source, target] = [cellOf(from, ids), cellOf(to, ids)];
  cells.edge({
    id: cells.id('self'),
    identity: { from: from.participant, to: to.participant },
    source: source ?? point(origin.x + from.x, origin.y + top),
    target: target ?? point(origin.x + to.x, origin.y + bottom),
    waypoints: [point(origin.x + right, origin.y + top), point(origin.x + right, origin.y + bottom)],
    label: html,
    labelOffset: point(label.at.x + width / 2 - middle.x, label.at.y - MIDDLE * MESSAGE_SIZE - middle.y),
    style: {
      html: 1,
      rounded: 1,
      arcSize: 4,
      curved: 0,
      ...fixedEnd('exit', source, point(from.x, top), ids),
      ...fixedEnd('entry', target, point(to.x, bottom), ids),
      ...lineKeys(look),
      ...(isAsync ? OPEN : FILLED),
    },
    labels: [numberLabel(number, point(from.x, top), context)],
  });
}

/** An end at a certain place of its cell. */
function fixedEnd(side: 'exit' | 'entry', cell: string | undefined, at: Point, ids: ZenumlCells): CellStyle {
  if (cell === undefined) return {};
  const { origin, lefts, tops } = ids;
  return {
    [`${side}X`]: 0,
    [`${side}Y`]: 0,
    [`${side}Dx`]: origin.x + at.x - (lefts.get(cell) ?? 0),
    [`${side}Dy`]: origin.y + at.y - (tops.get(cell) ?? 0),
    [`${side}Perimeter`]: 0,
  };
}

/** A circle with an arrow back, and the text beside it. */
export function drawSelfReturn({ sign, label }: SelfReturn, origin: Point, context: DrawContext): void {
  const { cells } = context;
  const id = cells.id('self-return');
  cells.vertex({
    id,
    box: rect(origin.x + sign.x, origin.y + sign.y, sign.width, sign.height),
    style: { ellipse: '', html: 1, perimeter: 'ellipsePerimeter', fillColor: 'none', strokeColor: TEXT },
  });
  const arrow = point(origin.x + sign.x + sign.width / 4, origin.y + sign.y + sign.height / 2);
  cells.edge({
    id: cells.id(`${id}-arrow`),
    source: point(arrow.x + sign.width / 2, arrow.y),
    target: arrow,
    style: { html: 1, endArrow: 'open', endFill: 0, endSize: 3, strokeColor: TEXT },
  });
  const at = point(origin.x + label.at.x, origin.y + label.at.y);
  drawTextCell(zenumlHtml(label.text), `${id}-text`, { at, size: MESSAGE_SIZE, color: TEXT }, context);
}
