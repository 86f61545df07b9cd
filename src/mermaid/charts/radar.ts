/** Radar charts: curves over axes that lead from one middle. */
import { type Point, type Rect, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { drawArea, lineStyle } from './chartFrame.js';
import { optionsOf } from './chartOptions.js';
import { drawText } from './chartText.js';
import { curvedShape, polygonShape } from './outlines.js';
import { type RadarCurve, type RadarModel, readRadar } from './radarModel.js';

export const radar = defineKind({
  beginning: 'radar-beta',
  names: ['radar'],
  grammar: 'src/diagrams/radar/diagram.ts',
  read: readRadar,
  draw: drawRadar,
  margins: [0],
  titleSize: 'own',
});

/** Px. */
const LABEL_GAP = 4;
const LEGEND_ROW = 20;
const SWATCH = 12;
const SWATCH_GAP = 4;
/** Themes have so many colours for curves. */
const COLORS = 12;
/** Nearer to an axis of the page than this, in parts of the radius, a label stands in the middle. */
const ALMOST = 0.01;

/** Px. */
interface RadarPlan {
  readonly width: number;
  readonly height: number;
  readonly center: Point;
  readonly radius: number;
  /** Around the outermost graticule. */
  readonly box: Rect;
  readonly legend: Point;
}

function planOf({ config }: DrawContext): RadarPlan {
  const options = optionsOf(config.radar);
  const [width, height] = [options.length('width', 600), options.length('height', 600)];
  const margin = (side: string): number => options.length(`margin${side}`, 50);
  const center = { x: margin('Left') + width / 2, y: margin('Top') + height / 2 };
  const radius = Math.min(width, height) / 2;
  return {
    width: width + margin('Left') + margin('Right'),
    height: height + margin('Top') + margin('Bottom'),
    center,
    radius,
    box: rect(center.x - radius, center.y - radius, 2 * radius, 2 * radius),
    legend: {
      x: center.x + ((width / 2 + margin('Right')) * 3) / 4,
      y: center.y - ((height / 2 + margin('Top')) * 3) / 4,
    },
  };
}

function drawRadar(model: RadarModel, context: DrawContext): void {
  const { config } = context;
  const plan = planOf(context);
  const variables = optionsOf(config.themeVariables);
  drawArea(rect(0, 0, plan.width, plan.height), context);
  drawGraticule(model, plan, context);
  drawAxes(model, plan, context);
  for (const [index, curve] of model.curves.entries()) drawCurve(curve, index, { model, plan }, context);
  if (model.showLegend) drawLegend(model, plan, context);
  const [fontSize, color] = [variables.pixels('fontSize', 16), variables.color('textColor', '#333333')];
  drawText({ text: model.title, x: plan.center.x, y: 0, baseline: 'hanging', fontSize, color }, context);
}

/** The point of an axis, so far from the middle; the first axis leads up, the others follow clockwise. */
function onAxis(index: number, count: number, distance: number, { x, y }: Point): Point {
  const angle = (2 * Math.PI * index) / count;
  return { x: x + distance * Math.sin(angle), y: y - distance * Math.cos(angle) };
}

function drawGraticule({ axes, ticks, graticule }: RadarModel, plan: RadarPlan, context: DrawContext): void {
  const { cells, config } = context;
  const look = optionsOf(config.themeVariables).part('radar');
  const color = look.color('graticuleColor', '#dedede');
  const style: CellStyle = {
    html: 1,
    fillColor: color,
    fillOpacity: percent(look.number('graticuleOpacity', 0.3)),
    strokeColor: color,
    strokeWidth: look.number('graticuleStrokeWidth', 1),
  };
  // The outermost is the lowest, so that each of them can be reached.
  for (let tick = Math.ceil(ticks); tick >= 1; tick--) {
    const radius = (plan.radius * tick) / ticks;
    const box = rect(plan.center.x - radius, plan.center.y - radius, 2 * radius, 2 * radius);
    if (graticule === 'polygon' && axes.length < 2) return;
    const corners = axes.map((_, index) => onAxis(index, axes.length, radius, plan.center));
    const shape: CellStyle = graticule === 'polygon' ? polygonShape(corners, box) : { ellipse: '' };
    if (radius > 0) cells.vertex({ id: cells.id('graticule'), box, style: { ...shape, ...style } });
  }
}

function drawAxes({ axes }: RadarModel, { center, radius }: RadarPlan, context: DrawContext): void {
  const { cells, config } = context;
  const options = optionsOf(config.radar);
  const variables = optionsOf(config.themeVariables);
  const look = variables.part('radar');
  const style = lineStyle(look.color('axisColor', '#333333'), look.number('axisStrokeWidth', 2));
  const reach = radius * options.number('axisScaleFactor', 1);
  const labelReach = radius * options.number('axisLabelFactor', 1.05) + LABEL_GAP;
  for (const [index, { label }] of axes.entries()) {
    const target = onAxis(index, axes.length, reach, center);
    cells.edge({ id: cells.id('axis'), source: center, target, style });
    const direction = onAxis(index, axes.length, 1, { x: 0, y: 0 });
    const anchor = direction.x > ALMOST ? 'start' : direction.x < -ALMOST ? 'end' : 'middle';
    const baseline = direction.y > ALMOST ? 'hanging' : direction.y < -ALMOST ? 'alphabetic' : 'central';
    const at = onAxis(index, axes.length, labelReach, center);
    const fontSize = look.pixels('axisLabelFontSize', 12);
    const color = variables.color('textColor', '#333333');
    drawText({ ...at, text: label, anchor, baseline, fontSize, color }, context);
  }
}

function drawCurve(
  { label, entries }: RadarCurve,
  index: number,
  { model, plan }: { readonly model: RadarModel; readonly plan: RadarPlan },
  context: DrawContext,
): void {
  const { axes, min, max, graticule } = model;
  const { cells, config, report } = context;
  const id = cells.id(label);
  const reason =
    entries.length !== axes.length
      ? `it has ${entries.length} values for ${axes.length} axes`
      : max > min
        ? undefined
        : `no value is above the chart's least, ${min}`;
  if (reason !== undefined) {
    report({ code: 'mermaid-ignored', cellId: id, message: `The curve "${label}" is not drawn: ${reason}.` });
    return;
  }
  const points = entries.map((entry, axis) => {
    const value = Math.min(Math.max(entry, min), max);
    return onAxis(axis, axes.length, (plan.radius * (value - min)) / (max - min), plan.center);
  });
  const tension = optionsOf(config.radar).number('curveTension', 0.17);
  const shape = graticule === 'polygon' ? polygonShape(points, plan.box) : roundShape(points, tension, plan.box);
  if (plan.radius <= 0) return;
  const look = optionsOf(config.themeVariables).part('radar');
  const strokeWidth = look.number('curveStrokeWidth', 2);
  const style: CellStyle = { ...shape, ...curveColors(index, context), strokeWidth };
  cells.vertex({ id, identity: `curve:${label}`, box: plan.box, style });
}

function curveColors(index: number, { config, theme }: DrawContext): CellStyle {
  const look = optionsOf(config.themeVariables).part('radar');
  const color = theme.color(`cScale${index % COLORS}`, theme.nodeFill).slice(0, 7);
  return { html: 1, fillColor: color, fillOpacity: percent(look.number('curveOpacity', 0.5)), strokeColor: color };
}

/** A closed curve through the points: it leaves each in the direction from the one before to the one after. */
function roundShape(points: readonly Point[], tension: number, box: Rect): CellStyle {
  const at = (index: number): Point => points[(index + points.length) % points.length] as Point;
  const between = (point: Point, from: Point, to: Point, part: number): Point => ({
    x: point.x + (to.x - from.x) * part,
    y: point.y + (to.y - from.y) * part,
  });
  const curves = points.map((point, index) => {
    const end = at(index + 1);
    return {
      control1: between(point, at(index - 1), end, tension),
      control2: between(end, point, at(index + 2), -tension),
      end,
    };
  });
  return curvedShape(at(0), curves, box);
}

function drawLegend({ curves }: RadarModel, { legend }: RadarPlan, context: DrawContext): void {
  const { cells, config } = context;
  const variables = optionsOf(config.themeVariables);
  const fontSize = variables.part('radar').pixels('legendFontSize', 12);
  const color = variables.color('textColor', '#333333');
  for (const [index, { label }] of curves.entries()) {
    const y = legend.y + index * LEGEND_ROW;
    const style: CellStyle = { rounded: 0, ...curveColors(index, context) };
    cells.vertex({ id: cells.id('swatch'), box: rect(legend.x, y, SWATCH, SWATCH), style });
    const x = legend.x + SWATCH + SWATCH_GAP;
    drawText({ text: label, x, y, anchor: 'start', baseline: 'hanging', fontSize, color }, context);
  }
}

const percent = (part: number): number => Math.round(100 * Math.max(0, Math.min(1, part)));
