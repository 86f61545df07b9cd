/** A stranger's SVG document in what can neither act nor load: known elements and attributes, and nothing else. */
import type { XmlElement } from '../decode/xml.js';
import { isSafeValue, knownColor, safeDeclarations, safeSheet } from './safeCss.js';

/** What is drawn, and what tells how. Scripts, pages in the picture, animations and metadata are not among it. */
const ELEMENTS: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'switch', 'style', 'title', 'desc'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'image'],
  ...['text', 'tspan', 'textPath', 'tref'],
  ...['linearGradient', 'radialGradient', 'stop', 'pattern', 'clipPath', 'mask', 'marker', 'filter'],
  ...['feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite', 'feConvolveMatrix', 'feDiffuseLighting'],
  ...['feDisplacementMap', 'feDistantLight', 'feDropShadow', 'feFlood', 'feFuncA', 'feFuncB', 'feFuncG', 'feFuncR'],
  ...['feGaussianBlur', 'feImage', 'feMerge', 'feMergeNode', 'feMorphology', 'feOffset', 'fePointLight'],
  ...['feSpecularLighting', 'feSpotLight', 'feTile', 'feTurbulence'],
]);

/** Links lead nowhere from inside of a picture: what they hold is a group. */
const LINK = 'a';

/** Attributes that are names or words, and no CSS. */
const WORDS: ReadonlySet<string> = new Set(['id', 'class', 'lang', 'version', 'result', 'in', 'in2', 'd', 'points']);

/** Nested images may hold images. */
export type NestedImage = (uri: string) => string | undefined;

/**
 * The document without whatever is not known to be harmless. `image` gives the data URI that stands for an image's, or
 * nothing for one that is left out.
 */
export function safeSvg(element: XmlElement, image: NestedImage): XmlElement {
  const name = localName(element.name);
  const attributes = [...element.attributes].flatMap(([key, value]): [string, string][] => {
    const safe = safeAttribute(key, value, image);
    return safe === undefined ? [] : [[key, safe]];
  });
  return {
    name: name === LINK ? element.name.replace(/a$/, 'g') : element.name,
    attributes: new Map(attributes),
    children: element.children.flatMap((child): (XmlElement | string)[] => {
      if (typeof child === 'string') return [name === 'style' ? safeSheet(child) : child];
      const kind = localName(child.name);
      return ELEMENTS.has(kind) || kind === LINK ? [safeSvg(child, image)] : [];
    }),
  };
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function safeAttribute(key: string, value: string, image: NestedImage): string | undefined {
  if (key === 'xmlns' || key.startsWith('xmlns:') || key === 'xml:space') return value;
  const name = localName(key);
  if (name === 'href') return value.trim().startsWith('#') ? value : image(value);
  // Other names with a prefix are notes of editors.
  if (name !== key || /^on/i.test(name)) return undefined;
  if (name === 'style') return safeDeclarations(value);
  if (WORDS.has(name) || name.startsWith('data-') || name.startsWith('aria-')) return value;
  return isSafeValue(value) ? knownColor(name, value) : undefined;
}
