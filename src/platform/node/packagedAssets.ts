/** The assets of an installed package, read from disk: the bundled fonts, stencils and icons. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Assets } from '../../assets/assets.js';
import { BoundedCache } from '../../primitives/boundedCache.js';

const require = createRequire(import.meta.url);

/** The path of a bundled font: "Arimo_400Regular" lies in its package at 400Regular/Arimo_400Regular.ttf. */
function fontFile(name: string): string | undefined {
  const [family, ...face] = name.split('_');
  if (!family || face.length === 0) return undefined;
  try {
    const root = path.dirname(require.resolve(`@expo-google-fonts/${family.toLowerCase()}/package.json`));
    return path.join(root, face.join('_'), `${name}.ttf`);
  } catch {
    // The package is absent: the caller reports the missing font.
    return undefined;
  }
}

function readFont(name: string): Uint8Array | undefined {
  const file = fontFile(name);
  try {
    return file === undefined ? undefined : readFileSync(file);
  } catch {
    // Absent: the caller reports the missing font.
    return undefined;
  }
}

/** Where the asset pack lies: beside the compiled code, and from the source in what was built from it. */
const PACK_FOLDERS = ['./assets', '../../../dist/assets'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);

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
  font: (name) => fonts.remember(name, readFont),
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

/** The paths of the bundled fonts for plain text: a sans, a serif and a monospaced family. */
export const plainFontFiles = (): readonly string[] =>
  ['Arimo', 'Tinos', 'Cousine'].flatMap((family) =>
    ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].flatMap(
      (face) => fontFile(`${family}_${face}`) ?? [],
    ),
  );
