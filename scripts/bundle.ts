/**
 * Bundles the entries into dist, with the packages that they use: most are many times as large as what is used of them.
 * What package.json lists as dependencies stays outside: it is native code, or installed by those alone who need it.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundleForBrowsers } from './browserBundle.js';
import { bundleDeclarations } from './declarations.js';
import { filesIn, licenseTexts } from './licenses.js';
import { bundleMermaidParser } from './mermaidParser.js';
import { bundleForNode } from './nodeBundle.js';
import { pageEncoder } from './withoutBuffer.js';

const OUTPUT = 'dist';

// What an earlier build left would otherwise be published: chunks are named by their content.
const earlier = existsSync(OUTPUT) ? readdirSync(OUTPUT, { recursive: true, encoding: 'utf8' }) : [];
for (const file of earlier.filter((name) => /\.(?:c?js|d\.ts)(?:\.map)?$/.test(name))) rmSync(`${OUTPUT}/${file}`);

const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Readonly<
  Record<'dependencies' | 'peerDependencies', Readonly<Record<string, string>>>
>;

const outside = Object.keys({ ...dependencies, ...peerDependencies });

const forNode = await bundleForNode(OUTPUT, outside);
const { metafile } = await build({
  entryPoints: [
    'src/page.ts',
    'src/browser.ts',
    'src/mermaid/page.ts',
    'src/mermaid/browser.ts',
    'src/platform/node/resvgWorker.ts',
  ],
  outdir: OUTPUT,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  external: [...outside, '#mermaid-parser'],
  plugins: [pageEncoder],
  metafile: true,
  // The maps name files and lines; they stay out of the package, and nothing there names them.
  sourcemap: 'external',
  sourcesContent: false,
  logLevel: 'warning',
});

writeFileSync(`${OUTPUT}/LICENSES.txt`, licenseTexts([...forNode, ...filesIn(metafile)]));
await bundleMermaidParser(`${OUTPUT}/mermaidParser`);
await bundleForBrowsers(`${OUTPUT}/mxsvg.browser.js`);
await bundleDeclarations(['index', 'browser', 'mermaid/index', 'mermaid/browser'], OUTPUT);
