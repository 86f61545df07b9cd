/** Shapes of blocks: those of flowcharts' nodes, as large as the block's place where Mermaid lets them grow. */
import { nodeShape, rectangleShape } from '../graph/flowchartShapes.js';
import type { Size } from '../graph/graph.js';
import { type NodeShape, type ShapeRequest, size } from '../graph/shapeRequest.js';
import type { Block } from './blockModel.js';

/** Mermaid's names of flowcharts' shapes, by its names of blocks. */
const SHAPES: Readonly<Record<string, string>> = {
  round: 'rounded',
  circle: 'circle',
  rect_left_inv_arrow: 'odd',
  diamond: 'question',
  hexagon: 'hexagon',
  stadium: 'stadium',
  subroutine: 'subroutine',
  cylinder: 'cylinder',
  doublecircle: 'doublecircle',
  lean_right: 'lean_right',
  lean_left: 'lean_left',
  trapezoid: 'trapezoid',
  inv_trapezoid: 'inv_trapezoid',
};

const capOf = (width: number): number => width / 2 / (2.5 + width / 50);

/** The label that a shape of such a size would be made for; shapes that aren't here don't grow. */
const LABELS: Readonly<Record<string, (place: Size, padding: number, label: Size) => Size>> = {
  rect: ({ width, height }, padding) => size(width - 4 * padding, height - 2 * padding),
  rounded: ({ width, height }, padding) => size(width - 2 * padding, height - 2 * padding),
  subroutine: ({ width, height }, padding) => size(width - padding - 16, height - padding),
  cylinder: ({ width, height }, padding) => size(width - padding, height - padding - 3 * capOf(width)),
  hexagon: ({ width, height }, padding) => size(width - padding - height / 2, height - padding),
  doublecircle: ({ width }, _, label) => size(width, label.height),
  odd: slantedLabel(1 / 4, 1),
  lean_right: slantedLabel(1, 1),
  lean_left: slantedLabel(1, 1),
  trapezoid: slantedLabel(1, 1),
  inv_trapezoid: slantedLabel(1, 2),
};

/** Of shapes that are wider than their label by a part of their height. */
function slantedLabel(part: number, paddings: number) {
  return (place: Size, padding: number, label: Size): Size => {
    const height = Math.max(label.height + paddings * padding, place.height);
    return size(place.width - paddings * padding - part * height, height - paddings * padding);
  };
}

export interface BlockRequest extends ShapeRequest {
  /** The size of its place; default as small as may be. */
  readonly place?: Size;
}

export function blockShape(block: Block, request: BlockRequest): NodeShape {
  if (block.type === 'block_arrow') return arrow(block, request);
  if (block.type === 'composite') return { size: request.place ?? request.label, style: { rounded: 0 } };
  const name = SHAPES[block.type] ?? 'rect';
  const { place, padding, label } = request;
  const labelFor = LABELS[name];
  const wanted = place && labelFor ? labelFor(place, padding, label) : label;
  const asked = size(Math.max(label.width, wanted.width), Math.max(label.height, wanted.height));
  return nodeShape(name, { ...request, label: asked }) ?? rectangleShape({ ...request, label: asked });
}

/** Lines of a label are broken at this width of the block's place; shapes with ends keep those free. */
export function wrappingWidth({ type }: Block, { width, height }: Size, padding: number): number {
  if (type === 'hexagon') return width - height / 2 - padding;
  return type === 'cylinder' ? width - padding : width;
}

/** An arrow grows where it spans columns. */
function arrow({ directions, widthInColumns }: Block, { label, padding, place }: BlockRequest): NodeShape {
  const height = label.height + 2 * padding;
  const natural = label.width + height + padding;
  const width = place && widthInColumns > 1 ? Math.max(place.width, natural) : natural;
  return {
    size: size(width, height),
    style: { shape: 'mermaidBlockArrow', dirs: directions.join(','), nodePadding: padding },
  };
}

/** The room that a block takes where it may be as small as it can: its shape and its label. */
export function naturalSize(block: Block, request: ShapeRequest): Size {
  const { label, padding } = request;
  const { width, height } = blockShape(block, request).size;
  if (block.type !== 'block_arrow') return size(Math.max(width, label.width), Math.max(height, label.height));
  const named = new Set(
    block.directions.flatMap((name) => ({ x: ['left', 'right'], y: ['up', 'down'] })[name] ?? [name]),
  );
  if (named.size === 0) return label;
  // The shaft of an arrow to one side ends where the head of the other would begin.
  if (named.size === 1 && (named.has('left') || named.has('right'))) return size(width - height / 2, height);
  // Four heads stand out of the box.
  return named.size === 4 ? size(width + 2 * padding, height + 2 * padding) : size(width, height);
}
