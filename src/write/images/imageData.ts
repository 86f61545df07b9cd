/** The data of images: what they are by their own bytes, in the one form that every reader of a picture takes. */

import { imageIn } from '../../decode/imageKind.js';

/** True of a data URI that says that it holds an SVG document. */
export const isSvgUri = (uri: string): boolean => /^\s*data:image\/svg/i.test(uri);

const HEAD = /^\s*data:\s*(?:([^;,\s]+)\s*)?((?:;[^;,]*)*),/i;
const PLAIN_HEAD = /^data:image\/[a-z-]+;base64,$/;

/** What is taken for an image whatever its data looks like. */
const USUAL = /^image\/(png|jpe?g|gif|webp|bmp)$/i;

/** What begins as a document does, in whatever encoding: no raster image, whatever is declared. */
const DOCUMENT = /^[\s\0\xef\xbb\xbf\xfe\xff]*</;

/**
 * The data URI of a raster image in one form; undefined for others. It says what its bytes are: browsers look at the data
 * alone, others believe what is declared.
 */
export function rasterUri(uri: string): string | undefined {
  const head = HEAD.exec(uri);
  if (!head) return undefined;
  const [whole, mediaType = '', parameters = ''] = head;
  const image = imageIn(uri.trimStart());
  const found = image?.kind;
  const declared = USUAL.exec(mediaType)?.[1]?.toLowerCase().replace('jpg', 'jpeg');
  const isDocument = found === 'svg+xml' || DOCUMENT.test(image?.head ?? '');
  const kind = isDocument ? undefined : (found ?? declared);
  if (kind === undefined) return undefined;
  const data = uri.slice(whole.length);
  const isBase64 = /;\s*base64\s*$/i.test(parameters);
  // resvg takes no white space in base64, as browsers do.
  const base64 = !isBase64 ? escapedBytes(data) : /[\s%]/.test(data) ? unescaped(data).replace(/\s+/g, '') : data;
  const plain = PLAIN_HEAD.test(whole) && base64 === data && mediaType === `image/${kind}`;
  return plain ? uri : `data:image/${kind};base64,${base64}`;
}

function unescaped(data: string): string {
  try {
    return decodeURIComponent(data);
  } catch {
    return data; // A stray per cent sign: no base64, and drawn by nobody.
  }
}

/** Bytes written with per cent signs, as base64. */
const escapedBytes = (data: string): string =>
  btoa(
    data
      .replace(/%([0-9a-f]{2})/gi, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16)))
      .replace(/[^\0-\xff]/g, ''),
  );
