/** Bundles what parses Mermaid text, out of a package that draws it too: grammars, the models they fill, themes. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

const require = createRequire(import.meta.url);

/** The files of the package's sources that our kinds of diagram name as their grammars. */
function grammarFiles(): readonly string[] {
  const files = readdirSync('src/mermaid', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const sources = files.map((file) => readFileSync(path.join('src/mermaid', file), 'utf8'));
  return sources
    .flatMap((source) => [...source.matchAll(/grammar: '(.+?)'/g)].map(([, file]) => file as string))
    .sort();
}

/** What a parser has. A grammar is made when it is asked for: a text needs one of them. */
const entry = (): string => `
export { addDiagrams, addDirective, detectType, getConfig, initialize, updateSiteConfig } from 'mermaid-source:src/mermaid.ts';
export { JSON_SCHEMA as yamlSchema, load as loadYaml } from 'mermaid-source:node_modules/js-yaml/dist/js-yaml.mjs';
export const grammars = {
${grammarFiles()
  .map((file) => `  '${file}': () => require('mermaid-source:${file}').diagram,`)
  .join('\n')}
};
`;

/** What is the same for all texts. */
const MARKDOWN_ENTRY = "export { lexer as markdownLexer } from 'marked';";

/** Some kinds' grammars are read by another package, which keeps nothing of a text. It takes long to make, once. */
const LANGIUM_ENTRY = `
import * as services from '@mermaid-js/parser';
const parsers = new Map();
const parserOf = (kind) => {
  const maker = ('create' + kind + 'Services').toLowerCase();
  const { shared, ...own } = Object.entries(services).find(([name]) => name.toLowerCase() === maker)[1]();
  return Object.values(own)[0].parser.LangiumParser;
};
export const parse = (kind, text) => {
  if (!parsers.has(kind)) parsers.set(kind, parserOf(kind));
  const result = parsers.get(kind).parse(text);
  if (result.lexerErrors.length > 0 || result.parserErrors.length > 0) throw new services.MermaidParseError(result);
  return result.value;
};`;

/** The package's main file exports no part of its pipeline: these of its names are exported too. */
const MAIN_NAMES = ['addDiagrams', 'addDirective', 'detectType', 'getConfig', 'initialize', 'updateSiteConfig'];

/** What only drawing needs. */
const DRAWING_PACKAGES =
  /^(?:d3|roughjs|stylis|katex|uuid|@iconify\/utils|dagre-d3-es|cytoscape|@upsetjs\/venn\.js)(?:$|[/-])/;

/** Mermaid cleans its text for the page it draws in. Our labels are made safe where they are set, so it may pass. */
const PURIFIER = `export default {
  addHook() {},
  sanitize: (text) => String(text),
};`;

/** The one thing that a grammar asks of a page: whether the first word of a sequence diagram's box is a colour. */
const PAGE = `
import { colord, extend } from 'colord';
import names from 'colord/plugins/names';
extend([names]);
export default { CSS: { supports: (property, value) => value === 'transparent' || colord(value).isValid() } };`;

const SUBSTITUTES: ReadonlyMap<string, string> = new Map([
  ['purifier', PURIFIER],
  ['page', PAGE],
  // A layout is told of another as soon as a kind that needs both is read.
  ['nothing', 'module.exports = { use() {} };'],
  [
    'langium',
    'export const parse = (kind, text) => langium().parse(kind, text);' +
      // Of an event model's layout, which is not taken.
      'export const isEmResetFrame = () => false;',
  ],
]);

const mermaidFolder = path.dirname(require.resolve('mermaid/package.json'));
const mainFile = path.join(mermaidFolder, 'dist/mermaid.core.mjs');
const chunkFolder = path.join(mermaidFolder, 'dist/chunks/mermaid.core');

/** The file of the package that a source file of its went into; chunks are named by their content. */
function chunkOf(source: string): string {
  if (source === 'src/mermaid.ts') return mainFile;
  const files = readdirSync(chunkFolder).filter((file) => file.endsWith('.mjs'));
  const holding = files.filter((file) => {
    const text = readFileSync(path.join(chunkFolder, file), 'utf8');
    return text.includes(`// ${source}\n`) || text.includes(`/${source}\n`);
  });
  const [file] = holding;
  if (file === undefined) throw new Error(`The package mermaid has no ${source}: its version is another.`);
  return path.join(chunkFolder, file);
}

const parserOnly: Plugin = {
  name: 'parser-only',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^mermaid-source:/ }, ({ path: name }) => ({
      path: chunkOf(name.slice('mermaid-source:'.length)),
    }));
    onResolve({ filter: /^dompurify$/ }, () => ({ path: 'purifier', namespace: 'substitute' }));
    onResolve({ filter: DRAWING_PACKAGES }, () => ({ path: 'nothing', namespace: 'substitute' }));
    onResolve({ filter: /^@mermaid-js\/parser$/ }, ({ importer }) =>
      importer.includes('chunks') ? { path: 'langium', namespace: 'substitute' } : undefined,
    );
    // Kinds of diagram and layouts that are loaded when they are asked for: the entry names those it wants.
    onResolve({ filter: /./ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: 'nothing', namespace: 'substitute' } : undefined,
    );
    onResolve({ filter: /^page-substitute$/ }, () => ({ path: 'page', namespace: 'substitute' }));
    onLoad({ filter: /./, namespace: 'substitute' }, ({ path: name }) => ({
      contents: SUBSTITUTES.get(name),
      loader: 'js',
      resolveDir: mermaidFolder,
    }));
    onLoad({ filter: /chunks[\\/]mermaid\.core[\\/]/ }, ({ path: file }) => {
      const page = path.basename(file).startsWith('sequenceDiagram-') ? "import window from 'page-substitute';\n" : '';
      return { contents: page + withoutWaiting(withCountedWork(readFileSync(file, 'utf8')), file) };
    });
    onLoad({ filter: /mermaid\.core\.mjs$/ }, ({ path: file }) => ({
      contents: `${readFileSync(file, 'utf8')}\nexport { ${MAIN_NAMES.join(', ')} };`,
    }));
  },
};

/**
 * What is put in place of parts of the package's source: the work of its loops is told to who counts it, and what it does
 * over for each step of a text is done once.
 */
const CHANGES: readonly (readonly [before: string, after: string])[] = [
  // A few tasks of a Gantt chart can last for thousands of days, and are looked at again and again.
  [
    'var isInvalidDate = /* @__PURE__ */ __name(function(date, dateFormat2, excludes2, includes2) {',
    'var isInvalidDate = /* @__PURE__ */ __name(function(date, dateFormat2, excludes2, includes2) { countDay();',
  ],
  // Some rules of a grammar look for a word anywhere in the rest of the line, at each token of it.
  ['next: /* @__PURE__ */ __name(function() {', 'next: /* @__PURE__ */ __name(function() { countToken(this._input);'],
  // The configuration is copied for each node and message: it changes only where a text sets it, at its beginning.
  ['return assignWithDepth_default({}, currentConfig);', 'return copyOnce(currentConfig, assignWithDepth_default);'],
  // Namespaces in namespaces have names as long as they are deep, each of which is taken apart.
  [
    'const ids = new Array(parts.length);',
    'const ids = new Array(parts.length); spend((parts.length * qualifiedId.length) / 600);',
  ],
  ['return nodes.find((node) => node.id === id);', 'return nodeOf(nodes, id);'],
  // A C4 diagram's elements and relations are looked for one by one.
  ['rels.find((rel', 'looked(rels).find((rel'],
  ['c4ShapeArray.find(', 'looked(c4ShapeArray).find('],
  ['boundaries.find(', 'looked(boundaries).find('],
  // Blocks and commits without a name get one by chance: ours are the same for the same text, as draw.io's are.
  ['return "id-" + Math.random().toString(36).substr(2, 12) + "-" + cnt;', 'return "id-" + cnt;'],
  ['return random({ length: 7 });', 'return hexOf(state.records.seq);'],
  // What an event model's grammar reads is told to its own drawing alone.
  ['  getDiagramProps,\n  getState\n};', '  getDiagramProps,\n  getAst: () => store.ast\n};'],
  ['stack = stack.slice(0, -1 * len * 2);', 'stack.length -= len * 2;'],
  ['vstack = vstack.slice(0, -1 * len);', 'vstack.length -= len;'],
  ['lstack = lstack.slice(0, -1 * len);', 'lstack.length -= len;'],
];

/** What waits for another package's grammar needs no waiting: it is there. */
function withoutWaiting(source: string, file: string): string {
  if (!source.includes('from "@mermaid-js/parser"')) return source;
  const text = source
    .replace(
      /parse: \/\* @__PURE__ \*\/ __name\(async \((input|text)\) => \{/,
      'parse: /* @__PURE__ */ __name(($1) => {',
    )
    .replace(/await (parse|parseFunc)\("/, '$1("');
  if (/await parse(?:Func)?\(/.test(text) || text.length === source.length)
    throw new Error(`${path.basename(file)} reads its text in another way: its version is another.`);
  return text;
}

const changed = new Set<string>();

function withCountedWork(source: string): string {
  return CHANGES.reduce((text, [before, after]) => {
    if (text.includes(before)) changed.add(before);
    return text.replaceAll(before, after);
  }, source);
}

/** What the changes call: a day's date is written in several ways, and what is left of a line is searched. */
const HELPERS = `
const countDay = () => spend(15);
const countToken = (input) => {
  const end = input.indexOf('\\n');
  spend(0.3 + (end < 0 ? input.length : end) / 800);
};
const looked = (list) => {
  spend(list.length / 500);
  return list;
};
let copied, copy;
const copyOnce = (config, assign) => {
  if (copied !== config) copy = assign({}, (copied = config));
  return copy;
};
const hexOf = (number) => (Math.imul(number, 0x9e3779b9) >>> 0).toString(16).padStart(8, '0').slice(0, 7);
const indexes = new WeakMap();
const nodeOf = (nodes, id) => {
  const index = indexes.get(nodes) ?? { known: new Map(), count: 0 };
  indexes.set(nodes, index);
  for (; index.count < nodes.length; index.count++) {
    const node = nodes[index.count];
    if (!index.known.has(node.id)) index.known.set(node.id, node);
  }
  return index.known.get(id);
};`;

const SETTINGS = {
  bundle: true,
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  write: false,
} as const satisfies BuildOptions;

const bundled = async (entry: string, options: BuildOptions): Promise<string> => {
  const stdin = { contents: entry, resolveDir: mermaidFolder, sourcefile: 'mermaidParser.js' };
  const { outputFiles } = await build({ ...options, ...SETTINGS, stdin });
  return outputFiles[0]?.text ?? '';
};

const moduleBefore = (name: string): string =>
  `import parser from './${name}.cjs';\nexport const { createMermaidParser, markdownLexer } = parser;\n`;

/**
 * Writes the parser's bundle to a file of CommonJS, beside it what some kinds' grammars need (name.langium.cjs), and a module
 * that exports what is in the first. The package keeps its configuration and some of its models in variables of its
 * modules: all of it goes into one function, so that what makes a parser makes those anew, and none outlives its text.
 */
export async function bundleMermaidParser(name: string): Promise<void> {
  const [markdown, langium, parser] = await Promise.all([
    bundled(MARKDOWN_ENTRY, { format: 'cjs' }),
    bundled(LANGIUM_ENTRY, { format: 'cjs' }),
    bundled(entry(), { format: 'iife', globalName: 'mermaid', plugins: [parserOnly] }),
  ]);
  const missing = CHANGES.filter(([before]) => !changed.has(before));
  if (missing.length > 0) throw new Error(`The package mermaid has no "${missing[0]?.[0]}": its version is another.`);
  writeFileSync(`${name}.langium.cjs`, langium);
  // A function around it that is called at once would be read twice: once to pass over it.
  writeFileSync(
    `${name}.cjs`,
    `const langium=()=>require('./${path.basename(name)}.langium.cjs');\n${markdown}\n` +
      `module.exports.createMermaidParser=(function(spend){${HELPERS}\n${parser}\nreturn mermaid})\n`,
  );
  writeFileSync(`${name}.js`, moduleBefore(path.basename(name)));
}
