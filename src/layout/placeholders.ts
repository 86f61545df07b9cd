/** Label text of a cell: its value, or the data that its placeholders name. */
import { DEFAULT_LIMITS, type Limits, limitExceeded, requireWithin } from '../limits.js';
import type { Cell } from '../model/cell.js';

/** What %page%, %date% and other global placeholders stand for. */
export interface PageVariables {
  readonly pageName: string;
  /** 1-based. */
  readonly pageNumber: number;
  readonly pageCount: number;
  /** Variables of the file (the mxfile element's vars attribute). */
  readonly file: ReadonlyMap<string, string>;
  /** The clock for %date%, %time% and %timestamp%. */
  readonly now: Date;
}

const PLACEHOLDER = /%(date\{.*\}|[^%{}^ "'=;]+)%/g;

/**
 * The text of a cell's label (HTML or plain), with its placeholders replaced as draw.io replaces them. Throws MxsvgError
 * 'limit-exceeded' where it is too long.
 */
export function labelText(cell: Cell, variables: PageVariables, limits: Limits = DEFAULT_LIMITS): string {
  const text = writtenLabel(cell, variables, limits);
  if (text.length > Math.min(limits.labelLength, limits.imageBytes)) checkLong(text, cell, limits);
  return text;
}

/** Images in a label have a limit of their own. */
function checkLong(text: string, cell: Cell, limits: Limits): void {
  let images = 0;
  for (const [uri] of text.matchAll(/data:image\/[^"'\s>]*/g)) {
    requireWithin(limits, 'imageBytes', uri.length, `Cell "${cell.id}"`);
    images += uri.length;
  }
  requireWithin(limits, 'labelLength', text.length - images, `Cell "${cell.id}"`);
}

function writtenLabel(cell: Cell, variables: PageVariables, limits: Limits): string {
  const names = cell.attributes.get('placeholders') === '1' && !cell.attributes.has('placeholder');
  return names ? replacePlaceholders(cell, cell.value, variables, limits) : storedLabel(cell);
}

/** A cell's value, or the one data field that it shows instead; placeholders in it stay as they are. */
function storedLabel(cell: Cell): string {
  const name = cell.attributes.get('placeholders') === '1' ? cell.attributes.get('placeholder') : undefined;
  return name === undefined ? cell.value : (inheritedAttribute(cell, name) ?? '');
}

/** The label that a cell's shape writes itself. Throws MxsvgError 'limit-exceeded' where it is too long. */
export function shapeLabel(cell: Cell, limits: Limits = DEFAULT_LIMITS): string {
  const text = storedLabel(cell);
  requireWithin(limits, 'labelLength', text.length, `Cell "${cell.id}"`);
  return text;
}

/**
 * Replaces %name% in a text; %% escapes, unknown names stay as they are. Throws MxsvgError 'limit-exceeded' as soon as
 * the values are longer than a label and its image may be together.
 */
export function replacePlaceholders(
  cell: Cell,
  text: string,
  variables: PageVariables,
  limits: Limits = DEFAULT_LIMITS,
): string {
  let values = 0;
  let last = 0;
  let result = '';
  for (const match of text.matchAll(PLACEHOLDER)) {
    const found = match[0];
    if (found === '%label%' || found === '%tooltip%') continue;
    const escaped = match.index > last && text[match.index - 1] === '%';
    const value = escaped ? found.slice(1) : placeholderValue(cell, match[1] as string, variables);
    values += value?.length ?? 0;
    if (values > limits.labelLength + limits.imageBytes)
      throw limitExceeded(limits, 'labelLength', `Cell "${cell.id}"`);
    result += text.slice(last, match.index) + (value ?? found);
    last = match.index + found.length;
  }
  return result + text.slice(last);
}

function placeholderValue(cell: Cell, name: string, variables: PageVariables): string | undefined {
  if (name === 'id') return cell.id;
  const own = name.includes('{') ? undefined : inheritedAttribute(cell, name);
  return own ?? globalVariable(name, variables) ?? variables.file.get(name);
}

/** An attribute of the cell or of the nearest ancestor that has it. */
function inheritedAttribute(cell: Cell, name: string): string | undefined {
  for (let current: Cell | undefined = cell; current; current = current.parent) {
    const value = current.attributes.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

function globalVariable(name: string, variables: PageVariables): string | undefined {
  switch (name) {
    case 'page':
      return variables.pageName;
    case 'pagenumber':
      return String(variables.pageNumber);
    case 'pagecount':
      return String(variables.pageCount);
    case 'date':
      return variables.now.toLocaleDateString('en-US');
    case 'time':
      return variables.now.toLocaleTimeString('en-US');
    case 'timestamp':
      return variables.now.toLocaleString('en-US');
    default:
      return name.startsWith('date{') ? formatDate(variables.now, name.slice(5, -1)) : undefined;
  }
}

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

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

function ordinalSuffix(day: number): string {
  const teen = day % 100 > 10 && day % 100 < 14;
  return teen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
}

const DATE_FIELDS: Readonly<Record<string, (date: Date) => string>> = {
  d: (date) => String(date.getDate()),
  dd: (date) => pad(date.getDate()),
  ddd: (date) => (DAYS[date.getDay()] as string).slice(0, 3),
  dddd: (date) => DAYS[date.getDay()] as string,
  m: (date) => String(date.getMonth() + 1),
  mm: (date) => pad(date.getMonth() + 1),
  mmm: (date) => (MONTHS[date.getMonth()] as string).slice(0, 3),
  mmmm: (date) => MONTHS[date.getMonth()] as string,
  yy: (date) => pad(date.getFullYear() % 100),
  yyyy: (date) => String(date.getFullYear()),
  h: (date) => String(date.getHours() % 12 || 12),
  hh: (date) => pad(date.getHours() % 12 || 12),
  H: (date) => String(date.getHours()),
  HH: (date) => pad(date.getHours()),
  M: (date) => String(date.getMinutes()),
  MM: (date) => pad(date.getMinutes()),
  s: (date) => String(date.getSeconds()),
  ss: (date) => pad(date.getSeconds()),
  l: (date) => pad(date.getMilliseconds(), 3),
  L: (date) => pad(Math.floor(date.getMilliseconds() / 10)),
  t: (date) => (date.getHours() < 12 ? 'a' : 'p'),
  tt: (date) => (date.getHours() < 12 ? 'am' : 'pm'),
  T: (date) => (date.getHours() < 12 ? 'A' : 'P'),
  TT: (date) => (date.getHours() < 12 ? 'AM' : 'PM'),
  S: (date) => ordinalSuffix(date.getDate()),
};

const DATE_TOKEN = /d{1,4}|m{1,4}|yy(?:yy)?|([HhMsTt])\1?|[LlS]|"[^"]*"|'[^']*'/g;

/** Formats a date by draw.io's mask letters ("dd.mm.yyyy HH:MM"), quoted text kept. */
export function formatDate(date: Date, mask: string): string {
  return mask.replace(DATE_TOKEN, (token) => DATE_FIELDS[token]?.(date) ?? token.slice(1, -1));
}
