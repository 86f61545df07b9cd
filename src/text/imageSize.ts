/** The natural size of an image in a data URI, read from its first bytes. */

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

const DATA_URI = /^data:image\/(png|gif|jpe?g|svg\+xml|webp|bmp)[^,]*?(;base64)?,/i;
/** Enough of a file to find its size in, but for photographs with long headers. */
const ENOUGH = 64 * 1024;

/** Undefined for an image that isn't in the text itself, or whose size can't be found. */
export function imageSize(href: string): ImageSize | undefined {
  const match = DATA_URI.exec(href);
  if (!match) return undefined;
  const kind = (match[1] as string).toLowerCase();
  const body = href.slice(match[0].length);
  const bytes = match[2] ? decodeBase64(body.slice(0, ENOUGH)) : safeDecode(body);
  if (bytes === undefined) return undefined;
  const at = (i: number): number => bytes.charCodeAt(i) || 0;
  switch (kind) {
    case 'png':
      return { width: (at(18) << 8) | at(19), height: (at(22) << 8) | at(23) };
    case 'gif':
      return { width: at(6) | (at(7) << 8), height: at(8) | (at(9) << 8) };
    case 'bmp':
      return { width: at(18) | (at(19) << 8), height: at(22) | (at(23) << 8) };
    case 'jpg':
    case 'jpeg':
      return jpegSize(at, bytes.length);
    case 'svg+xml':
      return svgSize(bytes);
    default:
      return undefined;
  }
}

function decodeBase64(text: string): string | undefined {
  const clean = text.replace(/[^A-Za-z0-9+/]/g, '');
  try {
    return atob(clean.slice(0, clean.length - (clean.length % 4)));
  } catch {
    return undefined; // Not base64 after all: an image of unknown size.
  }
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray per cent sign: draw.io leaves such data as it is.
  }
}

/** Walks the segments of a JPEG to its frame header. */
function jpegSize(at: (i: number) => number, length: number): ImageSize | undefined {
  for (let i = 2; i + 9 < length && at(i) === 0xff; ) {
    const marker = at(i + 1);
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { width: (at(i + 7) << 8) | at(i + 8), height: (at(i + 5) << 8) | at(i + 6) };
    }
    i += 2 + ((at(i + 2) << 8) | at(i + 3));
  }
  return undefined;
}

function svgSize(text: string): ImageSize | undefined {
  const tag = /<svg\b[^>]*>/i.exec(text)?.[0];
  if (!tag) return undefined;
  const number = (name: string): number | undefined => {
    const value = new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)(px)?["']`, 'i').exec(tag)?.[1];
    return value === undefined ? undefined : Number(value);
  };
  const width = number('width');
  const height = number('height');
  if (width !== undefined && height !== undefined) return { width, height };
  const box = /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/i.exec(tag);
  if (!box) return { width: width ?? 300, height: height ?? 150 };
  const ratio = Number(box[1]) / Number(box[2]);
  if (width !== undefined) return { width, height: width / ratio };
  if (height !== undefined) return { width: height * ratio, height };
  return { width: 300, height: 300 / ratio };
}
