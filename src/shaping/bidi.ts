/** Text of mixed direction: Unicode's bidirectional algorithm over one paragraph, and the visual order of a line. */
import { embeddingLevels, mirroredCharacter } from './bidiAlgorithm.js';

const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802-\ud803\ud83a-\ud83b]/;

/** The embedding level of each UTF-16 unit; undefined where all of the text runs left to right. */
export function bidiLevels(text: string, rightToLeft: boolean): Uint8Array | undefined {
  if (!rightToLeft && !RIGHT_TO_LEFT.test(text)) return undefined;
  return embeddingLevels(text, rightToLeft ? 'rtl' : 'ltr');
}

/** A character as it is drawn in right-to-left text: brackets face the other way. */
export const mirrored = (character: string): string => mirroredCharacter(character) ?? character;

/** Whether a text has characters that run from right to left. */
export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** Pieces of a line from left to right: from the highest level down, stretches of that level or more are reversed. */
export function visualOrder<T extends { readonly level: number }>(pieces: readonly T[]): readonly T[] {
  let highest = 0;
  let lowestOdd = Number.POSITIVE_INFINITY;
  for (const { level } of pieces) {
    highest = Math.max(highest, level);
    if (level % 2 === 1) lowestOdd = Math.min(lowestOdd, level);
  }
  if (lowestOdd === Number.POSITIVE_INFINITY) return pieces;
  const order = [...pieces];
  for (let level = highest; level >= lowestOdd; level--) {
    for (let i = 0; i < order.length; i++) {
      if ((order[i] as T).level < level) continue;
      let end = i;
      while (end < order.length && (order[end] as T).level >= level) end++;
      reverse(order, i, end);
      i = end;
    }
  }
  return order;
}

/** Turns the part of a list from `start` to before `end` round. */
function reverse<T>(list: T[], start: number, end: number): void {
  for (let [i, j] = [start, end - 1]; i < j; i++, j--) [list[i], list[j]] = [list[j] as T, list[i] as T];
}
