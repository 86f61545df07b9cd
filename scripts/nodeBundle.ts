/**
 * Bundles the entries for Node. They become CommonJS in few files: Node reads and links an ES module in several turns of
 * its loop, which for forty files takes longer than to draw a picture, and a CommonJS file may load another when a function
 * needs it, without waiting. A small ES module stands before each entry.
 */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type OutputChunk, type Plugin, rolldown } from 'rolldown';
import { constantExports } from './constantExports.js';
import { inAscii } from './inAscii.js';
import { lateModules, withLateImports } from './lateModules.js';
import { filesInChunks } from './licenses.js';
import { withoutStandardFonts } from './withoutStandardFonts.js';

/** The entries by their names in the output, and what each exports; a command exports nothing. */
const ENTRIES: Readonly<Record<string, string>> = {
  index: 'src/index.ts',
  'mermaid/index': 'src/mermaid/index.ts',
  command: 'src/cli.ts',
  'cli/worker': 'src/cli/worker.ts',
  'server/worker': 'src/server/worker.ts',
  'queue/thread': 'src/queue/thread.ts',
  'doors/vite': 'src/doors/vite.ts',
  'doors/remark': 'src/doors/remark.ts',
  'doors/rehype': 'src/doors/rehype.ts',
  'doors/markdownIt': 'src/doors/markdownIt.ts',
};

/** What is read together: the command's line of words, and what draws most diagrams. */
const GROUPS = [
  {
    name: 'basis',
    test: /src[\\/](?:diagnostics|limits|budget|mermaid[\\/]themes|primitives[\\/]\w+)\.ts$/,
    priority: 5,
  },
  { name: 'command', test: /src[\\/]cli[\\/]main\.ts$/, priority: 1 },
  { name: 'engine', test: /src[\\/](?:index|cli[\\/]drawPicture)\.ts$/, priority: 4 },
  // A group takes along what its modules need: these are what others need too.
  { name: 'pathData', test: /src[\\/]geometry[\\/]pathData\.ts$/, priority: 3 },
  { name: 'xml', test: /src[\\/]write[\\/]file[\\/]xml\.ts$/, priority: 3 },
  // What many kinds of Mermaid's need, and what all have in common that are graphs.
  {
    name: 'mermaid',
    test: /src[\\/](?:mermaid[\\/](?:text[\\/])?\w+|icons[\\/]\w+)\.ts$/,
    minShareCount: 4,
    priority: 2,
  },
  { name: 'graphDiagram', test: /src[\\/]mermaid[\\/]graph[\\/]/, minShareCount: 3, priority: 1 },
];

/** Read at every start of the command: inside, it is one file less to look for, and shorter. */
const INSIDE = ['commander'];

/** What commander runs commands in files of their own with; ours have none. */
const withoutProcesses: Plugin = {
  name: 'without-processes',
  resolveId: (source, importer) =>
    source === 'node:child_process' && importer?.includes('/commander/') ? '\0without-processes' : null,
  load: (id) => (id === '\0without-processes' ? 'module.exports = {};' : null),
};

/**
 * Asks for a module of Node's or of a package. The command's files are scripts to Node, which refuses them `import()`, and
 * some packages are modules alone.
 */
const IMPORT = 'module.exports = (name) => import(name);\n';

/** Code in which that file imports. */
function withImports(code: string): string {
  const text = code.replace(/\bimport\((?=")/g, 'require("#import")(');
  const other = /\bimport\(.{0,80}/.exec(text);
  if (other) throw new Error(`An import of another kind: ${other[0]}`);
  return text;
}

/** Code of a file that asks for Mermaid's parser by its path: the command loads its files itself, and knows them by that. */
function withParserPath(code: string, fileName: string): string {
  const file = path.posix.relative(path.posix.dirname(fileName), MERMAID_PARSER);
  return code.replaceAll('require("#mermaid-parser")', `require("${file.startsWith('.') ? file : `./${file}`}")`);
}

const MERMAID_PARSER = 'mermaidParser.cjs';

/** For who names a module. */
const COMMAND_MODULE = `#!/usr/bin/env node
import './cli.cjs';
`;

const moduleBefore = (name: string, exported: readonly string[]): string =>
  [
    `import loaded from './${path.posix.basename(name)}.cjs';`,
    ...exported.map((each) =>
      each === 'default' ? 'export default loaded.default;' : `export const ${each} = loaded.${each};`,
    ),
    '',
  ].join('\n');

/** Writes the entries into a folder; returns the files that went into them. `external`: packages that stay outside. */
export async function bundleForNode(folder: string, external: readonly string[]): Promise<readonly string[]> {
  const outside = external.filter((name) => !INSIDE.includes(name));
  const bundle = await rolldown({
    input: { ...ENTRIES },
    platform: 'node',
    external: (id, importer) =>
      (/^(?:node:|#)/.test(id) && !(id === 'node:child_process' && importer?.includes('/commander/'))) ||
      outside.some((name) => id === name || id.startsWith(`${name}/`)),
    plugins: [lateModules, withoutProcesses, withoutStandardFonts, constantExports],
    preserveEntrySignatures: 'strict',
    // That a module is asked for late by one and at once by another is meant: there are entries that need all.
    checks: { ineffectiveDynamicImport: false },
  });
  const { output } = await bundle.write({
    dir: folder,
    format: 'cjs',
    exports: 'named',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    minify: true,
    comments: false,
    // The maps name files and lines; they stay out of the package, and nothing there names them.
    sourcemap: 'hidden',
    sourcemapExcludeSources: true,
    externalLiveBindings: false,
    codeSplitting: { groups: GROUPS },
  });
  await bundle.close();
  const chunks = output.filter((file): file is OutputChunk => file.type === 'chunk');
  for (const { fileName, isEntry, name, exports } of chunks) {
    const written = path.join(folder, fileName);
    const code = inAscii(withLateImports(readFileSync(written, 'utf8')));
    writeFileSync(written, withParserPath(withImports(code), fileName));
    if (!isEntry || name === 'command') continue;
    const file = path.join(folder, `${name}.js`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, moduleBefore(name, exports));
  }
  await build({
    input: 'src/start.ts',
    platform: 'node',
    output: { file: path.join(folder, 'cli.cjs'), format: 'cjs', minify: true, comments: false },
  });
  writeFileSync(path.join(folder, 'import.cjs'), IMPORT);
  writeFileSync(path.join(folder, 'cli.js'), COMMAND_MODULE);
  for (const name of ['cli.cjs', 'cli.js']) chmodSync(path.join(folder, name), 0o755);
  return filesInChunks(chunks);
}
