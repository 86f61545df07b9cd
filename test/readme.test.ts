/** The README's examples run, its tables name what there is, and its links lead somewhere. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { commandPlace } from './cli/command.js';

const PROJECT = path.resolve(import.meta.dirname, '..');
const COMMAND = process.env.MXSVG_COMMAND ?? path.join(PROJECT, 'dist/cli.js');
const README = readFileSync(path.join(PROJECT, 'README.md'), 'utf8');

const blocks = (language: string): string[] =>
  [...README.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((match) => match[1] ?? '');

/** Runs in a folder that holds diagram.drawio; returns what was printed and the files that are there afterwards. */
function inFolder(run: (folder: string) => readonly string[]): { output: string; errors: string; files: string[] } {
  const folder = mkdtempSync(path.join(tmpdir(), 'mxsvg-readme-'));
  try {
    copyFileSync(path.join(PROJECT, 'golden/seed/deepseek-r1-phases.drawio'), path.join(folder, 'diagram.drawio'));
    const { stdout, stderr } = spawnSync(process.execPath, [...run(folder)], { cwd: folder });
    return { output: stdout.toString(), errors: stderr.toString(), files: readdirSync(folder).sort() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const place = commandPlace();

describe('library examples', () => {
  const entry = (file: string) => pathToFileURL(path.join(path.dirname(COMMAND), file)).href;
  const index = entry('index.js');
  const [draw, layOut, mermaid, diagnose] = blocks('js').map((source) =>
    inFolder((folder) => {
      const file = path.join(folder, 'example.mjs');
      writeFileSync(
        file,
        source.replaceAll("'mxsvg'", `'${index}'`).replaceAll("'mxsvg/mermaid'", `'${entry('mermaid/index.js')}'`),
      );
      return [file];
    }),
  );

  test('draw', () => {
    expect(draw).toMatchObject({ errors: '', files: ['diagram.drawio', 'diagram.png', 'diagram.svg', 'example.mjs'] });
    expect(draw?.output).not.toBe('');
  });

  test('lay out', () => {
    expect(layOut?.errors).toBe('');
    expect(layOut?.output).toMatch(/^\S+ [-\d.]+ [-\d.]+ [-\d.]+ [-\d.]+$/m);
  });

  test('draw Mermaid', () => {
    expect(mermaid).toMatchObject({ errors: '' });
    expect(mermaid?.files).toEqual(['diagram.drawio', 'example.mjs', 'flow.drawio', 'flow.png', 'flow.svg']);
  });

  test('diagnose', () => {
    expect(diagnose?.errors).toBe('');
  });
});

test('the commands are those of the command line', async () => {
  const { output: help } = await place.run(['--help']);
  const named = [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z]+)/gm)].map((match) => match[1]);
  expect(named.length).toBeGreaterThan(5);
  for (const option of named.filter((each) => each !== '--version' && each !== '--help'))
    expect(README).toContain(option);
});

test('every code of the diagnostics and errors is named', () => {
  const source = readFileSync(path.join(PROJECT, 'src/diagnostics.ts'), 'utf8');
  const codes = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map((match) => match[1]);
  expect(codes.length).toBeGreaterThan(10);
  for (const code of codes) expect(README).toContain(`\`${code}\``);
});

test('links and pictures lead to files', () => {
  const targets = [...README.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '');
  for (const target of targets.filter((each) => !/^https?:/.test(each))) {
    expect(existsSync(path.join(PROJECT, target)), target).toBe(true);
  }
});

test('scripts that it names exist', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8')) as { scripts: object };
  const named = [...README.matchAll(/npm (?:run )?(?!ci\b|run\b|install)([a-z:]+)/g)].map((match) => match[1] ?? '');
  const known = new Set(Object.keys(scripts));
  expect(named.filter((each) => each !== 'package' && !known.has(each))).toEqual([]);
});
