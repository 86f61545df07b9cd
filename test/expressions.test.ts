/** No regular expression of the sources works longer than in proportion to its text, whatever the text is. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { expressionsOf } from './expressions/sources.js';
import { hostileText } from './expressions/work.js';

const ROOT = path.resolve(import.meta.dirname, '..');

const files = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => path.posix.join('src', file.replaceAll(path.sep, '/')))
  .sort();
const found = files.map((file) => expressionsOf(file, readFileSync(path.join(ROOT, file), 'utf8')));

describe('the expressions of the sources', () => {
  const literals = found.flatMap((each) => each.literals);

  test('are found', () => {
    expect(literals.length).toBeGreaterThan(300);
    expect(expressionsOf('a.ts', 'const a = /x*y/gi, b = new RegExp(a);')).toEqual({
      literals: [{ place: 'a.ts:1', source: 'x*y', flags: 'gi' }],
      made: ['a.ts:1'],
    });
  });

  test('are all written out', () => {
    expect(found.flatMap((each) => each.made)).toEqual([]);
  });

  test('take no more than linear time', () => {
    const slow = literals.flatMap(({ place, source, flags }) => {
      const text = hostileText(source, flags);
      return text === undefined ? [] : [`${place} /${source}/${flags} on ${JSON.stringify(text)}, repeated`];
    });
    expect(slow).toEqual([]);
  });
});

describe('what works longer than its text', () => {
  test.each([
    // A search that fails anew at each character.
    /\s+$/,
    /\s*!\s*important$/i,
    /<svg\b[^>]*>/,
    /[^<]*</,
    /"(?:[^"\\]|\\.)*x"/,
    /(?:<br>)+$/,
    // Repetitions side by side.
    /^\d*\.?\d+$/,
    /^\s*(\d*)\s*$/,
    /^.*a.*b$/,
    /^(\w+)\s?(\w+)!$/,
    // Repetitions in repetitions.
    /^(a+)+$/,
    /^(a*)*b/,
    /^(?:a|a)*b/,
    /^(?:\s|[^x])*x/,
    /^(?:a?b?)*c/,
    // What looks ahead at each step, a text found again, and a match that begins anew behind its first character.
    /^(?:(?=a*b)a)*/,
    /^(a+)\1+b/,
    /\w(?:\w*;)?/g,
    /(?<=a.*)b/,
  ])('%s', (expression) => {
    expect(hostileText(expression.source, expression.flags)).toBeDefined();
  });
});

describe('what doesn’t', () => {
  test.each([
    /\s+/g,
    /^\s+/,
    /^\s*\w+\s*=/,
    /<svg\b[^<>]*>/,
    /^(["'])((?:(?!\1)[^\\]|\\[\s\S])*)\1$/,
    /^(?:\d+(?:\.\d+)?|\.\d+)$/,
    /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi,
    /(?<![\d.])(\d{1,10})\s+\d{1,5}\s+obj\b/g,
    /^\.+|x/g,
    /\bline (\d+)/,
    /[\s,]*([01])/y,
  ])('%s', (expression) => {
    expect(hostileText(expression.source, expression.flags)).toBeUndefined();
  });
});
