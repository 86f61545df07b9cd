/** Where characters begin in long texts, which are looked at piece by piece. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemeStarts, graphemesFrom, wordStarts } from '../../src/primitives/textSegments.js';

const whole = (text: string): number[] =>
  Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ index }) => index);

/** Compared as texts: arrays of hundreds of numbers take longer to compare than to find. */
const expectStarts = (starts: Iterable<number>, expected: readonly number[], message?: string): void =>
  expect([...starts].join(), message).toBe(expected.join());

describe('characters with their marks', () => {
  test.each<[string, string]>([
    ['letters', 'äöü'.repeat(400)],
    ['one letter with very many marks', `a${'\u0301'.repeat(3000)}b`],
    ['flags', '🇩🇪'.repeat(300)],
    ['families', '👩‍👩‍👧‍👦'.repeat(200)],
    ['syllables', '각'.normalize('NFD').repeat(400)],
    ['lone surrogates', '\ud83d'.repeat(700)],
  ])('%s', (_name, text) => {
    expectStarts(graphemeStarts(text), whole(text));
  });

  test('of any kind beside each other', () => {
    for (let from = 0x20; from < 0x10000; from += 32) {
      if (from >= 0xd800 && from < 0xe000) continue;
      const text = Array.from({ length: 32 }, (_, index) => String.fromCharCode(from + index))
        .map((character) => `${character}a${character}${character}가${character}©`)
        .join('');
      expectStarts(graphemeStarts(text), whole(text), from.toString(16));
    }
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
        expectStarts(graphemeStarts(text), whole(text));
      }),
      { numRuns: 300, seed: 1, endOnFailure: true },
    );
  });

  test('of a part', () => {
    expect([...graphemesFrom('abéd', 1, 3)]).toEqual([1, 2]);
  });
});

describe('words', () => {
  const wholeWords = (text: string): number[] =>
    Array.from(new Intl.Segmenter('th', { granularity: 'word' }).segment(text), ({ index }) => index);

  test.each<[string, string]>([
    ['of Latin letters', 'I can’t say 1,234.5 words. '.repeat(60)],
    ['of one length', `${'x'.repeat(700)} ${'y'.repeat(255)} z`],
    ['of Thai', 'ภาษาไทยเป็นภาษาที่มีระดับเสียงของคำแน่นอนหรือวรรณยุกต์เช่นเดียวกับภาษาจีนและออกเสียงแยกคำต่อคำ'.repeat(20)],
    ['of Lao', 'ພາສາລາວເປັນພາສາທາງການຂອງສາທາລະນະລັດປະຊາທິປະໄຕປະຊາຊົນລາວ'.repeat(20)],
    ['of Khmer', 'ភាសាខ្មែរគឺជាភាសាកំណើតរបស់ជនជាតិខ្មែរនិងជាភាសាផ្លូវការរបស់ប្រទេសកម្ពុជា'.repeat(20)],
    ['of Burmese', 'မြန်မာဘာသာစကားသည်မြန်မာနိုင်ငံ၏ရုံးသုံးဘာသာစကားဖြစ်သည်'.repeat(20)],
    ['that no dictionary knows', 'กา'.repeat(1000)],
  ])('%s', (_name, text) => {
    expectStarts(wordStarts(text), wholeWords(text));
  });

  test('of Thai in any order', () => {
    const unit = fc.constantFrom('ภาษา', 'ไทย', 'เป็น', 'ที่', 'มี', 'ระดับ', 'เสียง', 'ของ', 'คำ', 'แน่นอน', ' ', 'x');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 150, maxLength: 500 }), (text) => {
        expectStarts(wordStarts(text), wholeWords(text));
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});
