/** Programs that have draw.io draw, run as they are, with mxsvg in its place. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { COMMAND, golden, isPng, PROJECT } from '../cli/command.js';

const HOSTS = path.join(PROJECT, 'test/clients/hosts');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mxsvg-hosts-'));
  execFileSync(process.execPath, [COMMAND, 'link', path.join(folder, 'bin')]);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a host in a copy of its project. Its drawio is the one of the folder. */
function run(host: string, words: readonly string[]): void {
  cpSync(path.join(HOSTS, host), at('project'), { recursive: true });
  const diagram = host === 'mkdocs' ? 'project/docs/pages.drawio' : 'project/pages.drawio';
  cpSync(golden('decode/pages.drawio'), at(diagram));
  const [program = '', ...rest] = words;
  const { status, stderr, stdout } = spawnSync(program, rest, {
    cwd: at('project'),
    env: {
      ...process.env,
      PATH: [at('bin'), process.env.PATH].join(path.delimiter),
      MXSVG_ASSETS: at('user-assets'),
      MXSVG_PAGE_BASE: '0',
    },
    encoding: 'utf8',
  });
  expect({ status, told: status === 0 ? '' : `${stdout}\n${stderr}` }).toEqual({ status: 0, told: '' });
}

const at = (name: string): string => path.join(folder, name);
const read = (name: string): string => readFileSync(at(name), 'utf8');

test('Sphinx builds HTML with a picture of each page', () => {
  run('sphinx', ['sphinx-build', '-W', '-b', 'html', '.', 'site']);
  const html = read('project/site/index.html');
  expect(html).toContain('src="_images/pages-0.svg"');
  expect(read('project/site/_images/pages-0.svg')).toContain('</svg>');
  expect(isPng(readFileSync(at('project/site/_images/pages-1.png')))).toBe(true);
});

test('MkDocs builds a site with pictures', () => {
  run('mkdocs', ['mkdocs', 'build', '--site-dir', at('site')]);
  const html = read('site/index.html');
  for (const name of ['pages-0.svg', 'pages-2.svg']) {
    expect(html).toContain(`src="${name}"`);
    expect(read(`site/${name}`)).toContain('</svg>');
  }
  expect(read('site/pages-0.svg')).not.toBe(read('site/pages-2.svg'));
});

test('pandoc writes a document around the picture', () => {
  run('pandoc', ['pandoc', '--lua-filter', 'drawio.lua', '-f', 'markdown', '-o', 'out.html', 'document.md']);
  expect(read('project/out.html')).toContain('pages.png');
  expect(existsSync(at('project/pages.png'))).toBe(true);
});
