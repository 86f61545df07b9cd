/** The font that a label starts from, and the computed style it gives to HTML. */
import { type ComputedStyle, INITIAL_STYLE } from './computedStyle.js';
import { parseFamilies } from './css.js';
import type { TextDecoration, TextDecorationLine } from './textBlock.js';

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
}

/** draw.io's line height: a factor of the font size. */
const LINE_HEIGHT = 1.2;

const DEFAULT_FAMILIES = ['Arial', 'Helvetica'];

export function decorationsOf({ underline, strikethrough, color, size }: LabelFont): TextDecoration[] {
  const drawn = (line: TextDecorationLine): TextDecoration => ({ line, color, fontSize: size });
  return [...(underline ? [drawn('underline')] : []), ...(strikethrough ? [drawn('line-through')] : [])];
}

export function familiesOf({ family }: LabelFont): readonly string[] {
  const families = parseFamilies(family);
  return families.length > 0 ? families : DEFAULT_FAMILIES;
}

/** The style of the innermost element that draw.io puts around a label. */
export function labelStyle(font: LabelFont): ComputedStyle {
  return {
    ...INITIAL_STYLE,
    display: 'inline-block',
    families: familiesOf(font),
    fontSize: font.size,
    weight: font.bold ? 700 : 400,
    italic: font.italic,
    color: font.color,
    lineHeight: { kind: 'factor', value: LINE_HEIGHT },
    decorations: decorationsOf(font),
  };
}
