/** The hooks for pre-commit in a real repository: what they name is run on the staged files, and keeps a bad commit away. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { COMMAND, PROJECT } from '../cli/command.js';

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
}

const hooks = parseYaml(readFileSync(path.join(PROJECT, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[];

let folder = '';
const at = (name: string): string => path.join(folder, name);
const git = (...words: string[]) =>
  spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, MXSVG_ASSETS: at('user-assets') },
  });

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mxsvg-hooks-'));
  mkdirSync(at('node_modules/.bin'), { recursive: true });
  symlinkSync(COMMAND, at('node_modules/.bin/mxsvg'));
  writeFileSync(at('package.json'), '{}');
  execFileSync('git', ['init', '-q'], { cwd: folder });
  copyFileSync(path.join(PROJECT, 'golden/decode/pages.drawio'), at('plan.drawio'));
  execFileSync(process.execPath, [COMMAND, '-e', 'plan.drawio', '-o', 'plan.drawio.svg'], { cwd: folder });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What pre-commit does: the entry is run with the staged files that the pattern fits, and not at all without any. */
function install(id: string): void {
  const { entry, files, language } = hooks.find((hook) => hook.id === id) as Hook;
  expect(language).toBe('system');
  const staged = `git diff --cached --name-only --diff-filter=ACM | grep -E '${files}'`;
  const script = `#!/bin/sh\nif ${staged} > /dev/null; then ${staged} | tr '\\n' '\\0' | xargs -0 ${entry}; fi\n`;
  writeFileSync(at('.git/hooks/pre-commit'), script);
  chmodSync(at('.git/hooks/pre-commit'), 0o755);
}

const commit = () => {
  git('add', 'plan.drawio', 'plan.drawio.svg');
  return git('commit', '-m', 'x');
};

function spoil(): void {
  const picture = readFileSync(at('plan.drawio.svg'), 'utf8');
  writeFileSync(at('plan.drawio.svg'), picture.replace('>Size 100%<', '>Size 50%<'));
}

test('each is of the system, and named', () => {
  expect(hooks.map(({ id }) => id)).toEqual(['mxsvg-verify', 'mxsvg-update', 'mxsvg-check']);
  for (const { name, entry } of hooks) expect(`${name} ${entry}`).toMatch(/^\w.* npx --no-install mxsvg /);
});

test('mxsvg-verify keeps a stale picture away, and lets a true one pass', () => {
  install('mxsvg-verify');
  expect(commit()).toMatchObject({ status: 0 });
  spoil();
  expect(commit()).toMatchObject({ status: 1, stderr: expect.stringContaining('plan.drawio.svg') });
});

test('mxsvg-update draws a stale picture again', () => {
  install('mxsvg-update');
  spoil();
  commit();
  expect(readFileSync(at('plan.drawio.svg'), 'utf8')).toContain('>Size 100%<');
});

test('mxsvg-check keeps a faulty diagram away', () => {
  install('mxsvg-check');
  const source = readFileSync(at('plan.drawio'), 'utf8');
  writeFileSync(at('plan.drawio'), source.replace('target="b"', 'target="gone"'));
  const { status, stdout, stderr } = commit();
  expect(status).toBe(1);
  expect(`${stdout}${stderr}`).toContain('plan.drawio');
});
