/** Venn diagrams: sets as circles that overlap as much as they have in common. */
import { type Point, rect } from '../../geometry/plane.js';
import { drawArea } from '../charts/chartFrame.js';
import { optionsOf } from '../charts/chartOptions.js';
import { chartHtml, drawText } from '../charts/chartText.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { boxOf, circleLook, colorIn, commonArea, commonLook } from './vennAreas.js';
import { layoutOf, type VennPicture } from './vennLayout.js';
import { areaKey, readVenn, type VennArea, type VennModel } from './vennModel.js';
import { drawTexts } from './vennTexts.js';

export const venn = defineKind({
  beginning: 'venn-beta',
  names: ['venn'],
  grammar: 'src/diagrams/venn/vennDiagram.ts',
  read: readVenn,
  draw: drawVenn,
  margins: [0],
  titleSize: 'own',
});

/** All sizes are for a picture so wide, px. */
const REFERENCE_WIDTH = 1600;
const TITLE = { room: 48, y: 32, fontSize: 32 };
const LABEL_SIZE = 48;
const STROKE_WIDTH = 5;
/** Around the circles, px, whatever the setting is: that counts for the texts in them alone, and for circles by hand. */
const CIRCLES_PADDING = 15;
/** From the middle of an area to the baseline of its name, of the font size. */
const BASELINE = 0.35;

function drawVenn(model: VennModel, context: DrawContext): void {
  const { config, theme, budget } = context;
  const options = optionsOf(config.venn);
  const width = Math.max(1, options.length('width', 800));
  const height = Math.max(1, options.length('height', 450));
  const scale = width / REFERENCE_WIDTH;
  const top = model.title === '' ? 0 : TITLE.room * scale;
  drawArea(rect(0, 0, width, height), context);
  const color = theme.color('vennTitleTextColor', theme.titleColor).slice(0, 7);
  const place = { x: width / 2, y: TITLE.y * scale, baseline: 'middle' } as const;
  drawText({ ...place, text: model.title, fontSize: TITLE.fontSize, color }, context);
  const areas = areasOf(model, context);
  if (areas.length === 0) return;
  const layout = layoutOf(areas, budget);
  const room = Math.max(1, height - top);
  const plan = layout(width, room, CIRCLES_PADDING);
  const padded = layout(width, room, options.length('padding', 8));
  const circles = config.look === 'handDrawn' ? padded : plan;
  drawAreas(areas, { model, plan, circles, scale, top }, context);
  drawTexts(areas, { model, plan: padded, circles: padded, scale, top }, context);
}

/** The areas of which all sets have a size and a circle. */
function areasOf({ areas }: VennModel, { report }: DrawContext): readonly VennArea[] {
  const sized = new Set(areas.filter(({ sets, size }) => sets.length === 1 && size > 0).map(({ sets }) => sets[0]));
  const [shown, left] = [true, false].map((isShown) =>
    areas.filter(({ sets }) => sets.every((set) => sized.has(set)) === isShown),
  );
  for (const { sets } of left ?? []) {
    const message = `The area ${sets.join(', ').slice(0, 80)} is not drawn: not all of its sets have a size.`;
    report({ code: 'mermaid-ignored', message });
  }
  return shown ?? [];
}

function drawAreas(areas: readonly VennArea[], picture: VennPicture, context: DrawContext): void {
  let circles = 0;
  for (const area of areas) {
    if (area.sets.length === 1) drawSet(area, circles++, picture, context);
    else drawCommon(area, picture, context);
  }
}

/** The last label that an area is given is its name. */
const labelOf = ({ sets }: VennArea, { areas }: VennModel): string | undefined =>
  areas.findLast((each) => each.label && areaKey(each.sets) === areaKey(sets))?.label;

function drawSet(area: VennArea, index: number, picture: VennPicture, context: DrawContext): void {
  const { model, plan, circles, scale, top } = picture;
  const { cells } = context;
  const [circle] = circles.circlesOf(area);
  if (!circle || circle.radius <= 0) return;
  const name = area.sets[0] ?? '';
  const look = circleLook(index, model.styles.get(areaKey(area.sets)), STROKE_WIDTH * scale, context);
  const id = cells.id(name);
  cells.vertex({ id, box: boxOf({ ...circle, y: circle.y + top }), style: look.style });
  const middle = plan.middleOf(area);
  drawName(labelOf(area, model) ?? name, middle, { picture, color: look.textColor, parent: id }, context);
}

function drawCommon(area: VennArea, picture: VennPicture, context: DrawContext): void {
  const { model, plan, top } = picture;
  const { cells, theme, report } = context;
  const own = model.styles.get(areaKey(area.sets));
  const fillColor = colorIn(own, 'fill');
  const common = fillColor === undefined ? undefined : commonArea(plan.circlesOf(area));
  const id = cells.id(area.sets.join('-'));
  if (common) {
    const { x, y, width, height } = common.box;
    const style = { ...common.style, ...commonLook(fillColor ?? 'none', context) };
    cells.vertex({ id, box: rect(x, y + top, width, height), style });
  }
  const label = labelOf(area, model);
  const middle = plan.middleOf(area);
  if (label === undefined) return;
  if (!middle) {
    const message = `"${label.slice(0, 80)}" is not drawn: the circles of ${area.sets.join(', ').slice(0, 80)} have nothing in common.`;
    report({ code: 'mermaid-ignored', message });
    return;
  }
  const color = colorIn(own, 'color') ?? theme.color('vennSetTextColor', theme.nodeText).slice(0, 7);
  drawName(label, middle, { picture, color, parent: common && id }, context);
}

interface NameLook {
  readonly picture: VennPicture;
  readonly color: string;
  readonly parent: string | undefined;
}

function drawName(
  text: string,
  middle: Point | undefined,
  { picture: { scale, top }, color, parent }: NameLook,
  context: DrawContext,
): void {
  if (!middle || chartHtml(text) === '') return;
  const fontSize = LABEL_SIZE * scale;
  const y = Math.floor(middle.y) + top + BASELINE * fontSize;
  drawText({ text, x: Math.floor(middle.x), y, fontSize, color, parent }, context);
}
