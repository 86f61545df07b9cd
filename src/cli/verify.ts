/** `mxsvg verify`: which pictures no longer show the diagrams inside them. */

import { MxsvgError } from '../diagnostics.js';
import type { Verdict } from '../verify/verify.js';
import { commandAssets } from './assets/use.js';
import { FileError, readFont, readInput, UsageError, writeOutput } from './files.js';
import { findInputs } from './inputs.js';
import type { VerifyOptions } from './options.js';
import { answer, tell } from './print.js';

/** Returns the exit code: 0 where all are fresh (or made so), else 1. */
export async function verifyFiles(operands: readonly string[], options: VerifyOptions): Promise<number> {
  const files = (await findInputs(operands, { recursive: options.recursive, pictures: true }))
    .map(({ file }) => file)
    // Of what is in a folder, the pictures; what is named is verified whatever its name.
    .filter((file) => PICTURE.test(file) || operands.includes(file));
  if (files.length === 0) throw new UsageError('there are no .drawio.svg or .drawio.png files.');
  const fonts = await Promise.all((options.font ?? []).map(readFont));
  const engine = await import('../index.js');
  const assets = await commandAssets(options.assets);
  const { limit: limits } = options;
  const counts = { fresh: 0, stale: 0, updated: 0, failed: 0 };
  for (const file of files) {
    try {
      const verdict = await engine.verify(await readInput(file, limits?.inputBytes), { fonts, assets, limits });
      counts[await settle(file, verdict, options)] += 1;
    } catch (error) {
      if (!(error instanceof MxsvgError || error instanceof FileError)) throw error;
      tell(`mxsvg: ${file}: ${error.message}`);
      counts.failed += 1;
    }
  }
  if (!options.quiet) tell(`mxsvg: ${summary(counts)}.`);
  return counts.stale + counts.failed > 0 ? 1 : 0;
}

const PICTURE = /\.(?:drawio|dio)\.(?:svg|png)$/i;

async function settle(file: string, verdict: Verdict, options: VerifyOptions): Promise<'fresh' | 'stale' | 'updated'> {
  if (verdict.state === 'fresh') return 'fresh';
  if (options.update) await writeOutput(file, await verdict.redraw());
  const state = options.update ? 'updated' : 'stale';
  answer(`${state}: ${file}: ${verdict.reason}`);
  return state;
}

const summary = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ');
