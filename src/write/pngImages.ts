/** Prepares the images of a picture for resvg: those that it leaves out, and those that it makes smaller than browsers. */
import type { ResvgRenderOptions } from '@resvg/resvg-wasm';
import { type Diagnostic, MxsvgError, type Report } from '../diagnostics.js';
import { repairedPng } from './pngRepair.js';
import { rasterSize, type Size } from './rasterHeader.js';

/** Pixels drawn ahead of an SVG image for one that is printed. */
const OVERSAMPLING = 2;

/** The longest side that an image is drawn with, px. */
const LONGEST_SIDE = 4096;

/** The pixels that all images are drawn ahead with; where they would take more, each gets fewer. */
const MOST_DRAWN = 32_000_000;

const IMAGE = /<image ([^<>]*?)xlink:href="data:image\/([a-z+-]+);base64,([^"]*)"/g;

/** The kinds of images that resvg draws. */
const DRAWN = new Set(['png', 'jpeg', 'jpg', 'gif', 'svg+xml']);

/** A document ready to be drawn. */
export interface Drawable {
  readonly width: number;
  readonly height: number;
  png(): Uint8Array;
}

/** Makes an SVG document ready to be drawn. Throws where it can't be read, or is too large to draw. */
export type Open = (svg: string, options: Omit<ResvgRenderOptions, 'font'>) => Drawable;

/** What images are drawn with. */
export interface Tools {
  readonly fontFiles: () => readonly string[];
  readonly open: Open;
  readonly report: Report;
  /** What all images of a picture may have together. */
  readonly mostPixels: number;
}

/** An image of one transparent pixel. */
const NOTHING =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=';

/**
 * The picture with its images as resvg draws them like a browser. `fontFiles` are for the text of SVG images; the
 * picture's own text is outlined already.
 */
export function withDrawableImages(picture: string, tools: Tools): string {
  const scale = printedScale(picture);
  const oversampling = oversamplingFor(picture, scale);
  const known = new Map<string, string | undefined>();
  const counted = new Map<string, boolean>();
  let pixels = 0;
  /** Counts an image once, before anything unpacks it. */
  const hasRoom = (kind: string, data: string): boolean => {
    const before = counted.get(data);
    if (before !== undefined) return before;
    const more = pixelsOf(kind, data);
    const fits = pixels + more <= tools.mostPixels;
    if (fits) pixels += more;
    else tools.report({ code: 'missing-image', message: 'An image has too many pixels: it is left out.' });
    counted.set(data, fits);
    return fits;
  };
  return picture.replace(IMAGE, (element: string, attributes: string, kind: string, data: string, at: number) => {
    if (!DRAWN.has(kind)) {
      tools.report(undrawn(kind, cellAt(picture, at)));
      return `<image ${attributes}xlink:href="${NOTHING}"`;
    }
    const place = { ...placeOf(attributes, scale), oversampling };
    const key = `${place.width} ${place.height} ${place.stretched} ${data}`;
    if (!known.has(key)) known.set(key, hasRoom(kind, data) ? prepared(kind, data, place, tools) : NOTHING);
    const href = known.get(key);
    return href === undefined ? element : `<image ${attributes}xlink:href="${href}"`;
  });
}

const undrawn = (kind: string, cellId: string | undefined): Diagnostic => ({
  code: 'missing-image',
  ...(cellId !== undefined && { cellId }),
  message: `An image of the kind image/${kind} can't be drawn but in SVG: it is left out.`,
});

/** The cell that something in the picture belongs to, if it says so. */
function cellAt(picture: string, at: number): string | undefined {
  const before = picture.slice(0, at);
  return /^data-cell-id="([^"]*)"/.exec(before.slice(before.lastIndexOf('data-cell-id="')))?.[1];
}

/** The pixels of a raster image, or of those in an SVG image. */
function pixelsOf(kind: string, data: string): number {
  const bytes = Buffer.from(data, 'base64');
  if (kind !== 'svg+xml') {
    const size = rasterSize(bytes);
    return size ? size.width * size.height : 0;
  }
  return [...bytes.toString().matchAll(NESTED)].reduce(
    (sum, [, nested = '', inner = '']) => sum + pixelsOf(nested, inner),
    0,
  );
}

const NESTED = /="data:image\/([a-z+]+);base64,([^"]*)"/g;

/** Pixels drawn ahead of SVG images for one that is printed. */
function oversamplingFor(picture: string, scale: number): number {
  const places = [...picture.matchAll(IMAGE)].filter(([, , kind]) => kind === 'svg+xml');
  const side = (length: number): number => Math.min(LONGEST_SIDE, length * OVERSAMPLING);
  const wanted = places.reduce((sum, [, attributes = '']) => {
    const { width, height } = placeOf(attributes, scale);
    return sum + side(width) * side(height);
  }, 0);
  return OVERSAMPLING * Math.min(1, Math.sqrt(MOST_DRAWN / wanted));
}

/** What stands for an image; undefined where it can stay as it is. */
function prepared(kind: string, data: string, place: DrawnPlace, tools: Tools): string | undefined {
  try {
    return kind === 'svg+xml' ? drawnSvg(data, place, tools) : preparedRaster(kind, data, place, tools);
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    tools.report({ code: 'missing-image', message: 'An image has too many pixels: it is left out.' });
    return NOTHING;
  }
}

/** Printed pixels for one of the picture's own. */
function printedScale(picture: string): number {
  const tag = /^<svg [^<>]*>/.exec(picture)?.[0] ?? '';
  const width = /\swidth="([\d.]+)"/.exec(tag)?.[1];
  const drawn = /\sviewBox="\S+ \S+ ([\d.]+) /.exec(tag)?.[1];
  const scale = Number(width) / Number(drawn);
  return Number.isFinite(scale) && scale > 0 ? scale : 1;
}

interface Place extends Size {
  readonly stretched: boolean;
}

interface DrawnPlace extends Place {
  readonly oversampling: number;
}

const SIDE = /(?<!\S)(width|height)="([\d.]+)"/g;

function placeOf(attributes: string, scale: number): Place {
  const sides = new Map([...attributes.matchAll(SIDE)].map(([, name = '', length]) => [name, Number(length)]));
  const number = (name: string): number => (sides.get(name) ?? 0) * scale;
  return {
    width: number('width'),
    height: number('height'),
    stretched: attributes.includes('preserveAspectRatio="none"'),
  };
}

const pngUri = (bytes: Uint8Array): string => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;

/** The px that an SVG image is drawn ahead with. */
const drawnWidth = ({ width, oversampling }: DrawnPlace): number =>
  Math.max(1, Math.ceil(Math.min(LONGEST_SIDE, width * OVERSAMPLING) * (oversampling / OVERSAMPLING)));

/** An SVG image with text or images of its own, as PNG; one that can't be drawn as nothing. */
function drawnSvg(data: string, place: DrawnPlace, { open, report }: Tools): string | undefined {
  const svg = Buffer.from(data, 'base64').toString();
  const drawn = attempt(() => open(svg, { fitTo: { mode: 'width', value: drawnWidth(place) } }).png());
  if (drawn) return pngUri(drawn);
  report({ code: 'missing-image', message: 'An SVG image can’t be drawn: it is left out.' });
  return NOTHING;
}

/** The fonts for text inside SVG images, by CSS's kinds of fonts. */
export const FONT_FAMILIES = {
  defaultFontFamily: 'Arimo',
  sansSerifFamily: 'Arimo',
  serifFamily: 'Tinos',
  monospaceFamily: 'Cousine',
} as const;

/** A raster image mended, and halved as often as a browser does; undefined where it can stay. */
function preparedRaster(kind: string, data: string, place: Place, { open }: Tools): string | undefined {
  const png = kind === 'png' ? Buffer.from(data, 'base64') : undefined;
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
  const own = attempt(() => open(imageDocument(uri), {}));
  if (!own) return undefined;
  const halvings = halvingsFor(own, place);
  let result = uri;
  let { width, height } = own;
  for (let i = 0; i < halvings; i++) {
    width = Math.ceil(width / 2);
    height = Math.ceil(height / 2);
    const half = attempt(() => open(imageDocument(result, { width, height }), {}).png());
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
