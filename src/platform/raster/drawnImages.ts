/**
 * The images of a picture as its pixels show them: SVG images drawn ahead on just those pixels, since they are strangers'
 * documents; raster images mended, and made smaller as browsers make them smaller.
 */

import { toBase64 } from '../../decode/base64.js';
import { base64Bytes } from '../../decode/compression.js';
import { type Diagnostic, MxsvgError, type Report } from '../../diagnostics.js';
import { formatNumber } from '../../geometry/numbers.js';
import {
  intersection,
  type Matrix,
  multiply,
  type Rect,
  rect,
  scaling,
  transformRect,
  translation,
} from '../../geometry/plane.js';
import { ownSize } from '../../write/images/svgImage.js';
import { repairedPng } from '../../write/raster/pngRepair.js';
import { rasterSize, type Size } from '../../write/raster/rasterHeader.js';
import { type DrawnImage, type EmbeddedImage, embeddable, type ImageEmbedder } from '../../write/svg/imageMarkup.js';
import { transformAttribute } from '../../write/svg/transform.js';

/** The pixels that SVG images are drawn on ahead; each may take half of what is left, and is drawn coarser for more. */
const MOST_DRAWN = 32_000_000;

/** The kinds of images that resvg draws. */
const DRAWN = new Set(['png', 'jpeg', 'jpg', 'gif', 'svg+xml']);

/** A document ready to be drawn. */
export interface Drawable {
  readonly width: number;
  readonly height: number;
  png(): Uint8Array;
}

/** Makes an SVG document ready to be drawn. Throws where it can't be read, or is too large to draw. */
export type Open = (svg: string) => Drawable;

/** What images are drawn with. */
export interface Tools {
  readonly open: Open;
  readonly report: Report;
  /** What all images of a picture may have together. */
  readonly mostPixels: number;
}

/** The images of one picture that is printed with so many pixels. */
export class DrawnImages {
  readonly #drawn = new Map<string, string | undefined>();
  readonly #hasRoom = new Map<string, boolean>();
  #counted = 0;
  #left = MOST_DRAWN;

  constructor(
    readonly tools: Tools,
    readonly size: Size,
  ) {}

  readonly embed: ImageEmbedder = (picture, toPixels, cellId) => {
    const image = embeddable(picture);
    const [, kind = '', data = ''] = IMAGE.exec(image?.href ?? '') ?? [];
    if (!image || kind === '') return undefined;
    if (!DRAWN.has(kind)) {
      this.#report(cellId, `An image of the kind image/${kind} can't be drawn but in SVG: it is left out.`);
      return undefined;
    }
    if (!this.#isCounted(kind, data, cellId)) return undefined;
    try {
      return kind === 'svg+xml'
        ? this.#svg(image, data, picture.box, toPixels, cellId)
        : this.#raster(image, kind, data, picture.box, toPixels);
    } catch (error) {
      if (!isTooLarge(error)) throw error;
      this.#report(cellId, kind === 'svg+xml' ? TOO_MUCH : TOO_MANY);
      return undefined;
    }
  };

  #report(cellId: string | undefined, message: string): void {
    const diagnostic: Diagnostic = { code: 'missing-image', message };
    this.tools.report(cellId === undefined ? diagnostic : { ...diagnostic, cellId });
  }

  /** Counts an image once, before anything unpacks it; false where there is no room for it. */
  #isCounted(kind: string, data: string, cellId: string | undefined): boolean {
    const before = this.#hasRoom.get(data);
    if (before !== undefined) return before;
    const more = pixelsOf(kind, data);
    const fits = this.#counted + more <= this.tools.mostPixels;
    if (fits) this.#counted += more;
    else this.#report(cellId, TOO_MANY);
    this.#hasRoom.set(data, fits);
    return fits;
  }

  /** An SVG image on the pixels that it covers, of those that the picture has. */
  #svg(
    image: EmbeddedImage,
    data: string,
    box: Rect,
    toPixels: Matrix,
    cellId: string | undefined,
  ): DrawnImage | undefined {
    const document = rootOf(new TextDecoder().decode(bytesOf(data)));
    if (!document) return this.#undrawn(cellId);
    const placed = multiply(toPixels, fitted(document, box, image.keepAspect));
    const covered = transformRect(placed, rect(0, 0, document.width, document.height));
    const pixels = intersection(wholePixels(covered), { x: 0, y: 0, ...this.size });
    if (!(pixels.width > 0 && pixels.height > 0)) return undefined;
    const wanted = pixels.width * pixels.height;
    const factor = Math.min(1, Math.sqrt(this.#left / 2 / wanted));
    const place = multiply(translation(-pixels.x, -pixels.y), placed);
    const key = `${[place.a, place.b, place.c, place.d, place.e, place.f].map((part) => formatNumber(part, 4))} ${pixels.width} ${pixels.height} ${data}`;
    if (!this.#drawn.has(key)) {
      const size = { width: Math.ceil(pixels.width * factor), height: Math.ceil(pixels.height * factor) };
      this.#left -= size.width * size.height;
      const png = attempt(() => this.tools.open(placedDocument(document, place, pixels, size)).png());
      this.#drawn.set(key, png && pngUri(png));
    }
    const href = this.#drawn.get(key);
    return href === undefined ? this.#undrawn(cellId) : { href, pixels };
  }

  #undrawn(cellId: string | undefined): undefined {
    this.#report(cellId, 'An SVG image can’t be drawn: it is left out.');
    return undefined;
  }

  #raster(image: EmbeddedImage, kind: string, data: string, box: Rect, toPixels: Matrix): EmbeddedImage {
    const { a, b, c, d } = toPixels;
    const place = {
      width: box.width * Math.hypot(a, b),
      height: box.height * Math.hypot(c, d),
      stretched: !image.keepAspect,
    };
    const key = `${place.width} ${place.height} ${place.stretched} ${data}`;
    if (!this.#drawn.has(key)) this.#drawn.set(key, preparedRaster(kind, data, place, this.tools));
    return { ...image, href: this.#drawn.get(key) ?? image.href };
  }
}

/** The bytes of base64, as far as it is any. */
function bytesOf(base64: string): Uint8Array {
  const [digits = ''] = base64.split('=', 1);
  const clean = digits.replace(/[^A-Za-z0-9+/]/g, '');
  // A single digit at the end is less than a byte.
  return base64Bytes(clean.length % 4 === 1 ? clean.slice(0, -1) : clean, 'an image');
}

const TOO_MANY = 'An image has too many pixels: it is left out.';
const TOO_MUCH = 'An SVG image is too large, or comes to no end when it is drawn: it is left out.';

const IMAGE = /^data:image\/([a-z+-]+);base64,(.*)$/s;

/** The pixels of a raster image, or of those in an SVG image. */
function pixelsOf(kind: string, data: string): number {
  const bytes = bytesOf(data);
  if (kind !== 'svg+xml') {
    const size = rasterSize(bytes);
    return size ? size.width * size.height : 0;
  }
  return [...new TextDecoder().decode(bytes).matchAll(NESTED)].reduce(
    (sum, [, nested = '', inner = '']) => sum + pixelsOf(nested, inner),
    0,
  );
}

const NESTED = /="data:image\/([a-z+]+);base64,([^"]*)"/g;

// ---- SVG images

/** An SVG document as it was written anew for embedding, its root taken apart. */
interface SvgDocument extends Size {
  /** The name of the root element. */
  readonly name: string;
  /** Its attributes as markup, but for its place. */
  readonly attributes: string;
  /** What follows the root's start tag, its end tag included; empty where it has no content. */
  readonly rest: string;
}

const ROOT = /^<((?:[\w-]+:)?svg)((?: [^\s=]+="[^"]*")*)(\/?)>/;

/** Undefined for a document without a size: nothing of it would be drawn. */
function rootOf(svg: string): SvgDocument | undefined {
  const [tag = '', name = '', markup = '', isEmpty] = ROOT.exec(svg) ?? [];
  const all = [...markup.matchAll(/ ([^\s=]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value] as const);
  const size = ownSize(new Map(all));
  if (!size) return undefined;
  // Where a document of its own would begin doesn't count, but it would in another one.
  const attributes = all.filter(([key]) => key !== 'x' && key !== 'y').map(([key, value]) => ` ${key}="${value}"`);
  return { ...size, name, attributes: attributes.join(''), rest: isEmpty ? '' : svg.slice(tag.length) };
}

/** From a document's own frame to that of the box that shows it. */
function fitted({ width, height }: Size, box: Rect, keepAspect: boolean): Matrix {
  const [x, y] = [box.width / width, box.height / height];
  if (!keepAspect) return multiply(translation(box.x, box.y), scaling(x, y));
  const factor = Math.min(x, y);
  const left = box.x + (box.width - width * factor) / 2;
  const top = box.y + (box.height - height * factor) / 2;
  return multiply(translation(left, top), scaling(factor, factor));
}

/** What is a thousandth of a pixel away from a whole one is there. */
const TOLERANCE = 1e-3;

function wholePixels({ x, y, width, height }: Rect): Rect {
  const left = Math.floor(x + TOLERANCE);
  const top = Math.floor(y + TOLERANCE);
  return rect(left, top, Math.ceil(x + width - TOLERANCE) - left, Math.ceil(y + height - TOLERANCE) - top);
}

/** Rules of the document for its own root don't hold for the one around it. */
const UNSTYLED = 'style="display:inline;opacity:1;transform:none;filter:none;clip-path:none;mask:none"';

/** A document that shows another one where it is placed on the given pixels, at a size. */
function placedDocument(document: SvgDocument, place: Matrix, pixels: Size, size: Size): string {
  const { name, attributes, rest } = document;
  const root = rest === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${rest}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" ${UNSTYLED} width="${size.width}" height="${size.height}"` +
    ` viewBox="0 0 ${pixels.width} ${pixels.height}" preserveAspectRatio="none">` +
    `<g${transformAttribute(place)}>${root}</g></svg>`
  );
}

const pngUri = (bytes: Uint8Array): string => `data:image/png;base64,${toBase64(bytes)}`;

/** The fonts for text inside SVG images, by CSS's kinds of fonts. */
export const FONT_FAMILIES = {
  defaultFontFamily: 'Arimo',
  sansSerifFamily: 'Arimo',
  serifFamily: 'Tinos',
  monospaceFamily: 'Cousine',
} as const;

// ---- Raster images

/** Where a raster image is drawn: how many pixels, and whether its proportions give way. */
interface Place extends Size {
  readonly stretched: boolean;
}

/** A raster image mended, and halved as often as a browser does; undefined where it can stay. */
function preparedRaster(kind: string, data: string, place: Place, { open }: Tools): string | undefined {
  const png = kind === 'png' ? bytesOf(data) : undefined;
  const repaired = png && repairedPng(png);
  // Most are not shrunk by half: their size tells, without drawing them.
  const size = png && !repaired ? rasterSize(png) : undefined;
  if (size && halvingsFor(size, place) === 0) return undefined;
  const uri = repaired ? pngUri(repaired) : `data:image/${kind};base64,${data}`;
  return reduced(uri, place, open) ?? (repaired ? uri : undefined);
}

/**
 * A browser shrinks an image from a version of it that was halved as often as needed; resvg takes single pixels of the
 * full one, which turns fine detail into noise.
 */
function reduced(uri: string, place: Place, open: Open): string | undefined {
  const own = attempt(() => open(imageDocument(uri)));
  if (!own) return undefined;
  const halvings = halvingsFor(own, place);
  let result = uri;
  let { width, height } = own;
  for (let i = 0; i < halvings; i++) {
    width = Math.ceil(width / 2);
    height = Math.ceil(height / 2);
    const half = attempt(() => open(imageDocument(result, { width, height })).png());
    if (!half) return undefined;
    result = pngUri(half);
  }
  return halvings > 0 ? result : undefined;
}

/** How often a browser halves an image of that size: it stays at least as large as its place. */
function halvingsFor(own: Size, place: Place): number {
  const x = own.width / place.width;
  const y = own.height / place.height;
  const shrink = place.stretched ? Math.sqrt(x * y) : Math.max(x, y);
  return Number.isFinite(shrink) && shrink > 1 ? Math.floor(Math.log2(shrink)) : 0;
}

/** A document of one image, at a size or at its own. */
function imageDocument(uri: string, size?: Size): string {
  const box = size ? ` width="${size.width}" height="${size.height}"` : '';
  const stretched = size ? ' preserveAspectRatio="none"' : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${box}>` +
    `<image${box}${stretched} xlink:href="${uri}"/></svg>`
  );
}

/** Undefined where an image can't be read or is too large: the picture is drawn without it, as browsers do. */
function attempt<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch (error) {
    if (isTooLarge(error)) throw error;
    return undefined;
  }
}

const isTooLarge = (error: unknown): boolean => error instanceof MxsvgError && error.code === 'limit-exceeded';
