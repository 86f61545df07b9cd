/** Turns a picture into WebP: resvg's pixels through libwebp, compiled for WebAssembly. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { MxsvgError } from '../../diagnostics.js';
import { printScale, type WebpOptions } from '../../options.js';
import { checkOptionTypes } from '../../optionTypes.js';
import type { Source } from '../../render.js';
import { checkedQuality, checkSides } from '../raster/jpeg.js';
import { lit, type PictureTools, rasterizerFor } from '../raster/pngPictures.js';

/** The format's own, px. */
const LONGEST_SIDE = 16_383;

/**
 * One page as WebP, transparent where it has no background. `quality` is a percentage, 1 to 100, default 90. Throws
 * MxsvgError as drawPng does, 'invalid-option' for another quality, and 'limit-exceeded' for too many pixels, in all or on
 * a side.
 */
export async function drawWebp(tools: PictureTools, source: Source, options: WebpOptions): Promise<Uint8Array> {
  checkOptionTypes(options);
  const percent = checkedQuality(options.quality);
  const scene = tools.engine.scene(source, lit(options));
  const rasterizer = rasterizerFor(tools, options);
  const pixels = rasterizer.pixels(rasterizer.document(scene, printScale(scene, options)));
  checkSides(pixels, 'WebP', LONGEST_SIDE);
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
  const encoded = encoder.encode(data, width, height, { ...defaultOptions, quality: percent });
  if (encoded) return encoded.slice();
  throw new MxsvgError('limit-exceeded', `A WebP of ${width} × ${height} pixels can't be made: make it smaller.`, {
    limit: 'pixels',
  });
}

let compiled: Promise<WebAssembly.Module> | undefined;

/** The one of its two encoders that gives the same bytes on every processor. */
function encoderModule(): Promise<WebAssembly.Module> {
  const file = createRequire(import.meta.url).resolve('@jsquash/webp/codec/enc/webp_enc.wasm');
  compiled ??= readFile(file).then((bytes) => WebAssembly.compile(bytes));
  return compiled;
}
