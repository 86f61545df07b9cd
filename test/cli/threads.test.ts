/** Which inputs the command's own thread draws, and which others do. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Outcome, Task } from '../../src/cli/convert.js';
import { convertAll } from '../../src/cli/threads.js';

vi.mock('node:os', async (original) => ({ ...(await original<object>()), availableParallelism: () => 4 }));

/** It says of each input that it drew it. */
const WORKER = `export default async ({ task, port }) => {
  port.close();
  return { input: task.input.file, written: ['in a thread'], diagnostics: [], renamed: [] };
};`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mxsvg-'));
  writeFileSync(path.join(folder, 'worker.mjs'), WORKER);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** The numbers of the inputs that threads drew. None is there but for those in `large`: an outcome tells of that. */
async function inThreads(count: number, jobs: number | undefined, large: readonly number[] = []): Promise<number[]> {
  for (const index of large) writeFileSync(path.join(folder, `${index}.drawio`), ' '.repeat(200_001));
  const tasks = Array.from({ length: count }, (_, i) => ({
    input: { file: path.join(folder, `${i}.drawio`), relative: `${i}.drawio`, searched: false },
    name: { template: folder, format: 'svg' },
    options: {},
  })) as unknown as readonly Task[];
  const outcomes: Outcome[] = [];
  const worker = pathToFileURL(path.join(folder, 'worker.mjs'));
  await convertAll(
    tasks,
    { worker, jobs },
    () => () => Promise.resolve({ names: [] }),
    (outcome) => outcomes.push(outcome),
  );
  expect(outcomes.map(({ input }) => input)).toEqual(tasks.map(({ input }) => input.file));
  return outcomes.flatMap(({ written }, index) => (written[0] === 'in a thread' ? [index] : []));
}

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

test('as many threads draw as are asked for, if there is enough for them', async () => {
  expect(await inThreads(10, 3)).toEqual(numbers(0, 10));
  expect(await inThreads(10, 1)).toEqual([]);
  expect(await inThreads(7, 3)).toEqual([]);
});

test('small inputs are drawn without, unless many are left that would take long', async () => {
  expect(await inThreads(40, undefined)).toEqual([]);
  // Each look at the clock is 0.5 s after the last: the first is before the first input.
  let looks = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => 500 * looks++);
  expect(await inThreads(40, undefined)).toEqual(numbers(4, 40));
  looks = 0;
  // In threads, as few as those that are left then would take longer.
  expect(await inThreads(12, undefined)).toEqual([]);
});

test('a large input is drawn by a thread, with all after it, if those are enough', async () => {
  expect(await inThreads(12, undefined, [5])).toEqual([]);
  expect(await inThreads(12, undefined, [2])).toEqual(numbers(2, 12));
});
