/** JPEG: the picture on white, and its quality. */
import { decode } from 'jpeg-js';
import { describe, expect, test } from 'vitest';
import type { Scene } from '../../../src/drawing/scene.js';
import { parsePathData } from '../../../src/geometry/pathData.js';
import { IDENTITY, rect } from '../../../src/geometry/plane.js';
import { renderJpeg } from '../../../src/index.js';
import { createDrawer } from '../../../src/platform/node/nodeRasterizer.js';
import { rasterizeJpeg } from '../../../src/platform/raster/jpeg.js';

/** Half of it red, a cross in the other half. */
const SCENE: Scene = {
  viewBox: rect(0, 0, 40, 20),
  width: 40,
  height: 20,
  sheet: { width: 850, height: 1100, pageScale: 1 },
  root: {
    kind: 'group',
    children: [
      {
        kind: 'drawing',
        outline: { kind: 'rect', box: rect(0, 0, 20, 20), radiusX: 0, radiusY: 0 },
        transform: IDENTITY,
        fill: { paint: { kind: 'solid', color: '#ff0000' }, opacity: 1 },
      },
      {
        kind: 'drawing',
        outline: { kind: 'path', path: parsePathData('M22 3L38 17M22 17L38 3') },
        transform: IDENTITY,
        stroke: {
          color: '#000000',
          opacity: 1,
          width: 1,
          dash: [],
          lineCap: 'butt',
          lineJoin: 'miter',
          miterLimit: 10,
        },
      },
    ],
  },
};

const jpeg = async (quality?: number): Promise<Uint8Array> => rasterizeJpeg(SCENE, quality, 1, await createDrawer());

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

  test('is refused where a side is longer than the format has them', async () => {
    const long = (width: number): Promise<Uint8Array> =>
      renderJpeg(
        `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell style="strokeColor=none" vertex="1" parent="1"><mxGeometry width="${width}" height="2" as="geometry"/></mxCell></root></mxGraphModel>`,
      );
    expect(decode(await long(65_535)).width).toBe(65_535);
    await expect(long(65_540)).rejects.toMatchObject({ code: 'limit-exceeded', limit: 'pixels' });
  });

  test.each([0, 101, Number.NaN, -5])('has no quality of %d per cent', async (quality) => {
    await expect(jpeg(quality)).rejects.toMatchObject({ code: 'invalid-option' });
  });
});

test('pixels have colours that are not multiplied by their opacity', async () => {
  const drawer = await createDrawer();
  const half = drawer.pixels(
    '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1" fill="#ff8000" fill-opacity=".5"/></svg>',
  );
  expect([...half.data]).toEqual([255, 128, 0, 128]);
});
