/**
 * Tries random inputs: `npm run fuzz -- --count 20000 --seed 1 --time 300`. Ends with 1 where something was found.
 * `--only INDEX` tries one again and shows it; `--jobs`, `--input-time` (s) and `--memory` (MiB) bound the processes.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { FuzzInputs } from './inputs.js';
import { tryInput } from './trial.js';
import { type Found, fuzz } from './watch.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    time: { type: 'string', default: '900' },
    jobs: { type: 'string', default: `${Math.min(8, availableParallelism())}` },
    'input-time': { type: 'string', default: '20' },
    memory: { type: 'string', default: '700' },
    only: { type: 'string' },
  },
});
const seed = Number(values.seed);

if (values.only !== undefined) {
  const index = Number(values.only);
  const input = new FuzzInputs(seed).input(index);
  console.log(`${input.story}\n${String(input.source).replace(/(.{40})\1{3,}|(.{1,3})\2{60,}/g, '$1$2…')}`);
  const finding = await tryInput(input, index);
  console.log(finding ? `\n${finding.cause}\n${finding.detail}` : '\nNothing is wrong.');
  process.exitCode = finding ? 1 : 0;
} else {
  const causes = new Map<string, number>();
  const tell = ({ index, cause, story }: Found): void => {
    const key = cause.replace(/\d+/g, '#');
    const times = (causes.get(key) ?? 0) + 1;
    causes.set(key, times);
    if (times <= 2) console.log(`input ${index} of seed ${seed} (${story}): ${cause}`);
  };
  const result = await fuzz(
    {
      seed,
      count: Number(values.count),
      time: Number(values.time),
      jobs: Number(values.jobs),
      inputTime: Number(values['input-time']),
      memory: Number(values.memory),
    },
    tell,
  );
  const { index, milliseconds } = result.slowest;
  for (const [cause, times] of causes) console.log(`${times} times: ${cause}`);
  console.log(
    `${result.tried} inputs tried, ${result.found.length} findings; input ${index} took longest, ${milliseconds} ms.`,
  );
  process.exitCode = result.found.length > 0 ? 1 : 0;
}
