/** Tasks of Gantt charts: bars with their names in them or beside them, milestones, and lines across all rows. */
import { rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { chartHtml, drawText, textWidth } from './chartText.js';
import type { GanttTask } from './ganttModel.js';
import type { GanttRow } from './ganttRows.js';

/** Px. */
export interface GanttPlan {
  readonly width: number;
  readonly height: number;
  /** Beside the bars. */
  readonly left: number;
  readonly right: number;
  /** Where the first row begins. */
  readonly top: number;
  readonly gridTop: number;
  readonly row: number;
  readonly barHeight: number;
  readonly rows: number;
  readonly fontSize: number;
  /** Of a time in ms. */
  readonly xOf: (time: number) => number;
}

/** Between a bar and its name beside it, px. */
const ASIDE = 5;
/** A milestone is a square on its corner, made smaller by that. */
const MILESTONE_SCALE = 0.8 * Math.SQRT2;
/** draw.io has no cells without a width. Of a bar that ends where it starts, px. */
const LEAST_WIDTH = 1;
const VERTICAL_FONT = 15;
/** The width of a line across all rows, of a bar's height. */
const VERTICAL_WIDTH = 0.08;
/** A name beside a line stands so far below the last row, px. */
const VERTICAL_TEXT = 60;

export function drawTask({ task, row }: GanttRow, plan: GanttPlan, context: DrawContext): void {
  const { cells, theme } = context;
  const { barHeight, fontSize, left, xOf } = plan;
  const y = row * plan.row + plan.top;
  const start = xOf(task.startTime.getTime());
  const end = xOf((task.renderEndTime ?? task.endTime).getTime());
  const middle = start + (xOf(task.endTime.getTime()) - start) / 2;
  const side = MILESTONE_SCALE * barHeight;
  // Such a bar isn't seen; its name is.
  const isOver = !task.milestone && end <= start;
  const box = task.milestone
    ? rect(middle - side / 2, y + (barHeight - side) / 2, side, side)
    : rect(start, y, isOver ? LEAST_WIDTH : end - start, barHeight);
  // What the name is measured against, and stands beside.
  const [from, to] = task.milestone ? [middle - barHeight / 2, middle + barHeight / 2] : [start, end];
  const isClickable = task.classes.includes('clickable');
  const font = { fontSize, bold: isClickable, italic: task.milestone === true };
  const width = textWidth(task.task, font, context);
  const isInside = width <= to - from;
  const isLeft = !isInside && to - left + width + 1.5 * left > plan.width;
  const gap = isLeft ? box.x - from + ASIDE : to + ASIDE - (box.x + box.width);
  const place: CellStyle = isInside
    ? {}
    : isLeft
      ? { labelPosition: 'left', align: 'right', spacing: 0, spacingRight: gap }
      : { labelPosition: 'right', align: 'left', spacing: 0, spacingLeft: gap };
  const colors = taskColors(task, context);
  const beside = theme.color('taskTextOutsideColor', theme.nodeText);
  cells.vertex({
    id: cells.id(task.id),
    identity: `task:${task.id}`,
    label: chartHtml(task.task),
    box,
    style: {
      ...(task.milestone
        ? { rhombus: '', perimeter: 'rhombusPerimeter' }
        : { rounded: 1, absoluteArcSize: 1, arcSize: 6 }),
      html: 1,
      ...place,
      fillColor: isOver ? 'none' : colors.fill,
      strokeColor: isOver ? 'none' : colors.stroke,
      strokeWidth: 2,
      fontColor: (isClickable
        ? theme.color('taskTextClickableColor', '#003163')
        : isInside || (colors.isMarked && !task.done)
          ? colors.text
          : beside
      ).slice(0, 7),
      fontFamily: theme.fontFamily,
      fontSize,
      ...((isClickable || task.milestone) && { fontStyle: (isClickable ? 1 : 0) + (task.milestone ? 2 : 0) }),
    },
  });
}

/** A line across all rows, with its name below them. */
export function drawVertical(task: GanttTask, plan: GanttPlan, context: DrawContext): void {
  const { cells, theme } = context;
  const { barHeight, gridTop, rows, row, xOf } = plan;
  const x = xOf(task.startTime.getTime());
  const color = theme.color('vertLineColor', '#000080').slice(0, 7);
  cells.vertex({
    id: cells.id(task.id),
    identity: `task:${task.id}`,
    box: rect(x, gridTop, VERTICAL_WIDTH * barHeight, rows * row + 2 * barHeight),
    style: { rounded: 0, html: 1, strokeWidth: 2, strokeColor: color, fillColor: color },
  });
  const y = gridTop + rows * row + VERTICAL_TEXT;
  drawText({ text: task.task, x, y, fontSize: VERTICAL_FONT, color }, context);
}

function taskColors(
  { done, active, crit }: GanttTask,
  { theme }: DrawContext,
): { readonly fill: string; readonly stroke: string; readonly text: string; readonly isMarked: boolean } {
  const color = (name: string, fallback: string): string => theme.color(name, fallback).slice(0, 7);
  const dark = color('taskTextDarkColor', '#000000');
  const state = active ? 'activeTask' : done ? 'doneTask' : undefined;
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
    isMarked: state !== undefined,
  };
}
