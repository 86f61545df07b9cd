/** Broken and hostile input: every file ends in a picture or in an MxsvgError, and no picture can act. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { childElements, parseXml, type XmlElement } from '../../src/decode/xml.js';
import type { Report } from '../../src/diagnostics.js';
import {
  type Diagnostic,
  layout,
  MxsvgError,
  type RenderOptions,
  render,
  renderPdf,
  renderPng,
  type Source,
} from '../../src/index.js';
import type { Limits } from '../../src/limits.js';
import { drawIsolated } from '../../src/platform/node/isolatedResvg.js';
import { nodeFontSupport } from '../../src/platform/node/machineFonts.js';
import { createMathTypesetter } from '../../src/platform/node/mathTypesetter.js';
import { nodeAssets, plainFontFiles } from '../../src/platform/node/packagedAssets.js';
import { drawPng } from '../../src/platform/raster/pngPictures.js';
import { type AskResvg, Rasterizer } from '../../src/platform/raster/rasterizer.js';
import { createEngine } from '../../src/render.js';
import { compressPage } from '../decode/samples.js';

const LAYERS = '<mxCell id="0"/><mxCell id="1" parent="0"/>';
const page = (cells: string): string => `<mxGraphModel><root>${LAYERS}${cells}</root></mxGraphModel>`;
const quoted = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');

const vertex = (id: string, value: string, style = 'html=1;', box = 'x="10" y="10" width="80" height="40"'): string =>
  `<mxCell id="${id}" value="${quoted(value)}" style="${quoted(style)}" vertex="1" parent="1"><mxGeometry ${box} as="geometry"/></mxCell>`;
const edge = (id: string, source: string, target: string, style = 'html=1;'): string =>
  `<mxCell id="${id}" style="${quoted(style)}" edge="1" parent="1" source="${source}" target="${target}"><mxGeometry relative="1" as="geometry"/></mxCell>`;

/** The picture, or the error where it is one of ours; anything else is thrown. */
function attempt(source: Source): string | MxsvgError {
  try {
    return render(source);
  } catch (error) {
    if (error instanceof MxsvgError) return error;
    throw error;
  }
}

/** A tenth of what there may be by default: a tenth of the time. */
const FEW_STROKES = { strokes: 100_000 };

const SANE = /^(?:<\?xml[^>]*>\s*)?<svg[^>]*>[\s\S]*<\/svg>\s*$/;
/** A number that isn't one, in an attribute that holds numbers. */
const ABSURD_NUMBER =
  /\s(?:x|y|d|r|rx|ry|cx|cy|width|height|viewBox|points|transform|font-size|stroke-width|stroke-dasharray)="[^"]*(?:NaN|Infinity|undefined|null)[^"]*"/;

function expectPicture(source: Source, options: RenderOptions = {}): string {
  const svg = render(source, options);
  expect(svg).toMatch(SANE);
  expect(svg).not.toMatch(ABSURD_NUMBER);
  return svg;
}

describe('structures that loop or grow', () => {
  const many = (count: number, each: (index: number) => string): string =>
    Array.from({ length: count }, (_, i) => each(i)).join('');

  test.each<[string, string]>([
    ['parents in a ring', '<mxCell id="a" vertex="1" parent="b"/><mxCell id="b" vertex="1" parent="a"/>'],
    ['edges that end on each other', `${edge('a', 'b', 'b')}${edge('b', 'a', 'a')}`],
    ['a ring of three edges', `${edge('a', 'b', 'c')}${edge('b', 'c', 'a')}${edge('c', 'a', 'b')}`],
    ['an edge that ends on itself', edge('a', 'a', 'a')],
    [
      'an edge inside an edge that ends on it',
      `${edge('a', 'b', '1')}<mxCell id="b" edge="1" parent="a" source="a" target="a"><mxGeometry relative="1" as="geometry"/></mxCell>`,
    ],
    [
      'a chain of edges on edges',
      `${vertex('v', '')}${many(300, (i) => edge(`e${i}`, 'v', i === 0 ? 'v' : `e${i - 1}`))}`,
    ],
    [
      'a long chain of edges, each on one that comes later',
      `${vertex('v', '')}${many(8000, (i) => edge(`e${i}`, i === 7999 ? 'v' : `e${i + 1}`, 'v'))}`,
    ],
    [
      'edges that end on each other and take a swimlane’s colour',
      ['ab', 'ba']
        .map(
          ([id, other]) =>
            `<mxCell id="${id}" style="swimlane;strokeColor=swimlane;" edge="1" parent="1" source="${other}" target="${other}"><mxGeometry relative="1" as="geometry"/></mxCell>`,
        )
        .join(''),
    ],
    [
      'a deep nest',
      many(
        480,
        (i) =>
          `<mxCell id="n${i}" vertex="1" parent="${i === 0 ? 1 : `n${i - 1}`}"><mxGeometry x="1" y="1" width="9" height="9" as="geometry"/></mxCell>`,
      ),
    ],
    [
      'an edge with very many points',
      `<mxCell id="e" style="edgeStyle=orthogonalEdgeStyle;" edge="1" parent="1"><mxGeometry relative="1" as="geometry"><mxPoint as="sourcePoint"/><mxPoint x="9" y="9" as="targetPoint"/><Array as="points">${many(3000, (i) => `<mxPoint x="${i % 7}" y="${i % 5}"/>`)}</Array></mxGeometry></mxCell>`,
    ],
    ['duplicate ids', many(200, () => vertex('same', 'x'))],
    ['cells without ids', many(200, () => '<mxCell vertex="1" parent="1"/>')],
  ])('%s', (_name, cells) => {
    expectPicture(page(cells));
  });
});

describe('numbers out of the ordinary', () => {
  test.each(['NaN', '1e308', '-1e308', 'Infinity', '0x10', '-5', '0', '1e-320', '', '٣', '5px'])('%s', (number) => {
    const box = `x="${number}" y="${number}" width="${number}" height="${number}"`;
    const style = [
      'strokeWidth',
      'fontSize',
      'arcSize',
      'rotation',
      'opacity',
      'spacing',
      'perimeterSpacing',
      'startSize',
    ]
      .map((key) => `${key}=${number};`)
      .join('');
    expectPicture(
      page(
        vertex('a', 'A', `rounded=1;html=1;${style}`, box) +
          vertex('b', 'B') +
          edge('e', 'a', 'b', `html=1;${style}jettySize=${number};`),
      ),
    );
  });
});

describe('what random inputs found', () => {
  test.each<[string, string]>([
    ['a margin past every number', '<p style="margin-left:1e308pt">x</p>'],
    ['a font past every number', '<b style="font-size:1e300em">x</b>'],
    ['spaces past every number', '<span style="letter-spacing:1e308em;word-spacing:1e308pt">a b</span>'],
    ['a flexible width that isn’t one', '<div style="display:flex"><p style="flex-basis:x;flex-grow:y">x</p></div>'],
    ['a length divided by nothing', '<div style="width:calc(1px / 0);padding:calc(0px / 0)">x</div>'],
    ['a percentage of dots', '<div style="width:...%;max-width:.%">x</div>'],
    ['an attribute of a JavaScript name', '<div align="constructor"><table><td valign="toString">x</td></table></div>'],
    ['a border past every number', '<table style="border-spacing:1e308px;border:1e300pt solid">x<td>y</table>'],
  ])('%s', async (_name, label) => {
    expectPicture(page(vertex('a', label)));
    const svg = render(page(vertex('a', label)), { text: 'outline' });
    expect(svg).not.toMatch(/NaN|Infinity/);
    for (const { width, height } of layout(page(vertex('a', label))).cells) {
      expect(Number.isFinite(width) && Number.isFinite(height)).toBe(true);
    }
    const pdf = await renderPdf(page(vertex('a', label))).catch((error: unknown) => error);
    expect(pdf instanceof Uint8Array || pdf instanceof MxsvgError).toBe(true);
  });

  test.each(['constructor', 'toString', '__proto__'])('a sketched fill named %s', (name) => {
    expectPicture(page(vertex('a', '', `sketch=1;fillColor=red;fillStyle=${name};`)));
  });

  test.each<[string, string]>([
    ['dashes of no length', 'fillStyle=dashed;dashOffset=0;dashGap=0;'],
    ['dots side by side', 'fillStyle=dots;hachureGap=0.0001;'],
    ['zigzags without an offset', 'fillStyle=zigzag-line;zigzagOffset=0;'],
    ['lines without a gap', 'fillStyle=cross-hatch;hachureGap=0;'],
  ])('a sketched fill of %s', (_name, style) => {
    const box = 'width="9000" height="9000"';
    const svg = expectPicture(page(vertex('a', '', `sketch=1;fillColor=red;${style}`, box)), { limits: FEW_STROKES });
    expect(svg.length).toBeLessThan(2_000_000);
  });

  test.each<[string, string]>([
    ['sketched', 'sketch=1;fillColor=red;'],
    ['wavering', 'comic=1;'],
    ['sketched and round', 'ellipse;sketch=1;fillColor=red;'],
  ])('a shape as large as may be, %s', (_name, style) => {
    expectPicture(page(vertex('a', '', style, 'width="1000000000" height="1000000000"')), { limits: FEW_STROKES });
  });
});

describe('lines of very many pieces', () => {
  /** The picture of cells, and what was told of it; a small file's picture is no larger than its strokes may be. */
  function drawn(cells: string): readonly [svg: string, codes: ReadonlySet<string>] {
    const diagnostics: Diagnostic[] = [];
    const svg = render(page(cells), { diagnostics, limits: FEW_STROKES });
    expect(svg).toMatch(SANE);
    expect(svg).not.toMatch(ABSURD_NUMBER);
    expect(svg.length).toBeLessThan(5_000_000);
    expect(diagnostics.every(({ cellId }) => cellId !== undefined)).toBe(true);
    return [svg, new Set(diagnostics.map(({ code }) => code))];
  }
  const SIDE = 'width="100" height="100"';
  const VAST = 'width="100000" height="100000"';
  const wave = (style: string): string => `<span style="text-decoration:underline wavy;${style}">xxxxxxx</span>`;

  test.each<[string, string]>([
    ['a wave under letters far apart', vertex('a', wave('letter-spacing:5000000px'))],
    ['a wave under many words', vertex('a', `${wave('letter-spacing:90000px')} `.repeat(500))],
    ['a wave under vast letters', vertex('a', wave('font-size:1e7px;text-decoration-thickness:1px'))],
    ['an ellipse that trembles', vertex('a', '', 'ellipse;sketch=1;fillColor=red;jiggle=1000000;', SIDE)],
    ['an ellipse that fits badly', vertex('a', '', 'ellipse;sketch=1;fillColor=red;curveFitting=-1000000;', SIDE)],
    [
      'a shape of many lines, wavering',
      vertex('a', '', 'shape=mxgraph.lean_mapping.manufacturing_process_shared;comic=1;', VAST),
    ],
    ['a sheet of zigzags', vertex('a', '', 'sketch=1;fillColor=red;fillStyle=zigzag-line;zigzagOffset=0.01;', VAST)],
    [
      'many hatched shapes',
      Array.from({ length: 60 }, (_, i) =>
        vertex(`c${i}`, '', 'sketch=1;fillColor=red;hachureGap=1;', 'width="9000" height="9000"'),
      ).join(''),
    ],
    [
      'a comb, hatched',
      vertex(
        'a',
        '',
        `shape=mxgraph.basic.polygon;sketch=1;fillColor=red;hachureAngle=90;hachureGap=1;polyCoords=[${'[0,0],[1,1],'.repeat(4000)}[0,1]];`,
        'width="9000" height="9000"',
      ),
    ],
  ])('%s is drawn plain in part, and that is told', (_name, cells) => {
    const [, codes] = drawn(cells);
    expect(codes).toContain('too-costly');
  });

  test.each([
    'jiggle=-5;',
    'jiggle=1e9;',
    'bowing=-1e9;',
    'simplification=-1e9;',
    'simplification=0.999999;',
    'curveFitting=1e9;',
  ])('a sketch with %s', (style) => {
    for (const shape of ['ellipse;', 'rounded=1;', 'shape=cloud;', '']) {
      const [svg] = drawn(vertex('a', '', `${shape}sketch=1;fillColor=red;${style}`, SIDE));
      expect(svg).toContain('<path ');
    }
  });

  test('dots drawn by hand are hachure, as in draw.io', () => {
    const sketch = (style: string): string =>
      vertex('a', '', `sketch=1;fillColor=#1ba1e2;${style}`, 'width="400" height="300"');
    expect(drawn(sketch('fillStyle=dots;'))[0]).toBe(drawn(sketch(''))[0]);
  });

  test('a wave that is not too long stays one', () => {
    const [svg, codes] = drawn(vertex('a', wave('')));
    expect(svg).toMatch(/<path d="M[^"]*C[^"]*C[^"]*" fill="none"/);
    expect(codes.size).toBe(0);
  });
});

describe('a broken image', () => {
  /** A PNG that says that it is none pixels wide and five high. */
  const EMPTY = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAAAAAAFAAAAAAAAAAAA';
  /** A JPEG of no height, called PNG. */
  const JPEG = `data:image/png;base64,${btoa('\xff\xd8\xff\xc0\x00\x11\x08\x00\x00\x00\x05\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01')}`;
  const SVG = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" width="0" height="5" viewBox="0 0 0 0"/>')}`;

  test.each<[string, string, boolean]>([
    ['without width', EMPTY, true],
    ['without height', JPEG, true],
    ['of a vector without extent', SVG, false],
  ])('%s leaves the rest of the picture as it is', async (_name, image, isTold) => {
    const labels = [
      `<img src="${image}">`,
      `<img width="30" src="${image}">`,
      `<img style="max-width:10px" src="${image}">`,
    ];
    for (const label of labels) {
      const cells =
        vertex('a', 'Important text') + vertex('b', label, 'html=1;', 'x="200" y="10" width="100" height="40"');
      const diagnostics: Diagnostic[] = [];
      const svg = render(page(cells), { diagnostics });
      expect(svg).toContain('Important text');
      expect(Number(/ height="(\d+)"/.exec(svg)?.[1])).toBeGreaterThanOrEqual(41);
      expect(diagnostics.map(({ code, cellId }) => [code, cellId])).toEqual(isTold ? [['missing-image', 'b']] : []);
      expect((await renderPdf(page(cells))).length).toBeGreaterThan(500);
      expect((await renderPng(page(cells))).length).toBeGreaterThan(60);
    }
  });
});

describe('much of one kind', () => {
  const many = (count: number, each: (index: number) => string): string =>
    Array.from({ length: count }, (_, i) => each(i)).join('');
  const free = (id: string, style: string, from: string, to: string, points = ''): string =>
    `<mxCell id="${id}" style="${style}" edge="1" parent="1"><mxGeometry relative="1" as="geometry"><mxPoint ${from} as="sourcePoint"/><mxPoint ${to} as="targetPoint"/>${points}</mxGeometry></mxCell>`;

  test.each<[string, () => string]>([
    ['a label of 15,000 words', () => vertex('a', 'word '.repeat(15_000), 'html=1;whiteSpace=wrap;')],
    ['a label of 3,000 Arabic words', () => vertex('a', 'مرحبا '.repeat(3000), 'html=1;whiteSpace=wrap;')],
    ['a letter with 100,000 marks', () => vertex('a', `e${'\u0301'.repeat(100_000)}`)],
    ['a label nested 10,000 deep', () => vertex('a', '<div>'.repeat(10_000))],
    ['a label of 20,000 line breaks', () => vertex('a', '<br>'.repeat(20_000))],
    ['a table of 8,100 cells', () => vertex('a', `<table>${`<tr>${'<td>'.repeat(90)}</tr>`.repeat(90)}</table>`)],
    [
      'a table whose cells span everything',
      () => vertex('a', `<table>${`<tr>${'<td rowspan="1e9" colspan="9999">a'.repeat(5)}</tr>`.repeat(500)}</table>`),
    ],
    [
      'a style of a megabyte',
      () =>
        vertex(
          'a',
          '',
          many(60_000, (i) => `k${i}=${i};`),
        ),
    ],
    [
      'an edge of 40,000 points',
      () =>
        free(
          'e',
          'rounded=1;jumpStyle=arc;',
          'x="0"',
          'x="9"',
          `<Array as="points">${many(40_000, (i) => `<mxPoint x="${i % 7}" y="${i % 5}"/>`)}</Array>`,
        ),
    ],
    [
      '1,000 labels on an edge of 10,000 points',
      () =>
        free(
          'e',
          '',
          'x="0"',
          'x="9"',
          `<Array as="points">${many(10_000, (i) => `<mxPoint x="${i % 700}" y="${i % 500}"/>`)}</Array>`,
        ) +
        many(
          1000,
          (i) =>
            `<mxCell id="l${i}" value="a" vertex="1" parent="e"><mxGeometry x="0.${i}" relative="1" as="geometry"/></mxCell>`,
        ),
    ],
    [
      '500 edges that all jump over each other',
      () =>
        many(500, (i) =>
          i % 2
            ? free(`e${i}`, 'jumpStyle=arc;', `x="0" y="${i}"`, `x="500" y="${i}"`)
            : free(`e${i}`, 'jumpStyle=arc;', `y="0" x="${i}"`, `y="500" x="${i}"`),
        ),
    ],
    ['10,000 layers', () => many(10_000, (i) => `<mxCell id="L${i}" parent="0"/>`)],
    [
      'a stencil of 10,000 nested saves',
      () =>
        vertex(
          'a',
          '',
          `shape=stencil(${compressPage(`<shape w="1" h="1"><foreground>${'<save/>'.repeat(10_000)}</foreground></shape>`)});`,
        ),
    ],
    [
      'a polygon of 50,000 corners',
      () => vertex('a', '', `shape=mxgraph.basic.polygon;polyCoords=[${'[0,0],'.repeat(50_000)}[1,1]];`),
    ],
    [
      'a rack of a thousand million units',
      () =>
        vertex(
          'a',
          '',
          'shape=mxgraph.rackGeneral.container;unitNum=999999999;unitHeight=0.0001;',
          'width="1000" height="1000000"',
        ),
    ],
  ])('%s', (_name, cells) => {
    expectPicture(page(cells()));
  });

  test.each<[string, string]>([
    ['a macro that calls itself', '$$\\def\\a{\\a\\a}\\a$$'],
    ['roots in roots', `$$${'\\sqrt{'.repeat(2000)}x${'}'.repeat(2000)}$$`],
    ['vast rules', '$$\\rule{1000000em}{1000000em}x$$'],
    ['a link with code', '$$\\href{javascript:alert(1)}{x}$$'],
    ['a style that loads', '$$\\style{background:url(https://example.org)}{y}$$'],
  ])('a formula of %s', (_name, formula) => {
    harmless(expectPicture(page(vertex('a', formula)).replace('<mxGraphModel>', '<mxGraphModel math="1">')));
  });

  test.each<[string, string]>([
    ['tiny dashes on long lines', 'dashed=1;dashPattern=0.0001 0.0001;fixDash=1;'],
    ['a very wide line', 'strokeWidth=3000;'],
  ])('a PNG of %s', async (_name, style) => {
    expect((await renderPng(page(vertex('a', '', style, 'width="200" height="200"')))).length).toBeGreaterThan(60);
  });
});

describe('names of JavaScript', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is a name as any other', (name) => {
    const style = `${name};shape=${name};perimeter=${name};edgeStyle=${name};endArrow=${name};fontFamily=${name};${name}=1;html=1;`;
    expectPicture(page(vertex(name, `%${name}%`, style) + edge('e', name, name, style)));
    expect(layout(page(vertex(name, ''))).cells.map((cell) => cell.id)).toContain(name);
  });
});

describe('bombs', () => {
  test.each<[string, string]>([
    ['entities', '<!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><mxGraphModel>&b;</mxGraphModel>'],
    ['an external entity', '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]><mxGraphModel>&a;</mxGraphModel>'],
    ['nested elements', `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`],
  ])('%s', (_name, source) => {
    expect(attempt(source)).toBeInstanceOf(MxsvgError);
  });

  test.each<[string, string]>([
    ['nested tags', '<b>'.repeat(20_000)],
    ['nested tables', '<table><tr><td>'.repeat(500)],
    ['nested lists', '<ul><li>'.repeat(500)],
    ['one endless word', 'x'.repeat(100_000)],
    ['unclosed quotes', '<a href="'.repeat(5_000)],
    ['a comment that never ends', `<!--${'-'.repeat(50_000)}`],
    ['entities', '&amp;'.repeat(20_000)],
    ['very many styles', `<span style="${'color:red;'.repeat(5_000)}">x</span>`],
    ['spans over everything', '<table><tr><td colspan="99999999" rowspan="99999999">x</td></tr></table>'],
  ])('a label of %s', (_name, label) => {
    expectPicture(page(vertex('a', label)));
  });

  test.each<[string, string]>([
    ['very many entries', 'a=1;'.repeat(50_000)],
    ['one long entry', `shape=${'x'.repeat(100_000)};`],
    ['many equals signs', '='.repeat(50_000)],
    ['a stencil that isn’t one', 'shape=stencil(AAAA);'],
    [
      'a stencil that nests itself',
      `shape=stencil(${compressPage('<shape w="1" h="1"><foreground><include-shape name="x" x="0" y="0" w="1" h="1"/></foreground></shape>')});`,
    ],
    ['a pattern of dashes without length', 'dashed=1;dashPattern=0 0;'],
  ])('a style of %s', (_name, style) => {
    expectPicture(page(vertex('a', 'A', style)));
  });
});

const HARMLESS_ELEMENTS = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan image a title defs linearGradient radialGradient stop pattern clipPath mask filter feDropShadow feGaussianBlur feOffset feFlood feComposite feMerge feMergeNode feColorMatrix marker animate'.split(
    ' ',
  ),
);

/** Every element of an SVG, those of embedded SVG pictures included. */
function elementsOf(element: XmlElement): readonly XmlElement[] {
  const picture = /^data:image\/svg\+xml;base64,(.*)$/.exec(element.attributes.get('xlink:href') ?? '')?.[1];
  const inner = picture === undefined ? [] : elementsOf(parseXml(atob(picture)));
  return [element, ...childElements(element).flatMap(elementsOf), ...inner];
}

/** No scripts, no handlers, nothing fetched from elsewhere. */
function harmless(svg: string): void {
  for (const { name, attributes } of elementsOf(parseXml(svg))) {
    expect(HARMLESS_ELEMENTS).toContain(name);
    for (const [attribute, value] of attributes) {
      expect(attribute).not.toMatch(/^on/i);
      if (/href$/.test(attribute))
        expect(value).toMatch(name === 'a' ? /^(?!\s*(?:javascript|data|file):)/i : /^(?:#|data:image\/)/);
      else if (!/^(?:data-|aria-label$|font-family$)/.test(attribute)) expect(value).not.toMatch(/url\((?!#)/i);
    }
  }
}

describe('a picture can’t act', () => {
  const attacks = [
    'url(https://example.org/x.svg#p)',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\nscript:alert(1)">x</a>',
    '<iframe src="https://example.org"></iframe>',
    '<style>@import "https://example.org/x.css"</style>',
    '<span style="background:url(https://example.org/x.png)">x</span>',
    '"><script>alert(1)</script>',
    ']]><script>alert(1)</script>',
    '</text></svg><script>alert(1)</script>',
  ];

  test.each(attacks)('through the label %s', (label) => {
    harmless(expectPicture(page(vertex('a', label))));
    harmless(expectPicture(page(vertex('a', label, 'html=0;'))));
  });

  test.each(attacks)('through styles, ids and links holding %s', (attack) => {
    const style = `fillColor=${attack};fontFamily=${attack};image=${attack};shape=image;strokeColor=${attack};fontColor=${attack};html=1;`;
    const linked = `<UserObject id="${quoted(attack)}" label="x" link="${quoted(attack)}" tooltip="${quoted(attack)}"><mxCell vertex="1" parent="1" style="${quoted(style)}"><mxGeometry width="9" height="9" as="geometry"/></mxCell></UserObject>`;
    harmless(expectPicture(page(linked)));
  });

  test.each([
    'javascript:alert(1)',
    'https://example.org/x.png',
    'file:///etc/passwd',
    '../../../etc/passwd',
    'img/../../package.json',
    `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>')}`,
    'data:text/html,<script>alert(1)</script>',
  ])('through the image or link %s', (address) => {
    const image = vertex('a', '', `shape=image;image=${address};`);
    const link = `<UserObject id="l" label="x" link="${quoted(address)}"><mxCell vertex="1" parent="1"><mxGeometry width="9" height="9" as="geometry"/></mxCell></UserObject>`;
    const svg = expectPicture(page(image));
    harmless(svg);
    expect(svg).not.toMatch(/root:|devDependencies/);
    harmless(expectPicture(page(link)));
  });
});

describe('random damage', () => {
  const seed = readFileSync(path.resolve(import.meta.dirname, '../../golden/model/groups.drawio'), 'utf8');

  test('to a diagram', () => {
    const damage = fc.record({
      at: fc.nat(seed.length),
      cut: fc.nat(40),
      put: fc.oneof(
        fc.string({ maxLength: 12 }),
        fc.constantFrom('<', '>', '"', '&', ';', '=', '-1', '1e9', '%', '\0'),
      ),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
        const source = damages.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), seed);
        attempt(source);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  test('to bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        attempt(bytes);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test('to styles and labels', () => {
    const key = fc.constantFrom(
      'shape',
      'perimeter',
      'edgeStyle',
      'startArrow',
      'direction',
      'rotation',
      'arcSize',
      'size',
      'points',
      'align',
    );
    const value = fc.oneof(
      fc.string({ maxLength: 10 }),
      fc.constantFrom('cube', 'swimlane', 'elbowEdgeStyle', 'block', 'north', '1e9', '-3', '[[0,0]]'),
    );
    const style = fc
      .array(fc.tuple(key, value), { maxLength: 6 })
      .map((pairs) => pairs.map((pair) => pair.join('=')).join(';'));
    fc.assert(
      fc.property(style, style, fc.string({ maxLength: 30 }), (one, two, label) => {
        const clean = (text: string): string => text.replace(/[^\x20-\x7e]/g, '');
        expectPicture(page(vertex('a', clean(label), clean(one)) + vertex('b', '') + edge('e', 'a', 'b', clean(two))));
      }),
      { numRuns: 150, seed: 1 },
    );
  });
});

describe('a PNG', () => {
  test.each<[string, string, string]>([
    ['too large a box', '', 'x="0" y="0" width="900000000" height="900000000"'],
    ['too large a font', 'fontSize=900000000;', 'width="9" height="9"'],
    ['too wide a line', 'strokeWidth=1000000000;', 'width="9" height="9"'],
  ])('of %s is refused', async (_name, style, box) => {
    await expect(renderPng(page(vertex('a', 'A', style, box)))).rejects.toMatchObject({ code: 'limit-exceeded' });
  });

  const svg = (content: string, attributes = 'width="10" height="10"'): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}<text>a</text></svg>`;
  test.each<[string, string]>([
    ['endlessly tall', svg('', 'width="1" height="1000000000"')],
    ['without a size', svg('', 'width="0" height="0"')],
    ['cut off', '<svg xmlns="http://www.w3.org/2000/svg"><text>'],
    [
      'with a vast filter',
      svg(
        '<filter id="f" width="1e9" height="1e9"><feGaussianBlur stdDeviation="1e9"/></filter><rect width="9" height="9" filter="url(#f)"/>',
      ),
    ],
    ['that uses itself', svg('<g id="a"><use href="#a"/></g>')],
  ])('with an image %s is drawn all the same', async (_name, image) => {
    const png = await renderPng(page(vertex('a', '', `shape=image;image=data:image/svg+xml,${btoa(image)};`)));
    expect(png.length).toBeGreaterThan(60);
  });

  const many = (count: number, each: (index: number) => string): string =>
    Array.from({ length: count }, (_, i) => each(i)).join('');

  /** As renderPng, but of half a second's patience with images: where resvg comes to no end all of it is waited for. */
  const impatient = {
    engine: createEngine(nodeAssets, createMathTypesetter, nodeFontSupport),
    rasterizer: (limits: Limits, report: Report) => {
      // The picture itself has twice what its images have together.
      const ask: AskResvg = (request, patience) => drawIsolated(request, patience > 10_000 ? patience : 500);
      return new Rasterizer({ ask, fonts: plainFontFiles, limits, report });
    },
  };
  const imageCell = (content: string): string =>
    page(vertex('a', '', `shape=image;image=data:image/svg+xml,${btoa(svg(content, 'width="100" height="100"'))};`));
  const drawn = (content: string): Promise<Uint8Array> => renderPng(imageCell(content));

  test.each<[string, string]>([
    [
      'filters without end',
      `<filter id="f">${'<feTurbulence baseFrequency="0.01" numOctaves="10000"/>'.repeat(50)}</filter><rect width="99" height="99" filter="url(#f)"/>`,
    ],
    [
      'patterns in patterns',
      `${many(12, (i) => `<pattern id="p${i + 1}" width="3" height="3" patternUnits="userSpaceOnUse">${`<rect width="9" height="9" fill="url(#p${i})"/>`.repeat(10)}</pattern>`)}<rect width="99" height="99" fill="url(#p12)"/>`,
    ],
    [
      'a group many steps away',
      `${'<g transform="translate(-90)">'.repeat(40)}<g opacity="0.5"><rect width="10" height="10"/></g>${'</g>'.repeat(40)}`,
    ],
    ['a group far off', '<g opacity="0.5"><rect x="-3000" y="1" width="10" height="10"/></g>'],
  ])('with an image of %s is drawn without it, and tells', (_name, content) => {
    const diagnostics: Diagnostic[] = [];
    expect(drawPng(impatient, imageCell(content), { diagnostics }).length).toBeGreaterThan(60);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'missing-image' }));
  });

  test.each<[string, string]>([
    [
      'that doubles itself again and again',
      `<rect id="u0" width="1" height="1"/>${many(30, (i) => `<g id="u${i + 1}">${`<use href="#u${i}"/>`.repeat(10)}</g>`)}<use href="#u30"/>`,
    ],
    [
      'of a pattern of vast tiles',
      '<pattern id="p" width="99999" height="99999" patternUnits="userSpaceOnUse" patternTransform="scale(900)"><rect width="9" height="9"/></pattern><rect width="99" height="99" fill="url(#p)"/>',
    ],
    ['with dashes of no length', '<path d="M0 0 L 999999 999999" stroke="red" stroke-dasharray="0.0001 0.0001"/>'],
    ['of two groups that use each other', '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'],
    [
      'in a filter, as icons have it',
      '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect width="50" height="50" filter="url(#f)"/>',
    ],
  ])('with an image %s is drawn', async (_name, content) => {
    expect((await drawn(content)).length).toBeGreaterThan(60);
  });

  test('with an image of more pixels than there may be is drawn without it, and tells', async () => {
    const header = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAdTAAAHUwCAYAAAA=', 'base64');
    const diagnostics: Diagnostic[] = [];
    const image = `data:image/png,${Buffer.concat([header, Buffer.alloc(60)]).toString('base64')}`;
    expect(
      (await renderPng(page(vertex('a', '', `shape=image;image=${image};`)), { diagnostics })).length,
    ).toBeGreaterThan(60);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'missing-image' }));
  });

  test('with an image whose data are escaped once more is looked at all the same', async () => {
    const far = '<g opacity="0.5"><rect x="-3000" y="1" width="10" height="10"/></g>';
    const data = btoa(svg(far, 'width="100" height="100"')).replaceAll('S', '%53');
    const diagnostics: Diagnostic[] = [];
    await renderPng(page(vertex('a', '', `shape=image;image=data:image/svg+xml,${data};`)), { diagnostics });
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'missing-image' }));
    const encoded = encodeURIComponent(svg(far, 'width="100" height="100"'));
    await renderPng(page(vertex('a', '', `shape=image;image=data:image/svg+xml,${encoded};`)), { diagnostics });
    expect(diagnostics.length).toBe(2);
  });

  test('never shows a file of the machine', async () => {
    const file = path.resolve(import.meta.dirname, '../../golden/model/groups.png');
    const shown = await drawn(`<image href="${file}" width="100" height="100"/>`);
    expect(shown).toEqual(await drawn(`<image width="100" height="100"/>`));
  });

  test.each<[string, string]>([
    ['far to the left', 'width:1000px;height:2px;margin-left:-33000000px'],
    ['very wide', 'width:9000000px;height:2px'],
  ])('of a faint, clipped label %s is drawn', async (_name, css) => {
    const label = `<div style="overflow:hidden;opacity:.5;${css}">abc</div>`;
    const cell = vertex('a', label, 'html=1;fillColor=none;strokeColor=none', 'width="10" height="2"');
    expect((await renderPng(page(cell))).length).toBeGreaterThan(60);
  });

  test('of a deep nest is drawn', async () => {
    const cells = Array.from({ length: 480 }, (_, i) => {
      const parent = i === 0 ? '1' : `n${i - 1}`;
      return `<mxCell id="n${i}" vertex="1" parent="${parent}"><mxGeometry x="1" y="1" width="9" height="9" as="geometry"/></mxCell>`;
    });
    expect((await renderPng(page(cells.join('')))).length).toBeGreaterThan(60);
  });
});

test('what can’t be drawn is told, with the cell', () => {
  const diagnostics: Diagnostic[] = [];
  render(page(vertex('v', '', 'shape=noSuchShape;')), { diagnostics });
  expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'unknown-shape', cellId: 'v' }));
});
