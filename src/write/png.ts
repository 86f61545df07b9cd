/** Turns a picture into PNG with resvg. Text is drawn as outlines, so no fonts are loaded and nothing is shaped again. */
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { withDrawnImages } from './pngImages.js';

const draw = (svg: string, options: ResvgRenderOptions): Uint8Array =>
  new Resvg(svg, { shapeRendering: 2, imageRendering: 0, ...options }).render().asPng();

/**
 * The PNG bytes of an SVG document whose text is outlined, at the document's own printed size. `fontFiles` gives the
 * paths of fonts for text inside embedded SVG images.
 */
export function rasterize(svg: string, background: string | undefined, fontFiles: () => readonly string[]): Uint8Array {
  return draw(withDrawnImages(svg, fontFiles, draw), { font: { loadSystemFonts: false }, background });
}
