/** How many strokes a hand-drawn fill would have, so that none is begun that could not be finished. */
import type { Rect } from '../geometry/plane.js';

export interface Hachure {
  readonly fillStyle: string;
  /** The width of the outline, from which rough.js takes what is below zero. */
  readonly strokeWidth: number;
  readonly hachureGap: number;
  readonly dashOffset: number;
  readonly dashGap: number;
  readonly zigzagOffset: number;
}

/** Far more than any drawing has. */
const MOST_STROKES = 200_000;

/** rough.js looks at every pixel across the lines, which costs less than a stroke. */
const SCANS_PER_STROKE = 10;

/** rough.js's own least. */
const LEAST_GAP = 0.1;

/** True of a fill with so many strokes, or over so large a shape, that it is one colour to the eye. */
export function isTooDense({ width, height }: Rect, hachure: Hachure): boolean {
  const { strokeWidth, hachureGap, dashOffset, dashGap, zigzagOffset } = hachure;
  const own = (value: number): number => (value < 0 ? strokeWidth * 4 : value);
  const gap = Math.max(LEAST_GAP, own(hachureGap));
  const across = Math.hypot(width, height);
  const lines = across / gap;
  return !(across / SCANS_PER_STROKE + lines * strokesPerLine() <= MOST_STROKES);

  function strokesPerLine(): number {
    switch (hachure.fillStyle) {
      case 'dots':
        return across / gap;
      case 'dashed': {
        const [offset, space] = [dashOffset < 0 ? gap : dashOffset, dashGap < 0 ? gap : dashGap];
        return across / (offset + space);
      }
      case 'zigzag-line':
        return across / (zigzagOffset < 0 ? gap : zigzagOffset);
      default:
        return 2;
    }
  }
}
