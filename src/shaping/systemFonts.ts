/** Fonts beyond those bundled and given: a machine's own, as whoever can read them hands them to the core. */
import type { FontVariation } from './shaping.js';

/**
 * What a machine's fonts are used for: 'fallback', for characters that neither the bundled fonts nor those given have;
 * 'named', also for the families that a diagram names and that no bundled font is made for; 'all', for these too, before
 * the bundled ones; 'none'.
 */
export type SystemFontUse = 'fallback' | 'named' | 'all' | 'none';

/** The same object stands for the same font each time. */
export interface SystemFont {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  /** The file's bytes, and which of a collection's fonts it is. */
  read(): Uint8Array;
  readonly index: number;
  /** How a variable font is set to have this weight. */
  readonly variations: readonly FontVariation[];
}

export interface SystemFonts {
  /** The font of a family that is nearest in weight and slant; undefined where there is no such family. */
  named(family: string, weight: number, italic: boolean): SystemFont | undefined;
  /** An upright font of plain weight that has all of the characters; `emoji`: one in colour, where there is one. */
  having(codePoints: readonly number[], emoji: boolean): SystemFont | undefined;
}

/** Gives the machine's fonts once they are needed; undefined where they can't be read. */
export type SystemFontSource = () => SystemFonts | undefined;
