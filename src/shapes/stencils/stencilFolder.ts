/** Stencils out of a draw.io web application's own files, which the caller may have newer ones of than the pack. */

import type { Assets } from '../../assets/assets.js';
import { parseXml } from '../../decode/xml.js';
import { BoundedCache, dataSize } from '../../primitives/boundedCache.js';
import { packStencil, unpackStencil } from './packedStencil.js';
import { stencilLibraries } from './stencilLibrary.js';
import { readStencil, type StencilProgram } from './stencilProgram.js';

const NAME = /^mxgraph(?:\.[a-z0-9_-]+)+\.[^.]+$/;

/** What library files that are kept read may take, bytes. */
const KEPT = 64 * 1024 * 1024;

const FOLDER = 'stencils';

/** The packages in a library file, and the name of one, without reading all of the file as XML. */
const PACKAGE = /<shapes\b[^<>]*>/g;
const PACKAGE_NAME = /\sname\s*=\s*["']([^"']*)["']/;

/** A library's stencils by their full names, each packed: a fraction of what they take as elements. */
type LibraryFile = ReadonlyMap<string, Uint8Array>;

/**
 * Finds stencils among the caller's files: "mxgraph.rack.f5.x" in stencils/rack/f5.xml, and where it isn't there in the
 * files that say they hold its package, as stencils/veeam/veeam.xml does "mxgraph.veeam". Files are read when first named.
 */
export function stencilsOfFolder(assets: Assets): (name: string) => StencilProgram | undefined {
  const files = new BoundedCache<string, LibraryFile>(KEPT, dataSize);
  const stencilIn = (path: string, name: string): StencilProgram | undefined => {
    const packed = files.remember(path, (own) => readLibrary(assets, own)).get(name);
    return packed && unpackStencil(packed);
  };
  let packages: ReadonlyMap<string, readonly string[]> | undefined;
  return (name) => {
    if (!assets.raw || !NAME.test(name)) return undefined;
    const direct = stencilIn(pathOf(name.slice(0, name.lastIndexOf('.'))), name);
    if (direct) return direct;
    packages ??= packageFiles(assets);
    // A shape whose own name has a dot is in the package before an earlier one.
    for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      for (const path of packages.get(name.slice(0, dot)) ?? []) {
        const stencil = stencilIn(path, name);
        if (stencil) return stencil;
      }
    }
    return undefined;
  };
}

/** Where a package is, unless its file has another name: "mxgraph.rack.f5" in stencils/rack/f5.xml. */
const pathOf = (packageName: string): string =>
  `${FOLDER}/${packageName.replace(/^mxgraph\./, '').replaceAll('.', '/')}.xml`;

function textOf(assets: Assets, path: string): string | undefined {
  const bytes = assets.raw?.(path);
  return bytes && new TextDecoder().decode(bytes);
}

function readLibrary(assets: Assets, path: string): LibraryFile {
  const text = textOf(assets, path);
  const libraries = text === undefined ? [] : stencilLibraries(parseXml(text, { origin: path }));
  return new Map(
    libraries.flatMap(({ packageName, shapes }) =>
      [...shapes].map(([name, shape]) => [`${packageName}.${name}`, packStencil(readStencil(shape))]),
    ),
  );
}

/** The files of each package, where they can be listed. */
function packageFiles(assets: Assets): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of assets.rawFiles?.(FOLDER) ?? []) {
    if (!path.endsWith('.xml')) continue;
    for (const [tag] of (textOf(assets, path) ?? '').matchAll(PACKAGE)) {
      const packageName = (PACKAGE_NAME.exec(tag)?.[1] ?? '').toLowerCase();
      found.set(packageName, [...(found.get(packageName) ?? []), path]);
    }
  }
  return found;
}
