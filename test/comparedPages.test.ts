/** Which pages of two versions of a file are compared with each other. */
import { expect, test } from 'vitest';
import { compare } from '../src/index.js';

const page = (id: string, name: string, label: string): string =>
  `<diagram id="${id}" name="${name}"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="c" value="${label}" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell></root></mxGraphModel></diagram>`;
const file = (...pages: readonly string[]): string => `<mxfile>${pages.join('')}</mxfile>`;

const pairs = (before: string, after: string): readonly string[] =>
  compare(before, after).pages.map(({ name, state }) => `${name} ${state}`);

test('those of one id, else the first of their name that are left', () => {
  const before = file(page('a', 'One', 'old'), page('b', 'One', 'old'), page('c', 'Two', 'old'));
  const after = file(
    page('x', 'One', 'new'),
    page('a', 'Other', 'new'),
    page('y', 'One', 'old'),
    page('z', 'New', 'new'),
  );
  // x takes the first "One", whose id a then finds nothing; y is like the second.
  expect(pairs(before, after)).toEqual(['One changed', 'Other added', 'New added', 'Two removed']);
});

test('each once, where they have no ids', () => {
  const before = file(page('', 'Page', 'a'), page('', 'Page', 'b'));
  const after = file(page('', 'Page', 'a'), page('', 'Page', 'c'), page('', 'Page', 'd'));
  expect(pairs(before, after)).toEqual(['Page changed', 'Page added']);
});
