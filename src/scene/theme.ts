/** A picture's colours adapted to a dark page, or to both. Nothing else of it differs. */
import type { FormulaPath, TextBlock, TextFormula } from '../text/textBlock.js';
import type { Drawing, Fill, Group, Paint, Scene, SceneNode, Stroke } from './scene.js';

/** Gives the colour to paint in place of one of the picture's. */
type Recolor = (color: string) => string;

/** The same picture with every colour of its drawing replaced; images and shadows keep theirs. */
export const recolorScene = (scene: Scene, recolor: Recolor): Scene => ({
  ...scene,
  root: recolorGroup(scene.root, recolor),
});

const recolorGroup = (group: Group, recolor: Recolor): Group => ({
  ...group,
  children: group.children.map((node) => recolorNode(node, recolor)),
});

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
  const fill: Fill | undefined = node.fill && { ...node.fill, paint: recolorPaint(node.fill.paint, recolor) };
  const stroke: Stroke | undefined = node.stroke && { ...node.stroke, color: recolor(node.stroke.color) };
  return { ...node, fill, stroke };
}

const recolorPaint = (paint: Paint, recolor: Recolor): Paint =>
  paint.kind === 'gradient'
    ? { ...paint, from: recolor(paint.from), to: recolor(paint.to) }
    : { ...paint, color: recolor(paint.color) };

const optional = (color: string | undefined, recolor: Recolor): string | undefined =>
  color === undefined || color === 'none' ? color : recolor(color);

const recolorBlock = (block: TextBlock, recolor: Recolor): TextBlock => ({
  ...block,
  runs: block.runs.map((run) => ({
    ...run,
    color: recolor(run.color),
    decorations: run.decorations.map((decoration) => ({ ...decoration, color: recolor(decoration.color) })),
  })),
  boxes: block.boxes.map((box) => ({
    ...box,
    fill: optional(box.fill, recolor),
    stroke: optional(box.stroke, recolor),
  })),
  formulas: block.formulas?.map((formula) => recolorFormula(formula, recolor)),
});

const recolorFormula = (formula: TextFormula, recolor: Recolor): TextFormula => ({
  ...formula,
  color: recolor(formula.color),
  paths: formula.paths.map(
    (path): FormulaPath => ({
      ...path,
      fill: optional(path.fill, recolor),
      stroke: path.stroke && { ...path.stroke, color: optional(path.stroke.color, recolor) },
    }),
  ),
});

/**
 * The light picture with light-dark(light, dark) wherever the dark one, which differs in nothing but its colours, has
 * another colour. Only browsers read that.
 */
export function adaptiveScene(light: Scene, dark: Scene): Scene {
  const darkColors: string[] = [];
  recolorScene(dark, (color) => {
    darkColors.push(color);
    return color;
  });
  let next = 0;
  const both = (color: string, darkColor: string | undefined): string =>
    darkColor === undefined || darkColor === color ? color : `light-dark(${color}, ${darkColor})`;
  const paired = recolorScene(light, (color) => both(color, darkColors[next++]));
  const { background } = light;
  return { ...paired, background: background && both(background, dark.background) };
}
