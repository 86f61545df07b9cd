/** A diagram that is a graph: laid out, and made into cells. What flowcharts and state diagrams have in common. */
import type { Rect } from '../../geometry/plane.js';
import type { CellLink, CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { declarationsOf, shapeStyle } from '../css.js';
import { labelHtml, plainText } from '../text/labels.js';
import { LINE_HEIGHT, linesOf, wrappedLines } from '../text/measure.js';
import { layoutByElk } from './elkLayout.js';
import { elkSettings } from './elkSettings.js';
import type { Direction, GraphNode, GraphRequest, Size } from './graph.js';
import { type ConnectorCell, GraphCells } from './graphCells.js';
import { layoutGraph, parentsOf } from './graphLayout.js';
import type { ModelNode } from './model.js';

export interface DiagramGroup {
  readonly id: string;
  readonly parent?: string;
  readonly direction?: Direction;
  /** HTML. */
  readonly label: string;
  /** The size of the title. */
  readonly title: Size;
  /** Of a title that isn't shown, for which ELK leaves room all the same. */
  readonly hiddenTitle?: Size;
  /** Beside the title, px; default 8. */
  readonly padding?: number;
  readonly style: CellStyle;
}

export interface DiagramNode {
  readonly id: string;
  readonly parent?: string;
  readonly label: string;
  readonly size: Size;
  readonly style: CellStyle;
  readonly link?: CellLink;
  /** What draw.io knows it by; default its id. */
  readonly identity?: string;
  /** Adds what stands in the node's cell. */
  readonly fill?: (cell: string, box: Rect) => void;
}

export interface DiagramEdge extends ConnectorCell {
  readonly minLength?: number;
  /** The layout keeps room beside it. */
  readonly keepsBeside?: boolean;
  /** What markers take of the line at its ends, px. */
  readonly startMarker?: number;
  readonly endMarker?: number;
}

export interface GraphDiagram {
  readonly direction: Direction;
  /** The ids of groups and nodes as Mermaid lists them. */
  readonly order: readonly string[];
  readonly groups: readonly DiagramGroup[];
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  readonly nodeSpacing?: number;
  readonly rankSpacing?: number;
}

export function drawGraph({ edges, ...given }: GraphDiagram, context: DrawContext): void {
  const { groups, nodes, ...settings } = withParents(given);
  const request: GraphRequest = {
    ...settings,
    nodes: nodes.map(({ id, parent, size, style }) => ({ id, parent, ...size, outline: outlineOf(style) })),
    groups,
    edges: edges.map(({ label, style, ...edge }) => ({
      ...edge,
      label: label?.size,
      isSpline: style.curved === 1,
    })),
  };
  const elk = elkSettings(context);
  if (!elk) reportLayout(context);
  const byElk = elk && layoutByElk(request, elk, context);
  const picture = byElk ?? layoutGraph(request, context.budget);
  const cells = new GraphCells(context, picture);
  for (const { id, parent, label, style } of outermostFirst(groups)) cells.vertex({ id, parent, label, style });
  drawNodes(nodes, cells);
  for (const edge of edges) cells.edge(byElk ? { ...edge, style: angular(edge.style) } : edge);
}

/** Their parents before. */
export function drawNodes(nodes: readonly DiagramNode[], cells: GraphCells): void {
  for (const { id, parent, label, style, link, identity, fill } of nodes) {
    cells.vertex({ id, parent, label, style, link, identity });
    const [cell, box] = [cells.cellId(id), cells.boxOf(id)];
    if (fill && cell !== undefined && box) fill(cell, box);
  }
}

/** ELK's routes have right angles, which Mermaid rounds off by 5 px: draw.io reads twice that. */
const angular = ({ curved: _curved, edgeStyle: _edgeStyle, ...style }: CellStyle): CellStyle => ({
  rounded: 1,
  arcSize: 10,
  ...style,
});

/** Mermaid's own, and what stands for none. */
const DAGRE = new Set<unknown>([undefined, '', 'dagre']);

function reportLayout({ config: { layout }, report }: DrawContext): void {
  if (DAGRE.has(layout)) return;
  const name = JSON.stringify(layout)?.slice(0, 40);
  report({ code: 'mermaid-ignored', message: `There is no layout ${name} here: the diagram is laid out by dagre.` });
}

export function outlineOf(style: CellStyle): GraphNode['outline'] {
  if (style.perimeter === 'ellipsePerimeter') return 'ellipse';
  return style.perimeter === 'rhombusPerimeter' ? 'rhombus' : 'rectangle';
}

/** Parents that are there, and in no ring. */
function withParents<Given extends Pick<GraphDiagram, 'groups' | 'nodes'>>(given: Given): Given {
  const ids = new Set(given.groups.map(({ id }) => id));
  const parents = parentsOf([...given.groups, ...given.nodes], ids);
  const corrected = <Member extends { readonly id: string }>(member: Member): Member => ({
    ...member,
    parent: parents.get(member.id),
  });
  return { ...given, groups: given.groups.map(corrected), nodes: given.nodes.map(corrected) };
}

/** A group comes before those in it. */
export function outermostFirst(groups: readonly DiagramGroup[]): readonly DiagramGroup[] {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const depth = ({ parent }: DiagramGroup): number => {
    const around = parent === undefined ? undefined : byId.get(parent);
    return around ? 1 + depth(around) : 0;
  };
  return groups
    .map((group, index) => ({ group, index, depth: depth(group) }))
    .sort((a, b) => a.depth - b.depth || a.index - b.index)
    .map(({ group }) => group);
}

/** Mermaid's names for directions; "TD" is "TB". */
export function directionOf(text: string | undefined): Direction {
  const name = text?.trim();
  return name === 'BT' || name === 'LR' || name === 'RL' ? name : 'TB';
}

/** draw.io breaks lines at so much more than the room that a cell leaves its label, which stands so far from its sides, px. */
const MORE_ROOM = 2;
const SPACING = 2;

export interface NodeLabel {
  /** HTML. */
  readonly html: string;
  readonly size: Size;
  /** Its lines are broken at the wrapping width. */
  readonly wraps: boolean;
  /** What the text's own CSS says of the node, its text included. */
  readonly own: CellStyle;
}

/** A node's label, set in the font that its CSS or the theme says. */
export function nodeLabel(
  node: ModelNode,
  { theme, measure, icons, report }: DrawContext,
  wrappingWidth: number,
): NodeLabel {
  const text = typeof node.label === 'string' ? node.label : (node.label ?? []).join('\n');
  const html = labelHtml({ text, type: node.labelType }, report, node.id, icons);
  const own = shapeStyle(declarationsOf([...(node.cssCompiledStyles ?? []), ...(node.cssStyles ?? [])]));
  const font = {
    fontFamily: String(own.fontFamily ?? theme.fontFamily),
    fontSize: Number(own.fontSize ?? theme.fontSize),
    bold: (Number(own.fontStyle ?? 0) & 1) !== 0,
    italic: (Number(own.fontStyle ?? 0) & 2) !== 0,
  };
  const natural = measure(html, { ...font, lineHeight: LINE_HEIGHT });
  const wraps = natural.width > wrappingWidth;
  if (!wraps) return { html: linesOf(html, natural.height, font.fontSize), size: natural, wraps, own };
  const broken = wrappedLines(html);
  return { html: broken, size: measure(broken, { ...font, maxWidth: wrappingWidth - MORE_ROOM }), wraps, own };
}

/** A group as a box with its title at the top: a subgraph, a namespace. */
export function titledGroup(node: ModelNode, context: DrawContext, wrappingWidth: number): DiagramGroup {
  const { theme } = context;
  const label = nodeLabel(node, context, wrappingWidth);
  const style: CellStyle = {
    rounded: 0,
    whiteSpace: 'wrap',
    html: 1,
    container: 1,
    collapsible: 0,
    recursiveResize: 0,
    verticalAlign: 'top',
    // Its first line is in the middle of Mermaid's, whose box stands on the border.
    spacingTop: label.size.height > 1.5 * LINE_HEIGHT * theme.fontSize ? -6 : -4,
    fillColor: theme.groupFill,
    strokeColor: theme.groupStroke,
    fontColor: theme.titleColor,
    fontFamily: theme.fontFamily,
    fontSize: theme.fontSize,
    ...label.own,
  };
  const direction = node.dir === undefined ? undefined : directionOf(node.dir);
  return { id: node.id, parent: node.parentId, direction, label: label.html, title: label.size, style };
}

/** draw.io breaks lines at a cell's width: where the shape is wider than its label, at the label's. */
export function wrapAtLabel({ wraps, size }: NodeLabel, width: number, style: CellStyle = {}): CellStyle {
  const [left, right] = [Number(style.spacingLeft ?? 0), Number(style.spacingRight ?? 0)];
  const free = Math.floor((width - left - right - size.width + MORE_ROOM - 2 * SPACING) / 2);
  return !wraps || free <= 0 ? {} : { spacingLeft: left + free, spacingRight: right + free };
}

export function linkOf({ link, linkTarget, tooltip }: ModelNode): CellLink | undefined {
  if (!link && !tooltip) return undefined;
  return {
    href: link || undefined,
    target: link ? linkTarget || undefined : undefined,
    tooltip: tooltip ? plainText(tooltip) : undefined,
  };
}
