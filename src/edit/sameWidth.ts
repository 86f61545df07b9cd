/** Letters that are as wide as others, so that a text can be shown without what it says. */

/** Of Helvetica's letters those of one width, each row under the one that stands for it. */
const LETTERS: readonly (readonly [standIn: string, letters: string])[] = [
  ['n', 'abdeghnopquL'],
  ['s', 'cksvxyzJ'],
  ['i', 'ijl'],
  ['t', 'ftI'],
  ['r', 'r'],
  ['m', 'mM'],
  ['w', 'w'],
  ['E', 'ABEKPSVXY'],
  ['H', 'CDHNRU'],
  ['Z', 'FTZ'],
  ['O', 'GOQ'],
  ['W', 'W'],
];

const LATIN: ReadonlyMap<string, string> = new Map(
  LETTERS.flatMap(([standIn, letters]) => [...letters].map((letter) => [letter, standIn] as const)),
);

/** One letter for all of a script: what shapes and breaks its lines stays. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Han}/u, '文'],
  [/\p{Script=Hiragana}/u, 'の'],
  [/\p{Script=Katakana}/u, 'ネ'],
  [/\p{Script=Hangul}/u, '한'],
  [/\p{Script=Arabic}/u, 'ب'],
  [/\p{Script=Hebrew}/u, 'ב'],
  [/\p{Script=Thai}/u, 'ก'],
  [/\p{Script=Devanagari}/u, 'क'],
  [/\p{Script=Greek}/u, 'ν'],
  [/\p{Script=Cyrillic}/u, 'н'],
];

/**
 * The text with each letter and digit replaced by one that is as wide in Helvetica, and in other fonts about as wide:
 * many letters become one, so that none can be read back. White space, punctuation and symbols stay.
 */
export const ofSameWidth = (text: string): string => text.replace(/[\p{L}\p{Nd}]\p{M}*/gu, standIn);

function standIn(letter: string): string {
  const base = letter.normalize('NFD').charAt(0);
  if (/\p{Nd}/u.test(letter)) return '0';
  const latin = LATIN.get(base);
  if (latin !== undefined) return latin;
  const other = SCRIPTS.find(([script]) => script.test(letter))?.[1];
  return other === undefined ? 'n' : /\p{Lu}/u.test(letter) ? other.toUpperCase() : other;
}
