/** Floats stand, and leave room, where a search of all that were placed before says. */
import { describe, expect, test } from 'vitest';
import { FloatArea } from '../../src/boxes/floats.js';

const WIDTH = 100;

interface Float {
  readonly side: 'left' | 'right';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const bottomOf = ({ y, height }: Float): number => y + height;

const reachOf = (floats: readonly Float[], side: string, top: number, height: number): number =>
  floats
    .filter((each) => each.side === side && each.y < top + Math.max(height, 1e-3) && bottomOf(each) > top)
    .reduce((sum, { width }) => sum + width, 0);

/** CSS 2.2, 9.5.1: not above one before it, and as high as there is room. */
function topOf(floats: readonly Float[], width: number, height: number, top: number): number {
  const least = Math.max(top, ...floats.map(({ y }) => y));
  const places = [least, ...floats.map(bottomOf).filter((bottom) => bottom > least)].sort((a, b) => a - b);
  const fits = (y: number): boolean =>
    reachOf(floats, 'left', y, height) + reachOf(floats, 'right', y, height) + width <= WIDTH;
  return places.find(fits) ?? (places.at(-1) as number);
}

describe('floats', () => {
  test.each([1, 2, 3])('are found by place (seed %d)', (first) => {
    let seed = first;
    const random = (below: number): number => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const area = new FloatArea(WIDTH);
    const floats: Float[] = [];
    let top = 0;
    for (let i = 0; i < 200; i++) {
      top += random(5);
      const side = random(2) === 0 ? 'left' : 'right';
      const width = random(i % 20 === 0 ? 130 : 40);
      const height = random(i % 30 === 0 ? 300 : 20);
      const y = topOf(floats, width, height, top);
      const reach = reachOf(floats, side, y, height);
      const x = side === 'left' ? reach : WIDTH - reach - width;
      expect(area.place(side, width, height, top)).toEqual({ x, y });
      floats.push({ side, x, y, width, height });

      const asked = random(400);
      for (const each of ['left', 'right'] as const) {
        expect(area.reach(each, asked, 10)).toBe(reachOf(floats, each, asked, 10));
        const own = floats.filter((other) => other.side === each);
        expect(area.bottom(each)).toBe(Math.max(0, ...own.map(bottomOf)));
      }
      const below = floats.map(bottomOf).filter((bottom) => bottom > asked);
      expect(area.nextBottom(asked)).toBe(below.length === 0 ? undefined : Math.min(...below));
    }
  });

  test('leave lines room between the widest on either side', () => {
    const area = new FloatArea(WIDTH);
    area.place('left', 20, 10, 0);
    area.place('right', 30, 40, 0);
    expect(area.lineRoom(0, 10)).toEqual({ left: 20, right: 70 });
    expect(area.lineRoom(10, 10)).toEqual({ left: 0, right: 70 });
    expect(area.lineRoom(40, 10)).toEqual({ left: 0, right: 100 });
  });
});
