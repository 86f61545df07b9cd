/** How many strokes a hand-drawn shape would have, so that none is begun that could not be finished. */
import { type Path, pathBounds } from '../geometry/path.js';
import { distance, type Point, type Rect } from '../geometry/plane.js';

export interface Hachure {
  readonly fillStyle: string;
  /** The width of the outline, from which rough.js takes what is below zero. */
  readonly strokeWidth: number;
  readonly hachureGap: number;
  readonly dashOffset: number;
  readonly dashGap: number;
  readonly zigzagOffset: number;
}

/** What is filled: its bounds, and how long its outline is, px. */
export interface FilledArea {
  readonly width: number;
  readonly height: number;
  readonly outline: number;
}

/** rough.js's own least. */
const LEAST_GAP = 0.1;

/** A stroke is drawn twice, each time as a move and a curve. */
const PIECES_OF_STROKE = 4;

/** The pieces of path that a fill is made of, at most; what isn't finite is more than any drawing has. */
export function fillPieces({ width, height, outline }: FilledArea, hachure: Hachure): number {
  const { strokeWidth, hachureGap, dashOffset, dashGap, zigzagOffset } = hachure;
  const own = (value: number): number => (value < 0 ? strokeWidth * 4 : value);
  const gap = Math.max(LEAST_GAP, own(hachureGap));
  const across = Math.hypot(width, height);
  // Lines are at least a px apart. Where the outline goes to and fro, each of its crossings ends one.
  const rows = across / Math.max(1, Math.round(gap)) + 1;
  const lines = Math.max(rows, outline / Math.max(1, Math.round(gap)) / 2);
  return PIECES_OF_STROKE * (lines + strokes());

  function strokes(): number {
    switch (hachure.fillStyle) {
      case 'dashed': {
        const [offset, space] = [
          dashOffset < 0 ? own(hachureGap) : dashOffset,
          dashGap < 0 ? own(hachureGap) : dashGap,
        ];
        return (rows * across) / Math.max(0, offset + space);
      }
      case 'zigzag-line':
        return (rows * across) / Math.max(0, zigzagOffset < 0 ? own(hachureGap) : zigzagOffset);
      case 'hachure':
        return 0;
      default:
        return lines;
    }
  }
}

/** What rough.js looks at to fill an area, in steps: each px across the lines, and where the outline crosses it. */
export const fillSteps = ({ width, height, outline }: FilledArea): number => Math.hypot(width, height) + outline;

/** The area inside of a box. */
export const boxArea = ({ width, height }: Rect): FilledArea => ({ width, height, outline: 2 * (width + height) });

/** The area inside of a path: no curve is longer than the line through the points that make it. */
export function pathArea(path: Path): FilledArea {
  const { width, height } = pathBounds(path) ?? { width: 0, height: 0 };
  let outline = 0;
  let start: Point | undefined;
  let current: Point | undefined;
  const to = (next: Point | undefined): void => {
    if (current && next) outline += distance(current, next);
    current = next;
  };
  for (const segment of path) {
    switch (segment.kind) {
      case 'move':
        start = current = segment.to;
        break;
      case 'line':
        to(segment.to);
        break;
      case 'quad':
        to(segment.control);
        to(segment.to);
        break;
      case 'curve':
        to(segment.control1);
        to(segment.control2);
        to(segment.to);
        break;
      case 'close':
        to(start);
        break;
    }
  }
  return { width, height, outline };
}
