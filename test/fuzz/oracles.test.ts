/** Each of the fuzzer's oracles sees the fault that is planted for it, and none in what is as it should be. */
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import {
  type Diagnostic,
  drawioXml,
  MxsvgError,
  type RenderOptions,
  render,
  renderHtml,
  renderJpeg,
  renderPdf,
  renderPng,
  type Source,
} from '../../src/index.js';
import type { Case } from './cases.js';
import { BUDGETS, type Budgets, judge } from './judge.js';
import { htmlProblems } from './oracles/html.js';
import { readPdf } from './oracles/pdf.js';
import { readJpeg, readPng, sizeProblem } from './oracles/raster.js';
import { hasMarks, isSafeLink, problemsOf } from './oracles/svg.js';
import type { OutputName } from './outputs.js';
import { StateCheck } from './state.js';
import { LIBRARY, type Library } from './trial.js';

const page = (cells: string): string =>
  `<mxfile><diagram id="p" name="Page"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel></diagram></mxfile>`;
const cell = (style: string, value = 'Text'): string =>
  `<mxCell id="a" value="${value}" style="html=1;${style}" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell>`;
const SOURCE = page(cell('fillColor=#ff0000;shadow=1;gradientColor=blue'));
const SVG = render(SOURCE);

const svgImage = (body: string): string =>
  `<image x="0" y="0" width="9" height="9" xlink:href="data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg">${body}</svg>`)}"/>`;

describe('SVG', () => {
  const planted = (markup: string): string => SVG.replace('</svg>', `${markup}</svg>`);

  test.each([{}, { theme: 'auto' }, { theme: 'dark', text: 'outline' }, { animate: true, embedFonts: true }] as const)(
    'as it is drawn with %o has no fault',
    (options) => {
      const edge =
        '<mxCell id="e" value="a" style="flowAnimation=1" edge="1" parent="1" source="a" target="a"><mxGeometry relative="1" as="geometry"/></mxCell>';
      expect(problemsOf(render(page(cell('shadow=1;link=x;glass=1') + edge), options))).toEqual([]);
    },
  );

  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', '<g onclick="alert(1)"/>'],
    ['an element of no use', '<foreignObject/>'],
    ['an animation', '<animate/>'],
    ['a link that acts', '<a href=" java&#9;script:alert(1)"><g/></a>'],
    ['a number that is none', '<rect x="NaN" width="1" height="1"/>'],
    ['a path without end', '<path d="M 0 Infinity"/>'],
    ['a paint that loads', '<rect fill="url(//example.org/x)"/>'],
    ['a paint with an escape', '<rect fill="u\\72l(//example.org/x)"/>'],
    ['a filter of elsewhere', '<g filter="url(https://example.org/#f)"/>'],
    ['a font with a declaration', '<text font-family="a;}x{background:url(//e)">a</text>'],
    ['a declaration of no use', '<rect style="background:red"/>'],
    ['a declaration that loads', '<rect style="fill:url(//example.org/x)"/>'],
    ['a declaration with an escape', '<rect style="fill:\\75rl(x)"/>'],
    ['an attribute of no use', '<rect ping="https://example.org"/>'],
    ['a style sheet that imports', '<style>@import "//example.org/x.css";</style>'],
    ['a style sheet that loads', '<style>@font-face{font-family:a;src:url(//example.org/f)}</style>'],
    ['an image of elsewhere', '<image xlink:href="https://example.org/x.png"/>'],
    ['a page for an image', '<image xlink:href="data:text/html,x"/>'],
    ['an image that is no base64', '<image xlink:href="data:image/svg+xml,x"/>'],
    ['a script in an image', svgImage('<script/>')],
    ['a handler in an image', svgImage('<g onload="x"/>')],
    ['a style in an image', svgImage('<g style="fill:url(//example.org)"/>')],
    ['a style sheet in an image', svgImage('<style>a{b:u\\72l(x)}</style>')],
    ['a reference in an image', svgImage('<use href="//example.org/x#a"/>')],
    ['an image of elsewhere in an image', svgImage('<image href="file:///etc/passwd"/>')],
    ['a script in an image in an image', svgImage(svgImage('<script/>').replace('xlink:href', 'href'))],
    ['the diagram out of its place', '<g content="x"/>'],
  ])('with %s', (_name, markup) => {
    expect(problemsOf(planted(markup))).toHaveLength(1);
  });

  test('that is not well-formed can’t be read', () => {
    expect(() => problemsOf(SVG.replace('</svg>', ''))).toThrow(MxsvgError);
  });

  test('is blank or not', () => {
    expect(hasMarks(SVG)).toBe(true);
    expect(hasMarks(render(page(cell('fillColor=none;strokeColor=none', ''))))).toBe(false);
    expect(hasMarks('<svg><defs><path/></defs><g opacity="0"><path/></g><path fill="none"/></svg>')).toBe(false);
    expect(hasMarks('<svg><g fill="none"><path stroke="#000"/></g></svg>')).toBe(true);
  });

  test('has links to the web and into itself', () => {
    const safe = ['https://a', 'mailto:a@b', '#a', 'a/b.svg', '//a', 'a?b=javascript:c'];
    expect(safe.filter((each) => !isSafeLink(each))).toEqual([]);
    const unsafe = [
      'javascript:a',
      'java\nscript:a',
      '\u0001javascript:a',
      'data:text/html,a',
      'file:///a',
      'VBScript:a',
    ];
    expect(unsafe.filter(isSafeLink)).toEqual([]);
  });
});

describe('HTML', () => {
  const html = renderHtml(SOURCE, { title: 'a', embedDiagram: 'plain' });

  test('as it is written has no fault', () => {
    expect(htmlProblems(html)).toEqual([]);
  });

  test.each<[string, (html: string) => string]>([
    ['another script', (text) => text.replace('</body>', '<script>alert(1)</script></body>')],
    ['a changed script', (text) => text.replace('<script>', '<script>alert(1);')],
    ['a handler', (text) => text.replace('<main>', '<main onclick="x()">')],
    ['an element that loads', (text) => text.replace('<main>', '<main><img src="//example.org/x"/>')],
    ['a link that acts', (text) => text.replace('<main>', '<main><a href="javascript:x">x</a>')],
    ['a policy that lets all run', (text) => text.replace(/sha256-[^&']*/, 'unsafe-inline')],
    ['a picture with a handler', (text) => text.replace('<svg ', '<svg onload="x" ')],
    ['a style sheet of another', (text) => text.replace('<style>', '<style>@import "x";')],
  ])('with %s', (_name, change) => {
    expect(change(html)).not.toBe(html);
    expect(htmlProblems(change(html)).length).toBeGreaterThan(0);
  });
});

describe('pixels', () => {
  test('are read to the end, with their size', async () => {
    const png = await renderPng(SOURCE);
    expect(readPng(png)).toMatchObject({ hasMarks: true });
    expect(readPng(await renderPng(page(cell('fillColor=none;strokeColor=none', ''))))).toMatchObject({
      hasMarks: false,
    });
    expect(() => readPng(png.subarray(0, png.length - 20))).toThrow();
    expect(() => readPng(png.with(60, (png[60] ?? 0) ^ 1))).toThrow();
    const jpeg = await renderJpeg(SOURCE);
    expect(readJpeg(jpeg).width).toBe(readPng(png).width);
    expect(() => readJpeg(jpeg.subarray(0, 100))).toThrow();
    expect(sizeProblem({ width: 10, height: 10 }, { width: 9.4, height: 10 })).toBeUndefined();
    expect(sizeProblem({ width: 10, height: 10 }, { width: 20, height: 10 })).toContain('10 × 10');
  });
});

describe('PDF', () => {
  test('is read, with what is on it', async () => {
    expect(await readPdf(await renderPdf(SOURCE))).toEqual({ problems: [], pages: 1, hasMarks: true, hasShapes: true });
    const blank = await readPdf(await renderPdf(page(cell('fillColor=none;strokeColor=none', ''))));
    expect(blank).toMatchObject({ problems: [], hasMarks: false });
    await expect(readPdf(new Uint8Array(100))).rejects.toThrow();
  });

  test.each<[string, (file: PDFDocument) => void]>([
    ['an action at its opening', (file) => file.addJavaScript('a', 'app.alert(1)')],
    [
      'a link that acts',
      (file) => {
        file.context.register(file.context.obj({ S: 'URI', URI: PDFString.of('javascript:x') }));
      },
    ],
    ['a launch', (file) => file.catalog.set(PDFName.of('OpenAction'), file.context.obj({ S: 'Launch' }))],
    [
      'a number that is none',
      (file) => {
        file.context.register(file.context.flateStream('0 0 m NaN 1 l S'));
      },
    ],
    ['a page without extent', (file) => file.getPage(0).setSize(0, 5)],
  ])('with %s', async (_name, change) => {
    const file = await PDFDocument.load(await renderPdf(SOURCE));
    change(file);
    expect((await readPdf(await file.save({ useObjectStreams: false }))).problems.length).toBeGreaterThan(0);
  });
});

describe('a case', () => {
  const of = (output: OutputName, changes: Partial<Case> = {}): Case => ({
    input: { language: 'drawio', text: SOURCE, story: '' },
    output,
    options: {},
    twice: false,
    chance: 1,
    ...changes,
  });
  /** What a process may take beside what it has taken for other tests, which is more in a run that measures coverage. */
  const budgetsHere = (): Budgets => ({
    ...BUDGETS,
    memory: BUDGETS.memory + process.resourceUsage().maxRSS / 1024,
  });
  const found = async (each: Case, library: Partial<Library>, budgets = budgetsHere()) =>
    (await judge(each, budgets, { ...LIBRARY, ...library })).finding;

  const ALL: readonly OutputName[] = [
    ...(['svg', 'png', 'jpeg', 'pdf', 'html', 'xml', 'layout', 'compare', 'verify', 'tampered', 'agree'] as const),
  ];
  test.each(ALL.map((output) => [output]))('of %s has no fault', async (output) => {
    expect(await found(of(output, { twice: true }), {})).toBeUndefined();
  });

  const mermaid = { language: 'mermaid', text: 'flowchart LR\na --> b', story: '' } as const;
  test.each([['mermaid-xml'], ['mermaid-picture'], ['markdown']] as const)('of %s has none either', async (output) => {
    expect(await found(of(output, { input: mermaid, twice: true }), {})).toBeUndefined();
  });

  const fails = (error: unknown) => () => {
    throw error;
  };
  const count = <T>(values: readonly T[]) => {
    let times = 0;
    return () => values[Math.min(times++, values.length - 1)] as T;
  };
  const other = render(SOURCE, { border: 5 });
  const tell = (options: RenderOptions | undefined, diagnostic: Diagnostic): void => {
    if (Array.isArray(options?.diagnostics)) options.diagnostics.push(diagnostic);
  };

  test.each<[string, OutputName, Partial<Library>, string]>([
    ['throws an error of the language', 'svg', { render: fails(new TypeError('x')) }, 'thrown'],
    ['throws what is no error', 'svg', { render: fails('x') }, 'thrown'],
    ['throws an unknown code', 'svg', { render: fails(new MxsvgError('x' as never, 'y')) }, 'error'],
    ['throws an error without words', 'svg', { render: fails(new MxsvgError('broken-page', '')) }, 'error'],
    [
      'tells an unknown code',
      'svg',
      {
        render: (source, options) => {
          tell(options, { code: 'x' as never, message: 'y' });
          return render(source);
        },
      },
      'told',
    ],
    ['draws a script', 'svg', { render: () => SVG.replace('</svg>', '<script/></svg>') }, 'svg'],
    ['draws another picture the second time', 'svg', { render: count([SVG, other]) }, 'twice'],
    ['gives a PNG that is cut off', 'png', { renderPng: async () => new Uint8Array(50) }, 'png'],
    ['gives a PNG of another size', 'png', { renderPng: () => renderPng(SOURCE, { scale: 2 }) }, 'png'],
    ['gives a JPEG of another size', 'jpeg', { renderJpeg: () => renderJpeg(SOURCE, { scale: 2 }) }, 'jpeg'],
    ['gives a PDF that is none', 'pdf', { renderPdf: async () => new Uint8Array(50) }, 'pdf'],
    ['gives HTML with a handler', 'html', { renderHtml: () => '<html onload="x"></html>' }, 'html'],
    ['gives XML that draws another picture', 'xml', { drawioXml: () => page(cell('ellipse')) }, 'xml'],
    ['gives XML that is not well-formed', 'xml', { drawioXml: () => '<a' }, 'xml'],
    [
      'gives XML that changes when it is written anew',
      'xml',
      { drawioXml: (source) => drawioXml(source) + (source === SOURCE ? '' : ' ') },
      'xml',
    ],
    [
      'places a cell nowhere',
      'layout',
      { layout: () => ({ cells: [{ id: 'a', x: Number.NaN, y: 0, width: 1, height: 1 }] }) },
      'layout',
    ],
    [
      'finds a file different from itself',
      'compare',
      { compare: () => ({ pages: [{ name: 'a', state: 'changed', changes: [] }], svg: () => SVG }) },
      'compare',
    ],
    [
      'draws a comparison with a script',
      'compare',
      { compare: () => ({ pages: [], svg: () => '<svg><b/></svg>' }) },
      'compare',
    ],
    [
      'takes a fresh picture for stale',
      'verify',
      { verify: async () => ({ state: 'stale', reason: 'x', redraw: async () => SVG }) },
      'verify',
    ],
    [
      'draws a fresh picture anew as another',
      'verify',
      { verify: async () => ({ state: 'fresh', reason: 'x', redraw: async () => other }) },
      'verify',
    ],
    [
      'takes a script from a picture',
      'tampered',
      { verify: async () => ({ state: 'stale', reason: 'x', redraw: async () => '<svg><script/></svg>' }) },
      'verify',
    ],
    ['fails as PNG alone', 'agree', { renderPng: async () => fails(new MxsvgError('broken-page', 'x'))() }, 'agree'],
    ['draws a PNG of another size', 'agree', { renderPng: () => renderPng(SOURCE, { scale: 3 }) }, 'agree'],
    ['draws a blank PDF', 'agree', { renderPdf: () => renderPdf(page('')) }, 'agree'],
    [
      'draws a blank SVG',
      'agree',
      { render: () => render(page(cell('fillColor=none;strokeColor=none', ''))) },
      'agree',
    ],
    [
      'tells of a PDF alone',
      'agree',
      {
        renderPdf: (source, options) => {
          tell(options, { code: 'missing-glyph', message: 'y' });
          return renderPdf(source);
        },
      },
      'agree',
    ],
  ])('that %s', async (_name, output, library, oracle) => {
    expect(await found(of(output, { twice: output === 'svg' }), library)).toMatchObject({ oracle });
  });

  test.each<[string, OutputName, Partial<Library>]>([
    ['gives a file of no page', 'mermaid-xml', { mermaidToDrawio: () => '<mxfile/>' }],
    ['gives a size that is none', 'mermaid-xml', { mermaidToDrawio: () => page('<mxCell x="NaN"/>') }],
    ['gives a shape that nobody knows', 'mermaid-xml', { mermaidToDrawio: () => page(cell('shape=nobodys')) }],
    ['draws a script', 'mermaid-picture', { renderMermaid: (async () => '<svg><script/></svg>') as never }],
  ])('of Mermaid that %s', async (_name, output, library) => {
    expect(await found(of(output, { input: mermaid, chance: 5 }), library)).toMatchObject({ oracle: 'mermaid' });
  });

  test('that ends otherwise long after is a finding', async () => {
    const check = new StateCheck(3);
    const ends = async (outcome: string, again: string) =>
      check.note(of('svg'), { outcome, seconds: 0 }, async () => ({ outcome: again, seconds: 0 }));
    const found = [];
    for (let i = 0; i < 6; i++) found.push(await ends('a', 'a'));
    expect(found.every((finding) => finding === undefined)).toBe(true);
    expect(await ends('a', 'b')).toBeUndefined();
    expect(await ends('a', 'b')).toBeUndefined();
    expect(await ends('a', 'b')).toMatchObject({ oracle: 'state', cause: expect.stringContaining('later as b') });
  });

  test('that takes too long or too much', async () => {
    expect(await found(of('svg'), {}, { seconds: 0, memory: 1e6 })).toMatchObject({ oracle: 'time' });
    const kept: Uint8Array[] = [];
    const greedy = (source: Source): string => {
      // More than the process ever had: other tests may have filled it before, and what counts is its peak.
      const most = process.resourceUsage().maxRSS * 1024 + 64 * 2 ** 20;
      while (process.memoryUsage.rss() < most) kept.push(new Uint8Array(8 * 2 ** 20).fill(1));
      return render(source);
    };
    expect(await found(of('svg'), { render: greedy }, { seconds: 60, memory: 1 })).toMatchObject({ oracle: 'memory' });
    expect(kept.length).toBeGreaterThan(0);
  });
});
