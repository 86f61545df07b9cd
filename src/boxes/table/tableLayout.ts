/** Table layout: columns by their content, rows by their cells, borders apart or collapsed. */

import { type BorderSide, type ComputedStyle, usedBorderWidth } from '../../html/computedStyle.js';
import type { ElementContent } from '../../html/content.js';
import { resolveLength, SIDES, type SideName, type Sides } from '../../html/lengths.js';
import { append, largest } from '../../primitives/lists.js';
import type { BlockLayout } from '../blocks.js';
import type { IntrinsicWidths } from '../boxContext.js';
import { blockBoxParts } from '../boxPaint.js';
import { type BoxEdges, borderBoxSize, boxEdges, type Space } from '../boxSizes.js';
import { childPart, type Fragment, movedPart, type Part } from '../fragment.js';
import { type ColumnRange, distribute, emptyColumn, spread, total } from './tableColumns.js';
import { type GridCell, gridOf, type TableGrid } from './tableGrid.js';
import { stretchRows, widenRows } from './tableRows.js';

/** The border box's widths of a table whose own width is not declared. */
export function tableIntrinsicWidths(table: ElementContent, layout: BlockLayout): IntrinsicWidths {
  const grid = gridOf(table);
  const frame = frameOf(table, grid, 0);
  const columns = columnRanges(table, grid, layout);
  const around = frame.edges.left + frame.edges.right + gaps(grid.columnCount, frame.spacingX);
  // A caption's longest word widens the table.
  const captions = grid.captions.map((caption) => layout.intrinsic(caption).min);
  const min = largest(captions, total(columns.map((range) => range.min)) + around);
  const widest = total(columns.map((range) => Math.max(range.min, range.fixed ?? range.max)));
  // A column of a share p needs a table of its width over p, where there are columns that take the rest.
  const shared = columns.some(({ percent }) => percent === undefined);
  const byShare = shared ? columns.map(({ percent, max }) => (percent ? (max / percent) * 100 : 0)) : [];
  return { min, max: Math.max(min, largest(byShare, widest) + around) };
}

interface TableFrame {
  readonly edges: BoxEdges;
  readonly spacingX: number;
  readonly spacingY: number;
}

function frameOf(table: ElementContent, grid: TableGrid, reference: number): TableFrame {
  const { style } = table;
  if (!grid.collapsed) {
    const [spacingX, spacingY] = style.borderSpacing;
    return { edges: boxEdges(style, reference), spacingX, spacingY };
  }
  const widest = (side: SideName, outer: (cell: GridCell) => boolean): number => {
    let width = 0;
    for (const [cell, borders] of grid.collapsed ?? []) {
      if (outer(cell)) width = Math.max(width, usedBorderWidth(borders[side]));
    }
    return width / 2;
  };
  return {
    edges: {
      top: widest('top', (cell) => cell.row === 0),
      right: widest('right', (cell) => cell.column + cell.columnSpan === grid.columnCount),
      bottom: widest('bottom', (cell) => cell.row + cell.rowSpan === grid.rows.length),
      left: widest('left', (cell) => cell.column === 0),
    },
    spacingX: 0,
    spacingY: 0,
  };
}

const gaps = (count: number, spacing: number): number => (count === 0 ? 0 : (count + 1) * spacing);

/** A cell as it is laid out: with collapsed borders, it has half of each. */
function cellContent(cell: GridCell, grid: TableGrid): ElementContent {
  const borders = grid.collapsed?.get(cell);
  const { content } = cell;
  if (!borders) return content;
  const padding = Object.fromEntries(
    SIDES.map((side) => [side, paddingWithBorder(content.style, side, borders)]),
  ) as unknown as ComputedStyle['padding'];
  return { ...content, style: { ...content.style, border: NO_BORDERS, padding } };
}

const paddingWithBorder = (
  style: ComputedStyle,
  side: SideName,
  borders: Sides<BorderSide>,
): ComputedStyle['padding']['top'] => {
  const own = resolveLength(style.padding[side], 0) ?? 0;
  return { kind: 'px', value: own + usedBorderWidth(borders[side]) / 2 };
};

const NOTHING: BorderSide = { width: 0, style: 'none', color: undefined };
const NO_BORDERS: Sides<BorderSide> = { top: NOTHING, right: NOTHING, bottom: NOTHING, left: NOTHING };

function columnRanges(table: ElementContent, grid: TableGrid, layout: BlockLayout): ColumnRange[] {
  const columns = Array.from({ length: grid.columnCount }, emptyColumn);
  const declare = (range: ColumnRange, style: ComputedStyle, horizontal: number): void => {
    const { width } = style;
    if (width.kind === 'percent') range.percent = Math.max(range.percent ?? 0, width.value);
    else if (width.kind === 'px')
      range.fixed = Math.max(range.fixed ?? 0, borderBoxSize(width.value, style, horizontal));
  };
  for (const [index, width] of grid.columnWidths.entries()) {
    const range = columns[index] as ColumnRange;
    if (width.kind === 'percent') range.percent = width.value;
    else if (width.kind === 'px') range.fixed = width.value;
  }
  const spanning: { cell: GridCell; widths: IntrinsicWidths }[] = [];
  for (const cell of grid.cells) {
    const content = cellContent(cell, grid);
    const edges = boxEdges(content.style, 0);
    const horizontal = edges.left + edges.right;
    const inside = layout.intrinsic({ ...content, style: { ...content.style, width: { kind: 'auto' } } });
    if (cell.columnSpan > 1) {
      const { width } = content.style;
      const max = width.kind === 'px' ? borderBoxSize(width.value, content.style, horizontal) : inside.max;
      spanning.push({ cell, widths: { min: inside.min, max: Math.max(inside.min, max) } });
      continue;
    }
    const range = columns[cell.column] as ColumnRange;
    range.min = Math.max(range.min, inside.min);
    range.max = Math.max(range.max, inside.max);
    declare(range, content.style, horizontal);
  }
  const { spacingX } = frameOf(table, grid, 0);
  for (const { cell, widths } of spanning.sort((a, b) => a.cell.columnSpan - b.cell.columnSpan)) {
    spread(columns, { column: cell.column, span: cell.columnSpan, ...widths }, spacingX);
  }
  for (const range of columns) range.max = Math.max(range.max, range.min);
  return columns;
}

interface LaidOutCell {
  readonly cell: GridCell;
  readonly content: ElementContent;
  readonly width: number;
  readonly fragment: Fragment;
}

export function layoutTable(table: ElementContent, space: Space, layout: BlockLayout): Fragment {
  const { style } = table;
  const grid = gridOf(table);
  const frame = frameOf(table, grid, space.width);
  const { edges, spacingX, spacingY } = frame;
  const intrinsic = tableIntrinsicWidths(table, layout);
  const declared = resolveLength(style.width, space.width);
  const horizontal = edges.left + edges.right;
  const wanted =
    declared === undefined ? Math.min(intrinsic.max, space.width) : borderBoxSize(declared, style, horizontal);
  const least = resolveLength(style.minWidth, space.width) ?? 0;
  const most = resolveLength(style.maxWidth, space.width) ?? Number.POSITIVE_INFINITY;
  const width = Math.max(intrinsic.min, least, Math.min(most, wanted));
  const available = Math.max(0, width - horizontal - gaps(grid.columnCount, spacingX));
  const columns =
    style.tableLayoutFixed && declared !== undefined
      ? fixedColumns(grid, available)
      : distribute(columnRanges(table, grid, layout), available);
  const columnLefts = starts(columns, edges.left + spacingX, spacingX);
  const spanWidth = (cell: GridCell): number =>
    total(columns.slice(cell.column, cell.column + cell.columnSpan)) + spacingX * (cell.columnSpan - 1);
  const cells = grid.cells.map((cell): LaidOutCell => {
    const content = cellContent(cell, grid);
    const cellWidth = spanWidth(cell);
    const fragment = layout.independent(autoHeight(content), cellWidth, { width: cellWidth, height: undefined });
    return { cell, content, width: cellWidth, fragment };
  });
  const { heights, baselines } = rowHeights(grid, cells, spacingY);
  const declaredHeight = resolveLength(style.height, space.height);
  const vertical = edges.top + edges.bottom + gaps(grid.rows.length, spacingY);
  if (declaredHeight !== undefined) {
    stretchRows(heights, grid, borderBoxSize(declaredHeight, style, edges.top + edges.bottom) - vertical);
  }
  const rowTops = starts(heights, edges.top + spacingY, spacingY);
  const height = total(heights) + vertical;
  const parts: Part[] = [];
  const painted: ComputedStyle = grid.collapsed ? { ...style, border: NO_BORDERS } : style;
  append(parts, blockBoxParts(painted, { x: 0, y: 0, width, height }));
  for (const { cell, content, width: cellWidth, fragment: natural } of cells) {
    const cellHeight = total(heights.slice(cell.row, cell.row + cell.rowSpan)) + spacingY * (cell.rowSpan - 1);
    const offset = cellOffset(content.style, natural, cellHeight, baselines[cell.row] ?? 0);
    const x = columnLefts[cell.column] as number;
    const y = rowTops[cell.row] as number;
    const frame = { x, y, width: cellWidth, height: cellHeight };
    // What columns, rows and groups of them paint shows behind their cells only.
    for (const behind of backgroundsBehind(cell, grid)) append(parts, blockBoxParts(behind, frame));
    append(parts, blockBoxParts(content.style, frame));
    parts.push(childPart(withoutFrame(natural, content.style), x, y + offset));
  }
  if (grid.collapsed) append(parts, collapsedBorders(grid, cells, columnLefts, rowTops, heights));
  const fragment: Fragment = {
    width,
    height,
    firstBaseline: rowTops[0] === undefined ? undefined : rowTops[0] + firstRowBaseline(cells, heights, baselines),
    lastBaseline: undefined,
    parts,
  };
  return grid.captions.length === 0 ? fragment : withCaptions(fragment, grid.captions, layout);
}

function backgroundsBehind(cell: GridCell, grid: TableGrid): ComputedStyle[] {
  const row = grid.rows[cell.row];
  return [grid.columnStyles[cell.column], row?.groupStyle, row?.style].flatMap((style) =>
    style ? [{ ...style, border: NO_BORDERS }] : [],
  );
}

const autoHeight = (content: ElementContent): ElementContent => ({
  ...content,
  style: { ...content.style, height: { kind: 'auto' }, minHeight: { kind: 'auto' } },
});

/** A cell's own background and border are painted over its whole height, by the table. */
function withoutFrame(fragment: Fragment, style: ComputedStyle): Fragment {
  const framed = blockBoxParts(style, { x: 0, y: 0, width: fragment.width, height: fragment.height }).length;
  return framed === 0 ? fragment : { ...fragment, parts: fragment.parts.slice(framed) };
}

function fixedColumns(grid: TableGrid, available: number): number[] {
  const widths: (number | undefined)[] = grid.columnWidths.map((width) => resolveLength(width, available));
  for (const cell of grid.cells) {
    if (cell.row > 0) break;
    const width = resolveLength(cell.content.style.width, available);
    if (width !== undefined && widths[cell.column] === undefined) widths[cell.column] = width / cell.columnSpan;
  }
  const taken = total(widths.map((width) => width ?? 0));
  const open = widths.filter((width) => width === undefined).length;
  const share = open > 0 ? Math.max(0, available - taken) / open : 0;
  const factor = open === 0 && taken > 0 ? available / taken : 1;
  return widths.map((width) => (width === undefined ? share : width * factor));
}

function starts(sizes: readonly number[], first: number, gap: number): number[] {
  let at = first;
  return sizes.map((size) => {
    const start = at;
    at += size + gap;
    return start;
  });
}

/** A table's baseline: that of its first row, or where no cell there has one, the end of its cells' content. */
function firstRowBaseline(
  cells: readonly LaidOutCell[],
  heights: readonly number[],
  baselines: readonly number[],
): number {
  const first = cells.filter(({ cell }) => cell.row === 0);
  if (first.some(({ content }) => isBaselineAligned(content.style))) return baselines[0] ?? 0;
  const ends = first.map(({ content, width }) => (heights[0] ?? 0) - boxEdges(content.style, width).bottom);
  return largest(ends, 0);
}

/** Heights of rows by their cells, declared heights and aligned baselines; cells over several rows widen the last. */
function rowHeights(
  grid: TableGrid,
  cells: readonly LaidOutCell[],
  spacing: number,
): { heights: number[]; baselines: number[] } {
  const heights = grid.rows.map(({ height }) => resolveLength(height, undefined) ?? 0);
  const baselines = grid.rows.map(() => 0);
  const below = grid.rows.map(() => 0);
  const aligned = ({ content }: LaidOutCell): boolean => isBaselineAligned(content.style);
  for (const laidOut of cells) {
    if (!aligned(laidOut)) continue;
    const { cell, fragment } = laidOut;
    const baseline = fragment.firstBaseline ?? fragment.height;
    baselines[cell.row] = Math.max(baselines[cell.row] as number, baseline);
    if (cell.rowSpan === 1) below[cell.row] = Math.max(below[cell.row] as number, fragment.height - baseline);
  }
  for (const laidOut of cells) {
    const { cell, content, fragment } = laidOut;
    if (cell.rowSpan > 1) continue;
    const edges = boxEdges(content.style, laidOut.width);
    const declared = resolveLength(content.style.height, undefined);
    const own = Math.max(
      fragment.height,
      declared === undefined ? 0 : borderBoxSize(declared, content.style, edges.top + edges.bottom),
    );
    const needed = aligned(laidOut)
      ? Math.max(own, (baselines[cell.row] as number) + (below[cell.row] as number))
      : own;
    heights[cell.row] = Math.max(heights[cell.row] as number, needed);
  }
  for (const { cell, content, fragment } of cells) {
    if (cell.rowSpan === 1) continue;
    const needed = Math.max(fragment.height, resolveLength(content.style.height, undefined) ?? 0);
    const covered = total(heights.slice(cell.row, cell.row + cell.rowSpan)) + spacing * (cell.rowSpan - 1);
    if (needed > covered) widenRows(heights, grid, cell, needed - covered);
  }
  return { heights, baselines };
}

const isBaselineAligned = ({ verticalAlign }: ComputedStyle): boolean =>
  typeof verticalAlign === 'object' || !['top', 'middle', 'bottom'].includes(verticalAlign);

function cellOffset(style: ComputedStyle, fragment: Fragment, height: number, baseline: number): number {
  switch (style.verticalAlign) {
    case 'top':
      return 0;
    case 'middle':
      return (height - fragment.height) / 2;
    case 'bottom':
      return height - fragment.height;
    default:
      return Math.max(0, baseline - (fragment.firstBaseline ?? fragment.height));
  }
}

/** Collapsed borders stand astride the lines between cells. */
function collapsedBorders(
  grid: TableGrid,
  cells: readonly LaidOutCell[],
  lefts: readonly number[],
  tops: readonly number[],
  heights: readonly number[],
): Part[] {
  const parts: Part[] = [];
  for (const { cell, width } of cells) {
    const borders = grid.collapsed?.get(cell);
    if (!borders) continue;
    const x = lefts[cell.column] as number;
    const y = tops[cell.row] as number;
    const height = total(heights.slice(cell.row, cell.row + cell.rowSpan));
    const half = (side: SideName): number => usedBorderWidth(borders[side]) / 2;
    const frame = {
      x: x - half('left'),
      y: y - half('top'),
      width: width + half('left') + half('right'),
      height: height + half('top') + half('bottom'),
    };
    append(parts, blockBoxParts({ ...cell.content.style, background: undefined, border: borders }, frame));
  }
  return parts;
}

function withCaptions(table: Fragment, captions: readonly ElementContent[], layout: BlockLayout): Fragment {
  const parts: Part[] = [];
  let y = 0;
  const add = (caption: ElementContent): void => {
    const laidOut = layout.independent(caption, table.width, { width: table.width, height: undefined });
    parts.push(childPart(laidOut, 0, y));
    y += laidOut.height;
  };
  for (const caption of captions) if (!caption.style.captionBelow) add(caption);
  const tableTop = y;
  append(
    parts,
    table.parts.map((part) => movedPart(part, 0, tableTop)),
  );
  y += table.height;
  for (const caption of captions) if (caption.style.captionBelow) add(caption);
  return {
    ...table,
    height: y,
    firstBaseline: table.firstBaseline === undefined ? undefined : table.firstBaseline + tableTop,
    parts,
  };
}
