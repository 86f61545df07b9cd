/** The swimlane: a title region and a body, side by side or one above the other. */

import type { Canvas } from '../../drawing/canvas.js';
import { type Rect, rect } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import type { Shape, ShapeCell } from '../shape.js';
import { drawGlass, traceFooter } from './foreground.js';
import { drawGridSides, titleStrip } from './gridLines.js';
import { isVertical } from './labelMargins.js';
import { drawInBox, isRounded, strokeLine } from './outline.js';

const DEFAULT_START_SIZE = 40;
const IMAGE_SIZE = 16;

/** The extent of the title region, px: a height if the lane is horizontal, else a width. */
export const titleSize = (style: Style): number => Math.max(0, style.number('startSize', DEFAULT_START_SIZE));

const isHorizontal = (style: Style): boolean => style.flag('horizontal', true);

interface Lane {
  readonly width: number;
  readonly height: number;
  /** The title's extent, at most that of the lane. */
  readonly start: number;
  /** Corner radius along and across the lane's axis; zero for sharp corners. */
  readonly radius: number;
}

function laneOf(box: Rect, style: Style): Lane {
  const { width, height } = box;
  const extent = isHorizontal(style) ? height : width;
  const start = Math.min(titleSize(style), extent);
  if (!isRounded(style)) return { width, height, start, radius: 0 };
  const wanted = style.flag('absoluteArcSize')
    ? Math.min(width / 2, height / 2, style.number('arcSize', 20) / 2)
    : ((start * style.number('arcSize', 15)) / 100) * 3;
  return { width, height, start, radius: Math.min(extent - start, start, wanted) };
}

/** Traces in the lane's own frame with its axis downwards; a lane that runs to the right has its axes swapped. */
type Pen = {
  readonly move: (along: number, across: number) => void;
  readonly line: (along: number, across: number) => void;
  /** A line to the start of a rounded corner, and the curve around it. */
  readonly corner: (
    before: readonly [number, number],
    corner: readonly [number, number],
    after: readonly [number, number],
  ) => void;
};

/** `mirrored`: the lane's breadth, to trace from its other side, where draw.io begins some of the rounded outlines. */
function penOf(canvas: Canvas, horizontal: boolean, mirrored?: number): Pen {
  const swap = (along: number, from: number): [number, number] => {
    const across = mirrored === undefined ? from : mirrored - from;
    return horizontal ? [across, along] : [along, across];
  };
  return {
    move: (along, across) => canvas.moveTo(...swap(along, across)),
    line: (along, across) => canvas.lineTo(...swap(along, across)),
    corner: (before, corner, after) => {
      canvas.lineTo(...swap(...before));
      canvas.quadTo(...swap(...corner), ...swap(...after));
    },
  };
}

/** The open outline around the title region: from its inner edge, around its outer end, back to its inner edge. */
function traceHead(pen: Pen, lane: Lane, breadth: number): void {
  const { start, radius } = lane;
  const reach = Math.min(breadth / 2, radius);
  pen.move(start, 0);
  if (radius > 0) {
    pen.corner([radius, 0], [0, 0], [0, reach]);
    pen.corner([0, breadth - reach], [0, breadth], [radius, breadth]);
  } else {
    pen.line(0, 0);
    pen.line(0, breadth);
  }
  pen.line(start, breadth);
}

function traceBody(pen: Pen, lane: Lane, extent: number, breadth: number): void {
  const { start, radius } = lane;
  const reach = Math.min(breadth / 2, radius);
  pen.move(start, 0);
  if (radius > 0) {
    pen.corner([extent - radius, 0], [extent, 0], [extent, reach]);
    pen.corner([extent, breadth - reach], [extent, breadth], [extent - radius, breadth]);
  } else {
    pen.line(extent, 0);
    pen.line(extent, breadth);
  }
  pen.line(start, breadth);
}

function drawLane(canvas: Canvas, lane: Lane, style: Style): void {
  const horizontal = isHorizontal(style);
  const extent = horizontal ? lane.height : lane.width;
  const breadth = horizontal ? lane.width : lane.height;
  const laneFill = style.color('swimlaneFillColor');
  const pen = penOf(canvas, horizontal);
  const mirrored = lane.radius > 0 ? penOf(canvas, horizontal, breadth) : pen;
  canvas.begin();
  traceHead(horizontal ? mirrored : pen, lane, breadth);
  if (style.flag('swimlaneHead', true)) canvas.fillAndStroke();
  else canvas.fill();
  if (lane.start < extent) {
    if (laneFill !== undefined) canvas.setFillColor(laneFill);
    const outlined = style.flag('swimlaneBody', true);
    canvas.begin();
    traceBody(horizontal ? pen : mirrored, lane, extent, breadth);
    if (outlined && laneFill !== undefined) canvas.fillAndStroke();
    else if (outlined) canvas.stroke();
    else if (laneFill !== undefined) canvas.fill();
  }
  if (lane.start !== 0 && style.flag('swimlaneLine', true)) {
    canvas.begin();
    pen.move(lane.start, 0);
    pen.line(lane.start, breadth);
    canvas.stroke();
  }
}

/** The footer (footerSize): a band at the body's end, filled like the title, outlined like the lane. */
function drawFooter(canvas: Canvas, lane: Lane, style: Style): void {
  const horizontal = isHorizontal(style);
  const extent = horizontal ? lane.height : lane.width;
  const breadth = horizontal ? lane.width : lane.height;
  const size = Math.min(style.number('footerSize', 0), extent - lane.start);
  if (size <= 0) return;
  const fill = style.color('fillColor');
  if (fill !== undefined) canvas.setFillColor(fill);
  canvas.begin();
  traceFooter(canvas, { breadth, start: extent - size, end: extent, radius: lane.radius }, (along, across) =>
    horizontal ? [across, along] : [along, across],
  );
  if (fill === undefined) canvas.stroke();
  else canvas.fillAndStroke();
}

/** The dashed line along the lane's far side (separatorColor). */
function drawSeparator(canvas: Canvas, lane: Lane, style: Style): void {
  const color = style.color('separatorColor');
  if (color === undefined) return;
  canvas.setStrokeColor(color);
  canvas.setDashed(true);
  if (isHorizontal(style)) strokeLine(canvas, [lane.width, lane.start], [lane.width, lane.height]);
  else strokeLine(canvas, [lane.start, 0], [lane.width, 0]);
  canvas.setDashed(false);
}

function drawImage(canvas: Canvas, lane: Lane, style: Style, cell: ShapeCell): void {
  const path = style.get('image');
  const href = path === undefined ? undefined : cell.image(path);
  if (href === undefined) return;
  canvas.image(isHorizontal(style) ? lane.width - IMAGE_SIZE : 0, 0, IMAGE_SIZE, IMAGE_SIZE, href);
}

/**
 * Whether the lane has no title region at all: with startSize=0, unless fixedHeader says that an empty one is meant.
 * Swimlanes keep an empty one by default, tables and their rows don't.
 */
export const lacksHeader = (style: Style, fixedByDefault = true): boolean =>
  titleSize(style) === 0 && !style.flag('fixedHeader', fixedByDefault);

export function drawSwimlane(canvas: Canvas, box: Rect, style: Style, cell: ShapeCell): void {
  if (!lacksHeader(style)) drawWholeLane(canvas, box, style, cell);
  const filled = style.color('fillColor') !== undefined || style.color('swimlaneFillColor') !== undefined;
  const sides = filled ? cell.gridSides : undefined;
  // Of a row, only the title is filled: the rest of the lines is left to its cells.
  const part = sides?.of === 'row' ? titleStrip(box, isHorizontal(style), titleSize(style)) : box;
  drawGridSides(canvas, part, style, sides);
}

function drawWholeLane(canvas: Canvas, box: Rect, style: Style, cell: ShapeCell): void {
  const lane = laneOf(box, style);
  drawInBox(canvas, box, () => {
    drawLane(canvas, lane, style);
    drawFooter(canvas, lane, style);
    drawSeparator(canvas, lane, style);
    drawImage(canvas, lane, style, cell);
    // draw.io spreads the sheen over the lane's width and the title's extent, also where the lane runs to the right.
    if (style.flag('glass')) drawGlass(canvas, rect(0, 0, lane.width, lane.start), style, lane.radius);
  });
}

/** The title region. A lane with vertical text gets its box turned, so the title is at the top of it either way. */
export function swimlaneLabelBox(box: Rect, style: Style): Rect {
  if (lacksHeader(style)) return box;
  const direction = style.get('direction');
  const vertical = isVertical(style);
  const backwards = direction === 'south' || direction === 'west';
  const lying = isHorizontal(style) !== vertical;
  const atEnd = style.flag(lying ? 'flipV' : 'flipH') !== backwards;
  const extent = Math.min(vertical ? box.width : box.height, titleSize(style));
  if (vertical) return rect(atEnd ? box.x + box.width - extent : box.x, box.y, extent, box.height);
  return rect(box.x, atEnd ? box.y + box.height - extent : box.y, box.width, extent);
}

export const swimlane: Shape = { draw: drawSwimlane, labelBox: swimlaneLabelBox };

export const SWIMLANE_SHAPES: Readonly<Record<string, Shape>> = { swimlane };
