/** Prepares what resvg leaves out of a picture: SVG images with text or images of their own, and damaged PNG images. */
import type { ResvgRenderOptions } from '@resvg/resvg-js';
import { toBase64 } from '../decode/base64.js';
import { repairedPng } from './pngRepair.js';

/** Pixels of the drawn image for one of its place in the picture: enough for the sizes that pictures are printed in. */
const OVERSAMPLING = 4;

/** The longest side that an image is drawn with, px. */
const MAX_PIXELS = 4096;

const SVG_IMAGE = /<image (?=[^>]*width="([\d.]+)")[^>]*?xlink:href="data:image\/svg\+xml;base64,([^"]*)"/g;

const NEEDS_DRAWING = /<(?:[\w-]+:)?(?:text|image)\b/;

/** How an SVG is drawn as PNG bytes. */
export type Draw = (svg: string, options: ResvgRenderOptions) => Uint8Array;

const PNG_DATA = /data:image\/png;base64,([^"]*)/g;

/** The picture with such images as sound PNG. `fontFiles` are for their text; the picture's own text is outlined already. */
export function withDrawableImages(picture: string, fontFiles: () => readonly string[], draw: Draw): string {
  const drawn = new Map<string, string | undefined>();
  const drawOnce = (data: string, width: number): string | undefined => {
    if (!drawn.has(data)) drawn.set(data, drawImage(data, width, fontFiles, draw));
    return drawn.get(data);
  };
  const sound = picture.replace(PNG_DATA, (uri: string, data: string) => {
    const repaired = repairedPng(Buffer.from(data, 'base64'));
    return repaired ? `data:image/png;base64,${repaired.toString('base64')}` : uri;
  });
  return sound.replace(SVG_IMAGE, (element: string, width: string, data: string) => {
    const png = drawOnce(data, Number(width));
    return png === undefined ? element : element.replace(`data:image/svg+xml;base64,${data}`, png);
  });
}

function drawImage(data: string, width: number, fontFiles: () => readonly string[], draw: Draw): string | undefined {
  const svg = new TextDecoder().decode(Uint8Array.from(atob(data), (character) => character.charCodeAt(0)));
  if (!NEEDS_DRAWING.test(svg)) return undefined;
  const png = drawOrNothing(svg, draw, {
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
  return png && `data:image/png;base64,${toBase64(png)}`;
}

/** An image that resvg can't read stays as it is, and is left out of the picture as a browser leaves it out. */
function drawOrNothing(svg: string, draw: Draw, options: ResvgRenderOptions): Uint8Array | undefined {
  try {
    return draw(svg, options);
  } catch {
    return undefined;
  }
}
