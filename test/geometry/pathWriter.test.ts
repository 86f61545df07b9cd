import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/geometry/numbers.js';
import { PathWriter } from '../../src/geometry/pathWriter.js';

describe('numbers in path data', () => {
  const numbers = fc.oneof(
    fc.double({ min: -5000, max: 5000, noNaN: true }),
    fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 1000),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, -0, 0.0004, -0.0004, 0.0005, 0.9995, 9.9999, 100, -1000, 999_999_999.9996, 1e9, -1e21, 1e300),
  );

  it.each([2, 3])('are written as elsewhere with %i decimals', (decimals) => {
    const writer = new PathWriter(decimals);
    fc.assert(
      fc.property(numbers, numbers, (x, y) => {
        writer.point(x, y);
        expect(writer.take()).toBe(`${formatNumber(x, decimals)} ${formatNumber(y, decimals)}`);
      }),
      { numRuns: 2000 },
    );
  });

  it('stand behind letters, with a space between points, however many there are', () => {
    const writer = new PathWriter(2);
    for (let i = 0; i < 1000; i++) {
      writer.letter(0x51);
      writer.point(i, 0.5);
      writer.nextPoint(-1, i);
    }
    expect(writer.take()).toBe(Array.from({ length: 1000 }, (_, i) => `Q${i} 0.5 -1 ${i}`).join(''));
    expect(writer.take()).toBe('');
  });

  it('hold nothing of a path that came to no end', () => {
    const writer = new PathWriter(2);
    expect(() => writer.point(1, Number.NaN)).toThrow(RangeError);
    writer.start();
    writer.point(2, 3);
    expect(writer.take()).toBe('2 3');
  });
});
