/** Gantt charts: tasks as bars over a time axis, in sections, where Mermaid puts them. */
import { rect } from '../../geometry/plane.js';
import { largest, smallest } from '../../primitives/lists.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { lineStyle } from './chartFrame.js';
import { optionsOf } from './chartOptions.js';
import { drawText } from './chartText.js';
import { checkedGantt, type GanttModel, readGantt } from './ganttModel.js';
import { ganttRows } from './ganttRows.js';
import { drawTask, drawVertical, type GanttPlan } from './ganttTask.js';
import { axisTicks, formatTime, intervalTicks, type TimeUnit } from './timeAxis.js';

/** Px. Mermaid's charts are as wide as the page that they stand in. */
const PAGE_WIDTH = 1600;
const TITLE_SIZE = 18;
const TICK_SIZE = 10;
/** Of ticks and what is written at them, in percent. */
const TICK_OPACITY = 80;
/** Between an axis and its texts. */
const TICK_PADDING = 3;
/** The axis stands so far above the lower edge. */
const AXIS_ROOM = 50;
const SECTION_LEFT = 10;

export const gantt = defineKind({
  beginning: 'gantt',
  names: ['gantt'],
  grammar: 'src/diagrams/gantt/ganttDiagram.ts',
  guarded: checkedGantt,
  read: readGantt,
  draw: drawGantt,
  margins: [0],
  titleSize: 'own',
});

function drawGantt(model: GanttModel, context: DrawContext): void {
  const { cells, theme, config, title } = context;
  const options = optionsOf(config.gantt);
  const [topPadding, barHeight, barGap] = [
    options.length('topPadding', 50),
    options.length('barHeight', 20),
    options.length('barGap', 4),
  ];
  const width = options.length('useWidth', PAGE_WIDTH);
  const titleMargin = options.length('titleTopMargin', 25);
  const rows = ganttRows(model, options.text('displayMode', '') === 'compact');
  const row = barHeight + barGap;
  const height = 2 * topPadding + rows.count * row;
  cells.reserve(rect(0, 0, width, height));
  const { tasks } = model;
  if (tasks.length > 0) {
    const first = smallest(tasks.map(({ startTime }) => startTime.getTime()));
    const last = largest(tasks.map(({ endTime }) => endTime.getTime()));
    const left = options.length('leftPadding', 75);
    const right = options.length('rightPadding', 75);
    const room = width - left - right;
    const plan: GanttPlan = {
      width,
      height,
      left,
      right,
      top: topPadding,
      gridTop: options.length('gridLineStartPadding', 35),
      row,
      barHeight,
      rows: rows.count,
      fontSize: options.pixels('fontSize', 11),
      // Bars begin and end at whole px.
      xOf: (time) =>
        left + (last === first ? Math.round(room / 2) : Math.round(((time - first) / (last - first)) * room)),
    };
    drawExcluded(model, plan, context);
    drawAxes(model, [first, last], plan, context);
    drawSections(rows, plan, context);
    const placed = [...rows.tasks].sort((a, b) => a.task.startTime.getTime() - b.task.startTime.getTime());
    for (const each of placed) drawTask(each, plan, context);
    for (const task of tasks) if (task.vert) drawVertical(task, plan, context);
  }
  if (title === undefined) return;
  const color = theme.titleColor.slice(0, 7);
  drawText({ text: title, x: width / 2, y: titleMargin, fontSize: TITLE_SIZE, color }, context);
}

/** Days that don't count. */
function drawExcluded({ excluded }: GanttModel, plan: GanttPlan, { cells, theme }: DrawContext): void {
  const { gridTop, height, top, xOf } = plan;
  for (const [first, last] of excluded) {
    const start = xOf(new Date(first.getFullYear(), first.getMonth(), first.getDate()).getTime());
    const end = xOf(new Date(last.getFullYear(), last.getMonth(), last.getDate() + 1).getTime() - 1);
    cells.vertex({
      id: cells.id('excluded'),
      box: rect(start, gridTop, Math.max(0, end - start), Math.max(0, height - top - gridTop)),
      style: {
        rounded: 0,
        html: 1,
        strokeColor: 'none',
        fillColor: theme.color('excludeBkgColor', '#eeeeee').slice(0, 7),
      },
    });
  }
}

const INTERVAL = /^([1-9]\d*)(millisecond|second|minute|hour|day|week|month)$/;

function drawAxes(
  model: GanttModel,
  [first, last]: readonly [number, number],
  plan: GanttPlan,
  context: DrawContext,
): void {
  const { cells, theme, config } = context;
  const options = optionsOf(config.gantt);
  const format = model.axisFormat || (model.dateFormat === 'D' ? '%d' : options.text('axisFormat', '%Y-%m-%d'));
  const [, every, unit] = INTERVAL.exec(model.tickInterval || options.text('tickInterval', '')) ?? [];
  const weekday = model.weekday ?? options.text('weekday', 'sunday');
  const ticks =
    (unit && intervalTicks(first, last, Number(every), unit as TimeUnit, weekday)) || axisTicks(first, last);
  const { gridTop, height, top, xOf } = plan;
  const bottom = height - AXIS_ROOM;
  const color = theme.color('textColor', theme.nodeText).slice(0, 7);
  const style: CellStyle = { ...lineStyle(color, 1), opacity: TICK_OPACITY };
  const text = (time: number, y: number): void => {
    drawText(
      {
        text: formatTime(new Date(time), format),
        x: xOf(time) + 0.5,
        y,
        fontSize: TICK_SIZE,
        color,
        opacity: TICK_OPACITY,
      },
      context,
    );
  };
  for (const time of ticks) {
    // On whole pixels, as Mermaid's lines are drawn.
    const x = Math.round(xOf(time)) + 0.5;
    cells.edge({ id: cells.id('tick'), source: { x, y: gridTop }, target: { x, y: bottom }, style });
    text(time, bottom + TICK_PADDING + TICK_SIZE);
  }
  if (!model.hasTopAxis && !options.flag('topAxis', false)) return;
  for (const time of ticks) text(time, top - TICK_PADDING);
}

/** Sections show a fifth of their colour, or of what their own opacity leaves of it. */
const pale = (color: string): CellStyle => ({
  fillColor: color.slice(0, 7),
  fillOpacity: Math.round(20 * (color.length === 9 ? Number.parseInt(color.slice(7), 16) / 255 : 1)),
});

function drawSections(
  { sections, tasks }: ReturnType<typeof ganttRows>,
  { width, right, top, row }: GanttPlan,
  context: DrawContext,
): void {
  const { cells, theme, config } = context;
  const options = optionsOf(config.gantt);
  const fontSize = options.pixels('sectionFontSize', 11);
  const styles = Math.max(1, Math.round(options.number('numberSectionStyles', 4)));
  const color = (name: string, fallback: string): string => theme.color(name, fallback);
  const fills = [
    color('sectionBkgColor', '#d8d8f5'),
    color('altSectionBkgColor', '#ffffff'),
    color('sectionBkgColor2', '#fff400'),
    color('altSectionBkgColor', '#ffffff'),
  ];
  const names = sections.map(({ name }) => name);
  const styleOf = new Map(names.map((name, index) => [name, index % styles]));
  // Rows of one section that lie below each other are one cell.
  const bands: { style: number; first: number; last: number }[] = [];
  const byRow = new Map(tasks.map((each) => [each.row, styleOf.get(each.task.section ?? '') ?? 0]));
  for (const [place, style] of [...byRow].sort(([a], [b]) => a - b)) {
    const band = bands.at(-1);
    if (band && band.style === style && band.last === place - 1) band.last = place;
    else bands.push({ style, first: place, last: place });
  }
  for (const { style, first, last } of bands) {
    cells.vertex({
      id: cells.id('section'),
      box: rect(0, top + first * row - 2, Math.max(0, width - right / 2), (last - first + 1) * row),
      style: { rounded: 0, html: 1, strokeColor: 'none', ...pale(fills[style] ?? (fills[0] as string)) },
    });
  }
  let before = 0;
  for (const { name, rows } of sections) {
    const lines = name.split(/<br\s*\/?>/gi);
    const middle = (rows * row) / 2 + before * row + top;
    for (const [index, text] of lines.entries()) {
      const y = middle + (index - (lines.length - 1) / 2) * fontSize;
      drawText(
        {
          text,
          x: SECTION_LEFT,
          y,
          fontSize,
          color: theme.titleColor.slice(0, 7),
          anchor: 'start',
          baseline: 'central',
        },
        context,
      );
    }
    before += rows;
  }
}
