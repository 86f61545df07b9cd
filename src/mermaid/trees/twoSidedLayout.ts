/** Branches of a mind map to both sides of the idea in the middle, each stacked beside its topic. */
import { type Rect, rect } from '../../geometry/plane.js';
import type { Size } from '../graph/graph.js';
import { childrenOf, type Topic } from './topics.js';

/** Px. */
const SPACING = { node: 16, rank: 50 };

/** The first branches on the right, until half of all topics are there, the others on the left. */
export function twoSidedLayout(topics: readonly Topic[], sizes: ReadonlyMap<string, Size>): ReadonlyMap<string, Rect> {
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
  return boxes;
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
