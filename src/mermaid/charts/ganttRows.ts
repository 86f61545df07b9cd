/** The rows of a Gantt chart: a task each, or in compact charts as few as keep the tasks of a section apart. */
import { largest } from '../../primitives/lists.js';
import type { GanttModel, GanttTask } from './ganttModel.js';

export interface GanttRow {
  readonly task: GanttTask;
  readonly row: number;
}

export interface GanttSection {
  readonly name: string;
  /** So many rows. */
  readonly rows: number;
}

export interface GanttRows {
  readonly tasks: readonly GanttRow[];
  readonly sections: readonly GanttSection[];
  readonly count: number;
}

export function ganttRows({ tasks, isCompact }: GanttModel, compact: boolean): GanttRows {
  const sections = new Map<string, GanttTask[]>();
  for (const task of tasks) {
    if (task.vert) continue;
    const name = task.section ?? '';
    const members = sections.get(name) ?? [];
    members.push(task);
    sections.set(name, members);
  }
  if (!isCompact && !compact) {
    const rows = tasks.filter(({ vert }) => !vert).map((task) => ({ task, row: task.order }));
    return {
      tasks: rows,
      sections: [...sections].map(([name, members]) => ({ name, rows: members.length })),
      count: rows.length,
    };
  }
  const placed: GanttRow[] = [];
  const counted: GanttSection[] = [];
  let first = 0;
  for (const [name, members] of sections) {
    const rows = compactRows(members);
    const count =
      largest(
        rows.map(({ row }) => row),
        0,
      ) + 1;
    for (const { task, row } of rows) placed.push({ task, row: first + row });
    counted.push({ name, rows: count });
    first += count;
  }
  return { tasks: placed, sections: counted, count: first };
}

/** Each task in the first row that is free when it starts. */
function compactRows(tasks: readonly GanttTask[]): readonly GanttRow[] {
  const ends: number[] = [];
  return [...tasks]
    .sort((a, b) => a.startTime.getTime() - b.startTime.getTime() || a.order - b.order)
    .map((task) => {
      const free = ends.findIndex((end) => task.startTime.getTime() >= end);
      const row = free < 0 ? ends.length : free;
      ends[row] = task.endTime.getTime();
      return { task, row };
    });
}
