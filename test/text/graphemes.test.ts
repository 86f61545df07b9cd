/** Where characters begin in long texts, which are looked at piece by piece. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemeStarts, graphemesFrom } from '../../src/text/linebreak.js';

const whole = (text: string): number[] =>
  Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ index }) => index);

describe('characters with their marks', () => {
  test.each<[string, string]>([
    ['letters', 'äöü'.repeat(400)],
    ['one letter with very many marks', `a${'\u0301'.repeat(3000)}b`],
    ['flags', '🇩🇪'.repeat(300)],
    ['families', '👩‍👩‍👧‍👦'.repeat(200)],
    ['syllables', '각'.normalize('NFD').repeat(400)],
    ['lone surrogates', '\ud83d'.repeat(700)],
  ])('%s', (_name, text) => {
    expect(graphemeStarts(text)).toEqual(whole(text));
  });

  test('anything', () => {
    const unit = fc.constantFrom(
      'a',
      'ä',
      '\u0301',
      '\u200d',
      '👩',
      '🇩',
      '\ud83c',
      'ᄀ',
      'ᅡ',
      '\r',
      '\n',
      '\ufe0f',
      'क',
      '्',
      'م',
    );
    fc.assert(
      fc.property(fc.string({ unit, minLength: 240, maxLength: 800 }), (text) => {
        expect(graphemeStarts(text)).toEqual(whole(text));
      }),
      { numRuns: 300, seed: 1, endOnFailure: true },
    );
  });

  test('of a part', () => {
    expect([...graphemesFrom('abéd', 1, 3)]).toEqual([1, 2]);
  });
});
