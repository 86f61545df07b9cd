/** WebP: the picture's colours and opacity, its quality, and what it can't be. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import createDecoder from '@jsquash/webp/codec/dec/webp_dec.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { imageSize } from '../../../src/decode/imageSize.js';
import { renderPng, renderWebp } from '../../../src/index.js';

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

let decode: (bytes: Uint8Array) => Picture;
beforeAll(async () => {
  const require = createRequire(import.meta.url);
  const module = new WebAssembly.Module(readFileSync(require.resolve('@jsquash/webp/codec/dec/webp_dec.wasm')));
  // The decoder makes what pages have.
  Object.assign(globalThis, {
    ImageData: class {
      constructor(
        readonly data: Uint8ClampedArray,
        readonly width: number,
        readonly height: number,
      ) {}
    },
  });
  const decoder = await createDecoder({
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
  });
  decode = (bytes) => decoder.decode(bytes) as Picture;
});

/** Red, half as opaque on its right half. */
const PAGE = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="a" vertex="1" parent="1" style="fillColor=#ff0000;strokeColor=none"><mxGeometry width="40" height="40" as="geometry"/></mxCell>
<mxCell id="b" vertex="1" parent="1" style="fillColor=#ff0000;strokeColor=none;opacity=50"><mxGeometry x="40" width="40" height="40" as="geometry"/></mxCell>
</root></mxGraphModel>`;

const SHADED = PAGE.replace(
  'fillColor=#ff0000',
  'rounded=1;gradientColor=#00ff88;gradientDirection=radial;fillColor=#ff0000',
);

const PLAIN = { systemFonts: 'none' } as const;

describe('a picture as WebP', () => {
  test('has the colours of the picture, and its opacity', async () => {
    const { width, height, data } = decode(await renderWebp(PAGE, { ...PLAIN, border: 10 }));
    expect([width, height]).toEqual([100, 60]);
    const at = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
    const near = (actual: readonly number[], expected: readonly number[]) =>
      expect(Math.max(...actual.map((part, index) => Math.abs(part - (expected[index] as number))))).toBeLessThan(12);
    near(at(30, 30), [255, 0, 0, 255]);
    near(at(70, 30), [255, 0, 0, 128]);
    expect(at(2, 2)[3]).toBe(0);
    const onWhite = decode(await renderWebp(PAGE, { ...PLAIN, border: 10, background: '#ffffff' }));
    near([...onWhite.data.subarray(0, 4)], [255, 255, 255, 255]);
  });

  test('is as large as the PNG, and the same each time', async () => {
    const options = { ...PLAIN, scale: 2 };
    const [webp, again, png] = [
      await renderWebp(PAGE, options),
      await renderWebp(PAGE, options),
      await renderPng(PAGE, options),
    ];
    const sizeOf = (type: string, bytes: Uint8Array) =>
      imageSize(`data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`);
    expect(sizeOf('webp', webp)).toMatchObject({ ...sizeOf('png', png) });
    expect(Buffer.from(webp).equals(again)).toBe(true);
  });

  test('takes less room at a lower quality, and no other quality than a percentage', async () => {
    const length = async (quality?: number) => (await renderWebp(SHADED, { ...PLAIN, scale: 2, quality })).length;
    expect(await length(10)).toBeLessThan(await length(100));
    expect(await length()).toBe(await length(90));
    for (const quality of [0, 101, Number.NaN]) {
      await expect(renderWebp(PAGE, { ...PLAIN, quality })).rejects.toMatchObject({ code: 'invalid-option' });
    }
  });

  test('is no longer than the format allows', async () => {
    await expect(
      renderWebp(PAGE.replaceAll('width="40" height="40"', 'width="20000" height="4"'), PLAIN),
    ).rejects.toMatchObject({
      code: 'limit-exceeded',
      message: expect.stringContaining('16383'),
    });
  });
});
