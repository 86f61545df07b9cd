/** What lies behind a page's cells: the sizes are those of draw.io's own export of the same diagrams. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, type RenderOptions, render, renderHtml, renderPdf, renderPng } from '../src/index.js';

const SQUARE = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100"/></svg>')}`;

const box = (id: string, x: number, y: number, width: number, height: number, style = 'html=1;'): string =>
  `<mxCell id="${id}" value="${id}" style="${style}" vertex="1" parent="1"><mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/></mxCell>`;
const page = (id: string, cells: string, background: object | string | undefined, attributes = ''): string => {
  const json = typeof background === 'object' ? JSON.stringify(background) : (background ?? '');
  return `<diagram id="${id}" name="${id}"><mxGraphModel backgroundImage="${json.replaceAll('"', '&quot;')}" ${attributes}><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel></diagram>`;
};
const file = (...pages: readonly string[]): string => `<mxfile>${pages.join('')}</mxfile>`;

const FRONT = box('a', 60, 30, 120, 60);
const image = (x: number, y: number, width: number, height: number): object => ({ src: SQUARE, x, y, width, height });

const sizeOf = (source: string, options: RenderOptions = {}): string | undefined =>
  /^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(render(source, options))?.slice(1).join(' × ');
function told(source: string): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  render(source, { diagnostics });
  return diagnostics;
}

describe('an image behind the cells', () => {
  test.each([
    ['larger than they', image(20, 10, 200, 100), '200 × 100'],
    ['smaller', image(100, 50, 20, 10), '121 × 61'],
    ['left of and above them', image(-50, -40, 200, 100), '231 × 131'],
    ['far from them', image(400, 300, 50, 50), '391 × 321'],
    ['between pixels', image(20.3, 10.7, 200.5, 100.25), '201 × 101'],
    ['of another shape than its place', image(20, 10, 100, 100), '161 × 100'],
    ['without a place', { src: SQUARE, width: 50, height: 50 }, '181 × 91'],
  ])('widens the picture: %s', (_name, background, size) => {
    const source = file(page('p', FRONT, background));
    expect(sizeOf(source)).toBe(size);
    expect(told(source)).toEqual([]);
  });

  test('is in the picture of a page without cells', () => {
    expect(sizeOf(file(page('p', '', image(20, 10, 200, 100))))).toBe('220 × 110');
    expect(sizeOf(file(page('p', '', image(-20, -10, 200, 100))))).toBe('200 × 100');
  });

  test('goes with the page’s shadow, a border and a factor', () => {
    expect(sizeOf(file(page('p', FRONT, image(20, 10, 200, 100), 'shadow="1"')))).toBe('211 × 111');
    const source = file(page('p', FRONT, image(20, 10, 200, 100)));
    expect(sizeOf(source, { border: 10 })).toBe('220 × 120');
    expect(sizeOf(source, { scale: 2, border: 10 })).toBe('440 × 240');
  });

  test('does so in every format', async () => {
    const source = file(page('p', FRONT, image(20, 10, 200, 100)));
    const png = new DataView((await renderPng(source)).buffer);
    expect([png.getUint32(16), png.getUint32(20)]).toEqual([200, 100]);
    const pdf = await PDFDocument.load(await renderPdf(source, { size: 'diagram' }));
    // draw.io prints a px more.
    expect(pdf.getPage(0).getSize()).toEqual({ width: 150.75, height: 75.75 });
    expect(renderHtml(source)).toContain('width="200" height="100"');
  });

  test('takes as many sheets as it touches', async () => {
    const source = file(page('p', FRONT, image(20, 10, 1000, 100), 'pageWidth="400" pageHeight="300"'));
    expect(sizeOf(source, { size: 'page' })).toBe('1200 × 300');
    expect((await PDFDocument.load(await renderPdf(source, { size: 'page' }))).getPageCount()).toBe(3);
  });

  test('widens no picture of chosen cells', () => {
    expect(sizeOf(file(page('p', FRONT, image(20, 10, 200, 100))), { cells: ['a'] })).toBe('121 × 61');
  });

  test.each<[string, object | string, string, Partial<Diagnostic>]>([
    [
      'can’t be had',
      { src: 'https://example.invalid/a.png', x: 20, y: 10, width: 200, height: 100 },
      '200 × 100',
      { code: 'missing-image', image: 'https://example.invalid/a.png' },
    ],
    ['has no size', { src: SQUARE, x: 5, y: 5 }, '176 × 86', { code: 'invalid-geometry' }],
    ['has less than none', image(20, 10, -200, 100), '161 × 100', { code: 'invalid-geometry' }],
    ['is larger than numbers', image(0, 0, 1e300, 1), '121 × 61', { code: 'invalid-geometry' }],
    ['can’t be read', '{"src"', '121 × 61', { code: 'invalid-structure' }],
    ['is none', '[]', '121 × 61', { code: 'invalid-structure' }],
  ])('that %s is told', (_name, background, size, diagnostic) => {
    const source = file(page('p', FRONT, background));
    expect(sizeOf(source)).toBe(size);
    expect(told(source)).toEqual([{ cellId: undefined, message: expect.stringMatching(/\.$/), ...diagnostic }]);
  });
});

describe('a page behind a page', () => {
  const pages = (back: string): string => file(page('p', FRONT, { src: 'data:page/id,q' }), page('q', back, undefined));

  test.each([
    ['wider', box('b', 0, 0, 400, 40), '401 × 91'],
    ['left of it', box('b', -100, -50, 100, 40), '281 × 141'],
    ['between pixels', box('b', 10.3, 20.6, 100, 40, 'strokeWidth=3;'), '172 × 72'],
    ['empty', '', '181 × 91'],
  ])('widens the picture: %s', (_name, back, size) => {
    expect(sizeOf(pages(back))).toBe(size);
    expect(told(pages(back))).toEqual([]);
  });

  test('stands where its image begins in draw.io, between the pixels of the page before it', () => {
    const svg = render(pages(box('b', 10.3, 20.6, 100, 40, 'strokeWidth=3;')));
    // 10.3 less the 0.2 by which its drawing, from 8.8 on, stands before a whole pixel; half a pixel for the stroke.
    expect(svg).toContain('<rect x="10.6" y="20.2" width="100" height="40"');
  });

  test('leaves out what lies behind itself', () => {
    const chain = file(
      page('p', FRONT, { src: 'data:page/id,q' }),
      page('q', box('b', 0, 0, 40, 40), { src: 'data:page/id,r' }),
      page('r', box('c', 300, 0, 40, 40), undefined),
    );
    expect(sizeOf(chain)).toBe('181 × 91');
    expect(render(chain)).not.toContain('data-cell-id="c"');
  });

  test.each(['zz', 'p'])('that can’t be one is told: %s', (id) => {
    const source = file(page('p', FRONT, { src: `data:page/id,${id}` }), page('q', '', undefined));
    expect(sizeOf(source)).toBe('121 × 61');
    expect(told(source)).toMatchObject([{ code: 'invalid-structure', message: expect.stringContaining(`"${id}"`) }]);
  });
});
