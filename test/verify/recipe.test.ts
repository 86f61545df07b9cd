/** The note in a picture of ours, and notes that somebody else wrote into theirs. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import {
  drawioXml,
  parse,
  type RenderOptions,
  render,
  renderHtml,
  renderPdf,
  renderPng,
  verify,
} from '../../src/index.js';
import { addPngText, embedInPng } from '../../src/write/file/embed.js';
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

describe('what a picture shows beside its diagram', () => {
  const labelled = (label: string, attributes = '') =>
    `<mxGraphModel ${attributes}><root><mxCell id="0"/><mxCell id="1" parent="0"/><object id="a" label="${label}" placeholders="1">
<mxCell vertex="1" parent="1"><mxGeometry width="100" height="50" as="geometry"/></mxCell></object></root></mxGraphModel>`;
  const file = (...models: readonly string[]) =>
    `<mxfile>${models.map((model, i) => `<diagram id="p${i}">${model}</diagram>`).join('')}</mxfile>`;
  const shows = (picture: string) => /<text[^>]*>([^<]*)</.exec(picture)?.[1];
  const noted = (picture: string) =>
    JSON.parse(/data-mxsvg="([^"]*)"/.exec(picture)?.[1]?.replaceAll('&quot;', '"') ?? '');

  test.each(['%date%', '%time%', '%timestamp%', '%date{yyyy-mm-dd HH:MM:ss}%'])(
    'is the time it was drawn at: %s, until it is drawn anew',
    async (label) => {
      const then = new Date(2001, 1, 3, 4, 5, 6, 7);
      const picture = render(file(labelled(label)), { embedDiagram: 'plain', now: then });
      expect(noted(picture).now).toBe('2001-02-03T04:05:06.007');
      const verdict = await verify(bytes(picture));
      expect(verdict.state).toBe('fresh');
      expect(await verdict.redraw()).toBe(picture);
      // Its diagram changes: what shows it anew shows the time of that.
      const edited = picture.replace('width=&quot;100&quot;', 'width=&quot;120&quot;');
      const stale = await verify(bytes(edited));
      expect(stale.state).toBe('stale');
      const again = (await stale.redraw()) as string;
      expect(shows(again)).not.toBe(shows(picture));
      expect((await verify(bytes(again))).state).toBe('fresh');
    },
  );

  test('is no time where none is shown: the same bytes every day', () => {
    const on = (day: number) =>
      render(file(labelled('no %dates% here')), { embedDiagram: 'plain', now: new Date(2001, 1, day) });
    expect(noted(on(1)).now).toBeUndefined();
    expect(on(2)).toBe(on(1));
  });

  test.each([Number.NaN, 1e15])('can’t be a time that no calendar has: %s', (time) => {
    expect(() => render(MODEL, { now: new Date(time) })).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });

  test('is the page’s place among all, where it is embedded alone', async () => {
    const source = file(labelled('one'), labelled('%pagenumber% of %pagecount%, %page%'), labelled('three'));
    const picture = render(source, { embedDiagram: 'compressed', page: 2 });
    expect(shows(picture)).toBe('2 of 3, Page-2');
    expect(parse(picture).pages).toHaveLength(1);
    const verdict = await verify(bytes(picture));
    expect(verdict.state).toBe('fresh');
    expect(await verdict.redraw()).toBe(picture);
  });

  test('is the page behind it, which is kept with it', async () => {
    const behind = `backgroundImage="${escapeXml('{"src":"data:page/id,p0"}')}"`;
    const source = file(labelled('behind'), labelled('other'), labelled('before', behind));
    const picture = render(source, { embedDiagram: 'compressed', page: 3 });
    expect(picture).toContain('>behind<');
    expect(parse(picture).pages.map(({ id }) => id)).toEqual(['p2', 'p0']);
    expect((await verify(bytes(picture))).state).toBe('fresh');
    expect(render(drawioXml(source, { pages: [3] }))).toContain('>behind<');
  });

  test('are images and fonts that were given, and are given again', async () => {
    const image = () => 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/%3E';
    const source = file(
      labelled('x').replace('vertex=', 'style="shape=image;image=https://example.org/a.svg;fontFamily=Given" vertex='),
    );
    const fonts = [
      readFileSync(
        createRequire(import.meta.url).resolve('@expo-google-fonts/cousine/400Regular/Cousine_400Regular.ttf'),
      ),
    ];
    const picture = render(source, { embedDiagram: 'compressed', image, fonts, text: 'outline' });
    expect((await verify(bytes(picture), { image, fonts })).state).toBe('fresh');
    expect((await verify(bytes(picture))).state).toBe('stale');
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
      { pageNumber: 0 },
      { pageCount: '2' },
      { now: 5 },
      { now: 'today' },
      { now: '2001-02-03T04:05:06.007Z' },
      { now: '2001-99-03T04:05:06.007' },
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
  const message = expect.stringMatching(/^Pictures as SVG and PNG can be verified, but this is .*(?:mxfile|html|PDF)/);
  for (const other of [
    THREE,
    renderHtml(THREE, { embedDiagram: 'plain' }),
    await renderPdf(THREE, { embedDiagram: 'plain' }),
  ]) {
    await expect(verify(bytes(other))).rejects.toMatchObject({ code: 'not-a-diagram', message });
  }
});
