/**
 * Measures how work grows with an input: `npm run growth`. Each hostile pattern is drawn at a size n, 2n and 4n; what
 * takes more than 1.2 times what is linear, for a doubling, is marked, and ends it with 1. `--only WORDS` measures the
 * patterns whose names hold them, `--least MS` is how long n takes at least (default 100), `--time SECONDS` how long a
 * pattern may take (default 300), `--jobs` how many are measured side by side (default 1).
 */
import { parseArgs } from 'node:util';
import { growthOf, MOST } from './growth/measure.js';
import { PATTERNS } from './growth/patterns.js';
import { type Measured, measureAll } from './growth/watch.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    least: { type: 'string', default: '100' },
    time: { type: 'string', default: '300' },
    jobs: { type: 'string', default: '1' },
  },
});

let steep = 0;

/** Prints the line of the table for a pattern. */
function tell({ index, growth, error }: Measured): void {
  const { name, output } = PATTERNS[index] as (typeof PATTERNS)[number];
  if (!growth) {
    steep++;
    console.log(`| ${name} | ${output} | | | | | | | FAILED: ${error} |`);
    return;
  }
  const factors = growthOf(growth);
  const isSteep = Math.max(...factors) > MOST;
  if (isSteep) steep++;
  const times = growth.times.map((time) => (time / growth.repeated).toFixed(time / growth.repeated < 10 ? 1 : 0));
  const remarks = [isSteep ? 'STEEP' : '', growth.limit ? `limits.${growth.limit} next` : ''].filter(Boolean);
  const columns = [name, output, growth.n, ...times, ...factors.map((each) => each.toFixed(2)), remarks.join(', ')];
  console.log(`| ${columns.join(' | ')} |`);
}

const chosen = PATTERNS.flatMap(({ name }, index) => (name.includes(values.only) ? [index] : []));
console.log('| pattern | output | n | ms at n | 2n | 4n | 2n over linear | 4n | |');
console.log('|---|---|--:|--:|--:|--:|--:|--:|---|');
const jobs = Number(values.jobs);
const shares = Array.from({ length: jobs }, (_, job) => chosen.filter((_, i) => i % jobs === job));
await Promise.all(shares.map((share) => measureAll(share, Number(values.least), Number(values.time), tell)));
console.log(`\n${chosen.length} patterns, ${steep} of them steeper than ${MOST} times linear for a doubling.`);
process.exitCode = steep > 0 ? 1 : 0;
