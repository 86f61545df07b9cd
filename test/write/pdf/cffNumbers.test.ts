/** CFF fonts with character identifiers: they become the glyphs' own numbers. */
import { describe, expect, test } from 'vitest';
import { withOwnNumbers } from '../../../src/write/pdf/cffNumbers.js';

/** An INDEX of one item. */
const index = (...data: readonly number[]): readonly number[] => [0, 1, 1, 1, data.length + 1, ...data];

const offset = (value: number): readonly number[] => [28, value >> 8, value & 0xff];

/** A CFF table with a charset at 40, and as many glyphs. */
function font(charset: readonly number[], glyphs: number, hasIdentifiers = true): Uint8Array {
  const ros = hasIdentifiers ? [139, 139, 139, 12, 30] : [];
  const dictionary = [...ros, 30, 0x1a, 0x5f, 5, ...offset(40), 15, ...offset(60), 17];
  const head = [1, 0, 4, 1, ...index(65), ...index(...dictionary)];
  const bytes = new Uint8Array(64);
  bytes.set(head);
  bytes.set(charset, 40);
  bytes.set([glyphs >> 8, glyphs & 0xff], 60);
  return bytes;
}

const charsetOf = (bytes: Uint8Array, length: number) => [...bytes.subarray(40, 40 + length)];

describe('the charset of a CFF font', () => {
  test.each([
    ['one by one', [0, 0, 7, 0, 9, 0, 30], 4],
    ['in short ranges', [1, 0, 7, 0, 0, 9, 1], 4],
    ['in a long range', [2, 0, 7, 0, 2], 4],
  ])('%s becomes a range from 1 on', (_form, charset, glyphs) => {
    expect(charsetOf(withOwnNumbers(font(charset, glyphs), 0), 5)).toEqual([2, 0, 1, 0, glyphs - 2]);
  });

  test('of one short range keeps its length, where there is no room for another form', () => {
    expect(charsetOf(withOwnNumbers(font([1, 0, 7, 2, 99], 4), 0), 5)).toEqual([1, 0, 1, 2, 99]);
  });

  test('stays where glyphs have names', () => {
    const named = font([0, 0, 7, 0, 9, 0, 30], 4, false);
    expect(withOwnNumbers(named, 0)).toBe(named);
  });

  test('is changed in a copy', () => {
    const bytes = font([0, 0, 7, 0, 9, 0, 30], 4);
    withOwnNumbers(bytes, 0);
    expect(charsetOf(bytes, 3)).toEqual([0, 0, 7]);
  });
});
