/** What Mermaid's model of a Gantt chart holds. */
import { asked, named, type RawModel } from '../text/modelReaders.js';
import { date, flag, list, record, text } from '../text/readers.js';

export interface GanttTask {
  readonly id: string;
  readonly section?: string;
  readonly task: string;
  /** Of some day that a calendar has. */
  readonly startTime: Date;
  readonly endTime: Date;
  readonly done?: boolean;
  readonly active?: boolean;
  readonly crit?: boolean;
  readonly milestone?: boolean;
}

export interface GanttModel {
  readonly tasks: readonly GanttTask[];
  /** As d3 has it. */
  readonly axisFormat: string | undefined;
}

/** Times are missing of a task whose dates can't be reckoned. */
const task = record<Omit<GanttTask, 'startTime' | 'endTime'> & Partial<Pick<GanttTask, 'startTime' | 'endTime'>>>({
  id: named,
  section: text,
  task: named,
  startTime: date,
  endTime: date,
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
  return { tasks, axisFormat: text(asked(model, 'getAxisFormat')) };
}
