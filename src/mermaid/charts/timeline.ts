/** Timelines: periods along an axis, what happened in each beside it. */
import { type Point, point, rect } from '../../geometry/plane.js';
import { largest } from '../../primitives/lists.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { optionsOf } from './chartOptions.js';
import { drawText, lineHeight, textWidth } from './chartText.js';
import { readTimeline, type TimelineModel, type TimelineTask } from './timelineModel.js';
import { drawTimelineNode, textHeight, timelineNode } from './timelineNodes.js';

/** Px. */
const TEXT_WIDTH = 150;
const PADDING = 20;
const COLUMN = 200;
const BEGIN = 50;
/** Between a row of boxes and the next, the axis in the middle of the second. */
const ROW_GAP = 50;
const EVENTS_BELOW = 200;
const EVENT_GAP = 10;
const LEAST_EVENT = 50;
const MORE = 20;
const MARGIN = 50;
const TITLE_Y = 20;
/** Four times the height of an x, of the font size. */
const TITLE_SIZE = 4 * 0.528;

export const timeline = defineKind({
  beginning: 'timeline',
  names: ['timeline'],
  grammar: 'src/diagrams/timeline/timeline-definition.ts',
  read: readTimeline,
  draw: drawTimeline,
  margins: [0],
  titleSize: 'own',
});

function drawTimeline(model: TimelineModel, context: DrawContext): void {
  const options = optionsOf(context.config.timeline);
  const left = options.length('leftMargin', 150);
  const content = model.isDownwards ? drawDown(model, left, context) : drawAcross(model, left, context);
  const { cells, theme, title } = context;
  let { right, top } = content;
  if (title !== undefined && !model.isDownwards) {
    const fontSize = TITLE_SIZE * theme.fontSize;
    const x = content.middle - left;
    const color = theme.color('textColor', theme.nodeText).slice(0, 7);
    drawText({ text: title, x, y: TITLE_Y, fontSize, color, anchor: 'start', bold: true }, context);
    top = Math.min(top, TITLE_Y - Math.round(0.905 * fontSize));
    right = Math.max(right, x + textWidth(title, { fontSize, bold: true }, context));
  }
  const padding = options.length('padding', MARGIN);
  const width = right - content.left + 2 * padding;
  cells.reserve(rect(content.left - padding, top - padding, width, content.bottom - top + 2 * padding));
}

/** Px. */
interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is drawn, px; `middle` is half of the boxes' width. */
interface Extent extends Bounds {
  readonly middle: number;
}

function drawAcross({ tasks, sections }: TimelineModel, left: number, context: DrawContext): Extent {
  const { theme, config } = context;
  const isColorful = !optionsOf(config.timeline).flag('disableMulticolor', false);
  const node = (text: string, least: number, width = TEXT_WIDTH) =>
    timelineNode(text, { width, padding: PADDING, least }, context);
  const headHeight = largest(
    sections.map((name) => node(name, 0).height + MORE),
    0,
  );
  // Mermaid takes periods for texts of one line before it draws them.
  let taskHeight = tasks.length === 0 ? 0 : textHeight(1, theme.fontSize) + PADDING + MORE;
  const eventsHeight = largest(
    tasks.map((task) => stackHeight(task, (event) => node(event, 0).height)),
    0,
  );
  const hasSections = sections.length > 0;
  const axis = hasSections ? headHeight + taskHeight + 3 * ROW_GAP : taskHeight + 2 * ROW_GAP;
  const top = BEGIN + (hasSections ? headHeight + ROW_GAP : 0);
  let x = BEGIN + left;
  let bottom = top;
  let right = x;
  const numbers = new Map(tasks.map((task, index) => [task, index]));
  const drawTask = (task: TimelineTask, color: number): void => {
    const period = node(task.task, taskHeight);
    drawTimelineNode(period, { x, y: top }, { color, identity: `task:${numbers.get(task)}` }, context);
    taskHeight = Math.max(taskHeight, period.height);
    // Events stand before the line.
    const center = x + (TEXT_WIDTH + 2 * PADDING) / 2;
    const end = top + taskHeight + EVENTS_BELOW + eventsHeight;
    drawLine(point(center, top + taskHeight), point(center, end), 2, context);
    let y = top + EVENTS_BELOW;
    for (const [index, event] of task.events.entries()) {
      const box = node(event, LEAST_EVENT);
      const identity = `event:${numbers.get(task)}:${index}`;
      drawTimelineNode(box, { x, y }, { color, identity, isEvent: true }, context);
      y += EVENT_GAP + box.height;
    }
    bottom = Math.max(bottom, end, y - EVENT_GAP);
    right = Math.max(right, x + TEXT_WIDTH + 2 * PADDING);
    x += COLUMN;
  };
  for (const [index, name] of sections.entries()) {
    const members = tasks.filter(({ section }) => section === name);
    const head = node(name, headHeight, COLUMN * Math.max(1, members.length) - ROW_GAP);
    drawTimelineNode(head, { x, y: BEGIN }, { color: index, identity: `section:${index}` }, context);
    right = Math.max(right, x + head.width);
    bottom = Math.max(bottom, BEGIN + head.height);
    const end = x + COLUMN * Math.max(1, members.length);
    for (const task of members) drawTask(task, index);
    x = end;
  }
  if (!hasSections) for (const [index, task] of tasks.entries()) drawTask(task, isColorful ? index : 0);
  const boxes = right - BEGIN - left;
  const end = boxes + 3 * left;
  drawLine(point(left, axis), point(end, axis), 4, context);
  return { left, right: Math.max(right, end), top: BEGIN, bottom: Math.max(bottom, axis), middle: boxes / 2 };
}

/** Px, of timelines that run down. */
const DOWN = {
  width: 200,
  padding: 5,
  eventWidth: 300,
  toAxis: 20,
  toEvents: 50,
  sectionGap: 20,
  taskGap: 30,
};

function drawDown({ tasks, sections }: TimelineModel, left: number, context: DrawContext): Extent {
  const { theme, config } = context;
  const isColorful = !optionsOf(config.timeline).flag('disableMulticolor', false);
  const { padding } = DOWN;
  const node = (text: string, least: number, width: number) => timelineNode(text, { width, padding, least }, context);
  const x = BEGIN + left;
  const leftWidth = DOWN.width + 2 * padding + DOWN.toAxis;
  const axis = x + leftWidth;
  const sectionWidth = leftWidth + DOWN.eventWidth + DOWN.toEvents;
  const headHeight = largest(
    sections.map((name) => node(name, 0, sectionWidth).height),
    0,
  );
  let taskHeight = tasks.length === 0 ? 0 : textHeight(1, theme.fontSize) + padding;
  const stacks = tasks.map((task) => stackHeight(task, (event) => node(event, 0, DOWN.eventWidth).height));
  const step = Math.max(taskHeight, largest(stacks, 0)) + DOWN.taskGap;
  let bottom = BEGIN;
  let right = axis;
  const numbers = new Map(tasks.map((task, index) => [task, index]));
  const drawTask = (task: TimelineTask, y: number, color: number): void => {
    const period = node(task.task, taskHeight, DOWN.width);
    taskHeight = Math.max(taskHeight, period.height);
    const place = { x: axis - DOWN.toAxis - period.width, y };
    drawTimelineNode(period, place, { color, identity: `task:${numbers.get(task)}` }, context);
    bottom = Math.max(bottom, y + period.height);
    let at = y;
    for (const [index, event] of task.events.entries()) {
      const box = node(event, 0, DOWN.eventWidth);
      const identity = `event:${numbers.get(task)}:${index}`;
      const middle = at + box.height / 2;
      drawTimelineNode(box, { x: axis + DOWN.toEvents, y: at }, { color, identity, isEvent: true }, context);
      drawLine(point(axis, middle), point(axis + DOWN.toEvents, middle), 2, context);
      right = Math.max(right, axis + DOWN.toEvents + box.width);
      bottom = Math.max(bottom, at + box.height);
      at += box.height + EVENT_GAP;
    }
  };
  let y = BEGIN;
  for (const [index, name] of sections.entries()) {
    const members = tasks.filter(({ section }) => section === name);
    const head = node(name, headHeight, sectionWidth);
    drawTimelineNode(head, { x, y }, { color: index, identity: `section:${index}` }, context);
    right = Math.max(right, x + head.width);
    bottom = Math.max(bottom, y + head.height);
    const first = y + head.height + DOWN.sectionGap;
    for (const [place, task] of members.entries()) drawTask(task, first + place * step, index);
    y = first + step * Math.max(1, members.length) - (members.length > 0 ? 2 * DOWN.taskGap : 0);
  }
  if (sections.length === 0)
    for (const [index, task] of tasks.entries()) drawTask(task, y + index * step, isColorful ? index : 0);
  const title = drawTitleDown((right - x) / 2 - left, context);
  return drawAxisDown(axis, { left: x, right, top: BEGIN, bottom }, title, context);
}

/** The axis of a timeline that runs down, beside its boxes; gives what is drawn in all. */
function drawAxisDown(x: number, boxes: Bounds, title: Bounds | undefined, context: DrawContext): Extent {
  const { fontSize } = context.theme;
  const start = boxes.top - 2 * fontSize;
  const end = Math.max(boxes.bottom, title?.bottom ?? boxes.bottom) + fontSize / 2 + 20;
  drawLine(point(x, start), point(x, end), 4, context);
  return {
    left: Math.min(boxes.left, title?.left ?? boxes.left),
    right: Math.max(boxes.right, title?.right ?? boxes.right),
    top: Math.min(boxes.top, title?.top ?? boxes.top, start),
    bottom: end,
    middle: 0,
  };
}

/** What the events of a period take above each other, px. */
const stackHeight = ({ events }: TimelineTask, heightOf: (event: string) => number): number =>
  events.reduce((sum, event) => sum + heightOf(event), 0) + Math.max(0, events.length - 1) * EVENT_GAP;

/** The title above a timeline that runs down, from `left` on; undefined where there is none. */
function drawTitleDown(left: number, context: DrawContext): Bounds | undefined {
  const { title, theme } = context;
  if (title === undefined) return undefined;
  const fontSize = TITLE_SIZE * theme.fontSize;
  const color = theme.color('textColor', theme.nodeText).slice(0, 7);
  drawText({ text: title, x: left, y: TITLE_Y, fontSize, color, anchor: 'start', bold: true }, context);
  const top = TITLE_Y - Math.round(0.905 * fontSize);
  const right = left + textWidth(title, { fontSize, bold: true }, context);
  return { left, right, top, bottom: top + lineHeight(fontSize) };
}

/** The axis, or a thinner dashed line. */
function drawLine(source: Point, target: Point, strokeWidth: number, { cells, theme }: DrawContext): void {
  const isAxis = strokeWidth > 2;
  const style: CellStyle = {
    html: 1,
    strokeWidth,
    // Of the colours for texts of sections, Mermaid's rules leave the last to all lines.
    strokeColor: theme.color('cScaleLabel11', theme.line).slice(0, 7),
    endArrow: 'block',
    endFill: 1,
    endSize: isAxis ? 12 : 6,
    ...(!isAxis && { dashed: 1, fixDash: 1, dashPattern: '5 5' }),
  };
  cells.edge({ id: cells.id(isAxis ? 'axis' : 'line'), source, target, style });
}
