/** The code cells of a notebook in examples/notebook, and a folder for them to run in, with the package and a diagram. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { COMMAND, PROJECT } from '../cli/command.js';

interface Notebook {
  readonly cells: readonly { readonly cell_type: string; readonly source: readonly string[] }[];
}

export const codeCells = (name: string): string[] =>
  (JSON.parse(readFileSync(path.join(PROJECT, 'examples/notebook', name), 'utf8')) as Notebook).cells
    .filter(({ cell_type }) => cell_type === 'code')
    .map(({ source }) => source.join(''));

export function notebookFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'mxsvg-notebook-'));
  mkdirSync(path.join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(PROJECT, path.join(folder, 'node_modules/mxsvg'));
  symlinkSync(COMMAND, path.join(folder, 'node_modules/.bin/mxsvg'));
  writeFileSync(path.join(folder, 'package.json'), '{ "dependencies": { "mxsvg": "*" } }');
  copyFileSync(path.join(PROJECT, 'golden/decode/pages.drawio'), path.join(folder, 'diagram.drawio'));
  return folder;
}

/** What a cell showed. */
export interface Shown {
  readonly type: string;
  /** Text, or base64. */
  readonly data: string;
}
