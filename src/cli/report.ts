/** What the command tells: warnings, failures and a summary on standard error, and diagnostics as JSON lines. */

import type { Options } from './commandLine.js';
import type { Outcome } from './convert.js';
import { STANDARD_STREAM, writeOutput } from './files.js';
import type { PageDiagnostic } from './picture.js';
import { printable, tell } from './print.js';

/** Warnings past this are counted only. */
const MAX_WARNINGS = 20;

export function printWarnings({ input, diagnostics }: Outcome): void {
  const pages = new Set(diagnostics.map(({ page }) => page));
  const lines = [...new Set(diagnostics.map((diagnostic) => warning(input, diagnostic, pages.size > 1)))];
  for (const line of lines.slice(0, MAX_WARNINGS)) tell(line);
  const more = lines.length - MAX_WARNINGS;
  if (more > 0) tell(`mxsvg: warning: ${input}: and ${more} more.`);
}

function warning(input: string, { code, page, cellId, message }: PageDiagnostic, namePage: boolean): string {
  const where = namePage && page !== undefined ? ` page "${page}":` : '';
  const cell = cellId === undefined ? '' : ` cell "${cellId}":`;
  return `mxsvg: warning: ${input}:${where}${cell} ${message} [${code}]`;
}

/** Names that two files would have had. */
export function printRenamed({ input, renamed }: Outcome): void {
  for (const { from, to } of renamed.slice(0, MAX_WARNINGS)) {
    tell(`mxsvg: warning: ${input}: ${from} is the name of another file: this one is ${to}.`);
  }
  const more = renamed.length - MAX_WARNINGS;
  if (more > 0) tell(`mxsvg: warning: ${input}: and ${more} more names.`);
}

/** Says, once for all that was drawn, how the stencils, icons and images can be had that are missing. */
export function printHints(outcomes: readonly Outcome[], { allowFiles = [], allowNet }: Options): void {
  const isMissing = (kind: 'asset' | 'image'): boolean =>
    outcomes.some(({ diagnostics }) => diagnostics.some((diagnostic) => diagnostic[kind] !== undefined));
  if (isMissing('asset')) {
    tell(
      'mxsvg: to have the missing stencils and icons from a copy of a newer draw.io: mxsvg assets add SOURCE (mxsvg assets add --help says more).',
    );
  }
  // Who allowed some was told why others aren't there.
  if (isMissing('image') && allowFiles.length === 0 && !allowNet) {
    tell(
      'mxsvg: images that a diagram names are read from folders that --allow-files names, and fetched with --allow-net.',
    );
  }
}

export function printFailure({ input, failure }: Outcome): void {
  const name = input === STANDARD_STREAM ? 'standard input' : input;
  for (const line of failure?.message.split('\n') ?? []) tell(`mxsvg: ${name}: ${line}`);
}

export function printSummary(outcomes: readonly Outcome[]): void {
  const failed = outcomes.filter(({ failure }) => failure).length;
  const pictures = outcomes.reduce((sum, { written }) => sum + written.length, 0);
  const warned = outcomes.filter(({ diagnostics }) => diagnostics.length > 0).length;
  const parts = [`${counted(pictures, 'picture')} of ${counted(outcomes.length - failed, 'file')} written`];
  if (warned > 0) parts.push(`${warned} with warnings`);
  if (failed > 0) parts.push(`${failed} failed`);
  tell(`mxsvg: ${parts.join(', ')}.`);
}

const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** The JSON lines of --diagnostics: file, page, cell, code, message and what asset is missing, failures among them. */
export class DiagnosticsLog {
  readonly #lines: string[] = [];

  constructor(
    /** Where to write; undefined: nowhere. */
    readonly file: string | undefined,
  ) {}

  add({ input: file, diagnostics, failure }: Outcome): void {
    if (this.file === undefined) return;
    for (const { page, cellId: cell, code, message, asset } of diagnostics) {
      this.#line({ file, page, cell, code, message, asset });
    }
    if (failure) this.#line({ file, code: failure.code, message: failure.message });
  }

  #line(fields: Readonly<Record<string, string | undefined>>): void {
    this.#lines.push(`${printable(JSON.stringify(fields))}\n`);
  }

  /** Throws FileError where the file can't be written. */
  async write(): Promise<void> {
    if (this.file !== undefined) await writeOutput(this.file, this.#lines.join(''));
  }
}
