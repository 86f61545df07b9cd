/** How wide characters are that no font of ours has: a viewer's font draws them, since they are written as text. */

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60]/u;

/** First, last and advance in ems: what DejaVu Sans, the usual fallback on Linux, gives most characters of a block. */
const BLOCKS: readonly (readonly [number, number, number])[] = [
  [0x2150, 0x218f, 0.969],
  [0x2190, 0x22ff, 0.838],
  [0x2318, 0x2318, 1],
  [0x2325, 0x2325, 1.152],
  [0x232b, 0x232b, 1.4141],
  [0x2300, 0x23ff, 0.838],
  [0x2460, 0x24ff, 0.896],
  [0x2500, 0x257f, 0.602],
  [0x2580, 0x25ff, 0.769],
  [0x260e, 0x260e, 1.246],
  [0x2600, 0x26ff, 0.896],
  [0x2700, 0x27bf, 0.838],
  [0x27f0, 0x27ff, 1.434],
  [0x2900, 0x2bff, 0.838],
  [0x1f000, 0x1faff, 1.042],
];

const LETTER = 0.6;
const OTHER = 0.838;

/** The likely advance of a character that is not a combining mark, in ems. */
export function likelyAdvance(codePoint: number): number {
  const block = BLOCKS.find(([first, last]) => codePoint >= first && codePoint <= last);
  if (block) return block[2];
  const character = String.fromCodePoint(codePoint);
  if (WIDE.test(character)) return 1;
  return /\p{L}/u.test(character) ? LETTER : OTHER;
}
