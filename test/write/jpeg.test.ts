/** JPEG: the picture on white, and its quality. */
import { decode } from 'jpeg-js';
import { describe, expect, test } from 'vitest';
import { plainFontFiles } from '../../src/nodeAssets.js';
import { rasterizeJpeg } from '../../src/write/jpeg.js';
import { createDrawer } from '../../src/write/png.js';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">' +
  '<rect width="20" height="20" fill="#ff0000"/><path d="M22 3L38 17M22 17L38 3" stroke="#000000" fill="none"/></svg>';

const jpeg = (quality?: number): Promise<Uint8Array> => rasterizeJpeg(SVG, quality, plainFontFiles);

describe('a picture as JPEG', () => {
  test('has the colours of the picture, on white', async () => {
    const { width, height, data } = decode(await jpeg());
    expect([width, height]).toEqual([40, 20]);
    const pixel = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
    for (const [k, value] of [255, 0, 0].entries())
      expect(Math.abs((pixel(5, 5)[k] as number) - value)).toBeLessThan(6);
    for (const value of pixel(30, 1)) expect(value).toBeGreaterThan(245);
  });

  test('is larger the better it is, and 90 per cent good by default', async () => {
    const [low, usual, ninety, best] = await Promise.all([jpeg(10), jpeg(), jpeg(90), jpeg(100)]);
    expect(low.length).toBeLessThan(usual.length);
    expect(usual.length).toBeLessThan(best.length);
    expect(Buffer.from(usual).equals(ninety)).toBe(true);
  });

  test.each([0, 101, Number.NaN, -5])('has no quality of %d per cent', async (quality) => {
    await expect(jpeg(quality)).rejects.toMatchObject({ code: 'invalid-option' });
  });
});

test('pixels have colours that are not multiplied by their opacity', async () => {
  const { pixels } = await createDrawer(plainFontFiles);
  const half = pixels(
    '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1" fill="#ff8000" fill-opacity=".5"/></svg>',
  );
  expect([...half.data]).toEqual([255, 128, 0, 128]);
});
