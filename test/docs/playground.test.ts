/** The site as it is built, and its playground in Chromium: drawn as one types, dropped, zoomed, saved, on a phone, by keys. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderPng } from '../../src/index.js';
import { connectChromium } from '../browser/connect.js';
import { dropFile } from '../browser/dropFile.js';
import { golden, isPng, PROJECT } from '../cli/command.js';
import { type ServedSite, serveSite } from './site.js';

/** A site that is there already, in place of one built for this test. */
const BUILT = process.env.MXSVG_SITE;
const BUILD_TIME = 900_000;

let folder = '';
let browser: Browser;
let site: ServedSite;

beforeAll(async () => {
  folder = BUILT ?? mkdtempSync(path.join(tmpdir(), 'mxsvg-site-'));
  if (BUILT === undefined) {
    const words = ['node_modules/vitepress/bin/vitepress.js', 'build', 'docs', '--outDir', folder];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: PROJECT, encoding: 'utf8' });
    expect({ status, told: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, told: '' });
  }
  [browser, site] = await Promise.all([connectChromium(), serveSite(folder)]);
}, BUILD_TIME);
afterAll(async () => {
  await browser?.close();
  site?.close();
  if (BUILT === undefined) rmSync(folder, { recursive: true, force: true });
});

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

interface Opened {
  readonly page: Page;
  /** What the page complained of, and what it asked of other hosts. */
  readonly complaints: string[];
}

/** A page for tests: what it complains of goes into the list that it is opened with. */
async function newPage(viewport: typeof DESKTOP, colorScheme: 'light' | 'dark') {
  const context = await browser.newContext({
    viewport,
    colorScheme,
    hasTouch: viewport === PHONE,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const opened = { page, complaints: [] as string[] };
  const complain = (words: string): unknown => opened.complaints.push(words);
  page.on('console', (message) => message.type() === 'error' && complain(message.text()));
  page.on('pageerror', (error) => complain(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(site.address) && !/^(?:data|blob):/.test(request.url())) complain(request.url());
    if (request.method() !== 'GET') complain(`${request.method()} ${request.url()}`);
  });
  return opened;
}

/** The page of most tests: one that loads the playground again does so in a third of the time of a new one. */
let desktop: ReturnType<typeof newPage> | undefined;

async function open(viewport = DESKTOP, colorScheme: 'light' | 'dark' = 'light'): Promise<Opened> {
  const isUsual = viewport === DESKTOP && colorScheme === 'light';
  if (isUsual) desktop ??= newPage(viewport, colorScheme);
  const opened = await ((isUsual && desktop) || newPage(viewport, colorScheme));
  opened.complaints = [];
  await opened.page.goto(`${site.address}playground`);
  await opened.page.waitForSelector('.picture svg');
  return { ...opened };
}

/** What the picture shows, once it has these words. */
async function shows(page: Page, words: string): Promise<void> {
  await page.waitForFunction((text) => document.querySelector('.picture svg')?.textContent?.includes(text), words);
}

const percent = async (page: Page): Promise<number> => Number.parseInt((await page.textContent('.percent')) ?? '', 10);

const type = (page: Page, text: string): Promise<void> => page.fill('textarea', text);

const drop = (page: Page, name: string, bytes: Uint8Array): Promise<void> => dropFile(page, '.playground', name, bytes);

async function download(page: Page, title: string): Promise<{ name: string; bytes: Buffer }> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.click(`button[aria-label="Download ${title}"]`),
  ]);
  return { name: saved.suggestedFilename(), bytes: await buffer(await saved.createReadStream()) };
}

test('the pages of the site are there, with diagrams drawn in them', () => {
  const architecture = readFileSync(path.join(folder, 'architecture.html'), 'utf8');
  expect(architecture).toMatch(/<div class="mxsvg-block"><svg [^>]*class="mxsvg"/);
  expect(architecture).toContain('>decode</text>');
  const [, address = ''] =
    /<img src="\/(assets\/review\.[\w-]+\.svg)"/.exec(readFileSync(path.join(folder, 'doors/vite.html'), 'utf8')) ?? [];
  expect(readFileSync(path.join(folder, address), 'utf8')).toContain('a draft');
  for (const page of ['index', 'start', 'rules', 'doors/vite'])
    expect(existsSync(path.join(folder, `${page}.html`))).toBe(true);
});

describe('the playground', () => {
  test('begins with a diagram, and loads nothing from elsewhere', async () => {
    const { page, complaints } = await open();
    await shows(page, 'Web shop');
    await page.waitForSelector('.fine');
    expect(complaints).toEqual([]);
  });

  test('draws Mermaid as one types, and tells what is wrong with it', async () => {
    const { page, complaints } = await open();
    await type(page, 'flowchart LR\n  a[Alpha] --> b[Beta]');
    await shows(page, 'Beta');
    expect(await page.textContent('.badge')).toBe('Mermaid');
    expect(await page.textContent('.command code')).toBe('npx mxsvg diagram.mmd --theme auto -o diagram.svg');
    await type(page, 'flowchart LR\n  a[Alpha] -->');
    await page.waitForSelector('.error');
    expect(await page.textContent('.error')).toMatch(/line 2/);
    await type(page, 'flowchart LR\n  a[Alpha] --> c[Gamma]');
    await shows(page, 'Gamma');
    expect(await page.$('.error')).toBeNull();
    expect(complaints).toEqual([]);
  });

  test('shows dropped files: draw.io, and pictures with a diagram inside', async () => {
    const { page } = await open();
    await drop(page, 'my pages.drawio', readFileSync(golden('decode/pages.drawio')));
    await shows(page, 'Size 100%');
    await page.click('[role=tab]:has-text("Third")');
    await shows(page, 'The third page');
    expect(await page.textContent('.command code')).toBe(
      "npx mxsvg 'my pages.drawio' -p 3 --theme auto -o 'my pages.svg'",
    );
    await drop(
      page,
      'picture.png',
      await renderPng(readFileSync(golden('decode/pages.drawio')), { embedDiagram: 'compressed' }),
    );
    await shows(page, 'Size 100%');
    expect(await page.inputValue('textarea')).toContain('<mxfile');
    await drop(page, 'broken.png', Buffer.from('no picture'));
    await page.waitForSelector('.error:has-text("broken.png")');
  });

  test('tells what is not drawn faithfully, and advises', async () => {
    const { page } = await open();
    await type(
      page,
      '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="odd" style="shape=nosuchshape" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell><mxCell id="e" edge="1" parent="1" source="odd" target="gone"><mxGeometry relative="1" as="geometry"/></mxCell></root></mxGraphModel>',
    );
    await page.waitForSelector('.told li');
    const told = await page.textContent('.told');
    expect(told).toContain('unknown-shape, cell odd');
    expect(told).toContain('Advice:');
  });

  test('saves SVG, PNG and PDF, and copies the command', async () => {
    const { page } = await open();
    await page.selectOption('select[aria-label=Theme]', 'light');
    const svg = await download(page, 'SVG');
    expect(svg.name).toBe('service.svg');
    expect(svg.bytes.toString()).toMatch(/^<svg xmlns[\s\S]*>Web shop</);
    const pdf = await download(page, 'PDF');
    expect(pdf.name).toBe('service.pdf');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const png = await download(page, 'PNG');
    expect(png.name).toBe('service.png');
    expect(isPng(png.bytes)).toBe(true);
    const width = Number(/width="([\d.]+)/.exec(svg.bytes.toString())?.[1]);
    expect(png.bytes.readUInt32BE(16)).toBe(2 * width);
    await page.click('.command button');
    await page.waitForSelector('.command button:has-text("Copied")');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'npx mxsvg service.drawio -p 1 -s 2 -o service.png',
    );
  });

  test('is light and dark', async () => {
    const { page } = await open(DESKTOP, 'dark');
    const fill = () => page.$eval('.picture svg rect', (rect) => getComputedStyle(rect).fill);
    const dark = await fill();
    await page.selectOption('select[aria-label=Theme]', 'light');
    await page.waitForFunction(() => document.querySelector('.picture svg rect')?.getAttribute('fill') === '#dae8fc');
    expect(await fill()).not.toBe(dark);
  });

  test('is zoomed and moved, with the wheel, buttons, drags and keys', async () => {
    const { page } = await open();
    await page.waitForFunction(() => document.querySelector('.percent')?.textContent?.includes('100'));
    await page.click('button[aria-label="Zoom in"]');
    expect(await percent(page)).toBe(125);
    await page.focus('.frame');
    await page.keyboard.press('-');
    await page.keyboard.press('-');
    expect(await percent(page)).toBe(80);
    const place = () => page.$eval('.picture', (element) => element.getBoundingClientRect().x);
    const before = await place();
    await page.keyboard.press('ArrowLeft');
    expect(await place()).toBe(before + 40);
    const box = await page.locator('.frame').boundingBox();
    const [x, y] = [(box?.x ?? 0) + 200, (box?.y ?? 0) + 200];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 30, y + 10, { steps: 3 });
    await page.mouse.up();
    expect(await place()).toBe(before + 70);
    await page.mouse.wheel(0, -200);
    await page.waitForFunction(() => Number.parseInt(document.querySelector('.percent')?.textContent ?? '', 10) > 100);
    await page.focus('.frame');
    await page.keyboard.press('0');
    expect(await percent(page)).toBe(100);
  });

  test('is used by keys alone', async () => {
    const { page } = await open();
    await page.focus('[role=tab][aria-selected=true]');
    await page.keyboard.press('ArrowRight');
    await shows(page, 'Cancelled');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('States of an order');
    const reached = new Set<string>();
    await page.focus('textarea');
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      reached.add(
        await page.evaluate(
          () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '',
        ),
      );
    }
    for (const name of ['Theme', 'Download SVG', 'Download PNG', 'Download PDF', 'Zoom in', 'Copy'])
      expect([...reached]).toContain(name);
  });

  test('fits a phone, and has no fault that axe finds', async () => {
    const { page } = await open(PHONE);
    await page.waitForSelector('.fine');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    const small = await page.$$eval('.playground button, .playground select', (elements) =>
      elements.filter((element) => element.getBoundingClientRect().height < 34).map((element) => element.textContent),
    );
    expect(small).toEqual([]);
    await page.addScriptTag({ content: axe.source });
    const faults = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run('.playground');
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(faults).toEqual([]);
  });
});
