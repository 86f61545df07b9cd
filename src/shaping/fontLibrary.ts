/** The fonts that text is set with: which face a CSS family list, weight and slant come down to. */

import type { Assets } from '../assets/assets.js';
import { MxsvgError } from '../diagnostics.js';
import type { FontFace } from '../drawing/textBlock.js';
import { FontFormatError, fontOffsets } from '../fonts/fontTable.js';
import { SfntFont } from '../fonts/sfnt.js';
import { BoundedCache } from '../primitives/boundedCache.js';
import { type FaceAdjustments, type FaceName, NO_SYNTHESIS, SfntFace, type Synthesis } from './fontFace.js';
import { type BundledFamily, isBundled, kindOf, standInFor } from './fontFamilies.js';
import type { FontVariation, ShaperSource } from './shaping.js';
import type { SystemFont, SystemFontSource, SystemFontUse } from './systemFonts.js';
import { readWeightAxis, weightVariation } from './weightAxis.js';

export interface FontRequest {
  /** Families in order of preference, unquoted. */
  readonly families: readonly string[];
  readonly weight: number;
  readonly italic: boolean;
}

const BOLD_THRESHOLD = 600;

/** Liberation Sans, which draw.io's own pictures were set in, shares Arimo's metrics but does not kern this pair. */
const ARIMO_ADJUSTMENTS: FaceAdjustments = { unkernedPair: '11' };

/**
 * The generic family monospace is DejaVu Sans Mono where draw.io's pictures were made (and on most Linux machines):
 * Cousine stands in for it with that font's advance and line metrics.
 */
const MONOSPACE = 'monospace';
const MONOSPACE_ADJUSTMENTS: FaceAdjustments = {
  fixedAdvance: 1233,
  lineMetrics: { ascent: 1901, descent: 483, lineGap: 0 },
};

/** What a face remembers at most, bytes. */
const FACE_SIZE = 1024 * 1024;

/** What the names that were asked for may take, bytes. */
const KEPT_NAMES = 1024 * 1024;

const bundledFile = (family: BundledFamily, bold: boolean, italic: boolean): string =>
  `${familyName(family)}_${bold ? '700Bold' : '400Regular'}${italic ? '_Italic' : ''}`;

/** What a place has beside the bundled fonts. */
export interface FontSupport {
  /** For scripts whose letters join or stack, emoji sequences and fonts with PostScript outlines. */
  readonly shaper?: ShaperSource;
  /** The machine's fonts. */
  readonly systemFonts?: SystemFontSource;
}

export class FontLibrary {
  readonly #assets: Assets;
  readonly #support: FontSupport;
  readonly #systemUse: SystemFontUse;
  readonly #added = new Map<string, SfntFace[]>();
  readonly #bundled = new Map<string, SfntFace | undefined>();
  readonly #system = new Map<SystemFont, SfntFace | undefined>();
  readonly #synthesized = new Map<SfntFace, SfntFace[]>();
  readonly #weights = new Map<SfntFace, Map<number, SfntFace>>();
  readonly #matches = new BoundedCache<string, FontFace>(KEPT_NAMES, () => 8);
  readonly #fallbacks = new BoundedCache<string, FontFace | undefined>(KEPT_NAMES, () => 8);

  /**
   * `added`: TTF, OTF or TTC bytes, used before the bundled fonts for the families they name. Throws if one can't be
   * read.
   */
  constructor(
    assets: Assets,
    added: readonly Uint8Array[] = [],
    support: FontSupport = {},
    systemUse: SystemFontUse = 'fallback',
  ) {
    this.#assets = assets;
    this.#support = support;
    this.#systemUse = systemUse;
    for (const [index, data] of added.entries()) this.#add(data, index);
  }

  /** About what it holds beyond the bundled fonts: the files of the machine's, and what their faces remember, bytes. */
  get size(): number {
    const system = [...this.#system.values()].filter((face) => face !== undefined);
    const files = new Set(system.map(({ font }) => font.bytes));
    const made = [...this.#synthesized.values(), ...[...this.#weights.values()].map(({ size }) => ({ length: size }))];
    const faces = made.reduce((sum, { length }) => sum + length, system.length);
    return [...files].reduce((sum, { length }) => sum + length, faces * FACE_SIZE);
  }

  /** The face to set text with. Throws MxsvgError where not even the bundled fonts can be read. */
  match(request: FontRequest): FontFace {
    const key = keyOf(request);
    const known = this.#matches.get(key);
    if (known) return known;
    const face = this.#firstNamed(request) ?? this.#bundledFace(kindOf(request.families), request);
    if (!face) {
      throw new MxsvgError(
        'missing-font',
        'The bundled fonts (Arimo, Tinos, Cousine) could not be read: install the packages they come in, or give ' +
          'assets whose font() knows them.',
      );
    }
    this.#matches.set(key, face);
    return face;
  }

  /**
   * The family that a list asks for first where another one is set in its place; undefined where one of the list is
   * there, bundled or not.
   */
  substituted(families: readonly string[]): string | undefined {
    const plain = { weight: 400, italic: false, families };
    const isThere = (family: string): boolean =>
      isBundled(family) ||
      this.#added.has(family.toLowerCase()) ||
      this.#systemFamily(family.toLowerCase(), plain) !== undefined;
    return families.some(isThere) ? undefined : families[0];
  }

  /**
   * A face that has all of the characters, in the same weight and slant where there is one; undefined if no font has
   * them. `emoji`: one in colour comes first.
   */
  fallbackFor(codePoints: number | readonly number[], request: FontRequest, emoji = false): FontFace | undefined {
    const wanted = typeof codePoints === 'number' ? [codePoints] : codePoints;
    const key = `${wanted.join()}|${emoji}|${keyOf(request)}`;
    return this.#fallbacks.remember(key, () => this.#fallback(wanted, request, emoji));
  }

  #fallback(wanted: readonly number[], request: FontRequest, emoji: boolean): FontFace | undefined {
    const has = (face: SfntFace | undefined): boolean =>
      face !== undefined && wanted.every((codePoint) => face.hasGlyph(codePoint));
    if (emoji) {
      for (const faces of this.#added.values()) {
        const face = faces.find((each) => each.isColored && has(each));
        if (face) return this.#synthesize(face, request);
      }
      const colored = this.#systemFallback(wanted, request, true);
      if (colored?.isColored && has(colored)) return colored;
    }
    for (const face of this.#candidates(request)) if (has(face)) return face;
    return [emoji, false].map((colored) => this.#systemFallback(wanted, request, colored)).find(has);
  }

  *#candidates(request: FontRequest): Generator<SfntFace | undefined> {
    for (const family of request.families) yield this.#named(family, request);
    for (const faces of this.#added.values()) yield this.#fitting(faces, request);
    for (const family of ['Arimo', 'Tinos', 'Cousine'] as const) yield this.#bundledFace(family, request);
  }

  #firstNamed(request: FontRequest): FontFace | undefined {
    for (const family of request.families) {
      const face = this.#named(family, request);
      if (face) return face;
    }
    return undefined;
  }

  #named(family: string, request: FontRequest): SfntFace | undefined {
    const name = family.toLowerCase();
    const added = this.#added.get(name);
    const standIn = standInFor(name);
    return (
      (added && this.#fitting(added, request)) ??
      this.#systemFamily(name, request) ??
      (standIn && this.#bundledFace(standIn, request))
    );
  }

  #systemFamily(family: string, request: FontRequest): SfntFace | undefined {
    const wanted = this.#systemUse === 'all' || (this.#systemUse === 'named' && !isBundled(family));
    if (!wanted) return undefined;
    const font = this.#support.systemFonts?.()?.named(family, request.weight, request.italic);
    return font && this.#synthesize(this.#systemFace(font), request);
  }

  /** As in Chromium, always of plain weight: bold and italic are made up. */
  #systemFallback(codePoints: readonly number[], request: FontRequest, emoji: boolean): SfntFace | undefined {
    if (this.#systemUse === 'none') return undefined;
    const font = this.#support.systemFonts?.()?.having(codePoints, emoji);
    return font && this.#synthesize(this.#systemFace(font), request);
  }

  /** undefined for a file that turns out to be broken. */
  #systemFace(found: SystemFont): SfntFace | undefined {
    if (this.#system.has(found)) return this.#system.get(found);
    const font = readableFont(found);
    const face = font && this.#fileFace(font, found, found.variations, true);
    this.#system.set(found, face);
    return face;
  }

  #add(data: Uint8Array, index: number): void {
    try {
      for (const i of fontOffsets(new DataView(data.buffer, data.byteOffset, data.byteLength)).keys()) {
        const font = new SfntFont(data, i);
        // What is read later of every font has to be readable.
        font.glyph(0);
        readWeightAxis(font.table('fvar'));
        const family = font.familyName();
        const face = this.#fileFace(font, { family, weight: font.weight, italic: font.italic }, []);
        for (const name of new Set([family, ...font.familyNames()].map((each) => each.toLowerCase()))) {
          const faces = this.#added.get(name);
          if (faces) faces.push(face);
          else this.#added.set(name, [face]);
        }
      }
    } catch (error) {
      if (!(error instanceof FontFormatError || error instanceof RangeError)) throw error;
      throw new MxsvgError('invalid-option', `Font ${index + 1} of the option fonts can't be read: ${error.message}.`, {
        cause: error,
      });
    }
  }

  #fileFace(font: SfntFont, name: FaceName, variations: readonly FontVariation[], isSystemFont = false): SfntFace {
    const { shaper } = this.#support;
    const options = { isForeign: true, isSystemFont, shaper, shapesPlainText: hasLayout(font), variations };
    return new SfntFace(font, name, {}, options);
  }

  /** The nearest of a family's faces, set to the weight where it is variable. */
  #fitting(faces: readonly SfntFace[], request: FontRequest): SfntFace | undefined {
    const face = nearest(faces, request);
    return this.#synthesize(face && this.#weighed(face, request.weight), request);
  }

  #weighed(face: SfntFace, weight: number): SfntFace {
    const axis = readWeightAxis(face.font.table('fvar'));
    const variation = axis && weightVariation(axis, weight);
    if (!variation || variation.value === axis.usual) return face;
    const settings = this.#weights.get(face) ?? new Map<number, SfntFace>();
    this.#weights.set(face, settings);
    const { font, family, italic } = face;
    const name = { family, weight: variation.value, italic };
    const set = settings.get(variation.value) ?? this.#fileFace(font, name, [variation]);
    settings.set(variation.value, set);
    return set;
  }

  /** The face made bolder or slanted where a bold or italic one is asked for and it isn't. */
  #synthesize(face: SfntFace | undefined, { weight, italic }: FontRequest): SfntFace | undefined {
    if (!face) return undefined;
    const synthesis = {
      bold: weight >= BOLD_THRESHOLD && face.weight < BOLD_THRESHOLD,
      italic: italic && !face.italic,
    };
    if (!synthesis.bold && !synthesis.italic) return face;
    const known = this.#synthesized.get(face) ?? [];
    this.#synthesized.set(face, known);
    const same = known.find(({ options }) => sameSynthesis(options.synthesis ?? NO_SYNTHESIS, synthesis));
    if (same) return same;
    const made = new SfntFace(face.font, face, {}, { ...face.options, synthesis });
    known.push(made);
    return made;
  }

  #bundledFace(family: BundledFamily, { weight, italic }: FontRequest): SfntFace | undefined {
    const bold = weight >= BOLD_THRESHOLD;
    const key = `${family}|${bold}|${italic}`;
    if (this.#bundled.has(key)) return this.#bundled.get(key);
    const data = this.#assets.font(bundledFile(family, bold, italic));
    const name = { family: familyName(family), weight: bold ? 700 : 400, italic };
    const face = data && new SfntFace(new SfntFont(data), name, adjustments(family), { shaper: this.#support.shaper });
    this.#bundled.set(key, face);
    return face;
  }
}

const keyOf = ({ families, weight, italic }: FontRequest): string => `${families.join()}|${weight}|${italic}`;

const sameSynthesis = (a: Synthesis, b: Synthesis): boolean => a.bold === b.bold && a.italic === b.italic;

/** Whether a font has rules of its own for how its glyphs follow each other. */
const hasLayout = (font: SfntFont): boolean =>
  ['GSUB', 'GPOS', 'morx', 'fvar'].some((tag) => font.table(tag) !== undefined);

/** A machine may have files that only look like fonts: the next one is taken. */
function readableFont(found: SystemFont): SfntFont | undefined {
  try {
    const font = new SfntFont(found.read(), found.index);
    font.glyph(0);
    return font;
  } catch (error) {
    if (error instanceof FontFormatError || error instanceof RangeError) return undefined;
    throw error;
  }
}

const familyName = (family: BundledFamily): string => (family === MONOSPACE ? 'Cousine' : family);

const adjustments = (family: BundledFamily): FaceAdjustments | undefined =>
  family === 'Arimo' ? ARIMO_ADJUSTMENTS : family === MONOSPACE ? MONOSPACE_ADJUSTMENTS : undefined;

/** Slant before weight, as CSS matches fonts. */
function nearest(faces: readonly SfntFace[], request: FontRequest): SfntFace | undefined {
  let best: SfntFace | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const face of faces) {
    const distance = (face.italic === request.italic ? 0 : 10_000) + Math.abs(face.weight - request.weight);
    if (distance < bestDistance) {
      best = face;
      bestDistance = distance;
    }
  }
  return best;
}
