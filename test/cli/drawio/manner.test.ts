/** Which command lines are read as draw.io's. */
import { afterEach, expect, test, vi } from 'vitest';
import { parseArguments } from '../../../src/cli/commandLine.js';
import { isForDrawio } from '../../../src/cli/drawio/manner.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each(['drawio', 'draw.io', 'drawio.exe', 'drawio.cmd', 'Draw.IO'])('the name %s', (name) => {
  expect(isForDrawio(['node', `/usr/local/bin/${name}`, 'a.drawio'])).toBe(true);
});

test.each(['mxsvg', 'cli.js', 'drawio-exporter', 'mydrawio'])('not the name %s', (name) => {
  expect(isForDrawio(['node', `/usr/local/bin/${name}`, 'a.drawio'])).toBe(false);
});

test('the name that a shim gives', () => {
  vi.stubEnv('MXSVG_CALLED_AS', 'drawio');
  expect(isForDrawio(['node', 'cli.js', 'a.drawio'])).toBe(true);
});

test.each([['-x'], ['--export'], ['-rx'], ['-xf', 'png'], ['-xfpng'], ['a.drawio', '-x']])(
  'the flag in %s',
  (...words) => {
    expect(isForDrawio(['node', 'mxsvg', ...words])).toBe(true);
  },
);

test.each([['-o', 'x'], ['-ox'], ['-fx'], ['--', '-x'], ['diff', '-x'], ['verify', '-x'], ['--exports'], ['--pretty']])(
  'no such flag in %s',
  (...words) => {
    expect(isForDrawio(['node', 'mxsvg', ...words])).toBe(false);
  },
);

test('no command of mxsvg’s own, whatever its words are', async () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  parseArguments(['node', 'mxsvg', '--help'], '0.0.0');
  const help = write.mock.calls.map(([text]) => String(text)).join('');
  write.mockRestore();
  const [, listed = ''] = help.split('Commands:\n');
  const commands = [...listed.matchAll(/^ {2}(\w+)/gm)]
    .map(([, name]) => name as string)
    .filter((name) => name !== 'help');
  expect(commands.length).toBeGreaterThan(8);
  expect(commands.filter((name) => isForDrawio(['node', 'mxsvg', name, '-x']))).toEqual([]);
});
