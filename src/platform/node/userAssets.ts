/** The stencils and icons that a user added from a copy of draw.io: where they are kept, and how they are read. */
import { readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import path from 'node:path';
import { brokenAssets } from '../../assets/assetPack.js';
import type { Assets, Pack } from '../../assets/assets.js';
import { nodeAssets } from './packagedAssets.js';

/** The file that lists the added packs. Writing it is what adds and removes: what it doesn't name isn't there. */
export const PACK_LIST = 'packs.json';

/** How packs are written, one more with each change of it: added ones outlive the version that packed them. */
export const PACK_FORMAT = 2;

/** One pack that was added. */
export interface AddedPack {
  /** Its folder below that of all; the name tells its content. */
  readonly folder: string;
  /** draw.io's, where it was found. */
  readonly version?: string;
  /** What it was taken from: a path or an address. */
  readonly source: string;
  /** When, in ISO format. */
  readonly added: string;
  readonly stencils: number;
  readonly icons: number;
  /** What it takes up on disk. */
  readonly bytes: number;
}

interface Machine {
  readonly platform: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Where added packs are kept: what MXSVG_ASSETS names, else a folder among the user's data. */
export function userAssetsFolder(machine: Machine = thisMachine()): string {
  const { platform, home, env } = machine;
  if (env.MXSVG_ASSETS) return path.resolve(env.MXSVG_ASSETS);
  if (platform === 'win32')
    return path.join(env.LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'mxsvg', 'assets');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'mxsvg', 'assets');
  // The XDG specification passes over paths that aren't absolute.
  const data = path.isAbsolute(env.XDG_DATA_HOME ?? '') ? (env.XDG_DATA_HOME as string) : undefined;
  return path.join(data ?? path.join(home, '.local', 'share'), 'mxsvg', 'assets');
}

const thisMachine = (): Machine => ({ platform: process.platform, home: home(), env: process.env });

/** HOME may be empty; a user that the machine doesn't know, as containers run programs, has none at all. */
function home(): string {
  try {
    const named = homedir();
    return path.isAbsolute(named) ? named : userInfo().homedir;
  } catch {
    return path.parse(process.cwd()).root;
  }
}

/**
 * The packs below the folder, the one that is asked first first; none where there is no list or it isn't for this user to
 * read. Throws MxsvgError 'broken-assets' where it can't be understood.
 */
export function addedPacks(folder: string): readonly AddedPack[] {
  const file = path.join(folder, PACK_LIST);
  const text = readIfThere(file)?.toString('utf8');
  return text === undefined ? [] : packsOf(text, file);
}

function packsOf(text: string, file: string): readonly AddedPack[] {
  let list: { readonly format?: unknown; readonly packs?: unknown };
  try {
    list = JSON.parse(text);
  } catch (cause) {
    throw brokenAssets(`${file} can't be read (${String(cause)}).`, cause);
  }
  if (list?.format !== PACK_FORMAT) throw brokenAssets(`${file} was written by another version of mxsvg.`);
  const { packs } = list;
  if (!Array.isArray(packs) || !packs.every(isPack)) throw brokenAssets(`${file} doesn't list packs.`);
  return packs;
}

/** A folder's name is a name only: no list leads elsewhere. */
const isPack = (pack: Partial<Record<keyof AddedPack, unknown>> | null): boolean =>
  typeof pack?.folder === 'string' &&
  /^[0-9a-f]+$/.test(pack.folder) &&
  [pack.source, pack.added].every((text) => typeof text === 'string') &&
  [pack.stencils, pack.icons, pack.bytes].every((count) => typeof count === 'number') &&
  (pack.version === undefined || typeof pack.version === 'string');

const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM']);

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (NOT_THERE.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/**
 * The stencils and icons that the user added with `mxsvg assets add`, before others; default before the bundled ones.
 * Nothing is read until a diagram names a stencil or an icon.
 */
export function userAssets(under: Assets = nodeAssets): Assets {
  const { raw, rawFiles } = under;
  return {
    font: (name) => under.font(name),
    file: (name) => under.file(name),
    raw: raw && ((name) => raw.call(under, name)),
    rawFiles: rawFiles && ((folder) => rawFiles.call(under, folder)),
    added: () => [...packsIn(userAssetsFolder()), ...(under.added?.() ?? [])],
  };
}

const packsIn = (folder: string): readonly Pack[] =>
  addedPacks(folder).map((pack) => ({ file: (name) => readPackFile(path.join(folder, pack.folder), name) }));

function readPackFile(root: string, name: string): Uint8Array | undefined {
  const file = path.resolve(root, name);
  return file.startsWith(root + path.sep) ? readIfThere(file) : undefined;
}
