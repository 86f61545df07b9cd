/** Boxes that are found by place are those that a search of all of them finds, in the order in which they were added. */
import { describe, expect, test } from 'vitest';
import { BoxIndex } from '../../src/geometry/boxIndex.js';
import { bottom, type Rect, rect, right } from '../../src/geometry/plane.js';

const meets = (a: Rect, b: Rect): boolean => a.x <= right(b) && b.x <= right(a) && a.y <= bottom(b) && b.y <= bottom(a);

describe('a box index', () => {
  test('finds nothing in nothing', () => {
    expect(new BoxIndex().meeting(rect(0, 0, 9, 9))).toEqual([]);
  });

  test('finds boxes while it grows', () => {
    let seed = 5;
    const random = (below: number): number => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const any = (size: number): Rect => rect(random(1000), random(1000), random(size), random(size));
    const index = new BoxIndex<Rect>();
    const all: Rect[] = [];
    for (let i = 0; i < 400; i++) {
      const box = any(i % 40 === 0 ? 900 : 30);
      index.add(box, box);
      all.push(box);
      if (i % 3 === 0) continue;
      const asked = any(60);
      expect(index.meeting(asked)).toEqual(all.filter((each) => meets(each, asked)));
    }
  });
});
