/** What the built library reads when it draws: a plain diagram needs few files, and others what they name. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const DIST = path.resolve(import.meta.dirname, '../../../dist');
const LIBRARY = path.join(DIST, 'index.cjs');
const MERMAID = path.join(DIST, 'mermaid/index.cjs');
const ENGINE = path.join(DIST, readdirSync(DIST).find((file) => /^engine-[\w-]{8}\.cjs$/.test(file)) ?? '');

/** Runs scripts in a process of their own, each as if nothing had been read; gives the bundle's files that each read, from its folder, without their hashes. */
function filesReadBy(scripts: readonly string[]): readonly (readonly string[])[] {
  const each = (script: string): string =>
    `for (const file of Object.keys(require.cache)) delete require.cache[file];
    ${script}
    console.log(JSON.stringify(Object.keys(require.cache)));`;
  const told = execFileSync(process.execPath, ['-e', scripts.map(each).join('\n')], { encoding: 'utf8' });
  return told
    .trim()
    .split('\n')
    .map((line) =>
      (JSON.parse(line) as readonly string[])
        .map((file) => path.relative(DIST, file).replace(/(?:-[\w-]{8})?\.cjs$/, ''))
        .sort(),
    );
}

/** Draws a diagram of one cell. */
function drawing(style: string, label: string): string {
  const cell = `<mxCell id="2" value="${label}" style="${style}" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell>`;
  const source = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cell}</root></mxGraphModel>`;
  return `require(${JSON.stringify(LIBRARY)}).render(${JSON.stringify(source)});`;
}

describe('Drawing', () => {
  const cases: readonly (readonly [style: string, label: string, wanted: string | undefined])[] = [
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
  ];
  const [plain = [], ...others] = filesReadBy([
    drawing('rounded=1;whiteSpace=wrap;html=1;fillColor=#dae8fc;strokeColor=default;', 'Box'),
    ...cases.map(([style, label]) => drawing(style, label)),
  ]);

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

  test.each(cases.map((each, i) => [...each, i] as const))(
    '%s with the label %s reads %s',
    (_style, _label, wanted, i) => {
      const more = (others[i] ?? []).filter((file) => !plain.includes(file));
      if (wanted === undefined) expect(more).toEqual([]);
      else expect(more).toContain(wanted);
      if (wanted !== 'htmlParser') expect(more).not.toContain('htmlParser');
    },
  );
});

describe('Converting Mermaid text', () => {
  const cases: readonly (readonly [text: string, kind: string, others: readonly string[]])[] = [
    ['flowchart TD\n  a[One] --> b[Two]', 'flowchart', ['mermaidParser/sequence', 'sequence', 'pie']],
    ['sequenceDiagram\n  A->>B: Hello', 'sequence', ['mermaidParser/flowchart', 'flowchart', 'graphDiagram']],
  ];
  const texts = [...cases.map(([text]) => text), 'pie\n  "A" : 1'];
  const read = filesReadBy(
    texts.map((text) => `require(${JSON.stringify(MERMAID)}).mermaidToDrawio(${JSON.stringify(text)});`),
  );

  test.each(cases.map((each, i) => [...each, i] as const))(
    '%j reads the grammar and the drawing of its kind',
    (_text, kind, others, i) => {
      const files = read[i];
      expect(files).toEqual(expect.arrayContaining([kind, `mermaidParser/${kind}`, 'mermaidParser/shared']));
      for (const other of [...others, 'cssColor', 'htmlParser', 'mermaidParser/langium', 'mermaidParser/markdown']) {
        expect(files).not.toContain(other);
      }
    },
  );

  test('a kind of a grammar of another package reads that', () => {
    expect(read.at(-1)).toEqual(expect.arrayContaining(['pie', 'mermaidParser/pie', 'mermaidParser/langium']));
  });
});

test('the files for Node are in ASCII, which V8 keeps and reads at a byte a character', () => {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.cjs'));
  const inOtherSigns = files.filter((file) => /[^\0-\x7f]/.test(readFileSync(path.join(DIST, file), 'utf8')));
  expect(inOtherSigns.filter((file) => !file.startsWith('assets'))).toEqual([]);
});
