/** The assets of an installed package, read from disk: the bundled fonts, stencils and icons. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Assets } from '../../assets/assets.js';
import { PLAIN_FONTS, packedFont } from '../../assets/packNames.js';
import { MxsvgError } from '../../diagnostics.js';
import { BoundedCache } from '../../primitives/boundedCache.js';

/** Where the asset pack lies: beside the compiled code, and from the source in what was built from it. */
const PACK_FOLDERS = ['./assets', '../../../dist/assets'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);

/** The path of a file of the pack; undefined where there is none, or a name that leads out of it. */
export function packFile(name: string): string | undefined {
  for (const folder of PACK_FOLDERS) {
    const file = path.resolve(folder, name);
    if (!file.startsWith(folder + path.sep)) return undefined;
    if (existsSync(file)) return file;
  }
  return undefined;
}

function readPackFile(name: string): Uint8Array | undefined {
  for (const folder of PACK_FOLDERS) {
    const file = path.resolve(folder, name);
    if (!file.startsWith(folder + path.sep)) return undefined;
    try {
      return readFileSync(file);
    } catch {
      // Not in this folder, or a library that the pack doesn't have: the caller reports what it misses.
    }
  }
  return undefined;
}

/** Those of all bundled families, and the like, bytes. */
const KEPT_FONTS = 64 * 1024 * 1024;

const fonts = new BoundedCache<string, Uint8Array | undefined>(KEPT_FONTS, (bytes) => bytes?.length ?? 0);

export const nodeAssets: Assets = {
  font: (name) => fonts.remember(name, (font) => readPackFile(packedFont(font))),
  file: readPackFile,
};

/**
 * The assets of a folder that holds a draw.io web application's files (stencils/, img/), over others where it has none.
 * Names can't leave the folder. Default for the others: the bundled ones.
 */
export function folderAssets(folder: string, under: Assets = nodeAssets): Assets {
  const root = path.resolve(folder);
  return {
    font: (name) => under.font(name),
    file: (name) => under.file(name),
    added: () => under.added?.() ?? [],
    rawFiles: (below) => [...filesBelow(root, below), ...(under.rawFiles?.(below) ?? [])],
    raw(name) {
      const file = path.resolve(root, name);
      if (!file.startsWith(root + path.sep)) return undefined;
      try {
        return readFileSync(file);
      } catch {
        // Not in this folder: the bundled pack is asked next, and the caller reports what nobody has.
        return under.raw?.(name);
      }
    },
  };
}

/** Links aren't followed, as nowhere that files are looked for. */
function filesBelow(root: string, folder: string): readonly string[] {
  const top = path.join(root, folder);
  if (!existsSync(top)) return [];
  return readdirSync(top, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

/** A WebAssembly module of the pack. Throws MxsvgError 'broken-assets' where the package lacks it. */
export function compiledModule(name: string): WebAssembly.Module {
  const bytes = readPackFile(name);
  if (!bytes) throw new MxsvgError('broken-assets', `The package lacks its file assets/${name}: install it anew.`);
  return new WebAssembly.Module(bytes as BufferSource);
}

/** The paths of the bundled fonts for plain text. */
export const plainFontFiles = (): readonly string[] => PLAIN_FONTS.flatMap((name) => packFile(packedFont(name)) ?? []);
