/** The package as it is built: its entries have the same names everywhere, and its bill of materials is true. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

const PROJECT = path.resolve(import.meta.dirname, '..');
const DIST = path.join(PROJECT, 'dist');
const manifest = JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8'));

interface Component {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
}

const nameOf = ({ group, name }: Component): string => (group === undefined ? name : `${group}/${name}`);

/** What a module imports, at once and later, as it is written. */
function importsOf(file: string): readonly string[] {
  const code = readFileSync(file, 'utf8');
  const { module, errors } = parseSync(file, code);
  expect(errors).toEqual([]);
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((each) => each.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => code.slice(start + 1, end - 1)),
  ];
}

describe('the entries', () => {
  test('lead to files', () => {
    const files = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : Object.values(value as object).flatMap(files);
    const named = files(manifest.exports).filter((file) => !file.includes('*'));
    expect(
      [...named, ...Object.values<string>(manifest.bin)].filter((file) => !existsSync(path.join(PROJECT, file))),
    ).toEqual([]);
  });

  test('start the command without Node’s loader of ES modules, and have a module for who names one', () => {
    expect(manifest.bin).toEqual({ mxsvg: 'dist/cli.cjs' });
    const started = (file: string): string =>
      execFileSync(process.execPath, [path.join(DIST, file), '--version'], { encoding: 'utf8' });
    expect(started('cli.cjs')).toMatch(new RegExp(`^${manifest.version} `));
    expect(started('cli.js')).toBe(started('cli.cjs'));
  });

  test.each([
    ['index.js', 'page.js'],
    ['mermaid/index.js', 'mermaid/page.js'],
  ])('of %s are those of a web page', async (node, page) => {
    const [here, there] = await Promise.all([import(path.join(DIST, node)), import(path.join(DIST, page))]);
    expect(Object.keys(there).sort()).toEqual(Object.keys(here).sort());
  });

  test('of a web page import nothing of Node’s', () => {
    const reached = new Set(['page.js', 'browser.js', 'mermaid/page.js', 'mermaid/browser.js']);
    const named: string[] = [];
    for (const file of reached) {
      for (const name of importsOf(path.join(DIST, file))) {
        if (name.startsWith('.')) reached.add(path.posix.join(path.posix.dirname(file), name));
        else named.push(name);
      }
    }
    expect([...new Set(named)]).toEqual(['#mermaid-parser']);
  });

  test('say clearly what a web page can’t do', async () => {
    const { folderAssets, userAssets, render, MxsvgError } = await import(path.join(DIST, 'page.js'));
    // Words need a font, which is fetched.
    const words =
      '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="words" vertex="1" parent="1">' +
      '<mxGeometry width="80" height="40" as="geometry"/></mxCell></root></mxGraphModel>';
    for (const call of [() => folderAssets('x'), () => userAssets(), () => render(words)]) {
      expect(call).toThrow(MxsvgError);
    }
  });
});

describe('the bill of materials', () => {
  const bill = JSON.parse(readFileSync(path.join(DIST, 'sbom.cdx.json'), 'utf8'));
  const components: readonly Component[] = bill.components;
  const lock = JSON.parse(readFileSync(path.join(PROJECT, 'package-lock.json'), 'utf8')).packages;

  test('has what the package is built on, in the versions of the lock', () => {
    const known = new Map(components.map((each) => [nameOf(each), each.version]));
    for (const name of ['fast-xml-parser', 'pako', 'he', '@cantoo/pdf-lib', 'harfbuzzjs', '@mathjax/src']) {
      expect([name, known.get(name)]).toEqual([name, lock[`node_modules/${name}`].version]);
    }
    for (const each of components) {
      const locked = Object.entries<{ version: string }>(lock)
        .filter(([folder]) => folder.endsWith(`node_modules/${nameOf(each)}`))
        .map(([, { version }]) => version);
      expect([nameOf(each), locked]).toEqual([nameOf(each), expect.arrayContaining([each.version])]);
    }
  });

  test('has every package whose licence goes with the bundle', () => {
    const licences = readFileSync(path.join(DIST, 'LICENSES.txt'), 'utf8');
    const titles = [...licences.matchAll(/^(\S+) (\S+) \([^)]*\)\n-+$/gm)].map(
      ([, name, version]) => `${name} ${version}`,
    );
    expect(titles.length).toBeGreaterThan(10);
    const listed = new Set(components.map((each) => `${nameOf(each)} ${each.version}`));
    expect(titles.filter((title) => !listed.has(title))).toEqual([]);
  });

  test('stands for no package that is installed beside', () => {
    const installed = Object.keys(manifest.dependencies);
    expect(components.map(nameOf).filter((name) => installed.includes(name))).toEqual([]);
  });
});

test('what is published names no map that isn’t', () => {
  const require = createRequire(import.meta.url);
  expect(require(path.join(PROJECT, 'package.json')).files).toContain('!dist/**/*.map');
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) => /\.c?js$/.test(file));
  expect(files.length).toBeGreaterThan(10);
  const naming = files.filter((file) =>
    /\n\/\/# sourceMappingURL=(?!data:)/.test(readFileSync(path.join(DIST, file), 'utf8')),
  );
  expect(naming).toEqual([]);
});
