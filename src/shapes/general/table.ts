/** Tables: the table with its row and column lines, rows, and rectangles drawn on some sides only. */

import type { Canvas } from '../../drawing/canvas.js';
import { type Point, point, type Rect, turnQuarter } from '../../geometry/plane.js';
import { lookupTable } from '../../primitives/lookupTable.js';
import type { Style } from '../../style/style.js';
import type { Shape, ShapeCell, ShapeChild } from '../shape.js';
import { drawGridSides } from './gridLines.js';
import { isVertical } from './labelMargins.js';
import { arcRadius, isRounded } from './outline.js';
import { drawSwimlane, lacksHeader, swimlaneLabelBox } from './swimlane.js';

/** Strokes the sides that the styles top, right, bottom and left don't turn off. */
function strokeSides(canvas: Canvas, box: Rect, style: Style): void {
  const { x, y, width, height } = box;
  const sides: readonly (readonly ['top' | 'right' | 'bottom' | 'left', number, number])[] = [
    ['top', x + width, y],
    ['right', x + width, y + height],
    ['bottom', x, y + height],
    ['left', x, y],
  ];
  if (!sides.some(([side]) => style.flag(side, true))) return;
  canvas.save();
  canvas.setLineCap('square');
  canvas.begin();
  canvas.moveTo(x, y);
  for (const [side, toX, toY] of sides) {
    if (style.flag(side, true)) canvas.lineTo(toX, toY);
    else if (side !== 'left') canvas.moveTo(toX, toY);
  }
  canvas.stroke();
  canvas.restore();
}

function drawPartialRectangle(canvas: Canvas, box: Rect, style: Style, cell: ShapeCell): void {
  canvas.rect(box.x, box.y, box.width, box.height);
  canvas.fill();
  strokeSides(canvas, box, style);
  if (style.color('fillColor') !== undefined) drawGridSides(canvas, box, style, cell.gridSides);
}

const partialRectangle: Shape = { draw: drawPartialRectangle };

const TITLED = new Set(['table', 'tableRow', 'swimlane']);

/** Where the content of a table or row begins, px from its own top left corner. */
function contentStart(style: Style): Point {
  if (!TITLED.has(style.string('shape', ''))) return point(0, 0);
  const size = Math.trunc(style.number('startSize', 40));
  switch (titleSide(style)) {
    case 'north':
      return point(0, size);
    case 'west':
      return point(size, 0);
    default:
      return point(0, 0);
  }
}

const SIDES = ['north', 'east', 'south', 'west'] as const;
const QUARTER_TURNS = lookupTable<number>({ east: 0, south: 1, west: 2, north: 3 });

/** The side of the page that a swimlane's title is on. */
function titleSide(style: Style): (typeof SIDES)[number] {
  let turns = (style.flag('horizontal', true) ? 0 : 3) + (QUARTER_TURNS[style.string('direction', 'east')] ?? 0);
  const sideways = turns % 2 === 1;
  if (style.flag(sideways ? 'flipH' : 'flipV')) turns += 2;
  return SIDES[turns % 4] as (typeof SIDES)[number];
}

interface GridCell {
  /** The cell's bottom right corner, px from the table's top left corner. */
  readonly corner: Point;
  /** How many more rows and columns, this one counted, the cell that covers this place still spans. */
  readonly rows: number;
  readonly columns: number;
}

/** A line through the grid; undefined where a spanning cell interrupts it. */
type GridLine = readonly (Point | undefined)[];

function gridRow(start: Point, cells: readonly ShapeChild[], above: readonly GridCell[] | undefined): GridCell[] {
  const row: GridCell[] = [];
  const top = above?.[0]?.corner.y ?? start.y;
  for (const [column, cell] of cells.entries()) {
    const size = cell.alternateBounds ?? cell.box;
    const before = row[column - 1];
    const corner = point((before?.corner.x ?? start.x) + size.width, top + size.height);
    const over = above?.[column];
    if (over && over.rows > 1) row.push({ corner, rows: over.rows - 1, columns: over.columns });
    else if (before && before.columns > 1) row.push({ corner, rows: before.rows, columns: before.columns - 1 });
    else row.push({ corner, rows: cell.style.number('rowspan', 1), columns: cell.style.number('colspan', 1) });
  }
  return row;
}

/** The inner lines of a table, rows before columns, px from its top left corner. */
export function tableLines(rows: readonly ShapeChild[], style: Style): readonly GridLine[] {
  const start = contentStart(style);
  /** A row without cells has no line below it. */
  const across: ((Point | undefined)[] | undefined)[] = [];
  const down: (Point | undefined)[][] = [];
  let above: readonly GridCell[] | undefined;
  for (const [rowIndex, row] of rows.entries()) {
    const inset = contentStart(row.style);
    const grid = gridRow(point(start.x + inset.x, start.y + inset.y), row.children, above);
    const outlined = row.style.flag('swimlaneHead', true) && row.style.has('strokeColor');
    const from = outlined ? point(start.x + inset.x, start.y + inset.y) : start;
    for (const [column, cell] of grid.entries()) {
      if (rowIndex < rows.length - 1) {
        across[rowIndex] ??= [point(from.x, cell.corner.y)];
        if (cell.rows > 1) across[rowIndex].push(undefined);
        across[rowIndex].push(cell.corner);
      }
      if (column < grid.length - 1) {
        down[column] ??= [point(cell.corner.x, from.y)];
        if (cell.columns > 1) down[column].push(undefined);
        down[column].push(cell.corner);
      }
    }
    above = grid;
  }
  return [
    ...(style.string('rowLines', '1') !== '0' ? across.filter((line) => line !== undefined) : []),
    ...(style.string('columnLines', '1') !== '0' ? down : []),
  ];
}

function strokeGridLine(canvas: Canvas, line: GridLine, origin: Rect): void {
  canvas.begin();
  let drawing = false;
  for (const p of line) {
    if (p && drawing) canvas.lineTo(origin.x + p.x, origin.y + p.y);
    else if (p) canvas.moveTo(origin.x + p.x, origin.y + p.y);
    drawing = p !== undefined;
  }
  canvas.stroke();
}

const DIRECTION_DEGREES = lookupTable<number>({ north: 270, west: 180, south: 90 });

/** draw.io keeps a table's inner lines upright on the page, whatever turns its outline. */
function drawInnerLines(canvas: Canvas, box: Rect, style: Style, cell: ShapeCell): void {
  const onPage = isVertical(style) ? turnQuarter(box) : box;
  const degrees = style.number('rotation', 0) + (DIRECTION_DEGREES[style.string('direction', 'east')] ?? 0);
  canvas.save();
  canvas.rotate(-degrees, style.flag('flipH'), style.flag('flipV'), box.x + box.width / 2, box.y + box.height / 2);
  for (const line of tableLines(cell.children, style)) strokeGridLine(canvas, line, onPage);
  canvas.restore();
}

/** Without a title, a rounded table or row has all four sides. */
function drawRoundedBox(canvas: Canvas, box: Rect, style: Style): void {
  const radius = arcRadius(style, box.width, box.height);
  canvas.roundrect(box.x, box.y, box.width, box.height, radius, radius);
  canvas.fillAndStroke();
}

/** A row is a partial rectangle, or a swimlane if it has a title. */
const tableRow: Shape = {
  draw(canvas, box, style, cell) {
    if (lacksHeader(style, false) && isRounded(style)) drawRoundedBox(canvas, box, style);
    else if (lacksHeader(style, false)) drawPartialRectangle(canvas, box, style, cell);
    else drawSwimlane(canvas, box, style, cell);
  },
  labelBox: (box, style) => (lacksHeader(style, false) ? box : swimlaneLabelBox(box, style)),
};

const table: Shape = {
  ...tableRow,
  draw(canvas, box, style, cell) {
    tableRow.draw(canvas, box, style, cell);
    drawInnerLines(canvas, box, style, cell);
  },
};

export const TABLE_SHAPES: Readonly<Record<string, Shape>> = {
  table,
  tableRow,
  partialRectangle,
};
