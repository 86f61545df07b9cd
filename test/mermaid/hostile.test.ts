/** Mermaid text that is wrong, or made to take long: each ends in a file or in an MxsvgError, and leaves nothing behind. */
import { describe, expect, test } from 'vitest';
import { metered, NO_BUDGET } from '../../src/budget.js';
import { type Diagnostic, MxsvgError } from '../../src/diagnostics.js';
import { render } from '../../src/index.js';
import { mermaidToDrawio } from '../../src/mermaid/index.js';
import { parseMermaid } from '../../src/mermaid/text/parse.js';
import { errorOf } from './told.js';

const many = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => each(i)).join('\n');

/** What a text takes of a budget without end. */
function costOf(text: string): number {
  const budget = metered(NO_BUDGET);
  parseMermaid(text, { budget });
  return budget.spent;
}

describe('no state outlives a text:', () => {
  test('a colour that is none', () => {
    const { code, message } = errorOf(
      '%%{init: {"theme":"base","themeVariables":{"primaryColor":"zzz"}}}%%\nflowchart LR\na-->b',
    );
    expect(code).toBe('mermaid-syntax');
    expect(message).toContain('line 1');
    expect(message).toContain('"zzz"');
    for (const text of ['flowchart LR\na-->b', 'sequenceDiagram\nA->>B: hi']) {
      expect(mermaidToDrawio(text, { systemFonts: 'none' })).toContain('<mxfile');
    }
  });

  test('the tasks of a chart', () => {
    const after = 'gantt\n dateFormat YYYY-MM-DD\n x : 2024-01-01, 3d\n y : after early, 1d';
    const alone = parseMermaid(after).model;
    parseMermaid('gantt\n dateFormat YYYY-MM-DD\n z : early, 1999-01-01, 3d');
    expect(parseMermaid(after).model).toEqual(alone);
  });

  test('a text that was broken off', () => {
    errorOf('sequenceDiagram\n A->>B: hi\n box red\n loop x\n');
    expect(parseMermaid('sequenceDiagram\n C->>D: x').model).toMatchObject({
      actors: [{ key: 'C' }, { key: 'D' }],
      boxes: [],
    });
  });
});

describe('a Gantt chart', () => {
  const chart = (lines: string): string => `gantt\n dateFormat YYYY-MM-DD\n${lines}`;
  test.each([
    ['without a start', 'gantt\n X : 5d', 'line 2', '"X" has no start'],
    ['without anything', chart(' X : active'), 'line 3', '"X" needs'],
    ['with too much', chart(' X : a, b, c, d'), 'line 3', '"X" needs'],
    ['with a date that is none', chart(' X : a, foo, 3d'), 'line 3', 'foo'],
    [
      'of tasks that wait for each other',
      chart(' X : a, after b, 1d\n Y : b, after a, 1d'),
      'line 3',
      '"X" has no start',
    ],
    [
      'with all days excluded',
      chart(' excludes monday,tuesday,wednesday,thursday,friday,saturday,sunday\n X : 2024-01-01, 3d'),
      '',
      'excluded',
    ],
    ['without a name', 'gantt\n :5d', '', ''],
  ])('%s', (_name, text, line, reason) => {
    const { code, message } = errorOf(text);
    expect(code).toBe('mermaid-syntax');
    expect(message).toContain(line);
    expect(message).toContain(reason);
    expect(message).not.toMatch(/undefined|is not a/);
  });

  test('may have a task after a later one, and times past all calendars', () => {
    const { model } = parseMermaid(
      chart(' A : a, after b, 2d\n B : b, 2024-01-01, 3d\n C : 2024-01-01, 999999999999y'),
    );
    expect(model).toMatchObject({ tasks: [{ startTime: new Date(2024, 0, 4) }, { id: 'b' }, {}] });
  });

  test('looks at no more days than the budget has', () => {
    const { code, limit } = errorOf(chart(` excludes weekends\n${many(1500, () => ' a : 2024-01-01, 9999d')}`), {
      work: 100_000,
    });
    expect({ code, limit }).toEqual({ code: 'limit-exceeded', limit: 'work' });
  });
});

describe('settings', () => {
  const deep = (open: string, close: string): string => open.repeat(4000) + close.repeat(4000);
  test.each([
    ['nested in a directive', `%%{init: {"flowchart": ${deep('[', ']')}}}%%\nflowchart LR\na`],
    ['nested in objects', `%%{init: ${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}}%%\nflowchart LR\na`],
    ['in a ring', '---\nconfig: &a\n  b: *a\n---\nflowchart LR\na'],
    [
      'that name each other again and again',
      `---\nconfig:\n  a0: &a0 [x, x]\n${many(40, (i) => `  a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)}\n---\nflowchart LR\na`,
    ],
    ['that are no YAML', '---\ntitle: [\n---\nflowchart LR\na'],
  ])('%s are an error of syntax', (_name, text) => {
    expect(errorOf(text).code).toBe('mermaid-syntax');
  });

  test('that can’t be read are told', () => {
    const diagnostics: Diagnostic[] = [];
    mermaidToDrawio('%%{init: {theme: forest}}%%\nflowchart LR\na', { systemFonts: 'none', diagnostics });
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'mermaid-ignored' })]);
  });

  test.each([
    '{"theme": 5}',
    '{"themeVariables": "x"}',
    '{"themeVariables": {"fontSize": "1e300px"}}',
    '{"flowchart": {"nodeSpacing": 1e308, "rankSpacing": "x", "padding": -1e308, "wrappingWidth": 0}}',
    '{"flowchart": null, "fontFamily": 7}',
    '{"__proto__": {"x": 1}, "constructor": {"prototype": {"y": 1}}}',
    '[1, 2]',
    'null',
  ])('%s end in a picture or an error of ours', (json) => {
    const text = `%%{init: ${json}}%%\nflowchart LR\n a[Text] -->|on| b\n subgraph g\n b\n end`;
    try {
      expect(mermaidToDrawio(text, { systemFonts: 'none' })).not.toMatch(/NaN|Infinity|undefined/);
    } catch (error) {
      expect(error).toBeInstanceOf(MxsvgError);
    }
    expect({}).not.toHaveProperty('x');
    expect({}).not.toHaveProperty('y');
  });
});

describe('values of another type than Mermaid expects', () => {
  test.each([
    'flowchart LR\n a@{ shape: [rect] }',
    'flowchart LR\n a@{ label: [x, y] }',
    'flowchart LR\n a@{ label: {x: y} }',
    'flowchart LR\n a@{ shape: rect, label: 7 }',
    'flowchart LR\n a@{ img: [x], w: foo, h: -1e308 }',
    'flowchart LR\n a@{ icon: {a: b} }',
    'flowchart LR\n a e1@--> b\n e1@{ animate: [x], curve: {a: b} }',
    'sequenceDiagram\n participant A@{ "type": ["x"] }\n A->>B: hi',
    'sequenceDiagram\n participant A\n links A: {"x": {"y": 1}}\n properties A: [1]\n A->>A: hi',
    'sequenceDiagram\n participant A\n details A: nothing',
    'kanban\n a[x]@{ ticket: [1], priority: {a: b}, assigned: 7 }',
    'journey\n section a\n b: many: Me',
    'classDiagram\n class A {\n  +x() List~int~\n }\n cssClass "A" none\n style A fill',
    'erDiagram\n A ||--o{ B : ""\n A { int x PK "c" }',
    'flowchart LR\n a\n linkStyle 99 stroke:red',
    'flowchart LR\n click a href "javascript:alert(1)"',
    'mindmap\n  a\nb',
    'timeline\n : x',
  ])('%j', (text) => {
    try {
      expect(mermaidToDrawio(text, { systemFonts: 'none' })).not.toMatch(/"(?:NaN|undefined|\[object)/);
    } catch (error) {
      expect(error).toBeInstanceOf(MxsvgError);
      expect((error as MxsvgError).message).not.toMatch(/is not a function|of undefined/);
    }
  });
});

test('a state that is named again inside of itself is told of', () => {
  const text = `stateDiagram
state constructor {
[*] --> end1
c --> [*]
}
state b {
d
--
__proto__
}
b --> [*]
end1 : x
note left of A-B
y
end note
state "one" as e
state a {
[*] --> a
b --> [*]
}`;
  expect(errorOf(text).code).toBe('mermaid-unsupported');
});

describe('cells', () => {
  test('are work: a packet of more bits than there are has an end', () => {
    const packet = 'packet\n+8: "a"\n+2147483648: "b"';
    expect(() => mermaidToDrawio(packet, { limits: { work: 100_000 } })).toThrow(
      expect.objectContaining({ code: 'limit-exceeded', limit: 'work' }),
    );
  });

  test.each([['ishikawa\n one\n two\n    a\n  \u0000\n  three'], ["kanban\n  one\n    two[a]@{ assigned: '\uffff' }"]])(
    'have a size also where their texts show nothing: %j',
    (text) => {
      const diagnostics: Diagnostic[] = [];
      render(mermaidToDrawio(text, { systemFonts: 'none' }), { systemFonts: 'none', diagnostics });
      expect(diagnostics.filter(({ code }) => code.startsWith('invalid-'))).toEqual([]);
    },
  );
});

describe('edges', () => {
  test('are as many as Mermaid itself takes', () => {
    const all = (name: string, count: number): string => Array.from({ length: count }, (_, i) => name + i).join(' & ');
    const dense = `flowchart TD\n${all('a', 80)} --> ${all('b', 80)}`;
    const { code, limit, message } = errorOf(dense);
    expect({ code, limit }).toEqual({ code: 'limit-exceeded', limit: 'mermaidEdges' });
    expect(message).toContain('500');
    const few = `flowchart TD\n${all('a', 4)} --> ${all('b', 4)}`;
    expect(() => mermaidToDrawio(few, { limits: { mermaidEdges: 15 } })).toThrow(
      expect.objectContaining({ limit: 'mermaidEdges' }),
    );
    expect(mermaidToDrawio(few, { limits: { mermaidEdges: 16 } })).toContain('<mxfile');
  });

  test.each([
    ['classDiagram', (i: number) => `A${i} <|-- B${i}`],
    ['stateDiagram-v2', (i: number) => `a${i} --> b${i}`],
    ['erDiagram', (i: number) => `A${i} ||--o{ B${i} : x`],
  ])('of a %s are counted too', (kind, edge) => {
    expect(errorOf(`${kind}\n${many(501, edge)}`).limit).toBe('mermaidEdges');
  });

  test.each([
    ['that pass many ranks', `${many(250, (i) => `n${i} --> n${i + 1}`)}\n${many(240, (i) => `n0 --> n${i + 2}`)}`],
    ['as long as a text', `a ${'-'.repeat(20_000)}> b\n${many(300, () => 'a --> c --> b')}`],
  ])('%s end within the budget', (_name, text) => {
    expect(errorOf(`flowchart TD\n${text}`)).toMatchObject({ code: 'limit-exceeded' });
  });
});

test('a text is as long as Mermaid itself takes it', () => {
  expect(errorOf(`flowchart LR\n%% ${'x'.repeat(50_000)}\na`)).toMatchObject({
    code: 'limit-exceeded',
    limit: 'mermaidLength',
  });
  const text = `flowchart LR\n%% ${'x'.repeat(60_000)}\na`;
  expect(mermaidToDrawio(text, { limits: { mermaidLength: 100_000 } })).toContain('<mxfile');
});

describe('blanks', () => {
  test.each<[string, (blanks: string) => string]>([
    ['at the end', (blanks) => `flowchart TD\na-->b${blanks}`],
    ['before a line', (blanks) => `flowchart TD\n${blanks}a-->b`],
    ['inside of a line', (blanks) => `flowchart TD\na${blanks}-->${blanks}b`],
    ['of other kinds', (blanks) => `flowchart TD\na-->b${blanks.replaceAll(' ', '\u00a0\t')}`],
    ['of lines', (blanks) => `flowchart TD\na-->b${blanks.replaceAll(' ', '\n')}\nb-->c`],
    ['of lines with blanks', (blanks) => `sequenceDiagram\nA->>B: x${blanks.replaceAll(' ', ' \n')}B->>A: y`],
    ['before the text', (blanks) => `${blanks}flowchart TD\na-->b`],
    ['before comments', (blanks) => `flowchart TD\n${blanks}%% x\na-->b`],
    ['in a label', (blanks) => `flowchart TD\na["x${blanks}y"]`],
    ['in a mind map', (blanks) => `mindmap\n root\n${blanks}a\n${blanks} b`],
    ['in a directive', (blanks) => `%%{${blanks}init:${blanks}{${blanks}}${blanks}}%%\nflowchart TD\na`],
  ])('%s cost no more the more there are', (_name, text) => {
    const few = costOf(text(' '.repeat(500)));
    expect(costOf(text(' '.repeat(9_000)))).toBeLessThanOrEqual(few + 200);
  });

  test('keep the order of indentations', () => {
    const tree = (indents: readonly number[]): string =>
      `mindmap\n root\n${indents.map((indent, i) => `${' '.repeat(indent)}t${i}`).join('\n')}`;
    // How far in they are counts for the width of lines alone, which all far ones have in common.
    const shapeOf = (indents: readonly number[]): string =>
      JSON.stringify(parseMermaid(tree(indents)).model).replace(/"level":\d+,/g, '');
    expect(shapeOf([300, 5000, 300, 900])).toBe(shapeOf([2, 4, 2, 3]));
  });
});

test('many cells of one name have ids of their own', () => {
  const file = mermaidToDrawio(`timeline\n${many(5000, () => ' a')}`, { systemFonts: 'none' });
  const ids = [...file.matchAll(/ id="(a(?:-\d+)?)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(5000);
});

test('names that XML can’t hold become ids all the same', () => {
  const file = mermaidToDrawio('journey\n\0: 5\n\u0001: 3\n a\0: 2\n a: 1', { systemFonts: 'none' });
  const ids = [...file.matchAll(/<mxCell id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).not.toContain('');
  for (const [, source] of file.matchAll(/ source="([^"]*)"/g)) expect(ids).toContain(source);
});
