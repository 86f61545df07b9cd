/** What a shape of a node is made for, and how its size comes of its label. */
import type { CellStyle } from '../cells.js';
import type { Direction, Size } from './graph.js';
import { type RoomName, roomOf, type SizedLook } from './nodeRoom.js';

/** What a shape is made for. */
export interface ShapeRequest {
  /** The label's size. */
  readonly label: Size;
  /** Mermaid's padding, px. */
  readonly padding: number;
  /** The colour of borders, which fills small signs. */
  readonly stroke: string;
  readonly direction: Direction;
  /** Of the corners that a theme rounds, px; default 5. */
  readonly radius?: number;
  /** Which sizes the shape has; default 'classic'. */
  readonly look?: SizedLook;
}

export interface NodeShape {
  readonly size: Size;
  readonly style: CellStyle;
  /** The shape shows no label. */
  readonly unlabelled?: boolean;
}

export type MakeShape = (request: ShapeRequest) => NodeShape;

export const size = (width: number, height: number): Size => ({ width, height });

/** The label with so many of Mermaid's paddings around it, across and down. */
export const padded = ({ label, padding }: ShapeRequest, across = 2, down = 2): Size =>
  size(label.width + across * padding, label.height + down * padding);

/** The label with the room around it that the diagram's look gives such a shape. */
export const withRoom = (request: ShapeRequest, name: RoomName): Size => {
  const room = roomOf(name, request);
  return size(request.label.width + room.width, request.label.height + room.height);
};

/**
 * Some shapes have their label as far from their left and top as the look without a name has it, whatever room they
 * have: so far right of the middle of the room, and below it, it stands.
 */
export const leadingShift = (request: ShapeRequest, name: RoomName): readonly [number, number] => {
  const [classic, room] = [roomOf(name, { ...request, look: 'classic' }), roomOf(name, request)];
  return [(classic.width - room.width) / 2, (classic.height - room.height) / 2];
};

/** A label so far right of its shape's middle, and below it: draw.io halves what it keeps free on one side. */
export function labelAt(dx: number, dy: number): CellStyle {
  const side = (start: string, end: string, offset: number): CellStyle =>
    offset === 0 ? {} : { [offset > 0 ? start : end]: round(2 * Math.abs(offset)) };
  return { ...side('spacingLeft', 'spacingRight', dx), ...side('spacingTop', 'spacingBottom', dy) };
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A part of a length, as the sizes of some shapes are given. */
export function part(length: number, whole: number): number {
  return Math.round((1000 * length) / whole) / 1000;
}
