/** The dashes of a border with round corners, fitted into its ring as Chromium fits them. */
import { type Point, point, type Rect } from './plane.js';
import type { CornerRadius, Corners } from './roundedBox.js';

/** Dashes of a ring, from the end of its top left corner clockwise. */
export interface RingDashes {
  /** Lengths of dashes and gaps in turn, px; without any the line is unbroken. */
  readonly lengths: readonly number[];
  /** The dashes are the round ends of lines without length. */
  readonly round: boolean;
}

const UNBROKEN: RingDashes = { lengths: [], round: false };

/** Longer lines are drawn unbroken: their dashes would fill the picture's file. */
const MOST_DASHES = 500;

/** Wider dots are round. */
const WIDEST_SQUARE_DOT = 3;

/** What Chromium takes off the step between round dots, so that the last one isn't lost. */
const DOT_ALLOWANCE = 0.01;

/**
 * The dashes of a border, by its style (of CSS), its width and its outer box with that box's corners. They are stepped
 * off along a line that lies half of the border's width, in whole pixels, inside the box; given are their lengths along
 * the border's middle.
 */
export function ringDashes(style: string, width: number, box: Rect, corners: Corners<CornerRadius>): RingDashes {
  if (style !== 'dashed' && style !== 'dotted') return UNBROKEN;
  const paced = ringPieces(box, corners, Math.floor(width / 2));
  const length = Math.floor(paced.reduce((sum, piece) => sum + piece.measured, 0));
  const round = style === 'dotted' && width > WIDEST_SQUARE_DOT;
  const { dash, gap } = style === 'dashed' ? fittedDash(length, width) : fittedDot(length, width);
  if (!(gap > 0) || length / (dash + gap) > MOST_DASHES) return UNBROKEN;
  if (width % 2 === 0) return { lengths: [dash, gap], round };
  return { lengths: alongMiddle({ dash, gap }, paced, ringPieces(box, corners, width / 2)), round };
}

interface Pace {
  readonly dash: number;
  readonly gap: number;
}

function fittedDash(length: number, width: number): Pace {
  const thick = width >= 3;
  const dash = width * (thick ? 2 : 3);
  return { dash, gap: closedGap(length, dash, width * (thick ? 1 : 2)) };
}

/** Square dots stand as far apart as they are wide; only round ones, whose lines have no length, are fitted. */
const fittedDot = (length: number, width: number): Pace =>
  width > WIDEST_SQUARE_DOT
    ? { dash: 0, gap: width + closedGap(length, width, width) - DOT_ALLOWANCE }
    : { dash: width, gap: width };

/** The gap nearest to the one wanted, with which dashes fill a closed line. */
function closedGap(length: number, dash: number, wanted: number): number {
  const fewest = Math.max(1, Math.floor(length / (dash + wanted)));
  const wide = length / fewest - dash;
  const narrow = length / (fewest + 1) - dash;
  return narrow <= 0 || Math.abs(wide - wanted) < Math.abs(narrow - wanted) ? wide : narrow;
}

/** A side or a corner of a ring: how long it is, and what Chromium measures. */
interface Piece {
  readonly length: number;
  readonly measured: number;
}

function ringPieces({ width, height }: Rect, corners: Corners<CornerRadius>, inset: number): readonly Piece[] {
  const inner = corners.map(({ x, y }) => ({ x: Math.max(0, x - inset), y: Math.max(0, y - inset) }));
  const [topLeft, topRight, bottomRight, bottomLeft] = inner as unknown as Corners<CornerRadius>;
  const [across, down] = [width - 2 * inset, height - 2 * inset];
  const side = (room: number): Piece => ({ length: Math.max(0, room), measured: Math.max(0, room) });
  return [
    side(across - topLeft.x - topRight.x),
    corner(topRight),
    side(down - topRight.y - bottomRight.y),
    corner(bottomRight),
    side(across - bottomRight.x - bottomLeft.x),
    corner(bottomLeft),
    side(down - bottomLeft.y - topLeft.y),
    corner(topLeft),
  ];
}

/** Chromium measures a curve by chords that leave it by no more than this, across or down. */
const CHORD_TOLERANCE = 0.5;

const corner = (radius: CornerRadius): Piece => ({
  length: chords(radius, 1 / 64),
  measured: chords(radius, CHORD_TOLERANCE),
});

/** More chords to a corner tell nothing that is seen, however large it is. */
const FINEST_CHORD = 1 / 4096;

/** The length of a quarter of an ellipse by chords of that tolerance. */
function chords({ x: rx, y: ry }: CornerRadius, wanted: number): number {
  const tolerance = Math.max(wanted, Math.max(rx, ry) * FINEST_CHORD);
  /** The quarter as the rational curve that it is drawn as. */
  const at = (t: number): Point => {
    const [a, b, c] = [(1 - t) ** 2, Math.SQRT2 * t * (1 - t), t ** 2];
    return point((rx * (b + c)) / (a + b + c), (ry * (a + b)) / (a + b + c));
  };
  const between = (from: number, to: number, start: Point, end: Point): number => {
    const half = (from + to) / 2;
    const middle = at(half);
    const [dx, dy] = [middle.x - (start.x + end.x) / 2, middle.y - (start.y + end.y) / 2];
    return Math.max(Math.abs(dx), Math.abs(dy)) > tolerance
      ? between(from, half, start, middle) + between(half, to, middle, end)
      : Math.hypot(end.x - start.x, end.y - start.y);
  };
  return between(0, 1, at(0), at(1));
}

/** Dashes that are stepped off along one ring, as lengths of dashes and gaps along another one beside it. */
function alongMiddle({ dash, gap }: Pace, paced: readonly Piece[], middle: readonly Piece[]): readonly number[] {
  const total = lengthOf(paced);
  const lengths: number[] = [];
  let last = 0;
  const reach = (place: number): void => {
    const here = carried(Math.min(place, total), paced, middle);
    lengths.push(Math.max(0, here - last));
    last = here;
  };
  for (let start = 0; start < total; start += dash + gap) {
    reach(start + dash);
    reach(start + dash + gap);
  }
  return lengths;
}

const lengthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { length }) => sum + length, 0);

/** Where a place along one ring is along the other. */
function carried(place: number, paced: readonly Piece[], middle: readonly Piece[]): number {
  let before = 0;
  let passed = 0;
  for (const [i, { length }] of paced.entries()) {
    const other = (middle[i] as Piece).length;
    if (place <= before + length) return passed + (length > 0 ? ((place - before) / length) * other : 0);
    before += length;
    passed += other;
  }
  return passed;
}
