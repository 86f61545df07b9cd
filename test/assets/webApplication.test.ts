/** In a browser, a web application's address gives stencils and icons before the bundled ones. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowserRenderer, type Diagnostic, render } from '../../src/index.js';
import { WEB_APPLICATION } from './archives.js';
import { iconsIn } from './places.js';

const COMMAND = process.env.MXSVG_COMMAND ?? path.resolve(import.meta.dirname, '../../dist/cli.js');
const PACK = path.join(path.dirname(COMMAND), 'assets');

const cell = (style: string): string => `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
  <mxCell id="a" style="${style}" vertex="1" parent="1"><mxGeometry width="100" height="100" as="geometry"/></mxCell>
</root></mxGraphModel>`;

describe('a web application', () => {
  let server: Server;
  let base = '';
  let requests: string[] = [];
  const types = { '.svg': 'image/svg+xml', '.xml': 'text/xml' } as Readonly<Record<string, string>>;
  beforeAll(async () => {
    server = createServer(async ({ url = '' }, response) => {
      requests.push(url);
      const [, top, name = ''] = /^\/(pack|draw|spa|down)\/(.*)$/.exec(url) ?? [];
      if (top === 'pack') return response.end(await readFile(path.join(PACK, name)));
      if (top === 'down') return response.writeHead(503).end();
      const file = WEB_APPLICATION[decodeURIComponent(name)];
      if (file !== undefined) return response.writeHead(200, { 'content-type': types[path.extname(name)] }).end(file);
      if (top === 'spa') return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>home');
      response.writeHead(404).end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
  });

  async function drawn(style: string, where: string): Promise<{ svg: string; codes: string[] }> {
    const diagnostics: Diagnostic[] = [];
    const renderer = createBrowserRenderer({ assets: `${base}/pack`, webApplication: `${base}/${where}` });
    const svg = await renderer.render(cell(style), { diagnostics });
    return { svg, codes: diagnostics.map(({ code }) => code) };
  }

  test('gives stencils and icons', async () => {
    const stencil = await drawn('shape=mxgraph.novelty.shapes.odd_box;', 'draw');
    expect(stencil.codes).toEqual([]);
    expect(stencil.svg).toContain('width="60" height="60"');
    const icon = await drawn('shape=image;image=img/lib/own/dot.svg;', 'draw/');
    expect(icon.codes).toEqual([]);
    expect(iconsIn(icon.svg)).toEqual([expect.stringContaining('<circle cx="4"')]);
  });

  test.each(['draw', 'spa'])('leaves what it lacks to the bundled ones (%s)', async (where) => {
    const style = 'shape=mxgraph.cisco.routers.router;';
    expect(await drawn(style, where)).toEqual({ svg: render(cell(style)), codes: [] });
    expect((await drawn('shape=mxgraph.novelty.shapes.none;', where)).codes).toEqual(['missing-stencil']);
  });

  test('is asked for each file once, and for nothing that a diagram doesn’t name', async () => {
    const renderer = createBrowserRenderer({ assets: `${base}/pack`, webApplication: `${base}/draw` });
    requests = [];
    await renderer.render(cell('rounded=1;'));
    expect(requests.filter((url) => url.startsWith('/draw'))).toEqual([]);
    const source = cell('shape=mxgraph.novelty.shapes.odd_box;');
    await Promise.all([renderer.render(source), renderer.render(source)]);
    await renderer.render(source);
    expect(requests.filter((url) => url.startsWith('/draw'))).toEqual(['/draw/stencils/novelty/shapes.xml']);
  });

  test('that is down is an error, not a picture without its shapes', async () => {
    await expect(drawn('shape=mxgraph.novelty.shapes.odd_box;', 'down')).rejects.toThrow(/down\/stencils.*503/);
  });
});
