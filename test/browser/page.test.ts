/** The example page in headless Chromium: a dropped diagram is drawn as Node draws it, and only what it needs is loaded. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { parseSync } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserRenderer, createRenderer, parse, render } from '../../src/index.js';
import { nodeAssets } from '../../src/platform/node/packagedAssets.js';
import { nodeShaper } from '../../src/platform/node/shaper.js';
import { GOLDEN_OPTIONS, goldenNames, goldenSource, goldenSvg } from '../golden/files.js';
import { connectChromium } from './connect.js';
import { dropFile } from './dropFile.js';
import { type ServedProject, serveProject } from './server.js';

const DIST = path.resolve(process.env.MXSVG_COMMAND ?? path.resolve(import.meta.dirname, '../../dist/cli.js'), '..');

let browser: Browser;
let served: ServedProject;

beforeAll(async () => {
  [browser, served] = await Promise.all([connectChromium(), serveProject(DIST)]);
});
afterAll(async () => {
  await browser?.close();
  served?.close();
});

interface Opened {
  readonly page: Page;
  /** What was asked of the network, by path; other hosts with their names. */
  readonly requests: string[];
  readonly complaints: string[];
}

/** One page for all: it loads the example anew in less than half of the time of a new one. */
let used: Page | undefined;

async function open(): Promise<Opened> {
  used ??= await browser.newPage();
  const page = used;
  for (const event of ['request', 'console', 'pageerror']) page.removeAllListeners(event);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(?:data|blob):/.test(url)) requests.push(url.startsWith(served.address) ? new URL(url).pathname : url);
  });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${served.address}test/browser/`);
  return { page, requests, complaints };
}

const drop = (page: Page, name: string, bytes: Uint8Array): Promise<void> => dropFile(page, '#picture', name, bytes);

/** What a button or link of the page saves. */
async function download(page: Page, selector: string): Promise<Buffer> {
  const [saved] = await Promise.all([page.waitForEvent('download'), page.click(selector)]);
  return buffer(await saved.createReadStream());
}

/** The picture as text, once it is there. */
const drawn = async (page: Page): Promise<string> => (await download(page, '#svg')).toString();

const cell = (style: string, label = ''): Uint8Array =>
  Buffer.from(`<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
  <mxCell id="a" value="${label}" style="${style}" vertex="1" parent="1">
    <mxGeometry width="80" height="60" as="geometry"/></mxCell></root></mxGraphModel>`);

const FIRST = ['/dist/assets/contents.json', '/dist/assets/fonts/Arimo_400Regular.ttf'];

describe('a dropped diagram', () => {
  test('is drawn as Node draws it, page by page', async () => {
    const { page, complaints, requests } = await open();
    const source = goldenSource('decode/pages');
    const { pages } = parse(source);
    await drop(page, 'pages.drawio', source);
    expect(await drawn(page)).toBe(render(source, { theme: 'auto' }));
    expect(await page.locator('#picture > svg').count()).toBe(1);
    expect(await page.locator('#pages button').allTextContents()).toEqual(pages.map(({ name }) => name));
    const before = await page.getAttribute('#svg', 'href');
    await page.locator('#pages button').nth(1).click();
    await page.waitForFunction((old) => document.getElementById('svg')?.getAttribute('href') !== old, before);
    expect(await drawn(page)).toBe(render(source, { page: 2, theme: 'auto' }));
    expect(complaints).toEqual([]);
    expect(requests.filter((each) => !each.startsWith('/'))).toEqual([]);
  });

  test('may be chosen, too', async () => {
    const { page, complaints } = await open();
    const source = goldenSource('seed/deepseek-r1-phases');
    await page.setInputFiles('#file', { name: 'x.drawio', mimeType: '', buffer: Buffer.from(source) });
    expect(await drawn(page)).toBe(render(source, { theme: 'auto' }));
    expect(complaints).toEqual([]);
  });

  test('has its diagnostics listed', async () => {
    const { page } = await open();
    await drop(page, 'x.drawio', cell('shape=mxgraph.nowhere.thing;'));
    await drawn(page);
    expect(await page.locator('#diagnostics li').allTextContents()).toEqual([
      expect.stringMatching(/^missing-stencil \(cell a\): /),
    ]);
  });

  test('that is none is told of, and the next one is drawn', async () => {
    const { page } = await open();
    await drop(page, 'x.drawio', Buffer.from('no diagram'));
    await page.waitForFunction(() => document.getElementById('error')?.textContent !== '');
    await drop(page, 'x.drawio', cell('', 'a'));
    await drawn(page);
    expect(await page.textContent('#error')).toBe('');
  });

  test('is saved as PNG', async () => {
    const { page, complaints } = await open();
    await drop(page, 'x.drawio', cell('', 'a'));
    await drawn(page);
    const png = await download(page, '#png');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([162, 122]);
    expect(complaints).toEqual([]);
  });
});

describe('what is loaded', () => {
  const PAGE_FILES = ['/test/browser/', '/test/browser/page.css', '/test/browser/page.js', '/dist/mxsvg.browser.js'];

  const loadedFor = async (...sources: Uint8Array[]): Promise<readonly string[]> => {
    const { page, requests, complaints } = await open();
    expect(requests.sort()).toEqual([...PAGE_FILES].sort());
    for (const source of sources) {
      await page.evaluate(() => document.getElementById('svg')?.setAttribute('hidden', ''));
      await drop(page, 'x.drawio', source);
      await drawn(page);
    }
    expect(complaints).toEqual([]);
    return requests.filter((each) => !PAGE_FILES.includes(each)).sort();
  };

  test('a plain box needs one font', async () => {
    expect(await loadedFor(cell('', 'plain'))).toEqual(FIRST);
  });

  test('other faces, where text is set in them', async () => {
    const label = '&lt;b&gt;bold&lt;/b&gt; &lt;font face=&quot;Courier New&quot;&gt;code&lt;/font&gt;';
    expect(await loadedFor(cell('html=1;', label))).toEqual([
      ...FIRST,
      '/dist/assets/fonts/Arimo_700Bold.ttf',
      '/dist/assets/fonts/Cousine_400Regular.ttf',
    ]);
  });

  test('a library of stencils, and one of icons, each once', async () => {
    const stencil = cell('shape=mxgraph.aws4.lambda_function;');
    const icon = cell('shape=image;image=img/lib/ibm/users/user.svg;');
    expect(await loadedFor(stencil, icon, stencil)).toEqual([
      FIRST[0],
      FIRST[1],
      '/dist/assets/images/img/lib/ibm.mxa',
      '/dist/assets/stencils/aws4.mxa',
    ]);
  });

  test('HarfBuzz, where letters join', async () => {
    expect(await loadedFor(cell('', 'e&#x301;'))).toEqual([...FIRST, '/dist/assets/harfbuzz.wasm']);
  });

  test('nothing for names that the pack doesn’t have', async () => {
    const icon = cell('shape=image;image=img/lib/nowhere/x.svg;');
    expect(await loadedFor(cell('shape=mxgraph.nowhere.thing;', 'x'), icon)).toEqual(FIRST);
  });
});

describe('the shortest page', () => {
  const minimal = readFileSync(path.join(import.meta.dirname, 'minimal.html'), 'utf8');

  test('shows a diagram that lies beside it', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const source = goldenSource('seed/deepseek-r1-phases');
    await page.route('http://site.test/**', (route) => {
      const { pathname } = new URL(route.request().url());
      const [, packed] = pathname.split('/node_modules/mxsvg/dist/');
      if (packed !== undefined) return route.fulfill({ path: path.join(DIST, packed) });
      if (pathname === '/diagram.drawio') return route.fulfill({ body: Buffer.from(source) });
      return route.fulfill({ contentType: 'text/html', body: `<link rel="icon" href="data:,">${minimal}` });
    });
    await page.goto('http://site.test/');
    const text = await page.waitForSelector('#picture svg text');
    expect(await text.textContent()).not.toBe('');
    expect(await page.locator('#picture svg text').count()).toBe(render(source).split('<text').length - 1);
    expect(complaints).toEqual([]);
  });

  test('is what README.md shows of HTML', () => {
    const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
    const shown = [...readme.matchAll(/^```html\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? '');
    expect(shown.filter((each) => each !== minimal)).toEqual([]);
  });
});

describe('formulas', () => {
  test('are typeset by the script of the asset pack, as Node has them typeset', async () => {
    const { page, complaints } = await open();
    const renderer = await page.evaluateHandle<BrowserRenderer>(
      `import("/dist/mxsvg.browser.js").then(({ createBrowserRenderer, mathJaxFrom }) =>
        createBrowserRenderer({ math: mathJaxFrom('/dist/assets/mathjax.js') }))`,
    );
    const label = '\\(\\frac{a}{b} \\color{green} c\\) and `a^2+b^2` and $$\\sum_{i=1}^n i$$';
    const source = cell('html=1;', label).toString().replace('<mxGraphModel', '<mxGraphModel math="1"');
    const svg = await renderer.evaluate((drawing, diagram) => drawing.render(diagram), source);
    expect(svg).toBe(render(source));
    expect(svg).toContain('aria-label="a^2+b^2"');
    expect(await page.evaluate(() => 'MathJax' in globalThis)).toBe(false);
    expect(complaints).toEqual([]);
  });
});

describe('the bundle', () => {
  test('imports nothing at once, and later only files beside it', () => {
    const file = path.join(DIST, 'mxsvg.browser.js');
    const code = readFileSync(file, 'utf8');
    const { module, errors } = parseSync(file, code);
    expect(errors).toEqual([]);
    expect(module.staticImports).toEqual([]);
    const later = module.dynamicImports.map(({ moduleRequest: { start, end } }) => code.slice(start + 1, end - 1));
    expect(later).toContain('./mxsvg.browser.pdf.js');
    for (const name of later) {
      expect(name).toMatch(/^\.\/mxsvg\.browser\.\w+\.js$/);
      expect(existsSync(path.join(DIST, name))).toBe(true);
    }
  });

  test('can be made by other bundlers from the entry beside it', async () => {
    const { errors, outputFiles } = await build({
      entryPoints: [path.join(DIST, 'browser.js')],
      bundle: true,
      format: 'esm',
      platform: 'browser',
      write: false,
      logLevel: 'error',
      nodePaths: [path.resolve(import.meta.dirname, '../../node_modules')],
    });
    expect(errors).toEqual([]);
    expect(outputFiles[0]?.text).toContain('createBrowserRenderer');
  });

  test('goes with the licences of what is inside', () => {
    const licences = readFileSync(path.join(DIST, 'mxsvg.browser.LICENSES.txt'), 'utf8');
    for (const name of ['parse5', 'pako', 'fast-xml-parser', 'linebreak']) expect(licences).toContain(`${name} `);
  });

  test('draws every golden diagram as Node does, without the machine’s fonts and MathJax', async () => {
    const { page, complaints } = await open();
    const { now } = GOLDEN_OPTIONS;
    const expected = createRenderer(nodeAssets, undefined, { shaper: nodeShaper });
    // As text: what compiles this file would put something else in place of import().
    const renderer = await page.evaluateHandle<BrowserRenderer>(
      'import("/dist/mxsvg.browser.js").then(({ createBrowserRenderer }) => createBrowserRenderer())',
    );
    const goldens = goldenNames().map((name) => ({
      name,
      source: Buffer.from(goldenSource(name)).toString('base64'),
      golden: goldenSvg(name),
    }));
    await page.route('**/goldens.json', (route) => route.fulfill({ json: goldens }));
    // What its golden shows Node draws: it is drawn again only where fonts are embedded, or formulas stay text.
    const others = await renderer.evaluate(async (drawing, time) => {
      const found: { name: string; embedFonts: boolean; svg: string }[] = [];
      for (const { name, source, golden } of (await (await fetch('/goldens.json')).json()) as typeof goldens) {
        const embedFonts = name.startsWith('text/');
        const bytes = Uint8Array.from(atob(source), (character) => character.charCodeAt(0));
        const svg = await drawing.render(bytes, { now: new Date(time), embedFonts });
        if (svg !== golden) found.push({ name, embedFonts, svg });
      }
      return found;
    }, now.toISOString());
    const different = others
      .filter(({ name, embedFonts, svg }) => svg !== expected.render(goldenSource(name), { now, embedFonts }))
      .map(({ name }) => name);
    expect(different).toEqual([]);
    expect(complaints).toEqual([]);
    // Hundreds of drawings.
  }, 600_000);
});
