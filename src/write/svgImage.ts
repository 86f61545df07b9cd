/** Prepares SVG images for embedding: cleans them, and gives them a size by which every renderer draws them alike. */

import { BoundedCache } from '../boundedCache.js';
import { toBase64 } from '../decode/base64.js';
import { base64Bytes } from '../decode/compression.js';
import { parseXml, type XmlElement } from '../decode/xml.js';
import type { Rect } from '../geometry/plane.js';
import { lookupTable } from '../lookupTable.js';
import { escapeXml } from './format.js';

interface SvgImage {
  readonly href: string;
  readonly keepAspect: boolean;
}

/** An image by the shape of the box that it was prepared for; undefined of what isn't SVG. */
type PreparedImage = Map<string, SvgImage | undefined>;

/** Images are kept up to a length of all together, in characters. */
const prepared = new BoundedCache<PreparedImage>(2_000_000);
/** In so many shapes each. */
const MOST_SHAPES = 8;

/**
 * The data URI of an SVG image for a box. SVG in an <image> runs no scripts and loads nothing, so it stays a document
 * of its own, its ids and styles apart from the picture's; what looks active is taken out all the same, for those who
 * copy the image into a page. Undefined for what isn't SVG.
 */
export function prepareSvgImage(uri: string, box: Rect, keepAspect: boolean): SvgImage | undefined {
  let shapes = prepared.get(uri);
  if (!shapes) {
    shapes = new Map();
    prepared.set(uri, shapes, uri.length);
  }
  const shape = keepAspect ? (box.width / box.height).toFixed(4) : '';
  if (shapes.has(shape)) return shapes.get(shape);
  if (shapes.size >= MOST_SHAPES) shapes.clear();
  const image = prepare(uri, box, keepAspect);
  shapes.set(shape, image);
  return image;
}

function prepare(uri: string, box: Rect, keepAspect: boolean): SvgImage | undefined {
  const text = svgText(uri);
  if (text === undefined) return undefined;
  const svg = ACTIVE.test(text) ? cleanSvg(text) : text;
  if (svg === undefined) return undefined;
  const sized = withSize(withCompactData(withoutExcess(svg)), box, keepAspect);
  // What is escaped in other ways would be read in other ways by those who look for images in the picture.
  const href =
    sized.svg === text && PLAIN_BASE64.test(uri)
      ? uri
      : `data:image/svg+xml;base64,${toBase64(new TextEncoder().encode(sized.svg))}`;
  return { href, keepAspect: sized.keepAspect };
}

const PLAIN_BASE64 = /;base64,[A-Za-z0-9+/]*={0,2}$/;

/** Images inside the image: resvg takes no white space in base64, as browsers do. */
const withCompactData = (svg: string): string =>
  svg.replace(/(["'])(data:image\/[^"',]*;base64,)([^"']*)\1/g, (whole, quote, head, data) =>
    /\s/.test(data) ? `${quote}${head}${data.replace(/\s+/g, '')}${quote}` : whole,
  );

/** Signs of something that acts or loads: scripts, handlers, embedded pages, addresses. resvg would read files. */
const ACTIVE =
  /<[\w-]*:?(?:script|iframe|embed|object|handler|listener|foreignObject)\b|\bon[a-z]+\s*=|(?:java|vb)script:|href\s*=\s*["'](?!#|data:image\/)|url\(\s*(?!["']?#)|@import/i;

/** A number in the millions. */
const LARGE_NUMBER = /(?<![\d.#\w])(?:\d{7}|\d+(?:\.\d+)?e\+?\d)/i;

/** The attributes whose numbers are places and sizes. */
const MEASURES =
  /\s(?:x|y|width|height|dx|dy|d|r|rx|ry|cx|cy|[xy][12]|points|viewBox|stdDeviation|radius|scale|order|\w*[tT]ransform|stroke-width|font-size|style)\s*=\s*(?:"[^"]*"|'[^']*')/g;

/** Drops places and sizes in the millions: resvg ends the whole process over a filter of that size. */
const withoutExcess = (svg: string): string =>
  LARGE_NUMBER.test(svg) ? svg.replace(MEASURES, (attribute) => (isExcessive(attribute) ? '' : attribute)) : svg;

/** The names that a style refers to don't count: ids often look like numbers. */
const isExcessive = (attribute: string): boolean => LARGE_NUMBER.test(attribute.replace(/url\([^)]*\)/g, ''));

function cleanSvg(svg: string): string | undefined {
  try {
    return serialize(withoutActive(parseXml(svg, { origin: 'the SVG image' })));
  } catch {
    // What can't be read can't be cleaned; a browser would not draw it either.
    return undefined;
  }
}

function svgText(uri: string): string | undefined {
  const comma = uri.indexOf(',');
  const body = uri.slice(comma + 1);
  try {
    if (!/;base64$/i.test(uri.slice(0, comma))) return decodeURIComponent(body);
    return new TextDecoder().decode(base64Bytes(decodeURIComponent(body), 'the SVG image'));
  } catch {
    return undefined;
  }
}

const ACTIVE_ELEMENTS = new Set(['script', 'iframe', 'embed', 'object', 'handler', 'listener', 'foreignobject']);

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

function withoutActive(element: XmlElement): XmlElement {
  const attributes = [...element.attributes].filter(
    // White space and control characters inside a protocol's name don't disarm it.
    ([name, value]) => !/^on/i.test(localName(name)) && isHarmless(localName(name), value.replace(/[^!-~]/g, '')),
  );
  const isStyle = localName(element.name) === 'style';
  const children = element.children
    .filter((child) => typeof child === 'string' || !ACTIVE_ELEMENTS.has(localName(child.name)))
    .map((child) => (typeof child === 'string' ? (isStyle ? withoutImports(child) : child) : withoutActive(child)));
  return { name: element.name, attributes: new Map(attributes), children };
}

function isHarmless(name: string, value: string): boolean {
  if (/(?:java|vb)script:/i.test(value)) return false;
  if (name === 'href' || name === 'src') return /^(?:#|data:image\/)/i.test(value);
  return !FOREIGN_URL.test(value);
}

/** A reference out of the document, other than to data. */
const FOREIGN_URL = /url\(\s*(?!["']?(?:#|data:image\/))/i;

const withoutImports = (css: string): string =>
  css.replace(/@import[^;]*;?/gi, '').replace(/url\(\s*(?!["']?(?:#|data:image\/))[^)]*\)/gi, 'none');

function serialize(element: XmlElement): string {
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
  const body = element.children.map((child) => (typeof child === 'string' ? escapeXml(child) : serialize(child)));
  return `<${element.name}${attributes}>${body.join('')}</${element.name}>`;
}

/** What the longer side of an image is set to, so that sizes are whole numbers. */
const WHOLE_SIZE = 4096;

const ROOT_TAG = /<(?:[\w-]+:)?svg\b(?:"[^"]*"|'[^']*'|[^>"'])*>/;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Sets the size of an SVG image to what a browser draws in a box, so that others do the same. Where proportions are
 * kept, a browser lays the document itself out in the whole box: its viewBox is fitted, whatever its size says, and
 * without a viewBox it is stretched. Where they aren't, what it draws at its own size is stretched. resvg also rounds
 * sizes up to whole pixels, which would distort an icon of 16.97 × 16.97, so sizes are whole and large.
 */
function withSize(svg: string, box: Rect, keepAspect: boolean): { svg: string; keepAspect: boolean } {
  const tag = ROOT_TAG.exec(svg)?.[0];
  if (tag === undefined) return { svg, keepAspect };
  const view = viewBoxSize(tag);
  const own = ownSize(tag);
  if (view && own && isWhole(own) && sameShape(view, own) && !attributeOf(tag, 'preserveAspectRatio')) {
    return { svg, keepAspect };
  }
  const shown = wholeSize(keepAspect ? box : (own ?? view ?? box));
  const attributes = [`width="${shown.width}"`, `height="${shown.height}"`];
  if (!view) {
    const { width, height } = own ?? box;
    attributes.push(`viewBox="0 0 ${width} ${height}"`, 'preserveAspectRatio="none"');
  }
  const replaced = view ? /\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/g : REPLACED_WITHOUT_VIEW_BOX;
  const bare = tag.replace(replaced, '').replace(/svg\b/, (name) => `${name} ${attributes.join(' ')}`);
  return { svg: svg.replace(tag, () => bare), keepAspect: false };
}

const REPLACED_WITHOUT_VIEW_BOX = /\s(?:width|height|viewBox|preserveAspectRatio)\s*=\s*(?:"[^"]*"|'[^']*')/g;

const isWhole = ({ width, height }: Size): boolean => Number.isInteger(width) && Number.isInteger(height);

const sameShape = (a: Size, b: Size): boolean => Math.abs((a.width * b.height) / (a.height * b.width) - 1) < 1e-3;

function wholeSize({ width, height }: Size): Size {
  const factor = WHOLE_SIZE / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

function attributeOf(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match?.[1] ?? match?.[2];
}

function viewBoxSize(tag: string): Size | undefined {
  const [, , width = 0, height = 0] = (attributeOf(tag, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return width > 0 && height > 0 ? { width, height } : undefined;
}

/** CSS pixels in a unit. */
const UNITS = lookupTable<number>({
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
});

/** The document's own width and height in px; undefined where one of them is missing or relative. */
function ownSize(tag: string): Size | undefined {
  const [width = 0, height = 0] = ['width', 'height'].map((name) => {
    const match = /^\s*([\d.]+)([a-z]*)\s*$/.exec(attributeOf(tag, name) ?? '');
    return match ? Number(match[1]) * (UNITS[match[2] as string] ?? 0) : 0;
  });
  return width > 0 && height > 0 ? { width, height } : undefined;
}
