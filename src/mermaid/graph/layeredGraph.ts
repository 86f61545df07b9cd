/** The graph that dagre lays out, filled from a request in Mermaid's order: dagre decides between equals by it. */
import { layout } from 'dagre-d3-es/src/dagre/index.js';
import { Graph as DagreGraph } from 'dagre-d3-es/src/graphlib/index.js';
import { MxsvgError } from '../../diagnostics.js';
import type { Point } from '../../geometry/plane.js';
import type { Direction, GraphEdge, GraphGroup, GraphNode, GraphRequest } from './graph.js';

/** What stands in a layer: dagre sets its centre, and a group's size. */
export interface LayerNode {
  readonly id: string;
  width: number;
  height: number;
  x?: number;
  y?: number;
  readonly group?: GraphGroup;
  readonly outline?: GraphNode['outline'];
  /** The graph of a group that is laid out by itself. */
  inner?: LayerGraph;
}

export interface LayerEdge {
  readonly edge: GraphEdge;
  width: number;
  height: number;
  readonly minlen: number;
  readonly labelpos: 'c' | 'r';
  x?: number;
  y?: number;
  points?: Point[];
  /** An edge from a node to itself goes over two small nodes, in three parts: the one with the label is in the middle. */
  readonly loopPart?: 'first' | 'middle' | 'last';
  /** The group that the edge begins or ends at, where it is laid out as an edge of a node in it. */
  fromGroup?: string;
  toGroup?: string;
}

export interface LayerEdgeKey {
  readonly v: string;
  readonly w: string;
  readonly name: string;
}

export interface LayerSettings {
  readonly rankdir: Direction;
  readonly nodesep: number;
  readonly ranksep: number;
  readonly marginx: number;
  readonly marginy: number;
}

/** What is used of dagre's graph, whose own types are open. */
export interface LayerGraph {
  setGraph(settings: LayerSettings): void;
  graph(): LayerSettings;
  setNode(key: string, node: LayerNode): void;
  removeNode(key: string): void;
  setParent(key: string, parent: string): void;
  setEdge(source: string, target: string, edge: LayerEdge, name: string): void;
  removeEdge(source: string, target: string, name: string): void;
  hasNode(key: string): boolean;
  nodes(): readonly string[];
  edges(): readonly LayerEdgeKey[];
  children(key?: string): readonly string[];
  parent(key: string): string | undefined;
  node(key: string): LayerNode;
  edge(key: LayerEdgeKey): LayerEdge;
}

/** Around the content of each graph, px; Mermaid's. */
export const MARGIN = 8;

export function emptyGraph(settings: LayerSettings): LayerGraph {
  const graph = new DagreGraph({ multigraph: true, compound: true }) as LayerGraph;
  graph.setGraph(settings);
  return graph;
}

/**
 * Sets places. Throws MxsvgError 'mermaid-unsupported' for an edge that ends at a group whose parts are laid out with the
 * rest, as a group's that is named again inside of itself: dagre has no place for it, and Mermaid no picture.
 */
export function runDagre(graph: LayerGraph): void {
  const isGroup = (key: string): boolean => graph.children(key).length > 0;
  const lost = graph.edges().flatMap(({ v, w }) => [v, w].filter(isGroup))[0];
  if (lost !== undefined) {
    const name = JSON.stringify(lost.replace(/^n:/, ''));
    const message = `An edge ends at the group ${name} inside of a group that is named in itself: such a graph has no layout.`;
    throw new MxsvgError('mermaid-unsupported', message);
  }
  layout(graph, {});
}

/**
 * dagre keeps nodes as keys of objects. Some names ("__proto__") are not fit for that; whole numbers, which objects put
 * in order before all else, are what they are to Mermaid too.
 */
export const keyOf = (id: string): string => (/^(?:0|[1-9]\d{0,8})$/.test(id) ? id : `n:${id}`);

/** The small nodes of loops, px. */
const LOOP_NODE = 0.1;

/** The whole graph, its groups among the rest. `parents` are those that are there, and in no ring. */
export function layerGraph(
  { nodes, groups, edges, order, direction, nodeSpacing = 50, rankSpacing = 50 }: GraphRequest,
  parents: ReadonlyMap<string, string | undefined>,
): LayerGraph {
  const graph = emptyGraph({
    rankdir: direction,
    nodesep: nodeSpacing,
    ranksep: rankSpacing,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  const members = new Map<string, LayerNode>([
    ...groups.map((group): [string, LayerNode] => [group.id, { id: group.id, group, ...emptySize(group) }]),
    ...nodes.map(({ id, width, height, outline }): [string, LayerNode] => [id, { id, width, height, outline }]),
  ]);
  const add = (key: string, node: LayerNode, parent: string | undefined): void => {
    graph.setNode(key, node);
    if (parent !== undefined) graph.setParent(key, keyOf(parent));
  };
  for (const id of order ?? members.keys()) {
    const member = members.get(id);
    if (member) add(keyOf(id), member, parents.get(id));
  }
  for (const edge of edges) {
    const { id, source, target, label, minLength = 1 } = edge;
    if (!members.has(source) || !members.has(target)) continue;
    const { width, height } = label ?? { width: 0, height: 0 };
    const common = { edge, minlen: minLength, labelpos: edge.keepsBeside ? 'r' : 'c' } as const;
    if (source !== target) {
      graph.setEdge(keyOf(source), keyOf(target), { ...common, width, height }, id);
      continue;
    }
    const keys = [1, 2].map((number) => `loop-${number}:${id}`) as [string, string];
    for (const key of keys) add(key, { id: key, width: LOOP_NODE, height: LOOP_NODE }, parents.get(source));
    const part = (from: string, to: string, loopPart: NonNullable<LayerEdge['loopPart']>): void => {
      const room = loopPart === 'middle' ? { width, height } : { width: 0, height: 0 };
      graph.setEdge(from, to, { ...common, ...room, loopPart }, id);
    };
    part(keyOf(source), keys[0], 'first');
    part(keys[0], keys[1], 'middle');
    part(keys[1], keyOf(source), 'last');
  }
  return graph;
}

/** A group with nothing in it is a box around its title. */
const emptySize = ({ title, padding = MARGIN }: GraphGroup): { readonly width: number; readonly height: number } => ({
  width: title.width + 4 * padding,
  height: title.height + 2 * padding,
});
