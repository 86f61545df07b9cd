/** Turns a picture into PNG with resvg. Text is drawn as outlines, so no fonts are loaded and nothing is shaped again. */
import type { ResvgRenderOptions } from '@resvg/resvg-js';
import { MxsvgError } from '../diagnostics.js';
import { type Drawable, withDrawableImages } from './pngImages.js';

/** Pictures of more pixels take too much memory; resvg ends the whole process where it can't get as much. */
const MAX_PIXELS = 100_000_000;

/**
 * The PNG bytes of an SVG document whose text is outlined, at the document's own printed size. `fontFiles` gives the
 * paths of fonts for text inside embedded SVG images. Throws MxsvgError 'limit-exceeded' past 100 million pixels.
 */
export async function rasterize(
  svg: string,
  background: string | undefined,
  fontFiles: () => readonly string[],
): Promise<Uint8Array> {
  // A native module: who draws SVG alone never loads it.
  const { Resvg } = await import('@resvg/resvg-js');
  const open = (document: string, options: ResvgRenderOptions): Drawable => {
    const font = { loadSystemFonts: false };
    const picture = new Resvg(document, { shapeRendering: 2, imageRendering: 0, font, ...options });
    requireDrawable(picture, options);
    return { width: picture.width, height: picture.height, png: () => picture.render().asPng() };
  };
  return open(withDrawableImages(svg, fontFiles, open), { background }).png();
}

function requireDrawable(
  picture: { readonly width: number; readonly height: number },
  options: ResvgRenderOptions,
): void {
  const { fitTo } = options;
  const factor = fitTo?.mode === 'width' ? fitTo.value / picture.width : 1;
  const [width, height] = [Math.ceil(picture.width * factor), Math.ceil(picture.height * factor)];
  if (width * height <= MAX_PIXELS) return;
  throw new MxsvgError(
    'limit-exceeded',
    `The picture would have ${width} x ${height} pixels, more than ${MAX_PIXELS / 1e6} million: lower the scale.`,
  );
}
