/** The fonts of this machine: what its font folders hold, read when a text first needs it and no more than it needs. */

import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { type CharacterMap, readCharacterMap } from '../../fonts/characterMap.js';
import { allFamilyNames } from '../../fonts/fontNames.js';
import {
  directoryLength,
  FontFormatError,
  type FontTable,
  fontOffsets,
  tableSpans,
  within,
} from '../../fonts/fontTable.js';
import { COLOR_TABLES } from '../../fonts/glyphColors.js';
import { BoundedCache } from '../../primitives/boundedCache.js';
import type { FontVariation } from '../../shaping/shaping.js';
import type { SystemFont, SystemFonts } from '../../shaping/systemFonts.js';
import { readWeightAxis, type WeightAxis, weightVariation } from '../../shaping/weightAxis.js';
import { systemFontFolders } from './fontFolders.js';
import { familyRanking, languageOf } from './fontOrder.js';

/** Folders in folders are looked into as deep as this. */
const DEEPEST = 8;
/** The first bytes of a file hold the list of its tables. */
const START = 4096;
/** More than the tables that are read take up; a file that says otherwise is broken. */
const LARGEST_TABLE = 16_000_000;

const PLAIN_WEIGHT = 400;
const PLAIN_WIDTH = 5;

/** Fonts that have a picture for every character there is, and tell nothing by it. */
const TELLS_NOTHING = /^\.?(?:last ?resort|adobe ?blank|adobe notdef)/i;

/** What a file tells of a font in it. */
interface FontFacts {
  readonly file: string;
  readonly index: number;
  readonly families: readonly string[];
  readonly weight: number;
  readonly italic: boolean;
  /** Of its letters: 5 is plain, less is narrow, more is wide. */
  readonly width: number;
  readonly colored: boolean;
  readonly weights: WeightAxis | undefined;
  readonly variations: readonly FontVariation[];
  readonly characterTable: { readonly offset: number; readonly length: number };
}

/** A font as its file tells of it. */
class InstalledFont implements SystemFont {
  readonly index: number;
  readonly weight: number;
  readonly italic: boolean;
  readonly variations: readonly FontVariation[];
  #characters: CharacterMap | undefined;

  constructor(readonly facts: FontFacts) {
    const { index, weight, italic, variations } = facts;
    this.index = index;
    this.weight = weight;
    this.italic = italic;
    this.variations = variations;
  }

  get family(): string {
    return this.facts.families[0] ?? '';
  }

  read(): Uint8Array {
    return fileBytes(this.facts.file);
  }

  has(codePoint: number): boolean {
    this.#characters ??= this.#readCharacters();
    return this.#characters(codePoint) !== 0;
  }

  /** A font that is gone or broken has no characters: the next one is asked. */
  #readCharacters(): CharacterMap {
    const none = (): number => 0;
    try {
      const map = withFile(this.facts.file, (file) => readCharacterMap(file.table(this.facts.characterTable)));
      return (codePoint) => within(() => map(codePoint), 0);
    } catch (error) {
      if (isUnreadable(error)) return none;
      throw error;
    }
  }

  /** A variable font set to a weight. */
  at(weight: number): InstalledFont {
    const { weights } = this.facts;
    if (!weights) return this;
    const variation = weightVariation(weights, weight);
    const { value } = variation;
    return value === this.weight ? this : new InstalledFont({ ...this.facts, weight: value, variations: [variation] });
  }
}

/** Files read last. Fonts of one collection share theirs, and pictures drawn one after the other all of them. */
const files = new BoundedCache<string, Uint8Array>(128 * 1024 * 1024, ({ length }) => length);

const fileBytes = (file: string): Uint8Array => files.remember(file, (name) => readFileSync(name));

/** The fonts of this machine, read once in a process. */
export function readSystemFonts(): SystemFonts {
  own ??= readFontFolders(systemFontFolders(), languageOf(process.env));
  return own;
}

/** The fonts below folders; `language`: whose ideographs go first. */
export const readFontFolders = (folders: readonly string[], language?: string): SystemFonts =>
  new InstalledFonts(folders, language);

let own: SystemFonts | undefined;

class InstalledFonts implements SystemFonts {
  readonly #families = new Map<string, InstalledFont[]>();
  /** A plain font of each family, those first that are asked first. */
  readonly #fallbacks: readonly InstalledFont[];
  /** By names that diagrams have, whether there are such fonts or not. */
  readonly #named = new BoundedCache<string, InstalledFont | undefined>(1024 * 1024, () => 8);

  constructor(folders: readonly string[], language: string | undefined) {
    for (const font of folders.flatMap((folder) => fontFiles(folder)).flatMap((file) => fontsOf(file))) {
      for (const family of font.facts.families) {
        const name = family.toLowerCase();
        const fonts = this.#families.get(name);
        if (fonts) fonts.push(font);
        else this.#families.set(name, [font]);
      }
    }
    const plain = [...this.#families.values()].map((fonts) => nearest(fonts, PLAIN_WEIGHT, false).at(PLAIN_WEIGHT));
    const rank = familyRanking(language);
    this.#fallbacks = [...new Set(plain)]
      .filter(({ family }) => !TELLS_NOTHING.test(family))
      .sort((a, b) => rank(a.facts.families) - rank(b.facts.families) || (a.family < b.family ? -1 : 1));
  }

  named(family: string, weight: number, italic: boolean): SystemFont | undefined {
    const key = `${family.toLowerCase()}|${weight}|${italic}`;
    return this.#named.remember(key, () => {
      const fonts = this.#families.get(family.toLowerCase());
      return fonts && nearest(fonts, weight, italic).at(weight);
    });
  }

  having(codePoints: readonly number[], emoji: boolean): SystemFont | undefined {
    const has = (font: InstalledFont): boolean => codePoints.every((codePoint) => font.has(codePoint));
    const colored = emoji ? this.#fallbacks.find((font) => font.facts.colored && has(font)) : undefined;
    return (
      colored ??
      this.#fallbacks.find((font) => !font.facts.colored && has(font)) ??
      this.#fallbacks.find((font) => font.facts.colored && has(font))
    );
  }
}

/** Plain width before slant before weight, as CSS matches fonts; the families have one font at least. */
function nearest(fonts: readonly InstalledFont[], weight: number, italic: boolean): InstalledFont {
  const distance = (font: InstalledFont): number =>
    Math.abs(font.facts.width - PLAIN_WIDTH) * 100_000 +
    (font.italic === italic ? 0 : 10_000) +
    Math.abs(font.at(weight).weight - weight);
  return fonts.reduce((best, font) => (distance(font) < distance(best) ? font : best));
}

/** The font files below a folder, in an order of their own. */
function fontFiles(folder: string): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (place: string, depth: number): void => {
    const real = realFolder(place);
    if (real === undefined || seen.has(real) || depth > DEEPEST) return;
    seen.add(real);
    for (const entry of readdirSync(real, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inside = path.join(real, entry.name);
      const folderLike = entry.isDirectory() || (entry.isSymbolicLink() && isFolder(inside));
      if (folderLike) visit(inside, depth + 1);
      else if (/\.(?:tt[fc]|ot[fc])$/i.test(entry.name)) found.push(inside);
    }
  };
  visit(folder, 0);
  return found;
}

/** undefined for a folder that isn't there or may not be read. */
function realFolder(place: string): string | undefined {
  try {
    const real = realpathSync(place);
    readdirSync(real);
    return real;
  } catch {
    return undefined;
  }
}

const isFolder = (place: string): boolean => statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;

/** The fonts of a file; none of one that can't be read, as systems pass over it too. */
function fontsOf(file: string): readonly InstalledFont[] {
  try {
    return withFile(file, (reader) => fontOffsets(reader.start).map((offset, i) => readFont(reader, offset, i)));
  } catch (error) {
    if (isUnreadable(error)) return [];
    throw error;
  }
}

const isUnreadable = (error: unknown): boolean =>
  error instanceof FontFormatError || error instanceof RangeError || (error instanceof Error && 'code' in error);

function readFont(reader: FontReader, offset: number, index: number): InstalledFont {
  const spans = tableSpans(reader.bytes(offset, directoryLength(reader.bytes(offset, 12))));
  const table = (tag: string): FontTable | undefined => {
    const span = spans.get(tag);
    return span && reader.table(span);
  };
  const names = table('name');
  const characters = spans.get('cmap');
  const head = table('head')?.view;
  if (!names || !characters || !head) throw new FontFormatError('the font lacks a table');
  const os2 = table('OS/2')?.view;
  const weights = readWeightAxis(table('fvar'));
  return new InstalledFont({
    file: reader.file,
    index,
    families: allFamilyNames(names),
    weight: weights?.usual ?? os2?.getUint16(4) ?? PLAIN_WEIGHT,
    italic: (head.getUint16(44) & 2) !== 0,
    width: os2?.getUint16(6) ?? PLAIN_WIDTH,
    colored: COLOR_TABLES.some((tag) => spans.has(tag)),
    weights,
    variations: [],
    characterTable: characters,
  });
}

/** Reads parts of a file; most lie in its first bytes. */
class FontReader {
  readonly start: DataView;

  constructor(
    readonly file: string,
    readonly descriptor: number,
  ) {
    this.start = this.#read(0, START);
  }

  bytes(offset: number, length: number): DataView {
    const { start } = this;
    if (offset + length <= start.byteLength) return new DataView(start.buffer, start.byteOffset + offset, length);
    const read = this.#read(offset, length);
    if (read.byteLength < length) throw new FontFormatError('the font file is too short');
    return read;
  }

  table({ offset, length }: { readonly offset: number; readonly length: number }): FontTable {
    if (length > LARGEST_TABLE) throw new FontFormatError('a table of the font is too large');
    return { view: this.bytes(offset, length), length };
  }

  #read(offset: number, length: number): DataView {
    const bytes = new Uint8Array(length);
    const count = readSync(this.descriptor, bytes, 0, length, offset);
    return new DataView(bytes.buffer, 0, count);
  }
}

function withFile<T>(file: string, use: (reader: FontReader) => T): T {
  const descriptor = openSync(file, 'r');
  try {
    return use(new FontReader(file, descriptor));
  } finally {
    closeSync(descriptor);
  }
}
