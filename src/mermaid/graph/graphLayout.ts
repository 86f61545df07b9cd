/** Places nodes, groups and edges of a directed graph in layers, as Mermaid has dagre do it. */
import { type Budget, createBudget } from '../../budget.js';
import { MxsvgError } from '../../diagnostics.js';
import { DEFAULT_LIMITS } from '../../limits.js';
import type { GraphPicture, GraphRequest } from './graph.js';
import { separateGroups } from './groupLevels.js';
import { layerGraph } from './layeredGraph.js';
import { layoutLevel } from './levelLayout.js';

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
