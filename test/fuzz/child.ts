/**
 * A process that tries inputs: seed, first index, step, and how many. It writes "start INDEX" to its third pipe before
 * each one, so that whoever watches knows which one hangs or kills it, and each finding as a line of JSON.
 */
import { writeSync } from 'node:fs';
import { FuzzInputs } from './inputs.js';
import { tryInput } from './trial.js';

const PIPE = 3;

const [seed = 0, first = 0, step = 1, end = 0] = process.argv.slice(2).map(Number);
const inputs = new FuzzInputs(seed);
for (let index = first; index < end; index += step) {
  const input = inputs.input(index);
  writeSync(PIPE, `start ${index}\n`);
  const finding = await tryInput(input, index);
  if (finding) writeSync(PIPE, `found ${JSON.stringify({ index, story: input.story, ...finding })}\n`);
}
writeSync(PIPE, 'done\n');
