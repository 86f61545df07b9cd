/** Prepares SVG images for embedding: writes them anew, with a size by which every renderer draws them alike. */

import { toBase64 } from '../../decode/base64.js';
import { base64Bytes } from '../../decode/compression.js';
import { decodeText } from '../../decode/decodeText.js';
import { parseXml, type XmlElement } from '../../decode/xml.js';
import { MxsvgError } from '../../diagnostics.js';
import type { Rect } from '../../geometry/plane.js';
import { BoundedCache, dataSize } from '../../primitives/boundedCache.js';
import { lookupTable } from '../../primitives/lookupTable.js';
import { escapeXml } from '../format.js';
import { isSvgUri, rasterUri } from './imageData.js';
import { safeSvg } from './safeSvg.js';

interface SvgImage {
  readonly href: string;
  readonly keepAspect: boolean;
}

/** An image by the shape of the box that it was prepared for; undefined of what isn't SVG. */
type PreparedImage = ReadonlyMap<string, SvgImage | undefined>;

const prepared = new BoundedCache<string, PreparedImage>(16 * 1024 * 1024, dataSize);
/** In so many shapes each. */
const MOST_SHAPES = 8;

/**
 * The data URI of an SVG image for a box. SVG in an <image> runs no scripts and loads nothing, so it stays a document
 * of its own, its ids and styles apart from the picture's; what is not known to be harmless is left out all the same, for
 * those who copy the image into a page. Undefined for what isn't SVG.
 */
export function prepareSvgImage(uri: string, box: Rect, keepAspect: boolean, inItsBox = false): SvgImage | undefined {
  const shapes: PreparedImage = prepared.get(uri) ?? new Map();
  const kept = inItsBox && isWhole(box) ? box : wholeSize(box);
  const shape = keepAspect ? `${kept.width} × ${kept.height}` : '';
  if (shapes.has(shape)) return shapes.get(shape);
  const image = prepare(uri, box, keepAspect, kept);
  prepared.set(uri, new Map([...[...shapes].slice(1 - MOST_SHAPES), [shape, image]]));
  return image;
}

/** `kept`: the size of an image that keeps its proportions. */
function prepare(uri: string, box: Rect, keepAspect: boolean, kept: Size): SvgImage | undefined {
  const root = readSvg(uri, 0);
  if (!root) return undefined;
  const sized = withSize(root, box, keepAspect, kept);
  return { href: dataUri(sized.root), keepAspect: sized.keepAspect };
}

/** Images in images in images: deeper ones are left out. */
const DEEPEST = 3;

/** The safe document of a data URI; undefined for what can't be read: a browser would not draw it either. */
function readSvg(uri: string, depth: number): XmlElement | undefined {
  try {
    const root = parseXml(svgText(uri), { origin: 'the SVG image' });
    if (!/^(?:[\w-]+:)?svg$/.test(root.name)) return undefined;
    return safeSvg(root, (nested) => nestedImage(nested, depth + 1));
  } catch (error) {
    if (error instanceof MxsvgError || error instanceof URIError) return undefined;
    throw error;
  }
}

function nestedImage(uri: string, depth: number): string | undefined {
  if (!isSvgUri(uri)) return rasterUri(uri);
  const root = depth > DEEPEST ? undefined : readSvg(uri, depth);
  return root && dataUri(root);
}

const dataUri = (root: XmlElement): string =>
  `data:image/svg+xml;base64,${toBase64(new TextEncoder().encode(serialize(root)))}`;

function svgText(uri: string): string {
  const comma = uri.indexOf(',');
  const body = decodeURIComponent(uri.slice(comma + 1));
  if (!/;\s*base64\s*$/i.test(uri.slice(0, comma))) return body;
  return decodeText(base64Bytes(body, 'the SVG image'));
}

function serialize(element: XmlElement): string {
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
  const body = element.children.map((child) => (typeof child === 'string' ? escapeXml(child) : serialize(child)));
  const tag = element.name + attributes;
  return body.length === 0 ? `<${tag}/>` : `<${tag}>${body.join('')}</${element.name}>`;
}

/** What the longer side of an image is set to that has no whole size. */
const WHOLE_SIZE = 4096;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Sets the size of an SVG image to what a browser draws in a box, so that others do the same. Where proportions are
 * kept, a browser lays the document itself out in the whole box: its viewBox is fitted, whatever its size says, and
 * without a viewBox it is stretched. Where they aren't, what it draws at its own size is stretched. resvg also rounds
 * sizes up to whole pixels, which would distort an icon of 16.97 × 16.97, so sizes are whole, and large where they aren't those of the box: browsers snap crisp lines to their pixels.
 */
function withSize(
  root: XmlElement,
  box: Rect,
  keepAspect: boolean,
  kept: Size,
): { root: XmlElement; keepAspect: boolean } {
  const view = viewBoxSize(root);
  const own = ownSize(root.attributes);
  if (view && own && isWhole(own) && sameShape(view, own) && !root.attributes.has('preserveAspectRatio')) {
    return { root, keepAspect };
  }
  const shown = keepAspect ? kept : wholeSize(own ?? view ?? box);
  const attributes = new Map(root.attributes);
  attributes.set('width', String(shown.width));
  attributes.set('height', String(shown.height));
  if (!view) {
    const { width, height } = own ?? box;
    attributes.set('viewBox', `0 0 ${width} ${height}`);
    attributes.set('preserveAspectRatio', 'none');
  }
  return { root: { ...root, attributes }, keepAspect: false };
}

const isWhole = ({ width, height }: Size): boolean => Number.isInteger(width) && Number.isInteger(height);

const sameShape = (a: Size, b: Size): boolean => Math.abs((a.width * b.height) / (a.height * b.width) - 1) < 1e-3;

function wholeSize({ width, height }: Size): Size {
  const factor = WHOLE_SIZE / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

function viewBoxSize({ attributes }: XmlElement): Size | undefined {
  const [, , width = 0, height = 0] = (attributes.get('viewBox') ?? '')
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

/** A document's own width and height in px, by its root's attributes; undefined where one is missing or relative. */
export function ownSize(attributes: ReadonlyMap<string, string>): Size | undefined {
  const [width = 0, height = 0] = ['width', 'height'].map((name) => {
    const match = /^\s*([\d.]+)([a-z]*)\s*$/.exec(attributes.get(name) ?? '');
    return match ? Number(match[1]) * (UNITS[match[2] as string] ?? 0) : 0;
  });
  return width > 0 && height > 0 ? { width, height } : undefined;
}
