/** PNG, JPEG and PDF in a web page, beside what Node draws. */
import path from 'node:path';
import { decode } from 'jpeg-js';
import type { Browser, JSHandle, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserRenderer, comparePng, renderJpeg, renderPdf, renderPng, verify } from '../../src/index.js';
import { goldenSource } from '../golden/files.js';
import { connectChromium } from './connect.js';
import { type ServedProject, serveProject } from './server.js';

const DIST = path.resolve(process.env.MXSVG_COMMAND ?? path.resolve(import.meta.dirname, '../../dist/cli.js'), '..');

let browser: Browser;
let served: ServedProject;
let page: Page;
let renderer: JSHandle<BrowserRenderer>;
const requests: string[] = [];

beforeAll(async () => {
  [browser, served] = await Promise.all([connectChromium(), serveProject(DIST)]);
  page = await browser.newPage();
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(`${served.address}test/browser/`);
  renderer = await page.evaluateHandle<BrowserRenderer>(
    'import("/dist/mxsvg.browser.js").then(({ createBrowserRenderer }) => createBrowserRenderer())',
  );
});
afterAll(async () => {
  await browser?.close();
  served?.close();
});

type Format = 'png' | 'jpeg' | 'pdf';

const inPage = async (format: Format, source: string, options: object = {}): Promise<Buffer> => {
  const bytes = await renderer.evaluate(
    async (drawing, [how, text, given]) => {
      const all = { systemFonts: 'none', now: new Date(0), ...given } as const;
      return Array.from(await drawing[how](text, all));
    },
    [format, source, options] as const,
  );
  return Buffer.from(bytes);
};

const NODE = { systemFonts: 'none', now: new Date(0) } as const;

const cells = (inner: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${inner}</root></mxGraphModel>`;
const cell = (style: string, label = ''): string =>
  cells(
    `<mxCell id="a" value="${label}" style="${style}" vertex="1" parent="1"><mxGeometry width="80" height="60" as="geometry"/></mxCell>`,
  );

const image = (svg: string): string => `shape=image;image=data:image/svg+xml,${Buffer.from(svg).toString('base64')}`;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">';

const SOURCES: Readonly<Record<string, string>> = {
  'a diagram': new TextDecoder().decode(goldenSource('seed/deepseek-r1-phases')),
  'a shadow, and opacity': cell('shadow=1;opacity=50;html=1;rounded=1;fillColor=#dae8fc', 'text'),
  'an SVG image with text and a filter': cell(
    image(
      `${SVG}<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><circle cx="9" cy="9" r="8" filter="url(#f)"/><text x="2" y="25">words</text></svg>`,
    ),
  ),
  'an icon': cell('shape=image;image=img/lib/ibm/users/user.svg'),
};

/** The greatest difference of a channel. */
function difference(one: Uint8Array, other: Uint8Array): number {
  expect(one.length).toBe(other.length);
  return one.reduce((most, value, i) => Math.max(most, Math.abs(value - (other[i] as number))), 0);
}

describe.each(Object.entries(SOURCES))('%s', (_name, source) => {
  test('has the same pixels as PNG', async () => {
    const [here, there] = [
      PNG.sync.read(await inPage('png', source)),
      PNG.sync.read(Buffer.from(await renderPng(source, NODE))),
    ];
    expect([here.width, here.height]).toEqual([there.width, there.height]);
    // The two builds of resvg round differently.
    expect(difference(here.data, there.data)).toBeLessThanOrEqual(1);
  });

  test('has the same pixels as JPEG', async () => {
    const [here, there] = [decode(await inPage('jpeg', source)), decode(await renderJpeg(source, NODE))];
    expect([here.width, here.height]).toEqual([there.width, there.height]);
    expect(difference(here.data, there.data)).toBeLessThanOrEqual(8);
  });

  test('is the same PDF', async () => {
    expect((await inPage('pdf', source)).equals(Buffer.from(await renderPdf(source, NODE)))).toBe(true);
  });
});

describe('in a page', () => {
  test('what writes pictures is loaded by the first of them', async () => {
    const other = await browser.newPage();
    const asked: string[] = [];
    other.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await other.goto(`${served.address}test/browser/`);
    const pictures = (): string[] =>
      asked.filter((name) => /resvg|\.pdf\.js|\.pngPictures\.js|\.jpeg\.js/.test(name)).sort();
    const drawing = await other.evaluateHandle<BrowserRenderer>(
      'import("/dist/mxsvg.browser.js").then(({ createBrowserRenderer }) => createBrowserRenderer())',
    );
    await drawing.evaluate((each, text) => each.render(text), cell(''));
    expect(pictures()).toEqual([]);
    await drawing.evaluate(async (each, text) => (await each.png(text)).length, cell(''));
    expect(pictures()).toEqual([
      '/dist/assets/resvg.wasm',
      '/dist/assets/resvgWorker.js',
      '/dist/mxsvg.browser.pngPictures.js',
    ]);
    await other.close();
  });

  test('several are drawn at once, each as by itself', async () => {
    const sources = Object.values(SOURCES);
    const sizes = await renderer.evaluate(async (drawing, all) => {
      const drawn = await Promise.all(
        all.flatMap((text) => [
          drawing.png(text, { systemFonts: 'none' }),
          drawing.pdf(text, { systemFonts: 'none', now: new Date(0) }),
        ]),
      );
      return drawn.map(({ length }) => length);
    }, sources);
    const alone: number[] = [];
    for (const source of sources) {
      alone.push((await inPage('png', source)).length, (await inPage('pdf', source)).length);
    }
    expect(sizes).toEqual(alone);
  });

  test('a picture of too many pixels is refused, and the next one drawn', async () => {
    const refused = renderer.evaluate(
      (drawing, text) => drawing.png(text, { scale: 1000 }).catch((error) => error.code),
      cell(''),
    );
    expect(await refused).toBe('limit-exceeded');
    expect((await inPage('png', cell(''))).length).toBeGreaterThan(0);
  });

  test('a picture with its diagram inside is verified, and one of changes drawn', async () => {
    const source = cell('', 'a');
    const picture = await inPage('png', source, { embedDiagram: 'compressed' });
    expect((await verify(picture, {})).state).toBe('fresh');
    const state = await renderer.evaluate(
      async (drawing, bytes) => (await drawing.verify(Uint8Array.from(bytes))).state,
      [...picture],
    );
    expect(state).toBe('fresh');
    const changed = cell('', 'b');
    const here = await renderer.evaluate(
      async (drawing, [before, after]) =>
        Array.from(await drawing.comparePng(before as string, after as string, { systemFonts: 'none' })),
      [source, changed],
    );
    const there = PNG.sync.read(Buffer.from(await comparePng(source, changed, { systemFonts: 'none' })));
    expect(difference(PNG.sync.read(Buffer.from(here)).data, there.data)).toBeLessThanOrEqual(1);
  });
});
