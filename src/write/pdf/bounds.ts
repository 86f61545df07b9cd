/** What parts of a scene reach on the page, as far as shadows and links need it. */
import { grow, type Matrix, multiply, type Rect, rect, transformRect, union } from '../../geometry/plane.js';
import type { SceneNode } from '../../scene/scene.js';
import { outlineBox } from './shapes.js';

/** The box around nodes, strokes included, each first moved by `matrix`; undefined where there is nothing to see. */
export function boundsOf(nodes: readonly SceneNode[], matrix: Matrix): Rect | undefined {
  let bounds: Rect | undefined;
  for (const node of nodes) {
    const box = nodeBounds(node, matrix);
    if (box) bounds = bounds ? union(bounds, box) : box;
  }
  return bounds;
}

function nodeBounds(node: SceneNode, matrix: Matrix): Rect | undefined {
  switch (node.kind) {
    case 'group':
      return boundsOf(node.children, matrix);
    case 'drawing': {
      const box = outlineBox(node.outline);
      return box && transformRect(multiply(matrix, node.transform), grow(box, (node.stroke?.width ?? 0) / 2));
    }
    case 'picture':
      return transformRect(multiply(matrix, node.transform), node.box);
    case 'text':
      return transformRect(multiply(matrix, node.transform), textBounds(node.block));
  }
}

function textBounds({ width, height, runs }: (SceneNode & { kind: 'text' })['block']): Rect {
  let bounds = rect(0, 0, width, height);
  // Text may hang out of a block that is too narrow for it.
  for (const run of runs) {
    bounds = union(bounds, rect(run.x, run.baseline - run.fontSize, run.width, run.fontSize * 1.25));
  }
  return bounds;
}
