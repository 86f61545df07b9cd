/** Time axes: where their marks are, and how times are written. */
import { describe, expect, test } from 'vitest';
import { axisTicks, formatTime, intervalTicks } from '../../src/mermaid/charts/timeAxis.js';

const at = (text: string): number => new Date(text).getTime();
const marks = (from: string, to: string): readonly string[] =>
  axisTicks(at(from), at(to)).map((time) => formatTime(new Date(time), '%Y-%m-%d %H:%M:%S'));

describe('marks', () => {
  test('stand at whole minutes, hours, days, months or years', () => {
    expect(marks('2024-01-01T06:31:00', '2024-01-01T07:40:00')).toEqual(
      [
        ...['06:35', '06:40', '06:45', '06:50', '06:55', '07:00', '07:05'],
        ...['07:10', '07:15', '07:20', '07:25', '07:30', '07:35', '07:40'],
      ].map((time) => `2024-01-01 ${time}:00`),
    );
    expect(marks('2024-02-27T00:00:00', '2024-03-02T00:00:00')).toContain('2024-02-29 00:00:00');
    expect(marks('2024-01-15T00:00:00', '2024-06-20T00:00:00')).toEqual(
      ['02', '03', '04', '05', '06'].map((month) => `2024-${month}-01 00:00:00`),
    );
    expect(marks('1998-05-01T00:00:00', '2014-01-01T00:00:00')[0]).toBe('2000-01-01 00:00:00');
  });

  test.each([1, 1000, 90_000, 4e6, 9e7, 4e8, 3e9, 4e10, 9e11])('are few over %d ms', (span) => {
    const start = at('2024-03-05T04:05:06');
    const ticks = axisTicks(start, start + span);
    expect(ticks.length).toBeLessThanOrEqual(18);
    expect(ticks.every((time) => time >= start && time <= start + span)).toBe(true);
    expect([...ticks].sort((a, b) => a - b)).toEqual(ticks);
  });
});

test('marks may be asked for every so many hours, days, weeks', () => {
  const every = (count: number, unit: 'hour' | 'day' | 'week' | 'month', weekday?: string): readonly string[] =>
    (intervalTicks(at('2024-01-01T00:00:00'), at('2024-02-20T00:00:00'), count, unit, weekday) ?? []).map((time) =>
      formatTime(new Date(time), '%m-%d'),
    );
  expect(every(1, 'week', 'monday')).toEqual(['01-01', '01-08', '01-15', '01-22', '01-29', '02-05', '02-12', '02-19']);
  expect(every(10, 'day').slice(0, 5)).toEqual(['01-01', '01-11', '01-21', '01-31', '02-01']);
  expect(every(1, 'month')).toEqual(['01-01', '02-01']);
  expect(intervalTicks(0, 1e15, 1, 'hour')).toBeUndefined();
});

test.each([
  ['%Y-%m-%d', '2024-03-05'],
  ['%_d|%0e|%x', ' 5|05|3/5/2024'],
  ['%d %b %y', '05 Mar 24'],
  ['%-d. %B', '5. March'],
  ['%A, %I:%M %p', 'Tuesday, 02:07 PM'],
  ['%a %H:%M:%S.%L', 'Tue 14:07:09.012'],
  ['week %V, day %j', 'week 10, day 065'],
  ['100 %%', '100 %'],
  ['%?', '%?'],
])('%j', (format, text) => {
  expect(formatTime(new Date(2024, 2, 5, 14, 7, 9, 12), format)).toBe(text);
});
