/** A label that flows along its shape's outline: its content in a block with a float on each side, as draw.io sets it. */
import type { Point, Rect } from '../geometry/plane.js';
import type { ComputedStyle } from '../html/computedStyle.js';
import type { Content, ElementContent } from '../html/content.js';
import type { FloatShape } from '../html/floatShape.js';
import { inheritStyle } from '../html/initialStyle.js';
import { px } from '../html/lengths.js';

/** The outline that a label flows along. */
export interface FlowShape {
  /** What text keeps clear of in each half of the cell, in fractions of its size. */
  readonly outline: { readonly left: readonly Point[] | undefined; readonly right: readonly Point[] | undefined };
  /** The cell's size, px. */
  readonly width: number;
  readonly height: number;
  /** The box that the content is laid out in, from the cell's top left corner. */
  readonly box: Rect;
  /** The room between the outline and the text (shapeInsidePadding), px. */
  readonly padding: number;
}

/** Where the text begins in its box, and where the outline stops counting. */
export interface FlowPlacement {
  /** The room above the text, px; negative: how far text that is too high reaches out above the box. */
  readonly spacer: number;
  /** The height at which the floats end, from the box's top: words that fit nowhere follow there. */
  readonly clip: number | undefined;
}

/** The floats, the room above the text, and the text. */
export function flowContent(
  shape: FlowShape,
  { spacer, clip }: FlowPlacement,
  children: readonly Content[],
  style: ComputedStyle,
): readonly Content[] {
  const { box, outline } = shape;
  const leftWidth = Math.floor(box.width / 2);
  const rightWidth = box.width - leftWidth;
  // Where the text reaches out above the box, so do the floats, with the outline as much lower in them.
  const above = spacer < 0 ? Math.round(-spacer) : 0;
  const height = Math.round(clip === undefined ? box.height : Math.max(0, Math.min(clip, box.height))) + above;
  const float = (
    side: 'left' | 'right',
    points: readonly Point[] | undefined,
    from: number,
    width: number,
  ): ElementContent[] => {
    const polygon = points && floatPolygon(points, shape, { x: from, y: -above, width, height });
    if (!polygon) return [];
    return [block(style, { float: side, width, height, shape: { polygon, margin: shape.padding } })];
  };
  return [
    ...float('left', outline.left, 0, leftWidth),
    ...float('right', outline.right, leftWidth, rightWidth),
    ...(spacer > 0 ? [block(style, { height: Math.round(spacer) })] : []),
    ...children,
  ];
}

/** The block that holds a flow: as high as the box and what reaches out of it at the ends that it is aligned by. */
export function flowBlock(
  shape: FlowShape,
  placement: FlowPlacement,
  verticalAlign: 'top' | 'middle' | 'bottom',
  children: readonly Content[],
  style: ComputedStyle,
): ElementContent {
  const { box } = shape;
  const above = Math.max(0, -placement.spacer);
  const height = Math.round(box.height + (verticalAlign === 'bottom' ? above : 2 * above));
  const wrapper: ComputedStyle = {
    ...inheritStyle(style),
    display: 'block',
    float: 'left',
    width: px(Math.round(box.width)),
    height: px(height),
  };
  return { kind: 'element', tag: 'div', style: wrapper, children: flowContent(shape, placement, children, wrapper) };
}

function block(
  parent: ComputedStyle,
  {
    float = 'none',
    width,
    height,
    shape,
  }: { float?: ComputedStyle['float']; width?: number; height: number; shape?: FloatShape },
): ElementContent {
  const style: ComputedStyle = {
    ...inheritStyle(parent),
    display: 'block',
    float,
    height: px(height),
    ...(width !== undefined && { width: px(width) }),
    shapeOutside: shape,
  };
  return { kind: 'element', tag: 'div', style, children: [] };
}

/** draw.io writes the corners as percentages with two decimals, just inside the float's box. */
function floatPolygon(
  points: readonly Point[],
  { width, height, box }: FlowShape,
  float: Rect,
): readonly Point[] | undefined {
  const placed = points.map(({ x, y }) => ({ x: x * width - box.x - float.x, y: y * height - box.y - float.y }));
  const cut = cutAt(cutAt(placed, 0, false), float.height, true);
  if (cut.length <= 2) return undefined;
  const written = (offset: number, size: number): number => {
    const percentage = Math.round(Math.max(0.05, Math.min(99.95, (offset / size) * 100)) * 100) / 100;
    return Math.fround(Math.fround(Math.fround(percentage) * size) / 100);
  };
  const polygon = cut.map(({ x, y }) => ({ x: written(x, float.width), y: written(y, float.height) }));
  return polygon.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)) ? polygon : undefined;
}

/** What of a polygon lies above or below a height. */
function cutAt(points: readonly Point[], y: number, above: boolean): Point[] {
  const inside = (p: Point): boolean => (above ? p.y <= y : p.y >= y);
  return points.flatMap((from, index) => {
    const to = points[(index + 1) % points.length] as Point;
    const kept = inside(from) ? [from] : [];
    if (inside(from) === inside(to) || from.y === to.y) return kept;
    return [...kept, { x: from.x + ((to.x - from.x) * (y - from.y)) / (to.y - from.y), y }];
  });
}
