/** Which sides of a table's row or cell are lines of the table's grid. */
import type { PlacedCell } from '../layout/placed.js';
import type { Cell } from '../model/cell.js';
import type { GridSides } from '../shapes/shape.js';

/** The sides of a cell that stands in a table, as one of its rows or in one of them; undefined for all others. */
export function gridSides(cell: Cell, cells: ReadonlyMap<string, PlacedCell>): GridSides | undefined {
  const row = rowOf(cell, cells);
  if (!row) return undefined;
  const { index, count, tableStyle } = row;
  const rowLines = tableStyle.string('rowLines', '1') !== '0';
  const columnLines = tableStyle.string('columnLines', '1') !== '0';
  const sides = { top: rowLines && index > 0, bottom: rowLines && index < count - 1 };
  if (row.cell === cell) return { ...sides, of: 'row', left: false, right: false };
  const column = placeAmong(row.cell, cell);
  return {
    ...sides,
    of: 'cell',
    left: columnLines && column.index > 0,
    right: columnLines && column.index < column.count - 1,
  };
}

/** The row that a cell is or stands in. */
function rowOf(cell: Cell, cells: ReadonlyMap<string, PlacedCell>) {
  for (const candidate of [cell, cell.parent]) {
    const table = candidate?.kind === 'vertex' ? candidate.parent : undefined;
    const tableStyle = table && cells.get(table.id)?.style;
    if (!candidate || tableStyle?.get('childLayout') !== 'tableLayout') continue;
    return { cell: candidate, ...placeAmong(table, candidate), tableStyle };
  }
  return undefined;
}

/** The places of the vertices in a cell: each is asked for its own. */
const places = new WeakMap<Cell, ReadonlyMap<Cell, number>>();

/** Which of a parent's vertices a cell is, from 0, or -1, and how many there are. */
function placeAmong(parent: Cell | undefined, cell: Cell): { readonly index: number; readonly count: number } {
  if (!parent) return { index: -1, count: 0 };
  let known = places.get(parent);
  if (!known) {
    known = new Map(parent.children.filter(({ kind }) => kind === 'vertex').map((child, index) => [child, index]));
    places.set(parent, known);
  }
  return { index: known.get(cell) ?? -1, count: known.size };
}
