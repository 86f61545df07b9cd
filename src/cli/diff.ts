/** `mxsvg diff`: what differs between two versions of a diagram, in words and as a picture. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Comparison } from '../render.js';
import { commandAssets } from './assets/use.js';
import type { DiffOptions } from './diffOptions.js';
import { FileError, isSameFile, readFont, readInput, STANDARD_STREAM, UsageError, writeOutput } from './files.js';
import { answer, tell } from './print.js';

/** Returns the exit code: 0, or with --exit-code 1 where something differs. */
export async function diff(before: string, after: string, options: DiffOptions): Promise<number> {
  const { output, page, scale, exitCode } = options;
  const format = output === undefined || output === STANDARD_STREAM ? '.svg' : path.extname(output).toLowerCase();
  if (format !== '.svg' && format !== '.png') {
    throw new UsageError(`the differences are drawn as SVG or PNG: end the name of ${output} in .svg or .png.`);
  }
  for (const version of [before, after]) {
    if (output !== undefined && output !== STANDARD_STREAM && isSameFile(output, version)) {
      throw new UsageError(`the picture would overwrite ${version}, which is compared: name another file with -o.`);
    }
  }
  const [old, now] = [await readVersion(before, after), await readVersion(after, after)];
  const fonts = await Promise.all((options.font ?? []).map(readFont));
  const engine = await import('../index.js');
  const assets = await commandAssets(options.assets);
  const settings = { page, scale, fonts, assets };
  const comparison = engine.compare(old, now, settings);
  const toStream = output === STANDARD_STREAM;
  for (const line of summaryOf(comparison)) (toStream ? tell : answer)(line);
  if (output !== undefined) {
    const picture = format === '.png' ? await engine.comparePng(old, now, settings) : comparison.svg();
    await writeOutput(output, picture);
  }
  return exitCode && comparison.pages.length > 0 ? 1 : 0;
}

/** A file's bytes; where there is no such file, "revision:path" or a revision of `other` from git. */
async function readVersion(version: string, other: string): Promise<Uint8Array> {
  if (version === STANDARD_STREAM || existsSync(version)) {
    try {
      return await readInput(version);
    } catch (error) {
      throw error instanceof FileError ? new FileError(`${version}: ${error.message}`, { cause: error }) : error;
    }
  }
  const colon = version.indexOf(':');
  const [revision, file] = colon > 0 ? [version.slice(0, colon), version.slice(colon + 1)] : [version, other];
  // git reads what begins with a dash as a flag.
  if (revision.startsWith('-') || (colon <= 0 && version === other)) {
    throw new FileError(`${version}: there is no such file.`);
  }
  const object = `${revision}:./${path.basename(file)}`;
  try {
    const { stdout } = await promisify(execFile)('git', ['show', object], {
      cwd: path.dirname(path.resolve(file)),
      encoding: 'buffer',
      maxBuffer: MAX_FILE,
    });
    return stdout;
  } catch (cause) {
    const told = (cause as { stderr?: Buffer }).stderr?.toString().trim().split('\n')[0];
    throw new FileError(`${version}: there is no such file, and git has no such version (${told || cause}).`, {
      cause,
    });
  }
}

/** More than the library reads, bytes. */
const MAX_FILE = 128 * 1024 * 1024;

const SIGNS = { added: '+', removed: '-', moved: '>', changed: '~' } as const;

/** A line for each page and each cell that differs. */
function summaryOf({ pages }: Comparison): readonly string[] {
  if (pages.length === 0) return ['Nothing differs.'];
  return pages.flatMap(({ name, state, changes }) => {
    const heading = state === 'changed' ? `Page "${name}"` : `Page "${name}": ${state}`;
    const lines = changes
      .filter(({ kind }) => state === 'changed' || kind !== state)
      .map(({ kind, name: cell, details }) => {
        return `  ${SIGNS[kind]} ${cell} ${kind}${details.length > 0 ? `: ${details.join(', ')}` : ''}`;
      });
    return [heading, ...lines];
  });
}
