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

const isLight = (theme: Theme, adaption: ColorAdaption): boolean => theme === 'light' || adaption === 'none';

/** What parts of a picture become for a theme at once, and stay when all of it is painted for that; undefined: nothing. */
export const partsFor = (theme: Theme, adaption: ColorAdaption): ((node: SceneNode) => SceneNode) | undefined =>
  isLight(theme, adaption) ? (node) => recolorNode(node, LIGHT) : undefined;

/** The picture painted for a theme: of each pair of colours the side that is wanted. A page whose colours don't adapt is light. */
export function themedScene(scene: Scene, theme: Theme, adaption: ColorAdaption = 'none'): Scene {
  const recolor = isLight(theme, adaption) ? LIGHT : theme === 'dark' ? dark(adaption) : both(adaption);
  const { background } = scene;
  return { ...scene, background: background && recolor.color(background), root: recolorGroup(scene.root, recolor) };
}

// What has no colour that changes stays the object that it is: of a picture whose parts are light already, all of it.

function recolorGroup(group: Group, recolor: Recolor): Group {
  const shadow = group.shadow && recolored(group.shadow, recolor);
  const children = mapped(group.children, (node) => recolorNode(node, recolor));
  return shadow === group.shadow && children === group.children ? group : { ...group, shadow, children };
}

/** The list of what its items become; the list itself where all stay what they are. */
function mapped<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  let changed: T[] | undefined;
  for (const [index, item] of items.entries()) {
    const next = change(item);
    if (next === item) continue;
    changed ??= [...items];
    changed[index] = next;
  }
  return changed ?? items;
}

function recolored<T extends { readonly color: string }>(painted: T, recolor: Recolor): T {
  const color = recolor.color(painted.color);
  return color === painted.color ? painted : { ...painted, color };
}

function recolorNode(node: SceneNode, recolor: Recolor): SceneNode {
  switch (node.kind) {
    case 'group':
      return recolorGroup(node, recolor);
    case 'drawing':
      return recolorDrawing(node, recolor);
    case 'picture':
      return node;
    case 'text': {
      const block = recolorBlock(node.block, recolor);
      return block === node.block ? node : { ...node, block };
    }
  }
}

function recolorDrawing(node: Drawing, recolor: Recolor): Drawing {
  const fill: Fill | undefined = node.fill && recolorFill(node.fill, recolor);
  const stroke: Stroke | undefined = node.stroke && recolored(node.stroke, recolor);
  return fill === node.fill && stroke === node.stroke ? node : { ...node, fill, stroke };
}

function recolorFill(fill: Fill, recolor: Recolor): Fill {
  const { paint } = fill;
  if (paint.kind === 'solid' && recolor.color(paint.color) === paint.color) return fill;
  return { ...fill, paint: recolorPaint(paint, recolor) };
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

function recoloredBlock(block: TextBlock, recolor: Recolor): TextBlock {
  const runs = mapped(block.runs, (run) => {
    const { color, decorations } = recolored(run, recolor);
    const lines = mapped(decorations, (decoration) => recolored(decoration, recolor));
    return color === run.color && lines === decorations ? run : { ...run, color, decorations: lines };
  });
  const boxes = mapped(block.boxes, (box) => {
    const [fill, stroke] = [optional(box.fill, recolor), optional(box.stroke, recolor)];
    return fill === box.fill && stroke === box.stroke ? box : { ...box, fill, stroke };
  });
  const images = mapped(block.images, (image) => {
    const href = recolor.image(image);
    return href === image.href ? image : { ...image, href };
  });
  const formulas = block.formulas?.map((formula) => recolorFormula(formula, recolor));
  const isSame = !formulas && runs === block.runs && boxes === block.boxes && images === block.images;
  return isSame ? block : { ...block, runs, boxes, images, formulas };
}

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
