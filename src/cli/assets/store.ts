/** Writes packs into the user's folder, and takes them out of it: each whole or not at all. */
import { createHash, randomInt } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MxsvgError } from '../../diagnostics.js';
import { type AddedPack, addedPacks, PACK_FORMAT, PACK_LIST } from '../../platform/node/userAssets.js';
import { explain, FileError, makeFolder, writeOutput } from '../files.js';
import { LOCK, whileLocked } from './lock.js';

/** Files by their paths in the pack's folder. */
export type PackFiles = ReadonlyMap<string, Uint8Array>;

/** What is known of a pack beside its files. */
export type PackOrigin = Pick<AddedPack, 'version' | 'source' | 'added' | 'stencils' | 'icons'>;

/** Folders that no list names are left by runs that were killed; younger ones may be another run's that isn't done. */
const LEFT_BEHIND_MS = 60 * 60 * 1000;

/**
 * Adds a pack before the others, in place of one of the same content, version or source. The files are written beside
 * their place; only the list, which is replaced last, makes them a pack. Throws FileError where they can't be written.
 */
export async function storePack(folder: string, files: PackFiles, origin: PackOrigin): Promise<AddedPack> {
  const name = contentName(files);
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  const pack: AddedPack = { ...origin, folder: name, bytes };
  // In containers that share the folder, all have the same process ids.
  const temporary = `${name}.${randomInt(2 ** 47)}.tmp`;
  writing(folder, () => writeFolder(path.join(folder, temporary), files));
  await whileLocked(folder, async () => {
    const kept = readablePacks(folder);
    const others = kept.filter((other) => !givesWay(other, pack));
    writing(folder, () => {
      moveFolder(path.join(folder, temporary), path.join(folder, name));
      removeLeftBehind(folder, [name, ...kept.map((other) => other.folder)]);
    });
    await writeList(folder, [pack, ...others]);
    removeFolders(
      folder,
      kept.filter((other) => other.folder !== name && !others.includes(other)),
    );
  });
  return pack;
}

const givesWay = (other: AddedPack, pack: AddedPack): boolean =>
  other.folder === pack.folder ||
  other.source === pack.source ||
  (pack.version !== undefined && other.version === pack.version);

/** Takes packs out. Throws FileError where the list can't be written. */
export async function removePacks(folder: string, packs: readonly AddedPack[]): Promise<void> {
  const names = new Set(packs.map((pack) => pack.folder));
  await whileLocked(folder, async () => {
    await writeList(
      folder,
      addedPacks(folder).filter((pack) => !names.has(pack.folder)),
    );
    removeFolders(folder, packs);
  });
}

/** Takes all packs out, whether or not their list can be understood. */
export function removeAllPacks(folder: string): void {
  writing(folder, () => {
    for (const file of [PACK_LIST, LOCK]) rmSync(path.join(folder, file), { force: true });
    for (const name of packFolders(folder)) rmSync(path.join(folder, name), { recursive: true, force: true });
  });
}

/** A list that can't be understood gives way to a new one. */
function readablePacks(folder: string): readonly AddedPack[] {
  try {
    return addedPacks(folder);
  } catch (error) {
    if (error instanceof MxsvgError) return [];
    throw error;
  }
}

/** The same for the same files, wherever they came from. */
function contentName(files: PackFiles): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, 16);
}

function writeFolder(temporary: string, files: PackFiles): void {
  try {
    for (const [name, bytes] of files) {
      const file = path.join(temporary, name);
      makeFolder(path.dirname(file));
      // Two names that differ in case only would be one file on some machines.
      writeFileSync(file, bytes, { flag: 'wx' });
    }
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw error;
  }
}

/** Of one that is there already, the content is the same. */
function moveFolder(temporary: string, target: string): void {
  if (existsSync(target)) rmSync(temporary, { recursive: true, force: true });
  else renameSync(temporary, target);
}

async function writeList(folder: string, packs: readonly AddedPack[]): Promise<void> {
  await writeOutput(path.join(folder, PACK_LIST), `${JSON.stringify({ format: PACK_FORMAT, packs }, null, 2)}\n`);
}

function removeFolders(folder: string, packs: readonly AddedPack[]): void {
  for (const pack of packs) rmSync(path.join(folder, pack.folder), { recursive: true, force: true });
}

function removeLeftBehind(folder: string, known: readonly string[]): void {
  for (const name of packFolders(folder)) {
    if (known.includes(name)) continue;
    const left = path.join(folder, name);
    if (Date.now() - statSync(left).mtimeMs > LEFT_BEHIND_MS) rmSync(left, { recursive: true, force: true });
  }
}

/** The folders of packs, those that a killed run left among them. */
const packFolders = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => /^[0-9a-f]{16}(?:\.\d+\.tmp)?$/.test(name)) : [];

function writing(folder: string, action: () => void): void {
  try {
    action();
  } catch (cause) {
    throw new FileError(`${folder}: ${explain(cause, 'written')}`, { cause });
  }
}
