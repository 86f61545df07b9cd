/** The stencil libraries and icons of draw.io's web application, wherever in a tree of files it lies. */
import { type FileTree, LONGEST_FILE, MOST_BYTES, treeError } from './fileTree.js';
import { isPacked } from './packedFiles.js';
import type { PackSource } from './packing.js';

export interface WebApplication extends PackSource {
  /** What messages call it: a path or an address. */
  readonly origin: string;
  /** draw.io's version, where it says. */
  version(): string | undefined;
  /** The licence texts that come with it, by their paths. */
  licences(): ReadonlyMap<string, Uint8Array>;
}

/** Where the web application lies in draw.io's sources and in its desktop application. */
const SOURCE_FOLDER = 'src/main/webapp/';

/** The application's own code, which knows its version. */
const CODE = ['js/app.min.js', 'js/viewer-static.min.js', 'js/viewer.min.js'];
const VERSION = /\bEditorUi\.VERSION\s*=\s*["'](\d+(?:\.\d+){1,3})["']/;

const LICENCE = /^(?:(?:stencils|img|mxgraph)\/(?:[\w.-]+\/)*)?LICEN[CS]E[\w.-]*$/i;

/** A longer text is no licence. */
const LONGEST_LICENCE = 1024 * 1024;

/**
 * The web application in a tree: its uppermost folder that has stencil libraries in stencils/ or icons in img/lib/.
 * Undefined where there is none. Throws FileError where what it has isn't to be read, or is too much.
 */
export function findWebApplication(tree: FileTree): WebApplication | undefined {
  const root = rootIn(tree);
  if (root === undefined) return undefined;
  const paths = below(tree.files.keys(), root).filter(isPacked);
  for (const path of below(tree.unread.keys(), root)) {
    if (leadsToPacked(path)) throw treeError(`${tree.origin}: ${root}${path}`, tree.unread.get(root + path) as string);
  }
  let total = 0;
  const count = (length: number): void => {
    total += length;
    if (total > MOST_BYTES) throw treeError(tree.origin, 'has more stencils and icons than are read');
  };
  for (const path of paths) count(tree.files.get(root + path) ?? 0);
  total = 0;
  return {
    origin: tree.origin,
    paths,
    read(path) {
      const bytes = tree.read(root + path);
      count(bytes.length);
      return bytes;
    },
    version: () => versionOf(tree, root),
    licences: () => licencesOf(tree, root),
  };
}

/** Where in a tree the web application lies: '' or a path that ends in a slash; undefined where there is none. */
export function rootIn(tree: FileTree): string | undefined {
  const roots = new Set<string>();
  for (const name of tree.files.keys()) {
    const root = rootAbove(name, isPacked);
    if (root !== undefined) roots.add(root);
  }
  for (const name of tree.unread.keys()) {
    const root = rootAbove(name, leadsToPacked);
    if (root !== undefined) roots.add(root);
  }
  const depth = (root: string): number => root.split('/').length;
  return [...roots].sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))[0];
}

/** The part of a path before stencils/ or img/lib/, where the rest is what is looked for. */
function rootAbove(name: string, isWanted: (path: string) => boolean): string | undefined {
  const parts = name.split('/');
  const at = parts.findIndex((part, i) => part === 'stencils' || (part === 'img' && parts[i + 1] === 'lib'));
  if (at < 0 || !isWanted(parts.slice(at).join('/'))) return undefined;
  return parts
    .slice(0, at)
    .map((part) => `${part}/`)
    .join('');
}

const below = (names: Iterable<string>, root: string): readonly string[] =>
  [...names].filter((name) => name.startsWith(root)).map((name) => name.slice(root.length));

/** Of a path that may be a folder's, since a link can stand for one. */
const leadsToPacked = (path: string): boolean =>
  isPacked(path) || /^(?:stencils|img|mxgraph\/images)(?:\/|$)/.test(path) || path === 'mxgraph';

function versionOf(tree: FileTree, root: string): string | undefined {
  for (const file of CODE) {
    const text = readShort(tree, root + file, LONGEST_FILE);
    const [, version] = VERSION.exec(text?.toString('latin1') ?? '') ?? [];
    if (version !== undefined) return version;
  }
  return undefined;
}

function licencesOf(tree: FileTree, root: string): ReadonlyMap<string, Uint8Array> {
  const licences = new Map<string, Uint8Array>();
  // The whole project's stands above its sources.
  const tops = root.endsWith(SOURCE_FOLDER) ? [root.slice(0, -SOURCE_FOLDER.length), root] : [root];
  for (const top of tops) {
    for (const path of below(tree.files.keys(), top).filter((name) => LICENCE.test(name))) {
      const text = readShort(tree, top + path, LONGEST_LICENCE);
      if (text) licences.set(path, text);
    }
  }
  return new Map([...licences].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A file that isn't needed: undefined where it isn't there, or longer. */
function readShort(tree: FileTree, name: string, longest: number): Buffer | undefined {
  const length = tree.files.get(name);
  if (length === undefined || length > longest) return undefined;
  return Buffer.from(tree.read(name));
}
