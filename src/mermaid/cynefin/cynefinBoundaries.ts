/** The boundaries of a Cynefin diagram's domains: two wavy lines across the picture, and the cliff before chaos. */
import { boundsOfPoints, type Point, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import { type CubicCurve, curvedLine } from '../charts/outlines.js';
import type { DrawContext } from '../context.js';

export interface Boundary {
  readonly start: Point;
  readonly curves: readonly CubicCurve[];
}

/** The size of the picture, px. */
interface Area {
  readonly width: number;
  readonly height: number;
}

const WAVES = 7;
/** How far the curves swing beyond where their ends may be, of that. */
const SWING = 1.5;

/** A number from 0 to 1 that looks like chance, the same for the same seed. */
function chance(seed: number): number {
  let bits = (seed + 0x6d2b79f5) | 0;
  bits = Math.imul(bits ^ (bits >>> 15), bits | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
}

/** Which of the chances are the ends' and which the curves' between them. */
interface Chances {
  readonly seed: number;
  readonly ends: number;
  readonly swings: number;
  readonly first: number;
}

/** Along a line of a length: how far each end and each swing of it are off the line, px. */
function waves({ seed, ends, swings, first }: Chances, length: number, amplitude: number) {
  const off = Array.from({ length: WAVES + 1 }, (_, i) => (2 * chance(seed + i * ends) - 1) * amplitude);
  return Array.from({ length: WAVES }, (_, i) => ({
    from: { along: (i * length) / WAVES, off: off[i] ?? 0 },
    to: { along: ((i + 1) * length) / WAVES, off: off[i + 1] ?? 0 },
    swing: (i % 2 === 0 ? 1 : -1) * SWING * amplitude * chance(seed + i * swings + first),
  }));
}

/** From the top down. `amplitude`: how far it may leave the middle, px. */
export const fold = ({ width, height }: Area, seed: number, amplitude: number): Boundary =>
  wavy({ seed, ends: 17, swings: 31, first: 7 }, height, amplitude, (along, off) => ({ x: width / 2 + off, y: along }));

/** From left to right. */
export const horizon = ({ width, height }: Area, seed: number, amplitude: number): Boundary =>
  wavy({ seed, ends: 23, swings: 37, first: 11 }, width, amplitude, (along, off) => ({
    x: along,
    y: height / 2 + off,
  }));

function wavy(
  chances: Chances,
  length: number,
  amplitude: number,
  place: (along: number, off: number) => Point,
): Boundary {
  const parts = waves(chances, length, amplitude);
  return {
    start: place(0, parts[0]?.from.off ?? 0),
    curves: parts.map(({ from, to, swing }) => {
      const middle = (from.along + to.along) / 2;
      return {
        control1: place(middle, from.off + swing),
        control2: place(middle, to.off - swing),
        end: place(to.along, to.off),
      };
    }),
  };
}

/** Of the picture's width, and of its lower half. */
const CLIFF: readonly (readonly [across: number, down: number])[] = [
  [0.03, 0.2],
  [-0.045, 0.55],
  [0.015, 0.75],
  [-0.03, 0.85],
  [0.009, 0.95],
  [0, 1],
];

/** Between chaos and what is clear. */
export function cliff({ width, height }: Area): Boundary {
  const place = ([across, down]: (typeof CLIFF)[number]): Point => ({
    x: width / 2 + across * width,
    y: (height / 2) * (1 + down),
  });
  const points = CLIFF.map(place);
  const curve = (first: number): CubicCurve => {
    const [control1, control2, end] = points.slice(first, first + 3) as [Point, Point, Point];
    return { control1, control2, end };
  };
  return { start: { x: width / 2, y: height / 2 }, curves: [curve(0), curve(3)] };
}

export function drawBoundary(id: string, { start, curves }: Boundary, style: CellStyle, { cells }: DrawContext): void {
  const bounds = boundsOfPoints([start, ...curves.map(({ end }) => end)]);
  if (!bounds) return;
  const box = rect(bounds.x, bounds.y, Math.max(1, bounds.width), Math.max(1, bounds.height));
  const line = curvedLine(start, curves, box);
  cells.vertex({ id: cells.id(id), box, style: { ...line, html: 1, fillColor: 'none', ...style } });
}
