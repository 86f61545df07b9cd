/** Places nodes, groups and edges of a directed graph in layers, as Mermaid has dagre do it. */
import { type Budget, createBudget } from '../../budget.js';
import { MxsvgError } from '../../diagnostics.js';
import type { Point, Rect } from '../../geometry/plane.js';
import { DEFAULT_LIMITS } from '../../limits.js';
import { separateGroups } from './groupLevels.js';
import { layerGraph } from './layeredGraph.js';
import { layoutLevel } from './levelLayout.js';

export type Direction = 'TB' | 'BT' | 'LR' | 'RL';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface GraphNode extends Size {
  readonly id: string;
  /** The group that it is in. */
  readonly parent?: string;
  /** What edges end at; default 'rectangle'. */
  readonly outline?: 'rectangle' | 'ellipse' | 'rhombus';
}

export interface GraphGroup {
  readonly id: string;
  readonly parent?: string;
  /**
   * Of its own content; counts where no edge leads from inside it to the outside. Default: across its surroundings', as
   * Mermaid has it.
   */
  readonly direction?: Direction;
  /** A group is never narrower. */
  readonly title: Size;
  /** Beside its title; default 8. */
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
  /** Room is kept beside it, as dagre does by default. */
  readonly keepsBeside?: boolean;
  /** Drawn as a spline that its waypoints pull, rather than one that goes through them. */
  readonly isSpline?: boolean;
  /** What markers take of the line at its ends, px. */
  readonly startMarker?: number;
  readonly endMarker?: number;
}

export interface GraphRequest {
  readonly nodes: readonly GraphNode[];
  readonly groups: readonly GraphGroup[];
  /** The ids of both in Mermaid's order, which decides between equals; default: groups, then nodes, as they are given. */
  readonly order?: readonly string[];
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
  /** Where it leaves and meets the outlines of its ends; default: where a line between the middles of their boxes does. */
  readonly ends?: readonly [Point, Point];
  /** Where an edge from or to a group meets the group's border. */
  readonly start?: Point;
  readonly end?: Point;
}

export interface GraphPicture {
  readonly nodes: ReadonlyMap<string, Rect>;
  readonly groups: ReadonlyMap<string, Rect>;
  readonly edges: ReadonlyMap<string, EdgeRoute>;
}

/**
 * Throws MxsvgError 'limit-exceeded' for groups nested deeper than any reader could follow, and for a graph that takes
 * more work than the budget has.
 */
export function layoutGraph(request: GraphRequest, budget: Budget = createBudget(DEFAULT_LIMITS)): GraphPicture {
  const ids = new Set(request.groups.map(({ id }) => id));
  const graph = layerGraph(request, parentsOf([...request.groups, ...request.nodes], ids));
  separateGroups(graph);
  const { nodes, groups, edges } = layoutLevel(graph, budget);
  const whole = new Map(edges);
  // An edge of a group to what is in it can have no place in the layers: it is a straight line.
  for (const { id } of request.edges) if (!whole.has(id)) whole.set(id, { waypoints: [], label: undefined });
  return { nodes, groups, edges: whole };
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
