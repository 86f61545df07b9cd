/** The components of a Wardley map: circles, squares where they have a pipeline, and rings that say where they come from. */
import { type Point, type Rect, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import { lineStyle } from '../charts/chartFrame.js';
import { drawText } from '../charts/chartText.js';
import type { DrawContext } from '../context.js';
import type { WardleyPicture } from './wardleyLinks.js';
import type { WardleyNode } from './wardleyModel.js';
import type { WardleyPlan } from './wardleyPlan.js';

/** Of the radius of nodes: rings, the corners of a market's triangle, and the discs in them. */
const RING = 2;
const MARKET = { reach: 1.2, disc: 0.7, strokeWidth: 2 };
const WHITE = '#ffffff';
const BLACK = '#000000';
/** The stroke's default is that of components. */
const RINGS: Readonly<
  Record<NonNullable<WardleyNode['sourceStrategy']>, { readonly fill: string; readonly stroke?: string }>
> = {
  outsource: { fill: '#666666' },
  buy: { fill: '#cccccc' },
  build: { fill: '#eeeeee', stroke: BLACK },
  market: { fill: WHITE },
};
/** Px. */
const INERTIA = { gap: 15, beyondRing: 10, strokeWidth: 6 };
const RING_LABEL = 10;
const ANCHOR_RISE = 3;

export function drawNodes(nodes: readonly WardleyNode[], picture: WardleyPicture, context: DrawContext): void {
  for (const node of nodes) drawNode(node, picture, context);
}

const around = ({ x, y }: Point, radius: number): Rect => rect(x - radius, y - radius, 2 * radius, 2 * radius);

const isAnchor = ({ className }: WardleyNode): boolean => className === 'anchor';

function drawNode(node: WardleyNode, { plan, ids }: WardleyPicture, context: DrawContext): void {
  const { cells } = context;
  const { sizes, colors, middles, squareSide } = plan;
  const middle = middles.get(node.id);
  const id = ids.get(node.id);
  if (!middle || id === undefined) return;
  const look: CellStyle = { html: 1, fillColor: colors.componentFill, strokeColor: colors.componentStroke };
  const { sourceStrategy, isPipelineParent } = node;
  const add = (name: string, box: Rect, style: CellStyle): void =>
    cells.vertex({ id: cells.id(`${id}-${name}`), parent: id, box, style: { ...look, ...style, connectable: 0 } });
  if (sourceStrategy) {
    const box = around(middle, RING * sizes.nodeRadius);
    const { fill: fillColor, stroke: strokeColor = colors.componentStroke } = RINGS[sourceStrategy];
    cells.vertex({ id, box, style: { ellipse: '', html: 1, fillColor, strokeColor } });
    if (isPipelineParent) add('square', around(middle, squareSide / 2), { rounded: 0 });
    else if (sourceStrategy !== 'market') add('circle', around(middle, sizes.nodeRadius), { ellipse: '' });
    if (sourceStrategy === 'market') drawMarket(id, middle, plan, context);
  } else if (isPipelineParent) {
    cells.vertex({ id, box: around(middle, squareSide / 2), style: { rounded: 0, ...look } });
  } else {
    // An anchor is its name alone: links end around its middle all the same.
    const hidden: CellStyle = isAnchor(node) ? { fillColor: 'none', strokeColor: 'none' } : {};
    cells.vertex({ id, box: around(middle, sizes.nodeRadius), style: { ellipse: '', ...look, ...hidden } });
  }
  if (node.inertia) drawInertia(node, id, middle, plan, context);
  drawLabel(node, id, middle, plan, context);
}

/** Three discs at the corners of a triangle. */
function drawMarket(id: string, { x, y }: Point, { sizes, colors }: WardleyPlan, { cells }: DrawContext): void {
  const reach = MARKET.reach * sizes.nodeRadius;
  const [aside, below] = [reach * Math.cos(Math.PI / 6), reach * Math.sin(Math.PI / 6)];
  const corners = [
    { x, y: y - reach },
    { x: x - aside, y: y + below },
    { x: x + aside, y: y + below },
  ];
  for (const [index, source] of corners.entries()) {
    const target = corners[(index + 1) % corners.length] ?? source;
    const style = lineStyle(colors.componentStroke, 1);
    cells.edge({ id: cells.id(`${id}-market`), parent: id, source, target, style });
  }
  for (const corner of corners) {
    cells.vertex({
      id: cells.id(`${id}-market`),
      parent: id,
      box: around(corner, MARKET.disc * sizes.nodeRadius),
      style: {
        ellipse: '',
        html: 1,
        fillColor: WHITE,
        strokeColor: colors.componentStroke,
        strokeWidth: MARKET.strokeWidth,
        connectable: 0,
      },
    });
  }
}

/** A thick line to the right of a component that is slow to change. */
function drawInertia(
  { isPipelineParent, sourceStrategy }: WardleyNode,
  id: string,
  middle: Point,
  { sizes, colors, squareSide }: WardleyPlan,
  { cells }: DrawContext,
): void {
  const half = isPipelineParent ? squareSide / 2 : sizes.nodeRadius;
  const x = middle.x + half + INERTIA.gap + (sourceStrategy ? sizes.nodeRadius + INERTIA.beyondRing : 0);
  cells.edge({
    id: cells.id(`${id}-inertia`),
    parent: id,
    source: { x, y: middle.y - half },
    target: { x, y: middle.y + half },
    style: lineStyle(colors.componentStroke, INERTIA.strokeWidth),
  });
}

function drawLabel(
  node: WardleyNode,
  parent: string,
  { x, y }: Point,
  { sizes, colors }: WardleyPlan,
  context: DrawContext,
): void {
  const { label, labelOffsetX, labelOffsetY, sourceStrategy } = node;
  const text = { text: label, fontSize: sizes.labelFontSize, color: colors.componentLabel, parent };
  if (isAnchor(node)) {
    const at = { x: x + (labelOffsetX ?? 0), y: y + (labelOffsetY ?? -ANCHOR_RISE) };
    drawText({ ...text, ...at, color: BLACK, baseline: 'middle', bold: true }, context);
    return;
  }
  const gap = sizes.nodeLabelOffset + (sourceStrategy ? RING_LABEL : 0);
  drawText({ ...text, x: x + (labelOffsetX ?? gap), y: y + (labelOffsetY ?? -gap), anchor: 'start' }, context);
}
