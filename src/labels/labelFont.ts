/** The font that a label starts from, and the computed style it gives to HTML. */

import type { TextDecoration, TextDecorationLine } from '../drawing/textBlock.js';
import type { ComputedStyle } from '../html/computedStyle.js';
import { parseFamilies } from '../html/css.js';
import { ABSOLUTE } from '../html/fontSizing.js';
import { INITIAL_STYLE } from '../html/initialStyle.js';

export interface LabelFont {
  /** A CSS family list. */
  readonly family: string;
  /** Px. */
  readonly size: number;
  readonly color: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  /** Of the size; default draw.io's. */
  readonly lineHeight?: number;
}

/** draw.io's line height: a factor of the font size. */
const LINE_HEIGHT = 1.2;

export function decorationsOf({ underline, strikethrough, color, size }: LabelFont): TextDecoration[] {
  const drawn = (line: TextDecorationLine): TextDecoration => ({ line, color, fontSize: size });
  return [...(underline ? [drawn('underline')] : []), ...(strikethrough ? [drawn('line-through')] : [])];
}

/** What an element has that no font family is declared for: Chromium's own. */
const INITIAL_FAMILIES = ['Times'];

/** What CSS takes as a family's name without quotes. */
const IDENTIFIER = /^-?[A-Za-z_\u00a0-\uffff][\w\u00a0-\uffff-]*$/;

/** draw.io splits a style's list at commas and quotes what is more than a word, so that the list is one in CSS too. */
export function familiesOf({ family }: LabelFont): readonly string[] {
  const quoted = family.split(',').map((part) => {
    const name = part.trim();
    const plain = /^(["'])([\s\S]+)\1$/.exec(name)?.[2];
    return plain === undefined && IDENTIFIER.test(name) ? name : `'${(plain ?? name).replaceAll("'", "\\'")}'`;
  });
  const families = parseFamilies(quoted.join());
  return families.length > 0 ? families : INITIAL_FAMILIES;
}

/** The style of the innermost element that draw.io puts around a label. */
export function labelStyle(font: LabelFont): ComputedStyle {
  return {
    ...INITIAL_STYLE,
    display: 'inline-block',
    families: familiesOf(font),
    fontSize: font.size,
    fontSizing: ABSOLUTE,
    weight: font.bold ? 700 : 400,
    italic: font.italic,
    color: font.color,
    lineHeight: { kind: 'factor', value: font.lineHeight ?? LINE_HEIGHT },
    decorations: decorationsOf(font),
  };
}
