/** What the fuzzer sees in Chromium: requests, dialogs, handlers, and pictures that are blank. */
import { afterAll, describe, expect, test } from 'vitest';
import { render, renderHtml, renderPng } from '../../src/index.js';
import { closeBrowser, openInBrowser } from './oracles/browser.js';

const page = (style: string, value: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="${value}" style="html=1;${style}" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell></root></mxGraphModel>`;
const SOURCE = page('fillColor=#ff0000;shadow=1', 'Text');
const SVG = render(SOURCE);

describe('Chromium', () => {
  afterAll(closeBrowser);
  const html = renderHtml(SOURCE);

  test('shows what is harmless', async () => {
    expect(await openInBrowser({ svg: SVG, html, png: await renderPng(SOURCE) })).toEqual([]);
  });

  test.each([
    ['asks for something', '<image xlink:href="http://example.invalid/x.png" width="9" height="9"/>', /asks for/],
    ['opens a dialog', '<script>alert(1)</script>', /dialog|script/],
    ['has a handler', '<g onclick="x()"/>', /handler/],
    ['loads by a style', '<rect width="9" height="9" style="fill:u\\72l(http://example.invalid/y)"/>', /asks for/],
  ])('sees what %s', async (_name, markup, message) => {
    const svg = SVG.replace('</svg>', `${markup}</svg>`);
    expect((await openInBrowser({ svg, html, png: await renderPng(SOURCE) })).join()).toMatch(message);
  });

  test('sees a picture that is blank in one of both', async () => {
    const png = await renderPng(page('fillColor=none;strokeColor=none', ''));
    expect((await openInBrowser({ svg: SVG, html, png })).join()).toMatch(/the PNG is blank/);
  });
});
