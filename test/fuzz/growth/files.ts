/** Patterns of growth: files, containers of diagrams, and what is written of them. */
import { render } from '../../../src/index.js';
import { compressPage, pngWith } from '../../decode/samples.js';
import {
  escaped,
  type GrowthPattern,
  grid,
  labelled,
  model,
  type Output,
  type Source,
  series,
  vertex,
} from './pattern.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

const file = (
  name: string,
  output: Output,
  from: number,
  source: (n: number, mark: string) => Source,
): GrowthPattern => ({ name, output, from, source });

const SMALL = model(vertex('a'));
const cells = (n: number, mark: string): string =>
  model(grid(n, (i, place) => vertex(`${i} ${mark}`, undefined, { id: `c${i}`, ...place })));
const pages = (n: number, mark: string): string =>
  `<mxfile>${series(n, (i) => `<diagram id="d${i}" name="Page ${i}">${labelled(`${i} ${mark}`)}</diagram>`)}</mxfile>`;
const packedPages = (n: number, mark: string): string =>
  `<mxfile>${series(n, (i) => `<diagram id="d${i}" name="Page ${i}">${compressPage(labelled(`${i} ${mark}`))}</diagram>`)}</mxfile>`;

/** Pages that all link to the others. */
const linkedPages = (n: number): string =>
  `<mxfile>${series(n, (i) => `<diagram id="d${i}" name="Page ${i}">${model(`<UserObject label="a" link="data:page/id,d${(i * 7) % n}"><mxCell vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell></UserObject>`)}</diagram>`)}</mxfile>`;

/** A PDF of many objects, of which the last one holds the diagram. */
const pdf = (n: number): Uint8Array =>
  bytes(
    `%PDF-1.4\n${series(n, (i) => `${i + 1} 0 obj\n<< /Type /Page /Length 9 >>\nstream\n123456789\nendstream\nendobj\n`)}${n + 1} 0 obj\n<< /Subject (${encodeURIComponent(SMALL)}) >>\nendobj\ntrailer << /Info ${n + 1} 0 R >>`,
  );

/** A PNG with many chunks, of which the last holds the diagram. */
function png(n: number): Uint8Array {
  const diagram = pngWith('tEXt', 'mxfile', bytes(encodeURIComponent(SMALL)));
  const chunk = pngWith('tEXt', 'other', bytes('x')).subarray(33, -12);
  return joined(diagram.subarray(0, 33), ...Array.from({ length: n }, () => chunk), diagram.subarray(33));
}

const verified = (name: string, output: 'svg' | 'pages', from: number): GrowthPattern => ({
  name,
  output: 'verify',
  from,
  source: (n, mark) =>
    bytes(render(output === 'svg' ? cells(n, mark) : pages(n, mark), { embedDiagram: 'compressed' })),
});

const PAGES: readonly Output[] = ['svg', 'pdf', 'html', 'xml', 'packed', 'embed'];

export const FILES: readonly GrowthPattern[] = [
  ...PAGES.map((output) => file('pages', output, 50, pages)),
  file('packed pages', 'html', 50, packedPages),
  file('packed pages', 'xml', 50, packedPages),
  file('pages that link to each other', 'html', 50, linkedPages),
  file('pages that link to each other', 'pdf', 50, linkedPages),
  {
    name: 'pages that differ',
    output: 'compare',
    from: 50,
    source: (n, mark) => [pages(n, mark), pages(n, `${mark}x`)],
  },
  {
    name: 'pages of other ids',
    output: 'compare',
    from: 50,
    source: (n, mark) => [pages(n, mark), pages(n, mark).replaceAll('id="d', 'id="x').replaceAll('Page ', 'Sheet ')],
  },
  verified('a picture of many cells', 'svg', 100),
  verified('a picture of a file of many pages', 'pages', 100),
  file(
    'one packed page',
    'svg',
    200,
    (n, mark) => `<mxfile><diagram>${compressPage(cells(n, mark))}</diagram></mxfile>`,
  ),
  file(
    'a page as text in XML',
    'svg',
    200,
    (n, mark) => `<mxfile><diagram>${escaped(cells(n, mark))}</diagram></mxfile>`,
  ),
  file(
    'an SVG with the diagram inside',
    'svg',
    200,
    (n, mark) => `<svg xmlns="http://www.w3.org/2000/svg" content="${escaped(cells(n, mark))}"><g/></svg>`,
  ),
  file(
    'an SVG of many elements with a diagram inside',
    'svg',
    2000,
    (n) =>
      `<svg xmlns="http://www.w3.org/2000/svg" content="${escaped(SMALL)}">${'<g><path d="M0 0"/></g>'.repeat(n)}</svg>`,
  ),
  file(
    'an HTML file of many tags',
    'svg',
    2000,
    (n) =>
      `<!doctype html><html><body>${'<div><b>x</b></div>'.repeat(n)}<div class="mxgraph" data-mxgraph="${escaped(JSON.stringify({ xml: SMALL }))}"></div></body></html>`,
  ),
  file(
    'an HTML file of many unclosed tags',
    'svg',
    500,
    (n) =>
      `<!doctype html><html><body><div class="mxgraph" data-mxgraph="${escaped(JSON.stringify({ xml: SMALL }))}"></div>${'<p><b>x'.repeat(n)}</body></html>`,
  ),
  file(
    'an HTML file with a large diagram',
    'svg',
    200,
    (n, mark) =>
      `<html><div class="mxgraph" data-mxgraph="${escaped(JSON.stringify({ xml: cells(n, mark) }))}"></div></html>`,
  ),
  file('a PDF of many objects with a diagram inside', 'svg', 2000, pdf),
  file('a PDF with a large diagram', 'svg', 200, (n, mark) =>
    bytes(
      `%PDF-1.4\n1 0 obj\n<< /Subject (${encodeURIComponent(cells(n, mark))}) >>\nendobj\ntrailer << /Info 1 0 R >>`,
    ),
  ),
  file('a PNG of many chunks with a diagram inside', 'svg', 5000, png),
  file('a PNG with a large diagram', 'svg', 200, (n, mark) =>
    pngWith('tEXt', 'mxfile', bytes(encodeURIComponent(cells(n, mark)))),
  ),
  file(
    'a library',
    'svg',
    100,
    (n, mark) =>
      `<mxlibrary>${escaped(JSON.stringify(Array.from({ length: n }, (_, i) => ({ xml: compressPage(SMALL), w: 80, h: 40, title: `${i} ${mark}` }))))}</mxlibrary>`,
  ),
  file(
    'a library of one entry whose cells hang on each other',
    'xml',
    2000,
    (n, mark) =>
      `<mxlibrary>${escaped(JSON.stringify([{ xml: model(series(n, (i) => `<mxCell id="${mark}${i}" parent="${i === 0 ? '1' : `${mark}${i - 1}`}"/>`)), w: 80, h: 40 }]))}</mxlibrary>`,
  ),
  file('UTF-16', 'svg', 200, (n, mark) => new Uint8Array(Buffer.from(`\ufeff${cells(n, mark)}`, 'utf16le'))),
  file('attributes of an element', 'xml', 5000, (n) =>
    model(
      `<mxCell id="a" vertex="1" parent="1" ${series(n, (i) => `a${i}="${i}" `)}><mxGeometry as="geometry"/></mxCell>`,
    ),
  ),
  file('entities', 'xml', 5000, (n) =>
    model(`<mxCell id="a" vertex="1" parent="1" value="${'&amp;&#65;&lt;'.repeat(n)}"/>`),
  ),
  file('comments and instructions', 'xml', 5000, (n) => model(`${'<!-- a --><?b c?>'.repeat(n)}`)),
  file('character data', 'xml', 5000, (n) => model(`<Array>${'<![CDATA[a]]>b'.repeat(n)}</Array>`)),
  file('line breaks', 'xml', 20_000, (n) => model('\r\n\t'.repeat(n))),
  file('elements that the file doesn’t need', 'xml', 2000, (n) =>
    model(
      `<mxCell id="a" vertex="1" parent="1"><mxGeometry as="geometry"><Array as="points">${'<x/>'.repeat(n)}</Array></mxGeometry></mxCell>`,
    ),
  ),
  file('empty pages', 'xml', 500, (n) => `<mxfile>${'<diagram/>'.repeat(n)}</mxfile>`),
];
