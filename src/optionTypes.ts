/** What the options of the library may be, for callers whose types nobody checked. */
import { MxsvgError } from './diagnostics.js';
import {
  type CheckOptions,
  type HtmlOptions,
  type JpegOptions,
  PAPER_NAMES,
  type PdfOptions,
  type RenderOptions,
  SEVERITIES,
  type XmlOptions,
} from './options.js';

interface Expected {
  readonly fits: (value: unknown) => boolean;
  /** Said of what doesn't fit. */
  readonly what: string;
}

const isString = (value: unknown): boolean => typeof value === 'string';
const isName = (value: unknown): boolean => isString(value) || typeof value === 'number';
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Whether a value is an object of strings. */
export const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isObject(value) && Object.values(value as object).every(isString);

const text: Expected = { fits: isString, what: 'a string' };
const number: Expected = { fits: (value) => typeof value === 'number', what: 'a number' };
const truth: Expected = { fits: (value) => typeof value === 'boolean', what: 'true or false' };
const date: Expected = {
  fits: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
  what: 'a Date',
};
const object: Expected = { fits: isObject, what: 'an object' };
const name: Expected = { fits: isName, what: 'a number or a string' };

const listOf = (fits: Expected['fits'], what: string): Expected => ({
  fits: (value) => Array.isArray(value) && value.every(fits),
  what: `an array of ${what}`,
});

const oneOf = (...words: readonly string[]): Expected => ({
  fits: (value) => isString(value) && words.includes(value as string),
  what: `one of ${words.map((word) => `'${word}'`).join(', ')}`,
});

/** All but what is checked as a whole where it is used. */
type OptionName = Exclude<
  | keyof RenderOptions
  | keyof JpegOptions
  | keyof PdfOptions
  | keyof HtmlOptions
  | keyof XmlOptions
  | keyof CheckOptions,
  'grid'
>;

/** By name, the same wherever an option of that name is taken. Whether a number is in range is checked where it is used. */
const EXPECTED: Readonly<Record<OptionName, Expected>> = {
  accessible: truth,
  animate: truth,
  assets: object,
  author: text,
  background: text,
  border: number,
  cells: listOf(isString, 'ids'),
  compressed: truth,
  date,
  diagnostics: { fits: (value) => Array.isArray(value) || typeof value === 'function', what: 'an array or a function' },
  editLink: text,
  embedDiagram: oneOf('compressed', 'plain'),
  embedFonts: truth,
  embedPages: oneOf('all', 'drawn'),
  fileName: text,
  fit: truth,
  fonts: listOf((value) => value instanceof Uint8Array, 'Uint8Arrays'),
  height: number,
  hiddenTags: listOf(isString, 'strings'),
  idPrefix: text,
  image: { fits: (value) => typeof value === 'function', what: 'a function' },
  landscape: truth,
  language: text,
  layers: listOf(isName, 'numbers and strings'),
  limits: object,
  linkColor: text,
  linkTarget: oneOf('auto', 'new-win', 'same-win'),
  now: date,
  page: name,
  pageCount: number,
  pageNumber: number,
  pages: listOf(isName, 'numbers and strings'),
  paper: oneOf(...PAPER_NAMES),
  pretty: truth,
  quality: number,
  rules: listOf(isString, 'rules'),
  scale: number,
  severity: oneOf(...SEVERITIES),
  size: oneOf('diagram', 'page', 'capture', 'screenshot'),
  systemFonts: oneOf('fallback', 'named', 'all', 'none'),
  text: oneOf('native', 'outline', 'none'),
  theme: oneOf('light', 'dark', 'auto'),
  title: text,
  variables: { fits: isTexts, what: 'an object of strings' },
  width: number,
  xmlDeclaration: truth,
  zoomControls: truth,
};

/** Throws MxsvgError 'invalid-option' for options of a wrong type; those that nobody knows are passed over. */
export function checkOptionTypes(options: unknown): void {
  if (options === undefined) return;
  if (!isObject(options)) throw new MxsvgError('invalid-option', `Options are an object, not ${shown(options)}.`);
  for (const [key, value] of Object.entries(options as object)) {
    const expected = Object.hasOwn(EXPECTED, key) ? EXPECTED[key as OptionName] : undefined;
    if (expected === undefined || value === undefined || expected.fits(value)) continue;
    throw new MxsvgError('invalid-option', `${key} must be ${expected.what}, not ${shown(value)}.`);
  }
}

/** What was given, in few words. */
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (value instanceof Date || value instanceof Error) return String(value);
  if (Array.isArray(value)) return 'that array';
  if (typeof value === 'object' && value !== null) return 'that object';
  return typeof value === 'function' ? 'a function' : String(value);
}
