/** Which command lines are read as draw.io's. */
import { afterEach, expect, test, vi } from 'vitest';
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
