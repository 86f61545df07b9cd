/** The XML output: normalized, with all that was read, and drawing the same picture. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContainer } from '../../../src/decode/container.js';
import { parse, render } from '../../../src/index.js';
import { type MxfileOptions, mxfileXml } from '../../../src/write/file/mxfile.js';
import { compressPage, thrown } from '../../decode/samples.js';
import { GOLDEN_OPTIONS, goldenNames, goldenSource, goldenSvg } from '../../golden/files.js';

const rewritten = (source: string | Uint8Array, options?: MxfileOptions): string =>
  mxfileXml(readContainer(source), options);

const model = '<mxGraphModel dx="1" unknown="kept"><root><mxCell id="0" /></root></mxGraphModel>';

describe('every golden diagram', () => {
  test.each(goldenNames())('%s draws the same from what is written', (name) => {
    const source = goldenSource(name);
    const plain = rewritten(source);
    const compressed = rewritten(source, { compressed: true });
    expect(rewritten(plain)).toBe(plain);
    expect(rewritten(compressed)).toBe(plain);
    expect(rewritten(plain, { compressed: true })).toBe(compressed);
    parse(source).pages.forEach((_, index) => {
      const options = { ...GOLDEN_OPTIONS, page: index + 1 };
      const picture = render(plain, options);
      // How the first page is drawn its golden shows, where that was drawn without other options.
      if (index > 0 || picture !== goldenSvg(name)) expect(picture).toBe(render(source, options));
    });
  });
});

test('a file that draw.io wrote uncompressed comes out byte for byte', () => {
  const file = path.resolve(import.meta.dirname, '../../../golden/seed/deepseek-r1-phases.drawio');
  const written = readFileSync(file, 'utf8');
  expect(rewritten(written).trimEnd()).toBe(written.trimEnd());
});

describe('a file keeps', () => {
  test('attributes, pages, their order, and elements that draw.io doesn’t know', () => {
    const text = `<mxfile host="a" vars="{&quot;k&quot;:&quot;v&quot;}" pages="2" mine="1">
  <diagram id="B" name="Two" note="x">
    <mxGraphModel>
      <root>
        <!-- why -->
        <object label="L" custom="c&#xa;d" id="2">
          <mxCell style="s" vertex="1" parent="1">
            <mxGeometry width="10" height="10" as="geometry" />
            <extra odd="yes">text</extra>
          </mxCell>
        </object>
      </root>
    </mxGraphModel>
  </diagram>
  <diagram id="A" name="One">
    <mxGraphModel />
  </diagram>
  <notes for="us" />
</mxfile>
`;
    expect(rewritten(text)).toBe(text);
  });
});

describe('a file gets', () => {
  test('an mxfile around a bare model, with the page that draw.io makes', () => {
    expect(rewritten(model)).toBe(`<mxfile>
  <diagram name="Page-1" id="0">
    <mxGraphModel dx="1" unknown="kept">
      <root>
        <mxCell id="0" />
      </root>
    </mxGraphModel>
  </diagram>
</mxfile>
`);
  });

  test('names and ids of pages that have none', () => {
    const written = rewritten(`<mxfile><diagram>${model}</diagram><diagram id="x">${model}</diagram></mxfile>`);
    expect(written).toContain('<diagram name="Page-1" id="0">');
    expect(written).toContain('<diagram id="x" name="Page-2">');
  });

  test('its comments back from a compressed page', () => {
    const page = compressPage(`<mxGraphModel><!-- kept --><root/></mxGraphModel>`);
    expect(rewritten(`<mxfile><diagram>${page}</diagram></mxfile>`)).toContain('<!-- kept -->');
  });
});

describe('compressed', () => {
  test('is one line, with each page as draw.io packs it', () => {
    const written = rewritten(model, { compressed: true });
    expect(written).toBe(`<mxfile><diagram name="Page-1" id="0">${compressPage(model)}</diagram></mxfile>`);
  });
});

describe('chosen pages', () => {
  const file = `<mxfile pages="3">${['a', 'b', 'c'].map((id) => `<diagram id="${id}">${model}</diagram>`).join('')}</mxfile>`;
  const ids = (xml: string): readonly string[] => parse(xml).pages.map(({ id }) => id);

  test('are written alone, and counted', () => {
    const two = rewritten(file, { pages: [2, 0] });
    expect(ids(two)).toEqual(['c', 'a']);
    expect(two).toMatch(/^<mxfile pages="2">/);
    expect(rewritten(file, { pages: [1] })).toMatch(/^<mxfile>/);
  });

  test('keep the name that they had among all', () => {
    expect(rewritten(file, { pages: [1] })).toContain('name="Page-2"');
  });

  test('must be there', () => {
    expect(thrown(() => rewritten(file, { pages: [3] })).code).toBe('page-not-found');
  });
});
