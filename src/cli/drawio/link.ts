/** `mxsvg link`: a command "drawio" that is this one. */
import { access, chmod, constants, readFile, readlink, symlink, unlink } from 'node:fs/promises';
import path from 'node:path';
import { explain, FileError, makeFolder, UsageError, writeOutput } from '../files.js';
import { answer } from '../print.js';
import { CALLED_AS } from './manner.js';

/** The first line of what stands for a link where there are none that can be run. */
const SHIM_MARK = '@rem mxsvg in the place of draw.io';

/** What a link of ours leads to, wherever that is; the second since it was made by an earlier version. */
const EXECUTABLES: ReadonlySet<string> = new Set(['cli.cjs', 'cli.js']);

/** `executable`: the file that this command runs. Returns the exit code. */
export async function linkDrawio(folder: string, executable: string, platform = process.platform): Promise<number> {
  const name = path.join(folder, platform === 'win32' ? 'drawio.cmd' : 'drawio');
  try {
    makeFolder(folder);
    await requireOwn(name);
    if (platform === 'win32') await writeOutput(name, shim(executable));
    else await link(executable, name);
  } catch (cause) {
    if (cause instanceof FileError || cause instanceof UsageError) throw cause;
    throw new FileError(`${name}: ${explain(cause, 'written')}`, { cause });
  }
  answer(`${name} -> ${executable}`);
  return 0;
}

async function link(executable: string, name: string): Promise<void> {
  // Of a package that was installed for all, only its owner may change the mode: npm sets it.
  await access(executable, constants.X_OK).catch(() => chmod(executable, 0o755));
  await unlink(name).catch(unlessMissing);
  await symlink(executable, name);
}

/** Another program of this name, or a link to it, may be draw.io itself: it stays. */
async function requireOwn(name: string): Promise<void> {
  const target = await readlink(name).catch(() => undefined);
  if (target !== undefined && EXECUTABLES.has(path.basename(target))) return;
  const text = await readFile(name, 'utf8').catch(unlessMissing);
  if (text !== undefined && !text.startsWith(SHIM_MARK)) {
    throw new UsageError(`${name} is there already: remove it, or name another folder.`);
  }
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

const shim = (executable: string): string =>
  [
    SHIM_MARK,
    '@setlocal',
    `@set "${CALLED_AS}=drawio"`,
    `@node "${executable.replaceAll('%', '%%')}" %*`,
    '@exit /b %ERRORLEVEL%',
    '',
  ].join('\r\n');
