/** Flowcharts: nodes, subgraphs and links. */
import type { CellStyle } from './cells.js';
import type { DrawContext } from './context.js';
import { declarationsOf, shapeStyle, textStyle } from './css.js';
import { edgeStyle } from './edgeStyle.js';
import { nodeShape, rectangleShape } from './flowchartShapes.js';
import { GraphCells, titleAlign } from './graphCells.js';
import { type Direction, layoutGraph, type Size } from './graphLayout.js';
import { labelHtml, plainText } from './labels.js';
import type { FlowchartDb, ModelEdge, ModelNode } from './models.js';

/** Mermaid's defaults, px. */
const PADDING = 15;
const SPACING = 50;
const WRAPPING_WIDTH = 200;

export function drawFlowchart(db: FlowchartDb, context: DrawContext): void {
  const data = db.getData();
  const settings = context.config.flowchart ?? {};
  const number = (key: string, fallback: number): number => {
    const value = settings[key];
    return typeof value === 'number' ? value : fallback;
  };
  const direction = directionOf(db.getDirection());
  const measures = {
    direction,
    padding: number('padding', PADDING),
    wrappingWidth: number('wrappingWidth', WRAPPING_WIDTH),
  };
  const groups = data.nodes.filter(({ isGroup }) => isGroup).map((node) => describeGroup(node, context));
  const nodes = data.nodes.filter(({ isGroup }) => !isGroup).map((node) => describeNode(node, context, measures));
  const edges = data.edges.map((edge) => describeEdge(edge, context, measures.wrappingWidth));
  const picture = layoutGraph({
    direction,
    nodes: nodes.map(({ node: { id, parentId }, size }) => ({ id, parent: parentId, ...size })),
    groups: groups.map(({ node: { id, parentId, dir }, title }) => ({
      id,
      parent: parentId,
      title,
      direction: dir === undefined ? undefined : directionOf(dir),
    })),
    edges: edges.map(({ edge, size }) => ({
      id: edge.id,
      source: edge.start,
      target: edge.end,
      label: size,
      minLength: edge.minlen,
    })),
    nodeSpacing: number('nodeSpacing', SPACING),
    rankSpacing: number('rankSpacing', SPACING),
  });
  const cells = new GraphCells(context, picture);
  for (const { node, label, style, title } of outermostFirst(groups)) {
    const align = titleAlign(picture, node.id, title, data.edges);
    const aligned =
      align === 'center' ? style : { ...style, align, [align === 'left' ? 'spacingLeft' : 'spacingRight']: 6 };
    cells.vertex({ id: node.id, style: aligned, label, parent: node.parentId });
  }
  for (const { node, label, style } of nodes) {
    cells.vertex({ id: node.id, style, label, parent: node.parentId, link: linkOf(node) });
  }
  for (const { edge, style, html, size, labelStyle } of edges) {
    const label = html === '' ? undefined : { html, size: size as Size, style: labelStyle };
    cells.edge({ id: edge.id, source: edge.start, target: edge.end, style, label });
  }
}

export function directionOf(text: string): Direction {
  switch (text.trim()) {
    case 'BT':
    case 'LR':
    case 'RL':
      return text.trim() as Direction;
    default:
      return 'TB';
  }
}

interface DescribedGroup {
  readonly node: ModelNode;
  readonly label: string;
  readonly title: Size;
  readonly style: CellStyle;
}

/** A group comes before those in it. */
function outermostFirst(groups: readonly DescribedGroup[]): readonly DescribedGroup[] {
  const byId = new Map(groups.map((group) => [group.node.id, group]));
  const depth = ({ node }: DescribedGroup): number => {
    const parent = node.parentId === undefined ? undefined : byId.get(node.parentId);
    return parent ? 1 + depth(parent) : 0;
  };
  return groups
    .map((group, index) => ({ group, index, depth: depth(group) }))
    .sort((a, b) => a.depth - b.depth || a.index - b.index)
    .map(({ group }) => group);
}

const textOf = (label: ModelNode['label']): string => (typeof label === 'string' ? label : (label ?? []).join('\n'));

function describeGroup(node: ModelNode, { theme, measure, report }: DrawContext): DescribedGroup {
  const label = labelHtml({ text: textOf(node.label), type: node.labelType }, report, node.id);
  const declared = declarationsOf([...(node.cssCompiledStyles ?? []), ...(node.cssStyles ?? [])]);
  const style: CellStyle = {
    rounded: 0,
    whiteSpace: 'wrap',
    html: 1,
    container: 1,
    collapsible: 0,
    recursiveResize: 0,
    verticalAlign: 'top',
    spacingTop: -3,
    fillColor: theme.groupFill,
    strokeColor: theme.groupStroke,
    fontColor: theme.titleColor,
    fontFamily: theme.fontFamily,
    fontSize: theme.fontSize,
    ...shapeStyle(declared),
  };
  const title = measure(label, { fontFamily: theme.fontFamily, fontSize: theme.fontSize, maxWidth: WRAPPING_WIDTH });
  return { node, label, title, style };
}

interface DescribedNode {
  readonly node: ModelNode;
  readonly label: string;
  readonly size: Size;
  readonly style: CellStyle;
}

interface NodeMeasures {
  readonly direction: Direction;
  readonly padding: number;
  readonly wrappingWidth: number;
}

function describeNode(node: ModelNode, context: DrawContext, measures: NodeMeasures): DescribedNode {
  const { theme, measure, report } = context;
  const { padding, wrappingWidth, direction } = measures;
  const html = labelHtml({ text: textOf(node.label), type: node.labelType }, report, node.id);
  const declared = declarationsOf([...(node.cssCompiledStyles ?? []), ...(node.cssStyles ?? [])]);
  const own = shapeStyle(declared);
  const font = {
    fontFamily: String(own.fontFamily ?? theme.fontFamily),
    fontSize: Number(own.fontSize ?? theme.fontSize),
    bold: (Number(own.fontStyle ?? 0) & 1) !== 0,
    italic: (Number(own.fontStyle ?? 0) & 2) !== 0,
  };
  const natural = measure(html, font);
  const wraps = natural.width > wrappingWidth;
  const label = wraps ? measure(html, { ...font, maxWidth: wrappingWidth }) : natural;
  const request = { label, padding, direction, stroke: theme.nodeStroke };
  const known = nodeShape(node.shape ?? 'rect', request);
  if (!known) {
    report({
      code: 'mermaid-ignored',
      cellId: node.id,
      message: `The shape ${node.shape} is drawn as a rectangle.`,
    });
  }
  const shape = known ?? rectangleShape(request);
  const style: CellStyle = {
    ...shape.style,
    whiteSpace: 'wrap',
    html: 1,
    fillColor: shape.style.fillColor ?? theme.nodeFill,
    strokeColor: shape.style.strokeColor ?? theme.nodeStroke,
    fontColor: theme.nodeText,
    fontFamily: theme.fontFamily,
    fontSize: theme.fontSize,
    ...(wraps && wrapAt(shape.size.width, label.width, shape.style)),
    ...own,
  };
  return { node, label: shape.unlabelled ? '' : html, size: shape.size, style };
}

/** draw.io breaks lines at a cell's width: where the shape is wider than its label, at the label's. */
function wrapAt(width: number, labelWidth: number, style: CellStyle): CellStyle {
  const [left, right] = [Number(style.spacingLeft ?? 0), Number(style.spacingRight ?? 0)];
  const free = Math.floor((width - left - right - labelWidth - 4) / 2);
  return free <= 0 ? {} : { spacingLeft: left + free, spacingRight: right + free };
}

function linkOf({
  link,
  linkTarget,
  tooltip,
}: ModelNode): { href?: string; target?: string; tooltip?: string } | undefined {
  if (!link && !tooltip) return undefined;
  return {
    href: link || undefined,
    target: link ? linkTarget || undefined : undefined,
    tooltip: tooltip ? plainText(tooltip) : undefined,
  };
}

interface DescribedEdge {
  readonly edge: ModelEdge;
  readonly html: string;
  readonly size: Size | undefined;
  readonly style: CellStyle;
  readonly labelStyle: CellStyle;
}

function describeEdge(edge: ModelEdge, context: DrawContext, wrappingWidth: number): DescribedEdge {
  const { theme, measure, report } = context;
  const text = labelHtml({ text: edge.label ?? '', type: edge.labelType }, report, edge.id);
  const own = textStyle(declarationsOf([...(edge.cssCompiledStyles ?? []), ...(edge.labelStyle ?? [])]));
  const font = { fontFamily: theme.fontFamily, fontSize: Number(own.fontSize ?? theme.fontSize) };
  const natural = text === '' ? undefined : measure(text, font);
  const wraps = natural !== undefined && natural.width > wrappingWidth;
  // Labels of edges have no box to break lines in.
  const html = wraps ? `<div style="width:${wrappingWidth}px;white-space:normal">${text}</div>` : text;
  const size = wraps ? measure(html, font) : natural;
  const labelStyle: CellStyle = {
    labelBackgroundColor: theme.edgeLabelFill.slice(0, 7),
    fontColor: theme.edgeLabelText,
    fontFamily: theme.fontFamily,
    fontSize: theme.fontSize,
    ...own,
  };
  return { edge, html, size, style: edgeStyle(edge, theme), labelStyle };
}
