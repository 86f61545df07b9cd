/** Places what is in a graph with groups laid out by themselves: level by level, from the inside out. */

import type { Budget } from '../../budget.js';
import { type Point, point, type Rect, rect, union } from '../../geometry/plane.js';
import { append } from '../../primitives/lists.js';
import { boxesOf, loopRoute, routeOf } from './edgeRoutes.js';
import type { EdgeRoute, GraphEdge, GraphGroup } from './graph.js';
import { type LayerEdgeKey, type LayerGraph, type LayerNode, MARGIN, runDagre } from './layeredGraph.js';
import { layeredNodes } from './layoutCost.js';
import { addMoved, type Placement } from './placement.js';

/** Mermaid leaves more room between the ranks of groups that it lays out by themselves. */
const EXTRA_RANK_SPACING = 25;

/** What dagre takes for each node in a layer, in units of the budget. */
const LAYERED_NODE_COST = 500;

/** Places a graph; `own` is the key of the group that it is the content of, which stands around it. */
export function layoutLevel(graph: LayerGraph, budget: Budget, own?: string, group?: GraphGroup): Placement {
  const contents = new Map<string, Placement>();
  for (const key of graph.nodes()) {
    const node = graph.node(key);
    if (!node.inner) continue;
    const { nodesep, ranksep } = graph.graph();
    node.inner.setGraph({ ...node.inner.graph(), nodesep, ranksep: ranksep + EXTRA_RANK_SPACING });
    const content = layoutLevel(node.inner, budget, key, node.group);
    contents.set(key, content);
    [node.width, node.height] = [content.bounds.width, content.bounds.height];
  }
  if (own !== undefined && group) surround(graph, own, group);
  budget.spend(LAYERED_NODE_COST * layeredNodes(graph));
  if (graph.nodes().length > 0) runDagre(graph);
  return collect(graph, contents, group);
}

function surround(graph: LayerGraph, key: string, group: GraphGroup): void {
  const members = graph.nodes();
  graph.setNode(key, { id: group.id, group, width: 0, height: 0 });
  for (const member of members) if (graph.parent(member) === undefined) graph.setParent(member, key);
}

function collect(graph: LayerGraph, contents: ReadonlyMap<string, Placement>, own: GraphGroup | undefined): Placement {
  const placed: Placed = { nodes: new Map(), groups: new Map(), edges: new Map() };
  let overhang = 0;
  for (const key of graph.nodes()) {
    const node = graph.node(key);
    const box = boxOf(node);
    const content = contents.get(key);
    if (content && node.group) settle(content, box, node.group, placed);
    else if (node.group) placed.groups.set(node.id, titled(box, node.group));
    else if (!isLoopNode(key)) placed.nodes.set(node.id, box);
    if (node.group === own && own) overhang = (titled(box, own).width - box.width) / 2;
  }
  const drawn: Rect[] = [];
  for (const [edge, route] of routesOf(graph, placed)) {
    placed.edges.set(edge.id, route);
    append(drawn, boxesOf(edge, route));
  }
  const boxes = [...placed.nodes.values(), ...placed.groups.values(), ...drawn];
  return { ...placed, bounds: boxes.length === 0 ? rect(0, 0, 0, 0) : boxes.reduce(union), overhang };
}

/** dagre gives centres. */
const boxOf = ({ x = 0, y = 0, width, height }: LayerNode): Rect => rect(x - width / 2, y - height / 2, width, height);

const isLoopNode = (key: string): boolean => key.startsWith('loop-');

/** A group is as wide as its title needs; dagre knows of none. */
function titled(box: Rect, { title, padding = MARGIN }: GraphGroup): Rect {
  const width = title.width > 0 ? Math.max(box.width, title.width + padding) : box.width;
  return rect(box.x - (width - box.width) / 2, box.y, width, box.height);
}

/**
 * Puts the content of a group where its surroundings have it. Mermaid takes what was drawn for the group's size, and moves
 * it by the group's padding: where that is not the margin, or something stands out of the group, it is not in the middle.
 */
function settle(content: Placement, place: Rect, { padding = MARGIN }: GraphGroup, placed: Placed): void {
  addMoved(placed, content, place.x + content.overhang - padding, place.y - MARGIN);
}

type Placed = Omit<Placement, 'bounds' | 'overhang'>;
type Routed = readonly [edge: GraphEdge, route: EdgeRoute];

/** Each edge of a graph with its way. */
function routesOf(graph: LayerGraph, placed: Placed): readonly Routed[] {
  const looped = new Map<string, Rect>();
  return graph.edges().flatMap((key): Routed[] => {
    const { edge, loopPart } = graph.edge(key);
    if (loopPart === undefined) return [[edge, wayOf(graph, key, placed)]];
    if (loopPart !== 'middle') return [];
    const route = loopOf(graph, key, placed, looped.get(edge.source));
    const around = boxesOf(edge, route).reduce(union, looped.get(edge.source) ?? boxOfEnd(edge, placed));
    looped.set(edge.source, around);
    return [[edge, route]];
  });
}

const boxOfEnd = ({ source }: GraphEdge, { nodes, groups }: Placed): Rect =>
  nodes.get(source) ?? groups.get(source) ?? rect(0, 0, 0, 0);

function wayOf(graph: LayerGraph, key: LayerEdgeKey, { groups }: Placed): EdgeRoute {
  const { edge, points = [], x, y, fromGroup, toGroup } = graph.edge(key);
  const label = x === undefined || y === undefined ? undefined : point(x, y);
  return routeOf({ points, label }, edge, {
    source: graph.node(key.v),
    target: graph.node(key.w),
    fromGroup: fromGroup === undefined ? undefined : groups.get(fromGroup),
    toGroup: toGroup === undefined ? undefined : groups.get(toGroup),
  });
}

/** `key` is that of the part between the small nodes; `around` is the node with its loops so far. */
function loopOf(graph: LayerGraph, key: LayerEdgeKey, placed: Placed, around: Rect | undefined): EdgeRoute {
  const { edge } = graph.edge(key);
  return loopRoute(edge, boxOfEnd(edge, placed), middleOf([graph.node(key.v), graph.node(key.w)]), around);
}

function middleOf(nodes: readonly LayerNode[]): Point {
  const sum = nodes.reduce((at, { x = 0, y = 0 }) => point(at.x + x, at.y + y), point(0, 0));
  return point(sum.x / nodes.length, sum.y / nodes.length);
}
