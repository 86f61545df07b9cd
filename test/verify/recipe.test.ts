/** The note in a picture of ours, and notes that somebody else wrote into theirs. */
import { describe, expect, test } from 'vitest';
import { parse, type RenderOptions, render, renderPng, verify } from '../../src/index.js';
import { addPngText, embedInPng } from '../../src/write/embed.js';
import { escapeXml } from '../../src/write/format.js';

const MODEL = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="one %filename%"
style="gradientColor=#ff0000" vertex="1" parent="1"><object label="" placeholders="1"/><mxGeometry width="100" height="50" as="geometry"/></mxCell></root></mxGraphModel>`;
const page = (name: string) => `<diagram id="${name}" name="${name}">${MODEL.replace('one', name)}</diagram>`;
const THREE = `<mxfile>${page('first')}${page('second')}${page('third')}</mxfile>`;

const bytes = (picture: string | Uint8Array) =>
  typeof picture === 'string' ? new TextEncoder().encode(picture) : picture;
const withNote = (note: string, model = MODEL) =>
  `<svg data-mxsvg="${escapeXml(note)}" xmlns="http://www.w3.org/2000/svg" width="101" height="51" content="${escapeXml(model)}"></svg>`;

describe('pictures of our own', () => {
  test.each<RenderOptions>([
    { embedDiagram: 'compressed' },
    { embedDiagram: 'plain', page: 2 },
    { embedDiagram: 'plain', page: 'third', embedPages: 'all' },
    { embedDiagram: 'compressed', embedPages: 'drawn' },
    { embedDiagram: 'compressed', fileName: 'a <b>.drawio', idPrefix: 'p1-', background: 'rgb(1 2 3 / 50%)' },
  ])('are fresh at once, and keep their pages: %o', async (options) => {
    for (const picture of [render(THREE, options), await renderPng(THREE, options)]) {
      const verdict = await verify(bytes(picture));
      expect(verdict).toMatchObject({ state: 'fresh', reason: 'drawn again, it is the same' });
      const again = await verdict.redraw();
      expect(parse(again).pages).toEqual(parse(picture).pages);
    }
  });
});

describe('notes of others', () => {
  const ours = { embedDiagram: 'plain', embedPages: 'all', page: 1 };
  const foreign: readonly string[] = [
    ...[
      '{',
      '',
      '[]',
      'null',
      '5',
      '"x"',
      '{}',
      '{"layers":5}',
      '{"embedDiagram":"plain","embedPages":"all","scale":1e999}',
    ],
    ...[
      { layers: 5 },
      { layers: [['a']] },
      { cells: [1] },
      { idPrefix: '"/></linearGradient></defs><script>alert(1)</script><defs><linearGradient id="' },
      { idPrefix: 'a b' },
      { idPrefix: 'x'.repeat(500) },
      { scale: -1 },
      { scale: '2' },
      { width: 0 },
      { border: -1 },
      { page: 1.5 },
      { page: 'first' },
      { theme: 'x' },
      { text: 'x"><script>' },
      { linkTarget: 'x' },
      { pretty: 1 },
      { background: ['#fff'] },
      { embedPages: 'drawn' },
      { embedDiagram: 'no' },
      { fonts: ['/etc/passwd'] },
      { assets: '/etc' },
      { limits: { pixels: 1 } },
      { toString: 'x' },
    ].map((words) => JSON.stringify({ ...ours, ...words })),
    '{"embedDiagram":"plain","embedPages":"all","__proto__":{"theme":"dark"}}',
  ];

  test.each(foreign)('count for nothing, and what is drawn keeps the diagram: %s', async (note) => {
    const verdict = await verify(bytes(withNote(note, THREE)));
    expect(verdict).toMatchObject({ state: 'stale', reason: 'it shows something else' });
    const again = await verdict.redraw();
    expect(again).toBe(render(THREE, { embedDiagram: 'compressed' }));
  });

  test.each(['%E0%A4%A', '%7B', encodeURIComponent('{"layers":5}')])(
    'count for nothing in a PNG either: %s',
    async (note) => {
      const png = embedInPng(await renderPng(THREE, { background: '#ffffff' }), THREE);
      const verdict = await verify(addPngText(png, 'mxsvg', note));
      expect(verdict).toMatchObject({ state: 'fresh', reason: 'it shows the same' });
      expect(parse(await verdict.redraw()).pages).toHaveLength(3);
    },
  );

  test.each([
    { background: '"/><script>alert(1)</script>' },
    { background: 'url(http://example.com/x)' },
    { fileName: '<script>alert(1)</script>' },
  ])('reach the picture as what their options make of them: %o', async (words) => {
    const verdict = await verify(bytes(withNote(JSON.stringify({ ...ours, ...words }))));
    const again = (await verdict.redraw()) as string;
    const drawn = again.replace(/ (?:content|data-mxsvg)="[^"]*"/g, '');
    expect(drawn).not.toMatch(/<script|example\.com/);
    expect(parse(again).pages).toHaveLength(1);
  });

  test('that name what isn’t there end in an error that says so', async () => {
    const verdict = (words: object) => verify(bytes(withNote(JSON.stringify({ ...ours, ...words }))));
    await expect(verdict({ page: 9 })).rejects.toMatchObject({ code: 'page-not-found' });
    await expect(verdict({ layers: ['x'] })).rejects.toMatchObject({ code: 'layer-not-found' });
    await expect(verdict({ cells: ['x'] })).rejects.toMatchObject({ code: 'cell-not-found' });
  });
});

test.each(['a"b', 'a b', '<', 'é'.repeat(201)])('an idPrefix that can’t begin an id is refused: %s', (idPrefix) => {
  expect(() => render(MODEL, { idPrefix })).toThrow(expect.objectContaining({ code: 'invalid-option' }));
});

test('only pictures as SVG and PNG can be verified', async () => {
  await expect(verify(bytes(THREE))).rejects.toMatchObject({ code: 'not-a-diagram' });
});
