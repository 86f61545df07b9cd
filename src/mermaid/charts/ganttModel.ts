/** What Mermaid's model of a Gantt chart holds. */

import { largest, smallest } from '../../primitives/lists.js';
import { asked, named, type RawModel, texts } from '../text/modelReaders.js';
import { always, date, flag, list, number, record, text } from '../text/readers.js';
import { formatDay } from './dayFormat.js';

export interface GanttTask {
  readonly id: string;
  readonly section?: string;
  readonly task: string;
  /** Of some day that a calendar has. */
  readonly startTime: Date;
  readonly endTime: Date;
  /** Where its bar ends, before days that don't count. */
  readonly renderEndTime?: Date;
  /** Its row; in compact charts others are found. */
  readonly order: number;
  readonly classes: readonly string[];
  /** A line across all rows. */
  readonly vert?: boolean;
  readonly done?: boolean;
  readonly active?: boolean;
  readonly crit?: boolean;
  readonly milestone?: boolean;
}

export interface GanttModel {
  readonly tasks: readonly GanttTask[];
  /** As d3 has it. */
  readonly axisFormat: string | undefined;
  readonly dateFormat: string;
  /** "1week". */
  readonly tickInterval: string | undefined;
  /** The day that weeks begin on, its English name. */
  readonly weekday: string | undefined;
  readonly hasTopAxis: boolean;
  readonly isCompact: boolean;
  /** Days that don't count, from the first to the last of each stretch. */
  readonly excluded: readonly (readonly [first: Date, last: Date])[];
}

/** Times are missing of a task whose dates can't be reckoned. */
const task = record<Omit<GanttTask, 'startTime' | 'endTime'> & Partial<Pick<GanttTask, 'startTime' | 'endTime'>>>({
  id: named,
  section: text,
  task: named,
  startTime: date,
  endTime: date,
  renderEndTime: date,
  order: always(number, 0),
  classes: always(texts, []),
  vert: flag,
  done: flag,
  active: flag,
  crit: flag,
  milestone: flag,
});

/** What may stand before the dates of a task. */
const TAGS = new Set(['active', 'done', 'crit', 'milestone', 'vert']);

/** Mermaid's model of a Gantt chart, which doesn't take tasks that it would break over: it throws an error that names them. */
export function checkedGantt(model: RawModel): RawModel {
  let isFirst = true;
  const addTask = (name: string, data: string): void => {
    const fields = data
      .replace(/^:/, '')
      .split(',')
      .map((field) => field.trim());
    while (TAGS.has(fields[0] ?? '')) fields.shift();
    if (fields.length === 0 || fields.length > 3)
      throw new Error(`${taskNamed(name)} needs one to three of an id, a start and an end`);
    if (isFirst && fields.length === 1)
      throw new Error(`${taskNamed(name)} has no start, and no task before it to follow`);
    isFirst = false;
    (model.addTask as (name: string, data: string) => void)(name, data);
  };
  return { ...model, addTask };
}

const taskNamed = (name: string): string => `The task "${name.trim()}"`;

/** Throws an error with the name of a task that has no dates, as Mermaid's own does for one that it can't read. */
export function readGantt(model: RawModel): GanttModel {
  const tasks = (list(task)(asked(model, 'getTasks')) ?? []).map((each): GanttTask => {
    const { startTime, endTime } = each;
    if (startTime && endTime) return { ...each, startTime, endTime };
    throw new Error(`${taskNamed(each.task)} has no ${startTime ? 'end' : 'start'} that can be worked out`);
  });
  return {
    tasks,
    axisFormat: text(asked(model, 'getAxisFormat')),
    dateFormat: named(asked(model, 'getDateFormat')).trim(),
    tickInterval: text(asked(model, 'getTickInterval')),
    weekday: text(asked(model, 'getWeekday')),
    hasTopAxis: asked(model, 'topAxisEnabled') === true,
    isCompact: asked(model, 'getDisplayMode') === 'compact',
    excluded: excludedDays(model, tasks),
  };
}

/** Over more years than these Mermaid doesn't show them. */
const MOST_YEARS = 5;

function excludedDays(model: RawModel, tasks: readonly GanttTask[]): GanttModel['excluded'] {
  const [excludes, includes] = [asked(model, 'getExcludes'), asked(model, 'getIncludes')].map(
    (each) => texts(each) ?? [],
  );
  if (!excludes || !includes || (excludes.length === 0 && includes.length === 0) || tasks.length === 0) return [];
  const first = new Date(smallest(tasks.map(({ startTime }) => startTime.getTime())));
  const last = largest(tasks.map(({ endTime }) => endTime.getTime()));
  const years = new Date(first);
  years.setFullYear(first.getFullYear() + MOST_YEARS + 1);
  if (last >= years.getTime()) return [];
  const isInvalid = model.isInvalidDate as (...given: readonly unknown[]) => boolean;
  const format = named(asked(model, 'getDateFormat'));
  const ranges: [Date, Date][] = [];
  let range: [Date, Date] | undefined;
  for (let day = new Date(first); day.getTime() <= last; day = nextDay(day)) {
    const now = day;
    // What Mermaid asks of a day.
    const asDay = { format: (wanted: string) => formatDay(now, wanted), isoWeekday: () => now.getDay() || 7 };
    if (isInvalid.call(model, asDay, format, excludes, includes)) {
      if (range) range[1] = now;
      else range = [now, now];
    } else if (range) {
      ranges.push(range);
      range = undefined;
    }
  }
  return ranges;
}

function nextDay(day: Date): Date {
  const next = new Date(day);
  next.setDate(day.getDate() + 1);
  return next;
}
