/** Places nodes, groups and edges of a directed graph in layers, by dagre: what Mermaid lays its graphs out with. */
import { Graph as DagreGraph, layout as runDagre } from '@dagrejs/dagre';
import { type Budget, createBudget } from '../budget.js';
import { MxsvgError } from '../diagnostics.js';
import { type Point, point, type Rect, rect, union } from '../geometry/plane.js';
import { DEFAULT_LIMITS } from '../limits.js';
import { LOOP_DEPTH, loopRoute, routeOf } from './edgeRoutes.js';
import { layeredNodes, type RankedGraph } from './layoutCost.js';
import { mirrorPlacement, movePlacement, type Placement, roomForTitle } from './placement.js';

export type Direction = 'TB' | 'BT' | 'LR' | 'RL';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface GraphNode extends Size {
  readonly id: string;
  /** The group that it is in. */
  readonly parent?: string;
}

export interface GraphGroup {
  readonly id: string;
  readonly parent?: string;
  /**
   * Of its own content; counts where no edge leads from inside it to the outside. Default: across its surroundings', as
   * Mermaid has it.
   */
  readonly direction?: Direction;
  /** The room that its title takes at the top. */
  readonly title: Size;
  /** Between its border and its content; default 20. */
  readonly padding?: number;
}

export interface GraphEdge {
  readonly id: string;
  /** Nodes or groups. */
  readonly source: string;
  readonly target: string;
  readonly label?: Size;
  /** In ranks; default 1. */
  readonly minLength?: number;
}

export interface GraphRequest {
  /** In the order of the text, which decides between equals. */
  readonly nodes: readonly GraphNode[];
  readonly groups: readonly GraphGroup[];
  readonly edges: readonly GraphEdge[];
  readonly direction: Direction;
  /** Default 50 each, as in Mermaid. */
  readonly nodeSpacing?: number;
  readonly rankSpacing?: number;
}

export interface EdgeRoute {
  /** Between the ends, from source to target: both ends stand where their shape's border is met. */
  readonly waypoints: readonly Point[];
  /** The label's centre. */
  readonly label: Point | undefined;
  /** Where an edge from or to a group meets the group's border. */
  readonly start?: Point;
  readonly end?: Point;
}

export interface GraphPicture {
  readonly nodes: ReadonlyMap<string, Rect>;
  readonly groups: ReadonlyMap<string, Rect>;
  readonly edges: ReadonlyMap<string, EdgeRoute>;
}

const SPACING = 50;
const GROUP_PADDING = 20;
/** Mermaid leaves more room between the ranks of groups that it lays out by themselves. */
const EXTRA_GROUP_RANK_SPACING = 25;

/**
 * Throws MxsvgError 'limit-exceeded' for groups nested deeper than any reader could follow, and for a graph that takes
 * more work than the budget has.
 */
export function layoutGraph(request: GraphRequest, budget = createBudget(DEFAULT_LIMITS)): GraphPicture {
  const { nodes, groups, edges } = new LayeredLayout(request, budget).level(undefined, request.direction, 0);
  // An edge of a group to itself or to what is in it has no place in the layers: it is a loop, or a straight line.
  for (const edge of request.edges) {
    const [source, target] = [edge.source, edge.target].map((end) => nodes.get(end) ?? groups.get(end));
    if (!source || !target || edges.has(edge.id)) continue;
    const direct: EdgeRoute = { waypoints: [], label: undefined };
    edges.set(edge.id, source === target ? loopRoute(direct, edge, source) : direct);
  }
  return { nodes, groups, edges };
}

/** Groups in groups; dagre takes long for many levels. */
const MAX_DEPTH = 40;

/** The group that each node and group is in; none where groups would be inside of each other. */
export function parentsOf(
  members: readonly { readonly id: string; readonly parent?: string }[],
  groups: { has(id: string): boolean },
): ReadonlyMap<string, string | undefined> {
  const parents = new Map<string, string | undefined>();
  for (const { id, parent } of members) {
    let at = parent;
    while (at !== undefined && at !== id) at = parents.get(at);
    parents.set(id, at === id || parent === undefined || !groups.has(parent) ? undefined : parent);
  }
  for (const id of parents.keys()) {
    let depth = 0;
    for (let at = parents.get(id); at !== undefined; at = parents.get(at)) depth++;
    if (depth > MAX_DEPTH) {
      throw new MxsvgError(
        'limit-exceeded',
        `Groups may be nested ${MAX_DEPTH} deep; ${JSON.stringify(id)} is deeper.`,
      );
    }
  }
  return parents;
}

/** dagre keeps nodes as keys of objects, which some names ("__proto__") are not fit for. */
const keyOf = (id: string): string => `n:${id}`;
const idOf = (key: string): string => key.slice('n:'.length);

interface NodeLabel extends Size {
  x?: number;
  y?: number;
}

interface EdgeLabel {
  width: number;
  height: number;
  minlen: number;
  labelpos: 'c';
  x?: number;
  y?: number;
  points?: Point[];
}

/** What is used of dagre's graph, whose own types are open. */
interface Graph {
  setGraph(label: { readonly rankdir: Direction; readonly nodesep: number; readonly ranksep: number }): void;
  setNode(id: string, label: NodeLabel): void;
  setParent(id: string, parent: string): void;
  setEdge(source: string, target: string, label: EdgeLabel, name: string): void;
  hasNode(id: string): boolean;
  nodes(): readonly string[];
  nodeCount(): number;
  children(id: string): readonly string[];
  node(id: string): NodeLabel;
  edge(edge: { readonly v: string; readonly w: string; readonly name: string }): EdgeLabel;
}

const isAcross = (direction: Direction): boolean => direction === 'LR' || direction === 'RL';

/** Lays out level by level: a group that no edge enters is laid out by itself, and is a node in its surroundings. */
class LayeredLayout {
  readonly #request: GraphRequest;
  readonly #groups: ReadonlyMap<string, GraphGroup>;
  readonly #nodes: ReadonlyMap<string, GraphNode>;
  readonly #parents: ReadonlyMap<string, string | undefined>;
  readonly #children: ReadonlyMap<string | undefined, readonly string[]>;
  readonly #separate: ReadonlySet<string>;
  /** The place of each node in the text. */
  readonly #order: ReadonlyMap<string, number>;

  constructor(
    request: GraphRequest,
    readonly budget: Budget,
  ) {
    this.#request = request;
    this.#groups = new Map(request.groups.map((group) => [group.id, group]));
    this.#nodes = new Map(request.nodes.map((node) => [node.id, node]));
    this.#order = new Map(request.nodes.map(({ id }, index) => [id, index]));
    const members = [...request.groups, ...request.nodes];
    this.#parents = parentsOf(members, this.#groups);
    const children = new Map<string | undefined, string[]>();
    for (const [id, parent] of this.#parents) {
      const list = children.get(parent) ?? [];
      list.push(id);
      children.set(parent, list);
    }
    this.#children = children;
    this.#separate = new Set(request.groups.map(({ id }) => id).filter((id) => this.#standsAlone(id)));
  }

  /** Places what is in a group, or in the whole graph. */
  level(group: string | undefined, direction: Direction, depth: number): Placement {
    const graph: Graph = new DagreGraph({ multigraph: true, compound: true });
    const { nodeSpacing = SPACING, rankSpacing = SPACING } = this.#request;
    graph.setGraph({
      rankdir: direction,
      nodesep: nodeSpacing,
      ranksep: rankSpacing + (depth > 0 ? EXTRA_GROUP_RANK_SPACING : 0),
    });
    const inner = new Map<string, Placement>();
    const [clusters, leaves] = this.#membersOf(group);
    // dagre sets those that could stand in any order from the last to the first.
    for (const id of [...clusters].reverse()) graph.setNode(keyOf(id), { width: 0, height: 0 });
    for (const id of [...leaves].reverse()) {
      const own = this.#groups.get(id);
      const placement = own && this.#alone(own, direction, depth);
      if (placement) inner.set(id, placement);
      const { width, height } = placement?.bounds ?? (this.#nodes.get(id) as GraphNode);
      graph.setNode(keyOf(id), { width, height });
    }
    for (const id of [...clusters, ...leaves]) {
      const parent = this.#parents.get(id);
      if (parent !== group && parent !== undefined) graph.setParent(keyOf(id), keyOf(parent));
    }
    const edges = withDirections(this.#edgesOf(graph), leaves);
    for (const { edge, source, target, isBackward } of [...edges].reverse()) {
      const { width, height } = edge.label ?? { width: 0, height: 0 };
      const label: EdgeLabel = { width, height, minlen: edge.minLength ?? 1, labelpos: 'c' };
      const [from, to] = isBackward ? [target, source] : [source, target];
      graph.setEdge(keyOf(from), keyOf(to), source === target ? loopRoom(label, direction) : label, edge.id);
    }
    this.budget.spend(
      LAYERED_NODE_COST * layeredNodes(rankedGraph(leaves, edges, this.#membersOfEach(clusters, leaves))),
    );
    if (graph.nodeCount() > 0) runDagre(graph as DagreGraph);
    return this.#collect(graph, edges, inner, direction);
  }

  /** What stands on a group's level: the groups that are open to it, and what it sees as nodes, in the text's order. */
  #membersOf(group: string | undefined): readonly [clusters: readonly string[], leaves: readonly string[]] {
    const clusters: string[] = [];
    const leaves: string[] = [];
    const visit = (id: string): void => {
      if (!this.#isCluster(id)) {
        leaves.push(id);
        return;
      }
      clusters.push(id);
      for (const child of this.#children.get(id) ?? []) visit(child);
    };
    for (const child of this.#children.get(group) ?? []) visit(child);
    const places = new Map(leaves.map((id) => [id, this.#order.get(id) ?? this.#firstIn(id)]));
    leaves.sort((a, b) => (places.get(a) as number) - (places.get(b) as number));
    return [clusters, leaves];
  }

  /** The leaves in each of a level's open groups, those of groups in it included. */
  #membersOfEach(clusters: readonly string[], leaves: readonly string[]): RankedGraph['groups'] {
    const members = new Map(clusters.map((id): [string, string[]] => [id, []]));
    for (const leaf of leaves) {
      for (let at = this.#parents.get(leaf); at !== undefined; at = this.#parents.get(at)) members.get(at)?.push(leaf);
    }
    return [...members.values()].filter(({ length }) => length > 0);
  }

  /** A group by itself, with its border around it. */
  #alone(group: GraphGroup, around: Direction, depth: number): Placement {
    const { title, padding = GROUP_PADDING, direction = around === 'TB' ? 'LR' : 'TB' } = group;
    const content = this.level(group.id, direction, depth + 1);
    const { bounds } = content;
    const width = Math.max(bounds.width, title.width) + 2 * padding;
    const height = bounds.height + title.height + 2 * padding;
    const frame = rect(0, 0, width, height);
    const dx = (width - bounds.width) / 2 - bounds.x;
    const moved = movePlacement(content, dx, title.height + padding - bounds.y);
    moved.groups.set(group.id, frame);
    return { ...moved, bounds: frame };
  }

  /** A group whose content stands among what is around it. */
  #isCluster(id: string): boolean {
    return this.#groups.has(id) && !this.#separate.has(id);
  }

  /** No edge leads from inside it to the outside. */
  #standsAlone(id: string): boolean {
    return this.#request.edges.every(
      ({ source, target }) =>
        source === id || target === id || this.#isInside(source, id) === this.#isInside(target, id),
    );
  }

  #isInside(id: string, group: string): boolean {
    for (let parent = this.#parents.get(id); parent !== undefined; parent = this.#parents.get(parent)) {
      if (parent === group) return true;
    }
    return false;
  }

  /** The edges of one level: what they join, as nodes of its graph. */
  #edgesOf(graph: Graph): readonly LevelEdge[] {
    return this.#request.edges.flatMap((edge): LevelEdge[] => {
      if (this.#isInside(edge.source, edge.target) || this.#isInside(edge.target, edge.source)) return [];
      if (edge.source === edge.target && this.#isCluster(edge.source)) return [];
      const source = this.#standIn(edge.source, edge.target, graph);
      const target = this.#standIn(edge.target, edge.source, graph);
      if (source === undefined || target === undefined) return [];
      // Inside a group that is laid out by itself.
      if (source === target && edge.source !== edge.target) return [];
      return [{ edge, source, target }];
    });
  }

  /** The node of a level's graph for one end of an edge: itself, the group around it, or a node in the group that it is. */
  #standIn(id: string, other: string, graph: Graph): string | undefined {
    if (!this.#parents.has(id)) return undefined;
    for (let at: string | undefined = id; at !== undefined; at = this.#parents.get(at)) {
      if (!graph.hasNode(keyOf(at))) continue;
      if (!this.#isCluster(at)) return at;
      return at === id ? this.#anchor(at, other) : undefined;
    }
    return undefined;
  }

  /** dagre joins nodes only: an edge of a group is laid out as one of a node in it, not the one that the edge goes to. */
  #anchor(group: string, other: string): string | undefined {
    const leaves = (id: string): readonly string[] =>
      this.#isCluster(id) ? (this.#children.get(id) ?? []).flatMap(leaves) : [id];
    const all = leaves(group);
    const isLinked = (leaf: string): boolean =>
      this.#request.edges.some(
        ({ source, target }) => (source === leaf && target === other) || (source === other && target === leaf),
      );
    return all.find((leaf) => leaf !== other && !isLinked(leaf)) ?? all.find((leaf) => leaf !== other);
  }

  #collect(
    graph: Graph,
    edges: readonly LevelEdge[],
    inner: ReadonlyMap<string, Placement>,
    direction: Direction,
  ): Placement {
    const dagre = dagrePlacement(graph, edges);
    const isCluster = (id: string): boolean => this.#isCluster(id) && !inner.has(id);
    let placed = this.#isMirrored(graph, dagre, direction) ? mirrorPlacement(dagre, isAcross(direction)) : dagre;
    // dagre knows of no titles: a group that has its content among its surroundings gets room for its own.
    for (const id of graph.nodes().map(idOf).filter(isCluster)) {
      const { title } = this.#groups.get(id) as GraphGroup;
      const members = [...placed.nodes].filter(([member]) => this.#isInside(member, id)).map(([, box]) => box);
      placed = roomForTitle(placed, id, members, title, isCluster);
    }
    const groups = new Map([...placed.nodes].filter(([id]) => this.#groups.has(id)));
    const result = {
      nodes: new Map([...placed.nodes].filter(([id]) => !this.#groups.has(id))),
      groups,
      edges: new Map<string, EdgeRoute>(),
    };
    for (const [id, content] of inner) {
      const { x, y } = placed.nodes.get(id) as Rect;
      const moved = movePlacement(content, x, y);
      for (const [key, value] of moved.nodes) result.nodes.set(key, value);
      for (const [key, value] of moved.groups) result.groups.set(key, value);
      for (const [key, value] of moved.edges) result.edges.set(key, value);
    }
    const leaves = [...placed.nodes].filter(([id]) => !isCluster(id));
    for (const { edge, source, target } of edges) {
      const route = placed.edges.get(edge.id) as EdgeRoute;
      const box = placed.nodes.get(source) as Rect;
      if (source === target) {
        result.edges.set(edge.id, loopRoute(route, edge, box));
        continue;
      }
      const others = leaves.filter(([id]) => id !== source && id !== target).map(([, each]) => each);
      const ends = { source: box, target: placed.nodes.get(target) as Rect };
      result.edges.set(edge.id, routeOf(route, edge, result.groups, { ...ends, others, across: isAcross(direction) }));
    }
    return { ...result, bounds: boundsOf(result, this.#request.edges) };
  }

  /** Whether most nodes that stand side by side stand in the other order than they have in the text. */
  #isMirrored(graph: Graph, placed: Placement, direction: Direction): boolean {
    const boxes = graph
      .nodes()
      .filter((key) => graph.children(key).length === 0)
      .map(idOf)
      .map((id) => ({ box: placed.nodes.get(id) as Rect, index: this.#order.get(id) ?? this.#firstIn(id) }));
    const across = isAcross(direction);
    const rankOf = ({ x, y, width, height }: Rect): number => Math.round(across ? x + width / 2 : y + height / 2);
    const ranks = new Map<number, { readonly at: number; readonly index: number }[]>();
    for (const { box, index } of boxes) {
      const rank = rankOf(box);
      const list = ranks.get(rank) ?? [];
      list.push({ at: across ? box.y : box.x, index });
      ranks.set(rank, list);
    }
    let score = 0;
    for (const list of ranks.values()) {
      list.sort((a, b) => a.at - b.at);
      for (const [i, { index }] of list.entries()) score += Math.sign((list[i + 1]?.index ?? index) - index);
    }
    return score < 0;
  }

  /** The place in the text of a group's first node. */
  #firstIn(group: string): number {
    const first = this.#request.nodes.findIndex(({ id }) => this.#isInside(id, group));
    return first < 0 ? this.#order.size : first;
  }
}

/** What dagre takes for each node in a layer, in units of the budget. */
const LAYERED_NODE_COST = 350;

const rankedGraph = (
  nodes: readonly string[],
  edges: readonly LevelEdge[],
  groups: RankedGraph['groups'],
): RankedGraph => ({
  nodes,
  edges: edges.flatMap(({ edge, source, target, isBackward }) =>
    source === target
      ? []
      : [{ from: isBackward ? target : source, to: isBackward ? source : target, length: edge.minLength ?? 1 }],
  ),
  groups,
});

interface LevelEdge {
  readonly edge: GraphEdge;
  readonly source: string;
  readonly target: string;
  /** It closes a ring: it leads back up, and is laid out as one that leads down. */
  readonly isBackward?: boolean;
}

/** Finds the edges that close rings, going through the nodes in the text's order. */
function withDirections(edges: readonly LevelEdge[], nodes: readonly string[]): readonly LevelEdge[] {
  const outgoing = new Map<string, LevelEdge[]>();
  for (const edge of edges) outgoing.set(edge.source, [...(outgoing.get(edge.source) ?? []), edge]);
  const backward = new Set<LevelEdge>();
  const open = new Set<string>();
  const seen = new Set<string>();
  const visit = (id: string): void => {
    seen.add(id);
    open.add(id);
    for (const edge of outgoing.get(id) ?? []) {
      if (edge.target !== id && open.has(edge.target)) backward.add(edge);
      else if (!seen.has(edge.target)) visit(edge.target);
    }
    open.delete(id);
  };
  for (const id of nodes) if (!seen.has(id)) visit(id);
  return edges.map((edge) => ({ ...edge, isBackward: backward.has(edge) }));
}

/** dagre keeps room for a loop's label beside its node: the loop itself needs some too. */
function loopRoom(label: EdgeLabel, direction: Direction): EdgeLabel {
  return isAcross(direction)
    ? { ...label, height: label.height + LOOP_DEPTH }
    : { ...label, width: label.width + LOOP_DEPTH };
}

/** What dagre found: boxes of nodes and groups together, and its own points of edges, with both ends. */
function dagrePlacement(graph: Graph, edges: readonly LevelEdge[]): Placement {
  const nodes = new Map(graph.nodes().map((key) => [idOf(key), boxOf(graph.node(key))]));
  const routes = edges.map(({ edge, source, target, isBackward }): [string, EdgeRoute] => {
    const [from, to] = isBackward ? [target, source] : [source, target];
    const { points: path = [], x, y } = graph.edge({ v: keyOf(from), w: keyOf(to), name: edge.id });
    const points = isBackward ? [...path].reverse() : path;
    const hasPlace = x !== undefined && y !== undefined && (edge.label !== undefined || source === target);
    return [edge.id, { waypoints: points.map((p) => point(p.x, p.y)), label: hasPlace ? point(x, y) : undefined }];
  });
  return { nodes, groups: new Map(), edges: new Map(routes), bounds: rect(0, 0, 0, 0) };
}

/** dagre gives centres. */
const boxOf = ({ x = 0, y = 0, width, height }: NodeLabel): Rect => rect(x - width / 2, y - height / 2, width, height);

function boundsOf({ nodes, groups, edges }: Omit<Placement, 'bounds'>, given: readonly GraphEdge[]): Rect {
  const boxes: Rect[] = [...nodes.values(), ...groups.values()];
  for (const { id, label: size } of given) {
    const route = edges.get(id);
    if (!route) continue;
    boxes.push(...route.waypoints.map(({ x, y }) => rect(x, y, 0, 0)));
    const { label } = route;
    if (label && size) boxes.push(rect(label.x - size.width / 2, label.y - size.height / 2, size.width, size.height));
  }
  return boxes.length === 0 ? rect(0, 0, 0, 0) : boxes.reduce(union);
}
