/** `mxsvg assets`: adds, lists and removes the user's own stencils and icons. */
import path from 'node:path';
import { type AddedPack, addedPacks, userAssetsFolder } from '../../platform/node/userAssets.js';
import { UsageError } from '../files.js';
import { answer, tell } from '../print.js';
import type { AssetsCommand } from './assetsCommand.js';
import { isAddress } from './download.js';
import { treeError } from './fileTree.js';
import { openSource } from './openSource.js';
import { packAssets } from './packing.js';
import { terminalProgress } from './progress.js';
import { type PackFiles, removeAllPacks, removePacks, storePack } from './store.js';

// All of the engine, in place of the parts that packing needs: those would be files of their own for every start to load.
export * from '../../index.js';

/** Returns the exit code. Throws FileError, UsageError and MxsvgError. */
export async function runAssetsCommand(command: AssetsCommand): Promise<number> {
  const folder = userAssetsFolder();
  switch (command.action) {
    case 'add':
      return add(folder, command.source, command.quiet);
    case 'list':
      return list(folder);
    case 'remove':
      return remove(folder, command.names, command.all);
    case 'path':
      answer(folder);
      return 0;
  }
}

async function add(folder: string, source: string, quiet: boolean): Promise<number> {
  const progress = await terminalProgress(quiet);
  const application = await openSource(source, progress);
  try {
    progress.start('packed', application.paths.length);
    const { archives, stencils, icons, leftOut } = packAssets(application, () => progress.advance(1));
    progress.stop();
    if (stencils + icons === 0) throw treeError(source, 'has no stencils or icons that a style can name');
    const licences = [...application.licences()].map(([name, text]) => [`licences/${name}`, text] as const);
    const files: PackFiles = new Map([...archives, ...licences]);
    const pack = await storePack(folder, files, {
      version: application.version(),
      source: isAddress(source) ? source : path.resolve(source),
      added: new Date().toISOString(),
      stencils,
      icons,
    });
    if (quiet) return 0;
    if (leftOut.length > 0) tell(`mxsvg: warning: left out, as no style can name them: ${some(leftOut)}.`);
    tell(`mxsvg: added ${describe(pack)}.`);
    if (licences.length > 0) tell(`mxsvg: their licences are in ${path.join(folder, pack.folder, 'licences')}.`);
    return 0;
  } finally {
    progress.stop();
    application.close();
  }
}

/** The first few of many. */
const some = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');

function list(folder: string): number {
  for (const pack of addedPacks(folder)) {
    answer(`${nameOf(pack)}: ${describe(pack)}, added ${pack.added.slice(0, 10)} from ${pack.source}`);
  }
  return 0;
}

async function remove(folder: string, names: readonly string[], all: boolean): Promise<number> {
  // A list that can't be understood is no reason to keep what it lists.
  if (all) {
    removeAllPacks(folder);
    return 0;
  }
  const packs = addedPacks(folder);
  if (names.length === 0) throw new UsageError(`name what to remove, or all with --all; ${known(packs)}`);
  const chosen = names.map((name) => {
    const pack = packs.find((each) => [nameOf(each), each.folder, each.source].includes(name));
    if (!pack) throw new UsageError(`nothing added is called ${name}; ${known(packs)}`);
    return pack;
  });
  await removePacks(folder, chosen);
  return 0;
}

const known = (packs: readonly AddedPack[]): string =>
  packs.length === 0 ? 'nothing is added.' : `there are: ${packs.map(nameOf).join(', ')}.`;

/** What a pack is called: its version, or where none is known the name of its folder. */
const nameOf = ({ version, folder }: AddedPack): string => version ?? folder;

const describe = ({ version, stencils, icons, bytes }: AddedPack): string =>
  `${counted(stencils, 'stencil')} and ${counted(icons, 'icon')}` +
  `${version === undefined ? '' : ` of draw.io ${version}`}, ${(bytes / 1e6).toFixed(1)} MB`;

const counted = (number: number, noun: string): string =>
  `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
