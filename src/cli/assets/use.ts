/** The stencils and icons that the command draws with: those of --assets, those that the user added, the bundled ones. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Assets } from '../../assets/assets.js';
import { UsageError } from '../files.js';

/** What was opened last in this thread: all that one run draws shares what is read. */
let last: { readonly source: string | undefined; readonly assets: Promise<Assets> } | undefined;

/** `source`: what --assets names. Throws FileError where nothing can be taken from it. */
export function commandAssets(source: string | undefined): Promise<Assets> {
  if (last?.source !== source || last === undefined) last = { source, assets: open(source) };
  return last.assets;
}

async function open(source: string | undefined): Promise<Assets> {
  const { folderAssets, userAssets } = await import('../../index.js');
  const own = userAssets();
  if (source === undefined) return own;
  if (!existsSync(source))
    throw new UsageError(`there is no folder or archive ${source} to take stencils and icons from.`);
  // A web application's folder needs no looking through.
  if (isFolder(source) && ['stencils', 'img'].some((name) => isFolder(path.join(source, name)))) {
    return folderAssets(source, own);
  }
  const [{ openSource }, { NO_PROGRESS }] = await Promise.all([import('./openSource.js'), import('./progress.js')]);
  const application = await openSource(source, NO_PROGRESS);
  const paths = new Set(application.paths);
  return {
    font: (name) => own.font(name),
    file: (name) => own.file(name),
    added: () => own.added?.() ?? [],
    raw: (name) => (paths.has(name) ? application.read(name) : undefined),
    rawFiles: (folder) => application.paths.filter((name) => name.startsWith(`${folder}/`)),
  };
}

const isFolder = (name: string): boolean => statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * Runs with a source of --assets that is at hand: what an address names is fetched once, ahead of all threads, and removed
 * at the end.
 */
export async function withAssetsAtHand<T>(
  options: { readonly assets?: string; readonly quiet?: boolean },
  action: (assets: string | undefined) => Promise<T>,
): Promise<T> {
  const { assets } = options;
  if (assets === undefined || !/^https?:/i.test(assets)) return action(assets);
  const [{ download }, { terminalProgress }] = await Promise.all([import('./download.js'), import('./progress.js')]);
  const { file, discard } = await download(assets, await terminalProgress(options.quiet === true));
  try {
    return await action(file);
  } finally {
    discard();
  }
}
