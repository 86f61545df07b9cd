/** What parts of a scene reach, as far as shadows and links need it. */

import type { Outline, SceneNode, Stroke } from '../drawing/scene.js';
import type { TextBlock } from '../drawing/textBlock.js';
import { pathBounds } from '../geometry/path.js';
import {
  grow,
  IDENTITY,
  intersection,
  type Matrix,
  multiply,
  type Rect,
  rect,
  transformRect,
  union,
} from '../geometry/plane.js';

/** The box around nodes, each first moved by `matrix`; undefined where there is nothing to see. */
export function boundsOf(nodes: readonly SceneNode[], matrix: Matrix): Rect | undefined {
  let bounds: Rect | undefined;
  for (const node of nodes) {
    const box = nodeBounds(node, matrix);
    if (box) bounds = bounds ? union(bounds, box) : box;
  }
  return bounds;
}

/** What an outline reaches, its stroke left out; undefined for one without points. */
export const outlineBox = (outline: Outline): Rect | undefined =>
  outline.kind === 'path' ? pathBounds(outline.path) : outline.box;

function nodeBounds(node: SceneNode, matrix: Matrix): Rect | undefined {
  switch (node.kind) {
    case 'group':
      return boundsOf(node.children, matrix);
    case 'drawing': {
      const box = outlineBox(node.outline);
      return box && transformRect(multiply(matrix, node.transform), grow(box, strokeReach(node.stroke)));
    }
    case 'picture':
      return transformRect(multiply(matrix, node.transform), node.box);
    case 'text': {
      const box = textBounds(node.block);
      return box && transformRect(multiply(matrix, node.transform), box);
    }
  }
}

/** The middle of what nodes show: where something is drawn for certain; undefined where nothing is. */
export function coreOf(nodes: readonly SceneNode[]): Rect | undefined {
  const cores = nodes.flatMap((node): (Rect | undefined)[] => {
    if (node.kind === 'group') return [coreOf(node.children)];
    if (node.kind !== 'text') return [nodeBounds(node, IDENTITY)];
    const { runs, boxes, images, formulas = [] } = node.block;
    const letters = runs
      .filter(({ text }) => text.trim() !== '')
      .map(({ x, width, baseline, fontSize }) =>
        rect(x + width / 4, baseline - 0.4 * fontSize, width / 2, 0.3 * fontSize),
      );
    const others = [...boxes, ...images, ...formulas].map(({ box }) => box);
    return [...letters, ...others].map((box) => transformRect(node.transform, box));
  });
  const found = cores.filter((core) => core !== undefined);
  return found.length === 0 ? undefined : found.reduce(union);
}

const strokeReach = (stroke: Stroke | undefined): number => (stroke ? stroke.width / 2 : 0);

/** The origin of a block need not be where its text is. */
function textBounds({ runs, boxes, images, formulas = [] }: TextBlock): Rect | undefined {
  const parts = [
    ...runs.map((run) => rect(run.x, run.baseline - run.fontSize, run.width, run.fontSize * 1.25)),
    ...[...boxes, ...images, ...formulas].map(({ box }) => box),
  ];
  return parts.length === 0 ? undefined : parts.reduce(union);
}

/** How far corners of lines and slanted letters may stand out of the box around nodes, px. */
const OVERHANG = 10;

/** How many standard deviations a blur reaches. */
export const BLUR_REACH = 3;

/**
 * Where nodes and their shadow are to be seen, and no more of it than matters to what `view` shows; undefined where there
 * is nothing to see.
 */
export function shadowRegion(
  nodes: readonly SceneNode[],
  { dx, dy, blur }: { readonly dx: number; readonly dy: number; readonly blur: number },
  matrix: Matrix,
  view?: Rect,
): Rect | undefined {
  const cast = boundsOf(nodes, matrix);
  if (!cast) return undefined;
  const shadow = grow(cast, BLUR_REACH * blur);
  const region = grow(union(cast, { ...shadow, x: shadow.x + dx, y: shadow.y + dy }), OVERHANG);
  if (!view) return region;
  const reach = BLUR_REACH * blur + Math.max(Math.abs(dx), Math.abs(dy)) + OVERHANG;
  return intersection(region, grow(view, reach));
}
