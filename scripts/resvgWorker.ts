/** Bundles the script of the web worker that resvg draws in: a script of its own, since a page loads it by its text. */
import { build } from 'esbuild';

/** Writes the script; it is given the compiled module. */
export async function bundleResvgWorker(outfile: string): Promise<void> {
  await build({
    entryPoints: ['src/platform/browser/resvgWorker.ts'],
    outfile,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    banner: { js: '/*! mxsvg, Apache-2.0, with @resvg/resvg-wasm, MPL-2.0: see resvg-LICENSE.txt */' },
    logLevel: 'warning',
  });
}
