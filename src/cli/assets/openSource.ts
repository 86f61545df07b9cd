/** What a user may name to take stencils and icons from: a folder, an archive, or the address of an archive. */
import { closeSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { explain, FileError } from '../files.js';
import { ASAR_SIGNATURE, asarTree } from './asarTree.js';
import { download, isAddress } from './download.js';
import { type FileTree, folderTree, treeError } from './fileTree.js';
import type { Progress } from './progress.js';
import { findWebApplication, rootIn, type WebApplication } from './webApplication.js';
import { ZIP_SIGNATURE, zipTree } from './zipTree.js';

/** Archives of draw.io that a folder may hold in place of the web application's files. */
const ARCHIVES = /(?:^|\/)(?:app\.asar|draw\.war)$/;

const EXPECTED = 'a folder of draw.io’s web application, a draw.war, a zip of one or an app.asar is expected';

/** A web application that is open. */
export interface OpenSource extends WebApplication {
  /** Lets go of what is open, and removes what was fetched. */
  close(): void;
}

/** Throws FileError where the source isn't there, is none of these, or is broken. */
export async function openSource(source: string, progress: Progress): Promise<OpenSource> {
  if (!isAddress(source)) return opened(await treeOf(source), source);
  const { file, discard } = await download(source, progress);
  try {
    const open = opened(await archiveTree(file, source), source);
    return {
      ...open,
      close() {
        open.close();
        discard();
      },
    };
  } catch (error) {
    discard();
    throw error;
  }
}

function opened(tree: FileTree, source: string): OpenSource {
  try {
    const application = findWebApplication(tree);
    if (application) return { ...application, close: () => tree.close() };
    throw treeError(source, `has no stencils and icons of draw.io: ${EXPECTED}`);
  } catch (error) {
    tree.close();
    throw error;
  }
}

async function treeOf(source: string): Promise<FileTree> {
  const isFolder = statSource(source);
  if (!isFolder) return archiveTree(source, source);
  const tree = folderTree(source);
  if (rootIn(tree) !== undefined) return tree;
  const archive = [...tree.files.keys()].filter((name) => ARCHIVES.test(name)).sort(byDepth)[0];
  return archive === undefined ? tree : archiveTree(path.join(source, archive), path.join(source, archive));
}

const byDepth = (a: string, b: string): number => a.split('/').length - b.split('/').length || (a < b ? -1 : 1);

/** Whether it is a folder. */
function statSource(source: string): boolean {
  const status = statusOfSource(source);
  // Of a pipe no part can be read out of turn, and opening one may wait for ever.
  if (!status.isFile() && !status.isDirectory()) throw treeError(source, `is neither a file nor a folder: ${EXPECTED}`);
  return status.isDirectory();
}

function statusOfSource(source: string): Stats {
  try {
    return statSync(source);
  } catch (cause) {
    throw new FileError(`${source}: ${explain(cause, 'read')}`, { cause });
  }
}

/** Other files that users may think of, and what to do with them. */
const OTHERS: readonly (readonly [begins: string, what: string])[] = [
  ['\x7fELF', 'is a program: what an AppImage holds is unpacked by running it with --appimage-extract'],
  ['!<arch>', 'is a Debian package: dpkg -x unpacks it'],
  ['MZ', 'is a program: install it, and name the folder where it is'],
];

async function archiveTree(file: string, origin: string): Promise<FileTree> {
  const start = firstBytes(file, origin);
  const begins = (signature: readonly number[]): boolean => signature.every((byte, i) => start[i] === byte);
  if (begins(ZIP_SIGNATURE)) return zipTree(file, origin);
  if (begins(ASAR_SIGNATURE)) return asarTree(file, origin);
  const other = OTHERS.find(([text]) => start.toString('latin1').startsWith(text))?.[1];
  throw treeError(origin, other ?? `is no archive that is read: ${EXPECTED}`);
}

function firstBytes(file: string, origin: string): Buffer {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(16);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    throw new FileError(`${origin}: ${explain(cause, 'read')}`, { cause });
  }
}
