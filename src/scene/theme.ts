/** A picture's colours on a light page, on a dark one, or on both. Nothing else of it differs. */

import type { Drawing, Fill, Group, Paint, Scene, SceneNode, Stroke } from '../drawing/scene.js';
import type { FormulaPath, TextBlock, TextFormula } from '../drawing/textBlock.js';
import { colorPair, lightSide } from '../style/color.js';
import { type ColorAdaption, darkSide } from '../style/darkColor.js';

/** Which of its colours a picture is painted in: 'auto' has both, which only browsers read. */
export type Theme = 'light' | 'dark' | 'auto';

/** Gives what is painted in place of a colour or an image of the picture. */
interface Recolor {
  readonly color: (color: string) => string;
  readonly image: (image: { readonly href: string; readonly darkHref?: string }) => string;
}

const LIGHT: Recolor = { color: lightSide, image: ({ href }) => href };

/** Light blocks by those that they were made of: equal labels share one, from one drawing to the next. */
const lightBlocks = new WeakMap<TextBlock, TextBlock>();

const dark = (adaption: ColorAdaption): Recolor => ({
  color: (color) => darkSide(color, adaption),
  image: ({ href, darkHref }) => darkHref ?? href,
});

const both = (adaption: ColorAdaption): Recolor => ({
  ...LIGHT,
  color: (color) => {
    const [light, onDark] = [lightSide(color), darkSide(color, adaption)];
    return light === onDark ? light : colorPair(light, onDark);
  },
});

/** The picture painted for a theme: of each pair of colours the side that is wanted. A page whose colours don't adapt is light. */
export function themedScene(scene: Scene, theme: Theme, adaption: ColorAdaption = 'none'): Scene {
  const recolor = theme === 'light' || adaption === 'none' ? LIGHT : theme === 'dark' ? dark(adaption) : both(adaption);
  const { background } = scene;
  return { ...scene, background: background && recolor.color(background), root: recolorGroup(scene.root, recolor) };
}

function recolorGroup(group: Group, recolor: Recolor): Group {
  const { shadow } = group;
  return {
    ...group,
    shadow: shadow && { ...shadow, color: recolor.color(shadow.color) },
    children: group.children.map((node) => recolorNode(node, recolor)),
  };
}

function recolorNode(node: SceneNode, recolor: Recolor): SceneNode {
  switch (node.kind) {
    case 'group':
      return recolorGroup(node, recolor);
    case 'drawing':
      return recolorDrawing(node, recolor);
    case 'picture':
      return node;
    case 'text':
      return { ...node, block: recolorBlock(node.block, recolor) };
  }
}

function recolorDrawing(node: Drawing, recolor: Recolor): Drawing {
  const fill: Fill | undefined = node.fill && recolorFill(node.fill, recolor);
  const stroke: Stroke | undefined = node.stroke && recolorStroke(node.stroke, recolor);
  return fill === node.fill && stroke === node.stroke ? node : { ...node, fill, stroke };
}

function recolorFill(fill: Fill, recolor: Recolor): Fill {
  const { paint } = fill;
  if (paint.kind === 'solid' && recolor.color(paint.color) === paint.color) return fill;
  return { ...fill, paint: recolorPaint(paint, recolor) };
}

function recolorStroke(stroke: Stroke, recolor: Recolor): Stroke {
  const color = recolor.color(stroke.color);
  return color === stroke.color ? stroke : { ...stroke, color };
}

const recolorPaint = (paint: Paint, { color }: Recolor): Paint =>
  paint.kind === 'gradient'
    ? { ...paint, from: color(paint.from), to: color(paint.to) }
    : { ...paint, color: color(paint.color) };

const optional = (color: string | undefined, recolor: Recolor): string | undefined =>
  color === undefined || color === 'none' ? color : recolor.color(color);

function recolorBlock(block: TextBlock, recolor: Recolor): TextBlock {
  if (recolor !== LIGHT) return recoloredBlock(block, recolor);
  const known = lightBlocks.get(block) ?? recoloredBlock(block, LIGHT);
  lightBlocks.set(block, known);
  return known;
}

const recoloredBlock = (block: TextBlock, recolor: Recolor): TextBlock => ({
  ...block,
  runs: block.runs.map((run) => ({
    ...run,
    color: recolor.color(run.color),
    decorations: run.decorations.map((decoration) => ({ ...decoration, color: recolor.color(decoration.color) })),
  })),
  boxes: block.boxes.map((box) => ({
    ...box,
    fill: optional(box.fill, recolor),
    stroke: optional(box.stroke, recolor),
  })),
  images: block.images.map((image) => ({ ...image, href: recolor.image(image) })),
  formulas: block.formulas?.map((formula) => recolorFormula(formula, recolor)),
});

const recolorFormula = (formula: TextFormula, recolor: Recolor): TextFormula => ({
  ...formula,
  color: recolor.color(formula.color),
  paths: formula.paths.map(
    (path): FormulaPath => ({
      ...path,
      fill: optional(path.fill, recolor),
      stroke: path.stroke && { ...path.stroke, color: optional(path.stroke.color, recolor) },
    }),
  ),
});
