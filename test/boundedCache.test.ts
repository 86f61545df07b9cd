import { expect, it } from 'vitest';
import { BoundedCache } from '../src/boundedCache.js';

it('remembers what was set or asked for lately, and no more than twice its limit', () => {
  const cache = new BoundedCache<number>(3);
  for (let i = 0; i < 100; i++) {
    cache.set(`${i}`, i);
    expect(cache.get('0')).toBe(0);
  }
  const kept = Array.from({ length: 100 }, (_, i) => cache.get(`${i}`)).filter((value) => value !== undefined);
  expect(kept.length).toBeLessThanOrEqual(6);
  expect(cache.get('99')).toBe(99);
});
