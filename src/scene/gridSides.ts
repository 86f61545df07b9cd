/** Which sides of a table's row or cell are lines of the table's grid. */
import type { PlacedCell } from '../layout/layout.js';
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
  const column = vertices(row.cell).indexOf(cell);
  const last = vertices(row.cell).length - 1;
  return { ...sides, of: 'cell', left: columnLines && column > 0, right: columnLines && column < last };
}

/** The row that a cell is or stands in. */
function rowOf(cell: Cell, cells: ReadonlyMap<string, PlacedCell>) {
  for (const candidate of [cell, cell.parent]) {
    const table = candidate?.kind === 'vertex' ? candidate.parent : undefined;
    const tableStyle = table && cells.get(table.id)?.style;
    if (!candidate || tableStyle?.get('childLayout') !== 'tableLayout') continue;
    const rows = vertices(table);
    return { cell: candidate, index: rows.indexOf(candidate), count: rows.length, tableStyle };
  }
  return undefined;
}

const vertices = (cell: Cell | undefined): readonly Cell[] =>
  cell?.children.filter(({ kind }) => kind === 'vertex') ?? [];
