/** The Mermaid texts of a page's groups, and what their configuration does to them. */
import { describe, expect, test } from 'vitest';
import { mermaidTexts, render } from '../../src/index.js';
import { mermaidToDrawio } from '../../src/mermaid/index.js';

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('\n', '&#10;');

const page = (...data: readonly string[]): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${data
    .map(
      (each, index) =>
        `<UserObject id="g${index}" label="" mermaidData="${attribute(each)}"><mxCell parent="1" vertex="1" style="group"><mxGeometry as="geometry"/></mxCell></UserObject>`,
    )
    .join('')}</root></mxGraphModel>`;

const dataOf = (text: string, config: unknown): string => JSON.stringify({ data: text, config });

const sourceOf = (text: string, config: unknown): string | undefined =>
  mermaidTexts(page(dataOf(text, config)))[0]?.source;

test('each group gives its text, page by page', () => {
  const file = `<mxfile><diagram name="a">${page(dataOf('pie\n"x": 1', null))}</diagram><diagram name="b">${page(
    dataOf('graph TD', {}),
    dataOf('gantt', { theme: 'dark' }),
  )}</diagram></mxfile>`;
  expect(mermaidTexts(file).map(({ page, cellId, text, config }) => [page, cellId, text, config])).toEqual([
    [1, 'g0', 'pie\n"x": 1', undefined],
    [2, 'g0', 'graph TD', {}],
    [2, 'g1', 'gantt', { theme: 'dark' }],
  ]);
  expect(mermaidTexts(file, { page: 'b' })).toHaveLength(2);
  expect(() => mermaidTexts(file, { page: 3 })).toThrow(expect.objectContaining({ code: 'page-not-found' }));
});

test('what is no text of Mermaid is passed over', () => {
  const odd = ['', '{', 'null', '[]', '"pie"', '{"data": 5}', '{"data": "  "}', '{"config": {}}'];
  expect(mermaidTexts(page(...odd))).toEqual([]);
  expect(mermaidTexts(page('{"data": "pie", "config": [1]}'))[0]).toMatchObject({ config: undefined, source: 'pie' });
});

test('a configuration beside the text becomes its front matter, unless it has one', () => {
  expect(sourceOf('graph TD\n  a', null)).toBe('graph TD\n  a');
  expect(sourceOf('graph TD\n  a', {})).toBe('graph TD\n  a');
  expect(sourceOf('graph TD\n  a', { theme: 'dark' })).toBe('---\nconfig: {"theme":"dark"}\n---\ngraph TD\n  a');
  expect(sourceOf('---\ntitle: T\n---\ngraph TD', { look: 'neo' })).toBe(
    '---\nconfig: {"look":"neo"}\ntitle: T\n---\ngraph TD',
  );
  const own = '---\nconfig:\n  theme: dark\n---\ngraph TD';
  expect(sourceOf(own, { theme: 'base' })).toBe(own);
});

test('the text that a file was made of comes back', () => {
  const text = '%%{init: {"theme": "forest"}}%%\nsequenceDiagram\n  A->>B: "Hi" & <bye> \u{1F600}\n';
  expect(mermaidTexts(mermaidToDrawio(text, { systemFonts: 'none' }))).toEqual([
    { page: 1, cellId: 'mermaid-diagram', text, config: undefined, source: text },
  ]);
});

describe('what a text says to who cannot see its diagram', () => {
  const saidBy = (file: string, options = {}): readonly (string | undefined)[] => {
    const svg = render(file, { accessible: true, systemFonts: 'none', ...options });
    return ['title', 'desc'].map((name) => new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(svg)?.[1]);
  };
  const drawn = (text: string): string => mermaidToDrawio(text, { systemFonts: 'none' });

  test.each([
    ['flowchart TD\n  accTitle: Ways & means\n  accDescr: From a\n  a --> b', 'Ways &amp; means', 'From a'],
    ['flowchart TD\n  accDescr {\n    From a\n    to b\n  }\n  a --> b', 'Page-1', 'From a to b'],
    ['pie\n  accTitle: Pets\n  title Cats\n  "x" : 1', 'Pets', 'Cats'],
    ['sequenceDiagram\n  accTitle : Calls\n  accDescr : A to B\n  A->>B: hi', 'Calls', 'A to B'],
    ['gitGraph\n  accDescr: One commit\n  commit', 'Page-1', 'One commit'],
    ['flowchart TD\n  %% accTitle: no\n  a[accTitle] --> b', 'Page-1', 'Connections: accTitle to b.'],
  ])('%j is its title and its description', (text, title, description) => {
    const [ownTitle, ownDescription] = saidBy(drawn(text));
    expect(ownTitle).toBe(title);
    expect(ownDescription).toContain(description);
  });

  test('is not said without the option, nor of parts, nor beside other cells', () => {
    const file = drawn('flowchart TD\n  accTitle: T\n  a --> b');
    expect(render(file, { systemFonts: 'none' })).not.toContain('<title');
    expect(saidBy(file, { cells: ['a'] })[0]).toBe('Page-1');
    const other =
      '<mxCell id="other" parent="1" vertex="1"><mxGeometry width="9" height="9" as="geometry"/></mxCell></root>';
    expect(saidBy(file.replace('</root>', other))[0]).toBe('Page-1');
  });
});
