/** CSS properties of fonts: family, size, weight, style, variants and line height. */
import type { LineHeight } from './computedStyle.js';
import { parseFamilies, splitWords } from './css.js';
import { parseFontSize, parseLengthOrPercent, parseWeight } from './cssValues.js';
import { ABSOLUTE } from './fontSizing.js';
import type { StyleDraft } from './initialStyle.js';
import { type PropertyHandler, parsed, plainNumber, to } from './propertyHandlers.js';

function parseLineHeight(value: string, style: StyleDraft): LineHeight | undefined {
  const text = value.trim().toLowerCase();
  if (text === 'normal') return { kind: 'normal' };
  const factor = plainNumber(text);
  if (factor !== undefined) return { kind: 'factor', value: factor };
  const length = parseLengthOrPercent(text, style);
  if (!length || length.kind === 'auto') return undefined;
  const size = length.kind === 'px' ? length.value : (length.value / 100) * style.fontSize;
  return size >= 0 ? { kind: 'px', value: size } : undefined;
}

const lineHeightProperty = parsed(parseLineHeight, to('lineHeight'));

const fontSize = parsed(
  (value, _, { parent }) => parseFontSize(value, { size: parent.fontSize, sizing: parent.fontSizing }),
  (style, { size, sizing }) => {
    style.fontSize = size;
    style.fontSizing = sizing;
  },
);

const fontFamily = parsed(
  (value) => {
    const families = parseFamilies(value);
    return families.length > 0 ? families : undefined;
  },
  (style, families) => {
    style.families = families;
  },
);

const fontWeight = parsed(
  (value, _, { parent }) => parseWeight(value, parent.weight),
  (style, weight) => {
    style.weight = weight;
  },
);

const fontStyle = parsed(
  (value) => /^(normal|italic|oblique)\b/i.exec(value)?.[1]?.toLowerCase(),
  (style, slant) => {
    style.italic = slant !== 'normal';
  },
);

const fontVariant: PropertyHandler = (style, value) => {
  style.smallCaps = /\b(all-)?small-caps\b/i.test(value);
  return true;
};

/** For telling whether something is a size at all. */
const ANY_SIZE = { size: 16, sizing: ABSOLUTE };

/** font: [style || variant || weight || stretch]? size[/line-height]? family */
const font: PropertyHandler = (style, value, context) => {
  const words = splitWords(value);
  const sizeAt = words.findIndex((word) => parseFontSize(word.split('/')[0] as string, ANY_SIZE) !== undefined);
  if (sizeAt < 0 || sizeAt === words.length - 1) return false;
  const rest = words
    .slice(sizeAt)
    .join(' ')
    .replace(/ ?\/ ?/, '/');
  const [size = '', ...families] = rest.split(' ');
  // One that isn't right as a whole changes nothing.
  if (!fontFamily(style, families.join(' '), context)) return false;
  style.italic = false;
  style.smallCaps = false;
  style.weight = 400;
  style.lineHeight = { kind: 'normal' };
  for (const word of words.slice(0, sizeAt)) {
    if (/^small-caps$/i.test(word)) style.smallCaps = true;
    else if (!/^normal$/i.test(word) && !fontStyle(style, word, context)) fontWeight(style, word, context);
  }
  const [sizeText, lineHeight] = size.split('/');
  fontSize(style, sizeText as string, context);
  if (lineHeight !== undefined) lineHeightProperty(style, lineHeight, context);
  return true;
};

export const FONT_PROPERTIES: readonly (readonly [string, PropertyHandler])[] = [
  ['font', font],
  ['font-size', fontSize],
  ['font-family', fontFamily],
  ['font-weight', fontWeight],
  ['font-style', fontStyle],
  ['font-variant', fontVariant],
  ['font-variant-caps', fontVariant],
  ['line-height', lineHeightProperty],
];
