/** When two programs' pictures of one diagram count as the same: at which scales and borders, and how far pixels may differ. */
import { describe, expect, test } from 'vitest';
import { fitsOf, looksAlike } from '../../src/verify/foreign.js';
import type { Pixels } from '../../src/write/raster/drawer.js';

const size = (width: number, height: number) => ({ width, height });

describe('the scale and border that another program drew with', () => {
  test.each([
    ['of its own size', size(100, 50), { scale: 1, border: 0 }],
    ['with a border', size(120, 70), { scale: 1, border: 10 }],
    ['at a scale', size(250, 125), { scale: 2.5, border: 0 }],
    ['made small', size(50, 25), { scale: 0.5, border: 0 }],
    ['at a scale, with a border', size(220, 120), { scale: 2, border: 5 }],
    ['larger by the slack', size(102.5, 52.5), { scale: 1, border: 1 }],
    ['smaller by the slack', size(97.5, 47.5), { scale: 1, border: 0 }],
  ])('are found for a picture %s', (_name, theirs, fit) => {
    expect(fitsOf(theirs, size(100, 50))).toContainEqual(fit);
  });

  test('are several where a square leaves it open', () => {
    expect(fitsOf(size(120, 120), size(100, 100))).toEqual([
      { scale: 1, border: 10 },
      { scale: 1.2, border: 0 },
    ]);
  });

  test('make the drawing as large as theirs, but for the slack', () => {
    for (const theirs of [size(101, 51), size(333, 160), size(64, 40)]) {
      for (const { scale, border } of fitsOf(theirs, size(100, 50))) {
        expect(border).toBeGreaterThanOrEqual(0);
        expect(Math.abs(scale * (100 + 2 * border) - theirs.width)).toBeLessThanOrEqual(2.5 * scale);
        expect(Math.abs(scale * (50 + 2 * border) - theirs.height)).toBeLessThanOrEqual(2.5 * scale);
      }
    }
  });

  test.each([
    ['standing where ours lies', size(50, 100), size(100, 50)],
    ['that is no square as ours is', size(100, 60), size(100, 100)],
    ['smaller by more than the slack', size(100, 47), size(100, 50)],
    ['without extent', size(0, 0), size(100, 50)],
  ])('are none for a picture %s', (_name, theirs, ours) => {
    expect(fitsOf(theirs, ours).filter(({ border }) => border === 0)).toEqual([]);
  });
});

type Color = readonly [red: number, green: number, blue: number];

const WHITE: Color = [255, 255, 255];
const BLACK: Color = [0, 0, 0];

/** A picture of so many pixels; white where `colorAt` says nothing. */
function picture(
  width: number,
  height: number,
  colorAt: (x: number, y: number) => Color | undefined = () => undefined,
  alpha = 255,
): Pixels {
  const data = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set([...(colorAt(x, y) ?? WHITE), alpha], 4 * (y * width + x));
  }
  return { width, height, data };
}

const within = (x: number, y: number, left: number, top: number, width: number, height: number): boolean =>
  x >= left && x < left + width && y >= top && y < top + height;

describe('two pictures', () => {
  const blank = picture(60, 60);

  test('look alike where they are the same, whatever their opacity says', () => {
    expect(looksAlike(blank, picture(60, 60))).toBe(true);
    expect(looksAlike(blank, picture(60, 60, undefined, 0))).toBe(true);
  });

  test.each([
    [4, true],
    [5, false],
  ])('may differ in four squares of six px, and not in five: %d', (squares, alike) => {
    const marked = picture(60, 60, (x, y) => (within(x, y, 0, 12, 6 * squares, 6) ? BLACK : undefined));
    expect(looksAlike(blank, marked)).toBe(alike);
    expect(looksAlike(marked, blank)).toBe(alike);
  });

  test('are not told apart by four squares that stand apart from each other', () => {
    const corners = picture(60, 60, (x, y) => ((x < 6 || x >= 54) && (y < 6 || y >= 54) ? BLACK : undefined));
    expect(looksAlike(blank, corners)).toBe(true);
  });

  test.each([
    [0, 40, true],
    [0, 41, false],
    [1, 41, false],
    [2, 41, false],
  ])('may be off by forty steps in each channel: channel %d, %d steps', (channel, steps, alike) => {
    const color = WHITE.map((value, i) => (i === channel ? value - steps : value)) as unknown as Color;
    expect(
      looksAlike(
        blank,
        picture(60, 60, () => color),
      ),
    ).toBe(alike);
  });

  test('look alike with a line half a px off, or set softly', () => {
    const sharp = picture(60, 60, (x) => (x === 20 ? BLACK : undefined));
    const moved = picture(60, 60, (x) => (x === 21 ? BLACK : undefined));
    const soft = picture(60, 60, (x) => (x === 20 || x === 21 ? [128, 128, 128] : undefined));
    expect(looksAlike(sharp, moved)).toBe(true);
    expect(looksAlike(sharp, soft)).toBe(true);
  });

  test('are told apart by a line that one of them lacks, or has elsewhere', () => {
    const line = picture(60, 60, (x) => (x === 20 ? BLACK : undefined));
    expect(looksAlike(line, blank)).toBe(false);
    expect(
      looksAlike(
        line,
        picture(60, 60, (x) => (x === 40 ? BLACK : undefined)),
      ),
    ).toBe(false);
  });

  test('are compared as far as both reach, from the top left corner on', () => {
    const larger = picture(62, 63, (x, y) => (x >= 60 || y >= 60 ? BLACK : undefined));
    expect(looksAlike(blank, larger)).toBe(true);
    expect(looksAlike(larger, blank)).toBe(true);
    const shifted = (by: number) =>
      picture(60, 60, (x, y) => (within(x, y, 18 + by, 18 + by, 24, 24) ? BLACK : undefined));
    expect(looksAlike(shifted(0), shifted(0))).toBe(true);
    expect(looksAlike(shifted(0), shifted(6))).toBe(false);
  });

  test('count what is left of squares at their edges like whole ones', () => {
    const edged = (rows: number) => picture(61, 60, (x, y) => (x === 60 && y < 6 * rows ? BLACK : undefined));
    expect(looksAlike(picture(61, 60), edged(4))).toBe(true);
    expect(looksAlike(picture(61, 60), edged(5))).toBe(false);
  });
});
