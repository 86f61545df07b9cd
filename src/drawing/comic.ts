/** The comic style: lines that waver. */

import type { Path, Segment } from '../geometry/path.js';
import { distance, type Point, point, type Rect } from '../geometry/plane.js';
import { append } from '../primitives/lists.js';
import { randomNumbers } from '../primitives/random.js';
import type { Style } from '../style/style.js';
import type { OutlineFilter } from './canvas.js';
import { seedOf } from './sketchSeed.js';
import type { StrokeAllowance } from './strokeAllowance.js';

/** A rectangle with round corners as a path. */
export function roundedRectangle({ x, y, width, height }: Rect, rx: number, ry: number): Path {
  const right = x + width;
  const bottom = y + height;
  const line = (a: number, b: number): Segment => ({ kind: 'line', to: point(a, b) });
  const corner = (cx: number, cy: number, a: number, b: number): Segment => {
    return { kind: 'quad', control: point(cx, cy), to: point(a, b) };
  };
  return [
    { kind: 'move', to: point(x + rx, y) },
    line(right - rx, y),
    corner(right, y, right, y + ry),
    line(right, bottom - ry),
    corner(right, bottom, right - rx, bottom),
    line(x + rx, bottom),
    corner(x, bottom, x, bottom - ry),
    line(x, y + ry),
    corner(x, y, x + rx, y),
  ];
}

/** Lines of a path waver; curves and round shapes stay as they are, as in draw.io. */
export function comicFilter(
  style: Style,
  cellId: string,
  { strokes, tooMany }: { readonly strokes: StrokeAllowance; tooMany(): void },
): OutlineFilter {
  const random = randomNumbers(seedOf(cellId));
  const variation = style.number('jiggle', 1.5);
  return (drawing) => {
    const { outline } = drawing;
    const stroke = drawing.stroke && { ...drawing.stroke, lineCap: 'round' as const, lineJoin: 'round' as const };
    if (outline.kind === 'ellipse') return undefined;
    const path = outline.kind === 'path' ? outline.path : rectanglePath(outline.box, outline.radiusX, outline.radiusY);
    const pieces = piecesOf(path);
    if (!strokes.allows(pieces)) {
      tooMany();
      return undefined;
    }
    strokes.take(pieces);
    return [{ ...drawing, stroke, outline: { kind: 'path', path: waver(path, variation, random) } }];
  };
}

function rectanglePath(box: Rect, rx: number, ry: number): Path {
  const rounded = roundedRectangle(box, rx, ry);
  const kept = rx === 0 && ry === 0 ? rounded.filter((segment) => segment.kind !== 'quad') : rounded;
  return [...kept, { kind: 'close' }];
}

/** How many pieces a path has when its lines waver. */
function piecesOf(path: Path): number {
  let pieces = 0;
  eachPart(path, {
    line: (from, to) => {
      pieces += 1 + (from ? piecesBetween(from, to) : 0);
    },
    other: () => pieces++,
  });
  return pieces;
}

function waver(path: Path, variation: number, random: () => number): Path {
  const result: Segment[] = [];
  eachPart(path, {
    line: (from, to) => {
      if (from) append(result, waveringLine(from, to, variation, random));
      else result.push({ kind: 'line', to });
    },
    other: (segment) => result.push(segment),
  });
  return result;
}

/** Goes through a path: its lines, the one that closes it among them, and what else it has. */
function eachPart(
  path: Path,
  {
    line,
    other,
  }: {
    readonly line: (from: Point | undefined, to: Point) => void;
    readonly other: (segment: Segment) => void;
  },
): void {
  let current: Point | undefined;
  let start: Point | undefined;
  const lineTo = (to: Point): void => {
    line(current, to);
    current = to;
  };
  for (const segment of path) {
    if (segment.kind === 'line') lineTo(segment.to);
    else if (segment.kind === 'close') {
      if (start) lineTo(start);
      other(segment);
    } else {
      other(segment);
      current = segment.to;
      if (segment.kind === 'move') start = segment.to;
    }
  }
}

/** A line of a hundred thousand px wavers no more. */
const MOST_PIECES = 10_000;

/** Shorter lines don't waver. */
const SHORTEST = 2;

function piecesBetween(from: Point, to: Point): number {
  const length = distance(from, to);
  return length < SHORTEST ? 0 : Math.min(MOST_PIECES, Math.max(5, Math.round(length / 10)));
}

function waveringLine(from: Point, to: Point, variation: number, random: () => number): Segment[] {
  const length = distance(from, to);
  if (length < SHORTEST) return [{ kind: 'line', to }];
  const pieces = piecesBetween(from, to);
  const reach = Math.round(length / 10) < 5 ? variation / 3 : variation;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const points: Segment[] = [];
  for (let i = 0; i < pieces; i++) {
    const along = (length * i) / pieces;
    const off = (random() - 0.5) * reach;
    const place = point(from.x + dx * along - off * Math.abs(dy), from.y + dy * along - off * Math.abs(dx));
    points.push({ kind: 'line', to: place });
  }
  points.push({ kind: 'line', to });
  return points;
}
