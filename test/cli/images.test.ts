/** Images beside a diagram and in the network: read or fetched only where that is allowed, and held to bounds. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { fetchImages } from '../../src/cli/images/remoteImages.js';
import type { Diagnostic } from '../../src/diagnostics.js';
import { DEFAULT_LIMITS } from '../../src/limits.js';
import { commandPlace } from './command.js';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const PNG = Buffer.from(PIXEL, 'base64');

const showing = (...addresses: readonly string[]): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${addresses
    .map(
      (address, i) =>
        `<mxCell id="c${i}" style="shape=image;image=${address}" vertex="1" parent="1"><mxGeometry x="${50 * i}" width="40" height="40" as="geometry"/></mxCell>`,
    )
    .join('')}</root></mxGraphModel>`;

describe('images beside a diagram', () => {
  const place = commandPlace();

  test('are read from the folders that are allowed, and from no others', async () => {
    for (const folder of ['docs', 'docs/pictures', 'secret']) mkdirSync(place.at(folder));
    writeFileSync(place.at('docs/pictures/a b.png'), PNG);
    writeFileSync(
      place.at('docs/b.svg'),
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
    );
    writeFileSync(place.at('secret/c.png'), PNG);
    writeFileSync(place.at('docs/text.png'), 'no image');
    symlinkSync(place.at('secret/c.png'), place.at('docs/link.png'));
    const source = showing('pictures/a%20b.png', 'b.svg', '../secret/c.png', 'link.png', 'text.png', 'gone.png');
    writeFileSync(place.at('docs/x.drawio'), source);

    expect((await place.run(['docs/x.drawio', '-o', 'x.svg', '--allow-files', 'docs'])).errors.split('\n')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/"\.\.\/secret\/c\.png" lies outside/),
        expect.stringMatching(/"link\.png" lies outside/),
        expect.stringMatching(/"text\.png" is of no kind of image/),
        expect.stringMatching(/"gone\.png" is not read: there is no such file/),
      ]),
    );
    const svg = place.read('x.svg');
    expect(svg.match(/<image /g)).toHaveLength(2);
    expect(svg).toContain(PIXEL);

    expect((await place.run(['docs/x.drawio', '-o', 'y.svg'])).errors).toMatch(
      /not in the asset pack.*\n.*--allow-files names, and fetched with --allow-net\.\n$/,
    );
    expect(place.read('y.svg')).not.toContain('<image ');
  });

  test.skipIf(process.platform === 'win32')('are files: nothing waits for a pipe', async () => {
    writeFileSync(place.at('x.drawio'), showing('pipe.png'));
    execFileSync('mkfifo', [place.at('pipe.png')]);
    expect((await place.run(['x.drawio', '-o', 'x.svg', '--allow-files', '.'])).errors).toContain(
      '"pipe.png" is no file',
    );
  });

  test('need a folder that is there, and addresses of the own network stay unasked', async () => {
    writeFileSync(place.at('x.drawio'), showing('http://127.0.0.1:9/a.png'));
    expect(await place.run(['x.drawio', '--allow-files', 'gone'])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('A folder is expected'),
    });
    expect((await place.run(['x.drawio', '--allow-net'])).errors).toMatch(
      /"http:\/\/127\.0\.0\.1:9\/a\.png" is not fetched/,
    );
  });
});

describe('images of the network', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  async function serving(answer: RequestListener): Promise<string> {
    server = createServer(answer);
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async function fetched(addresses: readonly string[], options: { allowPrivate?: boolean; imageBytes?: number } = {}) {
    const said: Diagnostic[] = [];
    const { allowPrivate = true, imageBytes = DEFAULT_LIMITS.imageBytes } = options;
    const found = await fetchImages(addresses, {
      limits: { ...DEFAULT_LIMITS, imageBytes },
      report: (diagnostic) => said.push(diagnostic),
      allowPrivate,
    });
    return { found, said: said.map(({ message }) => message) };
  }

  test('become data, redirections followed', async () => {
    const origin = await serving(({ url }, response) => {
      if (url === '/moved') response.writeHead(302, { location: '/a.png' }).end();
      else response.end(PNG);
    });
    const { found, said } = await fetched([`${origin}/a.png`, `${origin}/moved`]);
    expect([...found.values()]).toEqual([`data:image/png;base64,${PIXEL}`, `data:image/png;base64,${PIXEL}`]);
    expect(said).toEqual([]);
  });

  test.each<[string, RequestListener, RegExp]>([
    ['isn’t there', (_, response) => response.writeHead(404).end(), /answers 404/],
    ['is no image', (_, response) => response.end('<html>'), /no kind of image/],
    ['is too large', (_, response) => response.end(Buffer.alloc(5000)), /larger than the limit/],
    ['is redirected for ever', (_, response) => response.writeHead(301, { location: '/' }).end(), /again and again/],
    ['leads to a file', (_, response) => response.writeHead(301, { location: 'file:///etc' }).end(), /no protocol/],
  ])('one that %s is told of', async (_, answer, message) => {
    const { found, said } = await fetched([`${await serving(answer)}/a.png`], { imageBytes: 4000 });
    expect(found.size).toBe(0);
    expect(said).toEqual([expect.stringMatching(message)]);
  });

  test.each(['127.0.0.1', 'localhost', '[::1]', '2130706433', '[::ffff:127.0.0.1]'])(
    'are not asked for on %s, a redirection there included',
    async (host) => {
      let asked = 0;
      const origin = await serving((_, response) => {
        asked++;
        response.end(PNG);
      });
      const { found, said } = await fetched([origin.replace('127.0.0.1', host)], { allowPrivate: false });
      expect([found.size, asked]).toEqual([0, 0]);
      expect(said).toEqual([expect.stringMatching(/is not fetched: \S+ is no address of the public network\.$/)]);
    },
  );
});
