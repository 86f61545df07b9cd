/** Draws ahead what resvg leaves out of a picture: SVG images with text or images of their own. */
import type { ResvgRenderOptions } from '@resvg/resvg-js';
import { toBase64 } from '../decode/base64.js';

/** Pixels of the drawn image for one of its place in the picture: enough for the sizes that pictures are printed in. */
const OVERSAMPLING = 4;

/** The longest side that an image is drawn with, px. */
const MAX_PIXELS = 4096;

const SVG_IMAGE = /<image (?=[^>]*width="([\d.]+)")[^>]*?xlink:href="data:image\/svg\+xml;base64,([^"]*)"/g;

const NEEDS_DRAWING = /<(?:[\w-]+:)?(?:text|image)\b/;

/** How an SVG is drawn as PNG bytes. */
export type Draw = (svg: string, options: ResvgRenderOptions) => Uint8Array;

/** The picture with such images as PNG. `fontFiles` are for their text; the picture's own text is outlined already. */
export function withDrawnImages(picture: string, fontFiles: () => readonly string[], draw: Draw): string {
  const drawn = new Map<string, string | undefined>();
  const drawOnce = (data: string, width: number): string | undefined => {
    if (!drawn.has(data)) drawn.set(data, drawImage(data, width, fontFiles, draw));
    return drawn.get(data);
  };
  return picture.replace(SVG_IMAGE, (element: string, width: string, data: string) => {
    const png = drawOnce(data, Number(width));
    return png === undefined ? element : element.replace(`data:image/svg+xml;base64,${data}`, png);
  });
}

function drawImage(data: string, width: number, fontFiles: () => readonly string[], draw: Draw): string | undefined {
  const svg = new TextDecoder().decode(Uint8Array.from(atob(data), (character) => character.charCodeAt(0)));
  if (!NEEDS_DRAWING.test(svg)) return undefined;
  const png = draw(svg, {
    fitTo: { mode: 'width', value: Math.min(MAX_PIXELS, Math.max(1, Math.ceil(width * OVERSAMPLING))) },
    font: {
      loadSystemFonts: false,
      fontFiles: [...fontFiles()],
      defaultFontFamily: 'Arimo',
      sansSerifFamily: 'Arimo',
      serifFamily: 'Tinos',
      monospaceFamily: 'Cousine',
    },
  });
  return `data:image/png;base64,${toBase64(png)}`;
}
