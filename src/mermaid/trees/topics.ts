/** The topics of a mind map in a row, each with its place in the tree. */
import type { MindmapNode } from './mindmapModel.js';

export interface Topic {
  readonly id: string;
  readonly node: MindmapNode;
  readonly parent: string | undefined;
  /** The number of its branch; -1 for the idea in the middle. */
  readonly branch: number;
  readonly depth: number;
}

/** All topics, each before those of its branches. */
export function topicsOf(root: MindmapNode): readonly Topic[] {
  const topics: Topic[] = [];
  const ids = new Set<string>();
  const visit = (node: MindmapNode, parent: string | undefined, branch: number, depth: number): void => {
    const id = ids.has(node.nodeId) ? `${node.nodeId}-${node.id}` : node.nodeId;
    ids.add(id);
    topics.push({ id, node, parent, branch, depth });
    for (const [index, child] of node.children.entries())
      visit(child, id, parent === undefined ? index : branch, depth + 1);
  };
  visit(root, undefined, -1, 0);
  return topics;
}
