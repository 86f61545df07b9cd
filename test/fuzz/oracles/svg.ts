/**
 * What must hold of every SVG that is drawn, whatever the file was: well-formed, harmless, and its numbers are numbers.
 * What our own writer prints is a short list of elements, attributes and declarations; anything else is wrong.
 */
import { childElements, parseXml, type XmlElement } from '../../../src/decode/xml.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const ELEMENTS = words(
  'svg g path rect circle ellipse text tspan image a title desc style defs linearGradient radialGradient stop pattern ' +
    'clipPath filter feGaussianBlur feOffset feFlood feComposite feMerge feMergeNode',
);

/** Numbers, and lists and functions of them. */
const NUMBERS = words(
  'x y d r rx ry cx cy x1 y1 x2 y2 fx fy fr dx dy width height viewBox points transform patternTransform ' +
    'gradientTransform font-size opacity offset rotate letter-spacing stdDeviation fill-opacity stroke-opacity ' +
    'stop-opacity flood-opacity stroke-width stroke-miterlimit stroke-dasharray stroke-dashoffset',
);
const NUMERIC = /^[-+.,%\sa-zA-Z()\d]*$/;
const ABSURD = /NaN|Infinity|undefined|null/;

const PAINTS = words('fill stroke stop-color flood-color');
const PAINT = /^(?:none|[a-z]{3,30}|#[\da-fA-F]{3,8}|rgba?\([\d\s,.%/]+\)|url\(#[^()'"\\;]*\))$/;

/** Attributes that are words, or text that is shown or named and never read as CSS. */
const FREE = words(
  'xmlns xmlns:xlink version data-cell-id data-mxsvg content preserveAspectRatio stroke-linejoin stroke-linecap id ' +
    'filterUnits patternUnits clipPathUnits gradientUnits color-interpolation-filters in in2 result operator target ' +
    'role aria-label aria-labelledby aria-describedby direction unicode-bidi font-weight font-style text-anchor class fill-rule clip-rule xml:space ' +
    'patternContentUnits spreadMethod font-variant-ligatures tabindex',
);
/** Names of fonts, in quotes where they are no plain words. */
const FONTS = /^(?:\s*(?:'[^'\\]*'|"[^"\\]*"|[^\\;{}<>()@'",]*)\s*(?:,|$))*$/;
const INSIDE = /^url\(#[^()'"\\;]*\)$/;

/** A colour, or a pair of them, as the writer prints them. */
const STYLE_VALUE =
  /^(?:[\w\s.#%,-]|(?:light-dark|rgba?|drop-shadow|url)\((?:[\w\s.#%,/:-]|(?:rgba?|light-dark)\([\w\s.#%,/-]*\))*\))*$/;
const DECLARATIONS = words(
  'color-scheme fill stroke filter mix-blend-mode stop-color white-space stop-opacity fill-opacity stroke-opacity ' +
    'flood-color flood-opacity isolation stroke-dashoffset',
);

/** Dashes that move, as `animate` has them. */
const FLOW = /^[\p{L}\p{N}_.:-]*flow [\de+]+ms [a-z-]+(?:\([\d\s.,-]*\))? infinite [a-z-]+$/u;

/** What is wrong with the picture; empty where nothing is. */
export function problemsOf(svg: string): readonly string[] {
  const problems: string[] = [];
  const root = parseXml(svg);
  if (root.name !== 'svg') problems.push(`the picture is a <${root.name}>`);
  inspect(root, problems, true);
  return [...new Set(problems)];
}

/** What is wrong with an element of ours and those in it. */
export function inspect(element: XmlElement, problems: string[], isRoot: boolean): void {
  const { name, attributes } = element;
  if (!ELEMENTS.has(name)) problems.push(`there is a <${name}>`);
  for (const [attribute, value] of attributes) {
    const problem = attributeProblem(name, attribute, value, isRoot);
    if (problem) problems.push(`<${name} ${attribute}="${value.slice(0, 80)}">: ${problem}`);
  }
  if (name === 'image') inspectImage(attributes.get('xlink:href') ?? attributes.get('href') ?? '', problems, 0);
  if (name === 'style') inspectSheet(element, problems);
  for (const child of childElements(element)) inspect(child, problems, false);
}

function attributeProblem(element: string, name: string, value: string, isRoot: boolean): string | undefined {
  if (/^(?:\w+:)?on/i.test(name)) return 'a handler';
  if ((name === 'content' || name === 'data-mxsvg') && !isRoot) return 'out of its place';
  if (NUMBERS.has(name)) return NUMERIC.test(value) && !ABSURD.test(value) ? undefined : 'no number';
  if (PAINTS.has(name)) return PAINT.test(value) ? undefined : 'no paint';
  if (name === 'filter' || name === 'clip-path' || name === 'mask') return INSIDE.test(value) ? undefined : 'refers';
  if (name === 'font-family') return FONTS.test(value) ? undefined : 'no names of fonts';
  if (name === 'style') return styleProblem(value);
  if (name === 'href' || name === 'xlink:href') return referenceProblem(element, value);
  return FREE.has(name) ? undefined : 'unknown';
}

function styleProblem(style: string): string | undefined {
  for (const declaration of style.split(';').filter((each) => each.trim() !== '')) {
    const [property = '', ...rest] = declaration.split(':');
    const value = rest.join(':');
    if (property.trim() === 'animation' && FLOW.test(value)) continue;
    if (!DECLARATIONS.has(property.trim())) return `declares ${property}`;
    if (!STYLE_VALUE.test(value) || ABSURD.test(value)) return `declares ${declaration}`;
    if (/url\((?!#)/.test(value)) return 'loads';
  }
  return undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers pass them over
const PASSED_OVER = /[\u0000-\u0020\u007f-\u009f]/g;

/** Where links may lead: to the web, to a mailbox, into the document. */
export const isSafeLink = (address: string): boolean =>
  /^(?:(?:https?|mailto|ftp|tel):|(?![a-z][a-z\d+.-]*:))/i.test(address.replace(PASSED_OVER, ''));

function referenceProblem(element: string, value: string): string | undefined {
  if (element === 'a') return isSafeLink(value) ? undefined : 'an unsafe link';
  if (element === 'image') return IMAGE.test(value) ? undefined : 'loads';
  return /^#/.test(value) ? undefined : 'refers to another document';
}

const IMAGE = /^data:image\/(?:png|jpe?g|gif|webp|bmp|svg\+xml|x-icon|vnd\.microsoft\.icon|avif|tiff)[;,]/i;
const SVG_IMAGE = /^data:image\/svg\+xml;base64,(.*)$/i;

/** A picture in the picture is a document of its own, with more elements, but no means to act or to load. */
function inspectImage(uri: string, problems: string[], depth: number): void {
  if (!/^data:image\/svg/i.test(uri)) return;
  const data = SVG_IMAGE.exec(uri)?.[1];
  if (data === undefined) {
    problems.push(`an SVG image that isn't base64: ${uri.slice(0, 80)}`);
    return;
  }
  if (depth > 4) problems.push('images in images without end');
  else inspectForeign(parseXml(Buffer.from(data, 'base64').toString()), problems, depth);
}

const HARMFUL =
  /^(?:script|iframe|embed|object|foreignObject|handler|listener|set|animate.*|audio|video|link|base|meta)$/i;
const LOADS = /url\(\s*["']?(?!#|\s*["']?#)|@import|expression\(|image-set|image\(|src\(|\\/i;

function inspectForeign(element: XmlElement, problems: string[], depth: number): void {
  const local = element.name.replace(/^.*:/, '');
  if (HARMFUL.test(local)) problems.push(`there is a <${element.name}> in an image`);
  for (const [name, value] of element.attributes) {
    if (/^(?:.*:)?on/i.test(name)) problems.push(`<${element.name}> in an image has ${name}`);
    if (/(?:^|:)(?:href|src)$/i.test(name)) {
      if (value.startsWith('data:')) {
        if (IMAGE.test(value)) inspectImage(value, problems, depth + 1);
        else problems.push(`<${element.name}> in an image loads ${value.slice(0, 80)}`);
      } else if (!/^\s*#/.test(value)) problems.push(`<${element.name}> in an image refers to ${value.slice(0, 80)}`);
    } else if (!/^(?:xmlns|data-|aria-|(?:id|class|d|lang|xml:space)$)/.test(name) && LOADS.test(value)) {
      problems.push(`<${element.name} ${name}="${value.slice(0, 80)}"> in an image`);
    }
  }
  if (local === 'style' && LOADS.test(ownText(element))) problems.push('a style sheet in an image loads');
  for (const child of childElements(element)) inspectForeign(child, problems, depth);
}

/** The sheets that embedFonts and animate write. */
function inspectSheet(element: XmlElement, problems: string[]): void {
  const rest = ownText(element)
    .replace(/@font-face\s*\{[^{}]*?src:\s*url\(data:font\/(?:ttf|otf|woff2?);base64,[\w+/=]*\)[^{}]*\}/g, '')
    .replace(/@keyframes [^\s{}]+\s*\{\s*(?:from|to)\s*\{\s*stroke-dashoffset:\s*-?[\d.]+;?\s*\}\s*\}/g, '');
  if (/url|@|\\|expression|import/i.test(rest)) problems.push(`a style sheet says ${rest.trim().slice(0, 80)}`);
}

const ownText = (element: XmlElement): string => element.children.filter((child) => typeof child === 'string').join('');

/** The printed size of a picture, px. */
export function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const { attributes } = parseXml(svg);
  const [width, height] = ['width', 'height'].map((name) => Number.parseFloat(attributes.get(name) ?? '')) as [
    number,
    number,
  ];
  return { width, height };
}

/** Elements that are not drawn where they stand. */
const UNDRAWN = words('defs style title clipPath pattern linearGradient radialGradient filter');
const DRAWN = words('path rect circle ellipse image text');

/** Whether a picture has anything in it that may leave a mark: painted, and not wholly transparent. */
export const hasMarks = (svg: string): boolean => marks(parseXml(svg), { fill: 'black', stroke: 'none' });

function marks(element: XmlElement, around: { readonly fill: string; readonly stroke: string }): boolean {
  if (UNDRAWN.has(element.name) || Number(element.attributes.get('opacity') ?? 1) === 0) return false;
  const fill = element.attributes.get('fill') ?? around.fill;
  const stroke = element.attributes.get('stroke') ?? around.stroke;
  if (DRAWN.has(element.name)) return element.name === 'image' || fill !== 'none' || stroke !== 'none';
  return childElements(element).some((child) => marks(child, { fill, stroke }));
}
