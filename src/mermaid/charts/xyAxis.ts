/** An axis of an XY chart: the room that it needs, its scale, and how it is drawn. */
import type { Rect } from '../../geometry/plane.js';
import { largest } from '../../primitives/lists.js';
import type { DrawContext } from '../context.js';
import { lineStyle } from './chartFrame.js';
import { type ChartOptions, optionsOf } from './chartOptions.js';
import { type ChartText, drawText, lineHeight, textWidth } from './chartText.js';
import { bandScale, linearScale, type Range, type Scale } from './scale.js';
import type { BandAxis, LinearAxis } from './xyChartModel.js';

export type AxisSide = 'left' | 'bottom' | 'top';

/** Px. */
interface Space {
  readonly width: number;
  readonly height: number;
}

/** What of an axis is shown, and the room that it takes across. */
export interface AxisSpace {
  /** 'x' or 'y', whatever its side: its settings and colours have that name. */
  readonly name: 'x' | 'y';
  readonly axis: BandAxis | LinearAxis;
  readonly side: AxisSide;
  readonly shows: {
    readonly line: boolean;
    readonly labels: boolean;
    readonly ticks: boolean;
    readonly title: boolean;
  };
  /** Of the largest label. */
  readonly label: Space;
  readonly titleHeight: number;
  readonly size: number;
  /** From the ends of the axis to the first and last mark. */
  readonly outerPadding: number;
}

export interface AxisPlan extends AxisSpace {
  readonly box: Rect;
  readonly scale: Scale;
  /** From one mark to the next, on average. */
  readonly tickDistance: number;
}

/** Labels shorten an axis by at most this part of it at each end. */
const MOST_PADDING = 0.2;
/** Bars are so wide, of the distance of marks. */
const BAR_PART = 0.7;

export const axisOptions = (name: 'x' | 'y', { config }: DrawContext): ChartOptions =>
  optionsOf(config.xyChart).part(`${name}Axis`);

/** Degrees; only labels below a chart are turned. */
function labelRotation(options: ChartOptions, side: AxisSide): number {
  const degrees = options.number('labelRotation', 0);
  return side === 'bottom' && Math.abs(degrees) <= 90 ? degrees : 0;
}

/** Takes line, labels, ticks and title from the room across, in that order, as far as there is room. */
export function axisSpace(
  name: 'x' | 'y',
  axis: BandAxis | LinearAxis,
  { side, room, along }: { readonly side: AxisSide; readonly room: number; readonly along: number },
  context: DrawContext,
): AxisSpace {
  const options = axisOptions(name, context);
  let left = room;
  const take = (isWanted: boolean, size: number, isTooMuch: boolean): boolean => {
    if (!isWanted || isTooMuch) return false;
    left -= size;
    return true;
  };
  const lineWidth = options.length('axisLineWidth', 2);
  const line = take(options.flag('showAxisLine', true), lineWidth, left <= lineWidth);
  const fontSize = options.length('labelFontSize', 14);
  const ticks = scaleOf(axis, side, [0, 1]).ticks;
  const width = largest(
    ticks.map((tick) => textWidth(tick, { fontSize }, context)),
    0,
  );
  const label = { width, height: lineHeight(fontSize) };
  const wantsLabels = options.flag('showLabel', true);
  const alongLabel = side === 'left' ? label.height : label.width;
  const angle = (labelRotation(options, side) * Math.PI) / 180;
  const turned = Math.abs(Math.sin(angle)) * label.width + Math.abs(Math.cos(angle)) * label.height;
  const across =
    (side === 'left' ? label.width : Math.max(label.height, turned)) + 2 * options.length('labelPadding', 5);
  const labels = take(wantsLabels, across, across > left);
  const tickLength = options.length('tickLength', 5);
  const marks = take(options.flag('showTick', true), tickLength, left < tickLength);
  const titleHeight = lineHeight(options.length('titleFontSize', 16));
  const titleRoom = titleHeight + 2 * options.length('titlePadding', 5);
  const title = take(options.flag('showTitle', true) && axis.title !== '', titleRoom, titleRoom > left);
  return {
    name,
    axis,
    side,
    shows: { line, labels, ticks: marks, title },
    label,
    titleHeight,
    size: room - left,
    outerPadding: wantsLabels ? Math.min(alongLabel / 2, MOST_PADDING * along) : 0,
  };
}

/** Numbers rise to the right and upward; names are in their order to the right and downward. */
function scaleOf(axis: BandAxis | LinearAxis, side: AxisSide, range: Range): Scale {
  if (axis.type === 'band') return bandScale(axis.categories, range);
  return linearScale(side === 'left' ? [axis.max, axis.min] : [axis.min, axis.max], range);
}

/** The axis in its place, `range` from end to end. Where bars are drawn, half of one has room before the first mark. */
export function placeAxis(space: AxisSpace, box: Rect, range: Range, hasBars: boolean): AxisPlan {
  const within = (padding: number): Range => [range[0] + padding, range[1] - padding];
  const count = Math.max(1, scaleOf(space.axis, space.side, range).ticks.length);
  const distance = (padding: number): number => Math.abs(range[1] - range[0] - 2 * padding) / count;
  const bar = BAR_PART * distance(space.outerPadding);
  const outerPadding = hasBars && bar > 2 * space.outerPadding ? Math.floor(bar / 2) : space.outerPadding;
  const scale = scaleOf(space.axis, space.side, within(outerPadding));
  return { ...space, box, outerPadding, scale, tickDistance: distance(outerPadding) };
}

/** Where the parts of an axis are across it, px: its line, the ends of its marks, and the anchors of its texts. */
interface Across {
  readonly line: number;
  readonly tickStart: number;
  readonly tickEnd: number;
  readonly label: number;
  readonly title: number;
}

function acrossOf({ side, box, shows, titleHeight, name }: AxisPlan, context: DrawContext): Across {
  const options = axisOptions(name, context);
  const lineWidth = options.length('axisLineWidth', 2);
  const [line, tick] = [shows.line ? lineWidth : 0, options.length('tickLength', 5)];
  const [labelPadding, titlePadding] = [options.length('labelPadding', 5), options.length('titlePadding', 5)];
  const toLabel = line + (shows.ticks ? tick : 0) + labelPadding;
  // From the plot outward: down below it, and up or left elsewhere.
  if (side === 'bottom') {
    const start = box.y + line;
    const title = box.y + box.height - titlePadding - titleHeight;
    return { line: box.y + lineWidth / 2, tickStart: start, tickEnd: start + tick, label: box.y + toLabel, title };
  }
  const edge = side === 'left' ? box.x + box.width : box.y + box.height;
  const outer = side === 'left' ? box.x : box.y;
  const start = edge - line;
  const titleRoom = shows.title ? titleHeight + 2 * titlePadding : 0;
  return {
    line: edge - lineWidth / 2,
    tickStart: start,
    tickEnd: start - tick,
    label: side === 'left' ? edge - toLabel : outer + titleRoom + labelPadding,
    title: outer + titlePadding,
  };
}

export function drawAxis(plan: AxisPlan, context: DrawContext): void {
  const { cells, config } = context;
  const { name, side, box, scale, shows } = plan;
  const options = axisOptions(name, context);
  const colors = optionsOf(config.themeVariables).part('xyChart');
  const color = (part: string): string => colors.color(`${name}Axis${part}Color`, '#000000');
  const across = acrossOf(plan, context);
  const isUpright = side === 'left';
  const point = (along: number, at: number) => (isUpright ? { x: at, y: along } : { x: along, y: at });
  if (shows.line) {
    const [start, end] = isUpright ? [box.y, box.y + box.height] : [box.x, box.x + box.width];
    cells.edge({
      id: cells.id(`${name}-axis`),
      source: point(start, across.line),
      target: point(end, across.line),
      style: lineStyle(color('Line'), options.length('axisLineWidth', 2)),
    });
  }
  const tickStyle = lineStyle(color('Tick'), options.length('tickWidth', 2));
  for (const tick of scale.ticks) {
    const along = scale.placeOf(tick) ?? 0;
    if (shows.labels) drawLabel(tick, point(along, across.label), plan, context);
    if (!shows.ticks) continue;
    const [source, target] = [point(along, across.tickStart), point(along, across.tickEnd)];
    cells.edge({ id: cells.id('tick'), source, target, style: tickStyle });
  }
  if (!shows.title) return;
  const middle = isUpright ? box.y + box.height / 2 : box.x + box.width / 2;
  const [fontSize, rotation] = [options.length('titleFontSize', 16), isUpright ? 270 : 0];
  const at = point(middle, across.title);
  drawText({ ...at, text: plan.axis.title, fontSize, rotation, baseline: 'top', color: color('Title') }, context);
}

function drawLabel(
  text: string,
  at: { readonly x: number; readonly y: number },
  { name, side, label }: AxisPlan,
  context: DrawContext,
): void {
  const options = axisOptions(name, context);
  const rotation = labelRotation(options, side);
  const sin = Math.sin((rotation * Math.PI) / 180);
  const place: Pick<ChartText, 'x' | 'y' | 'anchor' | 'baseline'> =
    side === 'left'
      ? { ...at, anchor: 'end', baseline: 'middle' }
      : { x: at.x + (sin * label.height) / 2, y: at.y + Math.abs((sin * label.width) / 2), baseline: 'top' };
  const color = optionsOf(context.config.themeVariables).part('xyChart').color(`${name}AxisLabelColor`, '#000000');
  drawText({ ...place, text, fontSize: options.length('labelFontSize', 14), rotation, color }, context);
}
