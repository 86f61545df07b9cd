/** Pictures with the option `accessible`, as axe-core finds them in a browser. */
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { render, renderHtml, renderPng, verify } from '../../src/index.js';
import { connectChromium } from '../browser/connect.js';
import { goldenSource } from '../golden/files.js';
import { ORDERS } from './diagram.js';

let browser: Browser;
/** For one document after the other: a page of its own takes longer to open than axe takes to read it. */
let page: Page;

beforeAll(async () => {
  browser = await connectChromium();
  // The documents' own policy would keep axe out of them.
  page = await browser.newPage({ bypassCSP: true });
});

afterAll(() => browser?.close());

/** The ids of the rules that a document breaks. */
async function broken(html: string): Promise<readonly string[]> {
  await page.goto('about:blank');
  await page.setContent(html);
  await page.evaluate(axe.source);
  const results = await page.evaluate('axe.run()');
  return (results as axe.AxeResults).violations.map(({ id }) => id).sort();
}

const pageAround = (...svgs: readonly string[]): string =>
  `<!DOCTYPE html><html lang="en"><head><title>Pictures</title></head><body><main><h1>Pictures</h1>${svgs.join('')}</main></body></html>`;

const INLINE = { accessible: true, idPrefix: 'a-' } as const;

describe('an SVG in a page', () => {
  test('is an image with a title and a description', () => {
    const svg = render(ORDERS, { page: 2, accessible: true });
    expect(svg).toContain(
      ' role="img" aria-labelledby="title" aria-describedby="description"><title id="title">Stock</title><desc id="description">Shapes: Shelf.</desc>',
    );
  });

  test('tells what it shows and how that is connected', () => {
    expect(/<desc[^>]*>([^<]*)<\/desc>/.exec(render(ORDERS, { accessible: true }))?.[1]).toBe(
      'Shapes: Shop (holds Take the order &amp; pay, Ship?); a cylinder; an ellipse (1); an ellipse (2). ' +
        'Connections: an ellipse (2) to Shop; Take the order &amp; pay to Ship?, labelled &quot;paid&quot; and &quot;twice&quot;; ' +
        'Ship? to a cylinder and back; an ellipse (1) to (nothing), labelled &quot;lost&quot;; an ellipse (1) with an ellipse (2).',
    );
  });

  test('tells of the cells that are drawn alone', () => {
    const svg = render(ORDERS, { accessible: true, cells: ['e1', 'e2'] });
    expect(svg).toContain('>Shapes: an ellipse (1); an ellipse (2). Connections: an ellipse (1) with an ellipse (2).<');
  });

  test('is as it was without the option', () => {
    const plain = render(ORDERS);
    expect(plain).not.toMatch(/role=|aria-|<desc/);
    const accessible = render(ORDERS, { accessible: true });
    expect(
      accessible
        .replace(/ role="[^"]*" aria-labelledby="title" aria-describedby="description">.*?<\/desc>/, '>')
        .replace(/ aria-label="[^"]*"/g, ''),
    ).toBe(plain);
  });

  test('keeps its links within reach', () => {
    const svg = render(ORDERS, { accessible: true });
    expect(svg).toContain(' role="graphics-document"');
    expect(svg).toContain('<a href="https://example.com/ship" aria-label="Ship?">');
  });

  test.each(['native', 'outline', 'none'] as const)('breaks no rule with text %s', async (text) => {
    expect(
      await broken(
        pageAround(render(ORDERS, { ...INLINE, text }), render(ORDERS, { ...INLINE, text, page: 2, idPrefix: 'b-' })),
      ),
    ).toEqual([]);
  });

  test('breaks one without the option', async () => {
    const bare = render(ORDERS, { text: 'outline' });
    expect(await broken(pageAround(bare))).toContain('link-name');
  });

  test.each(['seed/deepseek-r1-phases', 'seed/deepseek-r1-training', 'decode/pages'])(
    'breaks none with %s',
    async (name) => {
      expect(await broken(pageAround(render(goldenSource(name), { ...INLINE, theme: 'auto' })))).toEqual([]);
    },
  );
});

describe('an HTML document', () => {
  test('breaks no rule', async () => {
    expect(await broken(renderHtml(ORDERS, { accessible: true }))).toEqual([]);
  });
});

test('a PNG has no use for it', async () => {
  const options = { page: 2, accessible: true } as never;
  expect(await renderPng(ORDERS, options)).toEqual(await renderPng(ORDERS, { page: 2 }));
});

test('an accessible picture that holds its diagram is drawn again as it is', async () => {
  const svg = render(ORDERS, { accessible: true, embedDiagram: 'compressed' });
  expect(await verify(new TextEncoder().encode(svg))).toMatchObject({ state: 'fresh' });
});
