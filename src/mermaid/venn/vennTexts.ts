/** The texts in the areas of a Venn diagram: in a grid around the middle of their area. */
import { type Point, rect } from '../../geometry/plane.js';
import { smallest } from '../../primitives/lists.js';
import type { CellStyle } from '../cells.js';
import { chartHtml } from '../charts/chartText.js';
import type { DrawContext } from '../context.js';
import { CENTRED_TEXT } from '../text/centredText.js';
import { colorIn } from './vennAreas.js';
import type { VennPicture } from './vennLayout.js';
import { areaKey, type VennArea, type VennText } from './vennModel.js';

/** Px in a picture of the width that all sizes are for. */
const FONT_SIZE = 40;
const LEAST = { width: 80, height: 60 };
/** Below an area's name, and where there are no more than two texts. */
const NAME_ROOM = 32;
const FEW = { count: 2, room: 30 };
/** Of the circle around the middle of an area, and of a cell of the grid, that texts fill. */
const FILLED = { circle: 0.95, cell: 0.9 };
/** Browsers set lines so far apart, of the font size. */
const LINE_HEIGHT = 1.15;

export function drawTexts(areas: readonly VennArea[], picture: VennPicture, context: DrawContext): void {
  const { model } = picture;
  const byArea = new Map<string, VennText[]>();
  for (const text of model.texts) {
    const key = areaKey(text.sets);
    byArea.set(key, [...(byArea.get(key) ?? []), text]);
  }
  const known = new Map(areas.map((area) => [areaKey(area.sets), area]));
  for (const [key, texts] of byArea) {
    const area = known.get(key);
    const middle = area && picture.plan.middleOf(area);
    if (area && middle) drawGrid(texts, area, middle, picture, context);
    else for (const { id, label } of texts) tellOf(label ?? id, context);
  }
}

function tellOf(text: string, { report }: DrawContext): void {
  const message = `"${text.slice(0, 80)}" is not drawn: there is no area that it is in.`;
  report({ code: 'mermaid-ignored', message });
}

function drawGrid(
  texts: readonly VennText[],
  area: VennArea,
  middle: Point,
  picture: VennPicture,
  context: DrawContext,
): void {
  const { plan, scale, top } = picture;
  const circles = plan.circlesOf(area);
  const around = smallest(circles.map(({ x, y, radius }) => radius - Math.hypot(middle.x - x, middle.y - y)));
  const radius = around > 0 ? around : 0.6 * smallest(circles.map((circle) => circle.radius));
  const width = Math.max(LEAST.width * scale, 2 * radius * FILLED.circle);
  const height = Math.max(LEAST.height * scale, 2 * radius * FILLED.circle);
  const below =
    (area.label ? Math.min(NAME_ROOM * scale, radius / 4) : 0) + (texts.length <= FEW.count ? FEW.room * scale : 0);
  const columns = Math.ceil(Math.sqrt(texts.length));
  const rows = Math.ceil(texts.length / columns);
  const cell = { width: width / columns, height: height / rows };
  const corner = { x: middle.x - width / 2, y: middle.y + top - height / 2 + below };
  for (const [index, text] of texts.entries()) {
    const center = {
      x: corner.x + cell.width * ((index % columns) + 0.5),
      y: corner.y + cell.height * (Math.floor(index / columns) + 0.5),
    };
    drawCell(text, center, { width: FILLED.cell * cell.width, height: FILLED.cell * cell.height }, picture, context);
  }
}

function drawCell(
  { id, label }: VennText,
  { x, y }: Point,
  { width, height }: { readonly width: number; readonly height: number },
  { model, scale }: VennPicture,
  { cells, theme, measure }: DrawContext,
): void {
  const fontSize = FONT_SIZE * scale;
  const html = chartHtml(label ?? id);
  if (html === '') return;
  const font = { fontFamily: theme.fontFamily, fontSize };
  const wraps = measure(html, font).width > width;
  const style: CellStyle = {
    ...CENTRED_TEXT,
    whiteSpace: 'wrap',
    spacing: 0,
    ...font,
    fontColor: colorIn(model.styles.get(id), 'color') ?? theme.color('vennSetTextColor', theme.nodeText).slice(0, 7),
  };
  cells.vertex({
    id: cells.id(id),
    label: wraps ? `<div style="line-height:${LINE_HEIGHT}">${html}</div>` : html,
    box: rect(x - width / 2, y - height / 2, width, height),
    style,
  });
}
