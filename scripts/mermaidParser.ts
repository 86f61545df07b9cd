/** Bundles what parses Mermaid text, out of a package that draws it too: grammars, the models they fill, themes. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

const require = createRequire(import.meta.url);

/** What a parser has, by the source file of the package in which it is called so. */
const ENTRY = `
export { addDiagrams, addDirective, detectType, getConfig, updateSiteConfig } from 'mermaid-source:src/mermaid.ts';
export { diagram as flowchartDiagram } from 'mermaid-source:src/diagrams/flowchart/flowDiagram.ts';
export { diagram as sequenceDiagram } from 'mermaid-source:src/diagrams/sequence/sequenceDiagram.ts';
export { diagram as classDiagram } from 'mermaid-source:src/diagrams/class/classDiagram-v2.ts';
export { diagram as stateDiagram } from 'mermaid-source:src/diagrams/state/stateDiagram-v2.ts';
export { diagram as entityRelationDiagram } from 'mermaid-source:src/diagrams/er/erDiagram.ts';
export { diagram as mindmapDiagram } from 'mermaid-source:src/diagrams/mindmap/mindmap-definition.ts';
export { diagram as timelineDiagram } from 'mermaid-source:src/diagrams/timeline/timeline-definition.ts';
export { diagram as ganttDiagram } from 'mermaid-source:src/diagrams/gantt/ganttDiagram.ts';
export { diagram as journeyDiagram } from 'mermaid-source:src/diagrams/user-journey/journeyDiagram.ts';
export { diagram as kanbanDiagram } from 'mermaid-source:src/diagrams/kanban/kanban-definition.ts';
export { JSON_SCHEMA as yamlSchema, load as loadYaml } from 'mermaid-source:node_modules/js-yaml/dist/js-yaml.mjs';
`;

/** What is the same for all texts. */
const MARKDOWN_ENTRY = "export { lexer as markdownLexer } from 'marked';";

/** The package's main file exports no part of its pipeline: these of its names are exported too. */
const MAIN_NAMES = ['addDiagrams', 'addDirective', 'detectType', 'getConfig', 'updateSiteConfig'];

/** What only drawing needs. */
const DRAWING_PACKAGES = /^(?:d3|roughjs|stylis|katex|uuid|@iconify\/utils|dagre-d3-es|cytoscape)(?:$|[/-])/;

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
  ['nothing', 'module.exports = {};'],
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
    onLoad({ filter: /chunks[\\/]mermaid\.core[\\/]sequenceDiagram-/ }, ({ path: file }) => ({
      contents: `import window from 'page-substitute';\n${readFileSync(file, 'utf8')}`,
    }));
    onLoad({ filter: /chunks[\\/]mermaid\.core[\\/]ganttDiagram-/ }, ({ path: file }) => ({
      contents: withCountedDays(readFileSync(file, 'utf8')),
    }));
    onLoad({ filter: /mermaid\.core\.mjs$/ }, ({ path: file }) => ({
      contents: `${readFileSync(file, 'utf8')}\nexport { ${MAIN_NAMES.join(', ')} };`,
    }));
  },
};

/** Where a Gantt chart asks of each day of a task whether it is excluded. */
const DAY = 'var isInvalidDate = /* @__PURE__ */ __name(function(date, dateFormat2, excludes2, includes2) {';

/** A few tasks can last for thousands of days, and are looked at again and again: each day is told to who counts them. */
function withCountedDays(source: string): string {
  if (!source.includes(DAY)) throw new Error('The package mermaid counts the days of a Gantt chart in another way.');
  return source.replace(DAY, `${DAY} countDay();`);
}

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

/**
 * Writes the parser's bundle to a file. The package keeps its configuration and some of its models in variables of its
 * modules: all of it goes into one function, so that what makes a parser makes those anew, and none outlives its text.
 */
export async function bundleMermaidParser(outfile: string): Promise<void> {
  const [markdown, parser] = await Promise.all([
    bundled(MARKDOWN_ENTRY, { format: 'esm' }),
    bundled(ENTRY, { format: 'iife', globalName: 'mermaid', plugins: [parserOnly] }),
  ]);
  writeFileSync(outfile, `${markdown}\nexport function createMermaidParser(countDay){${parser}\nreturn mermaid}\n`);
}
