/**
 * Bundles the compiled entries into dist, with the small packages that they use: few files in place of hundreds halve
 * the time that a start takes. What package.json lists as dependencies stays outside: it is large and read when needed,
 * or installed by those alone who need it.
 */
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundleForBrowsers } from './browserBundle.js';
import { bundleDeclarations } from './declarations.js';
import { licenseTexts } from './licenses.js';
import { bundleMermaidParser } from './mermaidParser.js';

const OUTPUT = 'dist';

// What an earlier build left would otherwise be published: chunks are named by their content.
const earlier = existsSync(OUTPUT) ? readdirSync(OUTPUT, { recursive: true, encoding: 'utf8' }) : [];
for (const file of earlier.filter((name) => /\.(?:js|d\.ts)(?:\.map)?$/.test(name))) rmSync(`${OUTPUT}/${file}`);

const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Readonly<
  Record<'dependencies' | 'peerDependencies', Readonly<Record<string, string>>>
>;

const { metafile } = await build({
  entryPoints: [
    'src/index.ts',
    'src/browser.ts',
    'src/cli.ts',
    'src/cli/worker.ts',
    'src/platform/node/resvgWorker.ts',
    'src/server/worker.ts',
    'src/queue/thread.ts',
    'src/mermaid/index.ts',
    'src/mermaid/browser.ts',
    'src/doors/vite.ts',
    'src/doors/remark.ts',
    'src/doors/rehype.ts',
    'src/doors/markdownIt.ts',
  ],
  outdir: OUTPUT,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: [...Object.keys({ ...dependencies, ...peerDependencies }), '#mermaid-parser'],
  metafile: true,
  sourcemap: true,
  // The maps name files and lines; the sources themselves would be more than a twentieth of the package.
  sourcesContent: false,
  logLevel: 'warning',
});

writeFileSync(`${OUTPUT}/LICENSES.txt`, licenseTexts(metafile));
await bundleMermaidParser(`${OUTPUT}/mermaidParser.js`);
await bundleForBrowsers(`${OUTPUT}/mxsvg.browser.js`);
const DOORS = ['doors/vite', 'doors/remark', 'doors/rehype', 'doors/markdownIt'];
await bundleDeclarations(['index', 'browser', 'mermaid/index', 'mermaid/browser', ...DOORS], OUTPUT);
copyFileSync('src/doors/client.d.ts', `${OUTPUT}/doors/client.d.ts`);
