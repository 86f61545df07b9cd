/** What the command tells: warnings, failures and a summary on standard error, and diagnostics as JSON lines. */
import type { Outcome, PageDiagnostic } from './convert.js';
import { STANDARD_STREAM, writeOutput } from './files.js';

/** Warnings past this are counted only. */
const MAX_WARNINGS = 20;

export function printWarnings({ input, diagnostics }: Outcome): void {
  const pages = new Set(diagnostics.map(({ page }) => page));
  const lines = [...new Set(diagnostics.map((diagnostic) => warning(input, diagnostic, pages.size > 1)))];
  for (const line of lines.slice(0, MAX_WARNINGS)) process.stderr.write(line);
  const more = lines.length - MAX_WARNINGS;
  if (more > 0) process.stderr.write(`mxsvg: warning: ${input}: and ${more} more.\n`);
}

function warning(input: string, { code, page, cellId, message }: PageDiagnostic, namePage: boolean): string {
  const where = namePage && page !== undefined ? ` page "${page}":` : '';
  const cell = cellId === undefined ? '' : ` cell "${cellId}":`;
  return `mxsvg: warning: ${input}:${where}${cell} ${message} [${code}]\n`;
}

export function printFailure({ input, failure }: Outcome): void {
  const name = input === STANDARD_STREAM ? 'standard input' : input;
  process.stderr.write(`mxsvg: ${name}: ${failure?.message}\n`);
}

export function printSummary(outcomes: readonly Outcome[]): void {
  const failed = outcomes.filter(({ failure }) => failure).length;
  const pictures = outcomes.reduce((sum, { written }) => sum + written.length, 0);
  const warned = outcomes.filter(({ diagnostics }) => diagnostics.length > 0).length;
  const parts = [`${counted(pictures, 'picture')} of ${counted(outcomes.length - failed, 'file')} written`];
  if (warned > 0) parts.push(`${warned} with warnings`);
  if (failed > 0) parts.push(`${failed} failed`);
  process.stderr.write(`mxsvg: ${parts.join(', ')}.\n`);
}

const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** The JSON lines of --diagnostics: file, page, cell, code and message, failures among them. */
export class DiagnosticsLog {
  readonly #lines: string[] = [];

  constructor(
    /** Where to write; undefined: nowhere. */
    readonly file: string | undefined,
  ) {}

  add({ input: file, diagnostics, failure }: Outcome): void {
    if (this.file === undefined) return;
    for (const { page, cellId: cell, code, message } of diagnostics) this.#line({ file, page, cell, code, message });
    if (failure) this.#line({ file, code: failure.code, message: failure.message });
  }

  #line(fields: Readonly<Record<string, string | undefined>>): void {
    this.#lines.push(`${JSON.stringify(fields)}\n`);
  }

  /** Throws FileError where the file can't be written. */
  async write(): Promise<void> {
    if (this.file !== undefined) await writeOutput(this.file, this.#lines.join(''));
  }
}
