/** How numbers are written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/geometry/numbers.js';

describe('formatNumber', () => {
  it('rounds to the places asked for and drops zeros', () => {
    expect(formatNumber(1.005 + 1e-9)).toBe('1.01');
    expect(formatNumber(2.5, 0)).toBe('3');
    expect(formatNumber(12.3)).toBe('12.3');
    expect(formatNumber(1 / 3, 6)).toBe('0.333333');
  });

  it('rounds a half as one whatever its last bits are', () => {
    const half = 99.805;
    expect([half, half - 1e-13, half + 1e-13].map((value) => formatNumber(value))).toEqual(Array(3).fill('99.81'));
    expect([-half, -half - 1e-13, -half + 1e-13].map((value) => formatNumber(value))).toEqual(Array(3).fill('-99.8'));
  });

  it('writes zero for what has no decimals left, and for what is past all pictures', () => {
    expect([-0, -0.001, 1e300].map((value) => formatNumber(value))).toEqual(['0', '0', '0']);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('refuses %s', (value) => {
    expect(() => formatNumber(value)).toThrow(RangeError);
  });

  it('never writes an exponent, and stays within half a unit of the last place', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, decimals) => {
          const text = formatNumber(value, decimals);
          expect(text).toMatch(new RegExp(`^-?\\d+(\\.\\d{1,${Math.max(1, decimals)}})?$`));
          // Large numbers lie further apart than the last place asked for.
          const spacing = 2 * Number.EPSILON * Math.abs(value);
          expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.51 / 10 ** decimals + spacing);
        },
      ),
      { examples: [[999999999.9994965, 6]] },
    );
  });
});
