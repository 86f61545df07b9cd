/** Watches a process that measures patterns: one that takes too long or kills it has failed, and the rest goes on behind it. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Growth } from './measure.js';

export interface Measured {
  readonly index: number;
  readonly growth?: Growth;
  readonly error?: string;
}

const CHILD = path.join(import.meta.dirname, 'child.ts');

/** Much room for what is young, so that times don't depend on when the engine tidies up. */
const FLAGS = ['--import', 'tsx', '--expose-gc', '--max-semi-space-size=32', '--min-semi-space-size=32'];

/** Measures patterns by their indexes. `time`: seconds that one may take. */
export async function measureAll(
  indexes: readonly number[],
  least: number,
  time: number,
  tell: (measured: Measured) => void,
): Promise<void> {
  let waiting = [...indexes];
  while (waiting.length > 0) {
    const ended = await measureUntilItEnds(waiting, least, time, (measured) => {
      waiting = waiting.filter((index) => index !== measured.index);
      tell(measured);
    });
    const index = waiting.shift();
    if (index !== undefined) tell({ index, error: ended });
  }
}

/** Why the process ended. */
async function measureUntilItEnds(
  indexes: readonly number[],
  least: number,
  time: number,
  tell: (measured: Measured) => void,
): Promise<string> {
  const child = spawn(process.execPath, [...FLAGS, CHILD, `${least}`, ...indexes.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let reason = '';
  const end = (): void => {
    reason = `no end within ${time} s`;
    child.kill('SIGKILL');
  };
  let timer = setTimeout(end, time * 1000);
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    clearTimeout(timer);
    timer = setTimeout(end, time * 1000);
    tell(JSON.parse(line) as Measured);
  });
  const code = await new Promise((resolve) => child.on('close', (status, signal) => resolve(status ?? signal)));
  clearTimeout(timer);
  return reason || `the process ended with ${code}`;
}
