/** What a document's fonts are to hold: the texts set in each face. */
import type { Scene, SceneNode } from '../../drawing/scene.js';
import type { FontFace } from '../../drawing/textBlock.js';

/** The texts set in each face, in the order of the drawing. Faces in colour are left out: their glyphs are painted. */
export function textsByFace(scenes: readonly Scene[]): ReadonlyMap<FontFace, ReadonlySet<string>> {
  const texts = new Map<FontFace, Set<string>>();
  const visit = (node: SceneNode): void => {
    if (node.kind === 'group') for (const child of node.children) visit(child);
    if (node.kind !== 'text') return;
    for (const { face, text } of node.block.runs) {
      if (text.trim() === '' || face.isColored) continue;
      const known = texts.get(face) ?? new Set();
      known.add(text);
      texts.set(face, known);
    }
  };
  for (const scene of scenes) visit(scene.root);
  return texts;
}
