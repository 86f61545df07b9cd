/** Turns a picture into PNG with resvg. Text is drawn as outlines, so no fonts are loaded and nothing is shaped again. */
import { Resvg } from '@resvg/resvg-js';

/** The PNG bytes of an SVG document whose text is outlined, at the document's own printed size. */
export function rasterize(svg: string, background: string | undefined): Uint8Array {
  const resvg = new Resvg(svg, {
    font: { loadSystemFonts: false },
    background,
    shapeRendering: 2,
    imageRendering: 0,
  });
  return resvg.render().asPng();
}
