/** The nodes where a reader enters parts of a graph that are rings, as Mermaid chooses them. */
import type { GraphEdge } from './graph.js';

/** Of each part in which edges lead to all nodes, the first node; a part is what edges join within one group. */
export function entriesOfRings(
  members: ReadonlyMap<string | undefined, readonly string[]>,
  edges: readonly Pick<GraphEdge, 'source' | 'target'>[],
): ReadonlySet<string> {
  const groupOf = new Map([...members].flatMap(([group, ids]) => ids.map((id) => [id, group] as const)));
  const neighbors = new Map<string, string[]>([...groupOf.keys()].map((id) => [id, []]));
  const entered = new Set<string>();
  for (const { source, target } of edges) {
    if (source === target || groupOf.get(source) !== groupOf.get(target)) continue;
    neighbors.get(source)?.push(target);
    neighbors.get(target)?.push(source);
    entered.add(target);
  }
  const entries = new Set<string>();
  const seen = new Set<string>();
  for (const id of groupOf.keys()) {
    if (seen.has(id)) continue;
    const part = [id];
    seen.add(id);
    // The list grows while it is gone through.
    for (const each of part) {
      for (const next of neighbors.get(each) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        part.push(next);
      }
    }
    if (part.every((each) => entered.has(each))) entries.add(id);
  }
  return entries;
}
