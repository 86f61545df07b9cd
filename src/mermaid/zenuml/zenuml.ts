/** ZenUML diagrams: sequences written as programs are, with bars and frames in each other, as cells. */
import { point, type Rect, rect } from '../../geometry/plane.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { drawComment, drawDivider, drawFrame, drawGroup } from './drawFrames.js';
import { drawBar, drawCreatedHeads, drawHeads, type ZenumlCells } from './drawHeads.js';
import { drawLine, drawLoop, drawSelfReturn } from './drawLines.js';
import { layoutZenuml } from './zenumlLayout.js';
import type { ZenModel } from './zenumlModel.js';
import { parseZenuml } from './zenumlParser.js';
import { COLORS, TEXT, ZENUML_FONT, zenumlHtml } from './zenumlTexts.js';

export const zenuml = defineKind({
  beginning: 'zenuml',
  names: ['zenuml'],
  parse: parseZenuml,
  titleOf: ({ title }: ZenModel) => title,
  draw: drawZenuml,
  margins: [0],
  titleSize: 'own',
});

/** Px. */
const EDGE = 11;
const HEADER = 34;
const BELOW = 47;
const RADIUS = 4;
const TITLE_SIZE = 16;

function drawZenuml(model: ZenModel, context: DrawContext): void {
  const { cells, report } = context;
  for (const message of model.ignored) report({ code: 'mermaid-ignored', message });
  const picture = layoutZenuml(model, context);
  const { border, width, height } = picture;
  const origin = point(EDGE + border.left, HEADER);
  const all = rect(0, 0, origin.x + width + border.right + EDGE, height + BELOW);
  cells.reserve(all);
  drawSheet(all, model.title, context);
  const ids: ZenumlCells = {
    origin,
    lifelines: new Map(),
    heads: new Map(),
    bars: new Map(),
    lefts: new Map(),
    tops: new Map(),
  };
  for (const group of picture.groups) drawGroup(group, origin, context);
  drawHeads(picture, ids, context);
  for (const bar of picture.bars) drawBar(bar, ids, context);
  drawCreatedHeads(picture, ids, context);
  for (const line of picture.lines) drawLine(line, ids, context);
  for (const loop of picture.loops) drawLoop(loop, ids, context);
  for (const each of picture.selfReturns) drawSelfReturn(each, origin, context);
  for (const frame of picture.frames) drawFrame(frame, origin, context);
  for (const divider of picture.dividers) drawDivider(divider, origin, context);
  for (const comment of picture.comments) drawComment(comment, origin, context);
}

/** The sheet that all is on, with the title at its head. */
function drawSheet(all: Rect, title: string | undefined, { cells }: DrawContext): void {
  cells.vertex({
    id: cells.id('sheet'),
    label: zenumlHtml(title ?? ''),
    box: rect(all.x + 0.5, all.y + 0.5, all.width - 1, all.height - 1),
    style: {
      swimlane: '',
      html: 1,
      startSize: HEADER - 1,
      rounded: 1,
      absoluteArcSize: 1,
      arcSize: 2 * RADIUS,
      collapsible: 0,
      dropTarget: 0,
      container: 0,
      connectable: 0,
      align: 'left',
      spacing: 0,
      spacingLeft: 5,
      fontFamily: ZENUML_FONT,
      fontSize: TITLE_SIZE,
      fontStyle: 1,
      fontColor: TEXT,
      fillColor: COLORS.ground,
      swimlaneFillColor: COLORS.ground,
      strokeColor: COLORS.border,
    },
  });
}
