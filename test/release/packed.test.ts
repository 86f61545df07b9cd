/** What stands in the way of publishing a package. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { changelogFaults, LARGEST_PACKAGE, packageFaults } from '../../scripts/release/packed.js';

const MANIFEST = {
  version: '1.2.0',
  bin: { mxsvg: 'dist/cli.js' },
  exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' }, './assets/*': './dist/assets/*' },
};
const FILES = [
  'package.json',
  'README.md',
  'LICENSE',
  'NOTICE',
  'dist/cli.js',
  'dist/index.js',
  'dist/index.d.ts',
  'dist/assets/a.bin',
];
const faultsOf = (names: readonly string[], size = 1000): string[] =>
  packageFaults(
    MANIFEST,
    names.map((name) => ({ path: name, size: 1 })),
    size,
  );

test('a whole package has none', () => {
  expect(faultsOf(FILES)).toEqual([]);
});

test.each([
  ['dist/index.d.ts', "package.json names dist/index.d.ts, which isn't packed."],
  ['dist/cli.js', "package.json names dist/cli.js, which isn't packed."],
  ['dist/assets/a.bin', "package.json names dist/assets/*, which isn't packed."],
  ['LICENSE', "LICENSE isn't packed."],
])('without %s', (name, fault) => {
  expect(faultsOf(FILES.filter((file) => file !== name))).toEqual([fault]);
});

test.each(['dist/index.js.map', 'dist/index.ts', 'dist/a.test.js'])('with %s, which is for who builds it', (name) => {
  expect(faultsOf([...FILES, name])).toEqual([`${name} is packed: it is for who builds it.`]);
});

test('what is none of the build, and a package that is too large', () => {
  expect(faultsOf([...FILES, 'src/index.js'])).toEqual(['src/index.js is packed, and nobody needs it.']);
  expect(faultsOf(FILES, LARGEST_PACKAGE + 1)).toHaveLength(1);
});

test('a version that the change log does not tell of', () => {
  expect(changelogFaults('# Changelog\n\n## 1.2.0 - 2026-01-31\n', '1.2.0')).toEqual([]);
  expect(changelogFaults('## Unreleased\n\n## 1x2.0 - 2026-01-31\n', '1.2.0')).toHaveLength(1);
});

test('the package itself names only what a build makes, and its own description', () => {
  const manifest = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'));
  const named = packageFaults(manifest, [], 0).map((fault) => /^package\.json names (\S+),/.exec(fault)?.[1]);
  expect(named.filter((file) => file !== undefined && !file.startsWith('dist/'))).toEqual(['package.json']);
});
