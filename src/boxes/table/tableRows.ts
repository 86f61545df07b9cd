/** How the rows of a table share height that the table has beyond their own, as Chromium shares it. */

import type { Length } from '../../html/lengths.js';
import { largest } from '../../primitives/lists.js';
import { total } from './tableColumns.js';
import type { GridCell, TableGrid } from './tableGrid.js';

interface RowLimit {
  /** The largest share of the table that the row or a cell of it declares, in percent. */
  readonly percent: number;
  readonly declared: boolean;
}

/** Each cell over several rows that lacks height asks for them. */
const limits = new WeakMap<TableGrid, readonly RowLimit[]>();

/** What each row declares, itself and by its cells that stand in it alone. */
function rowLimits(grid: TableGrid): readonly RowLimit[] {
  const known = limits.get(grid);
  if (known) return known;
  const declared = grid.rows.map(({ height }) => [height]);
  for (const { row, rowSpan, content } of grid.cells) if (rowSpan === 1) declared[row]?.push(content.style.height);
  const found = declared.map(limitOf);
  limits.set(grid, found);
  return found;
}

function limitOf(heights: readonly Length[]): RowLimit {
  const percents = heights.map((height) => (height.kind === 'percent' ? height.value : 0));
  return { percent: largest(percents, 0), declared: heights.some(({ kind }) => kind !== 'auto') };
}

/** Shares `extra` among the heights from a row on, in proportion to `weights`. */
function grow(heights: number[], weights: readonly number[], extra: number, first = 0): void {
  const sum = total(weights);
  for (const [index, weight] of weights.entries()) {
    heights[first + index] = (heights[first + index] as number) + (extra * weight) / sum;
  }
}

/** Shares what a cell over several rows lacks: among those with content and no height of their own, or else among all. */
export function widenRows(heights: number[], grid: TableGrid, { row, rowSpan }: GridCell, extra: number): void {
  const declared = rowLimits(grid);
  const all = heights.slice(row, row + rowSpan);
  const open = all.map((height, index) => (declared[row + index]?.declared ? 0 : height));
  const last = all.map((_, index) => Number(index === rowSpan - 1));
  grow(heights, [open, all].find((weights) => total(weights) > 0) ?? last, extra, row);
}

/**
 * Makes rows fill a table that is `wanted` px high inside. Rows of a declared share grow up to it. What is left goes to
 * filled rows without declared height; where there are none, to empty ones; else to all, as high as they are.
 */
export function stretchRows(heights: number[], grid: TableGrid, wanted: number): void {
  const declared = rowLimits(grid);
  const missing = declared.map(({ percent }, row) => Math.max(0, (wanted * percent) / 100 - (heights[row] as number)));
  const empty = heights.map((height, row) => height === 0 && missing[row] === 0);
  let extra = wanted - total(heights);
  if (extra <= 0 || heights.length === 0) return;
  const granted = Math.min(extra, total(missing));
  if (granted > 0) grow(heights, missing, granted);
  extra -= granted;
  if (extra <= 0) return;
  const filled = heights.map((height, row) => (declared[row]?.declared ? 0 : height));
  if (total(filled) > 0) {
    grow(heights, filled, extra);
    return;
  }
  const free = empty.map((isEmpty, row) => Number(isEmpty && !declared[row]?.declared));
  const shares = [free, empty.every(Boolean) ? empty.map(Number) : heights].find((weights) => total(weights) > 0);
  if (shares) grow(heights, [...shares], extra);
}
