/** CSS properties of boxes: margins, padding, borders, backgrounds, sizes, shadows and what is done to all of a box. */
import type { Corners } from '../geometry/roundedBox.js';
import type { BorderSide, RadiusLengths } from './computedStyle.js';
import { splitCommas, splitSlashes, splitWords } from './css.js';
import { parseTransform } from './cssTransform.js';
import {
  isBorderStyle,
  parseBorder,
  parseBorderWidth,
  parseColor,
  parseLengthOrPercent,
  parseShadows,
  parseSides,
} from './cssValues.js';
import type { StyleDraft } from './initialStyle.js';
import { AUTO, type Length, SIDES, type SideName, ZERO } from './lengths.js';
import { keyword, type PropertyHandler, parsed, same, to } from './propertyHandlers.js';

const GRADIENT = /gradient\(/i;
const IMAGE = /url\(/i;

const isGradient = (value: string): boolean => GRADIENT.test(value);

/** The first colour of a background, and the gradients before it. */

const background: PropertyHandler = (style, value) => {
  const layers = splitCommas(value).flatMap(splitWords);
  style.gradients = layers.filter(isGradient);
  style.background = undefined;
  for (const word of layers) {
    const color = isGradient(word) || IMAGE.test(word) ? undefined : backgroundColorOf(word, style);
    if (!color) continue;
    style.background = color.paint;
    return true;
  }
  return style.gradients.length > 0;
};

const backgroundImage: PropertyHandler = (style, value) => {
  style.gradients = splitCommas(value).filter(isGradient);
  return style.gradients.length > 0 || /^(none|initial)$/i.test(value);
};

/** Shadows inside of boxes are passed over. */
const boxShadow: PropertyHandler = (style, value) => {
  const shadows = parseShadows(value, style, style.color);
  if (!shadows) return false;
  style.boxShadows = shadows;
  return true;
};

function backgroundColorOf(word: string, style: StyleDraft): { paint: string | undefined } | undefined {
  const lower = word.toLowerCase();
  if (lower === 'none' || lower === 'transparent' || lower === 'initial') return { paint: undefined };
  if (
    /^(repeat|no-repeat|repeat-x|repeat-y|scroll|fixed|local|center|left|right|top|bottom|cover|contain)$/.test(lower)
  ) {
    return undefined;
  }
  const color = parseColor(word, style.color);
  return color === undefined ? undefined : { paint: color };
}

/** A padding is never negative: one that is written so is none at all, and one that comes out so is zero. */
function parsePadding(value: string, context: StyleDraft): Length | undefined {
  const length = parseLengthOrPercent(value, context);
  if (length === undefined || length.kind === 'auto') return undefined;
  if (length.value >= 0) return length;
  return /^\s*calc\(/i.test(value) ? ZERO : undefined;
}

const PARSERS = { margin: parseLengthOrPercent, padding: parsePadding };

const sideBox = (key: 'margin' | 'padding', side: SideName): PropertyHandler =>
  parsed(PARSERS[key], (style, length) => {
    style[key] = { ...style[key], [side]: length };
  });

/** The side where lines begin or end. */
const inlineBox = (key: 'margin' | 'padding', end: 'start' | 'end'): PropertyHandler => {
  const [left, right] = [sideBox(key, 'left'), sideBox(key, 'right')];
  return (style, value, context) => ((end === 'start') === style.rightToLeft ? right : left)(style, value, context);
};

const allSides = (key: 'margin' | 'padding'): PropertyHandler =>
  parsed(
    (value, style) => parseSides(value, (part) => PARSERS[key](part, style)),
    (style, lengths) => {
      style[key] = lengths;
    },
  );

const borderSide = (side: SideName): PropertyHandler =>
  parsed(
    (value, style) => parseBorder(value, style, style.color),
    (style, border) => {
      style.border = { ...style.border, [side]: border };
    },
  );

const borderAll: PropertyHandler = parsed(
  (value, style) => parseBorder(value, style, style.color),
  (style, border) => {
    style.border = { top: border, right: border, bottom: border, left: border };
  },
);

/** border-width, border-style or border-color, for all four sides or (with `side`) one. */
function borderPart<K extends keyof BorderSide>(
  key: K,
  parse: (value: string, style: StyleDraft) => BorderSide[K] | undefined,
  side?: SideName,
): PropertyHandler {
  return (style, value) => {
    const values = side
      ? { [side]: parse(value, style) }
      : parseSides(value, (part) => parse(part, style) as NonNullable<BorderSide[K]> | undefined);
    if (!values) return false;
    for (const name of side ? [side] : SIDES) {
      const part = (values as Record<SideName, BorderSide[K] | undefined>)[name];
      if (part === undefined) return false;
      style.border = { ...style.border, [name]: { ...style.border[name], [key]: part } };
    }
    return true;
  };
}

const borderColor = (value: string, style: StyleDraft): string | undefined =>
  parseColor(value, style.color) ?? (/^initial$/i.test(value) ? style.color : undefined);

const borderStyle = (value: string): string | undefined => (isBorderStyle(value) ? value.toLowerCase() : undefined);

const SIZE_KEYWORDS = new Set([
  'max-content',
  'min-content',
  'fit-content',
  'none',
  'stretch',
  '-webkit-fill-available',
]);

const size = (key: 'width' | 'height' | 'minWidth' | 'maxWidth' | 'minHeight' | 'maxHeight'): PropertyHandler =>
  parsed(
    (value, style): Length | undefined =>
      SIZE_KEYWORDS.has(value.toLowerCase()) ? AUTO : parseLengthOrPercent(value, style),
    (style, length) => {
      style[key] = length.kind !== 'auto' && length.value < 0 ? style[key] : length;
    },
  );

/** border-radius: how far each corner reaches across and, behind a slash, down. */
function parseRadii(value: string, style: StyleDraft): Corners<RadiusLengths> | undefined {
  const [across = '', down = across, ...more] = splitSlashes(value);
  const horizontal = fourLengths(across, style);
  const vertical = fourLengths(down, style);
  if (!horizontal || !vertical || more.length > 0) return undefined;
  return horizontal.map((length, i) => ({ across: length, down: vertical[i] })) as unknown as Corners<RadiusLengths>;
}

/** One to four lengths for the corners: where one isn't given, the opposite one's. */
function fourLengths(value: string, style: StyleDraft): Corners<Length> | undefined {
  const parts = splitWords(value).map((part) => parseLengthOrPercent(part, style));
  if (parts.length === 0 || parts.length > 4 || parts.some((part) => !part || part.kind === 'auto')) return undefined;
  const [topLeft, topRight = topLeft, bottomRight = topLeft, bottomLeft = topRight] = parts as Length[];
  return [topLeft, topRight, bottomRight, bottomLeft] as Corners<Length>;
}

/** One corner's radius: how far it reaches across, and down if that differs. */
function parseRadius(value: string, style: StyleDraft): RadiusLengths | undefined {
  const [across, down = across, ...more] = splitWords(value).map((part) => parseLengthOrPercent(part, style));
  if (!across || !down || across.kind === 'auto' || down.kind === 'auto' || more.length > 0) return undefined;
  return { across, down };
}

const cornerRadius = (index: number): PropertyHandler =>
  parsed(parseRadius, (style, radius) => {
    style.radii = style.radii.map((own, i) => (i === index ? radius : own)) as unknown as Corners<RadiusLengths>;
  });

const overflow: PropertyHandler = (style, value) => {
  style.clips = /hidden|auto|scroll|clip/i.test(value);
  return true;
};

const number = (value: string): number | undefined => {
  const found = value.endsWith('%') ? Number.parseFloat(value) / 100 : Number.parseFloat(value);
  return Number.isFinite(found) ? Math.max(0, Math.min(1, found)) : undefined;
};

export const BOX_PROPERTIES: readonly (readonly [string, PropertyHandler])[] = [
  ['opacity', parsed(number, to('groupOpacity'))],
  ['background', background],
  [
    'background-color',
    parsed(
      (value, style) => backgroundColorOf(value, style),
      (style, value) => {
        style.background = value.paint;
      },
    ),
  ],
  ['margin', allSides('margin')],
  ['padding', allSides('padding')],
  ...SIDES.flatMap((side): [string, PropertyHandler][] => [
    [`margin-${side}`, sideBox('margin', side)],
    [`padding-${side}`, sideBox('padding', side)],
    [`border-${side}`, borderSide(side)],
    [`border-${side}-width`, borderPart('width', parseBorderWidth, side)],
    [`border-${side}-style`, borderPart('style', borderStyle, side)],
    [`border-${side}-color`, borderPart('color', borderColor, side)],
  ]),
  ['margin-inline-start', inlineBox('margin', 'start')],
  ['margin-inline-end', inlineBox('margin', 'end')],
  ['margin-block-start', sideBox('margin', 'top')],
  ['margin-block-end', sideBox('margin', 'bottom')],
  ['padding-inline-start', inlineBox('padding', 'start')],
  ['padding-inline-end', inlineBox('padding', 'end')],
  ['border', borderAll],
  ['border-width', borderPart('width', parseBorderWidth)],
  ['border-style', borderPart('style', borderStyle)],
  ['border-color', borderPart('color', borderColor)],
  ['border-radius', parsed(parseRadii, to('radii'))],
  ['border-top-left-radius', cornerRadius(0)],
  ['border-top-right-radius', cornerRadius(1)],
  ['border-bottom-right-radius', cornerRadius(2)],
  ['border-bottom-left-radius', cornerRadius(3)],
  ['background-image', backgroundImage],
  ['outline', parsed((value, style) => parseBorder(value, style, style.color), to('outline'))],
  ['box-shadow', boxShadow],
  ['transform', parsed(parseTransform, to('transform'))],
  ['object-fit', keyword(same('fill', 'contain', 'cover', 'none', 'scale-down'), to('objectFit'))],
  ['width', size('width')],
  ['height', size('height')],
  ['min-width', size('minWidth')],
  ['max-width', size('maxWidth')],
  ['min-height', size('minHeight')],
  ['max-height', size('maxHeight')],
  ['inline-size', size('width')],
  ['block-size', size('height')],
  ['box-sizing', keyword({ 'border-box': true, 'content-box': false }, to('borderBox'))],
  ['overflow', overflow],
  ['overflow-x', overflow],
  ['overflow-y', overflow],
  [
    'text-overflow',
    (style, value) => {
      style.ellipsis = /ellipsis/i.test(value);
      return true;
    },
  ],
];
