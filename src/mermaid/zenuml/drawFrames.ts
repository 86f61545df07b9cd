/** What stands around parts of ZenUML diagrams and between them: groups, frames, dividers, comments. */
import { type Point, point, type Rect, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { labelHtml } from '../text/labels.js';
import { drawFrameIcon } from './frameIcons.js';
import { drawTextCell, LINE } from './textCell.js';
import type { FragmentKind } from './zenumlModel.js';
import type { Divider, Frame, PlacedComment, PlacedGroup } from './zenumlPicture.js';
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

/** Px. */
const HEADER = 25;
const NAME_LEFT = 26;
const CONDITION = 15;
const TITLE = { left: 1, lineLeft: 5, baseline: 16 };
const NUMBER = { before: 3, down: HEADER / 2 - 4.5 };
const COMMENT_LINE = 20;
const DIVIDER = { padding: 9, height: 27, radius: 2 };
const GROUP = { size: 13, title: 20 };

const NAMES: Readonly<Record<FragmentKind, string>> = {
  alt: 'Alt',
  loop: 'Loop',
  opt: 'Opt',
  par: 'Par',
  critical: 'Critical',
  section: 'Section',
  tcf: 'Try',
  ref: 'Ref',
};

export function drawGroup({ name, box }: PlacedGroup, origin: Point, { cells }: DrawContext): void {
  cells.vertex({
    id: cells.id(`${name}-group`),
    label: zenumlHtml(name),
    box: rect(origin.x + box.x, origin.y + box.y, box.width, box.height),
    style: {
      rounded: 0,
      html: 1,
      verticalAlign: 'top',
      spacing: 0,
      spacingTop: Math.round((GROUP.title - LINE * GROUP.size) / 2) - 5,
      dashed: 1,
      fixDash: 1,
      dashPattern: '4 3',
      container: 0,
      pointerEvents: 0,
      fillColor: 'none',
      strokeColor: COLORS.border,
      fontFamily: ZENUML_FONT,
      fontSize: GROUP.size,
      fontColor: TEXT,
    },
  });
}

export function drawFrame(frame: Frame, origin: Point, context: DrawContext): void {
  const { kind, box, condition, headerY, number } = frame;
  const [left, top] = [origin.x + box.x, origin.y + box.y];
  const header = origin.y + headerY;
  const id = context.cells.id(kind === 'tcf' ? 'try' : kind);
  context.cells.vertex({
    id,
    box: rect(left + 0.5, top + 0.5, box.width - 1, Math.max(1, box.height - 1)),
    style: {
      rounded: 1,
      absoluteArcSize: 1,
      arcSize: 8,
      html: 1,
      container: 1,
      collapsible: 0,
      dropTarget: 0,
      recursiveResize: 0,
      pointerEvents: 0,
      fillColor: 'none',
      strokeColor: COLORS.border,
    },
  });
  drawHeader(kind, rect(left + 1, header, box.width - 2, HEADER), id, context);
  drawNumber(number, point(left - NUMBER.before, header + NUMBER.down + MIDDLE * NUMBER_SIZE), id, context);
  if (condition !== undefined) {
    const at = point(left + TITLE.left, header + HEADER + CONDITION);
    drawTitle(inBrackets(condition), `${id}-condition`, at, id, context);
  }
  drawSeparators(frame, origin, id, context);
}

function drawHeader(kind: FragmentKind, box: Rect, frame: string, context: DrawContext): void {
  const { cells } = context;
  const id = cells.id(`${frame}-header`);
  cells.vertex({
    id,
    parent: frame,
    label: NAMES[kind],
    box,
    style: {
      rounded: 0,
      html: 1,
      align: 'left',
      spacing: 0,
      spacingLeft: NAME_LEFT,
      // A pixel above the middle, as Mermaid has it.
      spacingBottom: 2,
      connectable: 0,
      fillColor: COLORS.bar,
      fillOpacity: 50,
      strokeColor: 'none',
      fontFamily: ZENUML_FONT,
      fontSize: MESSAGE_SIZE,
      fontStyle: 1,
      fontColor: COLORS.line,
    },
  });
  drawFrameIcon(kind, { x: box.x + 4, y: box.y }, id, context);
}

/** Before the frame; what would stand beyond the sheet stands at its edge. */
function drawNumber(number: string, at: Point, frame: string, context: DrawContext): void {
  const { width } = context.measure(number, { fontFamily: ZENUML_FONT, fontSize: NUMBER_SIZE });
  const place = { at: point(Math.max(at.x, width + 2), at.y), align: 'right', parent: frame } as const;
  drawTextCell(number, `${frame}-number`, { ...place, size: NUMBER_SIZE, color: COLORS.number }, context);
}

function drawTitle(html: string, id: string, at: Point, frame: string, context: DrawContext): void {
  drawTextCell(html, id, { at, size: MESSAGE_SIZE, color: COLORS.line, parent: frame }, context);
}

function drawSeparators({ box, separators }: Frame, origin: Point, frame: string, context: DrawContext): void {
  const { cells } = context;
  const left = origin.x + box.x;
  for (const { y, left: inset, title } of separators) {
    const lineY = origin.y + y;
    cells.edge({
      id: cells.id(`${frame}-line`),
      parent: frame,
      source: { x: left + 1 + inset, y: lineY + 0.5 },
      target: { x: left + box.width - 1, y: lineY + 0.5 },
      style: { html: 1, endArrow: 'none', rounded: 0, strokeColor: COLORS.separator },
    });
    if (title === '') continue;
    const isCondition = title.startsWith('[ ');
    const html = isCondition ? inBrackets(title.slice(1, -1)) : title === '[else]' ? title : titleHtml(title);
    const at = point(left + (isCondition ? TITLE.left : TITLE.lineLeft), lineY + TITLE.baseline);
    drawTitle(html, `${frame}-title`, at, frame, context);
  }
}

/** The brackets stand a blank aside, as Mermaid has them. */
const inBrackets = (condition: string): string =>
  `[&nbsp;<font color="${COLORS.faint}">${zenumlHtml(condition)}</font>&nbsp;]`;

/** "catch" stands two blanks before what it catches. */
function titleHtml(title: string): string {
  const blank = title.indexOf(' ');
  const words = blank < 0 ? [title] : [title.slice(0, blank), title.slice(blank + 1)];
  return `<font color="${COLORS.faint}">${words
    .map(zenumlHtml)
    .filter((word) => word !== '')
    .join('&nbsp; ')}</font>`;
}

export function drawDivider({ y, width, text }: Divider, origin: Point, { cells, measure }: DrawContext): void {
  const html = zenumlHtml(text);
  const room = measure(html, { fontFamily: ZENUML_FONT, fontSize: MESSAGE_SIZE }).width + 2 * DIVIDER.padding - 1;
  const id = cells.id('divider');
  const at = origin.y + y;
  const middle = origin.x + width / 2;
  cells.vertex({
    id,
    label: html,
    box: rect(middle - room / 2, at - DIVIDER.height / 2, room, DIVIDER.height),
    style: {
      rounded: 1,
      absoluteArcSize: 1,
      arcSize: 2 * DIVIDER.radius,
      html: 1,
      spacing: 0,
      fillColor: COLORS.divider,
      strokeColor: COLORS.dividerBorder,
      fontFamily: ZENUML_FONT,
      fontSize: MESSAGE_SIZE,
      fontColor: COLORS.dividerText,
    },
  });
  const style: CellStyle = { html: 1, endArrow: 'none', rounded: 0, strokeColor: COLORS.dividerBorder };
  cells.edge({ id: cells.id(`${id}-line`), source: id, target: { x: origin.x, y: at }, style });
  cells.edge({ id: cells.id(`${id}-line`), source: id, target: { x: origin.x + width, y: at }, style });
}

export function drawComment({ text, look, at }: PlacedComment, origin: Point, context: DrawContext): void {
  const { cells, measure, report } = context;
  const id = cells.id('comment');
  // Code is set as all else.
  const commentHtml = labelHtml({ text, type: 'markdown' }, report, id).replace(/<\/?code>/g, '');
  const html = `<div style="line-height:${COMMENT_LINE}px">${commentHtml}</div>`;
  const { width, height } = measure(html, { fontFamily: ZENUML_FONT, fontSize: MESSAGE_SIZE });
  const top = origin.y + at.y - MIDDLE * MESSAGE_SIZE - COMMENT_LINE / 2;
  cells.vertex({
    id,
    label: html,
    box: rect(origin.x + at.x, top, width, height),
    style: {
      text: '',
      html: 1,
      align: 'left',
      verticalAlign: 'top',
      spacing: 0,
      spacingTop: -5,
      fillColor: 'none',
      strokeColor: 'none',
      fontFamily: ZENUML_FONT,
      fontSize: MESSAGE_SIZE,
      fontStyle: fontStyleOf(look),
      fontColor: look.color?.slice(0, 7) ?? COLORS.comment,
      ...(look.color !== undefined && { textOpacity: 50 }),
    },
  });
}
