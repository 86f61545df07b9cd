/** A process that dies, hangs or fills its memory is a finding, and the next case is tried in another. */
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Case, Cases } from './cases.js';
import type { Request } from './child.js';
import { Lane } from './pool.js';

const request = (index: number): Request => ({ kind: 'index', seed: 1, index, inBrowser: false });

describe('a process', () => {
  const planted = (patience: number) => new Lane({ patience, heap: 64 }, path.join(import.meta.dirname, 'planted.ts'));
  const patient = planted(30);
  // It spins until it is ended.
  const impatient = planted(1);
  afterAll(() => Promise.all([patient.close(), impatient.close()]));

  test.each([
    ['aborts', 1, /^the process ended with SIGABRT/, patient],
    ['hangs', 2, /^no end within 1 s$/, impatient],
    ['fills its heap', 3, /^the heap of 64 MiB is full$/, patient],
    ['ends', 4, /^the process ended with 7/, patient],
  ])('that %s is a finding, and the next case is tried', async (_name, index, cause, lane) => {
    expect((await lane.try(request(index))).finding).toMatchObject({
      oracle: 'end',
      cause: expect.stringMatching(cause),
    });
    expect(await lane.try(request(0))).toEqual({ outcome: 'alive', seconds: 0 });
  });
});

describe('a case', () => {
  // One process for both: to load all that there is to try takes longer than to try it.
  const lane = new Lane({ patience: 100, heap: 700 });
  afterAll(() => lane.close());

  test('ends the same in another process, alone or after others', async () => {
    const [first, , third] = [await lane.try(request(20)), await lane.try(request(21)), await lane.try(request(20))];
    expect(first.outcome).not.toBe('');
    expect(third.outcome).toBe(first.outcome);
  });

  test('has a browser, with which its process ends', async () => {
    const each: Case = { ...new Cases().case(1, 20), output: 'browser' };
    expect((await lane.try({ kind: 'case', each })).outcome).not.toBe('');
    const before = performance.now();
    await lane.close();
    // Not by being given up.
    expect(performance.now() - before).toBeLessThan(60_000);
  });
});
