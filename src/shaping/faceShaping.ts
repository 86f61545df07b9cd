/** From a text to the glyphs of one font: plain text one by one with kerning, all else through the shaper. */

import type { RunGlyph } from '../drawing/textBlock.js';
import { likelyAdvance } from '../fonts/missingGlyphs.js';
import type { LineMetrics, SfntFont } from '../fonts/sfnt.js';
import { graphemeStarts } from '../primitives/textSegments.js';
import { mirrored } from './bidi.js';
import { isIgnorable } from './ignorable.js';
import { scriptRuns } from './scriptRuns.js';
import { type FontFeature, type FontVariation, isPlain, type ShapedFont, type ShaperSource } from './shaping.js';

/** Where a face is set other than its file says, so that it stands in for another font. */
export interface FaceAdjustments {
  /** A pair of characters that is not kerned. */
  readonly unkernedPair?: string;
  /** The advance of every glyph, design units. */
  readonly fixedAdvance?: number;
  readonly lineMetrics?: LineMetrics;
}

export interface ShapingOptions {
  readonly adjustments?: FaceAdjustments;
  readonly shaper?: ShaperSource;
  /** Whether plain text is shaped too, for what the font itself does with it: ligatures, kerning by context. */
  readonly shapesPlainText?: boolean;
  readonly variations?: readonly FontVariation[];
}

const isCombiningMark = (codePoint: number): boolean =>
  codePoint >= 0x300 && /\p{Mn}/u.test(String.fromCodePoint(codePoint));

export class FaceShaping {
  readonly #adjustments: FaceAdjustments;
  readonly #unkernedPair: readonly (number | undefined)[];

  constructor(
    readonly font: SfntFont,
    readonly options: ShapingOptions,
  ) {
    this.#adjustments = options.adjustments ?? {};
    this.#unkernedPair = [...(this.#adjustments.unkernedPair ?? '')].map((character) => character.codePointAt(0));
  }

  /** The font as the shaper knows it; undefined where there is no shaper. Asked for each time: not all are kept. */
  get shaped(): ShapedFont | undefined {
    return this.options.shaper?.()?.font(this.font.bytes, this.font.index, this.options.variations ?? []);
  }

  /**
   * The glyphs of a text of one direction from left to right. Without a direction each script has its own: for
   * measuring, where only advances count.
   */
  glyphs(text: string, rightToLeft: boolean | undefined): readonly RunGlyph[] {
    if (this.isPlain(text)) return this.plain(text, rightToLeft === true);
    const runs = scriptRuns(text).map((run) => {
      const part = text.slice(run.start, run.end);
      const shaped = this.#hasAll(part) ? this.shaped : undefined;
      return shaped
        ? this.#shape(shaped, text, run.start, run.end, rightToLeft ?? run.rightToLeft)
        : moved(this.plain(part, rightToLeft === true), run.start);
    });
    return (rightToLeft === true ? runs.reverse() : runs).flat();
  }

  /** Whether a text is no more than its characters' own glyphs in a row. */
  isPlain(text: string): boolean {
    return this.options.shapesPlainText !== true && isPlain(text);
  }

  /** Whether the font has a text, as it stands or with its marks composed. */
  #hasAll(text: string): boolean {
    const has = (variant: string): boolean =>
      [...variant].every((character) => {
        const codePoint = character.codePointAt(0) as number;
        return isIgnorable(codePoint) || this.font.glyph(codePoint) !== 0;
      });
    return has(text) || has(text.normalize('NFC')) || has(text.normalize('NFD'));
  }

  #shape(shaped: ShapedFont, text: string, start: number, end: number, rightToLeft: boolean): readonly RunGlyph[] {
    const glyphs = shaped.shape({ text, start, end, rightToLeft, features: this.#unkerned(text) });
    const { fixedAdvance } = this.#adjustments;
    if (fixedAdvance === undefined) return glyphs;
    return glyphs.map((glyph) => (glyph.advance === 0 ? glyph : { ...glyph, advance: fixedAdvance }));
  }

  #unkerned(text: string): FontFeature[] {
    const { unkernedPair } = this.#adjustments;
    const features: FontFeature[] = [];
    if (unkernedPair === undefined) return features;
    for (let at = text.indexOf(unkernedPair); at >= 0; at = text.indexOf(unkernedPair, at + 1)) {
      features.push({ tag: 'kern', value: 0, start: at, end: at + 1 });
    }
    return features;
  }

  /** Maps characters to glyphs and adds kerning to the advance of the pair's first glyph. */
  plain(text: string, rightToLeft = false): readonly RunGlyph[] {
    const glyphs: MutableGlyph[] = [];
    let before = 0;
    const add = (codePoint: number, cluster: number): void => {
      if (isIgnorable(codePoint)) return;
      // A tab or a line feed that reaches a font is drawn as a space.
      const glyph = this.font.glyph(codePoint === 0xa0 ? 0x20 : codePoint);
      const previous = glyphs[glyphs.length - 1];
      if (previous) previous.advance += this.kerning(before, codePoint, previous.glyph, glyph);
      glyphs.push({ glyph, cluster, advance: this.advanceOf(codePoint, glyph) });
      before = codePoint;
    };
    if (rightToLeft) addReversed(text, add);
    else addCharacters(text, 0, text.length, add);
    return glyphs;
  }

  /** What is added between the glyphs of a pair of characters. */
  kerning(left: number, right: number, leftGlyph: number, rightGlyph: number): number {
    const [unkernedLeft, unkernedRight] = this.#unkernedPair;
    return left === unkernedLeft && right === unkernedRight ? 0 : this.font.kerning(leftGlyph, rightGlyph);
  }

  advanceOf(codePoint: number, glyph: number): number {
    if (isCombiningMark(codePoint)) return 0;
    return glyph === 0
      ? likelyAdvance(codePoint) * this.font.unitsPerEm
      : (this.#adjustments.fixedAdvance ?? this.font.advance(glyph));
  }
}

interface MutableGlyph {
  readonly glyph: number;
  readonly cluster: number;
  advance: number;
}

/** Takes a character and its index in the text. */
type AddCharacter = (codePoint: number, cluster: number) => void;

function addCharacters(text: string, start: number, end: number, add: AddCharacter): void {
  for (let i = start; i < end; ) {
    const codePoint = text.codePointAt(i) as number;
    add(codePoint, i);
    i += codePoint > 0xffff ? 2 : 1;
  }
}

/** Right-to-left text as its characters stand from left to right: each followed by its marks, brackets mirrored. */
function addReversed(text: string, add: AddCharacter): void {
  const starts = graphemeStarts(text);
  const addMirrored: AddCharacter = (codePoint, cluster) =>
    add(mirrored(String.fromCodePoint(codePoint)).codePointAt(0) as number, cluster);
  for (let i = starts.length - 1; i >= 0; i--) {
    addCharacters(text, starts[i] as number, starts[i + 1] ?? text.length, addMirrored);
  }
}

const moved = (glyphs: readonly RunGlyph[], by: number): readonly RunGlyph[] =>
  glyphs.map((glyph) => ({ ...glyph, cluster: glyph.cluster + by }));
