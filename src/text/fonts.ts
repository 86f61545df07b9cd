/** The fonts that text is set with: which face a CSS family list, weight and slant come down to. */
import type { Assets } from '../assets.js';
import { MxsvgError } from '../diagnostics.js';
import { type FaceAdjustments, SfntFace } from './fontFace.js';
import { FontFormatError, SfntFont } from './sfnt.js';
import type { FontFace } from './textBlock.js';

export interface FontRequest {
  /** Families in order of preference, unquoted. */
  readonly families: readonly string[];
  readonly weight: number;
  readonly italic: boolean;
}

type BundledFamily = 'Arimo' | 'Tinos' | 'Cousine' | 'monospace';

/**
 * Which families the bundled fonts stand in for: those whose metrics they share, their common companions, and CSS's
 * generic families. Every other family falls back to Times, Chromium's own default.
 */
const STAND_INS: ReadonlyMap<string, BundledFamily> = new Map(
  Object.entries<BundledFamily>({
    arial: 'Arimo',
    helvetica: 'Arimo',
    arimo: 'Arimo',
    'liberation sans': 'Arimo',
    'sans-serif': 'Arimo',
    verdana: 'Arimo',
    tahoma: 'Arimo',
    'system-ui': 'Arimo',
    times: 'Tinos',
    'times new roman': 'Tinos',
    tinos: 'Tinos',
    'liberation serif': 'Tinos',
    serif: 'Tinos',
    courier: 'Cousine',
    'courier new': 'Cousine',
    cousine: 'Cousine',
    'liberation mono': 'Cousine',
    monospace: 'monospace',
  }),
);

const DEFAULT_FAMILY: BundledFamily = 'Tinos';

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

const bundledFile = (family: BundledFamily, bold: boolean, italic: boolean): string =>
  `${familyName(family)}_${bold ? '700Bold' : '400Regular'}${italic ? '_Italic' : ''}`;

export class FontLibrary {
  readonly #assets: Assets;
  readonly #added = new Map<string, SfntFace[]>();
  readonly #bundled = new Map<string, SfntFace | undefined>();
  readonly #matches = new Map<string, FontFace>();

  /** `added`: TTF or OTF bytes, used before the bundled fonts for the families they name. Throws if one can't be read. */
  constructor(assets: Assets, added: readonly Uint8Array[] = []) {
    this.#assets = assets;
    for (const [index, data] of added.entries()) this.#add(data, index);
  }

  /** The face to set text with. Throws MxsvgError where not even the bundled fonts can be read. */
  match(request: FontRequest): FontFace {
    const key = `${request.families.join()}|${request.weight}|${request.italic}`;
    const known = this.#matches.get(key);
    if (known) return known;
    const face = this.#firstNamed(request) ?? this.#bundledFace(DEFAULT_FAMILY, request);
    if (!face) {
      throw new MxsvgError(
        'missing-font',
        'The bundled fonts (Arimo, Tinos, Cousine) could not be read: install the packages they come in, or give ' +
          'assets whose font() knows them.',
      );
    }
    if (this.#matches.size > 500) this.#matches.clear();
    this.#matches.set(key, face);
    return face;
  }

  /** A face that has the character, in the same weight and slant where there is one; undefined if no font has it. */
  fallbackFor(codePoint: number, request: FontRequest): FontFace | undefined {
    for (const face of this.#candidates(request)) if (face?.hasGlyph(codePoint)) return face;
    return undefined;
  }

  *#candidates(request: FontRequest): Generator<FontFace | undefined> {
    for (const family of request.families) yield this.#named(family, request);
    for (const faces of this.#added.values()) yield nearest(faces, request);
    for (const family of ['Arimo', 'Tinos', 'Cousine'] as const) yield this.#bundledFace(family, request);
  }

  #firstNamed(request: FontRequest): FontFace | undefined {
    for (const family of request.families) {
      const face = this.#named(family, request);
      if (face) return face;
    }
    return undefined;
  }

  #named(family: string, request: FontRequest): FontFace | undefined {
    const name = family.toLowerCase();
    const added = this.#added.get(name);
    const standIn = STAND_INS.get(name);
    return (added && nearest(added, request)) ?? (standIn && this.#bundledFace(standIn, request));
  }

  #add(data: Uint8Array, index: number): void {
    let font: SfntFont;
    try {
      font = new SfntFont(data);
    } catch (error) {
      if (!(error instanceof FontFormatError || error instanceof RangeError)) throw error;
      throw new MxsvgError('invalid-option', `Font ${index + 1} of the option fonts can't be read: ${error.message}.`, {
        cause: error,
      });
    }
    const family = font.familyName();
    const face = new SfntFace(font, family, font.weight, font.italic);
    const faces = this.#added.get(family.toLowerCase());
    if (faces) faces.push(face);
    else this.#added.set(family.toLowerCase(), [face]);
  }

  #bundledFace(family: BundledFamily, { weight, italic }: FontRequest): SfntFace | undefined {
    const bold = weight >= BOLD_THRESHOLD;
    const key = `${family}|${bold}|${italic}`;
    if (this.#bundled.has(key)) return this.#bundled.get(key);
    const data = this.#assets.font(bundledFile(family, bold, italic));
    const face =
      data && new SfntFace(new SfntFont(data), familyName(family), bold ? 700 : 400, italic, adjustments(family));
    this.#bundled.set(key, face);
    return face;
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
