/** Places along an edge, for labels and children. */
import { describe, expect, it } from 'vitest';
import { point } from '../../src/geometry/plane.js';
import { edgeBox, edgeLabelPoint, pointOnEdge } from '../../src/layout/edgePoint.js';

const corner = [point(0, 0), point(100, 0), point(100, 100)];
const geometry = { x: 0, y: 0, width: 0, height: 0, relative: true, points: [] };

describe('a place on an edge', () => {
  it('runs from the source (-1) to the target (1)', () => {
    expect(pointOnEdge(corner, { x: -1, y: 0 })).toEqual(point(0, 0));
    expect(pointOnEdge(corner, { x: -0.5, y: 0 })).toEqual(point(50, 0));
    expect(pointOnEdge(corner)).toEqual(point(100, 0));
    expect(pointOnEdge(corner, { x: 0.5, y: 0 })).toEqual(point(100, 50));
    expect(pointOnEdge(corner, { x: 1, y: 0 })).toEqual(point(100, 100));
  });

  it('lies aside by y, to the left of the way for positive y', () => {
    expect(pointOnEdge(corner, { x: -0.5, y: 7 })).toEqual(point(50, -7));
    expect(pointOnEdge(corner, { x: 0.5, y: 7 })).toEqual(point(107, 50));
  });

  it('is moved by the offset', () => {
    expect(pointOnEdge(corner, { x: -0.5, y: 0, offset: point(3, 4) })).toEqual(point(53, 4));
  });

  it('survives an edge of no length', () => {
    expect(pointOnEdge([point(5, 5), point(5, 5)], { x: 0, y: 3 })).toEqual(point(5, 5));
  });
});

describe('the label of an edge', () => {
  it('of absolute geometry stands half way between the ends', () => {
    expect(edgeLabelPoint(corner, { ...geometry, relative: false, offset: point(1, 2) })).toEqual(point(51, 52));
  });
});

describe('the box of an edge', () => {
  it('is at least one pixel wide and high', () => {
    expect(edgeBox([point(3, 4), point(50, 4)])).toEqual({ x: 3, y: 4, width: 47, height: 1 });
  });
});
