/** Stretches that are found by place are those that a search of all of them finds. */
import { describe, expect, test } from 'vitest';
import { firstAbove, Spans } from '../../src/geometry/spans.js';

/** Numbers from 0 to below a bound, the same each time. */
function numbersBelow(bound: number): () => number {
  let seed = 11;
  return () => {
    seed = (seed * 48271) % 2147483647;
    return seed % bound;
  };
}

describe('spans', () => {
  test.each([0, 1, 7, 8, 9, 64, 65, 700])('of %d stretches', (count) => {
    const random = numbersBelow(1000);
    const all = Array.from({ length: count }, (_, name) => {
      const start = random();
      return { name, start, end: start + (name % 50 === 0 ? 600 : random() % 20) };
    });
    const spans = Spans.of(all, ({ start, end }) => [start, end]);
    for (let i = 0; i < 100; i++) {
      const start = random();
      const end = start + (random() % 30);
      const wanted = all.filter((each) => each.start < end && each.end > start).sort((a, b) => a.start - b.start);
      expect([...spans.between(start, end)]).toEqual(wanted);
    }
  });

  test('that only touch are not between', () => {
    const spans = Spans.of([[0, 10] as const], (extent) => extent);
    expect([...spans.between(10, 20)]).toEqual([]);
    expect([...spans.between(-5, 0)]).toEqual([]);
    expect([...spans.between(9, 10)]).toHaveLength(1);
  });
});

test('the first number above a value', () => {
  expect([0, 1, 2, 3].map((value) => firstAbove([1, 1, 2], value))).toEqual([0, 2, 3, 3]);
});
