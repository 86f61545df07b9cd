/** Lets packages of the CommonJS kind into the bundle: what they require of Node becomes an import. */
import { builtinModules } from 'node:module';
import type { Plugin } from 'esbuild';

const BUILTINS = new Set(builtinModules);
const REQUIRED = 'required-builtin';
const IMPORTED = 'imported-builtin';

/** An ES module has no require(), and esbuild's own stand-in for it throws. */
export const requiredBuiltins: Plugin = {
  name: 'required-builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?[a-z0-9_/]+\/?$/ }, ({ path, kind, namespace }) => {
      const name = path.replace(/^node:/, '').replace(/\/$/, '');
      if (kind !== 'require-call' || !BUILTINS.has(name)) return undefined;
      return { path: name, namespace: namespace === REQUIRED ? IMPORTED : REQUIRED };
    });
    onLoad({ filter: /./, namespace: REQUIRED }, ({ path }) => ({
      contents: `module.exports = require('${path}').default;`,
    }));
    onLoad({ filter: /./, namespace: IMPORTED }, ({ path }) => ({
      contents: `import whole from 'node:${path}'; export default whole;`,
    }));
  },
};
