/** What laying out a graph in layers will cost, told before it is begun: dagre can't be stopped once it runs. */
import type { LayerGraph } from './layeredGraph.js';

interface RankedEdge {
  readonly from: string;
  readonly to: string;
  /** In ranks. */
  readonly length: number;
}

interface RankedGraph {
  readonly nodes: readonly string[];
  /** Without rings. */
  readonly edges: readonly RankedEdge[];
  /** The nodes in each group that stands among the others: it has a border on both sides of its ranks. */
  readonly groups: readonly (readonly string[])[];
}

/**
 * The nodes that dagre orders and places: those given, one in each rank that an edge passes, and those of groups'
 * borders. It has twice the ranks, so that labels have some of their own.
 */
export function layeredNodes(graph: LayerGraph): number {
  const { nodes, edges, groups } = rankedGraph(graph);
  const ranks = ranksOf(nodes, edges);
  const rankOf = (id: string): number => ranks.get(id) ?? 0;
  const passed = edges.reduce((sum, { from, to }) => sum + rankOf(to) - rankOf(from), 0);
  const borders = groups.reduce((sum, members) => sum + 2 * (spanOf(members.map(rankOf)) + 1), 0);
  return nodes.length + 2 * (passed + borders);
}

const spanOf = (ranks: readonly number[]): number =>
  ranks.reduce((most, rank) => Math.max(most, rank), 0) -
  ranks.reduce((least, rank) => Math.min(least, rank), Infinity);

/** Each node as high as the edges to it let it, then as low as those from it do, where more of them get shorter by that. */
function ranksOf(nodes: readonly string[], edges: readonly RankedEdge[]): ReadonlyMap<string, number> {
  const outgoing = groupedBy(edges, ({ from }) => from);
  const incoming = groupedBy(edges, ({ to }) => to);
  const waiting = new Map(nodes.map((id) => [id, incoming.get(id)?.length ?? 0]));
  const order = nodes.filter((id) => waiting.get(id) === 0);
  const ranks = new Map(nodes.map((id) => [id, 0]));
  // The list grows while it is gone through.
  for (const id of order) {
    for (const { to, length } of outgoing.get(id) ?? []) {
      ranks.set(to, Math.max(ranks.get(to) ?? 0, (ranks.get(id) ?? 0) + length));
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) order.push(to);
    }
  }
  for (const id of order.reverse()) {
    const leaving = outgoing.get(id) ?? [];
    if (leaving.length === 0 || leaving.length < (incoming.get(id)?.length ?? 0)) continue;
    ranks.set(
      id,
      leaving.reduce((least, { to, length }) => Math.min(least, (ranks.get(to) ?? 0) - length), Infinity),
    );
  }
  return ranks;
}

function groupedBy(edges: readonly RankedEdge[], end: (edge: RankedEdge) => string): ReadonlyMap<string, RankedEdge[]> {
  const groups = new Map<string, RankedEdge[]>();
  for (const edge of edges) {
    const list = groups.get(end(edge));
    if (list) list.push(edge);
    else groups.set(end(edge), [edge]);
  }
  return groups;
}

function rankedGraph(graph: LayerGraph): RankedGraph {
  const members = new Map<string, string[]>();
  const nodes = graph.nodes().filter((key) => graph.children(key).length === 0);
  for (const key of nodes) {
    for (let at = graph.parent(key); at !== undefined; at = graph.parent(at)) {
      const list = members.get(at);
      if (list) list.push(key);
      else members.set(at, [key]);
    }
  }
  const edges = graph
    .edges()
    .filter(({ v, w }) => v !== w)
    .map((key): RankedEdge => ({ from: key.v, to: key.w, length: graph.edge(key).minlen }));
  return { nodes, edges: withoutRings(edges, nodes), groups: [...members.values()] };
}

/** Edges that close rings lead back up: dagre turns them round. */
function withoutRings(edges: readonly RankedEdge[], nodes: readonly string[]): readonly RankedEdge[] {
  const outgoing = groupedBy(edges, ({ from }) => from);
  const backward = new Set<RankedEdge>();
  const open = new Set<string>();
  const seen = new Set<string>();
  const visit = (id: string): void => {
    seen.add(id);
    open.add(id);
    for (const edge of outgoing.get(id) ?? []) {
      if (open.has(edge.to)) backward.add(edge);
      else if (!seen.has(edge.to)) visit(edge.to);
    }
    open.delete(id);
  };
  for (const id of nodes) if (!seen.has(id)) visit(id);
  return edges.map((edge) => (backward.has(edge) ? { ...edge, from: edge.to, to: edge.from } : edge));
}
