/** Rolls the compiled declarations up: one file an entry, and what several entries speak of beside them. */
import { rmSync } from 'node:fs';
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
}
