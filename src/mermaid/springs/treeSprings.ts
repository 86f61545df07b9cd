/** The places of a tree's nodes as springs between them and their repulsion put them: the layout of Mermaid's mind maps. */
import type { Point } from '../../geometry/plane.js';
import type { Size } from '../graph/graph.js';
import { Corner, Dimension, SpringLayout, SpringNode, setSprings } from './springLibrary.js';

/** What Mermaid lays mind maps out with. */
const SETTINGS = { isIncremental: false, firstEnergy: 0.5, tilesAndPrunes: true, edgeLength: 50, iterations: 2500 };

/** The work of a node, in units of a budget. */
export const TREE_WORK = 1500;

export interface TreeNode {
  readonly id: string;
  readonly size: Size;
  /** The id of a node before it; undefined of the first. */
  readonly parent: string | undefined;
}

/** The middle of each node, px, by its id. */
export function treeSprings(nodes: readonly TreeNode[]): ReadonlyMap<string, Point> {
  setSprings(SETTINGS);
  const layout = new SpringLayout();
  const manager = layout.newGraphManager();
  const root = manager.addRoot();
  const placed = new Map(
    nodes.map(({ id, size }, index) => {
      const corner = new Corner(-size.width / 2, -size.height / 2);
      const node = root.add(new SpringNode(manager, corner, new Dimension(size.width, size.height)));
      // Its tables are objects, whose own names a text's ids may be.
      Object.assign(node, { id: `n${index}`, paddingLeft: 0, paddingTop: 0, paddingRight: 0, paddingBottom: 0 });
      return [id, node] as const;
    }),
  );
  for (const { id, parent } of nodes) {
    const [source, target] = [parent === undefined ? undefined : placed.get(parent), placed.get(id)];
    if (source && target) manager.add(layout.newEdge(), source, target);
  }
  layout.runLayout();
  return new Map(
    [...placed].map(([id, node]) => {
      const box = node.getRect();
      return [id, { x: box.getCenterX(), y: box.getCenterY() }];
    }),
  );
}
