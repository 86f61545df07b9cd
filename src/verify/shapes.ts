/**
 * The shapes of an SVG document of anyone's making, in a document of our own that names nothing else: what is drawn of a
 * stranger's picture is never the picture itself.
 */
import type { XmlElement } from '../decode/xml.js';
import { escapeXml } from '../write/format.js';
import { safeSvg } from '../write/images/safeSvg.js';
import { lightSideOf } from './lightSide.js';
import { localName } from './words.js';

/**
 * A document of the shapes of an SVG, on a light page: without its text, and without shadows and images, which programs
 * write in ways of their own that not every reader knows. Undefined where it has no size.
 */
export function shapesOf(root: XmlElement): string | undefined {
  const box = boxOf(root);
  if (!box) return undefined;
  const [left, top, width, height] = box.view;
  const safe = safeSvg(root, () => undefined);
  const behind = backgroundOf(safe);
  const backdrop =
    behind === undefined
      ? ''
      : `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${escapeXml(behind)}"/>`;
  const body = backdrop + safe.children.map(shapeText).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${box.width}"` +
    ` height="${box.height}" viewBox="${left} ${top} ${width} ${height}">${body}</svg>`
  );
}

/** The printed size in px, and the part of the plane that is shown. */
function boxOf({ attributes }: XmlElement) {
  const view = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/, 5)
    .map(Number);
  const hasView = view.length === 4 && view.every(Number.isFinite) && isSize(view[2]) && isSize(view[3]);
  const [width, height] = ['width', 'height'].map((name, i) => {
    const length = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(attributes.get(name)?.slice(0, 40) ?? '');
    return length ? Number(length[1]) : hasView ? view[i + 2] : undefined;
  });
  if (!isSize(width) || !isSize(height)) return undefined;
  return { width, height, view: hasView ? view : [0, 0, width, height] };
}

const isSize = (length: number | undefined): length is number =>
  length !== undefined && Number.isFinite(length) && length > 0;

/** Older versions of draw.io paint a page's background as that of the whole document. */
function backgroundOf({ attributes }: XmlElement): string | undefined {
  const declarations = (attributes.get('style') ?? '').split(';').map((declaration) => declaration.split(':', 2));
  return declarations.flatMap(([name = '', value]) =>
    value !== undefined && /^\s*background(?:-color)?\s*$/i.test(name) ? [lightSideOf(value).trim()] : [],
  )[0];
}

const NO_SHAPES: ReadonlySet<string> = new Set([...['image', 'text', 'title', 'desc', 'style', 'filter', 'feImage']]);

/** Attributes as every reader of XML takes them. */
const ATTRIBUTE = /^[a-zA-Z][\w-]*$/;

function shapeText(node: XmlElement | string): string {
  if (typeof node === 'string') return '';
  const name = localName(node.name);
  if (NO_SHAPES.has(name)) return '';
  const attributes = new Map<string, string>();
  for (const [key, value] of node.attributes) {
    const local = localName(key);
    if (!ATTRIBUTE.test(local) || local === 'xmlns' || local === 'filter' || key.startsWith('xmlns:')) continue;
    attributes.set(
      local === 'href' ? 'xlink:href' : local,
      local === 'style' ? withBareReferences(withoutFilters(lightSideOf(value))) : lightSideOf(value),
    );
  }
  const head = [...attributes].map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('');
  return `<${name}${head}>${node.children.map(shapeText).join('')}</${name}>`;
}

/** References without quotes, which not every reader knows. */
const withBareReferences = (style: string): string =>
  style.replace(/url\(\s*(?:"(#[^"'()]*)"|'(#[^"'()]*)')\s*\)/gi, (_, double, single) => `url(${double ?? single})`);

const withoutFilters = (style: string): string =>
  style
    .split(';')
    .filter((declaration) => !/^\s*filter\s*:/i.test(declaration))
    .join(';');
