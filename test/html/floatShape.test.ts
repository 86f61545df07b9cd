/** How far polygons keep lines away, as Chromium reckons it. */
import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/geometry/plane.js';
import { excludedInterval, shapeExclusion } from '../../src/html/floatShape.js';

const points = (...pairs: readonly (readonly [number, number])[]): Point[] => pairs.map(([x, y]) => ({ x, y }));

/** The upper left and the lower left corner of a box of 100 px that a rhombus leaves. */
const CORNERS = points([0, 0], [50, 0], [0, 50], [50, 100], [0, 100]);

function taken(polygon: readonly Point[], top: number, height: number, margin = 0): number[] | undefined {
  const interval = excludedInterval(shapeExclusion({ polygon, margin }), top, height);
  return interval && [Math.round(interval.left * 100) / 100, Math.round(interval.right * 100) / 100];
}

describe('a float’s shape', () => {
  it('takes of a line what it reaches anywhere over the line’s height', () => {
    expect(taken(CORNERS, 10, 20)).toEqual([0, 40]);
    expect(taken(CORNERS, 40, 20)).toEqual([0, 10]);
    expect(taken(CORNERS, 70, 20)).toEqual([0, 40]);
  });

  it('takes of a line without height what it reaches there', () => {
    expect(taken(CORNERS, 10, 0)).toEqual([0, 40]);
    expect(taken(CORNERS, 30, 0)).toEqual([0, 20]);
  });

  it('keeps its margin across its sides, and around their ends', () => {
    expect(taken(points([0, 0], [20, 0], [20, 40], [0, 40]), 10, 10, 5)).toEqual([-5, 25]);
    expect(taken(CORNERS, 20, 10, 5)).toEqual([-5, 37.07]);
    // Just above the shape only the circles around its corners count.
    expect(taken(points([0, 0], [20, 0], [20, 40], [0, 40]), -10, 7, 5)).toEqual([-4, 24]);
  });

  it('does not count for lines that only touch its ends', () => {
    expect(taken(CORNERS, -20, 20)).toBeUndefined();
    expect(taken(CORNERS, 100, 20)).toBeUndefined();
    expect(taken(CORNERS, -20, 19, 2)).toEqual([-1.73, 51.73]);
  });

  it('ends on the 64ths of a pixel', () => {
    const polygon = points([0, 0], [50, 0], [50, 2.001], [0, 2.001]);
    expect(shapeExclusion({ polygon, margin: 2 })).toMatchObject({ top: -2, bottom: 4 });
    expect(taken(polygon, 4, 10, 2)).toBeUndefined();
  });

  it('has no spikes that go out and back on one line', () => {
    const spiked = points([0, 0], [20, 0], [40, 0], [20, 0], [20, 50], [0, 50]);
    expect(taken(spiked, 10, 10)).toEqual([0, 20]);
    expect(shapeExclusion({ polygon: spiked, margin: 0 }).edges.size).toBe(4);
  });

  it('takes nothing where it has no extent', () => {
    expect(taken(points([0, 0], [10, 10]), 0, 10)).toBeUndefined();
    expect(taken(points([0, 0], [10, 10], [20, 20]), 0, 10)).toBeUndefined();
  });
});
