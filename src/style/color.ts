/** Colours: CSS colours as numbers, and the colours of a diagram's styles as the texts that shapes paint with. */
import { type Rgba, readCssColor, type Side } from './cssColor.js';
import { readPlainColor } from './plainColor.js';

/**
 * A CSS colour as numbers; undefined for what isn't one. Where light-dark() stands within it, on one side; pairs
 * themselves are none: see paintedColor.
 */
export function readColor(text: string, side: Side = 'light'): Rgba | undefined {
  const trimmed = text.trim();
  if (NO_COLORS.has(trimmed)) return undefined;
  return readPlainColor(trimmed) ?? (/^(?:light-dark|var)\(/i.test(trimmed) ? undefined : readCssColor(trimmed, side));
}

/** What styles have most that isn't a colour: these need no parser either. */
const NO_COLORS: ReadonlySet<string> = new Set(['', 'default', 'none']);

const hex = (value: number): string => Math.round(value).toString(16).padStart(2, '0');

/** A colour as #rrggbb, or as #rrggbbaa where it is see-through. */
export const printColor = ({ red, green, blue, alpha }: Rgba): string =>
  `#${hex(red)}${hex(green)}${hex(blue)}${alpha < 1 ? hex(alpha * 255) : ''}`;

/**
 * A colour and its counterpart on a dark page. Where a diagram gives both, this text stands in place of a colour from its
 * style to its picture, whose theme then picks a side; other colours have no counterpart of their own.
 */
export const colorPair = (light: string, dark: string): string => `light-dark(${light},${dark})`;

/** A colour that is the same on a dark page. */
export const fixedColor = (color: string): string => (sidesOf(color) ? color : colorPair(color, color));

/** What a colour comes to that is painted twice: the same, unless it is see-through. */
export function paintedTwice(color: string): string {
  const sides = sidesOf(color);
  if (sides) return colorPair(paintedTwice(sides[0]), paintedTwice(sides[1]));
  const numbers = readColor(color);
  if (!numbers || numbers.alpha === 1) return color;
  return printColor({ ...numbers, alpha: 1 - (1 - numbers.alpha) ** 2 });
}

/** Whether something would show through a colour, on a light page or a dark one. */
export const isSeeThrough = (color: string): boolean =>
  (sidesOf(color) ?? [color]).some((side) => (readColor(side)?.alpha ?? 1) < 1);

/** The two sides of a colour that colorPair made; undefined for any other colour. */
export function sidesOf(color: string): readonly [light: string, dark: string] | undefined {
  if (!color.startsWith('light-dark(')) return undefined;
  const comma = color.indexOf(',');
  return [color.slice('light-dark('.length, comma), color.slice(comma + 1, -1)];
}

/** The same pair with its sides changed over. */
export function swappedPair(color: string): string {
  const sides = sidesOf(color);
  return sides ? colorPair(sides[1], sides[0]) : color;
}

export const lightSide = (color: string): string => sidesOf(color)?.[0] ?? color;

const FOREGROUND = colorPair('#000000', '#ffffff');
const BACKGROUND = colorPair('#ffffff', '#121212');

/** What 'default' stands for: keys that aren't here don't know the word. */
const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['fontColor', FOREGROUND],
  ['strokeColor', FOREGROUND],
  ['gradientColor', FOREGROUND],
  ['imageBorder', FOREGROUND],
  ['labelBorderColor', FOREGROUND],
  ['fillColor', BACKGROUND],
  ['imageBackground', BACKGROUND],
  ['labelBackgroundColor', BACKGROUND],
  ['swimlaneFillColor', BACKGROUND],
]);

/**
 * The colour that a style's value paints: #rrggbb, #rrggbbaa, a shorter hexadecimal colour, or a pair of them. Undefined
 * paints nothing. The key decides what 'default' stands for, and what is painted for a value that is no colour.
 */
export function concreteColor(value: string, key: string): string | undefined {
  const text = value.trim();
  if (text === '' || text === 'none') return undefined;
  const known = text === 'default' ? DEFAULTS.get(key) : undefined;
  return known ?? paintedColor(text) ?? (isNothing(text) || isReference(text) ? undefined : unreadable(key));
}

/** Whether a style's value for this key is a colour, or a word that stands for one. */
export const isColorValue = (value: string, key: string): boolean =>
  /^#[0-9a-f]{6}$/i.test(value) ||
  /^(?:none|inherit|swimlane|fillColor|strokeColor)?$/.test(value.trim()) ||
  isNothing(value) ||
  paintedColor(value) !== undefined ||
  (value.trim() === 'default' && DEFAULTS.has(key));

/** A pair whose light side paints nothing. */
const isNothing = (value: string): boolean => /^light-dark\(\s*none\s*,/i.test(value.trim());

/**
 * Viewers pass over a fill that is no colour, and paint black, whatever the page is, as the frame of a label; lines, and
 * what lies behind a label, they leave out.
 */
const unreadable = (key: string): string | undefined =>
  /stroke|imageBorder|line/i.test(key) || key === 'labelBackgroundColor' ? undefined : fixedColor('#000000');

/** A reference to a paint of elsewhere, which no picture has. */
const isReference = (value: string): boolean => /^url\(/i.test(value);

/**
 * A colour's text as draw.io's own reader has it, which takes the blanks out: what reads with blanks alone is no colour
 * where draw.io computes with it.
 */
export const withoutBlanks = (value: string): string => value.replace(/\s/g, '');

/** A colour's text as it is painted, with pairs and variables read; undefined for what is no colour. */
export function paintedColor(value: string): string | undefined {
  const text = value.trim();
  if (/^#[0-9a-f]{6}$/i.test(text)) return text.toLowerCase();
  const call = /^(light-dark|var)\((.*)\)$/is.exec(text);
  if (call) {
    const [first, second] = splitArguments(call[2] as string);
    return (call[1] as string).toLowerCase() === 'var' ? variableColor(second) : pairOf(first, second);
  }
  if (/^currentcolor$/i.test(text)) return '#000000';
  // Shorter ones have counterparts of their own on dark pages, so they stay as they are.
  if (/^#[0-9a-f]{3,4}$/i.test(text)) return text.toLowerCase();
  const color = readColor(text);
  if (color === undefined || !/(?:light-dark|var)\(/i.test(text)) return color && printColor(color);
  const onDark = readColor(text, 'dark') ?? color;
  return colorPair(printColor(color), printColor(onDark));
}

/** Words for colours that Chromium takes in style sheets, but not from scripts that paint. */
const SHEET_WORDS: ReadonlySet<string> = new Set([
  'accentcolor',
  'accentcolortext',
  '-webkit-text',
  '-webkit-link',
  '-webkit-activelink',
]);

/** Whether draw.io takes a stencil's word for a colour: it asks a canvas, and other words are keys of the style. */
export const isCanvasColor = (value: string): boolean =>
  !SHEET_WORDS.has(value.trim().toLowerCase()) && paintedColor(value) !== undefined;

/** A variable of CSS, which no picture sets, is its fallback, on dark pages too. */
function variableColor(fallback: string | undefined): string | undefined {
  const color = fallback === undefined ? undefined : paintedColor(fallback);
  return color && fixedColor(color);
}

/** A pair with a dark side that is no colour is the light one's twice. */
function pairOf(first = '', second?: string): string | undefined {
  const light = paintedColor(first);
  if (light === undefined || second === undefined) return undefined;
  const dark = paintedColor(second);
  return colorPair(lightSide(light), (dark && (sidesOf(dark)?.[1] ?? dark)) ?? lightSide(light));
}

/** The arguments of a CSS function, split at its top-level commas. */
export function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '(') depth++;
    else if (c === ')') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts;
}
