/** The face of Kroki's companion, over HTTP. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { render } from '../../src/index.js';
import { golden, isPng } from '../cli/command.js';
import { bytesOf, diagramOf, serverForFile, serverForTest } from './running.js';

const server = serverForFile();
const other = serverForTest();

async function post(path: string, body: string | Uint8Array): Promise<Response> {
  return fetch((await server()).address + path, { method: 'POST', body: body as string });
}

test('XML is drawn as SVG or PNG, without a background', async () => {
  const seed = readFileSync(golden('seed/deepseek-r1-phases.drawio'));
  const svg = await post('/diagramsnet/svg', seed);
  expect(svg.status).toBe(200);
  expect(svg.headers.get('content-type')).toBe('image/svg+xml');
  expect(await svg.text()).toBe(render(seed, { background: 'none', systemFonts: 'named' }));
  const png = await post('/any/prefix/png', seed);
  expect(png.headers.get('content-type')).toBe('image/png');
  expect(isPng(await bytesOf(png))).toBe(true);
});

test('an empty body, and one that is no diagram, are errors in JSON', async () => {
  const empty = await post('/diagramsnet/svg', '');
  expect(empty.status).toBe(400);
  expect(await empty.json()).toEqual({ error: { message: 'Body must not be empty.', name: 'Error', stacktrace: '' } });
  const broken = await post('/diagramsnet/png', '<mxfile>');
  expect(broken.status).toBe(400);
  expect(await broken.json()).toMatchObject({ error: { name: 'SyntaxError', stacktrace: '' } });
});

test('the variables that its images set count: the port, and the length of a body', async () => {
  const { address } = await other(['--face', 'kroki'], { KROKI_MAX_BODY_SIZE: '1kb', KROKI_DIAGRAMNET_PORT: '0' });
  expect(new URL(address).port).not.toBe('8000');
  const ask = (body: string) => fetch(`${address}/diagramsnet/svg`, { method: 'POST', body });
  expect((await ask('x'.repeat(1024))).status).toBe(400);
  const long = await ask(diagramOf('cat', ' '.repeat(1024)));
  expect(long.status).toBe(413);
  expect(await long.json()).toMatchObject({ error: { name: 'Error' } });
  // Other faces aren't there.
  expect((await fetch(`${address}/export`)).status).toBe(404);
  expect((await fetch(`${address}/health`)).status).toBe(200);
});
