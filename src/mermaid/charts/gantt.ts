/** Gantt charts: tasks as bars over a time axis, in sections. */

import { rect } from '../../geometry/plane.js';
import { largest, smallest } from '../../primitives/lists.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { labelHtml } from '../text/labels.js';
import { checkedGantt, type GanttModel, type GanttTask, readGantt } from './ganttModel.js';
import { axisTicks, formatTime } from './timeAxis.js';

/** Px. */
const WIDTH = 800;
const ROW = 28;
const BAR = 22;
const FONT_SIZE = 12;
const SECTION_PADDING = 10;
const AXIS_HEIGHT = 20;

export const gantt = defineKind({
  beginning: 'gantt',
  names: ['gantt'],
  grammar: 'src/diagrams/gantt/ganttDiagram.ts',
  guarded: checkedGantt,
  read: readGantt,
  draw: drawGantt,
});

function drawGantt({ tasks, axisFormat }: GanttModel, context: DrawContext): void {
  const { cells, theme, measure, report } = context;
  if (tasks.length === 0) return;
  const first = smallest(tasks.map(({ startTime }) => startTime.getTime()));
  const last = largest(tasks.map(({ endTime, startTime }) => Math.max(endTime.getTime(), startTime.getTime())));
  const span = Math.max(1, last - first);
  const xOf = (time: number): number => ((time - first) / span) * WIDTH;
  const font = { fontFamily: theme.fontFamily, fontSize: FONT_SIZE };
  const text: CellStyle = {
    text: '',
    html: 1,
    strokeColor: 'none',
    fillColor: 'none',
    verticalAlign: 'middle',
    ...font,
  };
  const sections = sectionsOf(tasks);
  const names = sections.map(({ name }) => labelHtml({ text: name }, report));
  const nameWidth =
    largest(
      names.map((name) => measure(name, font).width),
      0,
    ) +
    2 * SECTION_PADDING;
  const height = tasks.length * ROW;
  const color = (name: string, fallback: string): string => theme.color(name, fallback).slice(0, 7);
  // Below the bars, and seen through the sections.
  const grid: CellStyle = { html: 1, endArrow: 'none', strokeColor: color('gridColor', '#d3d3d3') };
  for (const time of axisTicks(first, last)) {
    const x = xOf(time);
    cells.edge({ id: cells.id('tick'), source: { x, y: 0 }, target: { x, y: height }, style: grid });
    const label = formatTime(new Date(time), axisFormat || '%Y-%m-%d');
    const { width } = measure(label, font);
    cells.vertex({
      id: cells.id('time'),
      label,
      box: rect(x - width / 2 - 2, height, width + 4, AXIS_HEIGHT),
      style: { ...text, align: 'center', fontColor: theme.titleColor },
    });
  }
  let top = 0;
  for (const [index, { name, tasks: members }] of sections.entries()) {
    const id = cells.id(name === '' ? 'section' : name);
    cells.vertex({
      id,
      label: names[index],
      box: rect(-nameWidth, top, nameWidth + WIDTH, members.length * ROW),
      style: {
        rounded: 0,
        container: 1,
        collapsible: 0,
        whiteSpace: 'wrap',
        html: 1,
        strokeColor: 'none',
        fillColor: index % 2 === 0 ? color('sectionBkgColor', '#d8d8f5') : color('altSectionBkgColor', '#ffffff'),
        fillOpacity: 12,
        fontColor: theme.titleColor,
        align: 'left',
        spacingLeft: SECTION_PADDING - 2,
        spacingRight: WIDTH,
        ...font,
      },
    });
    for (const [row, task] of members.entries()) drawTask(task, { parent: id, top: top + row * ROW, xOf }, context);
    top += members.length * ROW;
  }
}

interface Section {
  readonly name: string;
  readonly tasks: readonly GanttTask[];
}

/** In the order of the text; tasks before the first section have none. */
function sectionsOf(tasks: readonly GanttTask[]): readonly Section[] {
  const sections = new Map<string, GanttTask[]>();
  for (const task of tasks) {
    const list = sections.get(task.section ?? '') ?? [];
    list.push(task);
    sections.set(task.section ?? '', list);
  }
  return [...sections].map(([name, members]) => ({ name, tasks: members }));
}

/** Where a task's row is. */
interface Row {
  readonly parent: string;
  readonly top: number;
  /** Px, of a time in ms. */
  readonly xOf: (time: number) => number;
}

function drawTask(task: GanttTask, { parent, top, xOf }: Row, context: DrawContext): void {
  const { cells, theme, measure, report } = context;
  const label = labelHtml({ text: task.task.trim() }, report, task.id);
  const font = { fontFamily: theme.fontFamily, fontSize: FONT_SIZE };
  const { width: textWidth } = measure(label, font);
  const y = top + (ROW - BAR) / 2;
  const [start, end] = [xOf(task.startTime.getTime()), xOf(task.endTime.getTime())];
  const middle = (start + end) / 2;
  const box = task.milestone ? rect(middle - BAR / 2, y, BAR, BAR) : rect(start, y, Math.max(2, end - start), BAR);
  const isInside = !task.milestone && textWidth + 6 <= box.width;
  const onRight = box.x + box.width + textWidth + 8 <= WIDTH;
  const place: CellStyle = isInside
    ? { whiteSpace: 'wrap' }
    : { labelPosition: onRight ? 'right' : 'left', align: onRight ? 'left' : 'right', spacing: 4 };
  const colors = taskColors(task, context);
  const outside = theme.color('taskTextOutsideColor', theme.nodeText).slice(0, 7);
  cells.vertex({
    id: cells.id(task.id),
    parent,
    label,
    box,
    style: {
      ...(task.milestone
        ? { rhombus: '', perimeter: 'rhombusPerimeter' }
        : { rounded: 1, absoluteArcSize: 1, arcSize: 6 }),
      html: 1,
      ...place,
      fillColor: colors.fill,
      strokeColor: colors.stroke,
      fontColor: isInside ? colors.text : outside,
      ...font,
    },
  });
}

function taskColors(
  { done, active, crit }: GanttTask,
  { theme }: DrawContext,
): { readonly fill: string; readonly stroke: string; readonly text: string } {
  const color = (name: string, fallback: string): string => theme.color(name, fallback).slice(0, 7);
  const dark = color('taskTextDarkColor', '#000000');
  const state = done ? 'doneTask' : active ? 'activeTask' : undefined;
  const fill = state
    ? color(`${state}BkgColor`, '#d3d3d3')
    : crit
      ? color('critBkgColor', '#ff0000')
      : color('taskBkgColor', '#8a90dd');
  const border = state ? color(`${state}BorderColor`, '#808080') : color('taskBorderColor', '#534fbc');
  return {
    fill,
    stroke: crit ? color('critBorderColor', '#ff8888') : border,
    text: state ? dark : color('taskTextColor', '#ffffff'),
  };
}
