/** User journeys: tasks in sections, who does them, and how they are felt. */

import { rect } from '../../geometry/plane.js';
import { largest, smallest } from '../../primitives/lists.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { drawioColor } from '../css.js';
import { defineKind } from '../kind.js';
import { labelHtml } from '../text/labels.js';
import { type JourneyModel, readJourney } from './journeyModel.js';

/** Px. */
const TASK = { width: 150, height: 50, gap: 40 };
const SECTION_HEIGHT = 46;
const GAP = 10;
const FACE = 30;
/** From one score to the next, of five. */
const SCORE_STEP = 30;
const BEST_SCORE = 5;
const ACTOR = 12;
const FONT_SIZE = 14;
/** Themes have so many colours for sections. */
const SECTION_COLORS = 8;

export const journey = defineKind({
  beginning: 'journey',
  names: ['journey'],
  grammar: 'src/diagrams/user-journey/journeyDiagram.ts',
  read: readJourney,
  draw: drawJourney,
});

function drawJourney({ tasks, sections, actors }: JourneyModel, context: DrawContext): void {
  const { cells, theme, report } = context;
  const font: CellStyle = { fontFamily: theme.fontFamily, fontSize: FONT_SIZE };
  const html = (text: string): string => labelHtml({ text: text.trim() }, report);
  const color = (name: string, fallback: string): string => theme.color(name, fallback).slice(0, 7);
  const fillOf = (section: string): string => {
    const index = Math.max(0, sections.indexOf(section)) % SECTION_COLORS;
    return color(`fillType${index}`, theme.nodeFill);
  };
  const { actorColours } = context.config.journey ?? {};
  const palette: readonly unknown[] = Array.isArray(actorColours) && actorColours.length > 0 ? actorColours : [];
  const actorFill = (name: string): string =>
    drawioColor(palette[actors.indexOf(name) % palette.length])?.slice(0, 7) ?? theme.nodeStroke;
  const box = (fillColor: string): CellStyle => ({
    rounded: 1,
    absoluteArcSize: 1,
    arcSize: 6,
    whiteSpace: 'wrap',
    html: 1,
    fillColor,
    strokeColor: theme.line,
    fontColor: theme.nodeText,
    ...font,
  });
  const leftOf = (index: number): number => index * (TASK.width + TASK.gap);
  const taskTop = sections.length === 0 ? 0 : SECTION_HEIGHT + GAP;
  const axis = taskTop + TASK.height + 40;
  const faceTop = axis + 40;
  const bottom = faceTop + BEST_SCORE * SCORE_STEP;
  for (const section of sections) {
    const members = tasks.flatMap((task, index) => (task.section === section ? [index] : []));
    if (members.length === 0) continue;
    const [left, right] = [leftOf(smallest(members)), leftOf(largest(members)) + TASK.width];
    const at = rect(left, 0, right - left, SECTION_HEIGHT);
    cells.vertex({ id: cells.id(section), label: html(section), box: at, style: box(fillOf(section)) });
  }
  for (const [index, task] of tasks.entries()) {
    const left = leftOf(index);
    const id = cells.id(task.task.trim());
    const at = rect(left, taskTop, TASK.width, TASK.height);
    const foot = { x: left + TASK.width / 2, y: bottom };
    const line: CellStyle = { html: 1, endArrow: 'none', dashed: 1, strokeColor: theme.line };
    cells.vertex({ id, label: html(task.task), box: at, style: box(fillOf(task.section)) });
    cells.edge({ id: cells.id(`${id}-line`), source: id, target: foot, style: line });
    for (const [place, name] of task.people.entries()) {
      const dot = rect(left + 8 + place * (ACTOR + 2), taskTop - ACTOR / 2, ACTOR, ACTOR);
      const style: CellStyle = { ellipse: '', html: 1, fillColor: actorFill(name), strokeColor: theme.line };
      cells.vertex({ id: cells.id(`${id}-${name}`), parent: id, box: dot, style });
    }
    const score = Math.max(1, Math.min(BEST_SCORE, Number(task.score) || 1));
    const face = rect(left + (TASK.width - FACE) / 2, faceTop + (BEST_SCORE - score) * SCORE_STEP, FACE, FACE);
    cells.vertex({
      id: cells.id(`${id}-score`),
      label: html(task.score),
      box: face,
      style: {
        ellipse: '',
        html: 1,
        perimeter: 'ellipsePerimeter',
        fillColor: color('faceColor', '#fff8dc'),
        strokeColor: theme.line,
        fontColor: theme.nodeText,
        ...font,
      },
    });
  }
  const arrow: CellStyle = { html: 1, strokeWidth: 3, endArrow: 'block', endFill: 1, strokeColor: theme.line };
  const end = leftOf(tasks.length) - TASK.gap + 2 * GAP;
  cells.edge({ id: cells.id('axis'), source: { x: -GAP, y: axis }, target: { x: end, y: axis }, style: arrow });
  drawActors(actors, actorFill, context);
}

/** Who is who, left of the journey. */
function drawActors(actors: readonly string[], fillOf: (name: string) => string, context: DrawContext): void {
  const { cells, theme, measure, report } = context;
  const font = { fontFamily: theme.fontFamily, fontSize: FONT_SIZE };
  const labels = actors.map((name) => labelHtml({ text: name }, report));
  const left =
    -largest(
      labels.map((label) => measure(label, font).width),
      0,
    ) - 60;
  for (const [index, name] of actors.entries()) {
    cells.vertex({
      id: cells.id(name),
      label: labels[index],
      box: rect(left, 4 + index * 22, ACTOR, ACTOR),
      style: {
        ellipse: '',
        html: 1,
        labelPosition: 'right',
        align: 'left',
        spacingLeft: 4,
        fillColor: fillOf(name),
        strokeColor: theme.line,
        fontColor: theme.nodeText,
        ...font,
      },
    });
  }
}
