/** The cells of the example notebook run a command that gives a picture; README.md shows those cells and no others. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { render } from '../../src/index.js';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const COMMAND = process.env.MXSVG_COMMAND ?? path.join(PROJECT, 'dist/cli.js');
const DIAGRAM = path.join(PROJECT, 'golden/seed/deepseek-r1-phases.drawio');

interface Notebook {
  readonly cells: readonly { readonly cell_type: string; readonly source: string | readonly string[] }[];
}

const notebook = JSON.parse(readFileSync(path.join(import.meta.dirname, 'diagram.ipynb'), 'utf8')) as Notebook;
const cells = notebook.cells
  .filter(({ cell_type }) => cell_type === 'code')
  .map(({ source }) => [source].flat().join(''));

/** The list of arguments that a cell hands to subprocess. */
const commandOf = (cell: string): string[] =>
  JSON.parse(/check_output\((\[[^\]]*\])/.exec(cell)?.[1] ?? '[]') as string[];

/** A folder with the package installed, as far as npx needs it, and a diagram. */
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mxsvg-notebook-'));
  mkdirSync(path.join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(COMMAND, path.join(folder, 'node_modules/.bin/mxsvg'));
  copyFileSync(DIAGRAM, path.join(folder, 'diagram.drawio'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(cell: string, input?: string): Buffer {
  const [program = '', ...options] = commandOf(cell);
  const { stdout, stderr, status } = spawnSync(program, options, { cwd: folder, input });
  expect(stderr.toString()).toBe('');
  expect(status).toBe(0);
  return stdout;
}

describe('the notebook', () => {
  const [svg = '', png = '', mermaid = ''] = cells;

  test('shows a diagram in three lines', () => {
    expect(svg.split('\n')).toHaveLength(3);
    expect(run(svg).toString()).toBe(render(readFileSync(DIAGRAM)));
  });

  test('shows one as PNG', () => {
    const bytes = run(png);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(1700);
  });

  test('shows Mermaid text', () => {
    const text = JSON.parse(/text = b(".*")/.exec(mermaid)?.[1] ?? '""') as string;
    const shown = run(mermaid, text).toString();
    for (const label of ['Write', 'Reviewed?', 'yes', 'Publish']) expect(shown).toContain(`>${label}<`);
  });

  test('is what README.md shows of Python', () => {
    const readme = readFileSync(path.join(PROJECT, 'README.md'), 'utf8');
    const shown = [...readme.matchAll(/^```python\n([\s\S]*?)\n```/gm)].map((match) => match[1] ?? '');
    expect(shown.filter((each) => !cells.includes(each))).toEqual([]);
  });
});
