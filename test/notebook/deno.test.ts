/** The Deno notebook's cells, run by Deno itself; what its kernel would show of each is what is asserted. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { render, renderPng } from '../../src/index.js';
import { isPng, PROJECT } from '../cli/command.js';
import { codeCells, notebookFolder, type Shown } from './cells.js';

let folder = '';
let shown: readonly Shown[] = [];

/** Runs cells after each other: the first defines, the others end with what they show. */
function run(cells: readonly string[]) {
  const [first = '', ...others] = cells;
  const tell = (cell: string): string => `{
  const it = ${cell};
  for (const [type, data] of Object.entries(it[Symbol.for('Jupyter.display')]())) console.log(JSON.stringify({ type, data }));
}`;
  // The kernel loads the package from npm; here it is the one that was built.
  const source = [first.replaceAll('"npm:mxsvg', '"mxsvg'), ...others.map(tell)].join('\n');
  writeFileSync(path.join(folder, 'cells.ts'), source);
  const words = ['run', '--no-check', '--allow-all', '--node-modules-dir=manual', 'cells.ts'];
  return spawnSync(path.join(PROJECT, 'node_modules/.bin/deno'), words, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, DENO_DIR: path.join(folder, '.deno'), NO_COLOR: '1' },
  });
}

beforeAll(() => {
  folder = notebookFolder();
  const { stdout, stderr, status } = run(codeCells('deno.ipynb'));
  expect({ status, told: status === 0 ? '' : stderr }).toEqual({ status: 0, told: '' });
  shown = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Shown);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const source = readFileSync(path.join(PROJECT, 'golden/decode/pages.drawio'));

test('a cell shows a diagram as SVG, as Node draws it', () => {
  expect(shown[0]).toEqual({ type: 'image/svg+xml', data: render(source) });
});

test('or as PNG, at the scale', async () => {
  const png = Buffer.from(shown[1]?.data ?? '', 'base64');
  expect(isPng(png)).toBe(true);
  expect(shown[1]?.type).toBe('image/png');
  expect(png.equals(await renderPng(source, { scale: 2, page: 1 }))).toBe(true);
});

test('or Mermaid text', () => {
  expect(shown[2]?.data).toContain('>Reviewed?<');
});

test('other formats and pages are drawn, and wrong ones are errors', () => {
  const [define = ''] = codeCells('deno.ipynb');
  const { stdout } = run([
    define,
    'await display_drawio("diagram.drawio", "html", 1, "Third")',
    'await display_drawio("diagram.drawio", "jpg")',
  ]);
  const [html, jpeg] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Shown);
  expect(html).toMatchObject({ type: 'text/html', data: expect.stringContaining('The third page') });
  expect(jpeg?.type).toBe('image/jpeg');
  expect(run([define, 'await display_drawio("diagram.drawio", "svg", 1, 9)']).stderr).toContain('"Third"');
  expect(run([define, 'await display_drawio("diagram.drawio", "gif" as Format)']).stderr).toContain('not gif');
});
