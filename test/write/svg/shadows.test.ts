/** Shadows: a function in SVG with text, a filter with a region of its own where resvg draws. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics.js';
import type { Drawing, Scene, Shadow } from '../../../src/drawing/scene.js';
import { IDENTITY, point, rect } from '../../../src/geometry/plane.js';
import { DEFAULT_LIMITS } from '../../../src/limits.js';
import { createDrawer } from '../../../src/platform/node/nodeRasterizer.js';
import { prepareForRaster } from '../../../src/write/raster/prepare.js';
import { shadowRegion } from '../../../src/write/sceneBounds.js';
import { writeSvg } from '../../../src/write/svg/writeSvg.js';

const SHADOW: Shadow = { color: '#000000', opacity: 0.25, dx: 2, dy: 3, blur: 2 };

/** A line without height. */
const LINE: Drawing = {
  kind: 'drawing',
  outline: {
    kind: 'path',
    path: [
      { kind: 'move', to: point(10, 20) },
      { kind: 'line', to: point(90, 20) },
    ],
  },
  transform: IDENTITY,
  stroke: { color: '#ff0000', opacity: 1, width: 2, dash: [], lineCap: 'butt', lineJoin: 'miter', miterLimit: 10 },
};

const SCENE: Scene = {
  viewBox: rect(0, 0, 100, 40),
  width: 100,
  height: 40,
  sheet: { width: 850, height: 1100, pageScale: 1 },
  root: { kind: 'group', shadow: SHADOW, children: [LINE] },
};

describe('the shadow of a line without height', () => {
  test('is a filter function in browsers', () => {
    expect(writeSvg(SCENE)).toContain('style="filter:drop-shadow(2px 3px 2px #00000040)"');
  });

  test('takes nothing from the line as PNG', async () => {
    const { data, width } = (await createDrawer()).pixels(writeSvg(SCENE, { text: 'outline' }));
    const at = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
    expect(at(50, 20)).toEqual([255, 0, 0, 255]);
    expect(at(52, 24)[3]).toBeGreaterThan(10);
    expect(at(52, 33)[3]).toBe(0);
  });
});

test('the region of a shadow has room for what casts it, and for its blur', () => {
  const region = shadowRegion([LINE], SHADOW, IDENTITY);
  expect(region).toEqual(rect(-5, 6, 114, 34));
  expect(shadowRegion([], SHADOW, IDENTITY)).toBeUndefined();
});

test('outlines for people have every shadow, whatever rasterizers would make of them', () => {
  const shadows = Array.from({ length: 200 }, () => ({ kind: 'group', shadow: SHADOW, children: [LINE] }) as const);
  const scene: Scene = { ...SCENE, viewBox: rect(0, 0, 1000, 1000), root: { kind: 'group', children: shadows } };
  const filtered = (svg: string): number => svg.split(' filter="url(').length - 1;
  const limits = { ...DEFAULT_LIMITS, pixels: 100_000 };
  expect(filtered(writeSvg(scene, { text: 'outline', scale: 2, limits }))).toBe(200);
  const told: string[] = [];
  const report = ({ code }: Diagnostic): unknown => told.push(code);
  const document = writeSvg(prepareForRaster(scene, { scale: 2, limits, report }), { text: 'outline', scale: 2 });
  // Each shadow is 114 by 34 px, and a quarter of the pixels are for them.
  expect(filtered(document)).toBe(Math.floor(25_000 / (114 * 34 * 4)));
  expect(told).toEqual(['too-costly']);
});

test('a rasterizer gets no layer that is far outside of the picture', () => {
  const far: Drawing = { ...LINE, outline: { kind: 'rect', box: rect(5000, 0, 10, 10), radiusX: 0, radiusY: 0 } };
  const scene: Scene = {
    ...SCENE,
    root: { kind: 'group', children: [{ kind: 'group', shadow: SHADOW, children: [far] }, LINE] },
  };
  const request = { scale: 1, limits: DEFAULT_LIMITS };
  expect(prepareForRaster(scene, request).root.children).toEqual([LINE]);
});
