/**
 * Tries random inputs: `npm run fuzz -- --seed 1 --count 20000`. Ends with 1 where something was found.
 *
 * --seed S --from N --count M   the inputs N to N + M of the seed: an input depends on these two numbers alone, so that
 *                               runs add up
 * --only N                      one input, with all that is known of what was found
 * --case FILE                   a case that was kept
 * --keep DIR                    keeps each finding there as files
 * --shrink                      makes the first finding of each kind smaller, and keeps that too
 * --browser N                   opens so many of the inputs in Chromium as well
 * --time, --jobs, --patience (s), --heap (MiB)   bound the run and its processes
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { type Case, Cases } from './cases.js';
import { sourceOf } from './inputs.js';
import { type Finding, judge, keyOf } from './judge.js';
import { caseText, keepCase, readCaseFile } from './keep.js';
import { closeBrowser } from './oracles/browser.js';
import { Lane } from './pool.js';
import { shrink } from './shrink.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '20000' },
    only: { type: 'string' },
    case: { type: 'string' },
    keep: { type: 'string' },
    shrink: { type: 'boolean', default: false },
    browser: { type: 'string', default: '0' },
    time: { type: 'string', default: '3600' },
    jobs: { type: 'string', default: `${Math.min(8, availableParallelism())}` },
    patience: { type: 'string', default: '60' },
    heap: { type: 'string', default: '700' },
  },
});
const seed = Number(values.seed);
const pool = { patience: Number(values.patience), heap: Number(values.heap) };

if (values.case !== undefined) await tryOne(readCaseFile(values.case));
else if (values.only !== undefined) await tryOne(new Cases().case(seed, Number(values.only)));
else await tryMany(Number(values.from), Number(values.count));

/** In this process, so that it can be looked into. */
async function tryOne(each: Case): Promise<void> {
  console.log(caseText(each));
  console.log(String(sourceOf(each.input)));
  const { finding, outcome, seconds } = await judge(each);
  await closeBrowser();
  console.log(finding ? `\n${finding.oracle}: ${finding.cause}\n${finding.detail}` : '\nNothing is wrong.');
  console.log(`${outcome || 'no outcome'}, ${seconds.toFixed(2)} s of computing`);
  process.exitCode = finding ? 1 : 0;
  if (finding && values.shrink) await makeSmaller(each, finding, 'only');
}

async function tryMany(from: number, count: number): Promise<void> {
  const started = performance.now();
  const deadline = started + Number(values.time) * 1000;
  const everyOpened = Number(values.browser) > 0 ? Math.max(1, Math.floor(count / Number(values.browser))) : Infinity;
  const cases = new Cases();
  const kinds = new Map<
    string,
    { times: number; readonly each: Case; readonly finding: Finding; readonly name: string }
  >();
  const ends = new Map<string, number>();
  let next = from;
  let tried = 0;
  let computed = 0;
  let slowest = { index: from, seconds: 0 };

  const note = (index: number, inBrowser: boolean, finding: Finding): void => {
    const chosen = cases.case(seed, index);
    const each: Case = inBrowser ? { ...chosen, output: 'browser' } : chosen;
    const name = `seed-${seed}-index-${index}`;
    const kind = kinds.get(keyOf(finding));
    if (kind) kind.times += 1;
    else kinds.set(keyOf(finding), { times: 1, each, finding, name });
    if (values.keep !== undefined && (kind?.times ?? 1) <= 20) keepCase(values.keep, name, each, finding);
    if ((kind?.times ?? 1) > 2) return;
    const options = JSON.stringify(each.options);
    console.log(
      `seed ${seed}, index ${index}, ${each.output} ${options} (${each.input.story}): ${finding.oracle}: ${finding.cause}`,
    );
  };

  const run = async (): Promise<void> => {
    const lane = new Lane(pool);
    while (next < from + count && performance.now() < deadline) {
      const index = next++;
      const inBrowser = index % everyOpened === everyOpened - 1;
      const { finding, outcome, seconds } = await lane.try({ kind: 'index', seed, index, inBrowser });
      tried += 1;
      computed += seconds;
      if (seconds > slowest.seconds) slowest = { index, seconds };
      if (finding) note(index, inBrowser, finding);
      const end = finding ? 'found' : /^[\da-f]{40}$/.test(outcome) ? 'made' : outcome;
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
    await lane.close();
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, run));

  for (const [key, { times, name }] of kinds) console.log(`${times} times: ${key} (first: ${name})`);
  if (values.shrink) for (const { each, finding, name } of kinds.values()) await makeSmaller(each, finding, name);
  const told = [...ends].sort(([, a], [, b]) => b - a).map(([end, times]) => `${times} ${end}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    `${tried} inputs tried (seed ${seed}, ${from} to ${from + tried}) in ${seconds} s, ${computed.toFixed(0)} s of computing: ` +
      `${told.join(', ')}. ` +
      `${kinds.size} kinds of findings; input ${slowest.index} took longest, ${slowest.seconds.toFixed(1)} s of computing.`,
  );
  process.exitCode = kinds.size > 0 ? 1 : 0;
}

/** Each candidate is tried in a process apart: it may end it. */
async function makeSmaller(each: Case, finding: Finding, name: string): Promise<void> {
  const lane = new Lane({ ...pool, patience: Math.min(pool.patience, 30) });
  const key = keyOf(finding);
  const fails = async (candidate: Case): Promise<boolean> => {
    const verdict = await lane.try({ kind: 'case', each: candidate });
    return verdict.finding !== undefined && keyOf(verdict.finding) === key;
  };
  if (!(await fails(each))) {
    console.log(`${name} doesn't fail by itself: ${key}`);
    await lane.close();
    return;
  }
  const small = await shrink(each, fails);
  const last = await lane.try({ kind: 'case', each: small });
  await lane.close();
  console.log(`${name}, smaller: ${key}\n  ${small.output} ${JSON.stringify(small.options)}\n  ${small.input.text}`);
  if (values.keep !== undefined) keepCase(values.keep, `${name}-small`, small, last.finding ?? finding);
}
