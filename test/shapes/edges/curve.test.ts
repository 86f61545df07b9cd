/** The curves of edges, against what draw.io 30 draws. */
import { describe, expect, it } from 'vitest';
import { pathData } from '../../../src/geometry/path.js';
import { type Point, point } from '../../../src/geometry/plane.js';
import { curveOf } from '../../../src/shapes/edges/curve.js';
import { resolveStyle } from '../../../src/style/resolve.js';

const STAIRS = [
  point(0, 0),
  point(30, 0),
  point(30, 30),
  point(60, 30),
  point(60, 60),
  point(90, 60),
  point(90, 90),
] as const;

const curve = (style: string, points: readonly Point[]): string | undefined => {
  const path = curveOf(points, resolveStyle(style, true));
  return path && pathData(path);
};

describe('a curved edge', () => {
  it('runs through the middles of its inner segments', () => {
    expect(curve('curved=1', STAIRS.slice(0, 4))).toBe('M 0 0 Q 30 0 30 15 Q 30 30 60 30');
  });

  it('is straight without curved=1, and with words in its place', () => {
    expect(curve('', STAIRS)).toBeUndefined();
    expect(curve('curved=true;bezier=true', STAIRS)).toBeUndefined();
  });
});

describe('a Bézier edge', () => {
  it('takes waypoints for control points, two a curve', () => {
    expect(curve('bezier=1', STAIRS.slice(0, 4))).toBe('M 0 0 C 30 0 30 30 60 30');
    expect(curve('bezier=1;curved=1', STAIRS)).toBe('M 0 0 C 30 0 30 30 60 30 C 60 60 90 60 90 90');
  });

  it('is curved through the middles with any other number of them', () => {
    expect(curve('bezier=1', STAIRS.slice(0, 3))).toBe('M 0 0 Q 30 0 30 30');
    expect(curve('bezier=1', STAIRS.slice(0, 5))).toBe(curve('curved=1', STAIRS.slice(0, 5)));
  });

  it('is straight without any', () => {
    expect(curve('bezier=1', STAIRS.slice(0, 2))).toBeUndefined();
  });
});
