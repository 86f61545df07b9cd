/** Bundles the typesetter of formulas with MathJax and its TeX font into one script, for Node and for web pages. */
import { createRequire } from 'node:module';
import { build, type Plugin } from 'esbuild';
import { MATHJAX_VARIABLE } from '../src/formulas/math.js';

const require = createRequire(import.meta.url);

const { version } = require('@mathjax/src/package.json') as { readonly version: string };

/** MathJax names a default font of its own, much larger than the one that is wanted. */
const onlyTexFont: Plugin = {
  name: 'only-tex-font',
  setup({ onResolve }) {
    onResolve({ filter: /^#default-font\// }, ({ path }) => ({
      path: require.resolve(path.replace('#default-font', '@mathjax/mathjax-tex-font/mjs')),
    }));
  },
};

/** The part of MathJax that reads AsciiMath keeps itself in a global variable: it gets one that only it sees. */
const BEFORE = `/*! MathJax ${version}, Apache-2.0: see mathjax-LICENSE.txt. */var ${MATHJAX_VARIABLE}=(()=>{let MathJax;`;
const AFTER = `return ${MATHJAX_VARIABLE}})();`;

/** Writes the script, which sets the variable MATHJAX_VARIABLE. */
export async function bundleMathJax(outfile: string): Promise<void> {
  await build({
    entryPoints: ['src/formulas/mathJax.ts'],
    outfile,
    bundle: true,
    format: 'iife',
    globalName: MATHJAX_VARIABLE,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    define: { 'global.MathJax': 'undefined' },
    banner: { js: BEFORE },
    footer: { js: AFTER },
    plugins: [onlyTexFont],
    logLevel: 'warning',
  });
}
