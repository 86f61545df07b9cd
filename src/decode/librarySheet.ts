/** The sheet of a library: its items in a grid as near to a screen's proportions as it gets, titles below them. */
import { largest } from '../primitives/lists.js';
import type { XmlElement } from './xml.js';

/** What stands in one place of the grid. */
export interface Item {
  readonly title: string;
  /** The group that the cells say is their parent; their coordinates are counted from its corner. */
  readonly id: string;
  readonly cells: readonly XmlElement[];
  readonly box: { readonly width: number; readonly height: number };
}

const GAP = 30;
const MARGIN = 20;
const TITLE_GAP = 6;
const TITLE_FONT_SIZE = 11;
const TITLE_LINE_HEIGHT = 14;
/** The width of a title's average character, px, generously: fonts aren't known here. */
const TITLE_CHARACTER = 6.2;
const MIN_COLUMN_WIDTH = 90;
/** Width to height of the sheet that is aimed at. */
const SHEET_ASPECT = 4 / 3;
const MAX_COLUMNS = 40;

const ROOT = '0';
const LAYER = '1';

/** The mxGraphModel of the sheet. */
export function itemsSheet(items: readonly Item[]): XmlElement {
  const grid = gridOf(items);
  const cells = items.flatMap((item, index) => placedItem(item, grid, index));
  const root = element('root', {}, [cellElement({ id: ROOT }), cellElement({ id: LAYER, parent: ROOT }), ...cells]);
  const settings = { grid: '0', page: '0', pageScale: '1', math: '0', shadow: '0' };
  const pageWidth = `${grid.width + 2 * MARGIN}`;
  const pageHeight = `${grid.height + 2 * MARGIN}`;
  return element('mxGraphModel', { ...settings, pageWidth, pageHeight }, [root]);
}

interface Column {
  readonly left: number;
  readonly width: number;
}

interface Row {
  readonly top: number;
  /** Of the items alone. */
  readonly height: number;
  readonly titleHeight: number;
}

interface Grid {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly width: number;
  readonly height: number;
}

function gridOf(items: readonly Item[]): Grid {
  const most = Math.max(1, Math.min(items.length, MAX_COLUMNS));
  const grids = Array.from({ length: most }, (_, index) => gridWith(items, index + 1));
  const distance = ({ width, height }: Grid): number => Math.abs(Math.log(width / Math.max(1, height) / SHEET_ASPECT));
  return grids.reduce((best, grid) => (distance(grid) < distance(best) ? grid : best));
}

function gridWith(items: readonly Item[], count: number): Grid {
  const columns: Column[] = [];
  let left = 0;
  for (let index = 0; index < count; index += 1) {
    const own = items.filter((_, at) => at % count === index);
    const width = Math.ceil(own.reduce((widest, { box }) => Math.max(widest, box.width), MIN_COLUMN_WIDTH));
    columns.push({ left, width });
    left += width + GAP;
  }
  const rows: Row[] = [];
  let top = 0;
  for (let first = 0; first < items.length; first += count) {
    const own = items.slice(first, first + count);
    const height = Math.ceil(own.reduce((highest, { box }) => Math.max(highest, box.height), 0));
    const titles = own.map(({ title }, at) => titleHeight(title, (columns[at] as Column).width));
    const row = { top, height, titleHeight: largest(titles) };
    rows.push(row);
    top += row.height + row.titleHeight + GAP;
  }
  return { columns, rows, width: left - GAP, height: Math.max(0, top - GAP) };
}

/** The room below an item for its title, wrapped into the column. */
function titleHeight(title: string, width: number): number {
  if (title === '') return 0;
  const perLine = Math.max(1, Math.floor(width / TITLE_CHARACTER));
  const lines = title.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
  return TITLE_GAP + lines * TITLE_LINE_HEIGHT;
}

/** The item in the middle of its place, and its title below the row. */
function placedItem({ box, title, id, cells }: Item, grid: Grid, index: number): readonly XmlElement[] {
  const column = grid.columns[index % grid.columns.length] as Column;
  const row = grid.rows[Math.floor(index / grid.columns.length)] as Row;
  const left = MARGIN + column.left + Math.round((column.width - box.width) / 2);
  const top = MARGIN + row.top + Math.round((row.height - box.height) / 2);
  const group = cellElement({ id, value: '', style: 'group', vertex: '1', connectable: '0', parent: LAYER }, [
    placeElement(left, top, box.width, box.height),
  ]);
  if (title === '') return [group, ...cells];
  const place = placeElement(
    MARGIN + column.left,
    MARGIN + row.top + row.height + TITLE_GAP,
    column.width,
    row.titleHeight - TITLE_GAP,
  );
  const caption = { id: `${id}-title`, value: title, style: TITLE_STYLE, vertex: '1', parent: LAYER };
  return [group, ...cells, cellElement(caption, [place])];
}

const TITLE_STYLE =
  'text;html=0;strokeColor=none;fillColor=none;align=center;verticalAlign=top;whiteSpace=wrap;spacing=0;' +
  `fontSize=${TITLE_FONT_SIZE};fontColor=#303030;`;

const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly XmlElement[] = [],
): XmlElement => ({ name, attributes: new Map(Object.entries(attributes)), children });

/** An mxCell. */
export const cellElement = (
  attributes: Readonly<Record<string, string>>,
  children: readonly XmlElement[] = [],
): XmlElement => element('mxCell', attributes, children);

/** An mxGeometry. */
export const placeElement = (x: number, y: number, width: number, height: number): XmlElement =>
  element('mxGeometry', { x: `${x}`, y: `${y}`, width: `${width}`, height: `${height}`, as: 'geometry' });
