/**
 * Measures how work grows with an input: `npm run growth`. Each hostile pattern is drawn at a size n, 2n and 4n, in a
 * process of its own; what takes more than 1.2 times what is linear, for a doubling, is marked, and ends it with 1.
 * `--only WORDS` measures the patterns whose names hold them, `--least MS` is how long n takes at least (default 100),
 * `--time SECONDS` how long a pattern may take (default 180), `--jobs` how
 * many are measured side by side (default 1).
 */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { type Growth, growthOf } from './growth/measure.js';
import { PATTERNS } from './growth/patterns.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    least: { type: 'string', default: '100' },
    time: { type: 'string', default: '180' },
    jobs: { type: 'string', default: '1' },
  },
});

const MOST = 1.2;
const CHILD = path.join(import.meta.dirname, 'growth/child.ts');
const FLAGS = ['--import', 'tsx', '--expose-gc', '--max-semi-space-size=32', '--min-semi-space-size=32'];

const chosen = PATTERNS.flatMap(({ name }, index) => (name.includes(values.only) ? [index] : []));
let steep = 0;

/** The line of the table for a pattern. */
async function measured(index: number): Promise<string> {
  const { name, output } = PATTERNS[index] as (typeof PATTERNS)[number];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [...FLAGS, CHILD, `${index}`, values.least], {
      timeout: Number(values.time) * 1000,
    });
    const growth = JSON.parse(stdout) as Growth;
    const factors = growthOf(growth);
    const isSteep = Math.max(...factors) > MOST;
    if (isSteep) steep++;
    const times = growth.times.map((time) => (time / growth.repeated).toFixed(time / growth.repeated < 10 ? 1 : 0));
    const remarks = [isSteep ? 'STEEP' : '', growth.limit ? `limits.${growth.limit} next` : ''].filter(Boolean);
    const columns = [name, output, growth.n, ...times, ...factors.map((each) => each.toFixed(2)), remarks.join(', ')];
    return `| ${columns.join(' | ')} |`;
  } catch (error) {
    steep++;
    const { killed, stderr = '' } = error as { killed?: boolean; stderr?: string };
    const cause = killed ? `no end within ${values.time} s` : (/^.*Error.*$/m.exec(stderr)?.[0] ?? String(error));
    return `| ${name} | ${output} | | | | | | | FAILED: ${cause} |`;
  }
}

console.log('| pattern | output | n | ms at n | 2n | 4n | 2n over linear | 4n | |');
console.log('|---|---|--:|--:|--:|--:|--:|--:|---|');
const waiting = [...chosen];
const lane = async (): Promise<void> => {
  for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) console.log(await measured(index));
};
await Promise.all(Array.from({ length: Number(values.jobs) }, lane));
console.log(`\n${chosen.length} patterns, ${steep} of them steeper than ${MOST} times linear for a doubling.`);
process.exitCode = steep > 0 ? 1 : 0;
