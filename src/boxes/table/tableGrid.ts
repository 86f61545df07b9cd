/** The grid of a table: its rows and columns, which cell stands where, and which borders win where cells meet. */
import { type BorderSide, type ComputedStyle, NO_BORDER, usedBorderWidth } from '../../html/computedStyle.js';
import type { Content, ElementContent } from '../../html/content.js';
import { inheritStyle } from '../../html/initialStyle.js';
import { AUTO, type Length, SIDES, type SideName, type Sides } from '../../html/lengths.js';

export interface GridCell {
  readonly content: ElementContent;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface GridRow {
  readonly style: ComputedStyle;
  /** Of the group of rows that it stands in. */
  readonly groupStyle: ComputedStyle | undefined;
  readonly height: Length;
}

export interface TableGrid {
  readonly rows: readonly GridRow[];
  readonly columnCount: number;
  readonly columnWidths: readonly Length[];
  /** Of the columns that are declared. */
  readonly columnStyles: readonly ComputedStyle[];
  readonly cells: readonly GridCell[];
  readonly captions: readonly ElementContent[];
  /** Of a table with border-collapse: collapse, every cell's borders after the conflict with its neighbours'. */
  readonly collapsed: ReadonlyMap<GridCell, Sides<BorderSide>> | undefined;
}

const MOST_COLUMNS = 1000;
const grids = new WeakMap<ElementContent, TableGrid>();

export function gridOf(table: ElementContent): TableGrid {
  let grid = grids.get(table);
  if (!grid) {
    grid = buildGrid(table);
    grids.set(table, grid);
  }
  return grid;
}

interface SourceRow {
  readonly style: ComputedStyle;
  readonly cells: readonly ElementContent[];
  readonly groupStyle: ComputedStyle | undefined;
}

function buildGrid(table: ElementContent): TableGrid {
  const sources: SourceRow[] = [];
  const captions: ElementContent[] = [];
  const columns: ComputedStyle[] = [];
  collectRows(table.children, { parent: table.style, group: undefined }, { rows: sources, captions, columns });
  const cells: GridCell[] = [];
  const occupied: number[] = []; // for each column, the first row that is free again
  let columnCount = columns.length;
  for (const [row, source] of sources.entries()) {
    let column = 0;
    for (const content of source.cells) {
      while ((occupied[column] ?? 0) > row && column < MOST_COLUMNS) column++;
      const columnSpan = Math.min(content.columnSpan ?? 1, MOST_COLUMNS - column);
      const rowSpan = Math.min(content.rowSpan ?? 1, sources.length - row);
      if (columnSpan < 1) break;
      for (let k = 0; k < columnSpan; k++) occupied[column + k] = row + rowSpan;
      cells.push({ content, row, column, rowSpan, columnSpan });
      column += columnSpan;
    }
    columnCount = Math.max(columnCount, column);
  }
  const rows = sources.map(({ style, groupStyle }): GridRow => ({ style, groupStyle, height: style.height }));
  return {
    rows,
    columnCount,
    columnWidths: Array.from({ length: columnCount }, (_, i) => columns[i]?.width ?? AUTO),
    columnStyles: columns,
    cells,
    captions,
    collapsed: table.style.borderCollapse ? collapseBorders(table, sources, cells, columnCount) : undefined,
  };
}

interface TableParts {
  readonly rows: SourceRow[];
  readonly captions: ElementContent[];
  readonly columns: ComputedStyle[];
}

interface RowSurroundings {
  readonly parent: ComputedStyle;
  readonly group: ComputedStyle | undefined;
}

function collectRows(children: readonly Content[], { parent, group }: RowSurroundings, into: TableParts): void {
  const { rows, captions, columns } = into;
  let loose: ElementContent[] = [];
  const flush = (): void => {
    if (loose.length > 0)
      rows.push({ style: { ...inheritStyle(parent), display: 'table-row' }, cells: loose, groupStyle: group });
    loose = [];
  };
  for (const child of children) {
    if (child.kind === 'text' && child.text.trim() === '') continue;
    const display = child.kind === 'element' ? child.style.display : 'inline';
    if (child.kind === 'element' && display === 'table-row') {
      flush();
      rows.push({ style: child.style, cells: rowCells(child), groupStyle: group });
    } else if (child.kind === 'element' && display === 'table-row-group') {
      flush();
      collectRows(child.children, { parent: child.style, group: child.style }, into);
    } else if (child.kind === 'element' && display === 'table-caption') captions.push(child);
    else if (child.kind === 'element' && display === 'table-column-group') collectColumns(child, columns);
    else if (child.kind === 'element' && display === 'table-column') addColumn(child, columns);
    else loose.push(child.kind === 'element' && display === 'table-cell' ? child : anonymousCell([child], parent));
  }
  flush();
}

function collectColumns(group: ElementContent, into: ComputedStyle[]): void {
  const columns = group.children.filter((child): child is ElementContent => child.kind === 'element');
  if (columns.length === 0) addColumn(group, into);
  for (const column of columns) addColumn(column, into);
}

function addColumn(column: ElementContent, into: ComputedStyle[]): void {
  for (let i = 0; i < (column.columnSpan ?? 1) && into.length < MOST_COLUMNS; i++) into.push(column.style);
}

function rowCells(row: ElementContent): ElementContent[] {
  const cells: ElementContent[] = [];
  let loose: Content[] = [];
  const flush = (): void => {
    if (loose.length > 0) cells.push(anonymousCell(loose, row.style));
    loose = [];
  };
  for (const child of row.children) {
    if (child.kind === 'element' && child.style.display === 'table-cell') {
      flush();
      cells.push(child);
    } else if (child.kind !== 'text' || child.text.trim() !== '') loose.push(child);
  }
  flush();
  return cells;
}

const anonymousCell = (children: readonly Content[], parent: ComputedStyle): ElementContent => ({
  kind: 'element',
  tag: 'td',
  style: { ...inheritStyle(parent), display: 'table-cell' },
  children,
});

// ---- collapsing borders

const STYLE_ORDER = ['inset', 'groove', 'outset', 'ridge', 'dotted', 'dashed', 'solid', 'double'];

/** Hidden beats all, then the wider border, then the stronger style; of equals the first. */
function winner(first: BorderSide, second: BorderSide): BorderSide {
  if (first.style === 'hidden' || second.style === 'hidden') return NO_BORDER;
  const a = usedBorderWidth(first);
  const b = usedBorderWidth(second);
  if (a !== b) return a > b ? first : second;
  return STYLE_ORDER.indexOf(second.style) > STYLE_ORDER.indexOf(first.style) ? second : first;
}

const OPPOSITE: Readonly<Record<SideName, SideName>> = { top: 'bottom', right: 'left', bottom: 'top', left: 'right' };

function collapseBorders(
  table: ElementContent,
  rows: readonly SourceRow[],
  cells: readonly GridCell[],
  columnCount: number,
): Map<GridCell, Sides<BorderSide>> {
  // For each place of the grid, the number of the cell there, from 1.
  const numbers = new Uint32Array(rows.length * columnCount);
  for (const [index, { row, rowSpan, column, columnSpan }] of cells.entries()) {
    for (let r = row; r < row + rowSpan; r++) {
      numbers.fill(index + 1, r * columnCount + column, r * columnCount + column + columnSpan);
    }
  }
  const at = (row: number, column: number): GridCell | undefined =>
    row < 0 || row >= rows.length || column < 0 || column >= columnCount
      ? undefined
      : cells[(numbers[row * columnCount + column] as number) - 1];
  const neighbour = (cell: GridCell, side: SideName): GridCell | undefined => {
    switch (side) {
      case 'top':
        return at(cell.row - 1, cell.column);
      case 'bottom':
        return at(cell.row + cell.rowSpan, cell.column);
      case 'left':
        return at(cell.row, cell.column - 1);
      case 'right':
        return at(cell.row, cell.column + cell.columnSpan);
    }
  };
  const resolve = (cell: GridCell, side: SideName): BorderSide => {
    const own = coloured(cell.content.style, side);
    const rowStyle = rows[cell.row]?.style;
    const other = neighbour(cell, side);
    const before = side === 'top' || side === 'left';
    let best = other
      ? before
        ? winner(coloured(other.content.style, OPPOSITE[side]), own)
        : winner(own, coloured(other.content.style, OPPOSITE[side]))
      : own;
    const atRowEdge =
      side === 'top' ||
      side === 'bottom' ||
      (side === 'left' ? cell.column === 0 : cell.column + cell.columnSpan === columnCount);
    if (rowStyle && atRowEdge) best = winner(best, coloured(rowStyle, side));
    const outer =
      (side === 'top' && cell.row === 0) ||
      (side === 'bottom' && cell.row + cell.rowSpan === rows.length) ||
      (side === 'left' && cell.column === 0) ||
      (side === 'right' && cell.column + cell.columnSpan === columnCount);
    return flat(outer ? winner(best, coloured(table.style, side)) : best);
  };
  return new Map(
    cells.map((cell) => [
      cell,
      Object.fromEntries(SIDES.map((side) => [side, resolve(cell, side)])) as unknown as Sides<BorderSide>,
    ]),
  );
}

/** A border of an element, its colour said. */
const coloured = ({ border, color }: ComputedStyle, side: SideName): BorderSide => ({
  ...border[side],
  color: border[side].color ?? color,
});

/** A border after the conflict: between cells, nothing looks raised or sunk. */
const flat = (border: BorderSide): BorderSide =>
  border.style === 'inset' || border.style === 'outset' ? { ...border, style: 'solid' } : border;
