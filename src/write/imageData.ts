/** The data of images: what they are by their own bytes, in the one form that every reader of a picture takes. */

/** True of a data URI that says that it holds an SVG document. */
export const isSvgUri = (uri: string): boolean => /^\s*data:image\/svg/i.test(uri);

const HEAD = /^\s*data:image\/(png|jpe?g|gif|webp|bmp)((?:\s*;[^;,]*)*),/i;
const PLAIN_HEAD = /^data:image\/[a-z]+;base64,$/;

/** The data URI of a raster image in one form; undefined for others. What follows the comma is not looked into. */
export function rasterUri(uri: string): string | undefined {
  const head = HEAD.exec(uri);
  if (!head) return undefined;
  const data = uri.slice(head[0].length);
  const isBase64 = /;\s*base64\s*$/i.test(head[2] as string);
  // resvg takes no white space in base64, as browsers do.
  const base64 = !isBase64 ? escapedBytes(data) : /[\s%]/.test(data) ? unescaped(data).replace(/\s+/g, '') : data;
  if (PLAIN_HEAD.test(head[0]) && base64 === data) return uri;
  return `data:image/${(head[1] as string).toLowerCase()};base64,${base64}`;
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
