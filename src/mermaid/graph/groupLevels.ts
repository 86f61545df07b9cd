/**
 * Takes a graph with groups apart as Mermaid does: a group that no edge enters or leaves is laid out by itself, and is a
 * node of what is around it; what joins another group joins one of its nodes instead.
 */
import { emptyGraph, type LayerEdgeKey, type LayerGraph, MARGIN } from './layeredGraph.js';

/** Mermaid leaves groups that are deeper in each other among their surroundings. */
const DEEPEST_LEVEL = 10;

/** Moves groups into graphs of their own, each in its node's `inner`. */
export function separateGroups(graph: LayerGraph): void {
  const open = joinNodes(graph, new GroupEnds(graph));
  extract(graph, open, 0);
}

/** Groups, open or closed, and the nodes that stand for them. */
class GroupEnds {
  readonly #graph: LayerGraph;
  readonly #sources = new Map<string, Set<string>>();
  readonly #targets = new Map<string, Set<string>>();
  readonly anchors = new Map<string, string>();
  /** Groups with an edge from inside them to the outside. */
  readonly open: Set<string>;

  constructor(graph: LayerGraph) {
    this.#graph = graph;
    for (const { v, w } of graph.edges()) {
      addTo(this.#targets, v, w);
      addTo(this.#sources, w, v);
    }
    for (const key of graph.nodes()) {
      const anchor = graph.children(key).length > 0 ? this.#firstLeaf(key, key) : undefined;
      if (anchor !== undefined) this.anchors.set(key, anchor);
    }
    this.open = openGroups(graph);
    for (const group of this.anchors.keys()) this.#adjustAnchor(group);
  }

  /** The first node in a group that has no edge in common with another, if there is one. */
  #firstLeaf(key: string, group: string): string | undefined {
    const children = this.#graph.children(key);
    if (children.length === 0) return key;
    let reserve: string | undefined;
    for (const child of children) {
      const leaf = this.#firstLeaf(child, group);
      if (leaf === undefined) continue;
      if (!this.#sharesEdge(leaf, group)) return leaf;
      reserve = leaf;
    }
    return reserve;
  }

  /** Both lead to one node, or the first leads to the group. */
  #sharesEdge(leaf: string, group: string): boolean {
    if (this.#sources.get(group)?.has(leaf)) return true;
    const [own, others] = [this.#targets.get(leaf), this.#targets.get(group)];
    return own !== undefined && others !== undefined && [...others].some((key) => own.has(key));
  }

  /** A node of a group that is laid out by itself can't be joined: the group is, or a node beside it. */
  #adjustAnchor(group: string): void {
    const leaf = this.anchors.get(group) as string;
    const parent = this.#graph.parent(leaf);
    if (parent !== undefined && parent !== group && !this.open.has(parent)) this.anchors.set(group, parent);
    if (!this.open.has(group) || !this.#targets.has(group) || !this.#isInClosed(leaf, group)) return;
    const beside = this.#graph
      .children(group)
      .filter((child) => child !== parent && !ancestors(this.#graph, child).includes(parent as string))
      .map((child) => this.#firstLeaf(child, group))
      .find((candidate) => candidate !== undefined && !this.#isInClosed(candidate, group));
    if (beside !== undefined) this.anchors.set(group, beside);
  }

  #isInClosed(key: string, within: string): boolean {
    const around = ancestors(this.#graph, key);
    const end = around.indexOf(within);
    return around.slice(0, end < 0 ? undefined : end).some((group) => !this.open.has(group));
  }
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}

/** From the innermost. */
function ancestors(graph: LayerGraph, key: string): readonly string[] {
  const found: string[] = [];
  for (let at = graph.parent(key); at !== undefined; at = graph.parent(at)) found.push(at);
  return found;
}

function openGroups(graph: LayerGraph): Set<string> {
  const open = new Set<string>();
  for (const { v, w } of graph.edges()) {
    const [from, to] = [ancestors(graph, v), ancestors(graph, w)];
    for (const group of from) if (!to.includes(group)) open.add(group);
    for (const group of to) if (!from.includes(group)) open.add(group);
  }
  return open;
}

/** Edges of open groups become edges of their nodes, after all others; gives the groups that are open then. */
function joinNodes(graph: LayerGraph, { anchors, open }: GroupEnds): ReadonlySet<string> {
  const endOf = (key: string): string => (open.has(key) ? (anchors.get(key) ?? key) : key);
  for (const key of [...graph.edges()]) {
    if (!anchors.has(key.v) && !anchors.has(key.w)) continue;
    const edge = graph.edge(key);
    const [v, w] = [endOf(key.v), endOf(key.w)];
    graph.removeEdge(key.v, key.w, key.name);
    if (v !== key.v) edge.fromGroup = graph.node(key.v).id;
    if (w !== key.w) edge.toGroup = graph.node(key.w).id;
    for (const [end, before] of [
      [v, key.v],
      [w, key.w],
    ] as const) {
      const parent = end === before ? undefined : graph.parent(end);
      if (parent !== undefined) open.add(parent);
    }
    graph.setEdge(v, w, edge, key.name);
  }
  return open;
}

function extract(graph: LayerGraph, open: ReadonlySet<string>, depth: number): void {
  if (depth > DEEPEST_LEVEL) return;
  const inner: LayerGraph[] = [];
  for (const key of [...graph.nodes()]) {
    if (!graph.hasNode(key) || open.has(key) || graph.children(key).length === 0) continue;
    const node = graph.node(key);
    const around = graph.graph().rankdir;
    node.inner = emptyGraph({
      ...graph.graph(),
      rankdir: node.group?.direction ?? (around === 'TB' ? 'LR' : 'TB'),
      marginx: MARGIN,
      marginy: MARGIN,
    });
    moveContent(graph, node.inner, key);
    inner.push(node.inner);
  }
  for (const each of inner) extract(each, open, depth + 1);
}

/** Takes what is in a group out of a graph, the leaves first, and puts it into another with its edges. */
function moveContent(graph: LayerGraph, inner: LayerGraph, group: string): void {
  const isInside = (key: string): boolean => ancestors(graph, key).includes(group);
  const isOwn = ({ v, w }: LayerEdgeKey): boolean => isInside(v) && isInside(w);
  const edges = graph.edges().filter(isOwn);
  let hasEdges = false;
  const moveOne = (key: string): void => {
    const parent = graph.parent(key);
    inner.setNode(key, graph.node(key));
    if (parent !== undefined && parent !== group) inner.setParent(key, parent);
    // They come with the first node: dagre's order is that in which nodes are first named.
    if (!hasEdges) for (const each of edges) inner.setEdge(each.v, each.w, graph.edge(each), each.name);
    hasEdges = true;
    graph.removeNode(key);
  };
  const moveMembers = (key: string): void => {
    for (const child of [...graph.children(key)]) {
      if (graph.children(child).length === 0) {
        moveOne(child);
        continue;
      }
      moveMembers(child);
      moveOne(child);
    }
  };
  moveMembers(group);
}
