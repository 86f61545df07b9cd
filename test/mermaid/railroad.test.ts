/** Railroad diagrams of all four grammars: what is read, and that it stands where Mermaid's own pictures have it, in px. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Expression, RailroadModel } from '../../src/mermaid/railroad/railroadModel.js';
import { parseMermaid } from '../../src/mermaid/text/parse.js';
import { GOLDEN_FOLDER } from '../golden/files.js';
import { boxOf, cellOf, cellsOf, type DrawnCells, endsOf, expectBox as expectBoxWithin } from './cellsOf.js';
import { errorOf, noticesOf } from './told.js';

const definitionOf = (text: string): Expression | undefined =>
  (parseMermaid(text).model as RailroadModel).rules[0]?.definition;
const terminal = (text: string): Expression => ({ type: 'terminal', text });
const [a, b]: readonly Expression[] = ['a', 'b'].map((text) => ({ type: 'nonterminal', text }));

describe('a rule is read', () => {
  test.each<[string, Expression | undefined]>([
    [
      'railroad-beta\nr = sequence(nonterminal("a"), terminal("x"));',
      { type: 'sequence', parts: [a, terminal('x')] as Expression[] },
    ],
    [
      'railroad-beta\nr = zeroOrMore(nonterminal("a"));',
      { type: 'repetition', part: a as Expression, mayBeNone: true },
    ],
    ['railroad-beta\nr = special("any");', { type: 'special', text: '? any ?' }],
    ['railroad-ebnf-beta\nr = a | b;', { type: 'choice', parts: [a, b] as Expression[] }],
    ['railroad-ebnf-beta\nr ::= [ a ];', { type: 'optional', part: a as Expression }],
    ['railroad-ebnf-beta\nr = a+;', { type: 'repetition', part: a as Expression, mayBeNone: false }],
    [
      'railroad-ebnf-beta\nr = a - "x";',
      { type: 'sequence', parts: [a, terminal('-'), terminal('x')] as Expression[] },
    ],
    ['railroad-abnf-beta\nr = 1*a ;', { type: 'repetition', part: a as Expression, mayBeNone: false }],
    ['railroad-abnf-beta\nr = *1a ;', { type: 'optional', part: a as Expression }],
    ['railroad-abnf-beta\nr = "x" / %x41 ;', { type: 'choice', parts: [terminal('x'), terminal('%x41')] }],
    ['railroad-peg-beta\nr <- a? ;', { type: 'optional', part: a as Expression }],
    ['railroad-peg-beta\nr <- !"x" ;', { type: 'special', text: '? !"x" ?' }],
  ])('%j', (text, expected) => {
    expect(definitionOf(text)).toEqual(expected);
  });

  test('where a text is wrong is told', () => {
    expect(errorOf('railroad-ebnf-beta\na = "x"\n').message).toContain('line 2, column 8');
  });
});

const golden = (name: string): DrawnCells =>
  cellsOf(readFileSync(path.join(GOLDEN_FOLDER, 'mermaid/railroad', `${name}.mmd`), 'utf8'));

/** Texts are set up to a px narrower here than in Mermaid's browser, which moves what is behind them. */
const expectBox = (cells: DrawnCells, id: string, expected: readonly [number, number, number, number], most = 1.3) =>
  expectBoxWithin(cells, id, expected, most);

describe('a railroad diagram', () => {
  const cells = golden('order');

  test('has what stands on its track, each rule below the last', () => {
    expectBox(cells, 'size', [91.1, 55, 48.6, 37]);
    expectBox(cells, 'double', [169.7, 55, 68.1, 37]);
    expectBox(cells, 'espresso', [300.2, 10, 85, 37]);
    expectBox(cells, 'milk', [287.8, 55, 49.4, 37]);
    expectBox(cells, 'latte', [347.3, 55, 50.3, 37]);
    expectBox(cells, 'tea', [321.6, 100, 42.3, 37]);
    // Behind three of them.
    expectBox(cells, 'extra', [507.1, 55, 55.7, 37], 2.5);
    expectBox(cells, '? whatever the barista has ?', [102.2, 255, 221.1, 37]);
    expectBox(cells, 'syrup', [109.4, 321.5, 59.2, 37]);
  });

  test('has a disc at both ends of a rule', () => {
    expectBox(cells, 'order-start', [66.1, 68.5, 10, 10]);
    expectBox(cells, 'extra-end', [193.6, 335, 10, 10]);
  });

  test('has lines between the middles of sides', () => {
    const [start, end] = endsOf(cells, 'milk-latte');
    expect([start.y, end.y, Math.round(end.x - start.x)]).toEqual([73.5, 73.5, 10]);
    expect(boxOf(cells, 'syrup-syrup').points).toHaveLength(6);
  });

  test('has every rule of the same name', () => {
    expect(cellsOf('railroad-beta\na = terminal("x");\na = terminal("y");').has('a-start-2')).toBe(true);
  });

  test('has signs of markup as they are written', () => {
    expect(cellOf(cellsOf('railroad-beta\na = terminal("<b> & #35;");'), '<b> & ﬂ°°35¶ß').label).toBe(
      '&lt;b&gt; &amp; &#35;',
    );
  });

  test('takes the width of a text before its entities are put in', () => {
    const [plain, entity] = ['x', '#120;'].map((text) => {
      const found = [...cellsOf(`railroad-beta\na = terminal("${text}");`).values()];
      return found.find(({ label }) => label === 'x' || label === '&#120;')?.box?.width ?? 0;
    });
    expect(entity).toBeGreaterThan(2 * (plain ?? 0));
  });

  test('of no rules is empty', () => {
    expectBox(cellsOf('railroad-peg-beta'), 'chart', [0, 0, 200, 100]);
  });
});

describe('settings of railroad diagrams', () => {
  const withSettings = (settings: string): string =>
    `%%{init: {"railroad": ${settings}}}%%\nrailroad-ebnf-beta\na = "x" , [ b ] ;`;

  test('change sizes and colours', () => {
    const cells = cellsOf(
      withSettings('{"padding": 20, "terminalFill": "red", "lineColor": "#00ff00", "strokeWidth": 3}'),
    );
    expect(boxOf(cells, 'x').height).toBe(57);
    expect(cellOf(cells, 'x').style.get('fillColor')).toBe('#ff0000');
    const line = [...cells.values()].find(({ kind }) => kind === 'edge');
    expect([line?.style.get('strokeColor'), line?.style.get('strokeWidth')]).toEqual(['#00ff00', '3']);
  });

  test('that Mermaid reads and does nothing with are told', () => {
    expect(noticesOf(withSettings('{"commentFill": "#ff0000", "padding": 4}'))).toEqual([
      'The setting railroad.commentFill changes nothing of this diagram.',
    ]);
  });

  // Mermaid has them among its settings, and no drawing asks for them.
  test.each([
    'railroad-beta\na = terminal("x");',
    'railroad-ebnf-beta\na = "x" ;',
    'railroad-abnf-beta\na = "x" ;',
    'railroad-peg-beta\na <- "x" ;',
  ])('that change nothing are told of %j', (text) => {
    const given = '%%{init: {"railroad": {"compactMode": true, "showMarkers": false}}}%%\n';
    expect(noticesOf(given + text)).toEqual([
      'The setting railroad.compactMode changes nothing of this diagram.',
      'The setting railroad.showMarkers changes nothing of this diagram.',
    ]);
    expect(cellsOf(given + text).has('a-start')).toBe(true);
  });

  test.each([
    ['default', '#ffffde', '#ececff', '#333333'],
    ['neutral', '#fcfcfc', '#eeeeee', '#666666'],
    ['dark', '#474949', '#1f2020', '#d3d3d3'],
    ['forest', '#cdffb2', '#cde498', '#000000'],
    ['base', '#ffffde', '#fff4dd', '#0b0b0b'],
  ])('the theme %s has colours of its own', (theme, terminalFill, nonTerminalFill, line) => {
    const cells = cellsOf(`%%{init: {"theme": "${theme}"}}%%\nrailroad-ebnf-beta\na = "x" , b ;`);
    const colors = [
      cellOf(cells, 'x').style.get('fillColor'),
      cellOf(cells, 'b').style.get('fillColor'),
      cellOf(cells, 'x-b').style.get('strokeColor'),
    ];
    expect(colors.map((color) => color?.toLowerCase())).toEqual([terminalFill, nonTerminalFill, line]);
  });
});

describe('what is made to take long', () => {
  const deep = (head: string, open: string, close: string): string =>
    `${head} ${open.repeat(5000)}${'x'}${close.repeat(5000)} ;`;

  test.each([
    deep('railroad-ebnf-beta\na =', '[', ']'),
    deep('railroad-abnf-beta\na =', '(', ')'),
    deep('railroad-peg-beta\na <-', '(', ')'),
    `railroad-beta\na = ${'optional('.repeat(3000)}terminal("x")${')'.repeat(3000)};`,
  ])('nested too deeply ends, and the next text is read as if nothing were', (text) => {
    expect(errorOf(text)).toMatchObject({ code: 'limit-exceeded', limit: 'nesting' });
    const [head = ''] = text.split(/[[(o]*\[|\(+|optional\(/, 1);
    const after = head.startsWith('railroad-beta') ? `${head}terminal("x");` : `${head}x ;`;
    expect(definitionOf(after)).toMatchObject({ text: 'x' });
  });

  test.each([
    `railroad-ebnf-beta\na = ${'b | '.repeat(2000)}c;`,
    `railroad-ebnf-beta\na = ${'b , '.repeat(2000)}c;`,
    `railroad-beta\na = terminal("${'x'.repeat(49_000)}");`,
  ])('%.40j … is drawn', { tags: 'heavy' }, (text) => {
    expect(cellsOf(text).has('a-end')).toBe(true);
  });
});
