/** Keeps cases as files, so that what was found can be tried again on another day. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Case } from './cases.js';
import { sourceOf } from './inputs.js';
import type { Finding } from './judge.js';

/** JSON has no word for these. */
const UNWRITABLE = '$number';

export const caseText = (each: Case): string =>
  JSON.stringify(
    each,
    (_, value: unknown) =>
      typeof value === 'number' && !Number.isFinite(value) ? { [UNWRITABLE]: String(value) } : value,
    1,
  );

export const readCase = (text: string): Case =>
  JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, UNWRITABLE)
      ? Number((value as Record<string, unknown>)[UNWRITABLE])
      : value,
  ) as Case;

export const readCaseFile = (file: string): Case => readCase(readFileSync(file, 'utf8'));

/** Writes a case, its input as it is, and what was found: NAME.json, NAME.drawio or NAME.mmd, NAME.txt. */
export function keepCase(folder: string, name: string, each: Case, { oracle, cause, detail }: Finding): void {
  mkdirSync(folder, { recursive: true });
  const file = (ending: string): string => path.join(folder, `${name}.${ending}`);
  writeFileSync(file('json'), caseText(each));
  writeFileSync(file(each.input.language === 'mermaid' ? 'mmd' : 'drawio'), sourceOf(each.input));
  writeFileSync(file('txt'), `${oracle}: ${cause}\n${each.input.story}\n${detail}\n`);
}
