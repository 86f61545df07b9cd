/** XY charts: bars and lines over an axis of names or numbers. */
import { type Point, type Rect, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { drawioColor } from '../css.js';
import { defineKind } from '../kind.js';
import { drawArea, lineStyle } from './chartFrame.js';
import { optionsOf } from './chartOptions.js';
import { drawText } from './chartText.js';
import { drawAxis } from './xyAxis.js';
import { drawBarLabels } from './xyBarLabels.js';
import { type Plot, readXyChart, type XyChartModel } from './xyChartModel.js';
import { legendSizes, planXyChart, type XyChartPlan } from './xyChartPlan.js';

export const xyChart = defineKind({
  beginning: 'xychart (or xychart-beta)',
  names: ['xychart'],
  sections: ['xyChart'],
  grammar: 'src/diagrams/xychart/xychartDiagram.ts',
  read: readXyChart,
  draw: drawXyChart,
  margins: [0],
  titleSize: 'own',
});

/** Bars leave so much of their room free. */
const BAR_GAP = 0.05;
const LINE_WIDTH = 2;
/** Of words at a line's points, px. */
const POINT_LABEL = { fontSize: 12, distance: 10 };

const colorOf = ({ color }: Plot): string => drawioColor(color)?.slice(0, 7) ?? '#000000';

function drawXyChart(model: XyChartModel, context: DrawContext): void {
  const { config } = context;
  const plan = planXyChart(model, context);
  const options = optionsOf(config.xyChart);
  const colors = optionsOf(config.themeVariables).part('xyChart');
  drawArea(rect(0, 0, plan.width, plan.height), context, colors.color('backgroundColor', '#ffffff'));
  if (plan.titleHeight > 0) {
    const at = { x: plan.width / 2, y: plan.titleHeight / 2, baseline: 'middle' } as const;
    const fontSize = options.length('titleFontSize', 20);
    drawText({ ...at, text: model.title, fontSize, color: colors.color('titleColor', '#000000') }, context);
  }
  for (const plot of model.plots) {
    if (plot.type === 'line') drawLine(plot, model, plan, context);
    else drawBars(plot, model, plan, context);
  }
  drawLegend(plan, context);
  drawAxis(plan.xAxis, context);
  drawAxis(plan.yAxis, context);
}

/** The boxes of bars, of those that have any height, with their places in the data. */
function barsOf({ data }: Plot, isHorizontal: boolean, { plot, xAxis, yAxis }: XyChartPlan) {
  const thickness = Math.min(2 * xAxis.outerPadding, xAxis.tickDistance) * (1 - BAR_GAP);
  return data.flatMap(({ place, value }, index): { readonly index: number; readonly box: Rect }[] => {
    const along = xAxis.scale.placeOf(place);
    const end = value === undefined ? undefined : yAxis.scale.placeOf(value);
    if (along === undefined || end === undefined) return [];
    const start = along - thickness / 2;
    const box = isHorizontal
      ? rect(plot.x, start, end - plot.x, thickness)
      : rect(start, end, thickness, plot.y + plot.height - end);
    return box.width > 0 && box.height > 0 ? [{ index, box }] : [];
  });
}

function drawBars(plot: Plot, model: XyChartModel, plan: XyChartPlan, context: DrawContext): void {
  const { cells } = context;
  const bars = barsOf(plot, model.isHorizontal, plan);
  const style: CellStyle = { rounded: 0, html: 1, fillColor: colorOf(plot), strokeColor: 'none' };
  const number = model.plots.indexOf(plot);
  const shown = bars.map(({ index, box }) => {
    const id = cells.id(plot.data[index]?.place ?? 'bar');
    cells.vertex({ id, identity: `bar:${number}:${index}`, box, style });
    return { id, index, box };
  });
  // All plots have the values of the first one written at them, as in Mermaid.
  const values = model.plots[0]?.data.map(({ value }) => (value === undefined ? '' : String(value))) ?? [];
  drawBarLabels(
    shown.map(({ index, ...bar }) => ({ ...bar, text: values[index] ?? '' })),
    model.isHorizontal,
    context,
  );
}

/** A connector through the points, as far as there are values. */
function drawLine(plot: Plot, model: XyChartModel, { xAxis, yAxis }: XyChartPlan, context: DrawContext): void {
  const { isHorizontal } = model;
  const { cells } = context;
  const places = plot.data.map(({ place, value }): Point | undefined => {
    const along = xAxis.scale.placeOf(place);
    const up = value === undefined ? undefined : yAxis.scale.placeOf(value);
    if (along === undefined || up === undefined) return undefined;
    return isHorizontal ? { x: up, y: along } : { x: along, y: up };
  });
  const gap = places.indexOf(undefined);
  const points = (gap < 0 ? places : places.slice(0, gap)) as readonly Point[];
  const [source, target] = [points[0], points.at(-1)];
  if (points.length >= 2 && source && target) {
    const style = lineStyle(colorOf(plot), LINE_WIDTH);
    const [id, identity] = [cells.id(plot.title || 'line'), `line:${model.plots.indexOf(plot)}`];
    cells.edge({ id, identity, source, target, waypoints: points.slice(1, -1), style });
  }
  for (const [index, { x, y }] of points.entries()) {
    const { fontSize, distance } = POINT_LABEL;
    const text = { text: plot.pointLabels[index] ?? '', fontSize, color: colorOf(plot), baseline: 'middle' } as const;
    if (isHorizontal) drawText({ ...text, x: x + distance, y, anchor: 'start' }, context);
    else drawText({ ...text, x, y: y - distance }, context);
  }
}

function drawLegend({ legend }: XyChartPlan, context: DrawContext): void {
  const { cells, config } = context;
  const { fontSize, marker, markerGap, row, padding } = legendSizes(context);
  const color = optionsOf(config.themeVariables).part('xyChart').color('legendTextColor', '#000000');
  const x = legend.x + padding;
  for (const [index, plot] of legend.plots.entries()) {
    const y = legend.y + padding + index * row;
    const middle = y + marker / 2;
    if (plot.type === 'bar') {
      const style: CellStyle = { rounded: 0, html: 1, fillColor: colorOf(plot), strokeColor: 'none' };
      cells.vertex({ id: cells.id('marker'), box: rect(x, y, marker, marker), style });
    } else {
      const [source, target] = [
        { x, y: middle },
        { x: x + marker, y: middle },
      ];
      cells.edge({ id: cells.id('marker'), source, target, style: lineStyle(colorOf(plot), LINE_WIDTH) });
    }
    const at = { x: x + marker + markerGap, y: middle, anchor: 'start', baseline: 'middle' } as const;
    drawText({ ...at, text: plot.title, fontSize, color }, context);
  }
}
