/** What the built library reads when it draws: a plain diagram needs few files, and others what they name. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const DIST = path.resolve(import.meta.dirname, '../../../dist');
const LIBRARY = path.join(DIST, 'index.cjs');
const MERMAID = path.join(DIST, 'mermaid/index.cjs');
const ENGINE = path.join(DIST, readdirSync(DIST).find((file) => /^engine-[\w-]{8}\.cjs$/.test(file)) ?? '');

/** Runs a script in a process of its own; gives the bundle's files that were read, from its folder, without their hashes. */
function filesReadBy(script: string): readonly string[] {
  const told = `${script}\nconsole.log(Object.keys(require.cache).join('\\n'));`;
  const files = execFileSync(process.execPath, ['-e', told], { encoding: 'utf8' }).trim().split('\n');
  return files.map((file) => path.relative(DIST, file).replace(/(?:-[\w-]{8})?\.cjs$/, '')).sort();
}

/** What drawing a diagram of one cell reads. */
function filesFor(style: string, label: string): readonly string[] {
  const cell = `<mxCell id="2" value="${label}" style="${style}" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell>`;
  const source = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cell}</root></mxGraphModel>`;
  return filesReadBy(`require(${JSON.stringify(LIBRARY)}).render(${JSON.stringify(source)});`);
}

describe('Drawing', () => {
  const plain = filesFor('rounded=1;whiteSpace=wrap;html=1;fillColor=#dae8fc;strokeColor=default;', 'Box');

  test('a plain diagram reads no more than the engine', () => {
    expect(plain).toEqual(['basis', 'engine', 'index', 'rolldown-runtime']);
  });

  test('the engine holds no package', () => {
    const { sources } = JSON.parse(readFileSync(`${ENGINE}.map`, 'utf8')) as { readonly sources: readonly string[] };
    expect(sources.length).toBeGreaterThan(200);
    const packages = sources.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
    expect([...new Set(packages)]).toEqual([]);
  });

  test('the engine asks for few modules of Node, and not for its streams', () => {
    const asked = [...readFileSync(ENGINE, 'utf8').matchAll(/require\("node:([^"]+)"\)/g)].map(([, name]) => name);
    expect([...new Set(asked)].sort()).toEqual(['fs', 'os', 'path', 'url', 'vm']);
  });

  test('the engine is short: Node reads all of it before it draws', () => {
    // What it needs more than now had better be what every diagram needs; the rest is for lateModules.ts.
    expect(statSync(ENGINE).size).toBeLessThan(375_000);
  });

  test.each([
    ['shape=mxgraph.kubernetes.icon;', 'Box', 'kubernetes'],
    ['html=1;', '&lt;h1&gt;Box&lt;/h1&gt;', 'htmlParser'],
    ['html=1;', '&lt;b&gt;Box&lt;/b&gt;', 'labelHtml'],
    ['html=1;', 'Box &amp; box&amp;nbsp;&amp;lt;T&amp;gt;', undefined],
    ['html=1;fillColor=hsl(20 50% 50%);', 'Box', 'cssColor'],
    ['html=1;sketch=1;', 'Box', 'sketch'],
    ['', '&amp;', 'plainLabel'],
    ['html=1;fillColor=hsl(20, 50%, 50%);strokeColor=red;fontColor=rgba(1, 2, 3, 0.5);', 'Box', undefined],
    ['', 'a&eacute;', 'entityNames'],
    ['', '\u05d0\u05d1', 'bidiAlgorithm'],
  ])('%s with the label %s reads %s', (style, label, wanted) => {
    const more = filesFor(style, label).filter((file) => !plain.includes(file));
    if (wanted === undefined) expect(more).toEqual([]);
    else expect(more).toContain(wanted);
    if (wanted !== 'htmlParser') expect(more).not.toContain('htmlParser');
  });
});

describe('Converting Mermaid text', () => {
  const filesFor = (text: string): readonly string[] =>
    filesReadBy(`require(${JSON.stringify(MERMAID)}).mermaidToDrawio(${JSON.stringify(text)});`);

  test.each([
    ['flowchart TD\n  a[One] --> b[Two]', 'flowchart', ['mermaidParser/sequence', 'sequence', 'pie']],
    ['sequenceDiagram\n  A->>B: Hello', 'sequence', ['mermaidParser/flowchart', 'flowchart', 'graphDiagram']],
  ])('%j reads the grammar and the drawing of its kind', (text, kind, others) => {
    const files = filesFor(text);
    expect(files).toEqual(expect.arrayContaining([kind, `mermaidParser/${kind}`, 'mermaidParser/shared']));
    for (const other of [...others, 'cssColor', 'htmlParser', 'mermaidParser/langium', 'mermaidParser/markdown']) {
      expect(files).not.toContain(other);
    }
  });

  test('a kind of a grammar of another package reads that', () => {
    const files = filesFor('pie\n  "A" : 1');
    expect(files).toEqual(expect.arrayContaining(['pie', 'mermaidParser/pie', 'mermaidParser/langium']));
  });
});

test('the files for Node are in ASCII, which V8 keeps and reads at a byte a character', () => {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.cjs'));
  const inOtherSigns = files.filter((file) => /[^\0-\x7f]/.test(readFileSync(path.join(DIST, file), 'utf8')));
  expect(inOtherSigns.filter((file) => !file.startsWith('assets'))).toEqual([]);
});
