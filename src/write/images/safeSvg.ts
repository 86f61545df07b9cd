/** A stranger's SVG document in what can neither act nor load: known elements and attributes, and nothing else. */
import type { XmlElement } from '../../decode/xml.js';
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

/** Attributes that tell how an element is drawn. Those of no use in SVG, as of HTML, are not among them. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  [
    'x y x1 x2 y1 y2 z cx cy r rx ry fx fy fr dx dy width height viewBox preserveAspectRatio transform rotate offset',
    'pathLength textLength lengthAdjust startOffset method spacing gradientUnits gradientTransform spreadMethod',
    'patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits mask-type markerUnits',
    'markerWidth markerHeight refX refY orient filterUnits primitiveUnits filterRes stdDeviation edgeMode mode operator',
    'k1 k2 k3 k4 type values tableValues slope intercept amplitude exponent order kernelMatrix divisor bias targetX',
    'targetY kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent azimuth',
    'elevation pointsAtX pointsAtY pointsAtZ limitingConeAngle scale xChannelSelector yChannelSelector radius',
    'baseFrequency numOctaves seed stitchTiles side media systemLanguage requiredFeatures zoomAndPan baseProfile',
    'enable-background overflow clip clip-path clip-rule mask filter opacity visibility display cursor pointer-events',
    'fill fill-opacity fill-rule stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin',
    'stroke-miterlimit stroke-opacity stroke-width paint-order vector-effect color color-interpolation',
    'color-interpolation-filters color-rendering shape-rendering text-rendering image-rendering flood-color',
    'flood-opacity lighting-color stop-color stop-opacity solid-color marker marker-start marker-mid marker-end',
    'isolation mix-blend-mode font font-family font-size font-size-adjust font-stretch font-style font-variant',
    'font-weight font-kerning letter-spacing word-spacing text-anchor text-decoration text-overflow white-space',
    'direction unicode-bidi writing-mode glyph-orientation-horizontal glyph-orientation-vertical dominant-baseline',
    'alignment-baseline baseline-shift inline-size kerning line-height shape-inside shape-subtract transform-origin',
  ]
    .join(' ')
    .split(' '),
);

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
  return ATTRIBUTES.has(name) && isSafeValue(value) ? knownColor(name, value) : undefined;
}
