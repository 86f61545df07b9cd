/** Turns a picture into JPEG: resvg's pixels through jpeg-js. */
import { MxsvgError } from '../diagnostics.js';
import type { Scene } from '../scene/scene.js';
import { type RasterOptions, rasterizeToPixels } from './png.js';

/** draw.io's own. */
const DEFAULT_QUALITY = 90;

/** What lies behind a picture: JPEG has no transparency. */
const PAPER = '#ffffff';

/**
 * The JPEG bytes of a picture, on white where it has no background. `quality` is a percentage, 1 to 100, default 90. Throws MxsvgError 'invalid-option' for another one,
 * and 'limit-exceeded' for too many pixels.
 */
export async function rasterizeJpeg(
  scene: Scene,
  quality: number | undefined,
  options: RasterOptions,
): Promise<Uint8Array> {
  const percent = checkedQuality(quality);
  const { encode } = await import('jpeg-js');
  const pixels = await rasterizeToPixels(scene, PAPER, options);
  return encode(pixels, percent).data;
}

function checkedQuality(quality = DEFAULT_QUALITY): number {
  if (Number.isFinite(quality) && quality >= 1 && quality <= 100) return Math.round(quality);
  throw new MxsvgError('invalid-option', `quality must be a percentage from 1 to 100, not ${quality}.`);
}
