/** The natural size of an image in a data URI, read from its first bytes. */
import { type ImageInData, imageHead } from './imageKind.js';

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Undefined for an image that isn't in the text itself, whose size can't be found, or that is broken. */
export function imageSize(href: string): ImageSize | undefined {
  const image = imageHead(href);
  const size = image && declaredSize(image);
  return size && hasExtent(size) ? size : undefined;
}

/** True of a raster image that says of itself that it has no pixels: no viewer draws it. */
export function isWithoutPixels(href: string): boolean {
  const image = imageHead(href);
  const size = image && image.kind !== 'svg+xml' ? declaredSize(image) : undefined;
  return size !== undefined && !hasExtent(size);
}

const hasExtent = ({ width, height }: ImageSize): boolean =>
  width > 0 && height > 0 && Number.isFinite(width) && Number.isFinite(height);

/** What an image's first bytes say, whether it can be or not. */
function declaredSize({ kind, head }: ImageInData): ImageSize | undefined {
  const at = (i: number): number => head.charCodeAt(i) || 0;
  switch (kind) {
    case 'png':
      return { width: (at(18) << 8) | at(19), height: (at(22) << 8) | at(23) };
    case 'gif':
      return { width: at(6) | (at(7) << 8), height: at(8) | (at(9) << 8) };
    case 'bmp':
      // A height below zero is that of an image whose rows run down.
      return { width: at(18) | (at(19) << 8), height: Math.abs(((at(22) | (at(23) << 8)) << 16) >> 16) };
    case 'jpeg':
      return jpegSize(at, head.length);
    case 'webp':
      return webpSize(at, head.slice(12, 16));
    case 'x-icon':
      return iconSize(at);
    case 'avif':
      return avifSize(head, at);
    case 'svg+xml':
      return svgSize(head);
    default:
      return undefined;
  }
}

function webpSize(at: (i: number) => number, chunk: string): ImageSize {
  switch (chunk) {
    case 'VP8X':
      return {
        width: 1 + (at(24) | (at(25) << 8) | (at(26) << 16)),
        height: 1 + (at(27) | (at(28) << 8) | (at(29) << 16)),
      };
    case 'VP8L':
      return {
        width: 1 + (at(21) | ((at(22) & 0x3f) << 8)),
        height: 1 + ((at(22) >> 6) | (at(23) << 2) | ((at(24) & 0xf) << 10)),
      };
    default:
      return { width: (at(26) | (at(27) << 8)) & 0x3fff, height: (at(28) | (at(29) << 8)) & 0x3fff };
  }
}

/** The largest picture of an icon. */
function iconSize(at: (i: number) => number): ImageSize {
  let largest: ImageSize = { width: 0, height: 0 };
  for (let k = 0; k < at(4); k++) {
    // 256 does not fit into a byte.
    const width = at(6 + 16 * k) || 256;
    const height = at(7 + 16 * k) || 256;
    if (width * height > largest.width * largest.height) largest = { width, height };
  }
  return largest;
}

/** The largest of the sizes that an AVIF file gives of its parts. */
function avifSize(head: string, at: (i: number) => number): ImageSize | undefined {
  let largest: ImageSize | undefined;
  for (let box = head.indexOf('ispe'); box >= 0; box = head.indexOf('ispe', box + 4)) {
    const width = (at(box + 10) << 8) | at(box + 11);
    const height = (at(box + 14) << 8) | at(box + 15);
    if (!largest || width * height > largest.width * largest.height) largest = { width, height };
  }
  return largest;
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

/** The attributes of a tag that tell a size, by their names in lower case, the first of each. */
function attributesOf(tag: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', quoted, value = quoted] of tag.matchAll(SIZE_ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, value as string);
  }
  return found;
}

const SIZE_ATTRIBUTE = /\s(width|height|viewBox)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

function svgSize(text: string): ImageSize | undefined {
  const tag = /<svg\b[^<>]*>/i.exec(text)?.[0];
  if (!tag) return undefined;
  const attributes = attributesOf(tag);
  const number = (name: string): number | undefined => {
    const value = /^([\d.]+)(?:px)?$/.exec(attributes.get(name) ?? '')?.[1];
    return value === undefined ? undefined : Number(value);
  };
  const width = number('width');
  const height = number('height');
  if (width !== undefined && height !== undefined) return { width, height };
  const box = (attributes.get('viewbox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (box.length < 4 || box.some(Number.isNaN)) return { width: width ?? 300, height: height ?? 150 };
  const ratio = (box[2] as number) / (box[3] as number);
  if (width !== undefined) return { width, height: width / ratio };
  if (height !== undefined) return { width: height * ratio, height };
  return { width: 300, height: 300 / ratio };
}
