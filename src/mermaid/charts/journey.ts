/** User journeys: tasks in sections, who does them, and how they are felt. */
import { rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { drawioColor } from '../css.js';
import { defineKind } from '../kind.js';
import { type ChartOptions, optionsOf } from './chartOptions.js';
import { chartHtml, drawText, textWidth } from './chartText.js';
import { type JourneyModel, type JourneyTask, readJourney } from './journeyModel.js';
import { wrappedLines } from './wrappedText.js';

/** Px. */
const SECTION_TOP = 50;
const ACTOR = { x: 20, y: 60, radius: 7, textX: 40, baseline: 7, line: 20 };
/** Who takes part stands in a row at a task's corner. */
const PERSON = { x: 14, step: 10 };
/** The middle of the face of the best score, and from one score to the next. */
const FACE = { radius: 15, y: 300, step: 30 };
const BEST_SCORE = 5;
const NEUTRAL_SCORE = 3;
const LINE_END = 450;
const ABOVE = 25;
const TITLE = { y: 25, room: 70 };
/** Four times the height of an x, of the font size. */
const TITLE_SIZE = 4 * 0.528;
/** Themes have so many colours for sections. */
const SECTION_COLORS = 8;

export const journey = defineKind({
  beginning: 'journey',
  names: ['journey'],
  grammar: 'src/diagrams/user-journey/journeyDiagram.ts',
  read: readJourney,
  draw: drawJourney,
  margins: [0],
  titleSize: 'own',
});

function drawJourney({ tasks, actors }: JourneyModel, context: DrawContext): void {
  const { cells, theme, title, config } = context;
  const options = optionsOf(config.journey);
  const [width, height] = [options.length('width', 150), options.length('height', 50)];
  const [marginX, marginY] = [options.length('diagramMarginX', 50), options.length('diagramMarginY', 10)];
  const step = width + options.length('taskMargin', 50);
  const { actorColours } = config.journey ?? {};
  const palette: readonly unknown[] = Array.isArray(actorColours) && actorColours.length > 0 ? actorColours : [];
  const actorFill = (name: string): string =>
    drawioColor(palette[actors.indexOf(name) % palette.length])?.slice(0, 7) ?? theme.nodeStroke;
  const left = options.length('leftMargin', 150) + drawActors(actors, actorFill, options, context);
  const taskTop = 2 * height + marginY;
  const place: TaskPlace = { left, top: taskTop, width, height, step };
  let section = -1;
  let first = 0;
  for (const [index, task] of tasks.entries()) {
    const isNew = index === 0 ? task.section !== '' : task.section !== tasks[index - 1]?.section;
    if (isNew) {
      section++;
      first = index;
      let count = 1;
      while (tasks[index + count]?.section === task.section) count++;
      const box = rect(left + index * step, SECTION_TOP, width * count + marginX * (count - 1), height);
      cells.vertex({
        id: cells.id(task.section),
        identity: `section:${section}`,
        label: chartHtml(task.section),
        box,
        style: boxStyle(section, context),
      });
    }
    drawTask(task, index, { section, identity: `task:${section}:${index - first}` }, place, actorFill, context);
  }
  const last = left + (tasks.length - 1) * step;
  const right = tasks.length === 0 ? left : Math.max(left, last + marginX + options.length('taskMargin', 50));
  const bottom = Math.max(tasks.length === 0 ? 0 : LINE_END, actors.length * 50);
  const whole = left + right + 2 * marginX;
  cells.edge({
    id: cells.id('axis'),
    source: { x: left, y: 4 * height },
    target: { x: Math.max(left, whole - left - 4), y: 4 * height },
    style: { html: 1, strokeWidth: 4, endArrow: 'block', endFill: 1, endSize: 12, strokeColor: theme.line },
  });
  const room = title === undefined ? 0 : TITLE.room;
  cells.reserve(rect(0, -ABOVE, whole, bottom + 2 * marginY + room));
  if (title === undefined) return;
  const color = drawioColor(options.text('titleColor', ''))?.slice(0, 7) ?? theme.text.slice(0, 7);
  const fontSize =
    options.pixels('titleFontSize', 4) === 4 ? TITLE_SIZE * theme.fontSize : options.pixels('titleFontSize', 34);
  drawText({ text: title, x: left, y: TITLE.y, fontSize, color, anchor: 'start', bold: true }, context);
}

const boxStyle = (section: number, { theme }: DrawContext): CellStyle => ({
  rounded: 1,
  absoluteArcSize: 1,
  arcSize: 6,
  whiteSpace: 'wrap',
  html: 1,
  spacing: 0,
  fillColor: (section < 0 ? '#cccccc' : theme.color(`fillType${section % SECTION_COLORS}`, theme.nodeFill)).slice(0, 7),
  strokeColor: '#666666',
  fontColor: theme.text.slice(0, 7),
  fontFamily: theme.fontFamily,
  fontSize: theme.fontSize,
});

/** Px. */
interface TaskPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** From a task to the next. */
  readonly step: number;
}

function drawTask(
  { task, people, score: given }: JourneyTask,
  index: number,
  { section, identity }: { readonly section: number; readonly identity: string },
  { left, top, width, height, step }: TaskPlace,
  actorFill: (name: string) => string,
  context: DrawContext,
): void {
  const { cells, theme } = context;
  const x = left + index * step;
  const center = x + width / 2;
  const id = cells.id(task.trim());
  const line: CellStyle = {
    html: 1,
    endArrow: 'none',
    dashed: 1,
    fixDash: 1,
    dashPattern: '4 2',
    strokeColor: theme.text.slice(0, 7),
  };
  cells.edge({
    id: cells.id(`${id}-line`),
    source: { x: center, y: top },
    target: { x: center, y: LINE_END },
    style: line,
  });
  const box = rect(x, top, width, height);
  cells.vertex({ id, identity, label: chartHtml(task), box, style: boxStyle(section, context) });
  for (const [place, name] of people.entries()) {
    const { radius } = ACTOR;
    const dot = rect(x + PERSON.x + place * PERSON.step - radius, top - radius, 2 * radius, 2 * radius);
    const style: CellStyle = { ellipse: '', html: 1, fillColor: actorFill(name), strokeColor: '#000000' };
    cells.vertex({ id: cells.id(`${id}-${name}`), parent: id, box: dot, style, link: { tooltip: name } });
  }
  const score = Number(given);
  if (!Number.isFinite(score)) return;
  const middle = FACE.y + (BEST_SCORE - Math.max(-1000, Math.min(1000, score))) * FACE.step;
  const mood = score > NEUTRAL_SCORE ? 'happy' : score < NEUTRAL_SCORE ? 'sad' : 'neutral';
  const { radius } = FACE;
  cells.vertex({
    id: cells.id(`${id}-score`),
    box: rect(center - radius, middle - radius, 2 * radius, 2 * radius),
    style: {
      shape: 'smileyFace',
      aspect: 'fixed',
      smileyType: mood,
      html: 1,
      strokeWidth: 2,
      fillColor: theme.color('faceColor', '#fff8dc').slice(0, 7),
      strokeColor: '#999999',
    },
    link: { tooltip: given },
  });
}

/** Who is who, left of the journey. Gives how far it is moved to the right for long names, px. */
function drawActors(
  actors: readonly string[],
  fillOf: (name: string) => string,
  options: ChartOptions,
  context: DrawContext,
): number {
  const { cells, theme } = context;
  const { fontSize } = theme;
  const most = options.length('maxLabelWidth', 360);
  const leftMargin = options.length('leftMargin', 150);
  const x = ACTOR.textX + 2 * options.length('boxTextMargin', 5);
  const color = theme.text.slice(0, 7);
  let widest = 0;
  let y = ACTOR.y;
  for (const name of actors) {
    const { radius } = ACTOR;
    cells.vertex({
      id: cells.id(name),
      identity: `actor:${name}`,
      box: rect(ACTOR.x - radius, y - radius, 2 * radius, 2 * radius),
      style: { ellipse: '', html: 1, fillColor: fillOf(name), strokeColor: '#000000' },
    });
    const lines = wrappedLines(name, most, { fontSize }, context);
    for (const [index, text] of lines.entries()) {
      drawText({ text, x, y: y + ACTOR.baseline + index * ACTOR.line, fontSize, color, anchor: 'start' }, context);
      const width = textWidth(text, { fontSize }, context);
      if (width > leftMargin - width) widest = Math.max(widest, width);
    }
    y += Math.max(1, lines.length) * ACTOR.line;
  }
  return widest;
}
