/** Mind maps: the idea in the middle, its branches to both sides. */

import { type Rect, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import { branchColors, type SectionColors } from '../charts/sectionColors.js';
import type { DrawContext } from '../context.js';
import { nodeShape, rectangleShape } from '../graph/flowchartShapes.js';
import type { GraphPicture, Size } from '../graph/graph.js';
import { GraphCells } from '../graph/graphCells.js';
import { defineKind } from '../kind.js';
import { labelHtml } from '../text/labels.js';
import { type MindmapModel, type MindmapNode, readMindmap } from './mindmapModel.js';

/** Mermaid's shapes by their numbers. */
const SHAPES = ['rounded', 'rounded', 'plainRect', 'circle', 'cloud', 'bang', 'hexagon'] as const;

const WRAPPING_WIDTH = 200;
const PADDING = 10;
const SPACING = { node: 16, rank: 50 };
/** The lines to the first branches are thick, those further out thinner, px. */
const THICKEST = 6;
const THINNEST = 2;

interface Topic {
  readonly id: string;
  readonly node: MindmapNode;
  readonly parent: string | undefined;
  /** The number of its branch; -1 for the idea in the middle. */
  readonly branch: number;
  readonly depth: number;
}

export const mindmap = defineKind({
  beginning: 'mindmap',
  names: ['mindmap'],
  grammar: 'src/diagrams/mindmap/mindmap-definition.ts',
  read: readMindmap,
  draw: drawMindmap,
});

function drawMindmap({ root }: MindmapModel, context: DrawContext): void {
  if (!root) return;
  const topics = topicsOf(root);
  const described = topics.map((topic) => ({ topic, ...describe(topic, context) }));
  const sizes = new Map(described.map(({ topic, size }) => [topic.id, size]));
  const cells = new GraphCells(context, layOut(topics, sizes));
  for (const { topic, label, style } of described) cells.vertex({ id: topic.id, style, label });
  for (const topic of topics) {
    if (topic.parent === undefined) continue;
    cells.edge({
      id: `${topic.parent}-${topic.id}`,
      source: topic.parent,
      target: topic.id,
      style: lineStyle(topic, context),
    });
  }
}

/** All topics, each before those of its branches. */
function topicsOf(root: MindmapNode): readonly Topic[] {
  const topics: Topic[] = [];
  const ids = new Set<string>();
  const visit = (node: MindmapNode, parent: string | undefined, branch: number, depth: number): void => {
    const id = ids.has(node.nodeId) ? `${node.nodeId}-${node.id}` : node.nodeId;
    ids.add(id);
    topics.push({ id, node, parent, branch, depth });
    for (const [index, child] of node.children.entries())
      visit(child, id, parent === undefined ? index : branch, depth + 1);
  };
  visit(root, undefined, -1, 0);
  return topics;
}

/** The first branches on the right, until half of all topics are there, the others on the left. */
function layOut(topics: readonly Topic[], sizes: ReadonlyMap<string, Size>): GraphPicture {
  const [root] = topics as readonly [Topic, ...Topic[]];
  const counts = new Map<number, number>();
  for (const { branch } of topics) counts.set(branch, (counts.get(branch) ?? 0) + 1);
  let seen = 0;
  const onRight = new Set<number>();
  for (const [branch, count] of [...counts].filter(([number]) => number >= 0).sort(([a], [b]) => a - b)) {
    if (seen < (topics.length - 1) / 2) onRight.add(branch);
    seen += count;
  }
  const boxes = new Map<string, Rect>();
  const rootSize = sizes.get(root.id) as Size;
  boxes.set(root.id, rect(-rootSize.width / 2, -rootSize.height / 2, rootSize.width, rootSize.height));
  const children = childrenOf(topics);
  const branches = children.get(root.id) ?? [];
  for (const [towards, chosen] of [
    [1, branches.filter(({ branch }) => onRight.has(branch))],
    [-1, branches.filter(({ branch }) => !onRight.has(branch))],
  ] as const) {
    stack(chosen, towards * (rootSize.width / 2 + SPACING.rank), towards, { sizes, children, boxes });
  }
  const edges = topics
    .slice(1)
    .map(({ id, parent }) => [`${parent}-${id}`, { waypoints: [], label: undefined }] as const);
  return { nodes: boxes, groups: new Map(), edges: new Map(edges) };
}

function childrenOf(topics: readonly Topic[]): ReadonlyMap<string, readonly Topic[]> {
  const children = new Map<string, Topic[]>();
  for (const topic of topics) {
    if (topic.parent === undefined) continue;
    const list = children.get(topic.parent) ?? [];
    list.push(topic);
    children.set(topic.parent, list);
  }
  return children;
}

interface Stacking {
  readonly sizes: ReadonlyMap<string, Size>;
  readonly children: ReadonlyMap<string, readonly Topic[]>;
  readonly boxes: Map<string, Rect>;
}

/** Puts topics under each other, each in the middle of its own branches, about y = `middle`; `edge` is where they begin. */
function stack(topics: readonly Topic[], edge: number, towards: 1 | -1, stacking: Stacking, middle = 0): void {
  const { sizes, children, boxes } = stacking;
  const heights = topics.map((topic) => heightOf(topic, stacking));
  let top = middle - (sum(heights) + SPACING.node * Math.max(0, topics.length - 1)) / 2;
  for (const [index, topic] of topics.entries()) {
    const { width, height } = sizes.get(topic.id) as Size;
    const own = heights[index] as number;
    const y = top + own / 2;
    boxes.set(topic.id, rect(towards > 0 ? edge : edge - width, y - height / 2, width, height));
    stack(children.get(topic.id) ?? [], edge + towards * (width + SPACING.rank), towards, stacking, y);
    top += own + SPACING.node;
  }
}

/** Of a topic with all of its branches. */
function heightOf(topic: Topic, stacking: Stacking): number {
  const branches = stacking.children.get(topic.id) ?? [];
  const inside =
    sum(branches.map((branch) => heightOf(branch, stacking))) + SPACING.node * Math.max(0, branches.length - 1);
  return Math.max((stacking.sizes.get(topic.id) as Size).height, inside);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function describe({ node, branch }: Topic, context: DrawContext): { label: string; size: Size; style: CellStyle } {
  const { theme, measure, report } = context;
  if (node.icon) {
    const message = `The icon ${node.icon} is left out: it needs a font that is not at hand.`;
    report({ code: 'mermaid-ignored', cellId: node.nodeId, message });
  }
  const label = labelHtml({ text: node.descr, type: 'markdown' }, report, node.nodeId);
  const { fontFamily, fontSize } = theme;
  const natural = measure(label, { fontFamily, fontSize });
  const size =
    natural.width > WRAPPING_WIDTH ? measure(label, { fontFamily, fontSize, maxWidth: WRAPPING_WIDTH }) : natural;
  const request = { label: size, padding: PADDING, direction: 'LR' as const, stroke: theme.nodeStroke };
  const shape = nodeShape(SHAPES[node.type] ?? 'rounded', request) ?? rectangleShape(request);
  const colors = colorsOf(branch, context);
  const style: CellStyle = {
    ...shape.style,
    whiteSpace: 'wrap',
    html: 1,
    fillColor: colors.fill,
    strokeColor: 'none',
    fontColor: colors.text,
    fontFamily,
    fontSize,
  };
  return { label, size: shape.size, style };
}

/** Mermaid keeps the first colour of sections for the idea itself, which has one of its own. */
function colorsOf(branch: number, { theme }: DrawContext): SectionColors {
  if (branch >= 0) return branchColors(branch + 1, theme);
  return {
    fill: theme.color('git0', theme.nodeFill).slice(0, 7),
    text: theme.color('gitBranchLabel0', theme.nodeText).slice(0, 7),
  };
}

/** As draw.io's own mind maps have them. */
const lineStyle = ({ branch, depth }: Topic, context: DrawContext): CellStyle => ({
  edgeStyle: 'entityRelationEdgeStyle',
  curved: 1,
  segment: 10,
  html: 1,
  startArrow: 'none',
  endArrow: 'none',
  strokeColor: colorsOf(branch, context).fill,
  strokeWidth: Math.max(THINNEST, THICKEST - 2 * (depth - 1)),
});
