/** Bundles what parses Mermaid text, out of a package that draws it too: grammars, the models they fill, themes. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type OutputChunk, type Plugin, rolldown } from 'rolldown';
import { inAscii } from './inAscii.js';
import { bundledWhole, LANGIUM_ENTRY, withoutServer } from './langiumParser.js';
import { HELPER_NAMES, HELPERS, requireAllChanges, withCountedWork } from './mermaidChanges.js';
import { withoutDrawing } from './mermaidSource.js';
import { withQuickLanes } from './swimlaneChanges.js';

const require = createRequire(import.meta.url);

/** The files of the package's sources that our kinds of diagram name as their grammars. */
function grammarFiles(): readonly string[] {
  const files = readdirSync('src/mermaid', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const sources = files.map((file) => readFileSync(path.join('src/mermaid', file), 'utf8'));
  const named = sources.flatMap((source) =>
    [...source.matchAll(/grammar: '(.+?)'/g)].map(([, file]) => file as string),
  );
  // Some kinds have one in common.
  return [...new Set(named)].sort();
}

/** The package's main file exports no part of its pipeline: these of its names are exported too. */
const MAIN_NAMES = ['addDiagrams', 'addDirective', 'detectType', 'getConfig', 'initialize', 'updateSiteConfig'];

/** What every text needs. */
const BASE = 'base';
const BASE_ENTRY = `
export { ${MAIN_NAMES.join(', ')} } from 'mermaid-source:src/mermaid.ts';
export { JSON_SCHEMA as yamlSchema, load as loadYaml } from 'mermaid-source:node_modules/js-yaml/dist/js-yaml.mjs';`;

/** The other files that there are, by what is in them. */
const grammarEntry = (file: string): string => `export { diagram } from 'mermaid-source:${file}';`;
/** A grammar's folder, which is its own but for those of one kind's several ways to write it. */
function grammarName(file: string): string {
  const folder = path.dirname(file);
  const isOnly = grammarFiles().filter((each) => path.dirname(each) === folder).length === 1;
  return isOnly ? path.basename(folder) : path.basename(file, 'Diagram.ts');
}

/** Mermaid's layout of lanes: what comes before its drawing, and asks nothing of a page. */
const LAYOUT = 'swimlaneLayout';
const LAYOUT_NAMES = ['prepareLayoutForSwimlanes', 'createEdgeLabelNodes', 'runSwimlaneLayoutCore'];
const LAYOUT_SOURCE = 'src/rendering-util/layout-algorithms/swimlanes/index.ts';
const LAYOUT_ENTRY = `export { ${LAYOUT_NAMES.join(', ')} } from 'mermaid-source:${LAYOUT_SOURCE}';`;

/** What is the same for all texts. */
const MARKDOWN_ENTRY = "export { lexer as markdownLexer } from 'marked';";

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

const SUBSTITUTES: Readonly<Record<string, string>> = {
  purifier: PURIFIER,
  page: PAGE,
  // A layout is told of another as soon as a kind that needs both is read.
  nothing: 'module.exports = { use() {} };',
  // A layout has nobody to tell what it thinks of its work.
  silence: 'export const log = { warn() {} };',
  // The second is of an event model's layout, which is not taken.
  langium: `
export const parse = (kind, text) => langium().parse(kind, text);
export const isEmResetFrame = () => false;
// It throws for what it can't read.
const servicesOf = (kind) => () => ({ [kind]: { parser: { LangiumParser: {
  parse: (text) => ({ value: parse(kind, text), lexerErrors: [], parserErrors: [] }),
} } } });
export const createRailroadServices = servicesOf('Railroad');
export const createRailroadAbnfServices = servicesOf('RailroadAbnf');
export const createRailroadEbnfServices = servicesOf('RailroadEbnf');
export const createRailroadPegServices = servicesOf('RailroadPeg');
export class MermaidParseError extends Error {}`,
};

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

const layoutFile = chunkOf(LAYOUT_SOURCE);
const logFile = `./${path.basename(chunkOf('src/logger.ts'))}`;

/** Some make the parser themselves, and wait for nothing. */
const MAKES_PARSER = /^var langiumParser = createRailroad\w*Services\(\)\.\w+\.parser\.LangiumParser;$/m;

/** What waits for another package's grammar needs no waiting: it is there. */
function withoutWaiting(source: string, file: string): string {
  if (!source.includes('from "@mermaid-js/parser"') || MAKES_PARSER.test(source)) return source;
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

const SUBSTITUTE = '\0substitute:';
const substitute = (name: string) => ({ id: SUBSTITUTE + name, moduleSideEffects: false });

function substituteFor(source: string, importer: string): string | undefined {
  if (importer === layoutFile && source === logFile) return 'silence';
  if (source === 'dompurify') return 'purifier';
  if (source === 'page-substitute') return 'page';
  if (DRAWING_PACKAGES.test(source)) return 'nothing';
  return source === '@mermaid-js/parser' && importer.includes('chunks') ? 'langium' : undefined;
}

/** `entries`: the code of each file. */
const parserOnly = (entries: ReadonlyMap<string, string>): Plugin => ({
  name: 'parser-only',
  async resolveId(source, importer, { kind }) {
    if (importer === undefined) return { id: `\0entry:${source}` };
    if (source.startsWith('mermaid-source:')) return { id: chunkOf(source.slice('mermaid-source:'.length)) };
    // Kinds of diagram and layouts that are loaded when they are asked for: the entries name those that are wanted.
    if (kind === 'dynamic-import') return substitute('nothing');
    const name = substituteFor(source, importer);
    if (name !== undefined) return substitute(name);
    const from = importer.startsWith('\0') ? mainFile : importer;
    const resolved = await this.resolve(source, from, { skipSelf: true });
    // What a file does when it is read counts for those alone who ask something of it.
    return resolved && { ...resolved, moduleSideEffects: false };
  },
  load(id) {
    if (id.startsWith(SUBSTITUTE)) return SUBSTITUTES[id.slice(SUBSTITUTE.length)];
    return id.startsWith('\0entry:') ? entries.get(id.slice('\0entry:'.length)) : null;
  },
  transform(source, file) {
    if (file === mainFile)
      return `${withoutDrawing(withCountedWork(source), file)}\nexport { ${MAIN_NAMES.join(', ')} };`;
    if (!file.startsWith(chunkFolder)) return null;
    if (file === layoutFile)
      return `${withoutDrawing(withQuickLanes(source), file)}\nexport { ${LAYOUT_NAMES.join(', ')} };`;
    const page = path.basename(file).startsWith('sequenceDiagram-') ? "import window from 'page-substitute';\n" : '';
    return page + withoutDrawing(withoutWaiting(withCountedWork(source), file), file);
  },
});

/** The parser's files by their names: what all need, and what each grammar needs. */
async function parserFiles(): Promise<readonly OutputChunk[]> {
  const grammars = grammarFiles().map((file) => [grammarName(file), grammarEntry(file)] as const);
  const entries = new Map([[BASE, BASE_ENTRY], [LAYOUT, LAYOUT_ENTRY], ...grammars]);
  const bundle = await rolldown({
    input: Object.fromEntries([...entries.keys()].map((name) => [name, name])),
    platform: 'neutral',
    resolve: { mainFields: ['module', 'main'] },
    plugins: [parserOnly(entries)],
    checks: { pluginTimings: false },
    preserveEntrySignatures: 'strict',
  });
  const { output } = await bundle.generate({
    format: 'cjs',
    exports: 'named',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    minify: true,
    comments: false,
    externalLiveBindings: false,
    codeSplitting: { groups: [{ name: 'shared', minShareCount: 3 }] },
  });
  await bundle.close();
  requireAllChanges();
  return output.filter((file): file is OutputChunk => file.type === 'chunk');
}

/** A file as a function of what it asks for. A function that is called at once would be read twice: once to pass over it. */
const asFunction = (code: string): string =>
  `module.exports=(function(need,exports,module,langium,${HELPER_NAMES.join(',')}){` +
  `${inAscii(code).replace(/\brequire\(("\.\/[^"]+")\)/g, 'need($1)')}\n})\n`;

/** Files that are run once, whatever the texts. */
const LANGIUM = 'langium.cjs';
const MARKDOWN = 'markdown.cjs';

/** What makes a parser: its files run anew, each when it is first asked for. `paths`: of the files, by their names. */
const main = (paths: ReadonlyMap<string, string>, grammars: readonly string[]): string => `
const files = {
${[...paths].map(([name, file]) => `  './${name}': () => require('./${file}'),`).join('\n')}
};
const langium = files['./${LANGIUM}'];
const helpersFor = (spend) => {${HELPERS}
  return [${HELPER_NAMES.join(', ')}];
};
const loaderFor = (spend) => {
  const made = new Map();
  const helpers = helpersFor(spend);
  const need = (name) => {
    const known = made.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    made.set(name, module);
    files[name]()(need, module.exports, module, langium, ...helpers);
    return module.exports;
  };
  return need;
};
exports.createSwimlaneLayout = (spend) => loaderFor(spend)('./${LAYOUT}.cjs');
exports.createMermaidParser = (spend) => {
  const need = loaderFor(spend);
  return {
    ...need('./${BASE}.cjs'),
    grammars: {
${grammars.map((file) => `      '${file}': () => need('./${grammarName(file)}.cjs').diagram,`).join('\n')}
    },
  };
};
exports.markdownLexer = (text) => files['./${MARKDOWN}']().markdownLexer(text);
`;

/** As many as Rolldown gives its chunks. */
const HASH_LENGTH = 8;

const moduleBefore = (name: string): string =>
  `import parser from './${name}.cjs';\nexport const { createMermaidParser, createSwimlaneLayout, markdownLexer } = parser;\n`;

/**
 * Writes the parser: a file of CommonJS, a folder beside it with what that loads when a text asks for it, and a module that
 * exports what is in the first. The package keeps its configuration and some of its models in variables of its modules:
 * each of its files is a function, so that what makes a parser makes those anew, and none outlives its text.
 */
export async function bundleMermaidParser(name: string): Promise<void> {
  const [markdown, langium, chunks] = await Promise.all([
    bundledWhole(MARKDOWN_ENTRY, mermaidFolder),
    bundledWhole(LANGIUM_ENTRY, mermaidFolder, [withoutServer]),
    parserFiles(),
  ]);
  const folder = path.basename(name);
  rmSync(name, { recursive: true, force: true });
  mkdirSync(name);
  const paths = new Map<string, string>();
  /** What keeps compiled code for the next start keeps that of files whose names tell their content. */
  const write = (fileName: string, code: string): void => {
    const hash = createHash('sha256').update(code).digest('base64url').slice(0, HASH_LENGTH);
    const named = `${path.basename(fileName, '.cjs')}-${hash}.cjs`;
    writeFileSync(path.join(name, named), code);
    paths.set(fileName, `${folder}/${named}`);
  };
  for (const { fileName, code } of chunks) write(fileName, asFunction(code));
  write(MARKDOWN, markdown);
  write(LANGIUM, langium);
  writeFileSync(`${name}.cjs`, main(paths, grammarFiles()));
  writeFileSync(`${name}.js`, moduleBefore(folder));
}
