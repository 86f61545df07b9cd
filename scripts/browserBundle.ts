/** Bundles the entries for web pages with all packages that they need: a page has no npm. */
import { writeFileSync } from 'node:fs';
import { type OutputChunk, rolldown } from 'rolldown';
import { rollup } from 'rollup';
import { filesInChunks, licenseTexts } from './licenses.js';
import { withoutBuffer } from './withoutBuffer.js';
import { withoutStandardFonts } from './withoutStandardFonts.js';

/** The entry that a page may load as it is, from its own folder or a delivery network; the others stand on it. */
const WHOLE = 'mxsvg.browser';

/** The entries by their names in the output. */
const ENTRIES: Readonly<Record<string, string>> = {
  [WHOLE]: 'src/browser.ts',
  page: 'src/page.ts',
  'mermaid/browser': 'src/mermaid/browser.ts',
  'mermaid/page': 'src/mermaid/page.ts',
};

/** Writes the entries into a folder, beside them what they load for PNG, JPEG, PDF; returns the files that went in. */
export async function bundleForPages(folder: string): Promise<readonly string[]> {
  const bundle = await rolldown({
    input: { ...ENTRIES },
    platform: 'browser',
    external: ['#mermaid-parser'],
    preserveEntrySignatures: 'strict',
    plugins: [withoutBuffer, withoutStandardFonts],
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
  await writeOnOne(chunks, folder);
  const names = chunks.find(({ fileName }) => fileName === `${WHOLE}.js`)?.exports ?? [];
  writeFileSync(`${folder}/browser.js`, `export {${names.join(',')}} from './${WHOLE}.js';\n`);
  const files = filesInChunks(chunks);
  writeFileSync(`${folder}/${WHOLE}.LICENSES.txt`, licenseTexts(files));
  return files;
}

/**
 * Rolldown puts what the entries share into further files, which a page would wait for twice. Rollup puts all that the whole
 * one needs at once into that.
 */
async function writeOnOne(chunks: readonly OutputChunk[], folder: string): Promise<void> {
  const codes = new Map(chunks.map(({ fileName, code }) => [fileName, code]));
  const atOnce = new Set([`${WHOLE}.js`]);
  // The set grows under the loop.
  for (const name of atOnce) {
    for (const each of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) atOnce.add(each);
  }
  const bundle = await rollup({
    input: { [WHOLE]: `${WHOLE}.js` },
    external: ['#mermaid-parser'],
    // It has more names than it shows, which the others use.
    preserveEntrySignatures: 'allow-extension',
    plugins: [
      {
        name: 'chunks',
        buildStart() {
          for (const name of Object.keys(ENTRIES)) {
            if (name === WHOLE) continue;
            const fileName = `${name}.js`;
            this.emitFile({ type: 'chunk', id: fileName, fileName, preserveSignature: 'strict' });
          }
        },
        resolveId(source, importer = '') {
          const file = new URL(source, `https://chunks/${importer}`).pathname.slice(1);
          return codes.has(file) ? file : null;
        },
        load: (id) => codes.get(id),
      },
    ],
  });
  await bundle.write({
    dir: folder,
    format: 'es',
    compact: true,
    entryFileNames: '[name].js',
    chunkFileNames: `${WHOLE}.[name].js`,
    manualChunks: (id) => (atOnce.has(id) ? WHOLE : undefined),
    banner: `/*! mxsvg, Apache-2.0. The packages inside: see ${WHOLE}.LICENSES.txt */`,
  });
  await bundle.close();
}
