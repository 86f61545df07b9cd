/** Style strings: keys and values that draw.io doesn't know, with the nearest that it does, and broken images. */
import type { CellRecord } from '../../model/record.js';
import { parseStyle } from '../../style/parseStyle.js';
import type { CheckedPage } from '../checkedPage.js';
import type { PageRule } from '../rule.js';
import { nearest } from './spelling.js';
import { COMMON_KEYS, FOREIGN_KEYS, NUMBER_KEYS, OTHER_KEYS, WORD_VALUES } from './styleKeys.js';

interface Entry {
  readonly record: CellRecord;
  readonly ordinal: number;
  readonly key: string;
  readonly value: string;
}

function* entriesOf(page: CheckedPage): Generator<Entry> {
  for (const [ordinal, record] of page.records.entries()) {
    for (const token of parseStyle(record.style).tokens) {
      if (token.kind === 'entry') yield { record, ordinal, key: token.key, value: token.value };
    }
  }
}

const cellsOf = ({ record: { id } }: Entry): readonly string[] => (id === undefined ? [] : [id]);

/** The key that is meant by one that nobody knows; undefined where it may be one that somebody knows. */
export function meantKey(key: string): string | undefined {
  if (COMMON_KEYS.has(key) || OTHER_KEYS.has(key)) return undefined;
  return FOREIGN_KEYS.get(key) ?? (/\d$/.test(key) ? undefined : nearest(key, COMMON_KEYS));
}

/** Different keys of a page past this are not looked at. */
const MOST_KEYS = 2000;

export const unknownStyleKey: PageRule = {
  name: 'unknown-style-key',
  scope: 'page',
  family: 'structure',
  severity: 'warning',
  summary: 'A style has a key that draw.io does not know and that is near one that it does.',
  *find(page) {
    const known = new Map<string, string | undefined>();
    for (const entry of entriesOf(page)) {
      const { key } = entry;
      if (!known.has(key) && known.size < MOST_KEYS) known.set(key, meantKey(key));
      const meant = known.get(key);
      if (meant === undefined) continue;
      yield { cells: cellsOf(entry), message: `draw.io knows no style key "${shown(key)}". Write ${meant}.` };
    }
  },
};

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

export const unknownStyleValue: PageRule = {
  name: 'unknown-style-value',
  scope: 'page',
  family: 'structure',
  severity: 'warning',
  summary: 'A style has a value that its key has no use for.',
  *find(page) {
    for (const entry of entriesOf(page)) {
      const { key, value } = entry;
      const words = WORD_VALUES.get(key);
      const isWord = words === undefined || value === '' || value === 'none' || words.includes(value);
      const isNumber = !NUMBER_KEYS.has(key) || value === '' || /^(?:none|inherit)$|^[-+]?\.?\d/.test(value);
      if (isWord && isNumber) continue;
      const near = words && nearest(value, words);
      const advice = near ? `Write ${key}=${near}` : words ? `It is one of ${words.join(', ')}` : 'It is a number';
      yield { cells: cellsOf(entry), message: `"${shown(value)}" is no value of ${key}. ${advice}.` };
    }
    for (const { code, cellId, message } of page.diagnostics) {
      if (code !== 'invalid-color') continue;
      yield { cells: cellId === undefined ? [] : [cellId], message: `${message} Write a colour as #rrggbb.` };
    }
  },
};

export const brokenDataUri: PageRule = {
  name: 'broken-data-uri',
  scope: 'page',
  family: 'structure',
  severity: 'warning',
  summary: 'An image in a style is cut off at its semicolon, or its base64 is broken.',
  *find(page) {
    const looked = new Set<CellRecord>();
    for (const { record, ordinal, key, value } of entriesOf(page)) {
      // One image a cell: a style has no use for more.
      if (!/^data:image\/[\w.+-]+/.test(value) || looked.has(record)) continue;
      looked.add(record);
      const cells = record.id === undefined ? [] : [record.id];
      const cut = `${key}=${value};base64,`;
      if (!value.includes(',') && record.style.includes(cut)) {
        const mended = record.style.replace(cut, () => `${key}=${value},`);
        yield {
          cells,
          message: 'A semicolon ends a value of a style: the image is cut off. Leave out ";base64" before the comma.',
          fix: { what: '";base64" is left out', edits: [{ ordinal, part: 'cell', attribute: 'style', value: mended }] },
        };
      } else if (isBroken(value)) {
        yield { cells, message: 'The image in the style is no base64. Encode its bytes again, without line breaks.' };
      }
    }
  },
};

/** SVG may stand as it is, or encoded as in addresses; all else is base64. */
function isBroken(uri: string): boolean {
  const body = uri.slice(uri.indexOf(',') + 1);
  if (!uri.includes(',') || body === '' || /^data:image\/svg\+xml/i.test(uri)) return false;
  return !/^(?:[A-Za-z0-9+/]|%2B|%2F|%3D)*=*$/i.test(body.trim());
}
