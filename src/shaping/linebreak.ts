/** Where a line may be broken: Chromium's rules for ASCII, Unicode's line breaking algorithm for everything else. */
import { graphemeStarts, wordStarts } from '../primitives/textSegments.js';
import { unicodeBreakPositions } from './unicodeBreaks.js';

export type WordBreak = 'normal' | 'break-all' | 'keep-all' | 'break-word';

const HYPHEN = 0x2d;
const QUESTION_MARK = 0x3f;
const SPACE = 0x20;
const TAB = 0x09;
const NO_BREAK_SPACE = 0xa0;
const SOFT_HYPHEN = 0xad;
const ZERO_WIDTH_SPACE = 0x200b;
/** Stands for an image or an inline block among text. */
export const OBJECT = '\ufffc';

const codes = (characters: string): ReadonlySet<number> => new Set([...characters].map((c) => c.charCodeAt(0)));

/** Chromium breaks ASCII text only before these… */
const OPENING = codes('(<[{');
/** …after these… */
const BEFORE_OPENING = codes('!"#%&)*+,.:;=>\\]|}~');
/** …and after a hyphen or a question mark, unless one of these follows. */
const STAYS_WITH_HYPHEN = codes('!),./0123456789:;?]}');
const STAYS_WITH_QUESTION = codes('!"\'),./:;?]}');

const isAsciiDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isAsciiAlphanumeric = (code: number): boolean =>
  isAsciiDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
const isSpace = (code: number): boolean => code === SPACE || code === TAB || code === 0x0a;
const needsUnicodeRules = (code: number): boolean => code > 0x7f && code !== NO_BREAK_SPACE;

function breaksInAscii(beforeLast: number, last: number, next: number): boolean {
  if (last === NO_BREAK_SPACE || next === NO_BREAK_SPACE) return false;
  if (last === HYPHEN) {
    // A minus sign stays with its number; ABCD-1234 breaks.
    return isAsciiDigit(next) ? isAsciiAlphanumeric(beforeLast) : !STAYS_WITH_HYPHEN.has(next);
  }
  if (last === QUESTION_MARK) return !STAYS_WITH_QUESTION.has(next);
  return OPENING.has(next) && BEFORE_OPENING.has(last);
}

/** Scripts written without spaces, which only a dictionary can break. */
const DICTIONARY_SCRIPT = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

/** The indices inside `text` where Unicode's rules allow a break. */
function unicodeBreaks(text: string): Set<number> {
  const positions = new Set(unicodeBreakPositions(text));
  for (const match of text.matchAll(DICTIONARY_SCRIPT)) {
    for (const index of wordStarts(match[0])) if (index > 0) positions.add(match.index + index);
  }
  return positions;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}\p{M}]/u;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** One flag for each index of `text`: whether a line may end before it. Line feeds are left to the caller. */
export function breakOpportunities(text: string): Uint8Array {
  const allowed = new Uint8Array(text.length + 1);
  let unicode: Set<number> | undefined;
  for (let i = 1; i < text.length; i++) {
    const last = text.charCodeAt(i - 1);
    const next = text.charCodeAt(i);
    if (isSpace(next)) continue;
    if (isSpace(last) || last === ZERO_WIDTH_SPACE || last === SOFT_HYPHEN) {
      allowed[i] = 1;
    } else if (!needsUnicodeRules(last) && !needsUnicodeRules(next)) {
      if (breaksInAscii(i > 1 ? text.charCodeAt(i - 2) : 0, last, next)) allowed[i] = 1;
    } else {
      unicode ??= unicodeBreaks(text);
      if (unicode.has(i)) allowed[i] = 1;
    }
  }
  return allowed;
}

/** Changes the opportunities of one stretch of text by its word-break; `from` to `to` are indices of the whole text. */
export function applyWordBreak(
  allowed: Uint8Array,
  text: string,
  from: number,
  to: number,
  wordBreak: WordBreak,
): void {
  if (wordBreak === 'break-all') {
    for (const index of graphemeStarts(text.slice(from, to))) {
      const i = from + index;
      if (i === 0 || isSpace(text.charCodeAt(i)) || isSpace(text.charCodeAt(i - 1))) continue;
      if (LETTER_OR_DIGIT.test(text[i] as string) && LETTER_OR_DIGIT.test(text[i - 1] as string)) allowed[i] = 1;
    }
  } else if (wordBreak === 'keep-all') {
    for (let i = Math.max(1, from); i < to; i++) {
      if (CJK.test(text[i] as string) && CJK.test(text[i - 1] as string)) allowed[i] = 0;
    }
  }
}
