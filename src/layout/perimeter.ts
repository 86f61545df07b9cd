/** Where an edge meets the outline of the vertex or edge that it ends at. */
import { center, centerX, centerY, grow, type Point, point, type Rect, rect } from '../geometry/plane.js';
import { PERIMETERS } from '../shapes/perimeters/perimeters.js';
import type { Shape, StencilSize } from '../shapes/shape.js';
import type { Style } from '../style/style.js';
import { edgeBox, pointOnEdge } from './edgePoint.js';

/** A visible cell that an edge ends at. */
export type PlacedTerminal = VertexTerminal | EdgeTerminal;

interface TerminalBase {
  readonly id: string;
  readonly style: Style;
  /** The x of the cell's geometry when that is relative. */
  readonly relativeX?: number | undefined;
}

export interface VertexTerminal extends TerminalBase {
  readonly kind: 'vertex';
  /** Unrotated, page px. */
  readonly box: Rect;
  readonly shape: Pick<Shape, 'stencilSize' | 'connectionPoints'>;
}

export interface EdgeTerminal extends TerminalBase {
  readonly kind: 'edge';
  /** Its route, page px. */
  readonly points: readonly Point[];
}

/** The unrotated box of a terminal; of an edge the bounds of its points. */
export const terminalBox = (terminal: PlacedTerminal): Rect =>
  terminal.kind === 'vertex' ? terminal.box : edgeBox(terminal.points);

const stencilOf = (terminal: PlacedTerminal): StencilSize | undefined =>
  terminal.kind === 'vertex' ? terminal.shape.stencilSize : undefined;

/** The largest rectangle of the stencil's aspect that fits the box, centred. */
function fitAspect(box: Rect, width: number, height: number): Rect {
  const scale = Math.min(box.width / width, box.height / height);
  const w = width * scale;
  const h = height * scale;
  return rect(box.x + (box.width - w) / 2, box.y + (box.height - h) / 2, w, h);
}

/** The box that edges route around and end on: what a stencil of fixed aspect, turned for `direction`, fills. */
export function routingBox(terminal: PlacedTerminal): Rect {
  const stencil = stencilOf(terminal);
  const box = terminalBox(terminal);
  if (!stencil?.fixedAspect) return box;
  const direction = terminal.style.get('direction');
  const across = direction === 'north' || direction === 'south';
  return across ? fitAspect(box, stencil.height, stencil.width) : fitAspect(box, stencil.width, stencil.height);
}

/** The box of the perimeter: the terminal's own perimeterSpacing and the given px around it. */
export const perimeterBox = (terminal: PlacedTerminal, spacing = 0): Rect =>
  grow(routingBox(terminal), spacing + terminal.style.number('perimeterSpacing', 0));

export interface Flips {
  readonly horizontal: boolean;
  readonly vertical: boolean;
}

export function flipsOf(terminal: PlacedTerminal): Flips {
  if (terminal.kind === 'edge') return { horizontal: false, vertical: false };
  const { style } = terminal;
  const stencil = stencilOf(terminal);
  return {
    horizontal: style.flag('flipH') || (stencil !== undefined && style.flag('stencilFlipH')),
    vertical: style.flag('flipV') || (stencil !== undefined && style.flag('stencilFlipV')),
  };
}

export const flipPoint = (p: Point, flips: Flips, box: Rect): Point =>
  point(flips.horizontal ? 2 * centerX(box) - p.x : p.x, flips.vertical ? 2 * centerY(box) - p.y : p.y);

/** Where an edge without a perimeter to meet ends: the middle of the box, or of an edge's line. */
export const middleOf = (terminal: PlacedTerminal): Point =>
  terminal.kind === 'edge' ? pointOnEdge(terminal.points) : center(terminal.box);

/**
 * The point of the perimeter on the way from `next` to the centre (or straight across, if `orthogonal`); the middle
 * of the cell where the style has no perimeter.
 */
export function perimeterPoint(terminal: PlacedTerminal, next: Point, orthogonal: boolean, spacing = 0): Point {
  const perimeter = PERIMETERS.get(terminal.style.string('perimeter', ''));
  const box = perimeterBox(terminal, spacing);
  if (!perimeter || (box.width <= 0 && box.height <= 0)) return middleOf(terminal);
  const flips = flipsOf(terminal);
  return flipPoint(perimeter(box, terminal.style, flipPoint(next, flips, box), orthogonal), flips, box);
}
