// `import { render } from 'mxsvg'` in the hands of esbuild, Vite, webpack and Rollup: bundlers.mjs PROJECT PLACE TOOLS.
// What each of them makes for web pages draws in Chromium, and what it makes for Node under Node, as Node draws by itself.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [project, place, tools] = process.argv.slice(2);
const from = (folder) => createRequire(path.join(folder, 'package.json'));
const load = async (folder, name) => import(pathToFileURL(from(folder).resolve(name)).href);

const DIAGRAM =
  '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="&lt;b&gt;bold&lt;/b&gt; e&#x301;" style="html=1;shape=mxgraph.aws4.lambda_function;" vertex="1" parent="1"><mxGeometry width="80" height="60" as="geometry"/></mxCell></root></mxGraphModel>';
const ENTRY = `import { render, renderPdf, renderPng } from 'mxsvg';
const source = ${JSON.stringify(DIAGRAM)};
const text = (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
export const drawn = (async () => ({
  svg: render(source, { systemFonts: 'none' }),
  png: text((await renderPng(source)).subarray(1, 4)),
  pdf: text((await renderPdf(source)).subarray(0, 5)),
}))();
globalThis.drawn = drawn;
if (typeof process !== 'undefined' && process.argv[2] === 'print') drawn.then((all) => process.stdout.write(JSON.stringify(all)));
`;
const work = path.join(place, 'bundlers');
mkdirSync(work, { recursive: true });
const entry = path.join(work, 'entry.mjs');
writeFileSync(entry, ENTRY);

/** Each writes main.mjs into a folder, for web pages or for Node, where packages stay outside. */
const BUNDLERS = {
  async esbuild(outdir, forNode) {
    const { build } = from(project)('esbuild');
    const splitting = { splitting: true, outExtension: { '.js': '.mjs' }, entryNames: 'main' };
    const common = { entryPoints: [entry], outdir, bundle: true, format: 'esm', logLevel: 'error', ...splitting };
    await build({ ...common, platform: forNode ? 'node' : 'browser', packages: forNode ? 'external' : 'bundle' });
  },
  async vite(outDir, forNode) {
    const { build } = await load(project, 'vite');
    const output = { entryFileNames: 'main.mjs' };
    await build({
      root: work,
      configFile: false,
      logLevel: 'error',
      build: {
        outDir,
        emptyOutDir: false,
        ...(forNode ? { ssr: entry } : {}),
        rolldownOptions: { input: entry, output, preserveEntrySignatures: 'strict' },
      },
    });
  },
  async webpack(outdir, forNode) {
    const webpack = from(tools)('webpack');
    const stats = await new Promise((resolve, reject) => {
      const config = {
        mode: 'production',
        context: work,
        entry,
        target: forNode ? 'node20' : 'web',
        experiments: { outputModule: true },
        output: { path: outdir, filename: 'main.mjs', chunkFilename: '[name].mjs', module: true, library: { type: 'module' } },
        externals: forNode ? { mxsvg: 'module mxsvg' } : {},
        performance: { hints: false },
      };
      webpack(config, (error, result) => (error ? reject(error) : resolve(result)));
    });
    if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
  },
  async rollup(outdir, forNode) {
    const { rollup } = from(tools)('rollup');
    const { nodeResolve } = from(tools)('@rollup/plugin-node-resolve');
    const bundle = await rollup({
      input: entry,
      external: forNode ? ['mxsvg'] : [],
      plugins: [nodeResolve({ browser: !forNode })],
      onwarn: ({ code, message }) => {
        if (code !== 'CIRCULAR_DEPENDENCY') throw new Error(message);
      },
    });
    await bundle.write({ dir: outdir, format: 'es', entryFileNames: 'main.mjs' });
  },
};

const expected = JSON.stringify({ svg: from(place)('mxsvg').render(DIAGRAM, { systemFonts: 'none' }), png: 'PNG', pdf: '%PDF-' });
let code = 0;
const told = (what, drawn) => {
  if (drawn === expected) console.log(`ok: ${what}`);
  else console.error(`FAILED: ${what}: ${drawn.slice(0, 400)}`);
  if (drawn !== expected) code = 1;
};

const { chromium } = from(project)('playwright-core');
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const { existsSync } = await import('node:fs');
const browser = await chromium.launch({ executablePath: executablePath.find((file) => file && existsSync(file)), args: ['--no-sandbox'] });
const TYPES = { '.html': 'text/html', '.mjs': 'text/javascript', '.js': 'text/javascript' };
cpSync(path.join(place, 'node_modules/mxsvg/dist/assets'), path.join(work, 'assets'), { recursive: true });
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://x');
  const name = pathname.split('/')[1];
  if (pathname.endsWith('/')) {
    response.setHeader('content-type', 'text/html');
    response.end(`<link rel="icon" href="data:,"><meta name="mxsvg-assets" content="/assets/"><script type="module" src="/${name}/main.mjs"></script>`);
    return;
  }
  try {
    response.setHeader('content-type', TYPES[path.extname(pathname)] ?? 'application/octet-stream');
    response.end(readFileSync(path.join(work, path.normalize(pathname))));
  } catch {
    response.statusCode = 404;
    response.end();
  }
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));

for (const [name, bundle] of Object.entries(BUNDLERS)) {
  try {
    await bundle(path.join(work, `${name}-node`), true);
    const { stdout, stderr } = spawnSync(process.execPath, [path.join(work, `${name}-node/main.mjs`), 'print']);
    told(`${name}, for Node`, stdout.toString() || stderr.toString());
    await bundle(path.join(work, name), false);
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
    await page.goto(`http://127.0.0.1:${server.address().port}/${name}/`);
    await page.waitForFunction('globalThis.drawn !== undefined', undefined, { timeout: 60_000 });
    told(`${name}, for web pages`, await page.evaluate('globalThis.drawn.then((all) => JSON.stringify(all), String)'));
    await page.close();
  } catch (error) {
    console.error(`FAILED: ${name}: ${error.message}`);
    code = 1;
  }
}
await browser.close();
server.close();
process.exit(code);
