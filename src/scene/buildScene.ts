/** A layout as a picture: its cells drawn, what lies behind them, and the crop. */
import { moved } from '../drawing/moved.js';
import type { Group, Picture, Scene, SceneNode } from '../drawing/scene.js';
import { type Rect, union } from '../geometry/plane.js';
import type { Layout } from '../layout/placed.js';
import type { Cell, CellGraph } from '../model/cell.js';
import { type CropOptions, cropScene } from './crop.js';
import { SceneBuilder } from './sceneBuilder.js';
import type { SceneContext } from './sceneContext.js';

/** What lies behind a page's cells: another page's drawing, or an image at a place of the page. */
export interface Backdrop {
  /** Undefined where it can't be had: its place stays free. */
  readonly node: Group | Picture | undefined;
  /** The part of the page that it takes, px. */
  readonly box: Rect;
}

/** What is drawn of a page, and how. */
export interface PictureParts {
  readonly backdrop?: Backdrop;
  /** No other cells are drawn, and the backdrop does not widen the crop. Default: all are. */
  readonly only?: ReadonlySet<Cell>;
  /** What is to be seen of each part of a cell's picture, at once: a large page never has all of both. */
  readonly finish?: (node: SceneNode) => SceneNode;
}

/** The picture of a page, cropped to its cells and its backdrop as draw.io's export crops it. */
export function buildScene(
  graph: CellGraph,
  layout: Layout,
  context: SceneContext,
  crop: CropOptions,
  { backdrop, only, finish }: PictureParts = {},
): Scene {
  const drawn = new SceneBuilder(layout, context, only, finish).build(graph.root);
  const root: Group = backdrop?.node ? { kind: 'group', children: [backdrop.node, drawn.root] } : drawn.root;
  const bounds = backdrop && !only ? union(drawn.bounds, backdrop.box) : drawn.bounds;
  return cropScene(root, bounds, graph.settings, crop);
}

/**
 * The drawing of a page that serves as another's background. draw.io makes an image of it that begins at a whole pixel,
 * and puts that where the drawing begins: between pixels as a rule.
 */
export function buildBackdrop(graph: CellGraph, layout: Layout, context: SceneContext): Backdrop {
  const { root, bounds } = new SceneBuilder(layout, context).build(graph.root);
  return { node: moved(root, bounds.x - Math.ceil(bounds.x), bounds.y - Math.ceil(bounds.y)), box: bounds };
}
