/** Drawings on paper of a format: its size, and what it shows. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { renderPdf } from '../../../src/index.js';
import type { PdfOptions } from '../../../src/options.js';

const page = (width: number, height: number): string => `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="a" vertex="1" parent="1" style="fillColor=#ff0000"><mxGeometry x="2000" width="${width}" height="${height}" as="geometry"/></mxCell>
</root></mxGraphModel>`;

const sizes = async (source: string, options: PdfOptions): Promise<readonly (readonly number[])[]> => {
  const file = await PDFDocument.load(await renderPdf(source, { systemFonts: 'none', ...options }));
  return file.getPages().map((each) => [each.getWidth(), each.getHeight()].map(Math.round));
};

describe('a PDF on paper', () => {
  test.each([
    ['a4', false, [595, 842]],
    ['a4', true, [842, 595]],
    ['letter', false, [612, 792]],
    ['legal', true, [1008, 612]],
    ['a0', false, [2376, 3370]],
  ] as const)('%s, on its long side: %s, has the size of it', async (paper, landscape, size) => {
    expect(await sizes(page(100, 50), { paper, landscape })).toEqual([size]);
  });

  test('has one sheet for each page, however large the drawing is', async () => {
    for (const [width, height] of [
      [9000, 20],
      [20, 9000],
      [5000, 5000],
    ] as const) {
      expect(await sizes(page(width, height), { paper: 'a4' })).toEqual([[595, 842]]);
    }
    const pages = `<mxfile><diagram>${page(10, 10)}</diagram><diagram>${page(4000, 10)}</diagram></mxfile>`;
    expect(await sizes(pages, { paper: 'letter', size: 'page', width: 50, height: 50 })).toEqual([
      [612, 792],
      [612, 792],
    ]);
  });

  test('has an empty sheet for an empty page', async () => {
    const empty = '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/></root></mxGraphModel>';
    expect(await sizes(empty, { paper: 'a4' })).toEqual([[595, 842]]);
  });

  test('of no known format is an error', async () => {
    await expect(renderPdf(page(1, 1), { paper: 'a99' as 'a4' })).rejects.toMatchObject({ code: 'invalid-option' });
  });
});
