/** Days as the date formats of Gantt texts write them ("YYYY-MM-DD"). */

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const padded = (value: number, length = 2): string => String(value).padStart(length, '0');

const TOKENS: Readonly<Record<string, (day: Date) => string>> = {
  YYYY: (day) => padded(day.getFullYear(), 4),
  YY: (day) => padded(day.getFullYear() % 100),
  MMMM: (day) => MONTHS[day.getMonth()] as string,
  MMM: (day) => (MONTHS[day.getMonth()] as string).slice(0, 3),
  MM: (day) => padded(day.getMonth() + 1),
  M: (day) => String(day.getMonth() + 1),
  DD: (day) => padded(day.getDate()),
  D: (day) => String(day.getDate()),
  dddd: (day) => DAYS[day.getDay()] as string,
  ddd: (day) => (DAYS[day.getDay()] as string).slice(0, 3),
  dd: (day) => (DAYS[day.getDay()] as string).slice(0, 2),
  d: (day) => String(day.getDay()),
  HH: (day) => padded(day.getHours()),
  H: (day) => String(day.getHours()),
  hh: (day) => padded(day.getHours() % 12 || 12),
  h: (day) => String(day.getHours() % 12 || 12),
  mm: (day) => padded(day.getMinutes()),
  m: (day) => String(day.getMinutes()),
  ss: (day) => padded(day.getSeconds()),
  s: (day) => String(day.getSeconds()),
  SSS: (day) => padded(day.getMilliseconds(), 3),
  A: (day) => (day.getHours() < 12 ? 'AM' : 'PM'),
  a: (day) => (day.getHours() < 12 ? 'am' : 'pm'),
  x: (day) => String(day.getTime()),
  X: (day) => String(Math.floor(day.getTime() / 1000)),
};

/** What is in brackets stays as it is. */
export const formatDay = (day: Date, format: string): string =>
  format.replace(
    /\[([^[\]]+)]|YYYY|YY|M{1,4}|D{1,2}|d{1,4}|H{1,2}|h{1,2}|m{1,2}|s{1,2}|SSS|[AaxX]/g,
    (token, literal?: string) => literal ?? TOKENS[token]?.(day) ?? token,
  );
