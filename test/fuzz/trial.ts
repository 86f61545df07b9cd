/** A case as it is tried: its source and options, the library that draws it, and what may come of it. */
import { createHash } from 'node:crypto';
import * as library from '../../src/index.js';
import {
  type Diagnostic,
  type DiagnosticCode,
  type ErrorCode,
  MxsvgError,
  type RenderOptions,
} from '../../src/index.js';
import * as mermaid from '../../src/mermaid/index.js';
import type { Case } from './cases.js';
import { Fault, require } from './fault.js';
import { sourceOf } from './inputs.js';
import { type PlainOptions, randomImage } from './options.js';
import { Random } from './random.js';

/** The functions that are tried. */
export const LIBRARY = { ...library, ...mermaid };

export type Library = typeof LIBRARY;

/** The codes that may be thrown and told, held to the types by the compiler. */
const ERRORS = {
  'not-a-diagram': true,
  'malformed-xml': true,
  'broken-page': true,
  'page-not-found': true,
  'layer-not-found': true,
  'cell-not-found': true,
  'limit-exceeded': true,
  'invalid-option': true,
  'missing-font': true,
  'broken-assets': true,
  'mermaid-syntax': true,
  'mermaid-unsupported': true,
} as const satisfies Readonly<Record<ErrorCode, true>>;

const TOLD = {
  'unknown-shape': true,
  'unknown-edge-style': true,
  'unknown-marker': true,
  'missing-stencil': true,
  'missing-image': true,
  'unsupported-html': true,
  'unsupported-css': true,
  'missing-glyph': true,
  'missing-font': true,
  'missing-math': true,
  'invalid-geometry': true,
  'invalid-color': true,
  'invalid-structure': true,
  'too-costly': true,
  'empty-page': true,
  'substituted-font': true,
  'mermaid-ignored': true,
} as const satisfies Readonly<Record<DiagnosticCode, true>>;

/** Smaller than the defaults: what is within them is drawn in seconds at most. */
export const LIMITS = {
  work: 1_000_000,
  pixels: 1_000_000,
  sheets: 60,
  strokes: 200_000,
  inflatedBytes: 8 * 2 ** 20,
  outputBytes: 64 * 2 ** 20,
};
export const NOW = new Date(Date.UTC(2024, 1, 29, 12, 30));

/** A case as outputs use it. */
export class Trial {
  readonly source: string | Uint8Array;
  readonly random: Random;
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    readonly of: Case,
    readonly library: Library = LIBRARY,
  ) {
    this.source = sourceOf(of.input);
    this.random = new Random(of.chance);
  }

  get text(): string {
    return this.of.input.text;
  }

  /** The options of the case, with what isn't plain data; some change what it gives. */
  options(changes: PlainOptions = {}): RenderOptions {
    const image = this.of.chance % 3 === 0 ? { image: answersOf(this.of.chance) } : {};
    return { now: NOW, diagnostics: this.diagnostics, ...image, ...this.of.options, ...changes, limits: LIMITS };
  }

  /** What an action gives; where the case asks for it, done again to the same end. */
  async made<T extends string | Uint8Array>(action: () => T | Promise<T>): Promise<T> {
    const result = await action();
    if (!this.of.twice) return result;
    const again = await action();
    require('twice', digest(result) === digest(again), `the second time it is another: ${difference(result, again)}`);
    return result;
  }
}

/** One answer for each address, whenever it is asked. */
function answersOf(seed: number): (address: string) => string | undefined {
  return (address) => randomImage(new Random(seed ^ Number.parseInt(digest(address).slice(0, 7), 16)));
}

export const digest = (data: string | Uint8Array): string => createHash('sha1').update(data).digest('hex');

/** The first place where two texts differ, in words that are alike for a like reason. */
export function difference(first: string | Uint8Array, second: string | Uint8Array): string {
  const [one, two] = [first, second].map((each) =>
    typeof each === 'string' ? each : Buffer.from(each).toString('latin1'),
  );
  if (one === undefined || two === undefined) return '';
  let at = 0;
  while (at < one.length && one[at] === two[at]) at += 1;
  const start = Math.max(one.lastIndexOf('<', at), at - 40);
  return `${JSON.stringify(one.slice(start, at + 20))} ≠ ${JSON.stringify(two.slice(start, at + 20))}`;
}

/** What an action ended in: a digest of what it made, or the code of an error of ours. Throws everything else. */
export async function endOf(trial: Trial, make: (trial: Trial) => Promise<string | Uint8Array>): Promise<string> {
  try {
    const made = digest(await make(trial));
    for (const { code, message } of trial.diagnostics)
      require('told', code in TOLD && message !== '', `a diagnostic is ${code}: ${message}`);
    return made;
  } catch (error) {
    if (!(error instanceof MxsvgError)) throw error;
    require('error', error.code in ERRORS && error.message !== '', `an error is ${error.code}: ${error.message}`);
    return error.code;
  }
}

export const list = (problem: string | undefined): readonly string[] => (problem === undefined ? [] : [problem]);

/** What a reader makes of an output; a fault where it throws. */
export function wellFormed<T>(oracle: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Fault(oracle, `it can't be read: ${error}`);
  }
}

export async function wellFormedLater<T>(oracle: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new Fault(oracle, `it can't be read: ${error}`);
  }
}
