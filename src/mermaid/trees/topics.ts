/** The topics of a mind map in a row, each with its place in the tree. */
import type { MindmapNode } from './mindmapModel.js';

export interface Topic {
  readonly id: string;
  readonly node: MindmapNode;
  readonly parent: string | undefined;
  /** The number of its branch; -1 for the idea in the middle. */
  readonly branch: number;
  /** The level of the topic that it is a branch of; 0 of the idea. */
  readonly parentLevel: number;
}

/** All topics, each before those of its branches. */
export function topicsOf(root: MindmapNode): readonly Topic[] {
  const topics: Topic[] = [];
  const ids = new Set<string>();
  const visit = (node: MindmapNode, parent: string | undefined, branch: number, parentLevel: number): void => {
    const id = ids.has(node.nodeId) ? `${node.nodeId}-${node.id}` : node.nodeId;
    ids.add(id);
    topics.push({ id, node, parent, branch, parentLevel });
    for (const [index, child] of node.children.entries())
      visit(child, id, parent === undefined ? index : branch, node.level);
  };
  visit(root, undefined, -1, 0);
  return topics;
}

/** The branches of each topic that has any, in order. */
export function childrenOf(topics: readonly Topic[]): ReadonlyMap<string, readonly Topic[]> {
  const children = new Map<string, Topic[]>();
  for (const topic of topics) {
    if (topic.parent === undefined) continue;
    const list = children.get(topic.parent) ?? [];
    list.push(topic);
    children.set(topic.parent, list);
  }
  return children;
}
