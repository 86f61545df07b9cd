/** The angle of labels that follow their edge. */
import { describe, expect, it } from 'vitest';
import { type Point, point } from '../../src/geometry/plane.js';
import { angleAlongEdge } from '../../src/layout/labelAngle.js';
import { resolveStyle } from '../../src/style/resolve.js';

const FOLLOWS = resolveStyle('labelAutoRotate=1', true);

const angle = (at: Point, points: readonly Point[], style = ''): number | undefined =>
  angleAlongEdge(FOLLOWS, at, { points, style: resolveStyle(style, true) });

const towards = (x: number, y: number): number | undefined => angle(point(0, 0), [point(0, 0), point(x, y)]);

describe('a label that follows its edge', () => {
  it('runs along it', () => {
    expect(towards(50, 50)).toBeCloseTo(45);
    expect(towards(50, -50)).toBeCloseTo(315);
  });

  it('never stands upside down', () => {
    expect(towards(-50, 0)).toBe(0);
    expect(towards(-50, 50)).toBeCloseTo(-45);
    expect(towards(-50, -50)).toBeCloseTo(45);
  });

  it('reads down an edge that goes down, and up one that goes up', () => {
    expect(towards(0, 50)).toBe(90);
    expect(towards(0, -50)).toBe(270);
  });

  it('takes the part of the edge that is nearest to it', () => {
    const corner = [point(0, 0), point(100, 0), point(100, 100)];
    expect(angle(point(40, -20), corner)).toBe(0);
    expect(angle(point(130, 60), corner)).toBe(90);
  });

  it('takes the direction of a curve, in sixteen straight pieces', () => {
    const points = [point(0, 0), point(0, 100), point(100, 100), point(100, 0)];
    expect(angle(point(0, 0), points)).toBe(90);
    expect(angle(point(50, 100), points, 'curved=1')).toBeCloseTo((Math.atan2(1 / 256, 31 / 512) * 180) / Math.PI);
    expect(angle(point(0, 0), points, 'bezier=1')).toBeCloseTo((Math.atan2(720, 46) * 180) / Math.PI);
  });

  it('stands as others do without labelAutoRotate', () => {
    const points = [point(0, 0), point(50, 50)];
    expect(angleAlongEdge(resolveStyle('', true), point(0, 0), { points, style: FOLLOWS })).toBeUndefined();
  });
});
