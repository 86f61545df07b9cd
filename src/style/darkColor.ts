/** How draw.io adapts colours to a dark page: each colour has a dark counterpart, given by the file or worked out. */
import { colord } from 'colord';
import { splitArguments } from './color.js';
import { Style } from './style.js';

/**
 * Which colours of a page adapt: all ('auto'), those that the file itself gives for both ('simple': default and
 * light-dark()), or none.
 */
export type ColorAdaption = 'auto' | 'simple' | 'none';

/** Of the colour 255, this share is turned into its opposite: white becomes a soft black. */
const INVERSION = 0.93;

/** Rec. 709 luminance of red, green and blue, which draw.io's half turn of the hue keeps. */
const LUMINANCE = [0.2126, 0.7152, 0.0722] as const;

/** draw.io's dark counterpart of a colour: inverted by 93 %, then its hue turned by 180°. */
export function inverseColor(color: string): string {
  const parsed = colord(color);
  if (!parsed.isValid()) return color;
  const { r, g, b, a } = parsed.toRgb();
  const inverted = [r, g, b].map((value) => Math.round((255 - value) * INVERSION + value * (1 - INVERSION)));
  const gray = 2 * inverted.reduce((sum, value, i) => sum + value * (LUMINANCE[i] as number), 0);
  const [red, green, blue] = inverted.map((value) => Math.round(Math.min(255, Math.max(0, gray - value))));
  return colord({ r: red as number, g: green as number, b: blue as number, a }).toHex();
}

/** Marks a colour as one of the dark page already: an opaque hex colour that spells out its alpha. */
const FINAL = /^#[0-9a-f]{6}ff$/;

const finalColor = (color: string): string => {
  const parsed = colord(color);
  return parsed.isValid() && parsed.alpha() === 1 ? `${parsed.toHex().toLowerCase()}ff` : color;
};

const BACKGROUNDS = new Set(['fillColor', 'gradientColor', 'labelBackgroundColor', 'swimlaneFillColor', 'background']);

/** What 'default' is on a dark page. */
const DARK_BACKGROUND = '#121212';
const DARK_FOREGROUND = '#ffffff';

/** The colour behind a dark picture whose page has none of its own. */
export const DARK_PAGE = DARK_BACKGROUND;

/** A cell's style for a dark page: what the file gives for dark pages chosen, and marked as adapted. */
export function darkStyle(style: Style): Style {
  let entries: Map<string, string> | undefined;
  for (const [key, value] of style.entries) {
    const adapted = adaptedValue(key, value);
    if (adapted === value) continue;
    entries ??= new Map(style.entries);
    entries.set(key, adapted);
  }
  return entries ? new Style(entries, style.noneKeys) : style;
}

function adaptedValue(key: string, value: string): string {
  if (value === 'default' && key.endsWith('Color')) {
    return finalColor(BACKGROUNDS.has(key) ? DARK_BACKGROUND : DARK_FOREGROUND);
  }
  return value.includes('light-dark(') ? darkSides(value) : value;
}

/** A text (a style's value, a label's HTML) with the dark side of each light-dark() in it, marked as adapted. */
export function darkSides(text: string): string {
  let result = '';
  let from = 0;
  for (let at = text.indexOf('light-dark('); at >= 0; at = text.indexOf('light-dark(', from)) {
    const end = closingBracket(text, at + 'light-dark'.length);
    if (end === undefined) break;
    const sides = splitArguments(text.slice(at + 'light-dark('.length, end));
    const dark = sides[1];
    result += text.slice(from, at) + (dark === undefined ? text.slice(at, end + 1) : finalColor(fallbackOf(dark)));
    from = end + 1;
  }
  return result + text.slice(from);
}

function closingBracket(text: string, open: number): number | undefined {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '(') depth += 1;
    else if (text[i] === ')') depth -= 1;
    if (depth === 0) return i;
  }
  return undefined;
}

/** A colour in place of var(--name, colour). */
function fallbackOf(color: string): string {
  const match = /^var\((.*)\)$/is.exec(color.trim());
  return (match && splitArguments(match[1] as string)[1]) ?? color;
}

/** A colour that is painted, on a dark page: as it is where it was adapted before, else as the page's colours adapt. */
export function paintedDark(color: string, adaption: ColorAdaption): string {
  if (FINAL.test(color)) return color.slice(0, 7);
  return adaption === 'auto' ? inverseColor(color) : color;
}
