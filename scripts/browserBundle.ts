/** Bundles the entry for web pages with all packages that it needs: a page has no npm. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { filesIn, licenseTexts } from './licenses.js';

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
  writeFileSync(licenceFile, licenseTexts(filesIn(metafile)));
}
