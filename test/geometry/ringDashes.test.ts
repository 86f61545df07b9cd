/** Dashes and dots of round borders, as Chromium draws them. */
import { describe, expect, it } from 'vitest';
import { ringDashes } from '../../src/geometry/ringDashes.js';

function ring(style: string, border: number, [width, height, radius]: readonly [number, number, number]) {
  const corner = { x: radius, y: radius };
  return ringDashes(style, border, { x: 0, y: 0, width, height }, [corner, corner, corner, corner]);
}

describe('dashes of a round border', () => {
  // The steps are measured in Chromium's own picture.
  it.each([
    ['dashed', 1, [200, 40, 5], 5.0],
    ['dashed', 2, [200, 40, 5], 10.088],
    ['dashed', 2, [200, 40, 10], 9.914],
    ['dashed', 2, [200, 41, 10], 9.956],
    ['dashed', 3, [200, 40, 5], 8.923],
    ['dashed', 4, [200, 40, 10], 12.135],
    ['dotted', 1, [60, 30, 5], 2],
    ['dotted', 2, [200, 40, 10], 4],
    ['dotted', 3, [61, 33, 12], 6],
    ['dotted', 4, [200, 40, 10], 8.009],
    ['dotted', 5, [61, 33, 12], 10.257],
  ] as const)('%s, %i px, around %j: a step of %f', (style, border, box, step) => {
    const [dash = 0, gap = 0] = ring(style, border, box).lengths;
    expect(dash + gap).toBeCloseTo(step, 2);
  });

  it('are stepped off outside of the middle where the width is odd, and shorter around the corners', () => {
    const { lengths } = ring('dashed', 1, [60, 30, 10]);
    const total = 2 * (59 - 19 + 29 - 19) + 2 * Math.PI * 9.5;
    expect(lengths[0]).toBe(3);
    expect(Math.min(...lengths.filter((_, i) => i % 2 === 0).slice(0, -1))).toBeCloseTo(3 * 0.95, 1);
    expect(lengths.reduce((sum, length) => sum + length)).toBeCloseTo(total, 1);
  });

  it('are round dots where they are wider than 3 px', () => {
    expect(ring('dotted', 3, [60, 30, 8]).round).toBe(false);
    expect(ring('dotted', 4, [60, 30, 8])).toMatchObject({ round: true, lengths: [0, expect.any(Number)] });
  });

  it('are none of other styles, of boxes that hold none, and of those that would hold too many', () => {
    expect(ring('solid', 2, [60, 30, 5]).lengths).toEqual([]);
    expect(ring('dashed', 6, [4, 4, 2]).lengths).toEqual([]);
    expect(ring('dashed', 1, [1e9, 1e9, 5]).lengths).toEqual([]);
    expect(ring('dotted', 0, [60, 30, 5]).lengths).toEqual([]);
    expect(ring('dashed', 1, [1e300, 1e300, 4e299]).lengths).toEqual([]);
  });
});
