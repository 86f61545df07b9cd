/** What a font size was declared as: Chromium sets monospace smaller where it wasn't a length. */
import { lookupTable } from '../primitives/lookupTable.js';
import type { ComputedStyle, FontSizing } from './computedStyle.js';
import type { StyleDraft } from './initialStyle.js';

export const ABSOLUTE: FontSizing = { absolute: true };

/** Px for the keywords of font-size, and for 1…7 of <font size>; the second of text in monospace. */
const KEYWORDS = lookupTable<readonly [usual: number, monospace: number]>({
  'xx-small': [9, 9],
  'x-small': [10, 10],
  small: [13, 12],
  medium: [16, 13],
  large: [18, 16],
  'x-large': [24, 20],
  'xx-large': [32, 26],
  'xxx-large': [48, 39],
});

export const keywordSize = (keyword: string): number | undefined => KEYWORDS[keyword]?.[0];

/** Monospace by that name alone: with another family beside it, even the same, it is as large as any. */
const isMonospace = ({ families }: ComputedStyle): boolean => families.length === 1 && families[0] === 'monospace';

const SCALE = 13 / 16;

/** Fits an element's font size to its families, when both are known. */
export function fitMonospace(style: StyleDraft, parent: ComputedStyle): void {
  const { keyword, absolute } = style.fontSizing;
  if (absolute) return;
  const monospace = isMonospace(style);
  const sizes = keyword === undefined ? undefined : KEYWORDS[keyword];
  if (sizes) style.fontSize = sizes[monospace ? 1 : 0];
  else if (monospace !== isMonospace(parent)) style.fontSize *= monospace ? SCALE : 1 / SCALE;
}
