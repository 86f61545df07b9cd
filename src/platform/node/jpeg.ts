/** Turns a picture into JPEG: resvg's pixels through jpeg-js. */
import { MxsvgError } from '../../diagnostics.js';
import type { Scene } from '../../drawing/scene.js';
import { type RasterOptions, rasterizeToPixels } from './rasterizer.js';

/** draw.io's own. */
const DEFAULT_QUALITY = 90;

/** The format's own, px. */
const LONGEST_SIDE = 65_535;

/** What lies behind a picture: JPEG has no transparency. */
const PAPER = '#ffffff';

/**
 * The JPEG bytes of a picture, on white where it has no background. `quality` is a percentage, 1 to 100, default 90.
 * Throws MxsvgError 'invalid-option' for another one, and 'limit-exceeded' for too many pixels, in all or on a side.
 */
export async function rasterizeJpeg(
  scene: Scene,
  quality: number | undefined,
  options: RasterOptions,
): Promise<Uint8Array> {
  const percent = checkedQuality(quality);
  const { encode } = await import('jpeg-js');
  const pixels = await rasterizeToPixels(scene, PAPER, options);
  checkSides(pixels);
  return encode(pixels, percent).data;
}

function checkSides({ width, height }: { readonly width: number; readonly height: number }): void {
  if (Math.max(width, height) <= LONGEST_SIDE) return;
  throw new MxsvgError(
    'limit-exceeded',
    `A JPEG has ${LONGEST_SIDE} pixels a side at most, and this one would have ${width} × ${height}: make it smaller, or a PNG.`,
    { limit: 'pixels' },
  );
}

/** A percentage as given, default 90. Throws MxsvgError 'invalid-option' for another number. */
export function checkedQuality(quality = DEFAULT_QUALITY): number {
  if (Number.isFinite(quality) && quality >= 1 && quality <= 100) return Math.round(quality);
  throw new MxsvgError('invalid-option', `quality must be a percentage from 1 to 100, not ${quality}.`);
}
