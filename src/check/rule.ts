/** What a rule of the check is. */
import type { MxFile } from '../decode/container.js';
import type { MxsvgError } from '../diagnostics.js';
import type { CheckOptions, Severity } from '../options.js';
import type { CheckedPage } from './checkedPage.js';
import type { Problem } from './finding.js';

export type Family = 'structure' | 'legibility' | 'layout' | 'files';

/** The number that decides whether there is something to say. */
export interface Threshold {
  readonly value: number;
  /** What it counts: "px", "%", "contrast ratio". */
  readonly unit: string;
  /** What it is, as the end of a sentence. */
  readonly meaning: string;
}

interface RuleFacts {
  /** Lower case, with hyphens; a heading of docs/rules.md. */
  readonly name: string;
  readonly family: Family;
  readonly severity: Severity;
  readonly threshold?: Threshold;
  /** One sentence: what it finds. */
  readonly summary: string;
}

/** Looks at one page. */
export interface PageRule extends RuleFacts {
  readonly scope: 'page';
  /** Lazily: nothing is looked for any more once enough was found. */
  find(page: CheckedPage, threshold: number): Iterable<Problem>;
}

/** What of a file there is beside its pages' cells. */
export interface CheckedFile {
  readonly file: MxFile;
  /** The length of the input, bytes or characters; undefined where the file was parsed before. */
  readonly length: number | undefined;
  readonly options: CheckOptions;
}

/** Looks at a whole file; the number of a page, counted from 1, stands with what it says. */
export interface FileRule extends RuleFacts {
  readonly scope: 'file';
  find(file: CheckedFile, threshold: number): Iterable<Problem & { readonly page?: number }>;
}

/** Tells of a page that can't be read; without it such a page is an error. */
export interface OpeningRule extends RuleFacts {
  readonly scope: 'opening';
  tell(error: MxsvgError): Problem;
}

export type Rule = PageRule | FileRule | OpeningRule;
