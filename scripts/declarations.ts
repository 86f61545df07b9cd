/** Rolls the compiled declarations up: one file an entry, and what several entries speak of beside them. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';

/** Where the compiler writes a declaration for each source. */
const COMPILED = 'build/types';

/** Entries are named by their places in the source and in the output, which are the same. */
export async function bundleDeclarations(entries: readonly string[], output: string): Promise<void> {
  rmSync(`${output}/types`, { recursive: true, force: true });
  const bundle = await rolldown({
    input: Object.fromEntries(entries.map((entry) => [entry, `${COMPILED}/${entry}.d.ts`])),
    external: [/^node:/, /^#/],
    plugins: [dts({ dtsInput: true, emitDtsOnly: true })],
  });
  await bundle.write({ dir: output, format: 'es', chunkFileNames: 'types/[name].d.ts' });
  writeForCommonJs(output);
}

/** The same declarations for who calls require(): a compiler tells the two kinds of modules apart by the files' endings. */
function writeForCommonJs(output: string): void {
  const files = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.d.ts'));
  for (const file of files) {
    const text = readFileSync(path.join(output, file), 'utf8');
    const required = text.replace(/(from ['"]\.[^'"]*)\.js(?=['"])/g, '$1.cjs');
    writeFileSync(path.join(output, file.replace(/\.ts$/, '.cts')), required);
  }
}
