/** Orthogonal and segment edges: jetties, port constraints, waypoints. */
import { describe, expect, it } from 'vitest';
import { routeOrthogonal } from '../../src/route/orthogonal.js';
import { jettySize } from '../../src/route/orthogonalEnd.js';
import { routeSegment } from '../../src/route/segment.js';
import { resolveStyle } from '../../src/style/resolve.js';
import { bends, terminal } from './requests.js';

const source = terminal([0, 0, 40, 20]);

describe('orthogonal', () => {
  it('needs one bend to a box that is clear on both axes', () => {
    expect(bends(routeOrthogonal, '', { source, target: terminal([100, 100, 40, 20]) })).toEqual([[120, 10]]);
  });

  it('turns half way between boxes side by side', () => {
    expect(bends(routeOrthogonal, '', { source, target: terminal([140, 10, 40, 20]) })).toEqual([
      [90, 10],
      [90, 20],
    ]);
  });

  it('goes around the target to reach its far side', () => {
    const target = terminal([140, 0, 40, 20], 'portConstraint=east');
    expect(bends(routeOrthogonal, 'jettySize=20', { source, target })).toEqual([
      [90, 10],
      [90, 40],
      [200, 40],
      [200, 10],
    ]);
  });

  it('leaves from the side on which a fixed point lies', () => {
    const target = terminal([100, 100, 40, 20]);
    expect(bends(routeOrthogonal, '', { source, target, from: [0, 10] })).toEqual([
      [-10, 10],
      [-10, 60],
      [120, 60],
    ]);
  });

  it('is level with a loose end where that is level with a box', () => {
    expect(bends(routeOrthogonal, '', { source, to: [300, 10] })).toEqual([]);
    expect(bends(routeOrthogonal, '', { source, to: [240, 10.4] })).toEqual([
      [140, 10],
      [140, 10.4],
    ]);
    expect(bends(routeOrthogonal, '', { from: [300, 150], to: [400, 200] })).toEqual([[400, 150]]);
  });

  it('keeps the bends inside a cell of a loop that was bent by hand', () => {
    const cell = terminal([20, 20, 100, 60]);
    const loop = {
      source: cell,
      target: cell,
      from: [120, 35],
      through: [
        [150, 35],
        [150, 50],
        [90, 50],
      ],
    } as const;
    expect(bends(routeOrthogonal, 'innerLoopWaypoints=1', loop)?.at(-1)).toEqual([90, 50]);
    expect(bends(routeOrthogonal, '', loop)?.at(-1)).toEqual([150, 50]);
  });

  it('lets the terminal constrain the sides before the edge', () => {
    const target = terminal([100, 100, 40, 20], 'portConstraint=west');
    const style = 'targetPortConstraint=east;sourcePortConstraint=south';
    expect(bends(routeOrthogonal, style, { source, target })).toEqual([[20, 110]]);
  });

  it('turns the constraint with the terminal where asked', () => {
    const style = 'portConstraint=north;portConstraintRotation=1;rotation=90';
    const turned = terminal([100, 100, 20, 20], style);
    expect(bends(routeOrthogonal, '', { source, target: turned })).toEqual([
      [20, 60],
      [130, 60],
      [130, 110],
    ]);
  });

  it('routes around the upright bounds of a rotated box', () => {
    const target = terminal([100, 100, 40, 20], 'rotation=90');
    expect(bends(routeOrthogonal, '', { source, target, to: [130, 110] })?.at(-1)).toEqual([140, 110]);
  });

  it('leaves out both jetties where fixed ends stand too close', () => {
    const target = terminal([50, 5, 40, 20]);
    expect(bends(routeOrthogonal, '', { source, target, from: [40, 10], to: [50, 15] })).toEqual([[50, 10]]);
  });

  it('draws nothing but a line to a box without a size', () => {
    expect(bends(routeOrthogonal, '', { source, target: terminal([100, 100, 0, 20]) })).toEqual([]);
  });
});

describe('jetties', () => {
  const size = (style: string, isSource = false) => jettySize(resolveStyle(style, true), isSource);

  it('are ten px, or what the style says for one end or both', () => {
    expect(size('')).toBe(10);
    expect(size('jettySize=25')).toBe(25);
    expect(size('jettySize=25;targetJettySize=5')).toBe(5);
    expect(size('jettySize=25;targetJettySize=5', true)).toBe(25);
  });

  it('make room for the marker when automatic', () => {
    expect(size('jettySize=auto')).toBe(20);
    expect(size('jettySize=auto;endSize=14')).toBe(30);
    expect(size('jettySize=auto;endArrow=none;endSize=14')).toBe(20);
  });
});

describe('segment', () => {
  const target = terminal([100, 100, 40, 20]);

  it('runs each segment through a waypoint', () => {
    expect(
      bends(routeSegment, '', {
        source,
        target,
        through: [
          [70, 10],
          [70, 60],
        ],
      }),
    ).toEqual([
      [70, 10],
      [70, 60],
      [120, 60],
    ]);
  });

  it('bends before a waypoint that does not face the source', () => {
    expect(bends(routeSegment, '', { source, target, through: [[70, 110]] })).toEqual([
      [70, 10],
      [70, 110],
    ]);
  });

  it('pulls waypoints level with the ends that they nearly meet', () => {
    expect(bends(routeSegment, '', { source, target, from: [40, 10], through: [[70, 10.6]] })).toEqual([
      [70, 10],
      [70, 110],
    ]);
  });

  it('drops bends that a terminal hides', () => {
    expect(
      bends(routeSegment, '', {
        source,
        target,
        through: [
          [20, 15],
          [20, 60],
          [120, 60],
        ],
      }),
    ).toEqual([
      [20, 60],
      [120, 60],
    ]);
  });

  it('has one bend without waypoints', () => {
    expect(bends(routeSegment, '', { source, target })).toEqual([[120, 10]]);
  });
});
