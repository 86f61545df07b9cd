/** Crossings of an edge with the edges drawn before it. */
import { describe, expect, it } from 'vitest';
import { type Point, point } from '../../src/geometry/plane.js';
import { crossingsOf } from '../../src/layout/lineJumps.js';
import { resolveStyle } from '../../src/style/resolve.js';

const edge = (style: string, ...points: readonly Point[]) => ({ style: resolveStyle(style, true), points });
const jumping = edge('jumpStyle=arc', point(0, 0), point(100, 0));
const upright = (x: number, style = '') => edge(style, point(x, -20), point(x, 20));

const crossingsAt = (...earlier: ReturnType<typeof edge>[]): number[] | undefined =>
  crossingsOf(jumping, earlier)
    ?.filter(({ crossing }) => crossing)
    .map(({ x }) => x);

describe('line jumps', () => {
  it('lists crossings in order along the edge', () => {
    expect(crossingsAt(upright(70), upright(30))).toEqual([30, 70]);
  });

  it('counts two crossings at one point once', () => {
    expect(crossingsAt(upright(50), upright(50))).toEqual([50]);
  });

  it('skips edges that ask for it', () => {
    expect(crossingsAt(upright(50, 'noJump=1'))).toEqual([]);
  });

  it('takes no crossings at its own ends, but those at ends and bends of others', () => {
    expect(crossingsAt(upright(100), edge('', point(50, 0), point(50, 20)))).toEqual([50]);
    expect(crossingsAt(edge('', point(40, -20), point(50, 0), point(40, 20)))).toEqual([50]);
  });

  it('takes none where another route comes or leaves along the line', () => {
    expect(crossingsAt(edge('', point(40, -20), point(40, 0), point(60, 0), point(60, 20)))).toEqual([]);
  });

  it('takes no edge that joins it or leaves it along the same line for one', () => {
    expect(crossingsAt(edge('', point(20, 0), point(50, 0), point(50, 20)))).toEqual([]);
    expect(crossingsAt(edge('', point(50, 20), point(50, 0), point(120, 0)))).toEqual([]);
  });

  it('leaves no room where edges meet at one place before another crossing', () => {
    expect(crossingsAt(upright(70), upright(30), upright(30))).toEqual([30, 30, 70]);
  });

  it('does nothing without a jump style or on curves', () => {
    const points = [point(0, 0), point(100, 0)];
    expect(crossingsOf(edge('', ...points), [upright(50)])).toBeUndefined();
    expect(crossingsOf(edge('jumpStyle=arc;curved=1', ...points), [upright(50)])).toBeUndefined();
  });

  it('drops waypoints on a straight line', () => {
    const bent = edge('jumpStyle=gap', point(0, 0), point(40, 0), point(100, 0), point(100, 40));
    expect(crossingsOf(bent, [])?.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [100, 0],
      [100, 40],
    ]);
  });
});
