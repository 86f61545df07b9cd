/** Opens outputs in Chromium as a stranger's page would, and watches what they do. */
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../browser/chromium.js';
import { readPng } from './raster.js';
import { sizeOf } from './svg.js';

let browser: Promise<Browser> | undefined;

/** Ends the browser, where one was started. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

interface Outputs {
  readonly svg: string;
  readonly html: string;
  readonly png: Uint8Array;
}

const ADDRESS = 'http://fuzz.invalid/';

/** Pages larger than this aren't looked at for marks, px. */
const LARGEST = 2000;

/** Nor smaller ones, px: resvg draws nothing on a canvas of two pixels. */
const SMALLEST = 3;

/** What the outputs do that they must not: ask for anything, open dialogs, run scripts, or show what the PNG doesn't. */
export async function openInBrowser({ svg, html, png }: Outputs): Promise<readonly string[]> {
  browser ??= launchChromium();
  const context = await (await browser).newContext({ viewport: { width: 800, height: 600 } });
  const problems: string[] = [];
  try {
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      problems.push(`a dialog says ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => problems.push(`a script fails: ${error.message}`));
    const documents = new Map([
      ['document.svg', { contentType: 'image/svg+xml', body: svg }],
      ['inline.html', { contentType: 'text/html; charset=utf-8', body: `<!doctype html><body>${svg}` }],
      ['output.html', { contentType: 'text/html; charset=utf-8', body: html }],
    ]);
    await context.route('**', (route) => {
      const address = route.request().url();
      const document = documents.get(address.replace(ADDRESS, ''));
      if (document) return route.fulfill(document);
      if (!address.endsWith('/favicon.ico')) problems.push(`it asks for ${address.slice(0, 100)}`);
      return route.abort();
    });
    for (const name of documents.keys()) {
      await page.goto(ADDRESS + name);
      problems.push(...(await actingIn(page)).map((each) => `${name}: ${each}`));
      if (name === 'document.svg') problems.push(...(await marksProblem(page, svg, png)));
    }
  } finally {
    await context.close();
  }
  return problems;
}

/** Scripts and handlers in the document as the browser understands it. */
const actingIn = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('*')].flatMap((element) => [
    ...(element.localName === 'script' && element.ownerSVGElement ? ['a script in the picture'] : []),
    ...(element.localName === 'parsererror' ? ['it is not well-formed'] : []),
    ...[...element.attributes].filter(({ name }) => /^on/i.test(name)).map(({ name }) => 'a handler ' + name),
  ])`);

async function marksProblem(page: Page, svg: string, png: Uint8Array): Promise<readonly string[]> {
  const { width, height } = sizeOf(svg);
  if (!(width >= SMALLEST && height >= SMALLEST && width <= LARGEST && height <= LARGEST)) return [];
  await page.setViewportSize({ width: Math.ceil(width), height: Math.ceil(height) });
  const shown = readPng(await page.screenshot({ omitBackground: true })).hasMarks;
  const drawn = readPng(png).hasMarks;
  return shown === drawn
    ? []
    : [`the PNG is ${drawn ? 'not ' : ''}blank, in Chromium the SVG is${shown ? ' not' : ''}`];
}
