/** The face of mermaid.ink, over HTTP. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { imageSize } from '../../src/decode/imageSize.js';
import { rasterSize } from '../../src/write/raster/rasterHeader.js';
import { isPng, PROJECT, widthOf } from '../cli/command.js';
import { bytesOf, serverForFile } from './running.js';

const server = serverForFile();
const TEXT = 'flowchart LR\n  a[Wríte] --> b([Publish?>])';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const pako = (text: string): string => `pako:${deflateSync(text, { level: 9 }).toString('base64url')}`;
const state = (mermaid: unknown): string => JSON.stringify({ code: TEXT, mermaid, autoSync: true });

const get = async (where: string, init?: RequestInit): Promise<Response> =>
  fetch((await server()).address + where, init);
const svgOf = async (where: string): Promise<string> => (await get(where)).text();

describe('a payload', () => {
  test('is text or JSON, in base64, base64url or packed', async () => {
    const plain = await get(`/svg/${base64(TEXT)}`);
    expect(plain.status).toBe(200);
    expect(plain.headers.get('content-type')).toBe('image/svg+xml');
    const svg = await plain.text();
    expect(svg).toContain('Wríte');
    const same = [
      Buffer.from(TEXT).toString('base64url'),
      encodeURIComponent(base64(TEXT)),
      `base64:${base64(TEXT)}`,
      base64(state({ theme: 'default' })),
      base64(state('{"theme":"default"}')),
      pako(state('{"theme":"default"}')),
    ];
    for (const payload of same) expect(await svgOf(`/svg/${payload}`), payload).toBe(svg);
  });

  test('names a theme, which the query goes before', async () => {
    const [light, forest] = await Promise.all(
      [base64(state({})), base64(state({ theme: 'forest' }))].map((each) => svgOf(`/svg/${each}`)),
    );
    expect(forest).not.toBe(light);
    expect(await svgOf(`/svg/${base64(TEXT)}?theme=FOREST`)).toBe(forest);
    expect(await svgOf(`/svg/${base64(state({ theme: 'forest' }))}?theme=default`)).toBe(light);
    expect(await svgOf(`/svg/${base64(TEXT)}?theme=nope`)).toBe(light);
  });

  test('that can’t be read is refused', async () => {
    for (const payload of ['eyJjb2RlIjoiZ3JhcGgg', 'zip:abc', 'pako:abc', '%E0%A4%A', base64('no diagram')]) {
      expect((await get(`/svg/${payload}`)).status, payload).toBe(400);
    }
    for (const where of ['/svg', '/img/', '/pdf']) expect((await get(where)).status, where).toBe(404);
  });
});

describe('a picture', () => {
  test('is a JPEG, or a PNG where that is asked for', async () => {
    const jpeg = await get(`/img/${pako(state({}))}`);
    expect(jpeg.headers.get('content-type')).toBe('image/jpeg');
    expect([...(await bytesOf(jpeg)).subarray(0, 2)]).toEqual([0xff, 0xd8]);
    const png = await get(`/img/${base64(TEXT)}?type=PNG`);
    expect(png.headers.get('content-type')).toBe('image/png');
    const pixels = await bytesOf(png);
    expect(isPng(pixels)).toBe(true);
    expect((await get(`/img/${base64(TEXT)}?type=nope`)).headers.get('content-type')).toBe('image/jpeg');
    const webp = await get(`/img/${base64(TEXT)}?type=webp`);
    expect(webp.headers.get('content-type')).toBe('image/webp');
    const size = imageSize(`data:image/webp;base64,${Buffer.from(await bytesOf(webp)).toString('base64')}`);
    expect(rasterSize(pixels)).toMatchObject(size ?? {});
    expect(size?.width).toBeGreaterThan(0);
  });

  test('has the size that is asked for, scaled', async () => {
    const png = async (query: string) => rasterSize(await bytesOf(await get(`/img/${base64(TEXT)}?type=png&${query}`)));
    expect((await png('width=500'))?.width).toBe(500);
    expect((await png('height=300'))?.height).toBe(300);
    expect((await png('width=500&scale=2'))?.width).toBe(1000);
    expect(widthOf(await svgOf(`/svg/${base64(TEXT)}?width=500`))).toBe(500);
  });

  test.each(['width=0', 'width=x', 'height=-1', 'scale=2', 'width=9&scale=4', 'width=9&scale=x', 'width=5000&scale=3'])(
    'is refused for %s',
    async (query) => {
      expect((await get(`/img/${base64(TEXT)}?${query}`)).status).toBe(400);
    },
  );

  test('has a background, by name or in hexadecimal', async () => {
    const payload = base64(TEXT);
    expect(await svgOf(`/svg/${payload}?bgColor=!slategray`)).toMatch(/slategr[ae]y|#708090/i);
    expect(await svgOf(`/svg/${payload}?bgColor=123123`)).toContain('#123123');
    expect(await svgOf(`/svg/${payload}?bgColor=!not-a-color`)).toBe(await svgOf(`/svg/${payload}`));
  });
});

test('a PDF is on paper, or as large as the drawing', async () => {
  const sizeOf = async (query: string) => {
    const response = await get(`/pdf/${base64(TEXT)}?${query}`);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const { PDFDocument } = await import('@cantoo/pdf-lib');
    const pages = (await PDFDocument.load(await bytesOf(response))).getPages();
    expect(pages).toHaveLength(1);
    const { width, height } = pages[0]?.getSize() ?? { width: 0, height: 0 };
    return [Math.round(width), Math.round(height)];
  };
  expect(await sizeOf('')).toEqual([595, 842]);
  expect(await sizeOf('paper=A3&landscape')).toEqual([1191, 842]);
  expect(await sizeOf('paper=letter')).toEqual([612, 792]);
  expect((await sizeOf('fit'))[1]).toBeLessThan(300);
  expect(await sizeOf('width=3000')).toEqual([595, 842]);
});

test('pages of other origins may read the answer', async () => {
  const headers = { origin: 'http://cross.origin.com', 'access-control-request-method': 'GET' };
  const preflight = await get(`/img/${base64(TEXT)}`, { method: 'OPTIONS', headers });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('http://cross.origin.com');
  expect(preflight.headers.get('access-control-allow-methods')).toBe('GET');
  expect((await get(`/svg/${base64(TEXT)}`)).headers.get('access-control-allow-origin')).toBe('*');
});

test('the notebook that asks mermaid.ink asks here with only the host changed', async () => {
  const notebook = readFileSync(path.join(PROJECT, 'test/notebook/diagram.ipynb'), 'utf8');
  const text = /text = b\\"(flowchart.*?)\\"/.exec(notebook)?.[1]?.replaceAll('\\\\n', '\n') ?? '';
  expect(text).toContain('flowchart');
  // As Mermaid's documentation has it for notebooks: base64 of the text, behind /img/.
  const response = await get(`/img/${Buffer.from(text, 'utf8').toString('base64')}`);
  expect(response.status).toBe(200);
});
