/** The shaper under Node: HarfBuzz from the package harfbuzzjs, read when a text first needs it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createShaper } from '../../shaping/harfbuzz.js';
import type { Shaper } from '../../shaping/shaping.js';

let shaper: Shaper | undefined;

/** The shaper of this process. */
export function nodeShaper(): Shaper {
  const require = createRequire(import.meta.url);
  const compiled = (file: string): WebAssembly.Module =>
    new WebAssembly.Module(readFileSync(require.resolve(`harfbuzzjs/dist/${file}.wasm`)));
  shaper ??= createShaper({ harfbuzz: () => compiled('harfbuzz'), subset: () => compiled('harfbuzz-subset') });
  return shaper;
}
