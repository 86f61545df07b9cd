/** Each limit stops what is past it, with an error that names it. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { metered, NO_BUDGET } from '../../src/budget.js';
import {
  compare,
  type Diagnostic,
  drawioXml,
  LIMIT_NAMES,
  type LimitName,
  layout,
  type MxsvgError,
  parse,
  parseLimit,
  render,
  renderHtml,
  renderJpeg,
  renderPdf,
  renderPng,
} from '../../src/index.js';
import { nodeAssets } from '../../src/platform/node/packagedAssets.js';
import { createEngine } from '../../src/render.js';
import { compressPage, pngWith } from '../decode/samples.js';

const page = (cells: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`;
const vertex = (value: string, style = 'html=1;', attributes = 'parent="1"'): string =>
  `<mxCell value="${value}" style="${style}" vertex="1" ${attributes}><mxGeometry width="80" height="40" as="geometry"/></mxCell>`;
const boxes = (count: number): string => page(vertex('').repeat(count));

const limitError = (limit: LimitName): Partial<MxsvgError> => ({ code: 'limit-exceeded', limit });

function expectLimit(action: () => unknown, limit: LimitName): void {
  expect(action).toThrow(expect.objectContaining(limitError(limit)));
}

describe('a limit', () => {
  test('names itself, what was found, and the option', () => {
    expect(() => render(boxes(20), { limits: { cells: 10 } })).toThrow(
      'The page has too many cells: 22 where the limit is 10 (option limits.cells).',
    );
  });

  test.each<[LimitName, number, string]>([
    ['inputBytes', 100, boxes(1)],
    ['inflatedBytes', 100, `<mxfile><diagram>${compressPage(boxes(1))}</diagram></mxfile>`],
    ['cells', 2, boxes(1)],
    ['cells', 10, page(`<mxCell id="e" edge="1" parent="1"><x>${'<mxPoint/>'.repeat(200)}</x></mxCell>`)],
    ['nesting', 8, page(vertex('') + '<a>'.repeat(8) + '</a>'.repeat(8))],
    [
      'nesting',
      3,
      page(vertex('', '', 'id="a" parent="1"') + vertex('', '', 'id="b" parent="a"') + vertex('', '', 'parent="b"')),
    ],
    ['labelLength', 5, page(vertex('123456'))],
    ['htmlElements', 5, page(vertex('&lt;b>&lt;i>&lt;p>a&lt;p>b'))],
    [
      'htmlElements',
      5,
      page(
        vertex('', 'shape=label') +
          `<UserObject id="t" tooltip="${'&lt;br>'.repeat(9)}"><mxCell vertex="1" parent="1"/></UserObject>`,
      ),
    ],
    ['imageBytes', 100, page(vertex('', `shape=image;image=data:image/png,${'A'.repeat(100)};`))],
    ['imageBytes', 100, page(vertex(`&lt;img src='data:image/png;base64,${'A'.repeat(100)}'&gt;`))],
    ['outputBytes', 50, boxes(5)],
  ])('of %s stops at %d', (limit, value, source) => {
    expect(render(source)).toContain('<svg');
    expectLimit(() => render(source, { limits: { [limit]: value } }), limit);
  });

  test('of labels leaves out the images in them', () => {
    const source = page(vertex(`&lt;img src='data:image/png;base64,${'A'.repeat(500)}'&gt;`));
    expect(render(source, { limits: { labelLength: 100 } })).toContain('<svg');
  });

  test('of pixels holds for PNG and JPEG', async () => {
    const limits = { pixels: 1000 };
    await expect(renderPng(boxes(1), { limits })).rejects.toMatchObject(limitError('pixels'));
    await expect(renderJpeg(boxes(1), { limits })).rejects.toMatchObject(limitError('pixels'));
    expect((await renderPng(boxes(1), { limits: { pixels: 10_000 } })).length).toBeGreaterThan(60);
  });

  test('of the output holds for documents', async () => {
    const limits = { outputBytes: 300 };
    expectLimit(
      () => renderHtml(`<mxfile>${`<diagram>${boxes(1)}</diagram>`.repeat(4)}</mxfile>`, { limits }),
      'outputBytes',
    );
    await expect(renderPdf(boxes(1), { limits })).rejects.toMatchObject(limitError('outputBytes'));
  });

  test('of sheets holds for all pages of a PDF together', async () => {
    const far =
      '<mxCell value="" vertex="1" parent="1"><mxGeometry x="100000" y="100000" width="9" height="9" as="geometry"/></mxCell>';
    const sheets = (paper: string): string =>
      `<mxGraphModel ${paper}><root><mxCell id="0"/><mxCell id="1" parent="0"/>${vertex('')}${far}</root></mxGraphModel>`;
    for (const paper of [
      'pageWidth="100" pageHeight="100"',
      'pageWidth="1"',
      'pageWidth="1e-300"',
      'pageScale="0.001"',
    ]) {
      await expect(renderPdf(sheets(paper), { size: 'page' }), paper).rejects.toMatchObject(limitError('sheets'));
    }
    const two = `<mxfile>${`<diagram>${boxes(1)}</diagram>`.repeat(2)}</mxfile>`;
    await expect(renderPdf(two, { size: 'page', limits: { sheets: 1 } })).rejects.toMatchObject(limitError('sheets'));
    expect((await renderPdf(two, { size: 'page', limits: { sheets: 2 } })).length).toBeGreaterThan(500);
  });

  test('of work holds for every way to draw', async () => {
    const limits = { work: 30 };
    const source = boxes(20);
    for (const draw of [render, renderHtml, layout]) expectLimit(() => draw(source, { limits }), 'work');
    expectLimit(() => compare(source, boxes(21), { limits }).svg(), 'work');
    await expect(renderPdf(source, { limits })).rejects.toMatchObject(limitError('work'));
    await expect(renderPng(source, { limits })).rejects.toMatchObject(limitError('work'));
  });

  test('of work counts the same, whatever was drawn before', () => {
    const source = page(vertex('&lt;b&gt;Words&lt;/b&gt; on a label', 'html=1;whiteSpace=wrap;'));
    const renderer = createEngine(nodeAssets);
    const cost = (): number => {
      const budget = metered(NO_BUDGET);
      renderer.scene(source, {}, budget);
      return budget.spent;
    };
    const first = cost();
    expect(first).toBeGreaterThan(20);
    expect(cost()).toBe(first);
  });

  test('of work is shared by the pages of a document', async () => {
    const renderer = createEngine(nodeAssets);
    const budget = metered(NO_BUDGET);
    renderer.scene(boxes(50), {}, budget);
    const limits = { work: budget.spent * 1.5 };
    const pages = `<mxfile>${`<diagram>${boxes(50)}</diagram>`.repeat(2)}</mxfile>`;
    expect(render(pages, { limits })).toContain('<svg');
    expectLimit(() => renderHtml(pages, { limits }), 'work');
    await expect(renderPdf(pages, { limits })).rejects.toMatchObject(limitError('work'));
  });

  test('of strokes draws plain what has more, and tells', () => {
    const cells = page(
      vertex('', 'sketch=1;fillColor=red;', 'id="a" parent="1"') + vertex('', 'comic=1;', 'id="b" parent="1"'),
    );
    const diagnostics: Diagnostic[] = [];
    const svg = render(cells, { limits: { strokes: 1 }, diagnostics });
    expect(svg.match(/<rect /g)).toHaveLength(2);
    expect(diagnostics.map(({ code, cellId }) => [code, cellId])).toEqual([
      ['too-costly', 'a'],
      ['too-costly', 'b'],
    ]);
    diagnostics.length = 0;
    expect(render(cells, { diagnostics })).not.toContain('<rect ');
    expect(diagnostics).toEqual([]);
  });

  test('of reading holds wherever a file is read', () => {
    const limits = { inputBytes: 10 };
    for (const read of [parse, layout, drawioXml, renderHtml])
      expectLimit(() => read(boxes(1), { limits }), 'inputBytes');
  });

  test('that a file was opened with stays with it', () => {
    const diagram = parse(`<mxfile><diagram>${compressPage(boxes(1))}</diagram></mxfile>`, {
      limits: { inflatedBytes: 100 },
    });
    expectLimit(() => render(diagram), 'inflatedBytes');
  });

  test.each<[string, unknown]>([
    ['cells', 0],
    ['cells', -1],
    ['cells', Number.NaN],
    ['cells', '12'],
    ['nesting', 5000],
    ['sells', 5],
    ['__proto__x', 5],
  ])('%s=%s is no limit', (name, value) => {
    expect(() => render(boxes(1), { limits: { [name]: value } })).toThrow(
      expect.objectContaining({ code: 'invalid-option' }),
    );
  });

  test('may be lifted', () => {
    expect(render(boxes(1), { limits: { cells: Infinity, outputBytes: Infinity, inputBytes: undefined } })).toContain(
      '<svg',
    );
  });
});

describe('what grows stops at its limit', () => {
  /** A page of blanks, as it is packed; it deflates to a thousandth. */
  const bomb = (megabytes: number): string =>
    deflateRawSync(`%3CmxGraphModel%3E${'%20'.repeat(megabytes * 350_000)}%3C%2FmxGraphModel%3E`).toString('base64');
  let large: string | undefined;
  /** More than there may be by default. It takes seconds to make. */
  const largeBomb = (): string => {
    large ??= bomb(70);
    return large;
  };

  test.each<[string, () => unknown]>([
    ['a page that inflates', () => render(`<mxfile><diagram>${largeBomb()}</diagram></mxfile>`)],
    [
      'pages that inflate together',
      () => {
        const limits = { inflatedBytes: 3_000_000 };
        const diagram = parse(`<mxfile>${`<diagram>${bomb(1)}</diagram>`.repeat(6)}</mxfile>`, { limits });
        return drawioXml(diagram);
      },
    ],
    [
      'a PNG that inflates',
      () =>
        render(
          pngWith('zTXt', 'mxfile', new Uint8Array([0, ...Uint8Array.from(atob(largeBomb()), (c) => c.charCodeAt(0))])),
        ),
    ],
    ['a library that inflates', () => render(`<mxlibrary>${JSON.stringify([{ xml: largeBomb() }])}</mxlibrary>`)],
    ['stencils that inflate', () => render(page(vertex('', `shape=stencil(${largeBomb()});`)))],
    [
      'one piece of data that many styles refer to',
      () =>
        render(
          `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${Array.from({ length: 100 }, (_, i) => vertex('', `image=def(0);x=${i};`)).join('')}</root><defs><def data="${'A'.repeat(1_000_000)}"/></defs></mxGraphModel>`,
        ),
    ],
    [
      'a placeholder that many labels hold',
      () =>
        render(
          page(
            `<object id="p" a="${'A'.repeat(240_000)}"><mxCell vertex="1" parent="1"><mxGeometry width="9" height="9" as="geometry"/></mxCell></object>` +
              '<object placeholders="1" label="%a%"><mxCell vertex="1" parent="p" style="noLabel=0;"><mxGeometry width="9" height="9" as="geometry"/></mxCell></object>'.repeat(
                3,
              ),
          ),
          { limits: { inflatedBytes: 500_000 } },
        ),
    ],
  ])('%s', (_name, action) => {
    expectLimit(action, 'inflatedBytes');
  });

  test('a label of a placeholder many times', () => {
    const label = '%a%'.repeat(10_000);
    const source = page(
      `<object placeholders="1" label="${label}" a="${'A'.repeat(100_000)}"><mxCell vertex="1" parent="1"><mxGeometry width="9" height="9" as="geometry"/></mxCell></object>`,
    );
    expectLimit(() => render(source), 'labelLength');
  });

  test('an image that many cells show', () => {
    const image = `<defs><def data="data:image/png,${'A'.repeat(100_000)}"/></defs>`;
    const source = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${vertex('', 'shape=image;image=def(0);').repeat(500)}</root>${image}</mxGraphModel>`;
    expectLimit(() => render(source, { limits: { outputBytes: 10_000_000 } }), 'outputBytes');
  });

  test('elements without number', () => {
    expectLimit(() => render(`<mxGraphModel>${'<a/>'.repeat(2_600_000)}</mxGraphModel>`), 'cells');
  });
});

test('limits are read from words', () => {
  expect(parseLimit('cells=1000')).toEqual({ cells: 1000 });
  expect(parseLimit('inputBytes = 1.5Mi')).toEqual({ inputBytes: 1.5 * 1024 * 1024 });
  expect(parseLimit('pixels=20M')).toEqual({ pixels: 20_000_000 });
  expect(parseLimit('outputBytes=none')).toEqual({ outputBytes: Infinity });
  for (const words of ['cells', 'cells=', 'cells=x', 'cells=0', 'nesting=none', 'sells=3', 'constructor=3', '=3']) {
    expect(() => parseLimit(words)).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  }
  expect(LIMIT_NAMES).toEqual(expect.arrayContaining(['inputBytes', 'pixels']));
});

describe('what the machine can’t hold', () => {
  const nested = (depth: number, action: () => unknown): unknown =>
    depth === 0 ? action() : nested(depth - 1, action);

  test('is an error of ours where the stack is nearly full', () => {
    const deep = page(
      Array.from({ length: 400 }, (_, i) =>
        vertex('', 'html=1;', `id="n${i}" parent="${i === 0 ? 1 : `n${i - 1}`}"`),
      ).join(''),
    );
    const codes = new Set<string>();
    for (let depth = 5000; depth < 12_000; depth += 100) {
      try {
        nested(depth, () => render(deep));
      } catch (error) {
        if ((error as Error).name === 'RangeError') break;
        codes.add((error as MxsvgError).code);
      }
    }
    expect([...codes].every((code) => code === 'limit-exceeded')).toBe(true);
  });

  test('leaves out shadows over vast areas, and tells', async () => {
    const diagnostics: Diagnostic[] = [];
    const large = page(
      vertex('', 'shadow=1;shadowBlur=300;').replace('width="80" height="40"', 'width="5000" height="5000"'),
    );
    expect((await renderPng(large, { diagnostics })).length).toBeGreaterThan(60);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'too-costly' }));
  });

  test('is no matter for an edge with more points than a call takes arguments', () => {
    const points = '<mxPoint x="1" y="2"/>'.repeat(200_000);
    const edge = `<mxCell id="e" edge="1" parent="1"><mxGeometry relative="1" as="geometry"><mxPoint as="sourcePoint"/><mxPoint x="9" y="9" as="targetPoint"/><Array as="points">${points}</Array></mxGeometry></mxCell>`;
    expect(layout(page(edge)).cells.find(({ id }) => id === 'e')).toMatchObject({ x: 0, width: 9 });
  });
});
