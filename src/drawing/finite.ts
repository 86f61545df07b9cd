/** Whether what a cell draws is made of numbers that a picture can hold. */

import type { Path } from '../geometry/path.js';
import type { Matrix, Rect } from '../geometry/plane.js';
import type { Outline, Paint, SceneNode, Stroke } from './scene.js';
import type { TextBlock } from './textBlock.js';

/** Beyond it, sums and products of coordinates would be no numbers any more. */
const LARGEST = 1e15;

const isUsable = (value: number): boolean => Math.abs(value) <= LARGEST;

export const isFiniteRect = ({ x, y, width, height }: Rect): boolean =>
  isUsable(x) && isUsable(y) && isUsable(width) && isUsable(height);

const isFiniteMatrix = ({ a, b, c, d, e, f }: Matrix): boolean =>
  isUsable(a) && isUsable(b) && isUsable(c) && isUsable(d) && isUsable(e) && isUsable(f);

/** False of a node with a coordinate, length or factor that isn't finite, or past all pictures. */
export function isFiniteNode(node: SceneNode): boolean {
  switch (node.kind) {
    case 'group': {
      const { shadow, children } = node;
      const { opacity, dx, dy, blur } = shadow ?? NO_SHADOW;
      return [opacity, dx, dy, blur].every(isUsable) && children.every(isFiniteNode);
    }
    case 'drawing': {
      const { outline, transform, stroke, fill } = node;
      return (
        isFiniteMatrix(transform) &&
        isFiniteOutline(outline) &&
        (!fill || (isUsable(fill.opacity) && isFinitePaint(fill.paint))) &&
        (!stroke || isFiniteStroke(stroke))
      );
    }
    case 'picture':
      return isFiniteMatrix(node.transform) && isFiniteRect(node.box) && isUsable(node.opacity);
    case 'text':
      return (
        isFiniteMatrix(node.transform) &&
        isUsable(node.opacity) &&
        (!node.clip || isFiniteRect(node.clip)) &&
        isFiniteBlock(node.block)
      );
  }
}

const NO_SHADOW = { opacity: 1, dx: 0, dy: 0, blur: 0 };

const isFiniteStroke = ({ width, opacity, miterLimit, dash }: Stroke): boolean =>
  isUsable(width) && isUsable(opacity) && isUsable(miterLimit) && dash.every(isUsable);

function isFinitePaint(paint: Paint): boolean {
  switch (paint.kind) {
    case 'solid':
      return true;
    case 'gradient':
      return isUsable(paint.fromOpacity) && isUsable(paint.toOpacity);
    case 'pattern':
      return isUsable(paint.strokeWidth);
  }
}

function isFiniteOutline(outline: Outline): boolean {
  switch (outline.kind) {
    case 'rect':
      return isFiniteRect(outline.box) && isUsable(outline.radiusX) && isUsable(outline.radiusY);
    case 'ellipse':
      return isFiniteRect(outline.box);
    case 'path':
      return isFinitePath(outline.path);
  }
}

function isFinitePath(path: Path): boolean {
  for (const segment of path) {
    if (segment.kind === 'close') continue;
    if (!isUsable(segment.to.x) || !isUsable(segment.to.y)) return false;
    if (segment.kind === 'quad' && !(isUsable(segment.control.x) && isUsable(segment.control.y))) return false;
    if (segment.kind === 'curve') {
      const { control1, control2 } = segment;
      if (!isUsable(control1.x) || !isUsable(control1.y) || !isUsable(control2.x) || !isUsable(control2.y))
        return false;
    }
  }
  return true;
}

const isFiniteBlock = ({ boxes, images, runs, formulas = [] }: TextBlock): boolean =>
  boxes.every(({ box, strokeWidth = 0 }) => isFiniteRect(box) && isUsable(strokeWidth)) &&
  images.every(({ box }) => isFiniteRect(box)) &&
  formulas.every(({ box }) => isFiniteRect(box)) &&
  runs.every(
    ({ x, baseline, width, fontSize, letterSpacing, opacity }) =>
      isUsable(x) &&
      isUsable(baseline) &&
      isUsable(width) &&
      isUsable(fontSize) &&
      isUsable(letterSpacing) &&
      isUsable(opacity),
  );
