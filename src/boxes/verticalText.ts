/** Vertical text: characters of East Asia stand upright in it, while the line, laid out sideways, is turned. */

import type { TextRun } from '../drawing/textBlock.js';
import { rotation } from '../geometry/plane.js';
import { graphemeStarts } from '../primitives/textSegments.js';
import { type Fragment, groupOf, type Part } from './fragment.js';
import { fontExtent } from './inline/fontMetrics.js';

/** Scripts written upright, with their punctuation and full-width forms, but for brackets and dashes. */
const UPRIGHT =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\u3001-\u3007\u3012\u3013\u3020-\u302f\u3031-\u303f\uff01-\uff07\uff0a-\uff0c\uff0e-\uff19\uff1f-\uff3a\uff41-\uff5a\uffe0-\uffe6]/u;

/** The same fragment, to be turned clockwise, with its upright characters turned back. */
export function withUprightCharacters(fragment: Fragment): Fragment {
  return { ...fragment, parts: fragment.parts.flatMap(uprightPart) };
}

function uprightPart(part: Part): Part[] {
  switch (part.kind) {
    case 'child':
    case 'layer':
      return [{ ...part, fragment: withUprightCharacters(part.fragment) }];
    case 'run':
      return splitRun(part.run);
    default:
      return [part];
  }
}

function splitRun(run: TextRun): Part[] {
  const starts = graphemeStarts(run.text);
  const characters = starts.map((start, i) => run.text.slice(start, starts[i + 1]));
  if (run.rightToLeft || !characters.some((character) => UPRIGHT.test(character))) return [{ kind: 'run', run }];
  const parts: Part[] = [];
  const advances = run.face.advances(run.text, run.fontSize);
  let x = run.x;
  let sideways = '';
  let sidewaysFrom = x;
  const flush = (): void => {
    if (sideways !== '') {
      parts.push({ kind: 'run', run: { ...run, text: sideways, x: sidewaysFrom, width: x - sidewaysFrom } });
    }
    sideways = '';
  };
  for (const [i, character] of characters.entries()) {
    const start = starts[i] as number;
    const own = advances.slice(start, start + character.length).reduce((sum, advance) => sum + advance, 0);
    const width = own + run.letterSpacing;
    if (UPRIGHT.test(character)) {
      flush();
      parts.push(uprightCharacter({ ...run, text: character, x, width: own }));
    } else {
      if (sideways === '') sidewaysFrom = x;
      sideways += character;
    }
    x += width;
  }
  flush();
  return parts;
}

/** A character turned about the middle of its box, which so lies in the middle of the line. */
function uprightCharacter(run: TextRun): Part {
  const { ascent, descent } = fontExtent(run.face, run.fontSize);
  const middle = { x: run.x + run.width / 2, y: run.baseline - (ascent - descent) / 2 };
  return {
    kind: 'layer',
    fragment: groupOf([{ kind: 'run', run }], run.width, ascent + descent),
    x: 0,
    y: 0,
    effect: { transform: rotation(-90, middle) },
  };
}
