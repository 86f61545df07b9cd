/** Parses CSS values: lengths, font sizes, colours, and the shorthands of boxes. */

import { lookupTable } from '../primitives/lookupTable.js';
import { fixedColor, paintedColor, printColor, readColor, sidesOf, withoutBlanks } from '../style/color.js';
import { type BorderSide, type BoxShadow, type FontSizing, NO_BORDER } from './computedStyle.js';
import { splitCommas, splitWords } from './css.js';
import { ABSOLUTE, keywordSize } from './fontSizing.js';
import { AUTO, type Length, px, type Sides } from './lengths.js';

/** What relative units refer to. */
export interface UnitContext {
  readonly fontSize: number;
}

const ROOT_FONT_SIZE = 16;
/** Chromium's x-height of Arimo and Times is close to half an em; good enough for the rare ex. */
const EX = 0.5;

const UNITS = lookupTable<number>({
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
});

/** Chromium's longest length, px, and its largest font. */
const LONGEST = 33_554_431;
const LARGEST_FONT = 10_000;

/** A number whose products with others stay numbers. */
export const bounded = (length: number): number => Math.max(-LONGEST, Math.min(LONGEST, length));

/** A number with a unit, px; undefined if it is none. Unitless zero counts, other bare numbers don't. */
export function parseLength(value: string, context: UnitContext): number | undefined {
  const length = parseUnboundedLength(value, context);
  return length === undefined || Number.isNaN(length) ? undefined : bounded(length);
}

function parseUnboundedLength(value: string, context: UnitContext): number | undefined {
  const text = value.trim().toLowerCase();
  const match = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)([a-z]*)$/.exec(text);
  if (!match) return text.startsWith('calc(') ? parseCalc(text, context) : undefined;
  const number = Number(match[1]);
  const unit = match[2] as string;
  if (unit === '') return number === 0 ? 0 : undefined;
  const factor = UNITS[unit];
  if (factor !== undefined) return number * factor;
  switch (unit) {
    case 'em':
      return number * context.fontSize;
    case 'rem':
      return number * ROOT_FONT_SIZE;
    case 'ex':
    case 'ch':
      return number * context.fontSize * EX;
    default:
      return undefined;
  }
}

/** Sums and products of lengths, left to right; enough for calc() in labels. */
function parseCalc(text: string, context: UnitContext): number | undefined {
  const inner = /^calc\((.*)\)$/.exec(text)?.[1];
  if (inner === undefined) return undefined;
  let total: number | undefined;
  let operator = '+';
  for (const word of splitWords(inner)) {
    if (/^[+\-*/]$/.test(word)) {
      operator = word;
      continue;
    }
    const value = parseLength(word, context) ?? (/^[\d.]+$/.test(word) ? Number(word) : undefined);
    if (value === undefined) return undefined;
    const left = total ?? 0;
    total =
      operator === '+'
        ? left + value
        : operator === '-'
          ? left - value
          : operator === '*'
            ? left * value
            : left / value;
  }
  return total;
}

export function parseLengthOrPercent(value: string, context: UnitContext): Length | undefined {
  const text = value.trim().toLowerCase();
  if (text === 'auto') return AUTO;
  const percent = /^([+-]?[\d.]+)%$/.exec(text);
  if (percent && !Number.isNaN(Number(percent[1]))) return { kind: 'percent', value: bounded(Number(percent[1])) };
  const length = parseLength(text, context);
  return length === undefined ? undefined : px(length);
}

const STEP = 1.2;

export interface FontSize {
  /** Px. */
  readonly size: number;
  readonly sizing: FontSizing;
}

export function parseFontSize(value: string, parent: FontSize): FontSize | undefined {
  const text = value.trim().toLowerCase();
  const keyword = keywordSize(text);
  if (keyword !== undefined) return { size: keyword, sizing: { keyword: text, absolute: false } };
  const relative: FontSizing = { absolute: parent.sizing.absolute };
  if (text === 'larger') return { size: Math.min(LARGEST_FONT, parent.size * STEP), sizing: relative };
  if (text === 'smaller') return { size: parent.size / STEP, sizing: relative };
  const length = parseLengthOrPercent(text, { fontSize: parent.size });
  if (!length || length.kind === 'auto') return undefined;
  const size = length.kind === 'px' ? length.value : (length.value / 100) * parent.size;
  const sizing = length.kind === 'percent' || /^[^(]*\d(em|ex|ch)$/.test(text) ? relative : ABSOLUTE;
  return size >= 0 ? { size: Math.min(LARGEST_FONT, size), sizing } : undefined;
}

export function parseWeight(value: string, parentWeight: number): number | undefined {
  const text = value.trim().toLowerCase();
  switch (text) {
    case 'normal':
      return 400;
    case 'bold':
      return 700;
    case 'bolder':
      return parentWeight < 350 ? 400 : parentWeight < 550 ? 700 : 900;
    case 'lighter':
      return parentWeight < 550 ? 100 : parentWeight < 750 ? 400 : 700;
    default: {
      const number = Number(text);
      return number >= 1 && number <= 1000 ? number : undefined;
    }
  }
}

/** A colour as it is painted; undefined if the value isn't one. `current` stands for currentcolor. */
export function parseColor(value: string, current: string): string | undefined {
  const text = value.trim();
  if (/^currentcolor$/i.test(text)) return current;
  // Browsers hand draw.io short hexadecimal colours at their full length.
  const full = /^#[0-9a-f]{3,4}$/i.test(text) ? text.replace(/[0-9a-f]/gi, '$&$&') : text;
  return paintedColor(full);
}

/**
 * A colour in an HTML attribute (color, bgcolor). draw.io adapts none of these to dark pages but the colours that font
 * elements write as CSS does.
 */
export function parseLegacyColor(value: string, adapts = false): string | undefined {
  const text = value.trim();
  const written = adapts && !/^(?:currentcolor|transparent)$/i.test(text) && paintedColor(withoutBlanks(text));
  const color = written ? parseColor(text, '#000000') : undefined;
  return (color === undefined || sidesOf(color) ? undefined : color) ?? legacyColor(text);
}

const PART_LENGTHS = { shown: 2, read: 8 } as const;

/**
 * HTML's rules for colours of old: anything is one. What isn't a name is cut into three parts, zeros for what is no
 * hexadecimal digit, and of each part the first two digits count after the zeros that all of them begin with.
 */
function legacyColor(text: string): string | undefined {
  if (text === '' || /^transparent$/i.test(text)) return undefined;
  const named = /^[a-z]+$|^#[0-9a-f]{3}$/i.test(text) ? readColor(text) : undefined;
  if (named) return fixedColor(printColor(named));
  const digits = text
    .replace(/[\u{10000}-\u{10ffff}]/gu, '00')
    .slice(0, 128)
    .replace(/^#/, '')
    .replace(/[^0-9a-f]/gi, '0');
  const size = Math.max(1, Math.ceil(digits.length / 3));
  const padded = digits.padEnd(3 * size, '0');
  let parts = [0, 1, 2].map((i) => padded.slice(i * size, (i + 1) * size).slice(-PART_LENGTHS.read));
  while ((parts[0] as string).length > PART_LENGTHS.shown && parts.every((part) => part.startsWith('0'))) {
    parts = parts.map((part) => part.slice(1));
  }
  const [red = 0, green = 0, blue = 0] = parts.map((part) => Number.parseInt(part.slice(0, PART_LENGTHS.shown), 16));
  return fixedColor(printColor({ red, green, blue, alpha: 1 }));
}

/** One to four values for the four sides. */
export function parseSides<T>(value: string, parse: (part: string) => T | undefined): Sides<T> | undefined {
  const parts = splitWords(value).map(parse);
  if (parts.length === 0 || parts.length > 4 || parts.some((part) => part === undefined)) return undefined;
  const [top, right = top, bottom = top, left = right] = parts as T[];
  return { top, right, bottom, left } as Sides<T>;
}

const BORDER_STYLES = new Set([
  'none',
  'hidden',
  'dotted',
  'dashed',
  'solid',
  'double',
  'groove',
  'ridge',
  'inset',
  'outset',
]);

export const isBorderStyle = (value: string): boolean => BORDER_STYLES.has(value.toLowerCase());

const BORDER_WIDTHS = lookupTable<number>({ thin: 1, medium: 3, thick: 5 });

export const parseBorderWidth = (value: string, context: UnitContext): number | undefined =>
  BORDER_WIDTHS[value.toLowerCase()] ?? parseLength(value, context);

/** A border shorthand: width, style and colour in any order. */
export function parseBorder(value: string, context: UnitContext, current: string): BorderSide | undefined {
  let { width, style } = NO_BORDER;
  let color: string | undefined;
  for (const part of splitWords(value)) {
    const lower = part.toLowerCase();
    const partWidth = parseBorderWidth(lower, context);
    if (isBorderStyle(lower)) style = lower;
    else if (partWidth !== undefined) width = partWidth;
    else {
      color = lower === 'initial' ? undefined : parseColor(part, current);
      if (color === undefined && lower !== 'initial') return undefined;
    }
  }
  return { width, style, color };
}

/** Shadows of text or boxes: offsets, blur, spread and colour of each; undefined where one can't be read. */
export function parseShadows(value: string, context: UnitContext, current: string): readonly BoxShadow[] | undefined {
  if (/^(none|initial)$/i.test(value.trim())) return [];
  const shadows: BoxShadow[] = [];
  for (const part of splitCommas(value)) {
    const lengths: number[] = [];
    let color: string | undefined;
    for (const word of splitWords(part)) {
      const length = parseLength(word, context);
      if (length !== undefined) lengths.push(length);
      else color = parseColor(word, current);
      if (length === undefined && (color === undefined || /^inset$/i.test(word))) return undefined;
    }
    const [dx, dy, blur = 0, spread = 0] = lengths;
    if (dx === undefined || dy === undefined) return undefined;
    shadows.push({ dx, dy, blur: blur / 2, spread, color: color ?? current });
  }
  return shadows;
}
