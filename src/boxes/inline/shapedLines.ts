/** Lines along the outlines of floats: each as wide as the shapes let it be over its whole height, as in Chromium. */
import type { FloatFrame } from '../floats.js';
import type { Line } from './lineBreaking.js';

/** What floats leave of a line, from the block's left edge. */
export interface LineRoom {
  readonly left: number;
  readonly width: number;
}

export interface FittedLine {
  readonly line: Line;
  readonly room: LineRoom;
  readonly top: number;
}

interface LineMaker {
  breakLine(width: number): Line;
  heightOf(line: Line, width: number): number;
}

/** A line whose first word finds no room is tried this much further down, px. */
const STEP = 1;
/** How many places are tried for one line; beyond them it stands below the floats. */
const MOST_TRIALS = 5_000;
const TOLERANCE = 1 / 64;

/**
 * The next line from `y` down. Its room is first that of a line without height, then of one as high as the text that
 * fits there; where the first word is wider than the room, it moves down, in whole steps, until it fits or no float is
 * beside it.
 */
export function lineAlongShapes(
  floats: FloatFrame,
  width: number,
  y: number,
  wraps: boolean,
  { breakLine, heightOf }: LineMaker,
): FittedLine {
  const bottom = floats.area.bottom('both') - floats.y;
  let top = y;
  let height = 0;
  let earlier: number | undefined;
  let needed = 0;
  for (let trial = 0; trial < MOST_TRIALS && top < bottom; trial++) {
    const room = shapedRoom(floats, width, top, height);
    if (wraps && needed > room.width + TOLERANCE) {
      top += STEP;
      continue;
    }
    const line = breakLine(room.width);
    if (wraps && line.width > room.width + TOLERANCE) {
      // That wide is the first word: no line needs to be broken where there is less room.
      needed = line.width;
      top += STEP;
      height = 0;
      earlier = undefined;
      continue;
    }
    const used = heightOf(line, room.width);
    const { width: left } = shapedRoom(floats, width, top, used);
    // Where a line is by turns too high for its room and lower than it, the narrower room counts.
    if (used === earlier ? left >= room.width : left === room.width) return { line, room, top };
    earlier = height;
    height = used;
  }
  const line = breakLine(width);
  // The last step may lead beyond the floats: a line stays there only if its first word has room at all.
  const exceeds = wraps && line.width > width + TOLERANCE;
  if (top < bottom || (exceeds && y < bottom)) top = bottom;
  return { line, room: { left: 0, width }, top };
}

function shapedRoom({ area, x, y }: FloatFrame, width: number, top: number, height: number): LineRoom {
  const room = area.lineRoom(y + top, height);
  const left = Math.min(width, Math.max(0, room.left - x));
  return { left, width: Math.max(0, Math.min(width, room.right - x) - left) };
}
