/** The face of draw.io's export server, over HTTP: what its clients send, and what they read of the answer. */
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pngChunks } from '../../src/decode/png.js';
import { drawioXml, parse, render, renderHtml, renderPdf, renderPng } from '../../src/index.js';
import { rasterSize } from '../../src/write/raster/rasterHeader.js';
import { golden } from '../cli/command.js';
import { bytesOf, diagramOf, serverForFile } from './running.js';

const server = serverForFile();
const xml = diagramOf('cat');

async function form(parameters: Readonly<Record<string, string>>, path = '/export'): Promise<Response> {
  const { address } = await server();
  return fetch(address + path, { method: 'POST', body: new URLSearchParams(parameters) });
}

const packed = (text: string): string => encodeURIComponent(deflateRawSync(text).toString('base64'));

describe('a request', () => {
  test('may be a form, JSON, or a query, on any path; the query goes before the body', async () => {
    const { address } = await server();
    const asForm = await form({ format: 'png', xml });
    const asJson = await fetch(`${address}/any/path`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ format: 'jpg', xml }),
    });
    const asQuery = await fetch(`${address}/?${new URLSearchParams({ format: 'png', xml })}`);
    const both = await form({ format: 'pdf', xml }, '/service/0?format=png');
    for (const response of [asForm, asQuery, both]) {
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('image/png');
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
    }
    const picture = await bytesOf(asForm);
    expect(await bytesOf(asQuery)).toEqual(picture);
    expect(await bytesOf(both)).toEqual(picture);
    expect(asJson.headers.get('content-type')).toBe('image/jpg');
  });

  test('holds the diagram as it is, URI-encoded, or packed', async () => {
    const plain = await bytesOf(await form({ format: 'png', xml }));
    const answers = await Promise.all([
      form({ format: 'png', xml: encodeURIComponent(xml) }),
      form({ format: 'png', xml: diagramOf('dog'), xmldata: packed(xml) }),
      form({ format: 'png', xmldata: packed(encodeURIComponent(xml)) }),
    ]);
    for (const response of answers) expect(await bytesOf(response)).toEqual(plain);
  });

  test('may hold a model, HTML, SVG, or a PNG or PDF in base64, with the diagram inside', async () => {
    const plain = await bytesOf(await form({ format: 'png', xml }));
    const embedDiagram = 'compressed';
    const sources = {
      html: renderHtml(xml, { embedDiagram }),
      svg: render(xml, { embedDiagram, embedPages: 'all', xmlDeclaration: true }),
      png: Buffer.from(await renderPng(xml, { embedDiagram })).toString('base64'),
      pdf: Buffer.from(await renderPdf(xml, { embedDiagram })).toString('base64'),
    };
    for (const [kind, source] of Object.entries(sources)) {
      const response = await form({ format: 'png', xml: source });
      expect(response.status, kind).toBe(200);
      expect(await bytesOf(response), kind).toEqual(plain);
    }
    const model = /<mxGraphModel>.*?<\/mxGraphModel>/s.exec(xml)?.[0] ?? '';
    expect(await bytesOf(await form({ format: 'png', xml: model }))).toEqual(plain);
  });
});

describe('a picture', () => {
  test('has a size, which headers tell', async () => {
    // 120 x 60, its strokes half outside, in whole pixels, and the one more that is captured.
    const response = await form({ format: 'png', xml });
    const size = rasterSize(await bytesOf(response));
    expect(size).toMatchObject({ width: 123, height: 63 });
    expect(response.headers.get('content-ex-width')).toBe('123');
    expect(response.headers.get('content-ex-height')).toBe('63');
    expect(response.headers.get('content-page-id')).toBe('first');
    expect(response.headers.get('content-scale')).toBe('1');
  });

  test('is scaled, fitted, and has a border', async () => {
    const sizeOf = async (parameters: Record<string, string>) =>
      rasterSize(await bytesOf(await form({ format: 'png', xml, ...parameters })));
    const scaled = await form({ format: 'png', xml, scale: '2', border: '10' });
    expect(scaled.headers.get('content-scale')).toBe('2');
    expect(rasterSize(await bytesOf(scaled))?.width).toBeGreaterThan(2 * 120 + 20);
    expect((await sizeOf({ w: '605' }))?.width).toBeGreaterThanOrEqual(605);
    expect((await sizeOf({ w: '605', h: '61' }))?.height).toBeLessThan(70);
    const auto = await form({ format: 'png', xml, scale: 'auto' });
    expect(auto.headers.get('content-scale')).toBe('4');
  });

  test('shows the page that is named, or the nearest', async () => {
    const idOf = async (parameters: Record<string, string>) =>
      (await form({ format: 'png', xml, ...parameters })).headers.get('content-page-id');
    expect(await idOf({ from: '1' })).toBe('second');
    expect(await idOf({ from: '9' })).toBe('second');
    expect(await idOf({ pageId: 'second', from: '0' })).toBe('second');
    expect(await idOf({ pageId: 'none' })).toBe('first');
  });

  test('is transparent, or white where a background is asked for', async () => {
    const transparent = await bytesOf(await form({ format: 'png', xml, bg: 'none' }));
    expect(await bytesOf(await form({ format: 'png', xml }))).toEqual(transparent);
    const options = { size: 'screenshot', background: '#ffffff', systemFonts: 'named' } as const;
    const white = new Uint8Array(await renderPng(xml, options));
    expect(await bytesOf(await form({ format: 'png', xml, bg: '#ffffff' }))).toEqual(white);
  });

  test('holds the diagram, a density, or data', async () => {
    const embedded = await bytesOf(await form({ format: 'png', xml, embedXml: '1', dpi: '96' }));
    expect(drawioXml(embedded)).toBe(drawioXml(xml));
    const chunks = [...pngChunks(embedded)];
    expect(
      chunks.some(({ type, data }) => type === 'zTXt' && Buffer.from(data).toString().startsWith('mxGraphModel\0')),
    ).toBe(true);
    const density = chunks.find(({ type }) => type === 'pHYs')?.data;
    expect([...(density ?? [])]).toEqual([0, 0, 0x0e, 0xc4, 0, 0, 0x0e, 0xc4, 1]);
    const model = encodeURIComponent(xml);
    const withData = await form({ format: 'png', xml, embedData: '1', dataHeader: 'mxGraphModel', data: model });
    expect(parse(await bytesOf(withData)).pages).toHaveLength(2);
  });

  test('comes as SVG, which is mxsvg’s own', async () => {
    const response = await form({ format: 'svg', xml, embedXml: '1' });
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(drawioXml(await response.text())).toBe(drawioXml(xml));
  });

  test('comes as text, under a name', async () => {
    const plain = await bytesOf(await form({ format: 'png', xml }));
    const response = await form({ format: 'png', xml, base64: '1', filename: 'Übersicht "1".png' });
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(new Uint8Array(Buffer.from(await response.text(), 'base64'))).toEqual(plain);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="_bersicht _1_.png"; filename*=UTF-8''%C3%9Cbersicht%20%221%22.png`,
    );
  });
});

describe('a PDF', () => {
  test('has all pages, or those that are named, and the diagram inside', async () => {
    const pagesIn = async (parameters: Record<string, string>) => {
      const response = await form({ format: 'pdf', xml, ...parameters });
      expect(response.headers.get('content-type')).toBe('application/pdf');
      const file = Buffer.from(await bytesOf(response));
      const { PDFDocument } = await import('@cantoo/pdf-lib');
      return { count: (await PDFDocument.load(file)).getPageCount(), id: response.headers.get('content-page-id') };
    };
    expect(await pagesIn({})).toEqual({ count: 2, id: 'second' });
    expect(await pagesIn({ from: '0', to: '0' })).toEqual({ count: 1, id: 'first' });
    expect(await pagesIn({ from: '1' })).toEqual({ count: 1, id: 'second' });
    expect(await pagesIn({ from: '1', allPages: '1' })).toEqual({ count: 2, id: 'second' });
    expect(await pagesIn({ pageId: 'first' })).toEqual({ count: 1, id: 'first' });
    const embedded = await bytesOf(await form({ format: 'pdf', xml, embedXml: '1' }));
    expect(drawioXml(embedded)).toBe(drawioXml(xml));
    expect(Buffer.from(embedded).toString('latin1')).toContain('application#2Fvnd.jgraph.mxfile');
  });

  test('opens again as draw.io’s own file does', async () => {
    const seed = readFileSync(golden('seed/deepseek-r1-phases.drawio'), 'utf8');
    for (const format of ['png', 'pdf']) {
      const again = await bytesOf(await form({ format, xml: seed, embedXml: '1' }));
      expect(drawioXml(again), format).toBe(drawioXml(seed));
    }
  });
});

describe('extras', () => {
  const cell = (id: string, parent: string) =>
    `<mxCell id="${id}" vertex="1" parent="${parent}"><mxGeometry width="50" height="20" as="geometry"/></mxCell>`;
  const layered = diagramOf(
    'one',
    `<mxCell id="L" value="Upper" parent="0"/><object id="t" label="two" label_de="zwei" tags="draft">${cell('', 'L').replace(' id=""', '')}</object>
     <object id="v" label="%who%" placeholders="1">${cell('', '1').replace(' id=""', '')}</object>`,
  );
  const drawn = async (extras: unknown) =>
    (await form({ format: 'svg', xml: layered, extras: JSON.stringify(extras) })).text();

  test('choose layers, by their places or ids', async () => {
    expect(await drawn({})).toMatch(/>one<.*>two</s);
    expect(await drawn({ layers: [1] })).not.toContain('>one<');
    expect(await drawn({ layerIds: ['L'] })).not.toContain('>one<');
    expect(await drawn({ layers: [0] })).not.toContain('>two<');
  });

  test('hide tags, give variables, a language and a grid', async () => {
    const tagged = { hiddenTags: { first: ['draft'] } };
    expect(await drawn(tagged)).toContain('>two<');
    const response = await form({ format: 'svg', xml: layered, pageId: 'first', extras: JSON.stringify(tagged) });
    expect(await response.text()).not.toContain('>two<');
    expect(await drawn({ hiddenTags: { 0: ['draft'] } })).not.toContain('>two<');
    expect(await drawn({ globalVars: { who: 'somebody' } })).toContain('somebody');
    expect(await drawn({ diagramLanguage: 'de' })).toContain('>zwei<');
    expect(await drawn({ grid: { size: 10, steps: 4, color: '#123456' } })).toContain('#123456');
  });

  test('may be URI-encoded, and are passed over where they can’t be read', async () => {
    const encoded = await form({ format: 'svg', xml: layered, extras: encodeURIComponent('{"layers":[1]}') });
    expect(await encoded.text()).not.toContain('>one<');
    expect((await form({ format: 'svg', xml: layered, extras: '{' })).status).toBe(200);
  });
});

describe('what can’t be done is refused in its words', () => {
  test.each([
    [{}, 400, 'BAD REQUEST'],
    [{ format: 'png' }, 400, 'BAD REQUEST'],
    [{ xml }, 400, 'BAD REQUEST'],
    [{ format: 'png', xml, w: '30000', h: '30000' }, 400, 'BAD REQUEST'],
    [{ format: 'png', xml, w: 'x' }, 400, 'BAD REQUEST'],
    [{ format: 'png', url: 'http://localhost/' }, 400, 'BAD REQUEST'],
    [{ format: 'png', html: packed('<p>') }, 400, 'BAD REQUEST'],
    [{ format: 'gif', xml }, 400, 'Unsupported Format!'],
    [{ format: 'png', xml: 'cat' }, 500, 'Error!'],
    [{ format: 'png', xmldata: 'cat' }, 500, 'Unknown error'],
    [{ format: 'png', xml: '%3C%' }, 500, 'Unknown error'],
  ] as [Record<string, string>, number, string][])('%o', async (parameters, status, text) => {
    const response = await form(parameters);
    expect([response.status, await response.text()]).toEqual([status, text]);
  });
});
