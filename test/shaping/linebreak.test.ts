import { describe, expect, it } from 'vitest';
import { graphemeStarts } from '../../src/primitives/textSegments.js';
import { breakOpportunities } from '../../src/shaping/linebreak.js';

/** The text with a bar at every place where a line may end. */
function broken(text: string): string {
  const allowed = breakOpportunities(text);
  return [...text.split('').keys()].map((i) => (allowed[i] ? '|' : '') + text[i]).join('');
}

describe('break opportunities', () => {
  it.each([
    ['two words', 'two |words'],
    ['well-known', 'well-|known'],
    ['x -1', 'x |-1'],
    ['ABCD-1234', 'ABCD-|1234'],
    ['a/b.c,d', 'a/b.c,d'],
    ['what?this', 'what?|this'],
    ['f(x)(y)', 'f(x)|(y)'],
    ['no\u00a0break', 'no\u00a0break'],
    ['zero\u200bwidth', 'zero\u200b|width'],
    ['日本語、です', '日|本|語、|で|す'],
    ['dash—dash', 'dash|—|dash'],
  ])('%s', (text, expected) => {
    expect(broken(text)).toBe(expected);
  });

  it('uses a dictionary for Thai', () => {
    expect(broken('ภาษาไทย')).toBe('ภาษา|ไทย');
  });
});

it('keeps characters with their marks', () => {
  expect(graphemeStarts('e\u0301👍🏽x')).toEqual([0, 2, 6]);
});
