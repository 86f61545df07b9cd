/** How much room Mermaid's shapes of nodes keep around a label, and how large their parts are: a table for each look. */
import type { Size } from './graph.js';

/** Of the looks, those that differ in sizes. */
export type SizedLook = 'classic' | 'neo';

/** Beside the label and above it, both sides together, px. */
type Room = (padding: number) => Size;

/** So many of the text's paddings, and so much more. */
const paddings =
  (across: number, down = across, more: readonly [number, number] = [0, 0]): Room =>
  (padding) => ({ width: across * padding + more[0], height: down * padding + more[1] });

/** The same whatever padding the text has. */
const fixed =
  (width: number, height = width): Room =>
  () => ({ width, height });

const CLASSIC_ROOM = {
  rectangle: paddings(4, 2),
  /** Of all shapes that have no row of their own. */
  box: paddings(2),
  stadium: paddings(1),
  subroutine: paddings(1, 1, [16, 0]),
  cylinder: paddings(1),
  linedCylinder: paddings(2),
  lyingCylinder: paddings(0.5),
  storedData: paddings(2, 1),
  circle: paddings(1),
  doubleCircle: paddings(2),
  hexagon: paddings(1),
  slanted: paddings(1),
  /** A trapezoid on its shorter side. */
  flippedTrapezoid: paddings(2),
  odd: paddings(1),
  card: paddings(1, 1, [12, 0]),
  linedRectangle: paddings(2, 2, [16, 0]),
  windowPane: paddings(2, 2, [10, 10]),
  dividedRectangle: paddings(1),
  tape: paddings(2, 1),
  documents: paddings(2),
  triangle: paddings(1, 0),
  brace: paddings(1),
  /** Of one that opens to the left, or of two. */
  closingBrace: paddings(1),
};

export type RoomName = keyof typeof CLASSIC_ROOM;

const NEO_ROOM: Readonly<Record<RoomName, Room>> = {
  rectangle: fixed(32, 24),
  box: fixed(32, 24),
  stadium: fixed(40, 24),
  subroutine: fixed(44, 12),
  cylinder: fixed(24),
  linedCylinder: fixed(32, 48),
  lyingCylinder: fixed(12),
  storedData: fixed(32, 12),
  circle: fixed(64),
  doubleCircle: fixed(32),
  hexagon: fixed(32, 70),
  slanted: paddings(2, 1),
  flippedTrapezoid: paddings(4, 2),
  odd: fixed(42, 24),
  card: fixed(56, 48),
  linedRectangle: fixed(40, 24),
  windowPane: fixed(42, 34),
  dividedRectangle: fixed(16),
  tape: fixed(32, 20),
  documents: fixed(32, 36),
  triangle: paddings(2, 0),
  brace: fixed(18, 12),
  closingBrace: fixed(36, 24),
};

/** What else a look says of a shape's parts. */
interface Parts {
  /** How far the point of a hexagon stands out, a part of its height. */
  readonly hexagonPoint: number;
  /** Between the circles of a double circle, px. */
  readonly ring: number;
  /** From the top to the bottom of a document's wave, a part of the height above it. */
  readonly wave: number;
  /**
   * Of the first of several documents: its height, its wave included, and how far above its middle its label stands,
   * twice; parts of what its label takes with its room.
   */
  readonly documents: { readonly height: number; readonly lift: number };
  /** How far rectangles stand behind one another, px. */
  readonly stack: number;
}

const ROOM: Readonly<Record<SizedLook, Readonly<Record<RoomName, Room>>>> = { classic: CLASSIC_ROOM, neo: NEO_ROOM };

const PARTS: Readonly<Record<SizedLook, Parts>> = {
  classic: { hexagonPoint: 1 / 4, ring: 5, wave: 1 / 4, documents: { height: 1.52, lift: 0.16 }, stack: 5 },
  neo: { hexagonPoint: 1 / 3.5, ring: 12, wave: 1 / 2, documents: { height: 1.375, lift: 0.25 }, stack: 10 },
};

interface Asked {
  readonly padding: number;
  readonly look?: SizedLook;
}

/** Beside a label and above it, both sides together, px. */
export const roomOf = (name: RoomName, { padding, look = 'classic' }: Asked): Size => ROOM[look][name](padding);

export const partsOf = ({ look = 'classic' }: Asked): Parts => PARTS[look];
