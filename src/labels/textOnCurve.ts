/** Sets text along a curve as Chromium sets SVG's textPath with a textLength: each character apart, turned with it. */

import { fontExtent } from '../boxes/inline/fontMetrics.js';
import type { FontFace, TextBlock, TextDecorationLine, TextRun } from '../drawing/textBlock.js';
import type { Path } from '../geometry/path.js';
import { measurePath } from '../geometry/pathLength.js';
import { toRadians } from '../geometry/plane.js';
import { append } from '../primitives/lists.js';
import { graphemeStarts } from '../primitives/textSegments.js';
import type { FontLibrary } from '../shaping/fontLibrary.js';
import { decorationsOf, familiesOf, type LabelFont } from './labelFont.js';
import { linePieces } from './plainLabel.js';
import type { Align } from './textRequest.js';

export interface CurvedTextRequest {
  readonly text: string;
  readonly font: LabelFont;
  readonly align: Align;
  /** In the block's frame. */
  readonly path: Path;
  /** Over how many px of the path the text is spread. */
  readonly length: number;
  readonly fonts: FontLibrary;
  readonly reportMissing: (codePoint: number) => void;
}

/** A character with its marks. */
interface Letter {
  readonly text: string;
  /** Where it stands in the text, in reading order. */
  readonly index: number;
  readonly face: FontFace;
  readonly rightToLeft: boolean;
  readonly advance: number;
}

const ALIGN_FACTOR = { left: 0, center: 0.5, right: 1 } as const;

export function setCurvedText(request: CurvedTextRequest): TextBlock {
  const { font, align, length } = request;
  const path = measurePath(request.path);
  const letters = lettersOf(request);
  const starts = spread(letters, length);
  // Letters that are pushed together may stand before the first of them, or after the last.
  const from = starts.reduce((least, start) => Math.min(least, start), 0);
  const to = letters.reduce((most, { advance }, i) => Math.max(most, (starts[i] as number) + advance), from);
  const first = (path.length - (to - from)) * ALIGN_FACTOR[align] - from;
  const families = familiesOf(font);
  const weight = font.bold ? 700 : 400;
  const runs: { readonly index: number; readonly run: TextRun }[] = [];
  for (const [i, { text, index, face, rightToLeft, advance }] of letters.entries()) {
    const place = path.at(first + (starts[i] as number) + advance / 2);
    // What stands off the path isn't shown.
    if (!place) continue;
    const { ascent, below } = centred(face, font.size);
    const cos = Math.cos(toRadians(place.angle));
    const sin = Math.sin(toRadians(place.angle));
    const run: TextRun = {
      text,
      x: place.x - (advance / 2) * cos - below * sin,
      baseline: place.y - (advance / 2) * sin + below * cos,
      angle: place.angle,
      width: advance,
      face,
      families,
      fontSize: font.size,
      weight,
      italic: font.italic,
      color: font.color,
      opacity: 1,
      decorations: decorationsOf(font).map((decoration) => ({
        ...decoration,
        exact: linePlace(decoration.line, font.size, ascent, below),
      })),
      letterSpacing: 0,
      rightToLeft,
    };
    runs.push({ index, run });
  }
  runs.sort((a, b) => a.index - b.index);
  return {
    width: 0,
    height: 0,
    runs: runs.map(({ run }, i) => (i === 0 ? run : { ...run, continuesWord: true })),
    boxes: [],
    images: [],
  };
}

/** Where letters begin that take a length together, with the same room between each two. */
function spread(letters: readonly Letter[], length: number): readonly number[] {
  const natural = letters.reduce((sum, { advance }) => sum + advance, 0);
  // A single character can't be spread.
  const gap = letters.length > 1 ? (length - natural) / (letters.length - 1) : 0;
  let along = 0;
  return letters.map(({ advance }) => {
    const start = along;
    along += advance + gap;
    return start;
  });
}

/** A font's ascent, and how far its baseline lies below the curve, which runs through the middle of its extent. */
function centred(face: FontFace, size: number): { readonly ascent: number; readonly below: number } {
  const { ascent, descent } = fontExtent(face, size);
  return { ascent, below: ascent - Math.floor((ascent + descent) / 2) };
}

/** Where Chromium draws a line of text on the curve: an underline a pixel under the em square around it. */
function linePlace(line: TextDecorationLine, size: number, ascent: number, below: number) {
  const thickness = size / 10;
  const top = line === 'underline' ? size / 2 + 1 - below : (2 * ascent) / 3 - ascent - thickness / 2;
  return { top, thickness };
}

/** The characters from left to right. */
function lettersOf({ text, font, fonts, reportMissing }: CurvedTextRequest): readonly Letter[] {
  const shown = text.replace(/[\t\r\n ]+/g, ' ').replace(/^ | $/g, '');
  if (shown === '' || !(font.size > 0)) return [];
  const asked = { families: familiesOf(font), weight: font.bold ? 700 : 400, italic: font.italic };
  const choice = { fonts, request: asked, face: fonts.match(asked), reportMissing };
  const letters: Letter[] = [];
  for (const { text: piece, start, face, level } of linePieces(shown, false, choice)) {
    const rightToLeft = level % 2 === 1;
    const advances = face.advances(piece, font.size);
    const starts = graphemeStarts(piece);
    const own = starts.map((from, i): Letter => {
      const to = starts[i + 1] ?? piece.length;
      const advance = advances.subarray(from, to).reduce((sum, each) => sum + each, 0);
      return { text: piece.slice(from, to), index: start + from, face, rightToLeft, advance };
    });
    append(letters, rightToLeft ? own.reverse() : own);
  }
  return letters;
}
