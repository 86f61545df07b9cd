/** How much is read and drawn of a file before it is taken for an attack or a mistake. */
import { MxsvgError } from './diagnostics.js';

/** What is past one of these ends in an MxsvgError 'limit-exceeded' that names it, and uses no more than it allows. */
export interface Limits {
  /** The length of an input, in bytes, or in characters of a string; default 64 Mi. */
  readonly inputBytes: number;
  /** What all the compressed parts of an input inflate to together, bytes; default 64 Mi. Inflating stops there. */
  readonly inflatedBytes: number;
  /** The cells of a page; default 250,000. XML with more than ten elements for each of these isn't read either. */
  readonly cells: number;
  /** How deep cells, or the elements of XML, are nested in each other; default 500, and no more than 1000. */
  readonly nesting: number;
  /** The length of one label in characters of its HTML, placeholders replaced; default 250,000. */
  readonly labelLength: number;
  /**
   * The elements of one label's HTML, with those that HTML opens again in every block; of an HTML file, those beyond its
   * tags; default 100,000. All labels of a page have no more than ten for each of the cells that there may be.
   */
  readonly htmlElements: number;
  /** One image, in characters of its data URI; default 32 Mi. */
  readonly imageBytes: number;
  /** The length of a picture or document that is written, in bytes or characters; default 500 Mi, near what a string can hold. */
  readonly outputBytes: number;
  /** The pixels of a PNG or JPEG: width times height; default 100 million. */
  readonly pixels: number;
  /**
   * The pieces of the lines that hand-drawn styles give a page; default 1 million. Past it shapes are drawn plain, with a
   * diagnostic 'too-costly': there is no error.
   */
  readonly strokes: number;
  /** The sheets of paper of a PDF with the size 'page', of all its pages together; default 5000. */
  readonly sheets: number;
  /** The length of a Mermaid text in characters; default 50,000, Mermaid's own. */
  readonly mermaidLength: number;
  /** The edges of a Mermaid diagram; default 500, Mermaid's own. */
  readonly mermaidEdges: number;
  /**
   * What drawing costs, in units that are counted: about one for each glyph that is set and each point of an outline, and
   * what laying out a Mermaid text takes; default 10 million, thirty times what 10,000 labelled cells cost.
   */
  readonly work: number;
}

export type LimitName = keyof Limits;

const MEBI = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  inputBytes: 64 * MEBI,
  inflatedBytes: 64 * MEBI,
  cells: 250_000,
  nesting: 500,
  labelLength: 250_000,
  htmlElements: 100_000,
  imageBytes: 32 * MEBI,
  outputBytes: 500 * MEBI,
  pixels: 100_000_000,
  strokes: 1_000_000,
  sheets: 5000,
  mermaidLength: 50_000,
  mermaidEdges: 500,
  work: 10_000_000,
};

/** The names of all limits, in the order of their documentation. */
export const LIMIT_NAMES = Object.keys(DEFAULT_LIMITS) as readonly LimitName[];

/** The stages that walk a tree call themselves: deeper ones could fill the stack. */
const DEEPEST_NESTING = 1000;

/**
 * All limits, from those that a caller sets. Infinity lifts one, but for nesting. Throws MxsvgError 'invalid-option' for
 * an unknown name or a value that is no number above zero.
 */
export function completeLimits(given: Partial<Limits> = {}): Limits {
  for (const [name, value] of Object.entries(given)) {
    if (!isLimitName(name)) throw unknownLimit(name);
    const most = name === 'nesting' ? DEEPEST_NESTING : Infinity;
    if (value === undefined || (typeof value === 'number' && value > 0 && value <= most)) continue;
    const upTo = name === 'nesting' ? `, at most ${DEEPEST_NESTING}` : '';
    throw new MxsvgError('invalid-option', `limits.${name} must be a positive number${upTo}, not ${value}.`);
  }
  const stated = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...DEFAULT_LIMITS, ...Object.fromEntries(stated) };
}

const SUFFIXES: Readonly<Record<string, number>> = {
  '': 1,
  k: 1000,
  m: 1e6,
  g: 1e9,
  ki: 1024,
  mi: MEBI,
  gi: 1024 * MEBI,
};

/**
 * A limit from words as "cells=1000", "inputBytes=10Mi" (k, M, G, Ki, Mi and Gi) or "pixels=none". Throws MxsvgError
 * 'invalid-option' for anything else.
 */
export function parseLimit(words: string): Partial<Limits> {
  const [, name = words, number, suffix = ''] =
    /^(\w+)\s*=\s*(\d+(?:\.\d+)?|none)(?:\s*([kmg]i?))?$/i.exec(words.trim()) ?? [];
  if (number === undefined) {
    throw new MxsvgError('invalid-option', `A limit is written as name=number, not ${JSON.stringify(words)}.`);
  }
  if (!isLimitName(name)) throw unknownLimit(name);
  const value = number.toLowerCase() === 'none' ? Infinity : Number(number) * (SUFFIXES[suffix.toLowerCase()] ?? 1);
  const limits = { [name]: value };
  completeLimits(limits);
  return limits;
}

/**
 * Throws MxsvgError 'limit-exceeded' where a value is past its limit. `what` begins the sentence: "The input",
 * "Page 1 (Overview)". `value` is undefined where only that it is larger is known.
 */
export function requireWithin(limits: Limits, name: LimitName, value: number, what: string): void {
  if (value > limits[name]) throw limitExceeded(limits, name, what, value);
}

/**
 * What an action gives. Where it fills the stack, or makes a longer string than there can be, since limits are lifted or
 * the stack is nearly full already, it throws MxsvgError 'limit-exceeded' as well.
 */
export function withinMachine<T>(limits: Limits, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof RangeError && /call stack/.test(error.message)) {
      throw limitExceeded(limits, 'nesting', 'For the stack that there is, the diagram');
    }
    if (error instanceof RangeError && /string length/.test(error.message)) {
      throw limitExceeded(limits, 'outputBytes', 'The picture');
    }
    throw error;
  }
}

/** The error of a limit that is known to be exceeded. */
export function limitExceeded(limits: Limits, name: LimitName, what: string, value?: number): MxsvgError {
  const found = value === undefined || value > Number.MAX_SAFE_INTEGER ? 'more' : value.toLocaleString('en-US');
  const allowed = limits[name].toLocaleString('en-US');
  return new MxsvgError(
    'limit-exceeded',
    `${what} ${PHRASES[name]}: ${found} where the limit is ${allowed} (option limits.${name}).`,
    { limit: name },
  );
}

const PHRASES: Readonly<Record<LimitName, string>> = {
  inputBytes: 'is too large',
  inflatedBytes: 'inflates to too much',
  cells: 'has too many cells',
  nesting: 'is nested too deeply',
  labelLength: 'has too long a label',
  htmlElements: 'has HTML of too many elements',
  imageBytes: 'has too large an image',
  outputBytes: 'is too large to be written',
  pixels: 'has too many pixels',
  strokes: 'has too many strokes',
  sheets: 'has too many sheets',
  mermaidLength: 'is too long',
  mermaidEdges: 'has too many edges',
  work: 'is too much work',
};

const isLimitName = (name: string): name is LimitName => Object.hasOwn(DEFAULT_LIMITS, name);

const unknownLimit = (name: string): MxsvgError =>
  new MxsvgError('invalid-option', `There is no limit ${JSON.stringify(name)}. There are: ${LIMIT_NAMES.join(', ')}.`);
