import { describe, expect, it } from 'vitest';
import { checkRun, checkText, type Row, readRows } from '../../bench/check.js';
import { timingOf } from '../../bench/statistics.js';
import { Pace, yardstick } from '../../bench/yardstick.js';

const row = (name: string, ratio: number): Row => ({ name, value: ratio * 3, ratio });

describe('checkRun', () => {
  it('tells what got slower by more than the tolerance, the worst first', () => {
    const kept = [row('a', 10), row('b', 10), row('c', 10), row('d', 2)];
    const { slower, faster, compared } = checkRun(kept, [row('d', 6), row('c', 11.6), row('b', 11.4), row('a', 10)]);
    expect(slower).toEqual([
      { name: 'd', before: 2, after: 6 },
      { name: 'c', before: 10, after: 11.6 },
    ]);
    expect(faster).toEqual([]);
    expect(compared).toBe(4);
  });

  it('compares multiples of the yardstick, whatever the machine took', () => {
    const kept = [{ name: 'a', value: 100, ratio: 10 }];
    expect(checkRun(kept, [{ name: 'a', value: 900, ratio: 10.5 }]).slower).toEqual([]);
    expect(checkRun(kept, [{ name: 'a', value: 50, ratio: 20 }]).slower).toHaveLength(1);
  });

  it('tells what got faster, and what was not measured', () => {
    const { slower, faster, missing } = checkRun([row('a', 10), row('b', 1)], [row('a', 5), row('new', 1)]);
    expect(slower).toEqual([]);
    expect(faster).toEqual([{ name: 'a', before: 10, after: 5 }]);
    expect(missing).toEqual(['b']);
  });

  it('passes over ratios that are none', () => {
    const kept = [row('a', Number.NaN), row('b', 0), row('c', 1)];
    expect(checkRun(kept, [row('a', 1), row('b', 1), row('c', Number.NaN)]).compared).toBe(0);
  });
});

it('says in a line each what changed', () => {
  const text = checkText(checkRun([row('a', 10), row('b', 4), row('c', 1)], [row('a', 15), row('b', 2)]));
  expect(text.split('\n')).toEqual([
    'slower +50 %: a (10.0 → 15.0)',
    'faster -50 %: b (4.00 → 2.00)',
    'not measured: c',
    '2 rows compared, 1 slower by more than 15 %',
  ]);
});

describe('readRows', () => {
  it('reads a run that was kept', () => {
    const rows = [row('a', 1)];
    expect(readRows(JSON.stringify({ machine: {}, rows }))).toEqual(rows);
  });

  it.each(['{}', '{"rows":[{"name":"a"}]}', '{"rows":[null]}', '{"rows":{}}', '[]'])('refuses %s', (text) => {
    expect(() => readRows(text)).toThrow('no run of this benchmark');
  });
});

describe('timingOf', () => {
  it('gives the median, the 95th percentile, and the median in yardsticks', () => {
    const samples = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(timingOf(samples, [30, 10, 20])).toEqual({ median: 51, p95: 96, runs: 100, ratio: 51 / 20 });
  });

  it('has no ratio without a yardstick', () => {
    expect(timingOf([3, 1, 2])).toEqual({ median: 2, p95: 3, runs: 3 });
  });
});

describe('the yardstick', () => {
  it('is always the same work', () => {
    expect(yardstick()).toBe(yardstick());
    expect(yardstick()).toBeGreaterThan(100_000);
  });

  it('is timed at most now and then', () => {
    const pace = new Pace();
    pace.keep();
    pace.keep();
    expect(pace.samples).toHaveLength(1);
  });
});
