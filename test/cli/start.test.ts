/** How the command starts: with the code that an earlier start kept, without it, and with what has become of it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { COMMAND, golden } from './command.js';

const DIST = path.dirname(COMMAND);
const DIAGRAM = golden('seed/deepseek-r1-phases.drawio');
const PICTURE = readFileSync(golden('seed/deepseek-r1-phases.svg'), 'utf8');

let home = '';
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'mxsvg-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** What the command prints on both streams; a process ends it as a shell sees. */
function drawn(env: NodeJS.ProcessEnv = {}, file = DIAGRAM): string {
  const { NODE_DISABLE_COMPILE_CACHE: _, NODE_COMPILE_CACHE: __, ...others } = process.env;
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [COMMAND, file, '-o', '-'], {
    encoding: 'utf8',
    env: { ...others, XDG_CACHE_HOME: home, ...env },
  });
  expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' });
  return stdout;
}

const folder = (): string => path.join(home, 'mxsvg', readdirSync(path.join(home, 'mxsvg'))[0] as string);

test('draws the same picture with code that was kept, and with what is none', () => {
  expect(drawn()).toBe(PICTURE);
  const files = readdirSync(folder());
  expect(files.some((name) => name.startsWith('engine-'))).toBe(true);
  // Nothing of Mermaid is read for a diagram that has none.
  expect(files.filter((name) => /mermaid|graph/i.test(name))).toEqual([]);
  const before = files.map((name) => readFileSync(path.join(folder(), name)));
  expect(drawn()).toBe(PICTURE);
  expect(files.map((name) => readFileSync(path.join(folder(), name)))).toEqual(before);
  for (const [index, name] of files.entries()) {
    // As a disk may give it back: in the length that it had.
    writeFileSync(path.join(folder(), name), Buffer.alloc(before[index]?.length ?? 0, 7));
  }
  expect(drawn()).toBe(PICTURE);
});

test('keeps what reads a Mermaid text too', () => {
  writeFileSync(path.join(home, 'flow.mmd'), 'flowchart TD\n  a --> b\n');
  expect(drawn({}, path.join(home, 'flow.mmd'))).toContain('<svg');
  const grammars = readdirSync(path.join(DIST, 'mermaidParser'), { encoding: 'utf8' });
  const kept = readdirSync(folder()).filter((name) => grammars.includes(`${name}.cjs`));
  expect(kept.map((name) => name.slice(0, -'-12345678'.length)).sort()).toEqual([
    'base',
    'flowchart',
    'rolldown-runtime',
    'shared',
  ]);
});

test('keeps nothing for who wants that', () => {
  expect(drawn({ NODE_DISABLE_COMPILE_CACHE: '1' })).toBe(PICTURE);
  expect(existsSync(path.join(home, 'mxsvg'))).toBe(false);
});

test('draws where nothing can be kept', () => {
  writeFileSync(path.join(home, 'mxsvg'), '');
  expect(drawn()).toBe(PICTURE);
});
