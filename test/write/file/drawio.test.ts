/** draw.io's own code, in its viewer of version 14.6, reads back the diagrams that are put into files. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveViewer } from '../../../bench/viewer.js';
import { readContainer } from '../../../src/decode/container.js';
import { createRenderer, renderHtml, renderPdf, renderPng } from '../../../src/index.js';
import { nodeAssets } from '../../../src/platform/node/packagedAssets.js';
import { embedInPng } from '../../../src/write/file/embed.js';
import { mxfileXml } from '../../../src/write/file/mxfile.js';
import { writeSvg } from '../../../src/write/svg/writeSvg.js';
import { connectChromium } from '../../browser/connect.js';
import { goldenSource } from '../../golden/files.js';

/** What draw.io makes of a file: the text of each page's model, or what it says is wrong. */
const READ = `(kind, data) => {
  const xmlOf = {
    text: () => data,
    png: () => Editor.extractGraphModelFromPng('data:image/png;base64,' + data),
    pdf: () => Editor.extractGraphModelFromPdf('data:application/pdf;base64,' + data),
  }[kind]();
  const document = mxUtils.parseXml(xmlOf);
  const error = document.getElementsByTagName('parsererror')[0];
  if (error) throw new Error(error.textContent);
  const file = Editor.extractGraphModel(document.documentElement, true);
  return [...file.getElementsByTagName('diagram')].map((diagram) => [
    diagram.getAttribute('name'),
    mxUtils.getXml(Editor.parseDiagramNode(diagram)).length,
    Editor.parseDiagramNode(diagram).getElementsByTagName('mxCell').length,
  ]);
}`;

const { scene } = createRenderer(nodeAssets);

let browser: Browser;
let page: Page;
let server: Awaited<ReturnType<typeof serveViewer>>;

beforeAll(async () => {
  server = await serveViewer();
  browser = await connectChromium();
  page = await browser.newPage();
  await page.goto(server.address);
  await page.waitForFunction('window.Graph && window.mxCodec && window.Editor');
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

const read = (kind: 'text' | 'png' | 'pdf', data: string | Uint8Array): Promise<unknown> =>
  page.evaluate(
    `(${READ})(${JSON.stringify(kind)}, ${JSON.stringify(
      typeof data === 'string' ? data : Buffer.from(data).toString('base64'),
    )})`,
  );

describe.each(['decode/pages', 'decode/user-object', 'seed/deepseek-r1-phases'])('of %s', (name) => {
  const source = goldenSource(name);
  const file = readContainer(source);
  const expected = (): Promise<unknown> => read('text', mxfileXml(file));

  test.each([false, true])('the XML, compressed: %s', async (compressed) => {
    const pages = (await read('text', mxfileXml(file, { compressed }))) as [string, number, number][];
    expect(pages.map(([title]) => title)).toEqual(file.pages.map((each) => each.name));
    expect(pages.every(([, , cells]) => cells > 2)).toBe(true);
  });

  test.each([false, true])('an SVG, compressed: %s', async (compressed) => {
    const xml = mxfileXml(file, { compressed });
    expect(await read('text', writeSvg(scene(source), { diagram: { xml, recipe: '{}' } }))).toEqual(
      await read('text', xml),
    );
  });

  test.each([false, true])('a PNG, compressed: %s', async (compressed) => {
    const xml = mxfileXml(file, { compressed });
    expect(await read('png', embedInPng(await renderPng(source), xml))).toEqual(await read('text', xml));
  });

  test('an HTML page', async () => {
    expect(await read('text', renderHtml(source, { embedDiagram: 'plain' }))).toEqual(await expected());
  });

  test.each(['plain', 'compressed'] as const)('a PDF, %s', async (embedDiagram) => {
    const xml = mxfileXml(file, { compressed: embedDiagram === 'compressed' });
    expect(await read('pdf', await renderPdf(source, { embedDiagram }))).toEqual(await read('text', xml));
  });
});
