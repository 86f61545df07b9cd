/** The marks of a time axis, and times as d3's format texts write them. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** About so many marks. */
const WANTED = 9;

/** What marks may be apart, by unit. Months and years differ in length: they are counted, not added. */
const STEPS: readonly (readonly [unit: 'ms' | 'day' | 'month' | 'year', count: number, length: number])[] = [
  ...[1, 5, 15, 30].map((n) => ['ms', n * SECOND, n * SECOND] as const),
  ...[1, 5, 15, 30].map((n) => ['ms', n * MINUTE, n * MINUTE] as const),
  ...[1, 3, 6, 12].map((n) => ['ms', n * HOUR, n * HOUR] as const),
  ...[1, 2, 7, 14].map((n) => ['day', n, n * DAY] as const),
  ...[1, 3, 6].map((n) => ['month', n, n * 30 * DAY] as const),
  ...[1, 2, 5, 10, 50, 100].map((n) => ['year', n, n * 365 * DAY] as const),
];

/** The times, in ms, to mark from one to another: whole days, months… by local time. */
export function axisTicks(first: number, last: number): readonly number[] {
  const span = last - first;
  const [unit, count] =
    STEPS.find(([, , length]) => span / length <= WANTED) ?? (STEPS.at(-1) as (typeof STEPS)[number]);
  const ticks: number[] = [];
  const start = new Date(first);
  for (let step = 0; ticks.length < 2 * WANTED; step++) {
    const time = tickAt(unit, count, start, step);
    if (time > last) break;
    if (time >= first) ticks.push(time);
    if (step > 4 * WANTED) break;
  }
  return ticks;
}

function tickAt(unit: (typeof STEPS)[number][0], count: number, start: Date, step: number): number {
  const [year, month, day] = [start.getFullYear(), start.getMonth(), start.getDate()];
  switch (unit) {
    case 'ms': {
      const midnight = new Date(year, month, day).getTime();
      const before = Math.floor((start.getTime() - midnight) / count);
      return midnight + (before + step) * count;
    }
    case 'day':
      return new Date(year, month, day + step * count).getTime();
    case 'month':
      return new Date(year, month + step * count, 1).getTime();
    case 'year':
      return new Date(Math.floor(year / count) * count + step * count, 0, 1).getTime();
  }
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const padded = (value: number, length = 2, fill = '0'): string => String(value).padStart(length, fill);

/** The directives of d3-time-format; those that it doesn't have stay as they are. */
const DIRECTIVES: Readonly<Record<string, (time: Date) => string>> = {
  a: (time) => (DAYS[time.getDay()] as string).slice(0, 3),
  A: (time) => DAYS[time.getDay()] as string,
  b: (time) => (MONTHS[time.getMonth()] as string).slice(0, 3),
  B: (time) => MONTHS[time.getMonth()] as string,
  d: (time) => padded(time.getDate()),
  e: (time) => padded(time.getDate(), 2, ' '),
  H: (time) => padded(time.getHours()),
  I: (time) => padded(time.getHours() % 12 || 12),
  j: (time) => padded(dayOfYear(time), 3),
  L: (time) => padded(time.getMilliseconds(), 3),
  m: (time) => padded(time.getMonth() + 1),
  M: (time) => padded(time.getMinutes()),
  p: (time) => (time.getHours() < 12 ? 'AM' : 'PM'),
  q: (time) => String(Math.floor(time.getMonth() / 3) + 1),
  S: (time) => padded(time.getSeconds()),
  u: (time) => String(time.getDay() || 7),
  U: (time) => padded(Math.floor((dayOfYear(time) + 6 - time.getDay()) / 7)),
  V: (time) => padded(isoWeek(time)),
  w: (time) => String(time.getDay()),
  W: (time) => padded(Math.floor((dayOfYear(time) + 6 - ((time.getDay() + 6) % 7)) / 7)),
  y: (time) => padded(time.getFullYear() % 100),
  Y: (time) => String(time.getFullYear()),
  '%': () => '%',
};

/** 1 to 366. */
const dayOfYear = (time: Date): number =>
  Math.round(
    (new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime() -
      new Date(time.getFullYear(), 0, 1).getTime()) /
      DAY,
  ) + 1;

/** The week of the year by ISO 8601: the first has the year's first Thursday. */
function isoWeek(time: Date): number {
  const thursday = new Date(time.getFullYear(), time.getMonth(), time.getDate() + 4 - (time.getDay() || 7));
  return Math.ceil(dayOfYear(thursday) / 7);
}

/** A local time in a format such as "%Y-%m-%d". */
export const formatTime = (time: Date, format: string): string =>
  format.replace(/%[-_0]?(.)/g, (all, name: string) => {
    const text = DIRECTIVES[name]?.(time);
    if (text === undefined) return all;
    return all[1] === '-' ? text.replace(/^[0 ]+(?=\d)/, '') : text;
  });
