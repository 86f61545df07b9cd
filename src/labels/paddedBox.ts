/** The box around a label and its padding. */
import type { Rect } from '../geometry/plane.js';
import type { Sides } from '../html/lengths.js';

/** A box with room added around it. */
export const padded = ({ x, y, width, height }: Rect, padding: Sides<number> | undefined): Rect =>
  padding
    ? {
        x: x - padding.left,
        y: y - padding.top,
        width: width + padding.left + padding.right,
        height: height + padding.top + padding.bottom,
      }
    : { x, y, width, height };
