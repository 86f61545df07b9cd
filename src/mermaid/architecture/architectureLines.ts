/** What the sides of edges say of where services stand: in one row or column, and beside each other. */
import type { Budget } from '../../budget.js';
import { append } from '../../primitives/lists.js';
import type { Separation } from '../springs/groupSprings.js';
import { type ArchitectureModel, type GridPlace, groupsKey } from './architectureModel.js';

export interface ArchitectureLines {
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly (readonly string[])[];
  readonly separations: readonly Separation[];
}

/** Nodes that are in no group count as those of one. */
const NO_GROUP = 'default';

/** `gap`: from one service to the next, from middle to middle, px. */
export function architectureLines(model: ArchitectureModel, gap: number, budget: Budget): ArchitectureLines {
  const groups = new Map(model.nodes.map((node) => [node.id, node.in ?? NO_GROUP]));
  const linesOf = (along: 'row' | 'column'): readonly (readonly string[])[] => {
    const declared = new Set(model.alignments.flatMap(({ members }) => members));
    const lines = model.components.flatMap((component) => componentLines(component, along, groups, model, budget));
    return [
      ...lines.filter((line) => line.length > 1 && !line.some((id) => declared.has(id))),
      ...model.alignments.filter(({ direction }) => direction === along).map(({ members }) => members),
    ];
  };
  return { rows: linesOf('row'), columns: linesOf('column'), separations: separations(model, gap, budget) };
}

/** The nodes of each row (or column) of a component; those of two groups apart, unless edges join the groups along it. */
function componentLines(
  component: readonly GridPlace[],
  along: 'row' | 'column',
  groups: ReadonlyMap<string, string>,
  { groupLines }: ArchitectureModel,
  budget: Budget,
): string[][] {
  const byLine = new Map<number, Map<string, string[]>>();
  for (const place of component) {
    const line = byLine.get(place[along]) ?? new Map<string, string[]>();
    byLine.set(place[along], line);
    const group = groups.get(place.id) ?? NO_GROUP;
    const members = line.get(group) ?? [];
    line.set(group, members);
    members.push(place.id);
  }
  return [...byLine.values()].flatMap((line) => {
    const parts = [...line];
    if (parts.length === 1) return [...line.values()];
    const joined: string[] = [];
    const single: string[][] = [];
    for (const [index, [one, ids]] of parts.entries()) {
      for (const [other, otherIds] of parts.slice(index + 1)) {
        budget.spend(ids.length + otherIds.length);
        const isAlong = groupLines.get(groupsKey(one, other)) === (along === 'row' ? 'horizontal' : 'vertical');
        if (isAlong || one === NO_GROUP || other === NO_GROUP) {
          append(joined, ids);
          append(joined, otherIds);
        } else single.push(ids, otherIds);
      }
    }
    return [joined, ...single];
  });
}

const BESIDE = [
  { column: -1, row: 0 },
  { column: 1, row: 0 },
  { column: 0, row: -1 },
  { column: 0, row: 1 },
];

/** Neighbours stand at least a gap apart: those of "align" statements, and those on the grid of a component. */
function separations({ components, alignments }: ArchitectureModel, gap: number, budget: Budget): Separation[] {
  const declared = new Set<string>();
  const all: Separation[] = [];
  for (const { direction, members } of alignments) {
    for (const [index, second] of members.slice(1).entries()) {
      const first = members[index] as string;
      declared.add(`${first}|${second}`).add(`${second}|${first}`);
      all.push({ along: direction === 'row' ? 'x' : 'y', first, second, gap });
    }
  }
  const key = (column: number, row: number): string => `${column},${row}`;
  for (const component of components) {
    const byPlace = new Map(component.map((place) => [key(place.column, place.row), place]));
    const start = byPlace.get(key(0, 0));
    const waiting = start ? [start] : [];
    const visited = new Set<string>();
    for (const at of waiting) {
      budget.spend(1);
      visited.add(key(at.column, at.row));
      for (const { column, row } of BESIDE) {
        const place = key(at.column + column, at.row + row);
        const other = byPlace.get(place);
        if (!other || visited.has(place)) continue;
        waiting.push(other);
        if (declared.has(`${at.id}|${other.id}`)) continue;
        const [first, second] = column + row < 0 ? [other.id, at.id] : [at.id, other.id];
        all.push({ along: column === 0 ? 'y' : 'x', first, second, gap });
      }
    }
  }
  return all;
}
