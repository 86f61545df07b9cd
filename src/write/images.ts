/** Embeds pictures: data URIs in <image>, SVG cleaned of what could act. */
import { toBase64 } from '../decode/base64.js';
import { base64Bytes } from '../decode/compression.js';
import { parseXml, type XmlElement } from '../decode/xml.js';
import { formatNumber } from '../geometry/numbers.js';
import type { Path, Segment } from '../geometry/path.js';
import { type Point, point, type Rect, rect } from '../geometry/plane.js';
import type { Outline, Picture } from '../scene/scene.js';
import type { Definitions } from './defs.js';
import { escapeXml } from './format.js';
import { transformAttribute } from './transform.js';

/** The <image> of a picture; nothing for an href that isn't an image's data: no reader of the file fetches anything. */
export function pictureMarkup(picture: Picture, definitions: Definitions): string {
  const href = embeddable(picture.href);
  const { box } = picture;
  if (href === undefined || !(box.width > 0 && box.height > 0)) return '';
  const n = formatNumber;
  let attributes = `x="${n(box.x)}" y="${n(box.y)}" width="${n(box.width)}" height="${n(box.height)}"`;
  if (!picture.keepAspect) attributes += ' preserveAspectRatio="none"';
  if (picture.opacity < 1) attributes += ` opacity="${n(picture.opacity, 3)}"`;
  if (picture.clip) attributes += ` clip-path="url(#${definitions.clip(scaledOutline(picture.clip, box))})"`;
  return `<image ${attributes} xlink:href="${escapeXml(href)}"${transformAttribute(picture.transform)}/>`;
}

/** An outline given in fractions of a box, in the box's own coordinates. */
function scaledOutline(outline: Outline, box: Rect): Outline {
  switch (outline.kind) {
    case 'rect':
      return {
        kind: 'rect',
        box: scaledRect(outline.box, box),
        radiusX: outline.radiusX * box.width,
        radiusY: outline.radiusY * box.height,
      };
    case 'ellipse':
      return { kind: 'ellipse', box: scaledRect(outline.box, box) };
    case 'path':
      return { kind: 'path', path: scaledPath(outline.path, box) };
  }
}

const scaledPoint = (p: Point, box: Rect): Point => point(box.x + p.x * box.width, box.y + p.y * box.height);

const scaledRect = (r: Rect, box: Rect): Rect =>
  rect(box.x + r.x * box.width, box.y + r.y * box.height, r.width * box.width, r.height * box.height);

const scaledPath = (path: Path, box: Rect): Path =>
  path.map((segment): Segment => {
    switch (segment.kind) {
      case 'close':
        return segment;
      case 'quad':
        return { kind: 'quad', control: scaledPoint(segment.control, box), to: scaledPoint(segment.to, box) };
      case 'curve':
        return {
          kind: 'curve',
          control1: scaledPoint(segment.control1, box),
          control2: scaledPoint(segment.control2, box),
          to: scaledPoint(segment.to, box),
        };
      default:
        return { kind: segment.kind, to: scaledPoint(segment.to, box) };
    }
  });

/** Media types that a picture may have. */
const IMAGE_DATA = /^data:image\/(?:png|jpe?g|gif|webp|bmp|svg\+xml)[;,]/i;

const cleaned = new Map<string, string | undefined>();
const KEPT = 200;

function embeddable(href: string): string | undefined {
  if (!IMAGE_DATA.test(href)) return undefined;
  if (!/^data:image\/svg/i.test(href)) return href;
  if (cleaned.has(href)) return cleaned.get(href);
  if (cleaned.size >= KEPT) cleaned.clear();
  const result = preparedSvg(href);
  cleaned.set(href, result);
  return result;
}

/** Signs of something that acts: scripts, handlers, embedded pages, addresses with code. */
const ACTIVE = /<[\w-]*:?(?:script|iframe|embed|object|handler|listener)\b|\bon[a-z]+\s*=|(?:java|vb)script:/i;

/**
 * SVG in an <image> runs no scripts and loads nothing, so it is embedded as it is, ids and styles apart from the
 * picture's. Only what looks active is taken out, for those who copy the image into a page.
 */
function preparedSvg(uri: string): string | undefined {
  const svg = svgText(uri);
  if (svg === undefined) return undefined;
  const clean = ACTIVE.test(svg) ? cleanSvg(svg) : svg;
  if (clean === undefined) return undefined;
  const sized = withWholeSize(clean);
  return sized === svg ? uri : `data:image/svg+xml;base64,${toBase64(new TextEncoder().encode(sized))}`;
}

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

const ACTIVE_ELEMENTS = new Set(['script', 'iframe', 'embed', 'object', 'handler', 'listener']);

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

function withoutActive(element: XmlElement): XmlElement {
  const attributes = [...element.attributes].filter(
    // White space and control characters inside a protocol's name don't disarm it.
    ([name, value]) => !/^on/i.test(localName(name)) && !/(?:java|vb)script:/i.test(value.replace(/[^!-~]/g, '')),
  );
  const children = element.children
    .filter((child) => typeof child === 'string' || !ACTIVE_ELEMENTS.has(localName(child.name)))
    .map((child) => (typeof child === 'string' ? child : withoutActive(child)));
  return { name: element.name, attributes: new Map(attributes), children };
}

function serialize(element: XmlElement): string {
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
  const body = element.children.map((child) => (typeof child === 'string' ? escapeXml(child) : serialize(child)));
  return `<${element.name}${attributes}>${body.join('')}</${element.name}>`;
}

/** What the longer side of an image is set to where its size isn't in whole pixels. */
const WHOLE_SIZE = 4096;

const ROOT_TAG = /<(?:[\w-]+:)?svg\b(?:"[^"]*"|'[^']*'|[^>"'])*>/;

/**
 * resvg rounds the size of an SVG image up to whole pixels and so distorts small icons of 16.97 × 16.97: such an image
 * is given a large whole size of the same proportions, which changes nothing else.
 */
function withWholeSize(svg: string): string {
  const tag = ROOT_TAG.exec(svg)?.[0];
  if (tag === undefined) return svg;
  const viewBox = attributeOf(tag, 'viewBox')
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  const size = sizeOf(tag) ?? (viewBox && { width: viewBox[2] ?? 0, height: viewBox[3] ?? 0, absolute: true });
  if (!size || !(size.width > 0 && size.height > 0) || (!viewBox && !size.absolute)) return svg;
  const { width, height } = size;
  if (Number.isInteger(width) && Number.isInteger(height)) return svg;
  const factor = WHOLE_SIZE / Math.max(width, height);
  const attributes = [`width="${Math.max(1, Math.round(width * factor))}"`];
  attributes.push(`height="${Math.max(1, Math.round(height * factor))}"`);
  if (!viewBox) attributes.push(`viewBox="0 0 ${width} ${height}"`);
  const bare = tag.replace(/\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
  return svg.replace(tag, () => bare.replace(/svg\b/, (name) => `${name} ${attributes.join(' ')}`));
}

const attributeOf = (tag: string, name: string): string | undefined => {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match?.[1] ?? match?.[2];
};

/** Width and height of one unit; `absolute` where the unit is the pixel. */
function sizeOf(tag: string): { width: number; height: number; absolute: boolean } | undefined {
  const lengths = ['width', 'height'].map((name) => /^\s*([\d.]+)([a-z]*)\s*$/.exec(attributeOf(tag, name) ?? ''));
  const [width, height] = lengths;
  if (!width || !height || width[2] !== height[2]) return undefined;
  return { width: Number(width[1]), height: Number(height[1]), absolute: width[2] === '' || width[2] === 'px' };
}
