/** How an XY chart divides its picture: the title above, the axes, the plots, the legend beside them. */
import { type Rect, rect } from '../../geometry/plane.js';
import { largest } from '../../primitives/lists.js';
import type { DrawContext } from '../context.js';
import { optionsOf } from './chartOptions.js';
import { lineHeight, textWidth } from './chartText.js';
import { type AxisPlan, axisSpace, placeAxis } from './xyAxis.js';
import type { Plot, XyChartModel } from './xyChartModel.js';

/** Px. */
export interface XyChartPlan {
  readonly width: number;
  readonly height: number;
  /** 0 where there is no title. */
  readonly titleHeight: number;
  readonly plot: Rect;
  readonly xAxis: AxisPlan;
  readonly yAxis: AxisPlan;
  readonly legend: { readonly x: number; readonly y: number; readonly plots: readonly Plot[] };
}

/** Of the legend's font size. */
const MARKER = 0.75;
const MARKER_GAP = 0.35;
const ROW_GAP = 0.5;

export interface LegendSizes {
  readonly fontSize: number;
  readonly marker: number;
  readonly markerGap: number;
  readonly row: number;
  readonly padding: number;
}

export function legendSizes({ config }: DrawContext): LegendSizes {
  const options = optionsOf(config.xyChart);
  const fontSize = options.length('legendFontSize', 14);
  return {
    fontSize,
    marker: MARKER * fontSize,
    markerGap: MARKER_GAP * fontSize,
    row: (1 + ROW_GAP) * fontSize,
    padding: options.length('legendPadding', 10),
  };
}

/** The plots that a legend names; none where it has no room. */
function legendOf(plots: readonly Plot[], room: { width: number; height: number }, context: DrawContext) {
  const named = optionsOf(context.config.xyChart).flag('showLegend', true) ? plots.filter(({ title }) => title) : [];
  const { fontSize, marker, markerGap, row, padding } = legendSizes(context);
  const longest = largest(
    named.map(({ title }) => textWidth(title, { fontSize }, context)),
    0,
  );
  const width = 2 * padding + marker + markerGap + longest;
  const height = 2 * padding + named.length * row - ROW_GAP * fontSize;
  if (named.length === 0 || width > room.width || height > room.height) return { plots: [], width: 0, height: 0 };
  return { plots: named, width, height };
}

/** The plots get their share first; what the other parts leave of the rest is added to it. */
export function planXyChart(model: XyChartModel, context: DrawContext): XyChartPlan {
  const options = optionsOf(context.config.xyChart);
  const [width, height] = [options.length('width', 700), options.length('height', 500)];
  const reserved = options.number('plotReservedSpacePercent', 50) / 100;
  const [plotWidth, plotHeight] = [Math.floor(width * reserved), Math.floor(height * reserved)];
  const [besides, above] = [width - plotWidth, height - plotHeight];
  const showsTitle = options.flag('showTitle', true) && model.title !== '';
  const titleHeight = showsTitle
    ? lineHeight(options.length('titleFontSize', 20)) + 2 * options.length('titlePadding', 10)
    : 0;
  const below = above - titleHeight;
  const { isHorizontal, plots } = model;
  const x = isHorizontal
    ? axisSpace('x', model.xAxis, { side: 'left', room: besides, along: below }, context)
    : axisSpace('x', model.xAxis, { side: 'bottom', room: below, along: besides }, context);
  const y = isHorizontal
    ? axisSpace('y', model.yAxis, { side: 'top', room: below, along: besides - x.size }, context)
    : axisSpace('y', model.yAxis, { side: 'left', room: besides, along: below - x.size }, context);
  const [left, lying] = isHorizontal ? [x, y] : [y, x];
  const room = besides - left.size;
  const legend = legendOf(plots, { width: room, height: plotHeight }, context);
  const plot = rect(
    left.size,
    titleHeight + (isHorizontal ? lying.size : 0),
    plotWidth + Math.max(0, room - legend.width),
    plotHeight + Math.max(0, below - lying.size),
  );
  const hasBars = plots.some(({ type }) => type === 'bar');
  const upright = placeAxis(
    left,
    rect(0, plot.y, left.size, plot.height),
    [plot.y, plot.y + plot.height],
    isHorizontal && hasBars,
  );
  const flat = placeAxis(
    lying,
    rect(plot.x, isHorizontal ? titleHeight : plot.y + plot.height, plot.width, lying.size),
    [plot.x, plot.x + plot.width],
    !isHorizontal && hasBars,
  );
  return {
    width,
    height,
    titleHeight,
    plot,
    xAxis: isHorizontal ? upright : flat,
    yAxis: isHorizontal ? flat : upright,
    legend: {
      x: plot.x + plot.width,
      y: plot.y + Math.max((plot.height - legend.height) / 2, 0),
      plots: legend.plots,
    },
  };
}
