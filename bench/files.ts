/** Times the command on a folder of small diagrams beside one process that has them read already. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type * as Mxsvg from '../src/index.js';
import { plainEnvironment } from './cold.js';
import { generateDiagram } from './generate.js';
import { type Timing, timingOf } from './statistics.js';
import { Pace } from './yardstick.js';

export interface ManyFiles {
  readonly files: number;
  /** `mxsvg -r`, the whole command. */
  readonly command: Timing;
  /** All drawn once more in one process that has drawn them before, and written nowhere. */
  readonly warm: Timing;
  readonly processors: number;
}

/** How many cells a small diagram has: from so many, and up to so many more. */
const CELLS = 15;
const SPREAD = 20;

export function timeFiles(mxsvg: typeof Mxsvg, dist: string, folder: string, files: number, runs: number): ManyFiles {
  const [from, to] = [path.join(folder, 'in'), path.join(folder, 'out')];
  mkdirSync(from);
  const sources = Array.from({ length: files }, (_, i) => generateDiagram(CELLS + (i % SPREAD)));
  for (const [i, source] of sources.entries()) writeFileSync(path.join(from, `${i}.drawio`), source);
  const command = timed(runs, () => {
    const drawn = [path.join(dist, 'cli.cjs'), '--quiet', '-r', '-f', 'svg', '-o', to, from];
    const { status, stderr } = spawnSync(process.execPath, drawn, { env: plainEnvironment() });
    if (status !== 0 || readdirSync(to).length !== files) throw new Error(`mxsvg -r failed: ${stderr}`);
  });
  const drawAll = (): void => {
    for (const source of sources) mxsvg.render(source);
  };
  drawAll();
  return { files, command, warm: timed(runs, drawAll), processors: availableParallelism() };
}

function timed(runs: number, action: () => void): Timing {
  const pace = new Pace();
  const samples = Array.from({ length: runs }, () => {
    pace.keep();
    const start = performance.now();
    action();
    return performance.now() - start;
  });
  return timingOf(samples, pace.samples);
}
