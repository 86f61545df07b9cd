/** Where characters with their marks and words begin in a text, which is looked at piece by piece. */

/** Characters that are looked at together: each step of a segmenter costs as much as all of its text is long. */
const WINDOW = 256;

/** Where a word begins is told by what follows as well: dictionaries look some words ahead. */
const AHEAD = 64;

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00;

/**
 * Texts without characters that join others, in which each is one of its own: Latin, Greek, Cyrillic, punctuation, arrows,
 * signs, kana, Chinese characters and Hangul in syllables. Most texts are of these, and a segmenter takes 10 ms to make.
 */
const SINGLE =
  /^[ -~\u00a0-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u20cf\u2100-\u2bff\u3000-\u3029\u3030-\u3098\u309b-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff9d\uffe0-\uffee]*$/;

let graphemes: Intl.Segmenter | undefined;
let words: Intl.Segmenter | undefined;

const segmentsIn = (segmenter: Intl.Segmenter, text: string): number[] =>
  Array.from(segmenter.segment(text), ({ index }) => index);

function graphemesIn(text: string): number[] {
  if (SINGLE.test(text)) return Array.from({ length: text.length }, (_, index) => index);
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmentsIn(graphemes, text);
}

/** The indices where a character with its marks begins, so that breaking between letters keeps them whole. */
export const graphemeStarts = (text: string): number[] =>
  SINGLE.test(text) ? graphemesIn(text) : [...graphemesFrom(text, 0)];

/** The same from an index on where one begins, as far as it is asked for. */
export const graphemesFrom = (text: string, start: number, end = text.length): Generator<number> =>
  pieceByPiece(text, start, end, graphemesIn, 0);

/** The indices where a word, or what stands between words, begins. */
export function wordStarts(text: string): Generator<number> {
  // Its language changes nothing: scripts without spaces have dictionaries of their own.
  words ??= new Intl.Segmenter('en', { granularity: 'word' });
  const segmenter = words;
  return pieceByPiece(text, 0, text.length, (piece) => segmentsIn(segmenter, piece), AHEAD);
}

function* pieceByPiece(
  text: string,
  start: number,
  end: number,
  startsIn: (piece: string) => readonly number[],
  ahead: number,
): Generator<number> {
  let window = WINDOW;
  for (let from = start; from < end; ) {
    const cut = from + window;
    // Half of a character would look like the beginning of another.
    const to = Math.min(end, isHighSurrogate(text.charCodeAt(cut - 1)) ? cut + 1 : cut);
    const found = startsIn(text.slice(from, to));
    // The last ones may go on behind the window.
    const sure = to === end ? found : found.filter((index) => index <= to - from - ahead);
    const next = to === end ? end : from + (sure.at(-1) ?? 0);
    for (const index of to === end ? found : sure.slice(0, -1)) yield from + index;
    // One that is as long as the window is looked at in a larger one.
    window = next === from ? window * 2 : WINDOW;
    from = next;
  }
}
