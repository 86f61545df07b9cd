/** Shadows: a function in SVG with text, a filter with a region of its own where resvg draws. */
import { describe, expect, test } from 'vitest';
import type { Drawing, Scene, Shadow } from '../../../src/drawing/scene.js';
import { IDENTITY, point, rect } from '../../../src/geometry/plane.js';
import { plainFontFiles } from '../../../src/platform/node/packagedAssets.js';
import { createDrawer } from '../../../src/platform/node/rasterizer.js';
import { shadowRegion } from '../../../src/write/bounds.js';
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
    const { data, width } = (await createDrawer(plainFontFiles)).pixels(writeSvg(SCENE, { text: 'outline' }));
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
