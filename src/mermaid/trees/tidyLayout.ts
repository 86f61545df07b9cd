/** Mermaid's layout tidy-tree: branches in turn to the left and to the right of the idea, each side packed as a tree. */
import { BoundingBox, Layout, type TidyNode } from 'non-layered-tidy-tree-layout/src/index.js';
import { centerX, centerY, type Point, point, type Rect, rect, right } from '../../geometry/plane.js';
import { largest, smallest } from '../../primitives/lists.js';
import type { Size } from '../graph/graph.js';
import { childrenOf, type Topic } from './topics.js';

/** Mermaid's, px: between topics under each other, between generations, from the idea to the trees, and where lines turn. */
const SPACING = { node: 20, rank: 40, root: 30, turn: 30 };
/** The node that holds a side's branches together is there for the library alone. */
const HOLDER = { width: 1, height: 1 };
/** The idea stands so much lower than the middle of its branches, px. */
const ROOT_SHIFT = 20;

/** The work of a topic, in units of a budget. */
export const TIDY_WORK = 10;

interface Branch extends TidyNode {
  readonly topic: Topic;
  readonly children: readonly Branch[];
}

export function tidyLayout(topics: readonly Topic[], sizes: ReadonlyMap<string, Size>): ReadonlyMap<string, Rect> {
  const [root] = topics as readonly [Topic, ...Topic[]];
  const children = childrenOf(topics);
  // The library's trees grow downwards: theirs is the side's width.
  const branchOf = (topic: Topic): Branch => {
    const { width, height } = sizes.get(topic.id) as Size;
    return { topic, width: height, height: width, children: (children.get(topic.id) ?? []).map(branchOf) };
  };
  const { width, height } = sizes.get(root.id) as Size;
  const boxes = new Map([[root.id, rect(-width / 2, ROOT_SHIFT - height / 2, width, height)]]);
  const branches = children.get(root.id) ?? [];
  for (const [towards, side] of [
    [-1, branches.filter((_, index) => index % 2 === 0)],
    [1, branches.filter((_, index) => index % 2 === 1)],
  ] as const) {
    placeSide(side.map(branchOf), towards, width / 2 + SPACING.root, boxes);
  }
  return boxes;
}

/** Packs branches and writes their boxes, in the middle of which the first generation stands about y = 0. */
function placeSide(branches: readonly Branch[], towards: 1 | -1, from: number, boxes: Map<string, Rect>): void {
  if (branches.length === 0) return;
  new Layout(new BoundingBox(SPACING.node, SPACING.rank)).layout({ ...HOLDER, children: branches });
  // Mermaid takes the place of a topic's top for that of its middle here.
  const tops = branches.map(({ x = 0, width }) => ({ top: x - width / 2, bottom: x + width / 2 }));
  const middle = (smallest(tops.map(({ top }) => top)) + largest(tops.map(({ bottom }) => bottom))) / 2;
  const ahead = [...branches];
  for (let branch = ahead.pop(); branch; branch = ahead.pop()) {
    const { topic, x = 0, y = 0, width: height, height: width } = branch;
    const left = towards > 0 ? from + y : -from - y - width;
    boxes.set(topic.id, rect(left, x - middle, width, height));
    for (const child of branch.children) ahead.push(child);
  }
}

/** Where the line from a topic to one of its branches turns: level with either, beside them. */
export function tidyWaypoints(parent: Rect, child: Rect): readonly [Point, Point] {
  const towards = centerX(child) < centerX(parent) ? -1 : 1;
  const beside = (box: Rect, side: 1 | -1): Point =>
    point((side > 0 ? right(box) : box.x) + side * SPACING.turn, centerY(box));
  return [beside(parent, towards), beside(child, towards > 0 ? -1 : 1)];
}
