/** Mind maps: the idea in the middle, its branches around it. */
import { type Point, type Rect, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import { branchColors, type SectionColors } from '../charts/sectionColors.js';
import type { DrawContext } from '../context.js';
import type { Size } from '../graph/graph.js';
import { defineKind } from '../kind.js';
import { TREE_WORK, treeSprings } from '../springs/treeSprings.js';
import { labelHtml } from '../text/labels.js';
import { LINE_HEIGHT, linesOf, wrappedLines } from '../text/measure.js';
import { length } from '../text/readers.js';
import { type MindmapModel, readMindmap } from './mindmapModel.js';
import { TIDY_WORK, tidyLayout, tidyWaypoints } from './tidyLayout.js';
import { hasJaggedOutline, isUnderlined, topicShape } from './topicShapes.js';
import { type Topic, topicsOf } from './topics.js';
import { twoSidedLayout } from './twoSidedLayout.js';

const WRAPPING_WIDTH = 200;
const MARGIN = 10;
/** More topics are not laid out by springs. */
const MOST_TOPICS = 500;
/** Branches have so many colours. */
const BRANCH_COLORS = 11;
/**
 * The lines to the first branches are the thickest, px. Further out they are thinner by a step for each sign that the text
 * of the topic they come from begins further in; Mermaid has such widths for some levels, the others are of one width.
 */
const LINES = { first: 11, step: 3, levels: 10, others: 3 };
const NEO_LINES = { first: 8, step: 2, least: 2 };

export const mindmap = defineKind({
  beginning: 'mindmap',
  names: ['mindmap'],
  grammar: 'src/diagrams/mindmap/mindmap-definition.ts',
  read: readMindmap,
  draw: drawMindmap,
  margins: [0],
  // Mermaid draws none.
  titleSize: 'own',
});

function drawMindmap({ root }: MindmapModel, context: DrawContext): void {
  if (!root) return;
  const { cells, config } = context;
  const topics = topicsOf(root);
  const described = topics.map((topic) => ({ topic, ...describe(topic, context) }));
  const boxes = layOut(topics, new Map(described.map(({ topic, size }) => [topic.id, size])), context);
  const ids = new Map(topics.map(({ id }) => [id, cells.id(id)]));
  // draw.io counts topics in the order of the text.
  const identities = new Map(topics.map(({ id }, index) => [id, `mm${index}`]));
  const isTidy = config.layout === TIDY_TREE;
  const waypointsOf = ({ id }: Topic, parent: string) =>
    tidyWaypoints(boxes.get(parent) as Rect, boxes.get(id) as Rect);
  const jagged = new Set(topics.filter(({ node }) => hasJaggedOutline(node.type)).map(({ id }) => id));
  for (const topic of topics) {
    if (topic.parent === undefined) continue;
    cells.edge({
      id: cells.id(`${topic.parent}-${topic.id}`),
      identity: { from: identities.get(topic.parent) as string, to: identities.get(topic.id) as string },
      source: ids.get(topic.parent) as string,
      target: ids.get(topic.id) as string,
      ...(isTidy ? { waypoints: waypointsOf(topic, topic.parent) } : {}),
      style: {
        ...lineStyle(topic, context),
        ...(isTidy ? { curved: 1 } : {}),
        ...(jagged.has(topic.parent) ? fromMiddle('exit') : {}),
        ...(jagged.has(topic.id) ? fromMiddle('entry') : {}),
      },
    });
  }
  for (const { topic, label, style } of described) {
    const box = boxes.get(topic.id) as Rect;
    const id = ids.get(topic.id) as string;
    cells.vertex({ id, identity: identities.get(topic.id), style, label, box });
    if (isUnderlined(topic.node.type) && topic.branch >= 0) underline(id, box, topic, context);
  }
  const margin = length((config.mindmap as { readonly padding?: unknown } | undefined)?.padding) ?? MARGIN;
  const { bounds } = cells;
  if (!bounds) return;
  const { x, y, width, height } = bounds;
  cells.reserve(rect(x - margin, y - margin, width + 2 * margin, height + 2 * margin));
}

/** A line under the shape: what is seen of it begins at the shape's outline, whatever that is. */
const fromMiddle = (end: 'exit' | 'entry'): CellStyle => ({
  [`${end}X`]: 0.5,
  [`${end}Y`]: 0.5,
  [`${end}Perimeter`]: 0,
});

function underline(id: string, { x, y, width, height }: Rect, { branch }: Topic, { cells, theme }: DrawContext): void {
  const color = theme.color(`cScaleInv${(branch % BRANCH_COLORS) + 1}`, theme.line).slice(0, 7);
  cells.edge({
    id: cells.id(`${id}-line`),
    source: { x, y: y + height },
    target: { x: x + width, y: y + height },
    style: { html: 1, endArrow: 'none', strokeWidth: 3, strokeColor: color },
  });
}

/** The layouts of Mermaid's mind maps: the one that they have of themselves, and one that is asked for. */
const SPRINGS = new Set<unknown>([undefined, '', 'cose-bilkent', 'dagre']);
const TIDY_TREE = 'tidy-tree';

/** As springs put them, or in tidy trees; more than can be laid out so stand on two sides. */
function layOut(
  topics: readonly Topic[],
  sizes: ReadonlyMap<string, Size>,
  { budget, config, report }: DrawContext,
): ReadonlyMap<string, Rect> {
  if (config.layout === TIDY_TREE) {
    budget.spend(TIDY_WORK * topics.length);
    return tidyLayout(topics, sizes);
  }
  if (!SPRINGS.has(config.layout)) {
    const name = JSON.stringify(config.layout)?.slice(0, 40);
    report({ code: 'mermaid-ignored', message: `Mind maps have no layout ${name} here: springs put the topics.` });
  }
  if (topics.length > MOST_TOPICS) {
    const message = `The mind map has more than ${MOST_TOPICS} topics: its branches stand to the right and to the left.`;
    report({ code: 'mermaid-ignored', message });
    return twoSidedLayout(topics, sizes);
  }
  budget.spend(TREE_WORK * topics.length);
  const places = treeSprings(topics.map(({ id, parent }) => ({ id, parent, size: sizes.get(id) as Size })));
  return new Map(
    topics.map(({ id }) => {
      const { width, height } = sizes.get(id) as Size;
      const { x, y } = places.get(id) as Point;
      return [id, rect(x - width / 2, y - height / 2, width, height)];
    }),
  );
}

/** Browsers give widths in parts of a px; springs answer to the smallest. */
const browserWidth = (width: number): number => Math.ceil((width - 0.005) * 64) / 64;

function describe({ node, branch }: Topic, context: DrawContext): { label: string; size: Size; style: CellStyle } {
  const { theme, measure, icons, report } = context;
  if (node.icon) {
    const message = `The icon ${node.icon} is left out, as Mermaid 11 draws none in mind maps.`;
    report({ code: 'mermaid-ignored', cellId: node.nodeId, message });
  }
  const html = labelHtml({ text: node.descr, type: 'markdown' }, report, node.nodeId, icons);
  const { fontFamily, fontSize } = theme;
  const font = { fontFamily, fontSize, lineHeight: LINE_HEIGHT };
  const natural = measure(html, font);
  const wraps = natural.width > WRAPPING_WIDTH;
  // The label's own width, as draw.io would break its lines at the shape's.
  const label = wraps ? wrappedLines(html, WRAPPING_WIDTH) : linesOf(html, natural.height, fontSize);
  const text = wraps ? { width: WRAPPING_WIDTH, height: measure(label, { fontFamily, fontSize }).height } : natural;
  const shape = topicShape(node.type, { width: browserWidth(text.width), height: text.height });
  const colors = colorsOf(branch, context);
  const style: CellStyle = {
    ...shape.style,
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
  if (branch >= 0) return branchColors((branch % BRANCH_COLORS) + 1, theme);
  return {
    fill: theme.color('git0', theme.nodeFill).slice(0, 7),
    text: theme.color('gitBranchLabel0', theme.nodeText).slice(0, 7),
  };
}

function lineWidth(level: number, look: unknown): number {
  if (level >= LINES.levels) return LINES.others;
  if (look === 'neo') return Math.max(NEO_LINES.least, NEO_LINES.first - NEO_LINES.step * level);
  const width = LINES.first - LINES.step * level;
  return width > 0 ? width : LINES.others;
}

function lineStyle({ branch, parentLevel }: Topic, context: DrawContext): CellStyle {
  return {
    html: 1,
    startArrow: 'none',
    endArrow: 'none',
    strokeColor: colorsOf(branch, context).fill,
    strokeWidth: lineWidth(parentLevel, context.config.look),
  };
}
