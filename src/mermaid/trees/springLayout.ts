/** The places of a tree's nodes as springs between them and their repulsion put them: the layout of Mermaid's mind maps. */
import coseBase from 'cose-base';
import type { Point } from '../../geometry/plane.js';
import type { Size } from '../graph/graph.js';

const { CoSEConstants, CoSELayout, CoSENode, layoutBase } = coseBase;
const { DimensionD, FDLayoutConstants, LayoutConstants, PointD, RandomSeed } = layoutBase;

/** What Mermaid lays mind maps out with. */
const SHARED = {
  DEFAULT_REPULSION_STRENGTH: 4500,
  DEFAULT_EDGE_LENGTH: 50,
  DEFAULT_SPRING_STRENGTH: 0.45,
  PER_LEVEL_IDEAL_EDGE_LENGTH_FACTOR: 0.1,
  DEFAULT_GRAVITY_STRENGTH: 0.25,
  MAX_ITERATIONS: 2500,
  DEFAULT_GRAVITY_RANGE_FACTOR: 3.8,
  DEFAULT_COMPOUND_GRAVITY_STRENGTH: 1,
  DEFAULT_COMPOUND_GRAVITY_RANGE_FACTOR: 1.5,
  DEFAULT_COOLING_FACTOR_INCREMENTAL: 0.5,
};
const PLAIN = { NODE_DIMENSIONS_INCLUDE_LABELS: false, DEFAULT_INCREMENTAL: false };

/** The library keeps its settings for all layouts. */
function prepare(): void {
  Object.assign(CoSEConstants, SHARED, PLAIN, {
    ANIMATE: false,
    TILE: true,
    TILING_PADDING_VERTICAL: 10,
    TILING_PADDING_HORIZONTAL: 10,
  });
  Object.assign(FDLayoutConstants, SHARED, PLAIN, { ANIMATE: false });
  // The best quality.
  Object.assign(LayoutConstants, PLAIN, { QUALITY: 2 });
  Object.assign(RandomSeed, { seed: 1, x: 0 });
}

/** The work of a node, in units of a budget. */
export const SPRING_WORK = 1500;

export interface SpringNode {
  readonly id: string;
  readonly size: Size;
  /** The id of a node before it; undefined of the first. */
  readonly parent: string | undefined;
}

/** The middle of each node, px, by its id. */
export function springLayout(nodes: readonly SpringNode[]): ReadonlyMap<string, Point> {
  prepare();
  const layout = new CoSELayout();
  const manager = layout.newGraphManager();
  const root = manager.addRoot();
  const placed = new Map(
    nodes.map(({ id, size }, index) => {
      const corner = new PointD(-size.width / 2, -size.height / 2);
      const node = root.add(new CoSENode(manager, corner, new DimensionD(size.width, size.height)));
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
