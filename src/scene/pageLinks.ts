/** Links between the pages of a file, for a document that holds several of them. */

import { linkedPage } from '../decode/pageLink.js';
import type { Group, Scene, SceneNode } from '../drawing/scene.js';
import type { TextBlock } from '../drawing/textBlock.js';

/**
 * The same picture with its links to pages replaced by what `address` gives for the page's id; where it gives undefined
 * they stay, and writers leave them out.
 */
export function linkPages(scene: Scene, address: (pageId: string) => string | undefined): Scene {
  const resolved = (href: string): string => {
    const id = linkedPage(href);
    return (id === undefined ? undefined : address(id)) ?? href;
  };
  const groupOf = (group: Group): Group => ({
    ...group,
    ...(group.link && { link: { ...group.link, href: resolved(group.link.href) } }),
    children: group.children.map(nodeOf),
  });
  const blockOf = (block: TextBlock): TextBlock => ({
    ...block,
    runs: block.runs.map((run) => (run.href === undefined ? run : { ...run, href: resolved(run.href) })),
  });
  const nodeOf = (node: SceneNode): SceneNode => {
    if (node.kind === 'group') return groupOf(node);
    return node.kind === 'text' ? { ...node, block: blockOf(node.block) } : node;
  };
  return { ...scene, root: groupOf(scene.root) };
}
