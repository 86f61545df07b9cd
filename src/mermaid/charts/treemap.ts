/** Treemaps: boxes in boxes, as large as their values. */
import { type HierarchyRectangularNode, hierarchy, treemap as layOut } from 'd3-hierarchy';
import { type Rect, rect, union } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { declarationsOf, shapeStyle } from '../css.js';
import { defineKind } from '../kind.js';
import { drawArea } from './chartFrame.js';
import { optionsOf } from './chartOptions.js';
import { drawText, lineHeight, textWidth } from './chartText.js';
import { readTreemap, type TreemapModel, type TreemapNode } from './treemapModel.js';
import { cutText, leafTexts, valueFormat } from './treemapText.js';

export const treemap = defineKind({
  beginning: 'treemap (or treemap-beta)',
  names: ['treemap'],
  grammar: 'src/diagrams/treemap/diagram.ts',
  read: readTreemap,
  draw: drawTreemap,
  margins: [0],
  titleSize: 'own',
});

type Box = HierarchyRectangularNode<TreemapNode>;

/** Px. */
const HEADER = 25;
const PADDING = 10;
const TITLE_ROOM = 30;
/** The settings for the width and height of a node are of a tenth of the picture. */
const NODES = 10;
const SECTION_FONT = { fontSize: 12, bold: true };
const VALUE_FONT = { fontSize: 10, italic: true };
/** From a section's left edge to its name, and from its value to its right edge, px. */
const NAME_LEFT = 6;
const VALUE_RIGHT = 10;
/** What a section's value and the gap before it are taken for, px. */
const VALUE_ROOM = 40;
const LEAST_NAME_ROOM = 15;

/** How the nodes are coloured: names that are the same have one colour. */
interface Palette {
  fill(name: string): string;
  stroke(name: string): string;
  text(name: string): string;
}

/** What all boxes are drawn with. */
interface Treemap {
  readonly top: number;
  readonly leaves: number;
  readonly palette: Palette;
  /** '' for a value that isn't shown. */
  readonly valueOf: (node: Box) => string;
  readonly ids: Map<Box, string>;
}

function drawTreemap(model: TreemapModel, context: DrawContext): void {
  const root = layoutOf(model, context);
  const options = optionsOf(context.config.treemap);
  const boxes = root.descendants().slice(1);
  if (boxes.length === 0) return;
  context.budget.spend(boxes.length);
  const top = model.title === '' ? 0 : TITLE_ROOM;
  drawRoom(model.title, boxes, top, context);
  const written = valueFormat(options.text('valueFormat', ',') || ',');
  const shows = options.flag('showValues', true);
  const leaves = root.leaves();
  const map: Treemap = {
    top,
    leaves: leaves.length,
    palette: paletteOf(context),
    valueOf: ({ value }) => (shows && value ? written(value) : ''),
    ids: new Map(),
  };
  // The colours go by this order: sections level by level, then leaves branch by branch.
  map.palette.fill('');
  map.palette.stroke('');
  for (const box of boxes) if (box.children) drawSection(box, map, context);
  for (const box of leaves) drawLeaf(box, map, context);
}

/** By d3-hierarchy, as Mermaid lays them out. */
function layoutOf({ sections }: TreemapModel, { config }: DrawContext): Box {
  const options = optionsOf(config.treemap);
  const root: TreemapNode = { name: '', value: 0, styles: [], children: sections };
  const tree = hierarchy<TreemapNode>(root, ({ children }) => children)
    .sum(({ value }) => value)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const beside = ({ children }: { readonly children?: unknown }): number => (children ? PADDING : 0);
  const size = (name: string, fallback: number): number => NODES * options.length(name, 0) || fallback;
  return layOut<TreemapNode>()
    .size([size('nodeWidth', 960), size('nodeHeight', 500)])
    .paddingTop(({ children }) => (children ? HEADER + PADDING : 0))
    .paddingInner(options.length('padding', PADDING))
    .paddingLeft(beside)
    .paddingRight(beside)
    .paddingBottom(beside)
    .round(true)(tree);
}

const rectOf = ({ x0, x1, y0, y1 }: Box, top: number): Rect =>
  rect(x0, y0 + top, Math.max(0, x1 - x0), Math.max(0, y1 - y0));

/** The title, and the picture's edge around it and all boxes. */
function drawRoom(title: string, boxes: readonly Box[], top: number, context: DrawContext): void {
  const options = optionsOf(context.config.treemap);
  const variables = optionsOf(context.config.themeVariables);
  const look = variables.part('treemap');
  const padding = options.length('diagramPadding', 8);
  const fontSize = look.pixels('titleFontSize', 14);
  const middle = (NODES * options.length('nodeWidth', 0) || 960) / 2;
  const width = title === '' ? 0 : textWidth(title, { fontSize }, context);
  const height = lineHeight(fontSize);
  const own = title === '' ? [] : [rect(middle - width / 2, (TITLE_ROOM - height) / 2, width, height)];
  const { x, y, width: w, height: h } = [...own, ...boxes.map((box) => rectOf(box, top))].reduce(union);
  drawArea(rect(x - padding, y - padding, w + 2 * padding, h + 2 * padding), context);
  const color = look.color('titleColor', variables.color('titleColor', '#333333'));
  drawText({ text: title, x: middle, y: TITLE_ROOM / 2, baseline: 'middle', fontSize, color }, context);
}

function drawSection(box: Box, map: Treemap, context: DrawContext): void {
  const { cells } = context;
  const { name, styles } = box.data;
  const at = rectOf(box, map.top);
  const own = shapeStyle(declarationsOf(styles));
  const id = cells.id(name);
  map.ids.set(box, id);
  const value = map.valueOf(box);
  const room = value === '' ? at.width - 2 * NAME_LEFT : at.width - VALUE_RIGHT - VALUE_ROOM - NAME_LEFT;
  const shown = cutText(name, Math.max(LEAST_NAME_ROOM, room), SECTION_FONT, context);
  const style: CellStyle = {
    rounded: 0,
    html: 1,
    container: 1,
    collapsible: 0,
    fillColor: map.palette.fill(name),
    fillOpacity: 60,
    strokeColor: map.palette.stroke(name),
    strokeWidth: 2,
    strokeOpacity: 40,
    ...withoutText(own),
  };
  const parent = box.parent ? map.ids.get(box.parent) : undefined;
  const link = shown === name ? undefined : { tooltip: name };
  cells.vertex({ id, identity: `section:${name}`, parent, box: at, style, link });
  const color = String(own.fontColor ?? map.palette.text(name));
  const text = { y: at.y + HEADER / 2, baseline: 'middle', color, parent: id } as const;
  drawText({ ...text, ...SECTION_FONT, text: shown, x: at.x + NAME_LEFT, anchor: 'start' }, context);
  drawText({ ...text, ...VALUE_FONT, text: value, x: at.x + at.width - VALUE_RIGHT, anchor: 'end' }, context);
}

function drawLeaf(box: Box, map: Treemap, context: DrawContext): void {
  const { cells, report } = context;
  const { name, styles } = box.data;
  const at = rectOf(box, map.top);
  const color = map.palette.text(name);
  if (at.width === 0 || at.height === 0) {
    report({ code: 'mermaid-ignored', message: `"${name}" is not drawn: its value leaves it no room.` });
    return;
  }
  const own = shapeStyle(declarationsOf(styles));
  const fill = map.palette.fill(box.parent?.data.name ?? name);
  const style: CellStyle = {
    rounded: 0,
    html: 1,
    fillColor: fill,
    fillOpacity: 30,
    strokeColor: fill,
    strokeWidth: 3,
    ...withoutText(own),
  };
  const fontSize = typeof own.fontSize === 'number' ? Math.max(1, own.fontSize) : undefined;
  const value = map.valueOf(box);
  const texts = leafTexts({ label: name, value, fontSize }, at, map.leaves, context);
  const id = cells.id(name);
  const parent = box.parent ? map.ids.get(box.parent) : undefined;
  const link = texts ? undefined : { tooltip: name };
  cells.vertex({ id, identity: `leaf:${name}`, parent, box: at, style, link });
  if (!texts) return;
  const text = { x: at.x + at.width / 2, color: String(own.fontColor ?? color), parent: id };
  const middle = at.y + at.height / 2;
  drawText({ ...text, text: name, y: middle, baseline: 'middle', fontSize: texts.label }, context);
  if (texts.value === undefined) return;
  drawText({ ...text, text: value, y: middle + texts.valueTop, baseline: 'hanging', fontSize: texts.value }, context);
}

/** What a class says of texts counts for the texts. */
const withoutText = ({ fontColor, fontSize, fontFamily, fontStyle, align, ...shape }: CellStyle): CellStyle => shape;

/** Themes have so many colours. */
const COLORS = 12;

/** A colour for each name, in the order in which they are asked for. The first of all is the root's: it has none. */
function paletteOf({ theme }: DrawContext): Palette {
  const colors = (name: string): readonly string[] =>
    Array.from({ length: COLORS }, (_, index) => theme.color(`${name}${index}`, theme.nodeFill).slice(0, 7));
  return {
    fill: ordinal(['none', ...colors('cScale')]),
    stroke: ordinal(['none', ...colors('cScalePeer')]),
    text: ordinal(colors('cScaleLabel')),
  };
}

function ordinal(range: readonly string[]): (name: string) => string {
  const indexes = new Map<string, number>();
  return (name) => {
    const index = indexes.get(name) ?? indexes.size;
    indexes.set(name, index);
    return range[index % range.length] as string;
  };
}
