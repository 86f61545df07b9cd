/** The bends that each edge style puts between its ends. */
import { describe, expect, it } from 'vitest';
import { routeElbow } from '../../src/route/elbow.js';
import { routeEntityRelation } from '../../src/route/entityRelation.js';
import { routeIsometric } from '../../src/route/isometric.js';
import { routeLoop } from '../../src/route/loop.js';
import { routeSideToSide } from '../../src/route/sideToSide.js';
import { routeTopToBottom } from '../../src/route/topToBottom.js';
import { bends, terminal } from './requests.js';

const left = terminal([0, 0, 40, 20]);
const right = terminal([100, 100, 40, 20]);

describe('side to side', () => {
  it('turns half way between the boxes', () => {
    expect(bends(routeSideToSide, '', { source: left, target: right })).toEqual([
      [70, 10],
      [70, 110],
    ]);
  });

  it('turns at the waypoint, and leaves level with it where it stands beside a box', () => {
    expect(bends(routeSideToSide, '', { source: left, target: right, through: [[50, 5]] })).toEqual([
      [50, 5],
      [50, 110],
    ]);
  });

  it('has one bend between boxes over each other', () => {
    const below = terminal([0, 100, 40, 20]);
    expect(bends(routeSideToSide, '', { source: left, target: below })).toEqual([[20, 60]]);
  });

  it('starts from a fixed point rather than from the box', () => {
    expect(bends(routeSideToSide, '', { source: left, target: right, from: [40, 2] })).toEqual([
      [70, 2],
      [70, 110],
    ]);
  });
});

describe('top to bottom', () => {
  it('turns half way between the boxes', () => {
    expect(bends(routeTopToBottom, '', { source: left, target: right })).toEqual([
      [20, 60],
      [120, 60],
    ]);
  });
});

describe('elbow', () => {
  it('follows the style', () => {
    expect(bends(routeElbow, '', { source: left, target: right })?.[0]).toEqual([70, 10]);
    expect(bends(routeElbow, 'elbow=vertical', { source: left, target: right })?.[0]).toEqual([20, 60]);
  });

  it('follows a waypoint above or beside both boxes instead', () => {
    expect(bends(routeElbow, '', { source: left, target: right, through: [[70, -30]] })?.[0]).toEqual([20, -30]);
    expect(bends(routeElbow, 'elbow=vertical', { source: left, target: right, through: [[200, 50]] })?.[0]).toEqual([
      200, 10,
    ]);
  });
});

describe('entity relation', () => {
  it('leaves each table by a stub on the side that faces the other', () => {
    expect(bends(routeEntityRelation, 'segment=15', { source: left, target: right })).toEqual([
      [55, 10],
      [85, 110],
    ]);
  });

  it('passes half way where the stubs would cross', () => {
    const near = terminal([50, 100, 40, 20]);
    expect(bends(routeEntityRelation, '', { source: left, target: near })).toEqual([
      [70, 10],
      [70, 60],
      [20, 60],
      [20, 110],
    ]);
  });

  it('passes beside both where a port constraint puts the stubs on one side', () => {
    const facing = terminal([50, 100, 40, 20], 'portConstraint=east');
    expect(bends(routeEntityRelation, '', { source: left, target: facing })).toEqual([
      [120, 10],
      [120, 110],
    ]);
  });

  it('takes the left half of a parent as left', () => {
    const child = { ...left, relativeX: 0 };
    expect(bends(routeEntityRelation, '', { source: child, target: right })).toEqual([
      [-30, 10],
      [-30, 110],
    ]);
  });
});

describe('isometric', () => {
  it('runs along both axes through the middle', () => {
    const [first, middle] = bends(routeIsometric, '', { from: [0, 0], to: [0, 100] }) ?? [];
    expect(first).toEqual([-43.3, 25]);
    expect(middle).toEqual([0, 50]);
  });

  it('starts along the other axis when the elbow is vertical', () => {
    expect(bends(routeIsometric, 'elbow=vertical', { from: [0, 0], to: [0, 100] })?.[0]).toEqual([43.3, 25]);
  });
});

describe('loop', () => {
  const box = terminal([0, 0, 40, 20]);

  it('bulges to the right, two grid steps away', () => {
    expect(bends(routeLoop, '', { source: box, target: box })).toEqual([
      [60, 0],
      [60, 20],
    ]);
  });

  it('bulges to where the direction says, as far as the segment says', () => {
    expect(bends(routeLoop, 'direction=north;segment=5', { source: box, target: box })).toEqual([
      [15, -10],
      [25, -10],
    ]);
  });

  it('bulges to the waypoint', () => {
    expect(bends(routeLoop, '', { source: box, target: box, through: [[20, -40]] })).toEqual([
      [10, -40],
      [30, -40],
    ]);
    expect(bends(routeLoop, '', { source: box, target: box, through: [[-30, 35]] })).toEqual([
      [-30, -15],
      [-30, 35],
    ]);
  });

  it('ignores a waypoint inside the cell', () => {
    expect(bends(routeLoop, '', { source: box, target: box, through: [[20, 10]] })?.[0]).toEqual([60, 0]);
  });
});
