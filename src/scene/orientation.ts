/** How a shape stands: turned, lying on its side, mirrored. */
import { type Point, type Rect, rect } from '../geometry/plane.js';
import { lookupTable } from '../primitives/lookupTable.js';
import type { Style } from '../style/style.js';

const DIRECTION_ANGLES = lookupTable<number>({ north: 270, west: 180, south: 90 });

/** How a shape stands: turned by so many degrees, and mirrored; north and south swap the two flips. */
export function turnOf(style: Style) {
  const direction = style.string('direction', 'east');
  const sideways = direction === 'north' || direction === 'south';
  const flipped = [
    style.flag('flipH') || style.flag('stencilFlipH'),
    style.flag('flipV') || style.flag('stencilFlipV'),
  ];
  const [flipH = false, flipV = false] = sideways ? flipped.toReversed() : flipped;
  return { sideways, rotation: style.number('rotation', 0) + (DIRECTION_ANGLES[direction] ?? 0), flipH, flipV };
}

/** A box mirrored about a point, across and down. */
export const flipped = ({ x, y, width, height }: Rect, centre: Point, across: boolean, down: boolean): Rect =>
  rect(across ? 2 * centre.x - x - width : x, down ? 2 * centre.y - y - height : y, width, height);
