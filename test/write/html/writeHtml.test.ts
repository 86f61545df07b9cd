/** The HTML output: a document on its own, in a real browser. */
import { createHash } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContainer } from '../../../src/decode/container.js';
import { parseXml } from '../../../src/decode/xml.js';
import { parse, render } from '../../../src/index.js';
import { mxfileXml } from '../../../src/write/file/mxfile.js';
import { VIEWER_SCRIPT, VIEWER_SCRIPT_HASH } from '../../../src/write/html/htmlScript.js';
import { type HtmlOptions, writeHtml } from '../../../src/write/html/writeHtml.js';
import { connectChromium } from '../../browser/connect.js';
import { goldenSource } from '../../golden/files.js';

const source = goldenSource('decode/pages');
const pagesOf = (diagram: string | Uint8Array): HtmlOptions['pages'] =>
  parse(diagram).pages.map(({ name }, index) => ({
    name,
    svg: render(diagram, { page: index + 1, idPrefix: `p${index + 1}-` }),
  }));
const pages = pagesOf(source);
const diagramXml = mxfileXml(readContainer(source));
const sample = writeHtml({ title: 'A & <b>', pages, diagramXml });
const svgOf = (size: number, content = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">${content}</svg>`;

describe('the document', () => {
  test('is well-formed XML, as draw.io reads it', () => {
    expect(parseXml(sample).name).toBe('html');
  });

  test('holds the diagram, which can be read again', () => {
    expect(mxfileXml(readContainer(sample))).toBe(diagramXml);
    expect(writeHtml({ title: '', pages })).not.toContain('class="mxgraph"');
  });

  test('names its script by the right hash', () => {
    expect(VIEWER_SCRIPT_HASH).toBe(`'sha256-${createHash('sha256').update(VIEWER_SCRIPT).digest('base64')}'`);
  });

  test('has tabs only for several pages', () => {
    expect(pages.length).toBeGreaterThan(1);
    expect(sample.match(/<a id="tab-/g)).toHaveLength(pages.length);
    expect(writeHtml({ title: '', pages: pages.slice(0, 1) })).not.toContain('<nav');
  });

  test('escapes its title, and leaves out what stands before an svg element', () => {
    const html = writeHtml({
      title: '</title><i>',
      pages: [{ name: '"x"', svg: `<?xml version="1.0"?>\n${svgOf(9)}` }],
    });
    expect(html).toContain('<title>&lt;/title&gt;&lt;i&gt;</title>');
    expect(html).not.toContain('<?xml');
    expect(parseXml(html).name).toBe('html');
  });
});

const ADDRESS = 'http://diagram.test/';
let browser: Browser;

beforeAll(async () => {
  browser = await connectChromium();
});
afterAll(() => browser?.close());

interface Opened {
  readonly page: Page;
  /** What the console shows, and what was asked of the network beside the document. */
  readonly complaints: string[];
}

async function open(html: string, options: BrowserContextOptions = {}, hash = ''): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 800, height: 600 }, ...options });
  const complaints: string[] = [];
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.split('#')[0] === ADDRESS) return route.fulfill({ contentType: 'text/html', body: html });
    complaints.push(url);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(ADDRESS + hash);
  return { page, complaints };
}

/** The numbers of the sections that can be seen. */
const visible = (page: Page): Promise<number[]> =>
  page.$$eval('section', (sections) => sections.flatMap((each, index) => (each.checkVisibility() ? [index + 1] : [])));

const level = (page: Page): Promise<number> =>
  page.$eval('[data-level]', (element) => Number.parseFloat(element.textContent ?? ''));

const boxOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });

describe('in a browser', () => {
  test('it shows the first page, complains of nothing and asks for nothing', async () => {
    const { page, complaints } = await open(sample);
    await expect.poll(() => visible(page)).toEqual([1]);
    expect(await page.title()).toBe('A & <b>');
    expect(complaints).toEqual([]);
  });

  test('tabs switch pages, by pointer, by keys and by address', async () => {
    const { page, complaints } = await open(sample);
    await page.getByRole('tab').nth(1).click();
    await expect.poll(() => visible(page)).toEqual([2]);
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe(pages[1]?.name);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => visible(page)).toEqual([1]);
    await page.keyboard.press('End');
    await expect.poll(() => visible(page)).toEqual([pages.length]);
    expect(await page.evaluate('document.activeElement.id')).toBe(`tab-${pages.length}`);
    await page.keyboard.press('Home');
    await page.keyboard.press('PageDown');
    await expect.poll(() => visible(page)).toEqual([2]);
    await page.goBack();
    await expect.poll(() => visible(page)).toEqual([1]);
    expect(complaints).toEqual([]);
    const second = await open(sample, {}, '#page-2');
    await expect.poll(() => visible(second.page)).toEqual([2]);
  });

  test('it can begin in its own size, and go without buttons', async () => {
    const large = [{ name: 'x', svg: svgOf(3000) }];
    const own = await open(writeHtml({ title: '', pages: large, fit: false }));
    await expect.poll(() => level(own.page)).toBe(100);
    const bare = await open(writeHtml({ title: '', pages: large, fit: false, zoomControls: false }));
    await expect.poll(() => boxOf(bare.page, 'svg')).toMatchObject({ width: 3000 });
    expect(await bare.page.getByRole('button').count()).toBe(0);
    expect([...own.complaints, ...bare.complaints]).toEqual([]);
  });

  test('links light up under the pointer, and one leads to an editor', async () => {
    const link = svgOf(300, '<a href="https://example.org/"><rect width="90" height="90"/></a>');
    const pages = [{ name: 'x', svg: link }];
    const html = writeHtml({ title: '', pages, linkColor: '#ff0000', editLink: 'https://example.org/?a=1&b=2' });
    expect(parseXml(html).name).toBe('html');
    const { page, complaints } = await open(html);
    await page.hover('.sheet a');
    expect(await page.$eval('.sheet a', (element) => getComputedStyle(element).outlineColor)).toBe('rgb(255, 0, 0)');
    const edit = page.getByRole('link', { name: 'Edit' });
    expect(await edit.getAttribute('href')).toBe('https://example.org/?a=1&b=2');
    expect(complaints).toEqual([]);
  });

  test('buttons and keys zoom', async () => {
    const { page } = await open(writeHtml({ title: '', pages: [{ name: 'x', svg: svgOf(3000) }] }));
    const fitted = await level(page);
    expect(fitted).toBeLessThan(20);
    const sheet = await boxOf(page, '.sheet');
    expect(sheet.y + sheet.height).toBeLessThanOrEqual(600);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    expect((await level(page)) / fitted).toBeCloseTo(1.25, 0);
    await page.getByRole('button', { name: 'Zoom out' }).click();
    expect(await level(page)).toBe(fitted);
    await page.keyboard.press('1');
    expect(await level(page)).toBe(100);
    expect((await boxOf(page, '.sheet svg')).width).toBe(3000);
    await page.keyboard.press('0');
    expect(await level(page)).toBe(fitted);
    await page.keyboard.press('+');
    expect(await level(page)).toBeGreaterThan(fitted);
    await page.keyboard.press('-');
    await page.getByText('Fit').click();
    expect(await level(page)).toBe(fitted);
  });

  test('the wheel zooms around the pointer', async () => {
    const { page } = await open(writeHtml({ title: '', pages: [{ name: 'x', svg: svgOf(3000) }] }));
    const place = async () => {
      const { x, y, width } = await boxOf(page, '.sheet svg');
      return { x: (400 - x) / width, y: (300 - y) / width, width };
    };
    const before = await place();
    await page.mouse.move(400, 300);
    await page.mouse.wheel(0, -200);
    const after = await place();
    expect(after.width).toBeGreaterThan(before.width * 1.3);
    expect(after.x).toBeCloseTo(before.x, 3);
    expect(after.y).toBeCloseTo(before.y, 3);
  });

  test('dragging moves the page, never out of sight, and clicks no link', async () => {
    const link = '<a href="#page-2"><rect width="3000" height="3000"/></a>';
    const { page } = await open(
      writeHtml({
        title: '',
        pages: [
          { name: 'x', svg: svgOf(3000, link) },
          { name: 'y', svg: svgOf(10) },
        ],
      }),
    );
    await page.keyboard.press('1');
    const before = await boxOf(page, '.sheet');
    await page.mouse.move(400, 300);
    await page.mouse.down();
    await page.mouse.move(430, 340, { steps: 4 });
    await page.mouse.up();
    const after = await boxOf(page, '.sheet');
    expect([after.x - before.x, after.y - before.y]).toEqual([30, 40]);
    await expect.poll(() => visible(page)).toEqual([1]);
    await page.mouse.down();
    await page.mouse.move(20_000, 340, { steps: 2 });
    await page.mouse.up();
    expect((await boxOf(page, '.sheet')).x).toBeLessThan(800);
    await page.keyboard.press('0');
    await page.mouse.click(400, 320);
    await expect.poll(() => visible(page)).toEqual([2]);
  });

  test('two fingers zoom', async () => {
    const { page } = await open(writeHtml({ title: '', pages: [{ name: 'x', svg: svgOf(1000) }] }), { hasTouch: true });
    const before = await level(page);
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: number[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((x, id) => ({ x, y: 300, id })) });
    await touch('touchStart', 390, 410);
    await touch('touchMove', 340, 410);
    await touch('touchMove', 340, 460);
    await touch('touchEnd');
    expect(await level(page)).toBeGreaterThan(before * 2);
  });

  test('a page keeps its place while another is shown, and fits a new size of the window', async () => {
    const { page } = await open(sample);
    await page.keyboard.press('+');
    const zoomed = await level(page);
    await page.getByRole('tab').nth(1).click();
    await page.getByRole('tab').nth(0).click();
    expect(await level(page)).toBe(zoomed);
    await page.keyboard.press('0');
    await page.setViewportSize({ width: 200, height: 150 });
    await expect.poll(() => level(page)).toBeLessThan(zoomed);
  });

  test('pages stand one below the other without scripts', async () => {
    const { page } = await open(sample, { javaScriptEnabled: false });
    const boxes = await Promise.all(pages.map((_, index) => page.locator(`#page-${index + 1} svg`).boundingBox()));
    boxes.slice(1).forEach((box, index) => {
      expect(box?.y).toBeGreaterThanOrEqual((boxes[index]?.y ?? 0) + (boxes[index]?.height ?? 0));
    });
    expect(await page.locator('.tools').isVisible()).toBe(false);
    expect(await page.locator('h2').allTextContents()).toEqual(pages.map(({ name }) => name));
  });

  test('all pages print, each on a sheet of its own, whatever was zoomed', async () => {
    const { page } = await open(sample);
    await page.keyboard.press('+');
    const pdf = await page.pdf();
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(pages.length);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => visible(page)).toEqual(pages.map((_, index) => index + 1));
    expect(await page.locator('header').isVisible()).toBe(false);
  });

  test('the background follows the reader’s colours, the paper only where the pictures do', async () => {
    const background = (page: Page, selector: string) =>
      page.$eval(selector, (element) => getComputedStyle(element).backgroundColor);
    const { page } = await open(sample, { colorScheme: 'light' });
    const light = await background(page, 'body');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background(page, 'body')).not.toBe(light);
    expect(await background(page, '.sheet')).toBe('rgb(255, 255, 255)');
    const themed = (theme: HtmlOptions['theme'], colorScheme: 'light' | 'dark') =>
      open(writeHtml({ title: '', pages, theme }), { colorScheme });
    const auto = (await themed('auto', 'dark')).page;
    expect(await background(auto, '.sheet')).toBe('rgb(18, 18, 18)');
    await auto.emulateMedia({ colorScheme: 'light' });
    expect(await background(auto, '.sheet')).toBe('rgb(255, 255, 255)');
    expect(await background((await themed('dark', 'light')).page, '.sheet')).toBe('rgb(18, 18, 18)');
  });

  test('nothing foreign runs or loads, even if a picture had it', async () => {
    const hostile =
      '<script>document.title="run"</script><rect width="9" height="9" onclick="document.title=1"/>' +
      '<image href="http://elsewhere.test/a.png" width="9" height="9"/>' +
      '<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="http://elsewhere.test/"/></foreignObject>';
    const { page, complaints } = await open(
      writeHtml({ title: 'Calm', pages: [{ name: 'x', svg: svgOf(100, hostile) }] }),
    );
    expect(await page.title()).toBe('Calm');
    expect(complaints.length).toBeGreaterThan(0);
    // Each is a refusal by the policy, and no request.
    expect(complaints.filter((each) => !/Content Security Policy/.test(each))).toEqual([]);
  });
});
