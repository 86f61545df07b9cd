/** Every kind of file that a diagram comes in. */
import { deflate, deflateRaw } from 'pako';
import { describe, expect, test } from 'vitest';
import { readContainer } from '../../src/decode/container.js';
import { childElement, childElements } from '../../src/decode/xml.js';
import type { MxsvgError } from '../../src/diagnostics.js';
import { DEFAULT_LIMITS } from '../../src/limits.js';
import { compressPage, pngWith } from './samples.js';

const model = (id: string): string => `<mxGraphModel dx="1"><root><mxCell id="${id}"/></root></mxGraphModel>`;
const file = (...pages: string[]): string => `<mxfile host="test">${pages.join('')}</mxfile>`;
const page = (name: string, content: string): string => `<diagram id="${name}-id" name="${name}">${content}</diagram>`;

const firstCell = (source: string | Uint8Array, index = 0): string | undefined => {
  const root = childElement(readContainer(source).pages[index]?.model() ?? never(), 'root');
  return childElements(root ?? never())[0]?.attributes.get('id');
};

function never(): never {
  throw new Error('the sample has no such part');
}

function errorOf(source: string | Uint8Array, decodePage = false, limits = DEFAULT_LIMITS): MxsvgError {
  try {
    const { pages } = readContainer(source, limits);
    if (decodePage) pages[0]?.model();
  } catch (error) {
    return error as MxsvgError;
  }
  throw new Error('nothing was thrown');
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('pages', () => {
  test('have ids and names, and the file its attributes', () => {
    const { pages, attributes } = readContainer(file(page('One', model('a')), page('Two', model('b'))));
    expect(pages.map(({ id, name }) => ({ id, name }))).toEqual([
      { id: 'One-id', name: 'One' },
      { id: 'Two-id', name: 'Two' },
    ]);
    expect(attributes.get('host')).toBe('test');
  });

  test('without a name are numbered', () => {
    const { pages } = readContainer(file(`<diagram>${model('a')}</diagram>`, '<diagram id="x"/>'));
    expect(pages.map(({ id, name }) => [id, name])).toEqual([
      ['', 'Page-1'],
      ['x', 'Page-2'],
    ]);
  });

  test('are decoded only when asked for', () => {
    const { pages } = readContainer(file(page('Good', model('a')), page('Bad', 'no base64!')));
    expect(pages[0]?.model().name).toBe('mxGraphModel');
    expect(() => pages[1]?.model()).toThrow(/Page 2 \(Bad\)/);
  });

  test('without content are empty', () => {
    expect(readContainer(file('<diagram id="x"> \n </diagram>')).pages[0]?.model().children).toEqual([]);
  });
});

describe('a page may be', () => {
  const text = model('p');
  test.each([
    ['plain', text],
    ['compressed', compressPage(text)],
    ['compressed, with line breaks', compressPage(text).replace(/(.{20})/g, '$1\n')],
    ['compressed with a zlib header', btoa(String.fromCharCode(...deflate(encodeURIComponent(text))))],
    ['compressed without URI encoding', btoa(String.fromCharCode(...deflateRaw(text)))],
    ['URI-encoded', encodeURIComponent(text)],
    ['escaped', text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
    ['CDATA', `<![CDATA[${text}]]>`],
  ])('%s', (_kind, content) => {
    expect(firstCell(file(page('P', content)))).toBe('p');
  });

  test('compressed text beyond ASCII', () => {
    expect(firstCell(file(page('P', compressPage(model('日本 ü 100%')))))).toBe('日本 ü 100%');
  });
});

describe('a file may be', () => {
  const text = file(page('Ünï', model('ä')));
  const utf16 = (bigEndian: boolean, mark: boolean): Uint8Array => {
    const units = (mark ? '\ufeff' : '') + text;
    const bytes = new DataView(new ArrayBuffer(units.length * 2));
    for (let i = 0; i < units.length; i += 1) bytes.setUint16(i * 2, units.charCodeAt(i), !bigEndian);
    return new Uint8Array(bytes.buffer);
  };
  const latin1 = Uint8Array.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${text}`, (c) => c.charCodeAt(0));

  test.each<[string, string | Uint8Array]>([
    ['a string', text],
    ['a string with a byte order mark', `\ufeff${text}`],
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${text}`)],
    ['UTF-16 LE', utf16(false, true)],
    ['UTF-16 BE', utf16(true, true)],
    ['UTF-16 LE without a mark', utf16(false, false)],
    ['UTF-16 BE without a mark', utf16(true, false)],
    ['in the encoding it declares', latin1],
    ['UTF-8 although it declares UTF-16', utf8(`<?xml version="1.0" encoding="UTF-16"?>${text}`)],
    ['after white space', `\n  ${text}`],
  ])('%s', (_kind, source) => {
    expect(readContainer(source).pages[0]?.name).toBe('Ünï');
    expect(firstCell(source)).toBe('ä');
  });

  /** €, quotes and dashes: what Windows-1252 has where Latin-1 has control characters. */
  const windows1252 = new Map(
    [...'€‚„…‘’“”–—™'].map((c, i) => [
      c,
      [0x80, 0x82, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x99][i] as number,
    ]),
  );
  test.each(['windows-1252', 'ISO-8859-1', 'latin1', 'us-ascii'])('in %s', (encoding) => {
    const name = 'Ü€‚„…‘’“”–—™ÿ';
    const declared = `<?xml version="1.0" encoding="${encoding}"?>${file(page(name, model('ä')))}`;
    const bytes = Uint8Array.from(declared, (c) => windows1252.get(c) ?? c.charCodeAt(0));
    expect(readContainer(bytes).pages[0]?.name).toBe(name);
    expect(firstCell(bytes)).toBe('ä');
    // Saved as UTF-8 by a program that left the declaration as it was.
    expect(readContainer(utf8(declared)).pages[0]?.name).toBe(name);
  });

  test('a bare mxGraphModel', () => {
    expect(readContainer(model('m')).pages).toMatchObject([{ id: '', name: 'Page-1' }]);
    expect(firstCell(model('m'))).toBe('m');
  });

  test('an mxfile around a model', () => {
    expect(firstCell(file(model('m')))).toBe('m');
  });

  test('a diagram element alone', () => {
    expect(readContainer(page('Lone', compressPage(model('d')))).pages).toMatchObject([
      { id: 'Lone-id', name: 'Lone' },
    ]);
    expect(firstCell(page('Lone', compressPage(model('d'))))).toBe('d');
  });

  test('URI-encoded', () => {
    expect(firstCell(encodeURIComponent(text))).toBe('ä');
  });

  const escapeXml = (value: string): string =>
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  test.each([
    ['XML', text],
    ['URI-encoded XML', encodeURIComponent(text)],
    ['base64', btoa(encodeURIComponent(text))],
  ])('an SVG with the diagram as %s', (_kind, content) => {
    const doctype =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    expect(firstCell(`<?xml version="1.0"?>${doctype}<svg content="${escapeXml(content)}"><g/></svg>`)).toBe('ä');
  });

  test('an HTML page', () => {
    const json = escapeXml(JSON.stringify({ highlight: '#0000ff', xml: text }));
    const html = `<!DOCTYPE html>\n<html><body><div class="mxgraph" data-mxgraph="${json}"></div></body></html>`;
    expect(firstCell(html)).toBe('ä');
  });

  const encoded = utf8(encodeURIComponent(text));
  test.each<[string, Uint8Array]>([
    ['tEXt', pngWith('tEXt', 'mxfile', encoded)],
    ['tEXt, encoded twice', pngWith('tEXt', 'mxfile', utf8(encodeURIComponent(encodeURIComponent(text))))],
    ['zTXt', pngWith('zTXt', 'mxGraphModel', new Uint8Array([0, ...deflateRaw(encoded)]))],
    ['zTXt with a zlib header', pngWith('zTXt', 'mxGraphModel', new Uint8Array([0, ...deflate(encoded)]))],
    ['tEXt as UTF-8', pngWith('tEXt', 'mxfile', utf8(text))],
    [
      'tEXt as Latin-1',
      pngWith(
        'tEXt',
        'mxfile',
        Uint8Array.from(text, (c) => c.charCodeAt(0)),
      ),
    ],
    ['iTXt', pngWith('iTXt', 'mxfile', new Uint8Array([0, 0, 0, 0, ...utf8(text)]))],
    ['compressed iTXt', pngWith('iTXt', 'mxfile', new Uint8Array([1, 0, 0, 0, ...deflate(utf8(text))]))],
  ])('a PNG with the diagram in %s', (_kind, png) => {
    expect(firstCell(png)).toBe('ä');
  });
});

describe('what is no diagram is told apart', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /empty/],
    ['white space', ' \n ', /empty/],
    ['plain text', 'hello', /isn't XML.*"hello"/],
    ['other XML', '<html2/>', /<html2>/],
    ['an mxfile without pages', '<mxfile></mxfile>', /no page/],
    ['a plain SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', /copy of my diagram/],
    [
      'an SVG with bytes in base64',
      `<svg content="${btoa('\x89PNG\r\n\x1a\n\0\xff')}"/>`,
      /^The SVG holds no diagram: its "content"/,
    ],
    ['an SVG with another text', '<svg content="hello"/>', /^The SVG holds no diagram: its "content"/],
    [
      'an SVG with another text in base64',
      `<svg content="${btoa('hello')}"/>`,
      /^The SVG holds no diagram: its "content"/,
    ],
    [
      'an SVG with another text in percent signs',
      '<svg content="%68ello"/>',
      /^The SVG holds no diagram: its "content"/,
    ],
    ['a PNG with another text', pngWith('tEXt', 'mxfile', utf8('\x01\x02')), /^The PNG holds no diagram/],
    ['a plain PNG', pngWith('tEXt', 'Title', utf8('x')), /copy of my diagram/],
    ['a plain HTML page', '<!doctype html><html></html>', /data-mxgraph/],
    ['an HTML page with broken JSON', '<html><div data-mxgraph="{"></div></html>', /JSON/],
    ['a ZIP archive', new Uint8Array([0x50, 0x4b, 3, 4]), /ZIP/],
    ['bytes that are no text', new Uint8Array([0x3c, 0xff, 0xc0, 0x80]), /UTF-8/],
    ['an unknown encoding', utf8('<?xml version="1.0" encoding="klingon"?><mxfile/>'), /klingon/],
  ])('%s', (_kind, source, message) => {
    expect(errorOf(source)).toMatchObject({ name: 'MxsvgError', code: 'not-a-diagram' });
    expect(errorOf(source).message).toMatch(message);
  });
});

describe('a broken page', () => {
  test.each<[string, string, string]>([
    ['is no base64', '###', 'broken-page'],
    ['ends too early', compressPage(model('x'.repeat(500))).slice(0, 40), 'broken-page'],
    ['is no deflate', btoa('this is not compressed'), 'broken-page'],
    ['holds another element', '<other/>', 'broken-page'],
    ['holds broken XML', compressPage('<mxGraphModel><root></mxGraphModel>'), 'malformed-xml'],
  ])('%s', (_kind, content, code) => {
    const error = errorOf(file(page('P', content)), true);
    expect(error).toMatchObject({ name: 'MxsvgError', code });
    expect(error.message).toMatch(/^Page 1 \(P\)/);
  });
});

describe('limits', () => {
  test('stop a page that inflates without end', () => {
    const bomb = btoa(String.fromCharCode(...deflateRaw(new Uint8Array(3 * 1024 * 1024))));
    const limits = { ...DEFAULT_LIMITS, inflatedBytes: 2 * 1024 * 1024 };
    expect(errorOf(file(page('P', bomb)), true, limits).code).toBe('limit-exceeded');
  });

  test('stop an input that is too large', () => {
    expect(errorOf(new Uint8Array(64 * 1024 * 1024 + 1)).code).toBe('limit-exceeded');
  });

  test('stop files wrapped in files', () => {
    const wrap = (inner: string): string => `<svg content="${encodeURIComponent(inner)}"/>`;
    let source = file(page('P', model('x')));
    for (let i = 0; i < 6; i += 1) source = wrap(source);
    expect(errorOf(source).code).toBe('limit-exceeded');
  });
});
