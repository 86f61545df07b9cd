/** Quadrant charts: points in a square that two axes divide. */
import { type Rect, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { drawioColor } from '../css.js';
import { defineKind } from '../kind.js';
import { pixels } from '../theme.js';
import { drawArea, lineStyle } from './chartFrame.js';
import { type ChartOptions, optionsOf } from './chartOptions.js';
import { type ChartText, drawText } from './chartText.js';
import { notedQuadrants, type QuadrantModel, type QuadrantPoint, readQuadrants } from './quadrantModel.js';

export const quadrant = defineKind({
  beginning: 'quadrantChart',
  names: ['quadrantChart'],
  grammar: 'src/diagrams/quadrant-chart/quadrantDiagram.ts',
  guarded: notedQuadrants,
  read: readQuadrants,
  draw: drawQuadrants,
  margins: [0],
  titleSize: 'own',
});

const BLACK = '#000000';

/** Where the parts of a chart are, px. */
interface QuadrantPlan {
  readonly width: number;
  readonly height: number;
  /** The square of all four. */
  readonly square: Rect;
  readonly showsXAxis: boolean;
  readonly showsYAxis: boolean;
  readonly showsTitle: boolean;
  readonly xAxisTop: number;
  readonly yAxisLeft: number;
}

function planOf({ title, labels, points }: QuadrantModel, options: ChartOptions): QuadrantPlan {
  const [width, height] = [options.length('chartWidth', 500), options.length('chartHeight', 500)];
  const padding = options.length('quadrantPadding', 5);
  const showsXAxis = options.flag('showXAxis', true) && Boolean(labels.XAxisLeft || labels.XAxisRight);
  const showsYAxis = options.flag('showYAxis', true) && Boolean(labels.YAxisBottom || labels.YAxisTop);
  const showsTitle = options.flag('showTitle', true) && title !== '';
  const onTop = points.length === 0 && options.text('xAxisPosition', 'top') === 'top';
  const onLeft = options.text('yAxisPosition', 'left') === 'left';
  const [xPadding, yPadding] = [options.length('xAxisLabelPadding', 5), options.length('yAxisLabelPadding', 5)];
  const xRoom = showsXAxis ? 2 * xPadding + options.length('xAxisLabelFontSize', 16) : 0;
  const yRoom = showsYAxis ? 2 * yPadding + options.length('yAxisLabelFontSize', 16) : 0;
  const titleRoom = showsTitle ? options.length('titleFontSize', 20) + 2 * options.length('titlePadding', 10) : 0;
  const square = rect(
    padding + (onLeft ? yRoom : 0),
    padding + (onTop ? xRoom : 0) + titleRoom,
    Math.max(0, width - 2 * padding - yRoom),
    Math.max(0, height - 2 * padding - xRoom - titleRoom),
  );
  return {
    width,
    height,
    square,
    showsXAxis,
    showsYAxis,
    showsTitle,
    xAxisTop: xPadding + (onTop ? titleRoom : square.y + square.height + padding),
    yAxisLeft: yPadding + (onLeft ? 0 : square.x + square.width + padding),
  };
}

function drawQuadrants(model: QuadrantModel, context: DrawContext): void {
  const options = optionsOf(context.config.quadrantChart);
  const plan = planOf(model, options);
  drawArea(rect(0, 0, plan.width, plan.height), context);
  drawSquare(model, plan, context);
  for (const point of model.points) drawPoint(point, plan, context);
  drawAxes(model, plan, context);
  if (!plan.showsTitle) return;
  const color = optionsOf(context.config.themeVariables).color('quadrantTitleFill', BLACK);
  const at = { x: plan.width / 2, y: options.length('titlePadding', 10), baseline: 'hanging' } as const;
  drawText({ ...at, text: model.title, fontSize: options.length('titleFontSize', 20), color }, context);
}

/** The quarters from the upper right one counter-clockwise, their names and the lines around them. */
function drawSquare({ labels, points }: QuadrantModel, { square }: QuadrantPlan, context: DrawContext): void {
  const { cells, config } = context;
  const options = optionsOf(config.quadrantChart);
  const colors = optionsOf(config.themeVariables);
  const { x, y } = square;
  const [width, height] = [square.width / 2, square.height / 2];
  const corners = [
    [x + width, y],
    [x, y],
    [x, y + height],
    [x + width, y + height],
  ] as const;
  const fontSize = options.length('quadrantLabelFontSize', 16);
  for (const [index, [left, top]] of corners.entries()) {
    const id = cells.id(`quadrant-${index + 1}`);
    const fillColor = colors.color(`quadrant${index + 1}Fill`, 'none');
    const style: CellStyle = { rounded: 0, html: 1, fillColor, strokeColor: 'none' };
    cells.vertex({ id, identity: `quadrant:${index}`, box: rect(left, top, width, height), style });
    const color = colors.color(`quadrant${index + 1}TextFill`, BLACK);
    const text = { text: labels[`Quadrant${(index + 1) as 1 | 2 | 3 | 4}`] ?? '', fontSize, color, parent: id };
    const isFree = points.length === 0;
    const textTop = top + options.length('quadrantTextTopPadding', 5);
    const down: Pick<ChartText, 'y' | 'baseline'> = isFree
      ? { y: top + height / 2, baseline: 'middle' }
      : { y: textTop, baseline: 'hanging' };
    drawText({ ...text, ...down, x: left + width / 2 }, context);
  }
  const outer = options.length('quadrantExternalBorderStrokeWidth', 2);
  const outerColor = colors.color('quadrantExternalBorderStrokeFill', BLACK);
  const border: CellStyle = { rounded: 0, html: 1, fillColor: 'none', strokeColor: outerColor, strokeWidth: outer };
  cells.vertex({ id: cells.id('border'), box: square, style: { ...border, pointerEvents: 0 } });
  const innerColor = colors.color('quadrantInternalBorderStrokeFill', BLACK);
  const inner = lineStyle(innerColor, options.length('quadrantInternalBorderStrokeWidth', 1));
  const lines = [
    [x + width, y + outer / 2, x + width, y + square.height - outer / 2],
    [x + outer / 2, y + height, x + square.width - outer / 2, y + height],
  ] as const;
  for (const [x1, y1, x2, y2] of lines) {
    cells.edge({ id: cells.id('axis'), source: { x: x1, y: y1 }, target: { x: x2, y: y2 }, style: inner });
  }
}

/** Over the quarters and their lines. */
function drawPoint(point: QuadrantPoint, { square }: QuadrantPlan, context: DrawContext): void {
  const { cells, config } = context;
  const options = optionsOf(config.quadrantChart);
  const colors = optionsOf(config.themeVariables);
  const [x, y] = [square.x + point.x * square.width, square.y + (1 - point.y) * square.height];
  const radius = point.radius ?? options.length('pointRadius', 5);
  // What is no colour leaves the picture's own: themes have such a one for points.
  const own = colors.color('textColor', BLACK);
  const plain = colors.color('quadrantPointFill', own);
  const paint = (value: string | undefined): string =>
    value === undefined ? plain : (drawioColor(value)?.slice(0, 7) ?? own);
  const strokeWidth = pixels(point.strokeWidth) ?? 0;
  const style: CellStyle = {
    ellipse: '',
    html: 1,
    fillColor: paint(point.color),
    strokeColor: strokeWidth > 0 ? paint(point.strokeColor) : 'none',
    strokeWidth: strokeWidth > 0 ? strokeWidth : undefined,
  };
  const id = cells.id(point.text);
  const box = rect(x - radius, y - radius, 2 * radius, 2 * radius);
  if (radius > 0) cells.vertex({ id, identity: `point:${point.text}`, box, style });
  const parent = radius > 0 ? id : undefined;
  const label = { text: point.text, color: colors.color('quadrantPointTextFill', BLACK), parent };
  const fontSize = options.length('pointLabelFontSize', 12);
  drawText({ ...label, x, y: y + options.length('pointTextPadding', 5), fontSize, baseline: 'hanging' }, context);
}

/** What the axes lead from and to: in the middle of each half where both ends are named, else at the axis's start. */
function drawAxes({ labels }: QuadrantModel, plan: QuadrantPlan, context: DrawContext): void {
  const options = optionsOf(context.config.quadrantChart);
  const colors = optionsOf(context.config.themeVariables);
  const { x, y, width, height } = plan.square;
  const half = (isSplit: boolean, length: number): number => (isSplit ? length / 4 : 0);
  const anchor = (isSplit: boolean): ChartText['anchor'] => (isSplit ? 'middle' : 'start');
  if (plan.showsXAxis) {
    const isSplit = Boolean(labels.XAxisRight);
    const [fontSize, color] = [options.length('xAxisLabelFontSize', 16), colors.color('quadrantXAxisTextFill', BLACK)];
    const text = { y: plan.xAxisTop, fontSize, color, anchor: anchor(isSplit), baseline: 'hanging' } as const;
    drawText({ ...text, text: labels.XAxisLeft ?? '', x: x + half(isSplit, width) }, context);
    drawText({ ...text, text: labels.XAxisRight ?? '', x: x + width / 2 + half(isSplit, width) }, context);
  }
  if (plan.showsYAxis) {
    const isSplit = Boolean(labels.YAxisTop);
    const [fontSize, color] = [options.length('yAxisLabelFontSize', 16), colors.color('quadrantYAxisTextFill', BLACK)];
    const text = { x: plan.yAxisLeft, fontSize, color, anchor: anchor(isSplit), baseline: 'hanging' } as const;
    const turned = { ...text, rotation: -90 };
    drawText({ ...turned, text: labels.YAxisBottom ?? '', y: y + height - half(isSplit, height) }, context);
    drawText({ ...turned, text: labels.YAxisTop ?? '', y: y + height / 2 - half(isSplit, height) }, context);
  }
}
