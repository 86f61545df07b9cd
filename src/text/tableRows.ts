/** How the rows of a table share height that the table has beyond their own, as Chromium shares it. */
import type { Length } from './computedStyle.js';
import { total } from './tableColumns.js';
import type { GridCell, TableGrid } from './tableGrid.js';

interface RowLimit {
  /** The largest share of the table that the row or a cell of it declares, in percent. */
  readonly percent: number;
  readonly declared: boolean;
}

function limitOf(heights: readonly Length[]): RowLimit {
  const percents = heights.map((height) => (height.kind === 'percent' ? height.value : 0));
  return { percent: Math.max(0, ...percents), declared: heights.some(({ kind }) => kind !== 'auto') };
}

const inRow =
  (row: number) =>
  (cell: GridCell): boolean =>
    cell.row === row && cell.rowSpan === 1;

const rowLimits = (grid: TableGrid): RowLimit[] =>
  grid.rows.map(({ height }, row) =>
    limitOf([height, ...grid.cells.filter(inRow(row)).map(({ content }) => content.style.height)]),
  );

/** Shares `extra` among the heights in proportion to `weights`. */
function grow(heights: number[], weights: readonly number[], extra: number): void {
  const sum = total(weights);
  for (const [row, weight] of weights.entries()) heights[row] = (heights[row] as number) + (extra * weight) / sum;
}

/** Shares what a cell over several rows lacks: among those with content and no height of their own, or else among all. */
export function widenRows(heights: number[], grid: TableGrid, { row, rowSpan }: GridCell, extra: number): void {
  const limits = rowLimits(grid);
  const spanned = (index: number): boolean => index >= row && index < row + rowSpan;
  const open = heights.map((height, index) => (spanned(index) && !limits[index]?.declared ? height : 0));
  const all = heights.map((height, index) => (spanned(index) ? height : 0));
  const last = heights.map((_, index) => Number(index === row + rowSpan - 1));
  grow(heights, [open, all].find((weights) => total(weights) > 0) ?? last, extra);
}

/**
 * Makes rows fill a table that is `wanted` px high inside. Rows of a declared share grow up to it. What is left goes to
 * filled rows without declared height; where there are none, to empty ones; else to all, as high as they are.
 */
export function stretchRows(heights: number[], grid: TableGrid, wanted: number): void {
  const limits = rowLimits(grid);
  const missing = limits.map(({ percent }, row) => Math.max(0, (wanted * percent) / 100 - (heights[row] as number)));
  const empty = heights.map((height, row) => height === 0 && missing[row] === 0);
  let extra = wanted - total(heights);
  if (extra <= 0 || heights.length === 0) return;
  const granted = Math.min(extra, total(missing));
  if (granted > 0) grow(heights, missing, granted);
  extra -= granted;
  if (extra <= 0) return;
  const filled = heights.map((height, row) => (limits[row]?.declared ? 0 : height));
  if (total(filled) > 0) {
    grow(heights, filled, extra);
    return;
  }
  const free = empty.map((isEmpty, row) => Number(isEmpty && !limits[row]?.declared));
  const shares = [free, empty.every(Boolean) ? empty.map(Number) : heights].find((weights) => total(weights) > 0);
  if (shares) grow(heights, [...shares], extra);
}
