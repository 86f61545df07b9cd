/** Reads the values of flags: each throws commander's InvalidArgumentError with what is expected. */
import { readFileSync, statSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { MxsvgError } from '../diagnostics.js';
import { type Limits, parseLimit } from '../limits.js';
import { PAPER_NAMES, type PaperName } from '../write/pdf/paper.js';
import { type Format, formatNamed, listedFormats } from './formats.js';

/** Pages by number, both ends counted from 1 and included; an end left open goes as far as the file does. */
export interface PageRange {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

export function format(text: string): Format {
  const known = formatNamed(text);
  if (known) return known;
  throw new InvalidArgumentError(`${listedFormats()} is expected.`);
}

function number(text: string, fits: (value: number) => boolean, expected: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && fits(value)) return value;
  throw new InvalidArgumentError(`${expected} is expected.`);
}

export function positive(text: string): number {
  return number(text, (value) => value > 0, 'A number above zero');
}

export function notNegative(text: string): number {
  return number(text, (value) => value >= 0, 'A number of pixels, zero or more,');
}

export function quality(text: string): number {
  return number(text, (value) => value >= 1 && value <= 100, 'A number from 1 to 100');
}

export function limits(text: string, previous: Partial<Limits> = {}): Partial<Limits> {
  try {
    return { ...previous, ...parseLimit(text) };
  } catch (error) {
    if (error instanceof MxsvgError) throw new InvalidArgumentError(error.message);
    throw error;
  }
}

/** Also of the variable MXSVG_PAGE_BASE. */
export function pageBase(text: string): number {
  return number(text, (value) => value === 0 || value === 1, '0 or 1');
}

export function count(text: string): number {
  return number(text, (value) => value >= 1 && Number.isInteger(value), 'A whole number above zero');
}

/** "2..5" as draw.io writes it, "2-5", "2..", "..5" or one number. */
export function pageRange(text: string): PageRange {
  const match = /^(\d*)\s*(?:(\.\.|-)\s*(\d*))?$/.exec(text.trim());
  const [, from = '', dots, to = ''] = match ?? [];
  if (!match || (from === '' && to === '')) throw new InvalidArgumentError('Two page numbers as in 2..5 are expected.');
  const first = from === '' ? undefined : Number(from);
  const last = dots === undefined ? first : to === '' ? undefined : Number(to);
  if (first === 0 || last === 0) throw new InvalidArgumentError('Pages are counted from 1.');
  if (first !== undefined && last !== undefined && last < first) {
    throw new InvalidArgumentError('The second page stands before the first.');
  }
  return { from: first, to: last };
}

export function truth(text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw new InvalidArgumentError('true or false is expected.');
}

export function list(text: string): readonly string[] {
  return parted(text, 'Indexes or names with commas between are expected.');
}

export function ruleWords(text: string): readonly string[] {
  return parted(text, 'Names of rules with commas between are expected.');
}

function parted(text: string, expected: string): readonly string[] {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.every((part) => part !== '')) return parts;
  throw new InvalidArgumentError(expected);
}

export function folder(name: string, previous: readonly string[] = []): readonly string[] {
  if (statSync(name, { throwIfNoEntry: false })?.isDirectory()) return [...previous, name];
  throw new InvalidArgumentError('A folder is expected.');
}

export function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

/** A JSON object in a file. */
export function mermaidConfig(file: string): Readonly<Record<string, unknown>> {
  const value = parsedJson(textOf(file));
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new InvalidArgumentError('A file with a JSON object is expected.');
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InvalidArgumentError(`It can't be read: ${(error as Error).message}`);
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new InvalidArgumentError(`It is no JSON: ${(error as Error).message}`);
  }
}

export function paper(text: string): PaperName {
  const known = PAPER_NAMES.find((name) => name === text.toLowerCase());
  if (known) return known;
  throw new InvalidArgumentError(`${PAPER_NAMES.join(', ')} is expected.`);
}
