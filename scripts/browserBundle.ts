/** Bundles the entry for web pages with all packages that it needs: a page has no npm. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type OutputChunk, rolldown } from 'rolldown';
import { rollup } from 'rollup';
import { licenseTexts } from './licenses.js';
import { withoutBuffer } from './withoutBuffer.js';

/**
 * Writes the bundle, beside it what it loads for PNG, JPEG and PDF ("name.pdf.js"), and the licences of the packages
 * inside: "name.js" has "name.LICENSES.txt".
 */
export async function bundleForBrowsers(outfile: string): Promise<void> {
  const licenceFile = outfile.replace(/\.js$/, '.LICENSES.txt');
  const { name, dir } = path.parse(outfile);
  const bundle = await rolldown({
    input: { [name]: 'src/browser.ts' },
    platform: 'browser',
    // What the later files share with the first one is in that.
    preserveEntrySignatures: 'allow-extension',
    plugins: [withoutBuffer],
    checks: { ineffectiveDynamicImport: false },
  });
  const { output } = await bundle.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    minify: true,
    comments: false,
  });
  await bundle.close();
  const chunks = output.filter((file): file is OutputChunk => file.type === 'chunk');
  await writeInOne(
    chunks,
    dir,
    name,
    `/*! mxsvg, Apache-2.0. The packages inside: see ${path.basename(licenceFile)} */`,
  );
  const files = chunks.flatMap(({ modules }) =>
    Object.entries(modules).flatMap(([file, { renderedLength }]) => (renderedLength > 0 ? [file] : [])),
  );
  writeFileSync(licenceFile, licenseTexts(files));
}

/**
 * Rolldown puts what the entry shares with later files into one more file, which a page would wait for twice. Rollup puts
 * it into the entry.
 */
async function writeInOne(chunks: readonly OutputChunk[], dir: string, name: string, banner: string): Promise<void> {
  const codes = new Map(chunks.map(({ fileName, code }) => [`./${fileName}`, code]));
  const bundle = await rollup({
    input: { [name]: `./${name}.js` },
    preserveEntrySignatures: 'allow-extension',
    plugins: [{ name: 'chunks', resolveId: (id) => (codes.has(id) ? id : null), load: (id) => codes.get(id) }],
  });
  await bundle.write({
    dir,
    format: 'es',
    compact: true,
    entryFileNames: '[name].js',
    chunkFileNames: `${name}.[name].js`,
    banner,
  });
  await bundle.close();
}
