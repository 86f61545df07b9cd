/** Tree views: the files of a folder in rows, those of folders in it moved to the right, with lines to what they are in. */
import { bottom, centerY, type Rect, rect } from '../../geometry/plane.js';
import { largest } from '../../primitives/lists.js';
import type { CellStyle } from '../cells.js';
import { lineStyle } from '../charts/chartFrame.js';
import { type ChartOptions, optionsOf } from '../charts/chartOptions.js';
import { chartHtml, drawText, lineHeight, textWidth } from '../charts/chartText.js';
import type { DrawContext } from '../context.js';
import { drawioColor } from '../css.js';
import { defineKind } from '../kind.js';
import { drawIcon, ICON_SIZE, iconOf } from './treeViewIcons.js';
import { readTreeView, type TreeViewEntry, type TreeViewModel } from './treeViewModel.js';

export const treeView = defineKind({
  beginning: 'treeView-beta',
  names: ['treeView'],
  grammar: 'src/diagrams/treeView/diagram.ts',
  read: readTreeView,
  draw: drawTreeView,
  margins: [0],
  // Mermaid itself shows none.
  titleSize: 'own',
});

/** Px. */
const ICON_GAP = 4;
const DESCRIPTION_GAP = 16;
/** What a highlighted row has to the right of the widest one, and the picture to the right of that, px. */
const HIGHLIGHT = { reach: 8, room: 2, inset: 1, radius: 3 };
/** So far above the middle of a row the middle of its text is, of the font size. */
const TEXT_RISE = 0.087;

interface Look {
  readonly rowIndent: number;
  readonly paddingX: number;
  readonly paddingY: number;
  readonly lineThickness: number;
  readonly fontSize: number;
  readonly colors: ChartOptions;
}

function lookOf({ config }: DrawContext): Look {
  const options = optionsOf(config.treeView);
  const colors = optionsOf(config.themeVariables).part('treeView');
  return {
    rowIndent: options.length('rowIndent', 10),
    paddingX: options.length('paddingX', 5),
    paddingY: options.length('paddingY', 5),
    lineThickness: options.length('lineThickness', 1),
    fontSize: colors.pixels('labelFontSize', 16),
    colors,
  };
}

/** An entry in its place. */
interface Row {
  readonly entry: TreeViewEntry;
  /** Where in the rows the folder is that it is in. */
  readonly parent: number | undefined;
  readonly icon: string | undefined;
  readonly box: Rect;
  /** From the left edge of the box to the name, px. */
  readonly labelLeft: number;
}

/** The rows from the top down: each entry comes before those in it. */
function rowsOf(root: TreeViewEntry, look: Look, context: DrawContext): readonly Row[] {
  const { rowIndent, paddingX, paddingY, fontSize } = look;
  const height = lineHeight(fontSize) + 2 * paddingY;
  const rows: Row[] = [];
  const visit = (entry: TreeViewEntry, parent: number | undefined, depth: number): void => {
    const icon = iconOf(entry, context);
    const labelLeft = paddingX + (icon === undefined ? 0 : ICON_SIZE + ICON_GAP);
    const font = { fontFamily: context.theme.fontFamily, fontSize, bold: isFolder(entry) };
    const width = labelLeft + context.measure(nameHtml(entry), font).width + paddingX;
    const index = rows.length;
    const box = rect(depth * (rowIndent + paddingX), index * height, width, height);
    rows.push({ entry, parent, icon, box, labelLeft });
    for (const child of entry.children) visit(child, index, depth + 1);
  };
  visit(root, undefined, 0);
  return rows;
}

const isFolder = ({ nodeType }: TreeViewEntry): boolean => nodeType === 'directory';
/** Blanks in a name are as many as it has. */
const nameHtml = ({ name }: TreeViewEntry): string =>
  name
    .trim()
    .split(/( {2,})/)
    .map((part, index) => (index % 2 === 0 ? chartHtml(part) : '&nbsp;'.repeat(part.length)))
    .join('');
const isHighlighted = ({ cssClass = '' }: TreeViewEntry): boolean => cssClass.split(/\s+/).includes('highlight');

function drawTreeView({ root }: TreeViewModel, context: DrawContext): void {
  const { cells, budget } = context;
  const look = lookOf(context);
  const rows = rowsOf(root, look, context);
  budget.spend(rows.length);
  const description = { fontSize: look.fontSize, italic: true };
  const descriptionLeft = largest(rows.map(({ box }) => box.x + box.width)) - look.paddingX + DESCRIPTION_GAP;
  const rowWidths = rows.map(({ entry, box }) =>
    entry.description
      ? descriptionLeft + textWidth(entry.description, description, context) + look.paddingX
      : box.x + box.width,
  );
  const width = drawHighlights(rows, largest(rowWidths), look, context);
  const ids = rows.map(({ entry }) => cells.id(entry.name));
  for (const [index, row] of rows.entries()) {
    const id = ids[index] as string;
    drawRow(id, row, look, context);
    if (!row.entry.description) continue;
    const color = look.colors.color('descriptionColor', '#6a9955');
    const place = { x: descriptionLeft, y: centerY(row.box), anchor: 'start', baseline: 'middle' } as const;
    drawText({ ...description, ...place, text: row.entry.description, color, parent: id }, context);
  }
  for (const [index, row] of rows.entries()) {
    if (row.parent !== undefined) drawLine(row, index, { rows, ids, look }, context);
  }
  const last = rows.at(-1)?.box;
  cells.reserve(rect(-look.lineThickness / 2, 0, width, last ? bottom(last) : 0));
}

/** Behind the rows. Gives the width that is then needed, px. */
function drawHighlights(rows: readonly Row[], rowsWidth: number, { colors }: Look, { cells }: DrawContext): number {
  const fill = drawioColor(colors.text('highlightBg', 'rgba(255, 193, 7, 0.15)')) ?? 'none';
  const { reach, room, inset, radius } = HIGHLIGHT;
  let width = rowsWidth;
  for (const { entry, box } of rows.filter((row) => isHighlighted(row.entry))) {
    const right = width + reach;
    cells.vertex({
      id: cells.id(`${entry.name}-highlight`),
      box: rect(box.x, box.y + inset, right - box.x, box.height - 2 * inset),
      style: {
        rounded: 1,
        absoluteArcSize: 1,
        arcSize: 2 * radius,
        html: 1,
        fillColor: fill.slice(0, 7),
        fillOpacity: fill.length === 9 ? Math.round((100 * Number.parseInt(fill.slice(7), 16)) / 255) : undefined,
        strokeColor: colors.color('highlightStroke', '#ffc107'),
      },
    });
    width = Math.max(width, right + room);
  }
  return width;
}

function drawRow(id: string, { entry, icon, box, labelLeft }: Row, look: Look, context: DrawContext): void {
  const { cells, theme } = context;
  const { fontSize, paddingX, paddingY, colors } = look;
  const style: CellStyle = {
    text: '',
    html: 1,
    strokeColor: 'none',
    fillColor: 'none',
    align: 'left',
    verticalAlign: 'middle',
    spacing: 0,
    spacingLeft: labelLeft,
    spacingBottom: Math.round(2 * TEXT_RISE * fontSize * 10) / 10,
    fontFamily: theme.fontFamily,
    fontSize,
    fontStyle: isFolder(entry) ? 1 : undefined,
    fontColor: colors.color('labelColor', '#000000'),
  };
  cells.vertex({ id, label: nameHtml(entry), box, style });
  if (icon !== undefined) drawIcon(icon, { x: box.x + paddingX, y: box.y + paddingY }, id, context);
}

interface Tree {
  readonly rows: readonly Row[];
  readonly ids: readonly string[];
  readonly look: Look;
}

/** From below the beginning of a folder's name down, and to the right to an entry of it. */
function drawLine({ box, parent = 0 }: Row, index: number, { rows, ids, look }: Tree, { cells }: DrawContext): void {
  const folder = rows[parent]?.box ?? box;
  const x = folder.x + look.paddingX;
  cells.edge({
    id: cells.id(`${ids[parent]}-${ids[index]}`),
    source: ids[parent] as string,
    target: ids[index] as string,
    waypoints: [{ x, y: centerY(box) }],
    style: {
      ...lineStyle(look.colors.color('lineColor', '#000000'), look.lineThickness),
      exitX: Math.round((1e5 * look.paddingX) / folder.width) / 1e5,
      exitY: 1,
      exitDx: 0,
      exitDy: 0,
      entryX: 0,
      entryY: 0.5,
      entryDx: 0,
      entryDy: 0,
    },
  });
}
