/** `mxsvg verify`: which pictures no longer show the diagrams inside them. */

import path from 'node:path';
import { MxsvgError } from '../diagnostics.js';
import { completeLimits } from '../limits.js';
import type { Diagram } from '../render.js';
import type { Verdict, VerifyOptions as VerifySettings } from '../verify/verify.js';
import { commandAssets } from './assets/use.js';
import { FileError, readFont, readInput, UsageError, writeOutput } from './files.js';
import { findInputs } from './inputs.js';
import { answer, tell } from './print.js';
import type { VerifyOptions } from './verifyOptions.js';

type Engine = typeof import('../index.js');

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
      const verdict = await verdictOn(file, { fonts, assets, limits }, options, engine);
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

async function verdictOn(
  file: string,
  settings: VerifySettings,
  { allowFiles: folders = [], allowNet: network = false }: VerifyOptions,
  engine: Engine,
): Promise<Verdict> {
  const picture = await readInput(file, settings.limits?.inputBytes);
  if (folders.length === 0 && !network) return engine.verify(picture, settings);
  const { allowedImages } = await import('./images/allowedImages.js');
  const diagram = engine.parse(picture, settings);
  const image = await allowedImages(
    { folders, network, base: path.dirname(path.resolve(file)) },
    completeLimits(settings.limits),
    (lookup) => lookUpAll(engine, diagram, { ...settings, image: lookup }),
    ({ message }) => tell(`mxsvg: ${file}: ${message}`),
  );
  return engine.verify(picture, { ...settings, image });
}

/** Asks a lookup for every image in a diagram. */
function lookUpAll(engine: Engine, diagram: Diagram, settings: VerifySettings): void {
  for (const page of diagram.pages.keys()) {
    const layers = engine.layers(diagram, page + 1).map(({ id }) => id);
    engine.render(diagram, { ...settings, page: page + 1, layers });
  }
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
