/** The marks of a time axis, and times as d3's format texts write them. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const WEEK = 7 * DAY;

/** About so many marks. */
const WANTED = 10;
/** More marks than these are none. */
const MOST_TICKS = 10_000;
/** So many hours, days… are looked at for marks. */
const MOST_STEPS = 200_000;

export type TimeUnit = 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** A calendar's unit, by local time. */
interface Unit {
  readonly length: number;
  floor(time: Date): Date;
  next(time: Date): Date;
  /** Which one it is in the unit around it, from 0: every third hour is counted from midnight, every second day from the first of a month. */
  place(time: Date): number;
}

const shifted = (time: Date, by: number): Date => new Date(time.getTime() + by);
const midnight = (time: Date, days = 0): Date => new Date(time.getFullYear(), time.getMonth(), time.getDate() + days);
const firstOf = (year: number, month: number): Date => {
  const day = new Date(2000, month, 1);
  // The constructor takes years before 100 for those of the twentieth century.
  day.setFullYear(year + Math.floor(month / 12));
  return day;
};

const UNITS: Readonly<Record<Exclude<TimeUnit, 'week' | 'millisecond'>, Unit>> = {
  second: {
    length: SECOND,
    floor: (time) => shifted(time, -time.getMilliseconds()),
    next: (time) => shifted(time, SECOND),
    place: (time) => time.getSeconds(),
  },
  minute: {
    length: MINUTE,
    floor: (time) => shifted(time, -time.getMilliseconds() - time.getSeconds() * SECOND),
    next: (time) => shifted(time, MINUTE),
    place: (time) => time.getMinutes(),
  },
  hour: {
    length: HOUR,
    floor: (time) => shifted(time, -time.getMilliseconds() - time.getSeconds() * SECOND - time.getMinutes() * MINUTE),
    next: (time) => shifted(time, HOUR),
    place: (time) => time.getHours(),
  },
  day: {
    length: DAY,
    floor: (time) => midnight(time),
    next: (time) => midnight(time, 1),
    place: (time) => time.getDate() - 1,
  },
  month: {
    length: 30 * DAY,
    floor: (time) => firstOf(time.getFullYear(), time.getMonth()),
    next: (time) => firstOf(time.getFullYear(), time.getMonth() + 1),
    place: (time) => time.getMonth(),
  },
  year: {
    length: 365 * DAY,
    floor: (time) => firstOf(time.getFullYear(), 0),
    next: (time) => firstOf(time.getFullYear() + 1, 0),
    place: (time) => time.getFullYear(),
  },
};

/** Weeks that begin on a day, 0 for Sunday. */
const weekFrom = (day: number): Unit => {
  const floor = (time: Date): Date => midnight(time, -((time.getDay() + 7 - day) % 7));
  const epoch = floor(new Date(0)).getTime();
  return {
    length: WEEK,
    floor,
    next: (time) => midnight(time, 7),
    place: (time) => Math.round((floor(time).getTime() - epoch) / WEEK),
  };
};

/** Every so many ms, counted from 1970. */
const milliseconds = (every: number): Unit => ({
  length: every,
  floor: (time) => new Date(Math.floor(time.getTime() / every) * every),
  next: (time) => shifted(time, every),
  place: () => 0,
});

const DAY_NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The times, in ms, to mark; undefined where they would be too many. Weeks begin on `weekday`, as English names it; default Sunday. */
export function intervalTicks(
  first: number,
  last: number,
  every: number,
  unit: TimeUnit,
  weekday = 'sunday',
): readonly number[] | undefined {
  if (unit === 'millisecond') return ticksIn(first, last, milliseconds(every), 1);
  const own = unit === 'week' ? weekFrom(Math.max(0, DAY_NAMES.indexOf(weekday))) : UNITS[unit];
  return ticksIn(first, last, own, every);
}

function ticksIn(first: number, last: number, unit: Unit, every: number): readonly number[] | undefined {
  if ((last - first) / unit.length > MOST_STEPS) return undefined;
  const ticks: number[] = [];
  let time = unit.floor(new Date(first));
  if (time.getTime() < first) time = unit.next(time);
  for (; time.getTime() <= last; time = unit.next(time)) {
    if (unit.place(time) % every === 0) ticks.push(time.getTime());
    if (ticks.length > MOST_TICKS) return undefined;
  }
  return ticks;
}

/** What marks may be apart. */
const STEPS: readonly (readonly [unit: TimeUnit, every: number, length: number])[] = [
  ...[1, 5, 15, 30].map((n) => ['second', n, n * SECOND] as const),
  ...[1, 5, 15, 30].map((n) => ['minute', n, n * MINUTE] as const),
  ...[1, 3, 6, 12].map((n) => ['hour', n, n * HOUR] as const),
  ...[1, 2].map((n) => ['day', n, n * DAY] as const),
  ['week', 1, WEEK],
  ...[1, 3].map((n) => ['month', n, n * 30 * DAY] as const),
  ['year', 1, 365 * DAY],
];

/** The times, in ms, to mark from one to another: whole days, months… by local time, about ten, as d3 chooses them. */
export function axisTicks(first: number, last: number): readonly number[] {
  const target = (last - first) / WANTED;
  const index = STEPS.findIndex(([, , length]) => length > target);
  if (index === 0) return intervalTicks(first, last, Math.max(1, roundStep(target)), 'millisecond') ?? [];
  if (index < 0) return yearTicks(first, last, Math.max(1, roundStep(target / (365 * DAY))));
  const [before, after] = [STEPS[index - 1], STEPS[index]] as [(typeof STEPS)[number], (typeof STEPS)[number]];
  const [unit, every] = target / before[2] < after[2] / target ? before : after;
  return intervalTicks(first, last, every, unit) ?? [];
}

function yearTicks(first: number, last: number, every: number): readonly number[] {
  const ticks: number[] = [];
  let year = Math.ceil(new Date(first).getFullYear() / every) * every;
  if (firstOf(year, 0).getTime() < first) year += every;
  for (; firstOf(year, 0).getTime() <= last && ticks.length < 4 * WANTED; year += every)
    ticks.push(firstOf(year, 0).getTime());
  return ticks;
}

/** One, two or five of a power of ten: which is nearest by factor. */
function roundStep(target: number): number {
  const power = 10 ** Math.floor(Math.log10(target));
  const rest = target / power;
  return power * (rest >= Math.sqrt(50) ? 10 : rest >= Math.sqrt(10) ? 5 : rest >= Math.SQRT2 ? 2 : 1);
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
  c: (time) => formatTime(time, '%-m/%-d/%Y, %-I:%M:%S %p'),
  e: (time) => padded(time.getDate(), 2, ' '),
  f: (time) => padded(1000 * time.getMilliseconds(), 6),
  g: (time) => padded(thursdayOf(time).getFullYear() % 100),
  G: (time) => padded(thursdayOf(time).getFullYear(), 4),
  H: (time) => padded(time.getHours()),
  I: (time) => padded(time.getHours() % 12 || 12),
  j: (time) => padded(dayOfYear(time), 3),
  L: (time) => padded(time.getMilliseconds(), 3),
  m: (time) => padded(time.getMonth() + 1),
  M: (time) => padded(time.getMinutes()),
  p: (time) => (time.getHours() < 12 ? 'AM' : 'PM'),
  q: (time) => String(Math.floor(time.getMonth() / 3) + 1),
  Q: (time) => String(time.getTime()),
  s: (time) => String(Math.floor(time.getTime() / SECOND)),
  S: (time) => padded(time.getSeconds()),
  u: (time) => String(time.getDay() || 7),
  U: (time) => padded(Math.floor((dayOfYear(time) + 6 - time.getDay()) / 7)),
  V: (time) => padded(isoWeek(time)),
  w: (time) => String(time.getDay()),
  W: (time) => padded(Math.floor((dayOfYear(time) + 6 - ((time.getDay() + 6) % 7)) / 7)),
  x: (time) => formatTime(time, '%-m/%-d/%Y'),
  X: (time) => formatTime(time, '%-I:%M:%S %p'),
  y: (time) => padded(time.getFullYear() % 100),
  Y: (time) => padded(time.getFullYear() % 10_000, 4),
  Z: (time) => zoneOf(time),
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
const isoWeek = (time: Date): number => Math.ceil(dayOfYear(thursdayOf(time)) / 7);

/** Of its week, which begins on Monday. */
const thursdayOf = (time: Date): Date =>
  new Date(time.getFullYear(), time.getMonth(), time.getDate() + 4 - (time.getDay() || 7));

/** From UTC: "+0130". */
function zoneOf(time: Date): string {
  const minutes = -time.getTimezoneOffset();
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${padded(hours)}${padded(rest)}`;
}

/** A local time in a format such as "%Y-%m-%d". */
export const formatTime = (time: Date, format: string): string =>
  format.replace(/%([-_0]?)(.)/g, (all, filling: string, name: string) => {
    const text = DIRECTIVES[name]?.(time);
    if (text === undefined) return all;
    const bare = (): string => text.replace(/^[0 ]+(?=\d)/, '');
    if (filling === '-') return bare();
    return filling === '' ? text : bare().padStart(text.length, filling === '_' ? ' ' : '0');
  });
