/** Turns a picture into JPEG: resvg's pixels through jpeg-js. */
import { encode } from 'jpeg-js';
import { MxsvgError } from '../../diagnostics.js';
import type { Scene } from '../../drawing/scene.js';
import { type JpegOptions, printScale } from '../../options.js';
import { checkOptionTypes } from '../../optionTypes.js';
import type { Source } from '../../render.js';
import type { Pixels } from '../../write/raster/drawer.js';
import { lit, type PictureTools, rasterizerFor } from './pngPictures.js';
import type { Rasterizer } from './rasterizer.js';

/** draw.io's own. */
const DEFAULT_QUALITY = 90;

/** The format's own, px. */
const LONGEST_SIDE = 65_535;

/** What lies behind a picture: JPEG has no transparency. */
const PAPER = '#ffffff';

/** One page as JPEG. Throws MxsvgError as drawPng does, and 'invalid-option' for a quality out of range. */
export function drawJpeg(tools: PictureTools, source: Source, options: JpegOptions): Uint8Array {
  checkOptionTypes(options);
  const scene = tools.engine.scene(source, lit(options));
  return rasterizeJpeg(scene, options.quality, printScale(scene, options), rasterizerFor(tools, options));
}

/**
 * The JPEG bytes of a picture, on white where it has no background. `quality` is a percentage, 1 to 100, default 90;
 * `scale` in pixels for one px of the page. Throws MxsvgError 'invalid-option' for another quality, and 'limit-exceeded'
 * for too many pixels, in all or on a side.
 */
export function rasterizeJpeg(
  scene: Scene,
  quality: number | undefined,
  scale: number,
  rasterizer: Rasterizer,
): Uint8Array {
  const percent = checkedQuality(quality);
  const pixels = rasterizer.pixels(rasterizer.document(scene, scale), PAPER);
  checkSides(pixels, 'JPEG', LONGEST_SIDE);
  return encode(pixels, percent).data;
}

/** Throws MxsvgError 'limit-exceeded' where a side has more pixels than a format, such as "JPEG", has room for. */
export function checkSides({ width, height }: Pick<Pixels, 'width' | 'height'>, format: string, longest: number): void {
  if (Math.max(width, height) <= longest) return;
  throw new MxsvgError(
    'limit-exceeded',
    `A ${format} has ${longest} pixels a side at most, and this one would have ${width} × ${height}: make it smaller, or a PNG.`,
    { limit: 'pixels' },
  );
}

/** A percentage as given, default 90. Throws MxsvgError 'invalid-option' for another number. */
export function checkedQuality(quality = DEFAULT_QUALITY): number {
  if (Number.isFinite(quality) && quality >= 1 && quality <= 100) return Math.round(quality);
  throw new MxsvgError('invalid-option', `quality must be a percentage from 1 to 100, not ${quality}.`);
}
