/** Bundles what reads the texts of some of Mermaid's kinds: grammars of another package, whose other half serves editors. */
import { readFileSync } from 'node:fs';
import { build, type Plugin } from 'esbuild';
import { withPlainExpressions } from './inAscii.js';

/** Some kinds' grammars are read by another package, which keeps nothing of a text. It takes long to make, once. */
export const LANGIUM_ENTRY = `
import * as services from '@mermaid-js/parser';
const parsers = new Map();
const parserOf = (kind) => {
  const maker = ('create' + kind + 'Services').toLowerCase();
  const { shared, ...own } = Object.entries(services).find(([name]) => name.toLowerCase() === maker)[1]();
  return Object.values(own)[0].parser.LangiumParser;
};
export const parse = (kind, text) => {
  if (!parsers.has(kind)) parsers.set(kind, parserOf(kind));
  const parser = parsers.get(kind);
  // One that broke off in the middle of a text, for want of a stack, stays there.
  parsers.delete(kind);
  const result = parser.parse(text);
  parsers.set(kind, parser);
  if (result.lexerErrors.length > 0 || result.parserErrors.length > 0) throw new services.MermaidParseError(result);
  return result.value;
};`;

/** What editors and servers talk in. Two errors are made of it, where somebody waits for a document of a workspace. */
const SERVER = 'var import_vscode_languageserver_protocol = __toESM(require_main2(), 1);';

/** Throws where the package has it no more. */
export const withoutServer: Plugin = {
  name: 'without-server',
  setup({ onLoad, onEnd }) {
    let found = 0;
    onLoad({ filter: /[\\/]mermaid-parser\.core[\\/]chunk-\w+\.mjs$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!source.includes(SERVER)) return undefined;
      found++;
      const parts = source.replaceAll(' = __commonJS({', ' = /* @__PURE__ */ __commonJS({');
      return { contents: parts.replace(SERVER, 'var import_vscode_languageserver_protocol = {};') };
    });
    onEnd(() => {
      if (found !== 1) throw new Error('The package @mermaid-js/parser has another server: its version is another.');
    });
  },
};

/** The code of an entry, with all that it imports, as a file of CommonJS. */
export async function bundledWhole(contents: string, folder: string, plugins: Plugin[] = []): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, sourcefile: 'mermaidParser.js' },
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
    plugins,
  });
  return withPlainExpressions(outputFiles[0]?.text ?? '');
}
