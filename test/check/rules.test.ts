/** Each rule finds what it is for, leaves alone what is well, and is documented as it is. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/check/rules.js';
import { meantKey } from '../../src/check/structure/styles.js';
import { check } from '../../src/index.js';
import { keysOfSource } from '../fuzz/vocabulary.js';
import { CASES } from './cases.js';
import { box, model } from './diagrams.js';

describe.each(RULES.map(({ name, severity }) => [name, severity] as const))('%s', (name, severity) => {
  const { bad, good, cells } = CASES[name] ?? { bad: '', good: '', cells: [] };

  test('finds what it is for', () => {
    const findings = check(bad, { rules: [name] });
    expect(findings[0]).toMatchObject({ rule: name, severity, cells });
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set([name]));
  });

  test('leaves alone what is well', () => {
    expect(check(good, { rules: [name] })).toEqual([]);
  });
});

describe('the documentation', () => {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../docs/rules.md'), 'utf8');
  const sections = new Map(
    text
      .split(/^### /m)
      .slice(1)
      .map((section): [string, string] => [section.slice(0, section.indexOf('\n')), section]),
  );

  test('has a section for each rule, in the order of the table', () => {
    expect([...sections.keys()]).toEqual(RULES.map(({ name }) => name));
  });

  test.each(RULES.map((rule) => [rule.name, rule] as const))('says of %s what it is', (name, rule) => {
    const { severity, threshold, summary } = rule;
    const about = threshold
      ? `${severity} · threshold ${threshold.value} ${threshold.unit}: ${threshold.meaning}`
      : severity;
    const [, said, what] = (sections.get(name) ?? '').split('\n').filter((line) => line !== '');
    expect(said).toBe(`*${about}*`);
    expect(what?.startsWith(summary)).toBe(true);
  });
});

test('no key that the code reads is taken for a misspelt one', () => {
  expect(keysOfSource().filter((key) => meantKey(key) !== undefined && !KEYS_OF_OTHER_THINGS.has(key))).toEqual([]);
});

/** Words in quotes that are no keys of styles where they stand. */
const KEYS_OF_OTHER_THINGS = new Set(
  (
    'arcsize background backgroundColor class curve dashpattern entry fill fillcolor fontcolor fontfamily fontsize ' +
    'fontstyle lineCap lineJoin stroke strokecolor strokewidth textAlign valign whitespace'
  ).split(' '),
);

describe('advice', () => {
  const advised = (rule: string, style: string): string =>
    check(model(box('a', 0, 0, { style })), { rules: [rule] })[0]?.message ?? '';

  test('names the nearest key, value, shape and stencil', () => {
    expect(advised('unknown-style-key', 'fontsize=3;')).toContain('Write fontSize.');
    expect(advised('unknown-style-key', 'background-color=#ffffff;')).toContain('Write fillColor.');
    expect(advised('unknown-style-value', 'verticalAlign=botom;')).toContain('Write verticalAlign=bottom.');
    expect(advised('unknown-style-value', 'fillColor=#12345;')).toContain('#rrggbb');
    expect(advised('unknown-shape', 'shape=cylindr3;')).toContain('Is cylinder3 meant?');
    expect(advised('unknown-stencil', 'shape=mxgraph.cisco.routers.ruoter;')).toContain('mxgraph.cisco.routers.router');
  });

  test('tells a text that would fit from one that is too long', () => {
    const advice = (style: string, label: string): string =>
      check(model(box('a', 0, 0, { style, label })), { rules: ['text-overflow'] })[0]?.message ?? '';
    expect(advice('html=1;align=left;spacingLeft=-60;', 'a')).toContain('It would fit');
    expect(advice('html=1;', 'a very long label that does not end soon enough')).toContain('Make the cell larger');
  });

  test('tells once that a lost cell takes all others with it', () => {
    const lost = model(box('a', 0, 0), box('b', 200, 0), box('c', 0, 0, { parent: 'gone' }));
    const [parent] = check(lost, { rules: ['missing-parent'] });
    expect(parent?.message).toContain("takes it for the page's root");
    const left = check(lost, { rules: ['left-out'] }).map(({ message }) => message);
    expect(left.filter((message) => message.includes('below'))).toEqual([
      `3 cells are not below the page's root, and left out: "1", "a", "b".`,
    ]);
    const middle = model(box('c', 0, 0, { parent: 'gone' }), box('d', 200, 0, { parent: 'gone' }));
    expect(check(middle, { rules: ['missing-parent'] })[0]?.message).toContain('draw.io leaves it out');
  });

  test('names the nearest id', () => {
    const [finding] = check(CASES['missing-terminal']?.bad ?? '', { rules: ['missing-terminal'] });
    expect(finding?.message).toContain('"second" is no cell');
    const near = check(model(box('database', 0, 0), box('b', 0, 0, { parent: 'databse' })), {
      rules: ['missing-parent'],
    });
    expect(near[0]?.message).toContain('Is "database" meant?');
  });
});
