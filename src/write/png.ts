/** Turns a picture into PNG with resvg. Text is drawn as outlines, so no fonts are loaded and nothing is shaped again. */
import type { ResvgRenderOptions } from '@resvg/resvg-js';
import { withDrawnImages } from './pngImages.js';

/**
 * The PNG bytes of an SVG document whose text is outlined, at the document's own printed size. `fontFiles` gives the
 * paths of fonts for text inside embedded SVG images.
 */
export async function rasterize(
  svg: string,
  background: string | undefined,
  fontFiles: () => readonly string[],
): Promise<Uint8Array> {
  // A native module: who draws SVG alone never loads it.
  const { Resvg } = await import('@resvg/resvg-js');
  const draw = (document: string, options: ResvgRenderOptions): Uint8Array =>
    new Resvg(document, { shapeRendering: 2, imageRendering: 0, ...options }).render().asPng();
  return draw(withDrawnImages(svg, fontFiles, draw), { font: { loadSystemFonts: false }, background });
}
