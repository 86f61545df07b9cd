/** Wardley maps: what a value chain is made of, by how visible and how evolved each part is. */
import { rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import { drawArea, lineStyle } from '../charts/chartFrame.js';
import { drawText } from '../charts/chartText.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { drawLinks, drawPipelineLinks, drawPipelines, drawTrends, pipelineLinks, shownLinks } from './wardleyLinks.js';
import { drawAnnotations, drawArrows, drawNotes } from './wardleyMarks.js';
import { readWardley, type WardleyModel } from './wardleyModel.js';
import { drawNodes } from './wardleyNodes.js';
import { planOf, type WardleyPlan } from './wardleyPlan.js';

export const wardley = defineKind({
  beginning: 'wardley-beta',
  names: ['wardley', 'wardley-beta'],
  grammar: 'src/diagrams/wardley/wardleyDiagram.ts',
  read: readWardley,
  edgeCount: (model: WardleyModel) => shownLinks(model).length + pipelineLinks(model).length,
  draw: drawWardley,
  margins: [0],
  titleSize: 'own',
});

const STAGES = ['Genesis', 'Custom Built', 'Product', 'Commodity'];
/** Px. */
const STAGE_SMALLER = 2;
const TITLE_LARGER = 1.05;
const STAGE_LINE: CellStyle = { ...lineStyle('#000000', 1), dashed: 1, fixDash: 1, dashPattern: '5 5', opacity: 80 };
/** Lines of the grid are quarters apart. */
const GRID = 4;

function drawWardley(model: WardleyModel, context: DrawContext): void {
  const { cells, budget } = context;
  const { nodes, links, pipelines, trends } = model;
  budget.spend(nodes.length + links.length + pipelines.length);
  const plan = planOf(model, context);
  const { sizes, colors } = plan;
  drawArea(rect(0, 0, sizes.width, sizes.height), context, colors.background);
  drawAxes(model, plan, context);
  drawStages(model, plan, context);
  if (sizes.showGrid) drawGrid(plan, context);
  const ids = new Map(nodes.map(({ id }) => [id, cells.id(id)]));
  const picture = { plan, ids };
  drawPipelines(pipelines, picture, context);
  drawPipelineLinks(pipelineLinks(model), picture, context);
  const shown = shownLinks(model);
  tellOfLost(model, shown.length, context);
  drawLinks(shown, picture, context);
  drawTrends(trends, picture, context);
  drawNodes(nodes, picture, context);
  drawAnnotations(model, plan, context);
  drawNotes(model.notes, plan, context);
  drawArrows(model.accelerators, 'east', plan, context);
  drawArrows(model.deaccelerators, 'west', plan, context);
}

function tellOfLost({ links, nodes }: WardleyModel, shown: number, { report }: DrawContext): void {
  if (links.length === shown) return;
  const known = new Set(nodes.map(({ id }) => id));
  for (const { source, target } of links) {
    const lost = [source, target].find((id) => !known.has(id));
    if (lost === undefined) continue;
    const message = `The link from "${source.slice(0, 60)}" to "${target.slice(0, 60)}" is not drawn: there is no component "${lost.slice(0, 60)}".`;
    report({ code: 'mermaid-ignored', message });
  }
}

function drawAxes({ title }: WardleyModel, { sizes, colors }: WardleyPlan, context: DrawContext): void {
  const { cells } = context;
  const { width, height, padding, axisFontSize } = sizes;
  const color = colors.axisText;
  const titleSize = TITLE_LARGER * axisFontSize;
  drawText(
    { text: title, x: width / 2, y: padding / 2, fontSize: titleSize, color, bold: true, baseline: 'middle' },
    context,
  );
  const corner = { x: padding, y: height - padding };
  const style = lineStyle(colors.axis, 1);
  cells.edge({ id: cells.id('x-axis'), source: corner, target: { x: width - padding, y: corner.y }, style });
  cells.edge({ id: cells.id('y-axis'), source: corner, target: { x: padding, y: padding }, style });
  const text = { fontSize: axisFontSize, color, bold: true };
  drawText({ ...text, text: 'Evolution', x: width / 2, y: height - padding / 4 }, context);
  drawText({ ...text, text: 'Visibility', x: padding / 3, y: height / 2, rotation: -90 }, context);
}

/** Stages are equally wide unless the text says where each of them ends. */
function drawStages({ axes }: WardleyModel, { sizes, colors }: WardleyPlan, context: DrawContext): void {
  const { cells } = context;
  const { width, height, padding, axisFontSize } = sizes;
  const stages = axes.stages.length > 0 ? axes.stages : STAGES;
  const isBounded = axes.stageBoundaries.length === stages.length;
  const endOf = (index: number): number =>
    (isBounded ? axes.stageBoundaries[index] : undefined) ?? (index + 1) / stages.length;
  const place = (part: number): number => padding + part * (width - 2 * padding);
  for (const [index, stage] of stages.entries()) {
    const start = place(index === 0 ? 0 : endOf(index - 1));
    if (index > 0) {
      const [source, target] = [
        { x: start, y: padding },
        { x: start, y: height - padding },
      ];
      cells.edge({ id: cells.id('stage'), source, target, style: STAGE_LINE });
    }
    const x = (start + place(endOf(index))) / 2;
    const fontSize = Math.max(1, axisFontSize - STAGE_SMALLER);
    drawText({ text: stage, x, y: height - padding / 1.5, fontSize, color: colors.axisText }, context);
  }
}

function drawGrid({ sizes, colors }: WardleyPlan, { cells }: DrawContext): void {
  const { width, height, padding } = sizes;
  const style: CellStyle = { ...lineStyle(colors.grid, 1), dashed: 1, fixDash: 1, dashPattern: '2 6' };
  for (let line = 1; line < GRID; line++) {
    const x = padding + ((width - 2 * padding) * line) / GRID;
    const y = height - padding - ((height - 2 * padding) * line) / GRID;
    cells.edge({
      id: cells.id('grid'),
      source: { x, y: padding },
      target: { x, y: height - padding },
      style,
    });
    cells.edge({ id: cells.id('grid'), source: { x: padding, y }, target: { x: width - padding, y }, style });
  }
}
