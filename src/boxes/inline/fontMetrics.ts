/** The line metrics of a face at a size, rounded as Chromium rounds them, and the leading of a line height. */

import { metricSize } from '../../drawing/fontSizes.js';
import type { FontFace } from '../../drawing/textBlock.js';
import type { ComputedStyle } from '../../html/computedStyle.js';
import { floorUnit, halvedUnit, roundUnit } from '../../html/layoutUnits.js';

/** Px above and below the baseline. */
export interface LineExtent {
  readonly ascent: number;
  readonly descent: number;
}

/** A font's own extent: whole pixels. */
export function fontExtent(face: FontFace, fontSize: number): LineExtent {
  const scale = metricSize(fontSize) / face.unitsPerEm;
  return { ascent: Math.round(face.ascent * scale), descent: Math.round(face.descent * scale) };
}

/** The same about the baseline that the text's lines are aligned by. */
export function baselineExtent({ fontSize, centralBaseline }: ComputedStyle, face: FontFace): LineExtent {
  const font = fontExtent(face, fontSize);
  if (!centralBaseline) return font;
  const height = font.ascent + font.descent;
  const descent = Math.floor(height / 2);
  return { ascent: height - descent, descent };
}

/** How far the line that letters stand on lies below that baseline. */
export const letterShift = (style: ComputedStyle, face: FontFace): number =>
  fontExtent(face, style.fontSize).ascent - baselineExtent(style, face).ascent;

export function normalLineHeight(face: FontFace, fontSize: number): number {
  const { ascent, descent } = fontExtent(face, fontSize);
  return ascent + descent + Math.round((face.lineGap * metricSize(fontSize)) / face.unitsPerEm);
}

export function usedLineHeight(style: ComputedStyle, face: FontFace): number {
  switch (style.lineHeight.kind) {
    case 'normal':
      return normalLineHeight(face, style.fontSize);
    case 'factor':
      // The font size is rounded to a layout unit before it is multiplied.
      return floorUnit(style.lineHeight.value * roundUnit(style.fontSize));
    case 'px':
      return floorUnit(style.lineHeight.value);
  }
}

/** The extent of an inline box on its line: the font's, with half the leading above (rounded down) and the rest below. */
export function leadedExtent(style: ComputedStyle, face: FontFace): LineExtent {
  const font = baselineExtent(style, face);
  const lineHeight = usedLineHeight(style, face);
  const ascent = font.ascent + Math.floor(halvedUnit(lineHeight - font.ascent - font.descent));
  return { ascent, descent: lineHeight - ascent };
}
