/** mxsvg's own face, over HTTP. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawioXml, parse, render, renderPng } from '../../src/index.js';
import { PARAMETERS, readPlainRequest } from '../../src/server/parameters.js';
import { golden } from '../cli/command.js';
import { bytesOf, diagramOf, serverForFile } from './running.js';

const server = serverForFile();
const seed = readFileSync(golden('seed/deepseek-r1-phases.drawio'));

async function post(query: string, body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Response> {
  const { address } = await server();
  return fetch(`${address}/render?${query}`, { method: 'POST', body: body as string, headers });
}

describe('a diagram', () => {
  test('is drawn as the library draws it', async () => {
    const svg = await post('format=svg&systemless', seed);
    expect(svg.status).toBe(400);
    const response = await post('', seed);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(await response.text()).toBe(render(seed, { systemFonts: 'named' }));
    const png = await post('format=png&scale=2&border=5', seed);
    expect(png.headers.get('content-type')).toBe('image/png');
    expect(await bytesOf(png)).toEqual(new Uint8Array(await renderPng(seed, { scale: 2, border: 5 })));
  });

  test.each([
    ['jpg&quality=50', 'image/jpeg', '\xff\xd8'],
    ['pdf&size=page&title=A', 'application/pdf', '%PDF'],
    ['html&zoomControls=false', 'text/html; charset=utf-8', '<!'],
    ['xml&compressed=true', 'application/xml; charset=utf-8', '<mxfile'],
  ])('comes as %s', async (format, type, start) => {
    const response = await post(`format=${format}`, seed);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(Buffer.from(await bytesOf(response)).toString('latin1')).toMatch(new RegExp(`^${start}`, 'i'));
  });

  test('refuses a value with those that there are', async () => {
    expect(await (await post('format=gif', seed)).json()).toMatchObject({
      error: { message: 'format must be one of svg, png, jpg, webp, pdf, html, xml, not "gif".' },
    });
  });

  test('may be one page of several, with options of every kind', async () => {
    const query = new URLSearchParams({ page: 'Two', layers: '0', variables: '{"a":"b"}', grid: '{"size":20}' });
    const response = await post(query.toString(), diagramOf('cat'));
    expect(await response.text()).toContain('cat again');
    const document = await post('format=xml&page=second', diagramOf('cat'));
    expect(parse(await document.text()).pages.map(({ id }) => id)).toEqual(['second']);
  });

  test('holds itself where that is asked for', async () => {
    const response = await post('format=png&embedDiagram=compressed', diagramOf('cat'));
    expect(drawioXml(await bytesOf(response))).toBe(drawioXml(diagramOf('cat')));
  });
});

test('Mermaid text is drawn, in the theme that is asked for', async () => {
  const text = 'flowchart LR\n  a[Write] --> b([Publish])';
  const light = await (await post('', text)).text();
  expect(light).toContain('Publish');
  expect(await (await post('mermaidTheme=forest', text)).text()).not.toBe(light);
});

test('an option that is given again and again is its last value', () => {
  const { options } = readPlainRequest(`${'page=1&'.repeat(100_000)}page=2`);
  expect(options).toEqual({ page: '2' });
});

test('an answer that the client has is not sent again', async () => {
  const first = await post('', seed);
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toMatch(/^"[\w-]+"$/);
  const again = await post('', seed, { 'if-none-match': `"other", W/${tag}` });
  expect(again.status).toBe(304);
  expect(again.headers.get('etag')).toBe(tag);
  expect(await again.text()).toBe('');
  expect((await post('', seed, { 'if-none-match': '"other"' })).status).toBe(200);
  expect((await post('border=1', seed)).headers.get('etag')).not.toBe(tag);
});

test('what is not drawn faithfully is told in a header, as much as there is room for', async () => {
  const cells = Array.from(
    { length: 300 },
    (_, i) =>
      `<mxCell id="é${i}" style="shape=nope${i};" vertex="1" parent="1"><mxGeometry width="9" height="9" as="geometry"/></mxCell>`,
  );
  const response = await post('', diagramOf('cat', cells.join('')));
  const told = response.headers.get('mxsvg-diagnostics') ?? '';
  expect(told.length).toBeLessThan(4100);
  expect(JSON.parse(told)[0]).toMatchObject({ code: 'unknown-shape', cellId: 'é0' });
  expect(Number(response.headers.get('mxsvg-diagnostics-count'))).toBeGreaterThanOrEqual(300);
  expect((await post('', seed)).headers.has('mxsvg-diagnostics')).toBe(false);
});

describe('what can’t be done is refused', () => {
  test.each([
    ['format=gif', seed, 400, 'invalid-option'],
    ['format=svg&quality=5', seed, 400, 'invalid-option'],
    ['scale=big', seed, 400, 'invalid-option'],
    ['scale=-1', seed, 400, 'invalid-option'],
    ['theme=pink', seed, 400, 'invalid-option'],
    ['__proto__=1', seed, 400, 'invalid-option'],
    ['page=99', seed, 400, 'page-not-found'],
    ['', '', 400, 'bad-request'],
    ['', 'hello', 422, 'not-a-diagram'],
    ['', '<mxfile><diagram>', 422, 'malformed-xml'],
    ['', 'flowchart LR\n  a[', 422, 'mermaid-syntax'],
  ])('%s', async (query, body, status, code) => {
    const response = await post(query, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code } });
  });

  test('another method', async () => {
    const response = await fetch(`${(await server()).address}/render`);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });
});

test('no image of the machine or of the network is in a picture', async () => {
  const image = (address: string) =>
    `<mxCell id="${address}" style="shape=image;image=${address};" vertex="1" parent="1"><mxGeometry width="9" height="9" as="geometry"/></mxCell>`;
  const { address } = await server();
  const cells = image('file:///etc/passwd') + image('/etc/passwd') + image(`${address}/live`);
  const response = await post('', diagramOf('cat', cells));
  const told = JSON.parse(response.headers.get('mxsvg-diagnostics') ?? '[]') as { code: string }[];
  expect(told.map(({ code }) => code)).toEqual(['missing-image', 'missing-image', 'missing-image']);
  expect(await response.text()).not.toContain('<image');
});

describe('the OpenAPI document', () => {
  test('names every option by which requests are read', async () => {
    const response = await fetch(`${(await server()).address}/openapi.json`);
    const { openapi, paths } = (await response.json()) as {
      openapi: string;
      paths: { '/render': { post: { parameters: { name: string; in: string }[] } } };
    };
    expect(openapi).toMatch(/^3\./);
    const named = paths['/render'].post.parameters.map(({ name }) => name);
    expect(named).toEqual(['format', 'mermaidTheme', ...Object.keys(PARAMETERS)]);
  });

  test('says what each may be, which is what it is read as', () => {
    for (const [name, { schema, formats, read }] of Object.entries(PARAMETERS)) {
      const words = (schema.enum as readonly string[] | undefined) ?? [];
      for (const word of words) expect(read([word])).toBe(word);
      if (schema.type === 'boolean') expect(read(['true'])).toBe(true);
      if (schema.type === 'number')
        expect([read(['1.5']), read(['x']), read([''])]).toEqual([1.5, undefined, undefined]);
      if (words.length === 0) continue;
      const { options } = readPlainRequest(`format=${formats[0]}&${name}=${words[0]}`);
      expect(options).toEqual({ [name]: words[0] });
    }
  });
});

describe('the server itself', () => {
  test('is alive and well, and says in numbers what it did', async () => {
    const { address, log } = await server();
    expect(await (await fetch(`${address}/live`)).text()).toBe('OK');
    const health = await fetch(`${address}/health`);
    expect([health.status, await health.text()]).toEqual([200, 'OK']);
    await post('', seed);
    const numbers = await (await fetch(`${address}/metrics`)).text();
    expect(numbers).toMatch(/^mxsvg_request_seconds_count\{face="plain",status="200"\} [1-9]/m);
    expect(numbers).toMatch(/^mxsvg_drawings_replaced 0$/m);
    expect(log).toContainEqual(
      expect.objectContaining({ face: 'plain', method: 'POST', path: '/render', status: 200 }),
    );
  });
});
