/** Places nodes, groups and edges of a directed graph in layers, by dagre: what Mermaid lays its graphs out with. */
import { Graph, layout as runDagre } from '@dagrejs/dagre';
import { center, type Point, point, type Rect, rect, union } from '../geometry/plane.js';

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
  /** Of its own content; counts where no edge leads from inside it to the outside. Default: its surroundings'. */
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

/** One layout's result, in a frame of its own. */
interface Placement {
  readonly nodes: Map<string, Rect>;
  readonly groups: Map<string, Rect>;
  readonly edges: Map<string, EdgeRoute>;
  readonly bounds: Rect;
}

export function layoutGraph(request: GraphRequest): GraphPicture {
  const { nodes, groups, edges } = new LayeredLayout(request).level(undefined, request.direction, 0);
  return { nodes, groups, edges };
}

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

/** Lays out level by level: a group that no edge enters is laid out by itself, and is a node in its surroundings. */
class LayeredLayout {
  readonly #request: GraphRequest;
  readonly #groups: ReadonlyMap<string, GraphGroup>;
  readonly #parents: ReadonlyMap<string, string | undefined>;
  readonly #children: ReadonlyMap<string | undefined, readonly string[]>;
  readonly #separate: ReadonlySet<string>;

  constructor(request: GraphRequest) {
    this.#request = request;
    this.#groups = new Map(request.groups.map((group) => [group.id, group]));
    const members = [...request.groups, ...request.nodes];
    this.#parents = new Map(
      members.map(({ id, parent }) => [id, parent !== undefined && this.#groups.has(parent) ? parent : undefined]),
    );
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
    const graph = new Graph({ multigraph: true, compound: true });
    const { nodeSpacing = SPACING, rankSpacing = SPACING } = this.#request;
    graph.setGraph({
      rankdir: direction,
      nodesep: nodeSpacing,
      ranksep: rankSpacing + (depth > 0 ? EXTRA_GROUP_RANK_SPACING : 0),
    });
    graph.setDefaultEdgeLabel(() => ({}));
    const inner = new Map<string, Placement>();
    const sizes = new Map(this.#request.nodes.map((node) => [node.id, node]));
    const add = (id: string, parent: string | undefined): void => {
      const own = this.#groups.get(id);
      if (own && this.#isCluster(id)) {
        graph.setNode(id, { width: 0, height: 0 });
        for (const child of this.#children.get(id) ?? []) add(child, id);
      } else {
        const placement = own && this.#alone(own, direction, depth);
        if (placement) inner.set(id, placement);
        const { width, height } = placement?.bounds ?? (sizes.get(id) as Size);
        graph.setNode(id, { width, height });
      }
      if (parent !== undefined) graph.setParent(id, parent);
    };
    for (const child of this.#children.get(group) ?? []) add(child, undefined);
    const edges = this.#edgesOf(graph);
    for (const { edge, source, target } of edges) {
      const { width, height } = edge.label ?? { width: 0, height: 0 };
      const label: EdgeLabel = { width, height, minlen: edge.minLength ?? 1, labelpos: 'c' };
      graph.setEdge(source, target, label, edge.id);
    }
    if (graph.nodeCount() > 0) runDagre(graph);
    return this.#collect(graph, edges, inner);
  }

  /** A group by itself, with its border around it. */
  #alone(group: GraphGroup, direction: Direction, depth: number): Placement {
    const { title, padding = GROUP_PADDING } = group;
    const content = this.level(group.id, group.direction ?? direction, depth + 1);
    const { bounds } = content;
    const width = Math.max(bounds.width + 2 * padding, title.width + 2 * padding);
    const height = bounds.height + title.height + 2 * padding;
    const frame = rect(0, 0, width, height);
    const moved = movePlacement(
      content,
      (width - bounds.width) / 2 - bounds.x,
      title.height + padding - bounds.y,
      frame,
    );
    moved.groups.set(group.id, frame);
    return moved;
  }

  /** A group whose content stands among what is around it. */
  #isCluster(id: string): boolean {
    return this.#groups.has(id) && !this.#separate.has(id);
  }

  /** No edge leads from inside it to the outside. */
  #standsAlone(id: string): boolean {
    return !this.#request.edges.some(({ source, target }) => {
      const [from, to] = [this.#isInside(source, id), this.#isInside(target, id)];
      return from !== to;
    });
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
      const [source, target] = [
        this.#standIn(edge.source, edge.target, graph),
        this.#standIn(edge.target, edge.source, graph),
      ];
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
      if (graph.hasNode(at)) return this.#isCluster(at) ? (at === id ? this.#anchor(at, other) : undefined) : at;
    }
    return undefined;
  }

  /** dagre joins nodes only: an edge of a group is laid out as one of a node in it, not the one that the edge goes to. */
  #anchor(group: string, other: string): string | undefined {
    const leaves = (id: string): readonly string[] =>
      this.#isCluster(id) ? (this.#children.get(id) ?? []).flatMap(leaves) : [id];
    const all = leaves(group);
    const linked = (leaf: string): boolean =>
      this.#request.edges.some(
        ({ source, target }) => (source === leaf && target === other) || (source === other && target === leaf),
      );
    return all.find((leaf) => leaf !== other && !linked(leaf)) ?? all.find((leaf) => leaf !== other);
  }

  #collect(graph: Graph, edges: readonly LevelEdge[], inner: ReadonlyMap<string, Placement>): Placement {
    const placement = {
      nodes: new Map<string, Rect>(),
      groups: new Map<string, Rect>(),
      edges: new Map<string, EdgeRoute>(),
    };
    for (const id of graph.nodes()) {
      const box = boxOf(graph.node(id) as NodeLabel);
      const content = inner.get(id);
      if (content) {
        const moved = movePlacement(content, box.x, box.y, box);
        for (const [key, value] of moved.nodes) placement.nodes.set(key, value);
        for (const [key, value] of moved.groups) placement.groups.set(key, value);
        for (const [key, value] of moved.edges) placement.edges.set(key, value);
      } else (this.#groups.has(id) ? placement.groups : placement.nodes).set(id, box);
    }
    const framed = this.#roomForTitles(placement.nodes, placement.groups);
    for (const [id, box] of framed) placement.groups.set(id, box);
    for (const { edge, source, target } of edges) {
      const label = graph.edge({ v: source, w: target, name: edge.id }) as EdgeLabel;
      placement.edges.set(edge.id, routeOf(edge, label, placement.groups));
    }
    const boxes = [
      ...placement.nodes.values(),
      ...placement.groups.values(),
      ...[...placement.edges].flatMap(([id, route]) => routeBoxes(route, edges, id)),
    ];
    return { ...placement, bounds: boxes.length === 0 ? rect(0, 0, 0, 0) : boxes.reduce(union) };
  }

  /** dagre knows of no titles: a group that has its content among its surroundings gets room for one above it. */
  #roomForTitles(
    _nodes: ReadonlyMap<string, Rect>,
    groups: ReadonlyMap<string, Rect>,
  ): readonly (readonly [string, Rect])[] {
    return [...groups]
      .filter(([id]) => this.#isCluster(id))
      .map(([id, box]) => {
        const { title } = this.#groups.get(id) as GraphGroup;
        const width = Math.max(box.width, title.width + 2 * 8);
        return [id, rect(box.x - (width - box.width) / 2, box.y, width, box.height)] as const;
      });
  }
}

interface LevelEdge {
  readonly edge: GraphEdge;
  readonly source: string;
  readonly target: string;
}

/** dagre gives centres. */
const boxOf = ({ x = 0, y = 0, width, height }: NodeLabel): Rect => rect(x - width / 2, y - height / 2, width, height);

function movePlacement(content: Placement, dx: number, dy: number, bounds: Rect): Placement {
  const movedPoint = (p: Point): Point => point(p.x + dx, p.y + dy);
  const movedBox = (box: Rect): Rect => ({ ...box, x: box.x + dx, y: box.y + dy });
  const movedRoute = ({ waypoints, label, start, end }: EdgeRoute): EdgeRoute => ({
    waypoints: waypoints.map(movedPoint),
    label: label && movedPoint(label),
    start: start && movedPoint(start),
    end: end && movedPoint(end),
  });
  return {
    nodes: new Map([...content.nodes].map(([id, box]) => [id, movedBox(box)])),
    groups: new Map([...content.groups].map(([id, box]) => [id, movedBox(box)])),
    edges: new Map([...content.edges].map(([id, route]) => [id, movedRoute(route)])),
    bounds,
  };
}

/** dagre's first and last points stand on the boxes of the ends. */
function routeOf(edge: GraphEdge, { points = [], x, y }: EdgeLabel, groups: ReadonlyMap<string, Rect>): EdgeRoute {
  const label = edge.label && x !== undefined && y !== undefined ? point(x, y) : undefined;
  let path: readonly Point[] = points.map((p) => point(p.x, p.y));
  const [from, to] = [groups.get(edge.source), groups.get(edge.target)];
  let start: Point | undefined;
  let end: Point | undefined;
  if (to) [path, end] = cutAtBorder(path, to);
  if (from) {
    const [cut, at] = cutAtBorder([...path].reverse(), from);
    [path, start] = [[...cut].reverse(), at];
  }
  return { waypoints: path.slice(1, -1), label, start, end };
}

/** A path up to where it first enters a box; the last point of the result is on the border. */
function cutAtBorder(path: readonly Point[], box: Rect): readonly [readonly Point[], Point | undefined] {
  const inside = path.findIndex((p, index) => index > 0 && isWithin(p, box));
  const before = path[inside - 1];
  const first = path[inside];
  if (!before || !first) return [path, path.at(-1)];
  const crossing = isWithin(before, box) ? before : crossingOf(before, first, box);
  return [[...path.slice(0, inside), crossing], crossing];
}

const isWithin = (p: Point, box: Rect): boolean =>
  p.x >= box.x && p.x <= box.x + box.width && p.y >= box.y && p.y <= box.y + box.height;

/** Where the line from outside a box to a point in it meets the border. */
function crossingOf(outside: Point, inside: Point, box: Rect): Point {
  const [dx, dy] = [inside.x - outside.x, inside.y - outside.y];
  const along = (from: number, delta: number, low: number, high: number): number => {
    if (from < low) return (low - from) / delta;
    return from > high ? (high - from) / delta : 0;
  };
  const part = Math.max(
    along(outside.x, dx, box.x, box.x + box.width),
    along(outside.y, dy, box.y, box.y + box.height),
  );
  return point(outside.x + part * dx, outside.y + part * dy);
}

/** What an edge takes of the picture. */
function routeBoxes({ waypoints, label }: EdgeRoute, edges: readonly LevelEdge[], id: string): Rect[] {
  const size = edges.find(({ edge }) => edge.id === id)?.edge.label;
  return [
    ...waypoints.map(({ x, y }) => rect(x, y, 0, 0)),
    ...(label && size ? [rect(label.x - size.width / 2, label.y - size.height / 2, size.width, size.height)] : []),
  ];
}

/** The centre of a node's or group's box. */
export const centerOf = (picture: GraphPicture, id: string): Point | undefined => {
  const box = picture.nodes.get(id) ?? picture.groups.get(id);
  return box && center(box);
};
