/** Holds the import table of the design to the code: who may import whom, and where Node may be named. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

const SOURCE = path.resolve(import.meta.dirname, '../src');

/** Readers of formats that stencils and embedded pictures need as well. */
const READERS = ['decode/xml.ts', 'decode/base64.ts', 'decode/compression.ts'];

/** What writes a diagram file, rather than a picture, has read it first. */
const FILES = ['decode/container.ts', 'decode/page.ts', 'decode/xml.ts', 'decode/compression.ts'];

/** What a file or folder may import beside its own folder; '*' stands for any ending. The longest matching key counts. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'geometry/': [],
  'decode/': [],
  'model/': ['decode/', 'geometry/'],
  'style/': ['model/', 'geometry/numbers.ts'],
  'text/': ['style/', 'geometry/'],
  'formulas/': ['text/math.ts'],
  'text/formulaSvg.ts': ['geometry/', 'style/color.ts', 'decode/xml.ts'],
  'scene/scene.ts': ['geometry/', 'text/textBlock.ts'],
  'scene/moved.ts': ['scene/scene.ts', 'geometry/'],
  'scene/canvas*': ['scene/scene.ts', 'scene/canvasState.ts', 'geometry/', 'text/textBlock.ts'],
  'shapes/': ['scene/canvas.ts', 'scene/scene.ts', 'style/', 'geometry/'],
  'shapes/stencil*': ['scene/canvas.ts', 'scene/scene.ts', 'style/', 'geometry/', 'assetPack.ts', ...READERS],
  'route/': ['style/', 'geometry/'],
  'layout/': ['model/', 'style/', 'text/', 'shapes/', 'route/', 'geometry/'],
  'scene/': ['layout/', 'shapes/', 'text/', 'style/', 'geometry/', 'model/cell.ts'],
  'scene/imageDiagnostics.ts': ['assetPack.ts', 'text/imageKind.ts', 'text/imageSize.ts'],
  'diff/': ['model/cell.ts', 'layout/layout.ts', 'scene/scene.ts', 'scene/moved.ts', 'text/textBlock.ts', 'geometry/'],
  'verify/': ['decode/', 'text/numerals.ts', 'options.ts', 'render.ts', 'write/'],
  'write/': ['scene/scene.ts', 'style/color*', 'geometry/', 'text/textBlock.ts'],
  'write/text.ts': ['scene/scene.ts', 'style/color*', 'geometry/', 'text/textBlock.ts', 'text/fontSizes.ts'],
  'write/textGeometry.ts': ['scene/scene.ts', 'geometry/', 'text/textBlock.ts', 'decode/base64.ts'],
  'write/fontEmbedding.ts': ['scene/scene.ts', 'text/textBlock.ts', 'decode/base64.ts'],
  'write/svgImage.ts': ['geometry/', 'decode/text.ts', ...READERS],
  'write/safeSvg.ts': ['decode/xml.ts'],
  'write/safeCss.ts': ['style/color.ts'],
  'write/pdf/': [
    'scene/scene.ts',
    'scene/moved.ts',
    'style/color*',
    'geometry/',
    'text/textBlock.ts',
    'text/fontSizes.ts',
    ...READERS,
  ],
  'write/xml.ts': ['decode/xml.ts'],
  'write/imageData.ts': ['text/imageKind.ts'],
  'write/decorations.ts': ['text/textBlock.ts', 'text/waves.ts', 'geometry/'],
  'write/mxfile.ts': FILES,
  'write/embed.ts': ['decode/png.ts', 'decode/bytes.ts'],
  'mermaid/': ['style/color.ts', 'decode/xml.ts', 'decode/compression.ts', 'write/xml.ts', 'text/', 'geometry/'],
  'mermaid/index.ts': ['*'],
  'mermaid/browser.ts': ['*'],
  'assetPack.ts': ['decode/'],
  'assets.ts': [],
  'boundedCache.ts': [],
  'budget.ts': [],
  'browserMath.ts': ['text/math.ts'],
  'browserRenderer.ts': ['options.ts', 'render.ts', 'text/harfbuzz.ts', 'text/math.ts', 'urlAssets.ts'],
  'diagnostics.ts': [],
  'htmlTree.ts': [],
  'limits.ts': [],
  'lookupTable.ts': [],
  'missingAssets.ts': [],
  'percentEncoded.ts': [],
  'xmlCharacters.ts': [],
  'nodeAssets.ts': ['assetPack.ts'],
  'nodeUserAssets.ts': ['assetPack.ts', 'nodeAssets.ts'],
  'nodeMath.ts': ['nodeAssets.ts', 'text/math.ts'],
  'nodeShaping.ts': ['text/harfbuzz.ts', 'text/shaping.ts'],
  'nodeFontFolders.ts': [],
  'nodeFontOrder.ts': [],
  'nodeFontSupport.ts': ['nodeShaping.ts', 'nodeSystemFonts.ts', 'text/fonts.ts'],
  'nodeSystemFonts.ts': [
    'nodeFontFolders.ts',
    'nodeFontOrder.ts',
    'text/characterMap.ts',
    'text/fontNames.ts',
    'text/fontTable.ts',
    'text/glyphColors.ts',
    'text/shaping.ts',
    'text/systemFonts.ts',
    'text/weightAxis.ts',
  ],
  'options.ts': ['text/systemFonts.ts', 'write/links.ts', 'write/text.ts'],
  'optionTypes.ts': ['options.ts'],
  'textEnd.ts': [],
  'urlAssets.ts': [],
  'pipeline/': ['*'],
  'render.ts': ['*'],
  'index.ts': ['*'],
  'node.ts': ['*'],
  'browser.ts': ['*'],
  'cli.ts': ['*'],
  'cli/': ['*'],
};

/** Anyone may import these. */
const FREE = [
  'assets.ts',
  'boundedCache.ts',
  'budget.ts',
  'diagnostics.ts',
  'htmlTree.ts',
  'limits.ts',
  'lookupTable.ts',
  'missingAssets.ts',
  'xmlCharacters.ts',
  'percentEncoded.ts',
  'textEnd.ts',
];

/** The files that need Node, and those that only they lead to. */
const MAY_NAME_NODE = [
  'nodeAssets.ts',
  'nodeUserAssets.ts',
  'nodeMath.ts',
  'node.ts',
  'nodeShaping.ts',
  'nodeFontFolders.ts',
  'nodeSystemFonts.ts',
  'cli.ts',
  'cli/',
  'write/jpeg.ts',
  'write/png.ts',
  'write/drawnImages.ts',
  'write/pngRepair.ts',
  'write/isolatedResvg.ts',
  'write/resvgWorker.ts',
];
const NODE_PACKAGES = ['@resvg/resvg-js', '@resvg/resvg-wasm', 'commander'];

interface Import {
  readonly from: string;
  readonly specifier: string;
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => file.endsWith('.ts'))
  .sort();

const imports: readonly Import[] = files.flatMap((file) => importsOf(file));

function importsOf(from: string): Import[] {
  const source = readFileSync(path.join(SOURCE, from), 'utf8');
  const { module, errors } = parseSync(from, source);
  if (errors.length > 0) throw new Error(`${from}: ${errors[0]?.message}`);
  const exported = module.staticExports.flatMap(({ entries }) => entries.map((entry) => entry.moduleRequest?.value));
  const imported = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    source.slice(start, end).replace(/^['"]|['"]$/g, ''),
  );
  const specifiers = [...imported, ...exported, ...dynamic].filter((specifier) => specifier !== undefined);
  return [...new Set(specifiers)].map((specifier) => ({ from, specifier }));
}

/** The imported file of ours, relative to src; undefined for a package. */
function target({ from, specifier }: Import): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return path.posix.join(path.posix.dirname(from), specifier).replace(/\.js$/, '.ts');
}

const matches = (file: string, pattern: string): boolean =>
  /[/*]$/.test(pattern) ? file.startsWith(pattern.replace(/\*$/, '')) : file === pattern;

function rulesFor(file: string): readonly string[] | undefined {
  const keys = Object.keys(MAY_IMPORT).filter((key) => matches(file, key));
  const longest = keys.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : MAY_IMPORT[longest];
}

/** The stage a file belongs to: its first folder; empty for the files beside them. */
const stageOf = (file: string): string => file.slice(0, file.indexOf('/') + 1);

/** Files of one stage may import each other, but for scene/, whose types stand before what builds it. */
function isNeighbour(from: string, to: string): boolean {
  const split = from === 'scene/scene.ts' || from === 'scene/canvas.ts';
  return !split && stageOf(from) !== '' && stageOf(to) === stageOf(from);
}

describe('layers', () => {
  test('every file has a place in the table', () => {
    expect(files.filter((file) => rulesFor(file) === undefined)).toEqual([]);
  });

  test('a folder imports only what stands before it', () => {
    const broken = imports.filter((each) => {
      const to = target(each);
      if (to === undefined || FREE.includes(to) || isNeighbour(each.from, to)) return false;
      return !rulesFor(each.from)?.some((pattern) => matches(to, pattern));
    });
    expect(broken.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
  });

  test('only the edges of the program name Node', () => {
    const broken = imports.filter(
      ({ from, specifier }) =>
        (specifier.startsWith('node:') || NODE_PACKAGES.includes(specifier)) &&
        !MAY_NAME_NODE.some((pattern) => matches(from, pattern)),
    );
    expect(broken.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
  });

  test('nothing that web pages load names Node', () => {
    const reached = new Set(['browser.ts']);
    for (const file of reached) {
      for (const each of imports.filter(({ from }) => from === file)) reached.add(target(each) ?? each.specifier);
    }
    expect(reached.has('decode/container.ts')).toBe(true);
    expect([...reached].filter((each) => each.startsWith('node:') || NODE_PACKAGES.includes(each))).toEqual([]);
  });
});
