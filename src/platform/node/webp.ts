/** Turns a picture into WebP: resvg's pixels through libwebp, compiled for WebAssembly. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { MxsvgError } from '../../diagnostics.js';
import type { Scene } from '../../drawing/scene.js';
import type { Pixels } from '../../write/raster/drawer.js';
import { checkedQuality } from './jpeg.js';
import { type RasterOptions, rasterizeToPixels } from './rasterizer.js';

/** The format's own, px. */
const LONGEST_SIDE = 16_383;

/**
 * The WebP bytes of a picture, transparent where it has no background. `quality` is a percentage, 1 to 100, default 90.
 * Throws MxsvgError 'invalid-option' for another one, and 'limit-exceeded' for too many pixels, in all or on a side.
 */
export async function rasterizeWebp(
  scene: Scene,
  quality: number | undefined,
  options: RasterOptions,
): Promise<Uint8Array> {
  const percent = checkedQuality(quality);
  const pixels = await rasterizeToPixels(scene, undefined, options);
  checkSides(pixels);
  const [{ default: createEncoder }, { defaultOptions }, module] = await Promise.all([
    import('@jsquash/webp/codec/enc/webp_enc.js'),
    import('@jsquash/webp/meta.js'),
    encoderModule(),
  ]);
  // One of its own for each picture: the memory of a large one isn't kept.
  const encoder = await createEncoder({
    noInitialRun: true,
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
  });
  const { data, width, height } = pixels;
  const encoded = encoder.encode(straight(data), width, height, { ...defaultOptions, quality: percent });
  if (encoded) return encoded.slice();
  throw new MxsvgError('limit-exceeded', `A WebP of ${width} × ${height} pixels can't be made: make it smaller.`, {
    limit: 'pixels',
  });
}

/** resvg's colours are multiplied by their opacity, WebP's aren't. */
function straight(data: Uint8Array): Uint8Array {
  const colors = data.slice();
  for (let at = 0; at < colors.length; at += 4) {
    const alpha = colors[at + 3] as number;
    if (alpha === 0 || alpha === 255) continue;
    for (let part = at; part < at + 3; part++) {
      colors[part] = Math.min(255, Math.round(((colors[part] as number) * 255) / alpha));
    }
  }
  return colors;
}

let compiled: Promise<WebAssembly.Module> | undefined;

/** The one of its two encoders that gives the same bytes on every processor. */
function encoderModule(): Promise<WebAssembly.Module> {
  const file = createRequire(import.meta.url).resolve('@jsquash/webp/codec/enc/webp_enc.wasm');
  compiled ??= readFile(file).then((bytes) => WebAssembly.compile(bytes));
  return compiled;
}

function checkSides({ width, height }: Pick<Pixels, 'width' | 'height'>): void {
  if (Math.max(width, height) <= LONGEST_SIDE) return;
  throw new MxsvgError(
    'limit-exceeded',
    `A WebP has ${LONGEST_SIDE} pixels a side at most, and this one would have ${width} × ${height}: make it smaller, or a PNG.`,
    { limit: 'pixels' },
  );
}
