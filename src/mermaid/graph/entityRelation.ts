/** Entity relationship diagrams: entities as tables, relationships with the marks of their cardinality. */

import { type Rect, rect } from '../../geometry/plane.js';
import { largest } from '../../primitives/lists.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { labelHtml } from '../text/labels.js';
import { LINE_HEIGHT, linesOf } from '../text/measure.js';
import { length } from '../text/readers.js';
import type { MermaidTheme } from '../theme.js';
import { edgeLabel, type Marker, relationStyle } from './edgeStyle.js';
import { type EntityAttribute, type EntityModelNode, readEntities } from './entityModel.js';
import {
  type DiagramEdge,
  type DiagramNode,
  directionOf,
  drawGraph,
  linkOf,
  type NodeLabel,
  nodeLabel,
  titledGroup,
} from './graphDiagram.js';
import type { GraphModel, ModelEdge } from './model.js';

/** Mermaid's defaults, px. */
const NODE_SPACING = 140;
const RANK_SPACING = 80;
const WRAPPING_WIDTH = 200;
const LEAST_WIDTH = 100;

/** Beside the name of an entity without attributes, and above and below it, px. */
const NAME_PADDING = { across: 20, down: 30 };
/** Of a table's cell, both sides together, px. */
const CELL_PADDING = { across: 25, down: 18.75 };
/** Of lines that identify nothing. */
const DASHES = '8 8';
/** Of the names of relationships, px. */
const LABEL_SIZE = 14;

export const entityRelation = defineKind({
  beginning: 'erDiagram',
  names: ['er'],
  grammar: 'src/diagrams/er/erDiagram.ts',
  read: readEntities,
  edgeCount: ({ edges }) => edges.length,
  draw: drawEntities,
  // Mermaid forgets to set it as a title.
  titleSize: 16,
});

function drawEntities(model: GraphModel<EntityModelNode>, context: DrawContext): void {
  const { nodes, edges } = model;
  const setting = (key: string, fallback: number): number => {
    return length(context.config.er?.[key]) ?? fallback;
  };
  drawGraph(
    {
      direction: directionOf(model.direction),
      order: nodes.map(({ id }) => id),
      groups: nodes.filter(({ isGroup }) => isGroup).map((node) => titledGroup(node, context, WRAPPING_WIDTH)),
      nodes: nodes.filter(({ isGroup }) => !isGroup).map((node) => entity(node, context)),
      edges: edges.map((edge) => relationship(edge, context)),
      nodeSpacing: setting('nodeSpacing', NODE_SPACING),
      rankSpacing: setting('rankSpacing', RANK_SPACING),
    },
    context,
  );
}

const fontOf = ({ theme }: DrawContext, fontColor: string): CellStyle => ({
  fontColor,
  fontFamily: theme.fontFamily,
  fontSize: theme.fontSize,
});

/** The entity's name, which Mermaid's ids have between others: "entity-BOOK-3". */
const identityOf = (id: string): string => /^entity-(.+)-\d+$/.exec(id)?.[1] ?? id;

function entity(node: EntityModelNode, context: DrawContext): DiagramNode {
  const { theme } = context;
  const named = node.alias ? { ...node, label: node.alias } : node;
  const label = nodeLabel(named, context, WRAPPING_WIDTH);
  const common = {
    id: node.id,
    identity: identityOf(node.id),
    parent: node.parentId,
    label: label.html,
    link: linkOf(node),
  };
  const paint: CellStyle = {
    fillColor: theme.nodeFill,
    strokeColor: theme.nodeStroke,
    ...fontOf(context, theme.nodeText),
  };
  const attributes = node.attributes ?? [];
  if (attributes.length === 0) {
    const size = {
      width: Math.max(LEAST_WIDTH, label.size.width + 2 * NAME_PADDING.across),
      height: label.size.height + 2 * NAME_PADDING.down,
    };
    return { ...common, size, style: { rounded: 0, whiteSpace: 'wrap', html: 1, ...paint, ...label.own } };
  }
  const table = tableOf(attributes, label, context);
  const style: CellStyle = {
    shape: 'table',
    startSize: table.title,
    container: 1,
    collapsible: 0,
    childLayout: 'tableLayout',
    fixedRows: 1,
    rowLines: 1,
    fontStyle: 0,
    align: 'center',
    resizeLast: 1,
    html: 1,
    whiteSpace: 'wrap',
    ...paint,
    ...label.own,
  };
  return { ...common, size: table.size, style, fill: (cell, box) => fillTable(cell, box, table, label.own, context) };
}

interface Table {
  readonly size: { readonly width: number; readonly height: number };
  /** The height of the title, px. */
  readonly title: number;
  readonly columns: readonly number[];
  readonly rows: readonly { readonly height: number; readonly texts: readonly string[] }[];
}

/** Columns for types and names, and for keys and comments where some attribute has one. */
function tableOf(
  attributes: readonly EntityAttribute[],
  label: NodeLabel,
  { measure, theme, icons, report }: DrawContext,
): Table {
  const hasKeys = attributes.some(({ keys = [] }) => keys.length > 0);
  const hasComments = attributes.some(({ comment }) => comment);
  const texts = attributes.map(({ type, name, keys = [], comment = '' }) =>
    [
      withGenerics(type),
      withGenerics(name),
      ...(hasKeys ? [keys.join(',')] : []),
      ...(hasComments ? [comment] : []),
    ].map((text) => labelHtml({ text, type: 'markdown' }, report, undefined, icons)),
  );
  const font = { fontFamily: theme.fontFamily, fontSize: theme.fontSize, lineHeight: LINE_HEIGHT };
  const sizes = texts.map((row) => row.map((html) => measure(html, font)));
  const natural = (texts[0] ?? []).map((_, column) => {
    const widths = sizes.map((row) => row[column]?.width ?? 0);
    return largest(widths) + CELL_PADDING.across;
  });
  const missing = label.size.width + 2 * CELL_PADDING.across - sumOf(natural);
  const columns = natural.map((width) => width + Math.max(0, missing) / natural.length);
  const rows = texts.map((row, i) => ({
    texts: row,
    height: largest((sizes[i] ?? []).map(({ height }) => height)) + CELL_PADDING.down,
  }));
  const title = label.size.height + CELL_PADDING.down;
  return {
    size: { width: sumOf(columns), height: title + sumOf(rows.map(({ height }) => height)) },
    title,
    columns,
    rows,
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

/** Mermaid writes "List~int~" for what programs write as "List<int>". */
const withGenerics = (text: string): string => text.replace(/~([^~]+)~/g, '&lt;$1&gt;');

const ROW: CellStyle = {
  shape: 'tableRow',
  horizontal: 0,
  startSize: 0,
  swimlaneHead: 0,
  swimlaneBody: 0,
  fillColor: 'none',
  collapsible: 0,
  dropTarget: 0,
  points: '[[0,0.5],[1,0.5]]',
  portConstraint: 'eastwest',
};

const CELL: CellStyle = {
  shape: 'partialRectangle',
  html: 1,
  whiteSpace: 'wrap',
  connectable: 0,
  overflow: 'hidden',
  // Each draws its border: its fill would hide half of the table's.
  top: 1,
  left: 1,
  bottom: 1,
  right: 1,
  pointerEvents: 1,
  align: 'left',
  spacingLeft: CELL_PADDING.across / 2 - 2,
  spacingRight: CELL_PADDING.across / 2 - 4,
};

function fillTable(
  table: string,
  box: Rect,
  { title, columns, rows }: Table,
  own: CellStyle,
  context: DrawContext,
): void {
  const { cells, theme } = context;
  const font = { ...fontOf(context, theme.nodeText), ...(own.fontColor !== undefined && { fontColor: own.fontColor }) };
  // A fill that the text gives is that of the title and of every other row.
  const fills = [theme.color('rowOdd', '#ffffff'), own.fillColor ?? theme.color('rowEven', '#f2f2f2')];
  let y = box.y + title;
  for (const [index, { height, texts }] of rows.entries()) {
    const row = cells.id(`${table}-row-${index + 1}`);
    const stroke = { strokeColor: 'inherit' };
    cells.vertex({ id: row, parent: table, box: rect(box.x, y, box.width, height), style: { ...ROW, ...stroke } });
    let x = box.x;
    for (const [column, width] of columns.entries()) {
      cells.vertex({
        id: cells.id(`${row}-${column + 1}`),
        parent: row,
        box: rect(x, y, width, height),
        label: linesOf(texts[column] ?? '', height - CELL_PADDING.down, theme.fontSize),
        style: { ...CELL, fillColor: fills[index % 2], ...stroke, ...font },
      });
      x += width;
    }
    y += height;
  }
}

/** How draw.io marks how many of an entity take part. */
const CARDINALITIES: Readonly<Record<string, string>> = {
  only_one: 'ERmandOne',
  zero_or_one: 'ERzeroToOne',
  one_or_more: 'ERoneToMany',
  zero_or_more: 'ERzeroToMany',
  md_parent: 'diamond',
};
const MARKER_SIZE = 12;

function relationship(edge: ModelEdge, context: DrawContext): DiagramEdge {
  const markerOf = (type: string): Marker => ({
    name: CARDINALITIES[type] ?? 'none',
    fill: type === 'md_parent' ? 1 : 0,
    size: MARKER_SIZE,
  });
  return {
    id: edge.id,
    source: edge.start,
    target: edge.end,
    style: relationStyle(edge, context.theme, markerOf, DASHES),
    label: edgeLabel(edge, { ...context, theme: labelTheme(context.theme) }, WRAPPING_WIDTH),
  };
}

/** Names of relationships are smaller, on a shade of their own. */
const labelTheme = (theme: MermaidTheme): MermaidTheme => ({
  ...theme,
  fontSize: LABEL_SIZE,
  edgeLabelFill: theme.color('tertiaryColor', theme.edgeLabelFill),
});
