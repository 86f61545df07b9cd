/** Bundles the entry for web pages with all packages that it needs: a page has no npm. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Metafile } from 'esbuild';

/** Writes the bundle, and beside it the licences of the packages inside: "name.js" has "name.LICENSES.txt". */
export async function bundleForBrowsers(outfile: string): Promise<void> {
  const licenceFile = outfile.replace(/\.js$/, '.LICENSES.txt');
  const { metafile } = await build({
    entryPoints: ['src/browser.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    metafile: true,
    legalComments: 'none',
    banner: { js: `/*! mxsvg, Apache-2.0. The packages inside: see ${path.basename(licenceFile)} */` },
    logLevel: 'warning',
  });
  writeFileSync(licenceFile, licencesOf(metafile));
}

/** The licence of each package that a bundle has code of, by name. Throws where one has none. */
function licencesOf(metafile: Metafile): string {
  const bundled = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );
  const folders = new Set(bundled.flatMap(([file]) => packageFolder(file) ?? []));
  return [...folders].sort().map(licenceOf).join('\n\n');
}

/** "node_modules/@scope/name" of a file below it. */
const packageFolder = (file: string): string | undefined => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];

function licenceOf(folder: string): string {
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) throw new Error(`${folder} is no package.`);
  const { name, version, license } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>;
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const title = `${name} ${version} (${license})`;
  const text = file === undefined ? readmeLicence(folder) : readFileSync(path.join(folder, file), 'utf8');
  return `${title}\n${'='.repeat(title.length)}\n\n${text.trim()}\n`;
}

/** Some packages have their licence in their README. */
function readmeLicence(folder: string): string {
  const file = readdirSync(folder).find((each) => /^readme/i.test(each));
  const text = file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8');
  const [licence] = /^#+ *licen[cs]e\b[\s\S]*/im.exec(text) ?? [];
  if (licence === undefined) throw new Error(`${folder} has no licence to go with its code.`);
  return licence;
}
