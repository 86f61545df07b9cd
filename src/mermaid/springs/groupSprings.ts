/**
 * The places of nodes in groups as springs between them put them, where some stand in lines and some beside others: the
 * layout of Mermaid's architecture diagrams.
 */
import type { Budget } from '../../budget.js';
import type { Point } from '../../geometry/plane.js';
import { randomNumbers } from '../../primitives/random.js';
import { Corner, Dimension, SpringLayout, SpringNode, setSprings } from './springLibrary.js';

export interface GroupedNode {
  readonly id: string;
  /** The group around it. */
  readonly in: string | undefined;
}

export interface Spring {
  readonly from: string;
  readonly to: string;
  /** At rest, px. */
  readonly length: number;
  readonly elasticity: number;
}

/** Of two nodes, one stands at least so many px beyond the other, from middle to middle. */
export interface Separation {
  readonly along: 'x' | 'y';
  readonly first: string;
  readonly second: string;
  readonly gap: number;
}

export interface SpringGraph {
  /** Those around others first. */
  readonly groups: readonly GroupedNode[];
  readonly nodes: readonly GroupedNode[];
  readonly springs: readonly Spring[];
  /** Ids of nodes that stand in one row, and of those that stand in one column. */
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly (readonly string[])[];
  readonly separations: readonly Separation[];
}

export interface SpringSizes {
  /** A node's width and height, px. */
  readonly node: number;
  /** Between a group's border and what is in it, px. */
  readonly padding: number;
  /** Rounds of moving all nodes, at most. */
  readonly iterations: number;
  /** The seed of the random numbers. */
  readonly seed: number;
}

/** The work of moving a node once, of two nodes that repel each other, and of a square of the grid, in units of a budget. */
const WORK = { node: 1, pair: 1 / 32, square: 2 };

/** What a group without nodes measures, px, its padding apart. */
export const EMPTY_GROUP = 30;
const REPULSION = 4500;

/**
 * The middle of each node, and of each group without any, px, by its id. `before`: where they are at first.
 * Throws RangeError where what is asked of rows, columns and separations can't be.
 */
export function groupSprings(
  graph: SpringGraph,
  sizes: SpringSizes,
  before: ReadonlyMap<string, Point>,
  budget: Budget,
): ReadonlyMap<string, Point> {
  const { springs, separations } = graph;
  const kept = springs.filter(({ from, to }) => from !== to);
  setSprings({
    isIncremental: true,
    firstEnergy: 0.3,
    tilesAndPrunes: false,
    edgeLength: kept.length === 0 ? 50 : kept.reduce((sum, { length }) => sum + length, 0) / kept.length,
    iterations: sizes.iterations,
  });
  const layout = new WatchedLayout(sizes.seed, budget);
  const manager = layout.newGraphManager();
  const root = manager.addRoot();
  // Its tables are objects, whose own names a text's ids may be.
  const names = new Map([...graph.groups, ...graph.nodes].map(({ id }, index) => [id, `n${index}`]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const parents = new Set([...graph.groups, ...graph.nodes].map((node) => node.in));
  const graphs = new Map([[undefined as string | undefined, root]]);
  const placed = new Map<string, InstanceType<typeof SpringNode>>();
  const add = ({ id, in: group }: GroupedNode, size: number, padding: number): void => {
    const { x, y } = before.get(id) ?? { x: 0, y: 0 };
    const corner = new Corner(x - size / 2, y - size / 2);
    const node = (graphs.get(group) ?? root).add(new SpringNode(manager, corner, new Dimension(size, size)));
    const sides = { paddingLeft: padding, paddingTop: padding, paddingRight: padding, paddingBottom: padding };
    placed.set(id, Object.assign(node, { id: nameOf(id), nodeRepulsion: REPULSION, ...sides }));
  };
  for (const group of graph.groups) {
    const isParent = parents.has(group.id);
    add(group, EMPTY_GROUP + 2 * sizes.padding, Math.trunc(sizes.padding));
    const node = placed.get(group.id);
    if (isParent && node) graphs.set(group.id, manager.add(layout.newGraph(), node));
  }
  for (const node of graph.nodes) add(node, sizes.node, 0);
  for (const { from, to, length, elasticity } of kept) {
    const [source, target] = [placed.get(from), placed.get(to)];
    if (!source || !target || source.getEdgesBetween(target).length > 0) continue;
    Object.assign(manager.add(layout.newEdge(), source, target), { idealLength: length, edgeElasticity: elasticity });
  }
  const lines = (all: readonly (readonly string[])[]) =>
    all.length > 0 ? all.map((line) => line.map(nameOf)) : undefined;
  layout.constraints.alignmentConstraint = { vertical: lines(graph.columns), horizontal: lines(graph.rows) };
  if (separations.length > 0) {
    layout.constraints.relativePlacementConstraint = separations.map(({ along, first, second, gap }) =>
      along === 'x'
        ? { left: nameOf(first), right: nameOf(second), gap }
        : { top: nameOf(first), bottom: nameOf(second), gap },
    );
  }
  layout.runLayout();
  return new Map(
    [...placed].map(([id, node]) => {
      const box = node.getRect();
      return [id, { x: box.getCenterX(), y: box.getCenterY() }];
    }),
  );
}

/** Moves nodes in an order that is random, and the same each time, and counts its work. */
class WatchedLayout extends SpringLayout {
  readonly #random: () => number;
  readonly #budget: Budget;

  constructor(seed: number, budget: Budget) {
    super();
    this.#random = randomNumbers(seed);
    this.#budget = budget;
  }

  override tick(): boolean {
    const nodes = this.getAllNodes();
    const pairs = nodes.reduce((sum, { surrounding = [] }) => sum + surrounding.length, 0);
    this.#budget.spend(WORK.node * nodes.length + WORK.pair * pairs);
    return super.tick();
  }

  /** The squares of the grid, and those that each node lies on or beside. */
  override calcGrid(graph: Parameters<InstanceType<typeof SpringLayout>['calcGrid']>[0]): unknown {
    const across = (length: number): number => Math.ceil(length / this.repulsionRange);
    const squares = across(graph.getRight() - graph.getLeft()) * across(graph.getBottom() - graph.getTop());
    const covered = this.getAllNodes().reduce(
      (sum, node) => sum + (across(node.getWidth()) + 3) * (across(node.getHeight()) + 3),
      0,
    );
    this.#budget.spend(WORK.square * (squares + covered));
    return super.calcGrid(graph);
  }

  /** The library sets its own way of shuffling here. */
  override initConstraintVariables(): void {
    super.initConstraintVariables();
    this.shuffle = (list) => {
      for (let at = list.length - 1; at >= (2 * list.length) / 3; at--) {
        const other = Math.floor(this.#random() * (at + 1));
        [list[at], list[other]] = [list[other] as string, list[at] as string];
      }
      return list;
    };
  }
}
