/** Which face each part of a text is set in: the one asked for, and others for what it doesn't have. */

import type { FontFace } from '../drawing/textBlock.js';
import { graphemeStarts } from '../primitives/textSegments.js';
import type { FontLibrary, FontRequest } from './fontLibrary.js';
import { isIgnorable } from './ignorable.js';
import { isPlain } from './shaping.js';

export interface FaceRun {
  readonly start: number;
  readonly end: number;
  readonly face: FontFace;
}

export interface FaceChoice {
  readonly fonts: FontLibrary;
  readonly request: FontRequest;
  /** The face that the request comes down to. */
  readonly face: FontFace;
  /** Called for a character that no font has. */
  readonly reportMissing: (codePoint: number) => void;
}

/** Asks for the picture of a character that may be a letter or a picture. */
const EMOJI_STYLE = '\ufe0f';
const TEXT_STYLE = '\ufe0e';

/** Characters that are pictures by themselves. */
const PICTURE = /\p{Emoji_Presentation}/u;

const isEmoji = (cluster: string): boolean =>
  cluster.includes(EMOJI_STYLE) || (PICTURE.test(cluster) && !cluster.includes(TEXT_STYLE));

/** Splits a text by face. A character with its marks, and a sequence of emoji, are set in one face if any has them all. */
export function faceRuns(text: string, choice: FaceChoice): readonly FaceRun[] {
  const runs: FaceRun[] = [];
  let start = 0;
  let face = choice.face;
  const set = (at: number, needed: FontFace): void => {
    if (needed !== face && at > start) runs.push({ start, end: at, face });
    if (needed !== face) start = at;
    face = needed;
  };
  const setEach = (from: number, to: number): void => {
    for (let i = from; i < to; ) {
      const codePoint = text.codePointAt(i) as number;
      set(i, faceOf(codePoint, choice, face));
      i += codePoint > 0xffff ? 2 : 1;
    }
  };
  if (isPlain(text)) {
    setEach(0, text.length);
  } else {
    const starts = graphemeStarts(text);
    for (const [k, from] of starts.entries()) {
      const to = starts[k + 1] ?? text.length;
      const whole = faceOfCluster(text.slice(from, to), choice);
      if (whole) set(from, whole);
      else setEach(from, to);
    }
  }
  runs.push({ start, end: text.length, face });
  return runs;
}

function faceOf(codePoint: number, { face, fonts, request, reportMissing }: FaceChoice, current: FontFace): FontFace {
  if (codePoint < 0x80 || isIgnorable(codePoint) || face.hasGlyph(codePoint)) {
    return isIgnorable(codePoint) && codePoint >= 0x80 ? current : face;
  }
  const emoji = PICTURE.test(String.fromCodePoint(codePoint));
  const fallback = fonts.fallbackFor(codePoint, request, emoji);
  if (!fallback) reportMissing(codePoint);
  return fallback ?? face;
}

/** The face of several characters that belong together; undefined for a single one, and where no face has them all. */
function faceOfCluster(cluster: string, { face, fonts, request }: FaceChoice): FontFace | undefined {
  const codePoints = codePointsOf(cluster);
  if (codePoints.length < 2 && !cluster.includes(EMOJI_STYLE)) return undefined;
  const emoji = isEmoji(cluster);
  // A picture is asked for expressly: the letter that the face has is for where there is none.
  if (cluster.includes(EMOJI_STYLE)) return fonts.fallbackFor(codePoints, request, true);
  const composed = codePointsOf(cluster.normalize('NFC'));
  const has = (wanted: readonly number[]): boolean => wanted.every((codePoint) => face.hasGlyph(codePoint));
  if (has(codePoints) || has(composed)) return face;
  return fonts.fallbackFor(codePoints, request, emoji) ?? fonts.fallbackFor(composed, request, emoji);
}

const codePointsOf = (cluster: string): readonly number[] =>
  [...cluster].map((character) => character.codePointAt(0) as number).filter((codePoint) => !isIgnorable(codePoint));
