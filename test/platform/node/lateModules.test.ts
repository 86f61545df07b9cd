/** What the built library reads when it draws: a plain diagram needs few files, and others what they name. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const LIBRARY = path.resolve(import.meta.dirname, '../../../dist/index.cjs');

/** Draws a diagram of one cell in a process of its own; gives the bundle's files that were read, without their hashes. */
function filesFor(style: string, label: string): readonly string[] {
  const cell = `<mxCell id="2" value="${label}" style="${style}" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell>`;
  const source = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cell}</root></mxGraphModel>`;
  const script = `
    const { render } = require(${JSON.stringify(LIBRARY)});
    render(${JSON.stringify(source)});
    console.log(Object.keys(require.cache).join('\\n'));`;
  const files = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim().split('\n');
  return files.map((file) => path.basename(file).replace(/(?:-[\w-]{8})?\.cjs$/, '')).sort();
}

describe('Drawing', () => {
  const plain = filesFor('rounded=1;whiteSpace=wrap;html=1;fillColor=#dae8fc;strokeColor=default;', 'Box');

  test('a plain diagram reads no more than the engine', () => {
    expect(plain).toEqual(['basis', 'engine', 'index', 'rolldown-runtime']);
  });

  test.each([
    ['shape=mxgraph.kubernetes.icon;', 'Box', 'kubernetes'],
    ['html=1;', '&lt;b&gt;Box&lt;/b&gt;', 'htmlParser'],
    ['html=1;fillColor=hsl(20 50% 50%);', 'Box', 'cssColor'],
    ['html=1;sketch=1;', 'Box', 'sketch'],
    ['', '&amp;', undefined],
    ['', 'a&eacute;', 'entityNames'],
    ['', '\u05d0\u05d1', 'bidiAlgorithm'],
  ])('%s with the label %s reads %s', (style, label, wanted) => {
    const more = filesFor(style, label).filter((file) => !plain.includes(file));
    if (wanted === undefined) expect(more).toEqual([]);
    else expect(more).toContain(wanted);
  });
});
