/** What kind of image a data URI holds: as browsers do, by its first bytes, whatever the URI declares. */

export type RasterKind = 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp' | 'x-icon' | 'avif' | 'heic' | 'tiff';

export interface ImageInData {
  /** What the URI says, in lower case: "image/png". */
  readonly mediaType: string;
  /** SVG is only what is declared so; undefined for what is of no kind that is known. */
  readonly kind: RasterKind | 'svg+xml' | undefined;
  /** The first bytes, one to a character. */
  readonly head: string;
}

const DATA_URI = /^data:([^,;]*)(;[^,]*)?,/i;
/** Enough of a file to find its kind and size in, but for photographs with long headers. */
const ENOUGH = 64 * 1024;
/** Enough to tell its kind. */
const SIGNATURE = 256;

/** Undefined for what is no data URI. */
export function imageIn(href: string, enough = SIGNATURE): ImageInData | undefined {
  const match = DATA_URI.exec(href);
  if (!match) return undefined;
  const mediaType = (match[1] as string).trim().toLowerCase();
  const body = href.slice(match[0].length, match[0].length + 2 * enough);
  const head = /;\s*base64\s*$/i.test(match[2] ?? '') ? decodeBase64(body) : decodePercent(body);
  return { mediaType, kind: mediaType === 'image/svg+xml' ? 'svg+xml' : rasterKind(head), head };
}

export const imageHead = (href: string): ImageInData | undefined => imageIn(href, ENOUGH);

/** Whether browsers draw an image of that kind; heic and tiff only some do. */
export const isCommon = (kind: ImageInData['kind']): boolean =>
  kind !== undefined && kind !== 'heic' && kind !== 'tiff';

const SIGNATURES: readonly (readonly [string, RasterKind])[] = [
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['\xff\xd8\xff', 'jpeg'],
  ['GIF87a', 'gif'],
  ['GIF89a', 'gif'],
  ['BM', 'bmp'],
  ['\0\0\x01\0', 'x-icon'],
  // Cursors are icons with a point to click with.
  ['\0\0\x02\0', 'x-icon'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
];

function rasterKind(head: string): RasterKind | undefined {
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'webp';
  const found = SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1];
  if (found || !head.startsWith('ftyp', 4)) return found;
  const length =
    (head.charCodeAt(0) << 24) | (head.charCodeAt(1) << 16) | (head.charCodeAt(2) << 8) | head.charCodeAt(3);
  const brands = head.slice(8, Math.max(8, length));
  return /avi[fs]/.test(brands) ? 'avif' : /hei[cmsx]|hev[cmsx]|mif1|msf1/.test(brands) ? 'heic' : undefined;
}

function decodeBase64(text: string): string {
  const clean = decodePercent(text).replace(/[^A-Za-z0-9+/]/g, '');
  try {
    return atob(clean.slice(0, clean.length - (clean.length % 4)));
  } catch {
    return ''; // Not base64 after all: an image of unknown kind.
  }
}

/** The bytes of text with escapes; a stray per cent sign stays as it is. */
const decodePercent = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
