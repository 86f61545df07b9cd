/** Timelines: periods along an axis, what happened in each below it. */

import { type Rect, rect } from '../../geometry/plane.js';
import { largest } from '../../primitives/lists.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import type { Size } from '../graph/graph.js';
import { defineKind } from '../kind.js';
import { labelHtml } from '../text/labels.js';
import { branchColors } from './sectionColors.js';
import { readTimeline, type TimelineModel } from './timelineModel.js';

/** Px. */
const COLUMN = 150;
const GAP = 10;
const PADDING = 8;
const AXIS_ROOM = 30;
const LEAST_HEIGHT = 40;

/** A row of boxes is as high as its highest. */
interface Box {
  readonly id: string;
  readonly html: string;
  readonly height: number;
}

export const timeline = defineKind({
  beginning: 'timeline',
  names: ['timeline'],
  grammar: 'src/diagrams/timeline/timeline-definition.ts',
  read: readTimeline,
  draw: drawTimeline,
});

function drawTimeline({ tasks, sections }: TimelineModel, context: DrawContext): void {
  const { theme, cells } = context;
  const box = (text: string, id: string, width = COLUMN): Box => boxOf(text, id, width, context);
  const heads = sections.map((name) => {
    const count = tasks.filter(({ section }) => section === name).length;
    const width = Math.max(1, count) * (COLUMN + GAP) - GAP;
    return { name, width, box: box(name, name, width) };
  });
  const headHeight = largest(
    heads.map((head) => head.box.height),
    0,
  );
  const periods = tasks.map((task, index) => ({
    period: box(task.task.trim(), task.task.trim()),
    events: task.events.map((event) => box(event.trim(), event.trim())),
    color: sections.length > 0 ? sections.indexOf(task.section) : index,
  }));
  const periodTop = headHeight === 0 ? 0 : headHeight + GAP;
  const periodHeight = largest(
    periods.map(({ period }) => period.height),
    0,
  );
  const axis = periodTop + periodHeight + AXIS_ROOM;
  const place = ({ id, html }: Box, at: Rect, color: number): string => {
    const cell = cells.id(id);
    cells.vertex({ id: cell, label: html, box: at, style: boxStyle(color, context) });
    return cell;
  };
  let x = 0;
  for (const [index, { width, box: head }] of heads.entries()) {
    place(head, rect(x, 0, width, headHeight), index);
    x += width + GAP;
  }
  const line: CellStyle = { html: 1, strokeColor: theme.line, endFill: 1 };
  for (const [index, { period, events, color }] of periods.entries()) {
    const left = index * (COLUMN + GAP);
    let above = place(period, rect(left, periodTop, COLUMN, periodHeight), color);
    let top = axis + AXIS_ROOM;
    for (const event of events) {
      const below = place(event, rect(left, top, COLUMN, event.height), color);
      const style = { ...line, dashed: 1, endArrow: 'none' };
      cells.edge({ id: cells.id(`${above}-${below}`), source: above, target: below, style });
      above = below;
      top += event.height + GAP;
    }
  }
  const length = periods.length * (COLUMN + GAP) + 2 * GAP;
  cells.edge({
    id: cells.id('axis'),
    source: { x: -GAP, y: axis },
    target: { x: length, y: axis },
    style: { ...line, strokeWidth: 3, endArrow: 'block' },
  });
}

function boxOf(text: string, id: string, width: number, { theme, measure, report }: DrawContext): Box {
  const html = labelHtml({ text }, report, id);
  const { fontFamily, fontSize } = theme;
  const size: Size = measure(html, { fontFamily, fontSize, maxWidth: width - 2 * PADDING });
  return { id, html, height: Math.max(LEAST_HEIGHT, size.height + 2 * PADDING) };
}

function boxStyle(color: number, context: DrawContext): CellStyle {
  const { fill, text } = branchColors(color, context.theme);
  return {
    rounded: 1,
    absoluteArcSize: 1,
    arcSize: 6,
    whiteSpace: 'wrap',
    html: 1,
    spacing: PADDING - 2,
    fillColor: fill,
    strokeColor: 'none',
    fontColor: text,
    fontFamily: context.theme.fontFamily,
    fontSize: context.theme.fontSize,
  };
}
