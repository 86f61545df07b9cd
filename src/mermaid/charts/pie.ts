/** Pie charts: slices with their share, a title and a legend. */
import { rect } from '../../geometry/plane.js';
import { largest } from '../../primitives/lists.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { asked, named, type RawModel } from '../text/modelReaders.js';
import { flag, quantity, text } from '../text/readers.js';
import { drawArea } from './chartFrame.js';
import { optionsOf } from './chartOptions.js';
import { drawText, textWidth } from './chartText.js';

interface PieSection {
  readonly label: string;
  readonly value: number;
}

export interface PieModel {
  readonly title: string;
  readonly sections: readonly PieSection[];
  readonly showData: boolean;
}

export const pie = defineKind({
  beginning: 'pie',
  names: ['pie'],
  grammar: 'src/diagrams/pie/pieDiagram.ts',
  read: readPie,
  draw: drawPie,
  margins: [0],
  titleSize: 'own',
});

/** Throws an error with the name of a section whose value is no number that can be drawn. */
function readPie(model: RawModel): PieModel {
  const given: unknown = asked(model, 'getSections');
  const entries = given instanceof Map ? [...(given as ReadonlyMap<unknown, unknown>)] : [];
  const sections = entries.map(([name, each]): PieSection => {
    const [label, value] = [named(name), quantity(each)];
    if (value === undefined) throw new Error(`"${label}" has a value that is too large for a chart`);
    return { label, value };
  });
  return {
    title: text(asked(model, 'getDiagramTitle')) ?? '',
    sections,
    showData: flag(asked(model, 'getShowData')) ?? false,
  };
}

/** Px. */
const SIZE = 450;
const MARGIN = 40;
const RADIUS = SIZE / 2 - MARGIN;
const SWATCH = 18;
const SWATCH_GAP = 4;
const LEGEND_ROW = SWATCH + SWATCH_GAP;
/** Themes have so many colours for slices. */
const COLORS = 12;
/** A chosen slice is so much larger. */
const HIGHLIGHT = 1.05;
const LARGEST_HOLE = 0.9;
const BLACK = '#000000';

/** Where the pie's middle, its legend and the picture's edges are, px. */
interface PiePlan {
  readonly center: { readonly x: number; readonly y: number };
  readonly legend: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
}

function planOf(position: string, rows: number, legendWidth: number): PiePlan {
  const middle = SIZE / 2;
  const center = { x: middle, y: middle };
  const beside = { x: middle - legendWidth / 2 - LEGEND_ROW, y: middle - (LEGEND_ROW * rows) / 2 };
  const plain = { center, width: SIZE + MARGIN, height: SIZE };
  const [rowsHeight, labelled] = [rows * LEGEND_ROW, SIZE + MARGIN + LEGEND_ROW + legendWidth];
  switch (position) {
    case 'center':
      return { ...plain, legend: beside };
    case 'top': {
      const lowered = { x: middle, y: middle + rowsHeight + LEGEND_ROW };
      return { ...plain, center: lowered, legend: { ...beside, y: middle - RADIUS }, height: SIZE + rowsHeight };
    }
    case 'bottom':
      return { ...plain, legend: { ...beside, y: middle + RADIUS + LEGEND_ROW }, height: SIZE + rowsHeight };
    case 'left': {
      const moved = { x: middle + legendWidth + LEGEND_ROW, y: middle };
      return { ...plain, center: moved, legend: { ...beside, x: middle - RADIUS - LEGEND_ROW }, width: labelled };
    }
    default:
      return { ...plain, legend: { ...beside, x: middle + 12 * SWATCH }, width: labelled };
  }
}

function drawPie({ title, sections, showData }: PieModel, context: DrawContext): void {
  const { cells, theme, config } = context;
  const options = optionsOf(config.pie);
  const variables = optionsOf(config.themeVariables);
  const legendSize = variables.pixels('pieLegendTextSize', 17);
  const names = sections.map(({ label, value }) => (showData ? `${label} [${value}]` : label));
  const legendWidth = largest(
    names.map((name) => textWidth(name, { fontSize: legendSize }, context)),
    0,
  );
  const plan = planOf(options.text('legendPosition', 'right'), names.length, legendWidth);
  const titleText = { text: title, fontSize: variables.pixels('pieTitleTextSize', 25) };
  const titleWidth = title === '' ? 0 : textWidth(title, titleText, context);
  const left = Math.min(0, (SIZE - titleWidth) / 2);
  const right = Math.max(plan.width, (SIZE + titleWidth) / 2);
  drawArea(rect(left, 0, right - left, plan.height), context);
  const color = (index: number): string => theme.color(`pie${(index % COLORS) + 1}`, theme.nodeFill).slice(0, 7);
  const outline = variables.pixels('pieOuterStrokeWidth', 2);
  const radius = RADIUS + outline / 2;
  const ring: CellStyle = {
    ellipse: '',
    html: 1,
    fillColor: 'none',
    strokeColor: variables.color('pieOuterStrokeColor', BLACK),
    strokeWidth: outline,
  };
  const around = rect(plan.center.x - radius, plan.center.y - radius, 2 * radius, 2 * radius);
  cells.vertex({ id: cells.id('outline'), box: around, style: ring });
  drawSlices(sections, plan, color, context);
  const titleColor = variables.color('pieTitleTextColor', BLACK);
  drawText({ ...titleText, x: SIZE / 2, y: MARGIN - 15, color: titleColor }, context);
  for (const [index, name] of names.entries()) {
    const y = plan.legend.y + index * LEGEND_ROW;
    const style: CellStyle = { rounded: 0, html: 1, fillColor: color(index), strokeColor: color(index) };
    cells.vertex({ id: cells.id('swatch'), box: rect(plan.legend.x, y, SWATCH, SWATCH), style });
    const at = { x: plan.legend.x + LEGEND_ROW, y: y + SWATCH - SWATCH_GAP, anchor: 'start' } as const;
    const fontColor = variables.color('pieLegendTextColor', BLACK);
    drawText({ ...at, text: name, fontSize: legendSize, color: fontColor }, context);
  }
}

/** The slices from the top clockwise. Those of less than a hundredth have none, and the others share their room. */
function drawSlices(
  sections: readonly PieSection[],
  { center }: PiePlan,
  color: (index: number) => string,
  context: DrawContext,
): void {
  const { cells, config } = context;
  const options = optionsOf(config.pie);
  const variables = optionsOf(config.themeVariables);
  const sum = sections.reduce((total, { value }) => total + value, 0);
  const slices = sections
    .map(({ label, value }, index) => ({ label, value, fill: color(index), part: value / sum }))
    .filter(({ part }) => part >= 0.01);
  const shown = slices.reduce((total, { value }) => total + value, 0);
  const hole = options.number('donutHole', 0);
  const inner = hole > 0 && hole <= LARGEST_HOLE ? hole : 0;
  const highlighted = options.text('highlightSlice', '');
  const opacity = Math.round(100 * Math.min(1, variables.number('pieOpacity', 0.7)));
  const labelRadius = RADIUS * options.number('textPosition', 0.75);
  let start = 0;
  for (const { label, value, fill, part } of slices) {
    const end = start + value / shown;
    const isChosen = label === highlighted;
    const radius = RADIUS * (isChosen ? HIGHLIGHT : 1);
    const id = cells.id(label);
    const style: CellStyle = {
      ...sliceShape(start, end, inner),
      html: 1,
      fillColor: fill,
      strokeColor: variables.color('pieStrokeColor', BLACK),
      strokeWidth: variables.pixels('pieStrokeWidth', 2),
      opacity: isChosen ? 100 : opacity,
    };
    const box = rect(center.x - radius, center.y - radius, 2 * radius, 2 * radius);
    cells.vertex({ id, identity: `slice:${label}`, box, style });
    const angle = Math.PI * (start + end);
    const at = { x: center.x + labelRadius * Math.sin(angle), y: center.y - labelRadius * Math.cos(angle) };
    const fontSize = variables.pixels('pieSectionTextSize', 17);
    const fontColor = variables.color('pieSectionTextColor', BLACK);
    drawText({ ...at, text: `${(100 * part).toFixed(0)}%`, fontSize, color: fontColor, parent: id }, context);
    start = end;
  }
}

/** draw.io's shape for a slice between two places, in turns clockwise from the top; `inner` is the hole's part of it. */
function sliceShape(start: number, end: number, inner: number): CellStyle {
  const isWhole = end - start > 1 - 1e-6;
  const places = { startAngle: start.toFixed(4), endAngle: end.toFixed(4) };
  if (inner === 0) return isWhole ? { ellipse: '' } : { shape: 'mxgraph.basic.pie', ...places };
  // The width of draw.io's rings is of the radius; that of its whole one is in px.
  if (isWhole) return { shape: 'mxgraph.basic.donut', dx: RADIUS * (1 - inner) };
  return { shape: 'mxgraph.basic.partConcEllipse', ...places, arcWidth: (1 - inner).toFixed(4) };
}
