/** Dates in a label, written by draw.io's masks ("dd.mm.yyyy HH:MM"). */

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The masks that have a name. */
const NAMED_MASKS: ReadonlyMap<string, string> = new Map([
  ['default', 'ddd mmm dd yyyy HH:MM:ss'],
  ['shortDate', 'm/d/yy'],
  ['mediumDate', 'mmm d, yyyy'],
  ['longDate', 'mmmm d, yyyy'],
  ['fullDate', 'dddd, mmmm d, yyyy'],
  ['shortTime', 'h:MM TT'],
  ['mediumTime', 'h:MM:ss TT'],
  ['longTime', 'h:MM:ss TT Z'],
  ['isoDate', 'yyyy-mm-dd'],
  ['isoTime', 'HH:MM:ss'],
  ['isoDateTime', "yyyy-mm-dd'T'HH:MM:ss"],
  ['isoUtcDateTime', "UTC:yyyy-mm-dd'T'HH:MM:ss'Z'"],
]);

const UTC_MARK = 'UTC:';

/** A moment as the clock of one zone shows it. */
interface ClockFace {
  readonly year: number;
  /** 0 to 11. */
  readonly month: number;
  readonly day: number;
  /** 0, Sunday, to 6. */
  readonly weekday: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly milliseconds: number;
  /** How far the zone is behind UTC, minutes. */
  readonly behind: number;
  /** "UTC", "PST", "GMT+0100". */
  readonly zone: string;
}

function clockFace(date: Date, utc: boolean): ClockFace {
  const behind = utc ? 0 : date.getTimezoneOffset();
  const shifted = new Date(date.getTime() - behind * 60_000);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth(),
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hours: shifted.getUTCHours(),
    minutes: shifted.getUTCMinutes(),
    seconds: shifted.getUTCSeconds(),
    milliseconds: shifted.getUTCMilliseconds(),
    behind,
    zone: utc ? 'UTC' : zoneName(date),
  };
}

const ZONE_NAME =
  /\b(?:[PMCEA][SDP]T|(?:Pacific|Mountain|Central|Eastern|Atlantic) (?:Standard|Daylight|Prevailing) Time|(?:GMT|UTC)(?:[-+]\d{4})?)\b/g;

/** American zones by their initials, the others by their distance from Greenwich. */
const zoneName = (date: Date): string => (String(date).match(ZONE_NAME)?.at(-1) ?? '').replace(/[^-+\dA-Z]/g, '');

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

function ordinalSuffix(day: number): string {
  const teen = day % 100 > 10 && day % 100 < 14;
  return teen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
}

function distance(behind: number): string {
  const minutes = Math.abs(behind);
  return (behind > 0 ? '-' : '+') + pad(Math.floor(minutes / 60) * 100 + (minutes % 60), 4);
}

const FIELDS: ReadonlyMap<string, (clock: ClockFace) => string> = new Map([
  ['d', ({ day }) => String(day)],
  ['dd', ({ day }) => pad(day)],
  ['ddd', ({ weekday }) => (DAYS[weekday] as string).slice(0, 3)],
  ['dddd', ({ weekday }) => DAYS[weekday] as string],
  ['m', ({ month }) => String(month + 1)],
  ['mm', ({ month }) => pad(month + 1)],
  ['mmm', ({ month }) => (MONTHS[month] as string).slice(0, 3)],
  ['mmmm', ({ month }) => MONTHS[month] as string],
  ['yy', ({ year }) => String(year).slice(2)],
  ['yyyy', ({ year }) => String(year)],
  ['h', ({ hours }) => String(hours % 12 || 12)],
  ['hh', ({ hours }) => pad(hours % 12 || 12)],
  ['H', ({ hours }) => String(hours)],
  ['HH', ({ hours }) => pad(hours)],
  ['M', ({ minutes }) => String(minutes)],
  ['MM', ({ minutes }) => pad(minutes)],
  ['s', ({ seconds }) => String(seconds)],
  ['ss', ({ seconds }) => pad(seconds)],
  ['l', ({ milliseconds }) => pad(milliseconds, 3)],
  ['L', ({ milliseconds }) => pad(milliseconds > 99 ? Math.round(milliseconds / 10) : milliseconds)],
  ['t', ({ hours }) => (hours < 12 ? 'a' : 'p')],
  ['tt', ({ hours }) => (hours < 12 ? 'am' : 'pm')],
  ['T', ({ hours }) => (hours < 12 ? 'A' : 'P')],
  ['TT', ({ hours }) => (hours < 12 ? 'AM' : 'PM')],
  ['Z', ({ zone }) => zone],
  ['o', ({ behind }) => distance(behind)],
  ['S', ({ day }) => ordinalSuffix(day)],
]);

const TOKEN = /d{1,4}|m{1,4}|yy(?:yy)?|([HhMsTt])\1?|[LloSZ]|"[^"]*"|'[^']*'/g;

/**
 * A date by a mask or the name of one; quoted text is kept, and an empty mask is the one named "default". A mask that
 * begins with "UTC:" shows the time in Greenwich, others that of this machine's zone.
 */
export function formatDate(date: Date, mask: string): string {
  const written = NAMED_MASKS.get(mask || 'default') ?? mask;
  const utc = written.startsWith(UTC_MARK);
  const clock = clockFace(date, utc);
  const fields = utc ? written.slice(UTC_MARK.length) : written;
  return fields.replace(TOKEN, (token) => FIELDS.get(token)?.(clock) ?? token.slice(1, -1));
}
