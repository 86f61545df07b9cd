import { describe, expect, it } from 'vitest';
import { BoundedCache, dataSize, ownCopy } from '../../src/primitives/boundedCache.js';

const KIB = 1024;

describe('a bounded cache', () => {
  it('remembers what was set or asked for lately, and no more than its bytes', () => {
    const cache = new BoundedCache<string, Uint8Array>(64 * KIB, ({ length }) => length);
    for (let i = 0; i < 1000; i++) {
      cache.set(`${i}`, new Uint8Array(KIB));
      expect(cache.get('0')).toBeDefined();
    }
    const kept = Array.from({ length: 1000 }, (_, i) => cache.get(`${i}`)).filter((value) => value !== undefined);
    expect(kept.length).toBeLessThan(64);
    expect(kept.length).toBeGreaterThan(16);
    expect(cache.get('999')).toBeDefined();
  });

  it('counts keys', () => {
    const cache = new BoundedCache<string, number>(64 * KIB, () => 8);
    const key = (i: number): string => `${i}`.padEnd(4 * KIB);
    for (let i = 0; i < 100; i++) cache.set(key(i), i);
    const kept = Array.from({ length: 100 }, (_, i) => cache.get(key(i))).filter((value) => value !== undefined);
    expect(kept.length).toBeLessThan(8);
  });

  it('doesn’t keep what would take more than half of it, nor what stood in its place', () => {
    const cache = new BoundedCache<string, Uint8Array>(4 * KIB, ({ length }) => length);
    cache.set('a', new Uint8Array(KIB));
    cache.set('a', new Uint8Array(3 * KIB));
    expect(cache.get('a')).toBeUndefined();
  });

  it('keeps the value that was set last', () => {
    const cache = new BoundedCache<number, string>(64 * KIB, dataSize);
    for (let i = 0; i < 2000; i++) cache.set(1, `${i}`);
    cache.set(2, 'other');
    expect([cache.get(1), cache.get(2)]).toEqual(['1999', 'other']);
  });

  it('makes a value once, though it be undefined', () => {
    const cache = new BoundedCache<string, undefined>(64 * KIB, () => 0);
    let made = 0;
    const make = (): undefined => {
      made += 1;
    };
    cache.remember('a', make);
    cache.remember('a', make);
    expect(made).toBe(1);
  });
});

it('a copy of a text is the same text', () => {
  expect([ownCopy(''), ownCopy('a text'), ownCopy('🙂'), ownCopy(7)]).toEqual(['', 'a text', '🙂', 7]);
});

it('the size of data grows with all that is in it', () => {
  const sizes = [{}, { a: 'text' }, { a: 'text', b: [1, 2, 3] }, { a: new Map([['k', 'v']]), b: new Uint8Array(1000) }];
  const counted = sizes.map(dataSize);
  expect(counted).toEqual([...counted].sort((a, b) => a - b));
  expect(new Set(counted).size).toBe(4);
});
