/** Letters in another case (text-transform); words that begin large may begin in the text before. */

import { wordStarts } from '../primitives/textSegments.js';
import type { ComputedStyle } from './computedStyle.js';

/** `before`: the character in front of the text, if that stands on the same line or in a box there. */
export function transformed(text: string, { textTransform }: ComputedStyle, before: string): string {
  switch (textTransform) {
    case 'none':
      return text;
    case 'uppercase':
      return text.toUpperCase();
    case 'lowercase':
      return text.toLowerCase();
    case 'capitalize':
      return capitalized(text, before);
  }
}

/** Where Chromium sees words begin, other than Unicode does. */
const WORD_ENDS = /[.:]/g;

function capitalized(text: string, before: string): string {
  const whole = before + text;
  const starts = new Set(wordStarts(whole));
  for (const { index } of whole.matchAll(WORD_ENDS)) starts.add(index + 1);
  let result = '';
  let index = 0;
  for (const character of whole) {
    if (index >= before.length) result += starts.has(index) ? character.toUpperCase() : character;
    index += character.length;
  }
  return result;
}
