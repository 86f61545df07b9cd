/** The site: its pages, and the engine's assets beside them, so that the playground draws without any server. */
import { cpSync, createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig } from 'vitepress';
import { packedEngine } from './packedEngine.js';
import { sidebar } from './sidebar.js';

const DIST = path.resolve(import.meta.dirname, '../../dist');
/** A door of the built package: loaded as it is, and not bundled with this file. */
const door = async (name: string) => (await import(pathToFileURL(path.join(DIST, 'doors', name)).href)).default;
const [markdownIt, mxsvg] = await Promise.all([door('markdownIt.js'), door('vite.js')]);

/** The folder of the site that fonts, stencils and icons lie in. */
const ASSETS = 'mxsvg-assets';

/** Where the site lies on its host. */
const BASE = process.env.DOCS_BASE ?? '/';

/** Serves the assets while the site is worked on; a build copies them. */
const servedAssets = {
  name: 'mxsvg-assets',
  configureServer(server: { middlewares: { use(path: string, handler: Handler): unknown } }) {
    server.middlewares.use(`/${ASSETS}`, (request, response, next) => {
      const file = path.join(
        DIST,
        'assets',
        path.normalize(`/${decodeURIComponent(request.url ?? '').replace(/\?.*$/, '')}`),
      );
      if (existsSync(file)) createReadStream(file).pipe(response);
      else next();
    });
  },
};

type Handler = (request: { url?: string }, response: NodeJS.WritableStream, next: () => void) => void;

/** What draws in the playground. */
const ENGINE = {
  'mxsvg/browser': path.join(DIST, 'browser.js'),
  'mxsvg/mermaid/browser': path.join(DIST, 'mermaid/browser.js'),
};
const engine = packedEngine(Object.values(ENGINE), BASE);

export default defineConfig({
  title: 'mxsvg',
  description: 'Draws draw.io files and Mermaid text as SVG, PNG, PDF and HTML, as draw.io draws them. No browser.',
  base: BASE,
  lang: 'en',
  cleanUrls: true,
  lastUpdated: false,
  // The pages of the API are written by TypeDoc; `npm run docs:build` has it do so first.
  ignoreDeadLinks: [/\/api\//],
  head: [
    ['meta', { name: 'theme-color', content: '#1f6f8b' }],
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${BASE}icon.svg` }],
  ],
  themeConfig: {
    logo: '/icon.svg',
    nav: [
      { text: 'Guide', link: '/start' },
      { text: 'Doors', link: '/doors/' },
      { text: 'API', link: '/api/' },
      { text: 'Playground', link: '/playground' },
    ],
    sidebar,
    search: { provider: 'local' },
    outline: [2, 3],
    footer: {
      message: 'Apache-2.0. draw.io and diagrams.net are trademarks of their owners, who have no part in this.',
    },
  },
  markdown: {
    config: (md) => markdownIt(md, { theme: 'auto', failOn: 'error', fences: ['mermaid'] }),
  },
  vite: {
    plugins: [mxsvg({ theme: 'auto' }), servedAssets, engine.plugin],
    resolve: { alias: ENGINE },
  },
  buildEnd: ({ outDir }) => {
    cpSync(path.join(DIST, 'assets'), path.join(outDir, ASSETS), { recursive: true });
    engine.write(outDir);
  },
});
