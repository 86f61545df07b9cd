/** Stencils as the asset pack has them: every number comes back as it was, and what is broken is an error. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packStencil, unpackStencil } from '../../../src/shapes/stencils/packedStencil.js';
import type { StencilCommand, StencilProgram } from '../../../src/shapes/stencils/stencilProgram.js';

const program = (foreground: readonly StencilCommand[]): StencilProgram => ({
  width: 100,
  height: 40,
  fixedAspect: false,
  strokeWidth: 'inherit',
  background: [{ kind: 'save' }],
  foreground,
  connectionPoints: undefined,
  labelBounds: [],
});

const moves = (...numbers: readonly number[]): StencilProgram =>
  program([{ kind: 'path', commands: numbers.map((x) => ({ kind: 'move', x, y: -x })), rounding: undefined }]);

/** Without what JSON doesn't say: fields that are undefined, a zero's sign. */
const plain = (value: StencilProgram): unknown => JSON.parse(JSON.stringify(value));

describe('a packed stencil', () => {
  test('is read back number for number', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      fc.integer({ min: -1e6, max: 1e6 }).map((value) => value / 100),
    );
    fc.assert(
      fc.property(fc.array(number), (numbers) => {
        const first = moves(...numbers);
        expect(plain(unpackStencil(packStencil(first)))).toEqual(plain(first));
      }),
    );
  });

  test.each([0.1 + 0.2, 1e-7, 1e300, 2 ** 60])('has %s, which no unit holds, as JSON', (odd) => {
    const packed = packStencil(moves(1, odd));
    expect(String.fromCharCode(packed[0] as number)).toBe('{');
    expect(unpackStencil(packed)).toEqual(moves(1, odd));
  });

  test('takes a byte or two a coordinate', () => {
    const numbers = Array.from({ length: 100 }, (_, index) => index / 2);
    expect(packStencil(moves(...numbers)).length).toBeLessThan(550);
  });

  test('that is broken off or has an unknown command is an error', () => {
    const packed = packStencil(moves(1, 2.5, 300));
    for (let length = 0; length < packed.length; length++) {
      expect(() => unpackStencil(packed.subarray(0, length)), `${length} bytes`).toThrow();
    }
    const strange = Uint8Array.from(packed);
    strange[2] = 200;
    expect(() => unpackStencil(strange)).toThrow('no command is 200');
  });
});
