/**
 * How a picture was drawn, noted in the picture itself, so that it can be drawn again and compared. Whoever made the
 * picture may have written the note: it counts only where every word of it is one that we could have written.
 */

import { latin1 } from '../decode/bytes.js';
import { pngChunks, textChunk } from '../decode/png.js';
import type { XmlElement } from '../decode/xml.js';
import { isGrid, isIdPrefix, type RenderOptions } from '../options.js';
import { isTexts } from '../optionTypes.js';
import { percentEncoded } from '../primitives/percentEncoded.js';
import { addPngText } from '../write/file/embed.js';
import { RECIPE_ATTRIBUTE } from '../write/svg/rootMarkup.js';

type Fits = (value: unknown) => boolean;

const isNumber = (value: unknown): value is number => Number.isFinite(value);
const isPositive: Fits = (value) => isNumber(value) && value > 0;
const isCount: Fits = (value) => Number.isSafeInteger(value) && isPositive(value);
const isTime: Fits = (value) =>
  isString(value) && LOCAL_TIME.test(value as string) && isNumber(Date.parse(value as string));
const isBoolean: Fits = (value) => typeof value === 'boolean';
const isString: Fits = (value) => typeof value === 'string';
const isName: Fits = (value) => isNumber(value) || isString(value);
const listOf =
  (fits: Fits): Fits =>
  (value) =>
    Array.isArray(value) && value.every(fits);
const oneOf =
  (...words: readonly (string | undefined)[]): Fits =>
  (value) =>
    isString(value) && words.includes(value as string);

/** What a clock on the wall shows, without its zone: who draws it again elsewhere gets the same. */
const LOCAL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/;

/** The options of drawing that decide on a picture of an embedded diagram and are plain data, and what each may be. */
const SCHEMA = {
  page: isCount,
  pageNumber: isCount,
  pageCount: isCount,
  now: isTime,
  layers: listOf(isName),
  variables: isTexts,
  language: isString,
  hiddenTags: listOf(isString),
  cells: listOf(isString),
  scale: isPositive,
  width: isPositive,
  height: isPositive,
  border: (value) => isNumber(value) && value >= 0,
  size: oneOf('diagram', 'page', 'capture', 'screenshot'),
  background: isString,
  grid: isGrid,
  theme: oneOf('light', 'dark', 'auto'),
  linkTarget: oneOf('auto', 'new-win', 'same-win'),
  pretty: isBoolean,
  xmlDeclaration: isBoolean,
  animate: isBoolean,
  accessible: isBoolean,
  embedFonts: isBoolean,
  idPrefix: isIdPrefix,
  text: oneOf('native', 'outline', 'none'),
  systemFonts: oneOf('fallback', 'named', 'all', 'none'),
  fileName: isString,
  embedDiagram: oneOf('compressed', 'plain'),
  embedPages: oneOf('all'),
} as const satisfies { readonly [Key in keyof RenderOptions]: Fits };

type Key = keyof typeof SCHEMA;

const KEYS = Object.keys(SCHEMA) as readonly Key[];

/** Always of a picture that holds its diagram, and always with all pages that are in it: none is lost in drawing it again. */
export type Recipe = Pick<RenderOptions, Key> & {
  readonly embedDiagram: 'compressed' | 'plain';
  readonly embedPages: 'all';
};

/**
 * The note of a picture drawn with these options; `page` is the drawn page's 1-based place in the embedded file, `now`
 * the time that the picture shows.
 */
export function recipeText({ now, ...options }: RenderOptions): string {
  const noted = { ...options, now: now && localTime(now), embedPages: 'all' };
  return JSON.stringify(Object.fromEntries(KEYS.map((key) => [key, noted[key]])));
}

/** A time as ISO 8601 writes it, in this machine's zone and without naming that. */
const localTime = (time: Date): string =>
  new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, -1);

const KEYWORD = 'mxsvg';

/** A PNG with a note in a text chunk of its own. */
export const withPngRecipe = (png: Uint8Array, recipe: string): Uint8Array =>
  addPngText(png, KEYWORD, percentEncoded(recipe));

/** The note of an SVG; undefined where it has none, or none that we could have written. */
export function svgRecipe(root: XmlElement): Recipe | undefined {
  const note = root.attributes.get(RECIPE_ATTRIBUTE);
  return note === undefined ? undefined : readRecipe(() => note);
}

/** The note of a PNG, as of an SVG. */
export function pngRecipe(png: Uint8Array): Recipe | undefined {
  for (const chunk of pngChunks(png)) {
    const text = textChunk(chunk);
    if (text?.type === 'tEXt' && text.keyword === KEYWORD)
      return readRecipe(() => decodeURIComponent(latin1(text.data)));
  }
  return undefined;
}

function readRecipe(text: () => string): Recipe | undefined {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const note = new Map<string, unknown>(Object.entries(value));
  const isOurs =
    [...note].every(([key, entry]) => isKey(key) && SCHEMA[key](entry)) &&
    note.has('embedDiagram') &&
    note.has('embedPages');
  if (!isOurs) return undefined;
  const now = note.get('now');
  return { ...Object.fromEntries(note), ...(isString(now) && { now: new Date(now as string) }) } as unknown as Recipe;
}

const isKey = (text: string): text is Key => Object.hasOwn(SCHEMA, text);

/** The value of a JSON text; undefined for what is none. */
function parsed(text: () => string): unknown {
  try {
    return JSON.parse(text());
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof URIError) return undefined;
    throw error;
  }
}
