/** What the export server writes into a PNG besides a diagram: its density, and data under a keyword. */
import { deflate } from 'pako';
import { percentEncoded } from '../../primitives/percentEncoded.js';
import { addPngChunk } from '../../write/file/embed.js';
import { FaceError } from './tools.js';

const METRES_PER_INCH = 0.0254;

/** Pixels a metre where the text is no number: 100 an inch. */
const USUAL_DENSITY = 3937;

/** The PNG with so many dots an inch. */
export function withDensity(png: Uint8Array, dotsPerInch: string): Uint8Array {
  const density = Math.round(Number.parseInt(dotsPerInch, 10) / METRES_PER_INCH);
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  const written = density > 0 && density < 2 ** 31 ? density : USUAL_DENSITY;
  view.setUint32(0, written);
  view.setUint32(4, written);
  // The unit is the metre.
  data[8] = 1;
  return addPngChunk(png, 'pHYs', data);
}

/** The PNG with a text under a keyword, packed. Throws FaceError for what is no keyword. */
export function withText(png: Uint8Array, keyword: string, text: string): Uint8Array {
  if (!/^[ -~]{1,79}$/.test(keyword)) throw new FaceError('bad-request', 'dataHeader is to be up to 79 characters.');
  const head = new TextEncoder().encode(`${keyword}\0\0`);
  const packed = deflate(percentEncoded(text));
  const data = new Uint8Array(head.length + packed.length);
  data.set(head);
  data.set(packed, head.length);
  return addPngChunk(png, 'zTXt', data);
}
