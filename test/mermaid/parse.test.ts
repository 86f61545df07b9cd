/** What Mermaid texts are read as, and how errors in them are told. */
import { describe, expect, test } from 'vitest';
import { MxsvgError } from '../../src/diagnostics.js';
import { parseMermaid } from '../../src/mermaid/text/parse.js';

function errorOf(text: string): MxsvgError {
  try {
    parseMermaid(text);
  } catch (error) {
    if (error instanceof MxsvgError) return error;
    throw error;
  }
  throw new Error('It was read.');
}

describe('kinds', () => {
  test.each([
    ['flowchart LR\n a --> b', 'flowchart'],
    ['graph TD\n a --> b', 'flowchart'],
    ['sequenceDiagram\n a->>b: hi', 'sequence'],
    ['classDiagram\n A <|-- B', 'class'],
    ['stateDiagram-v2\n a --> b', 'state'],
    ['stateDiagram\n a --> b', 'state'],
    ['erDiagram\n A ||--o{ B : has', 'er'],
    ['mindmap\n  root', 'mindmap'],
    ['timeline\n 2000 : x', 'timeline'],
    ['gantt\n dateFormat YYYY-MM-DD\n a : 2024-01-01, 3d', 'gantt'],
  ])('%j is a diagram of its kind', (text, kind) => {
    expect(parseMermaid(text).kind.names[0]).toBe(kind);
  });

  test.each(['pie\n "a" : 1', 'quadrantChart\n title x', 'requirementDiagram\n x', 'gitGraph\n commit'])(
    '%j is refused by name',
    (text) => {
      const { code, message } = errorOf(text);
      expect(code).toBe('mermaid-unsupported');
      expect(message).toContain(`"${text.split('\n')[0]}"`);
      for (const name of ['flowchart', 'sequenceDiagram', 'classDiagram', 'stateDiagram', 'erDiagram']) {
        expect(message).toContain(name);
      }
    },
  );

  test.each(['', ' \n ', 'hello'])('%j is no diagram', (text) => {
    expect(errorOf(text).code).toBe('mermaid-unsupported');
  });
});

describe('settings', () => {
  test('come from front matter, with the title', () => {
    const { title, config } = parseMermaid('---\ntitle: Trees\nconfig:\n  theme: forest\n---\nflowchart LR\n a');
    expect(title).toBe('Trees');
    expect(config.theme).toBe('forest');
  });

  test('come from directives', () => {
    const { config } = parseMermaid(
      '%%{init: {"theme": "neutral", "flowchart": {"curve": "linear"}}}%%\nflowchart LR\n a',
    );
    expect(config.theme).toBe('neutral');
    expect(config.flowchart?.curve).toBe('linear');
  });

  test('of one text are none of the next', () => {
    parseMermaid('%%{init: {"theme": "forest"}}%%\nflowchart LR\n a');
    expect(parseMermaid('flowchart LR\n a').config.theme).toBe('default');
  });

  test('given as defaults yield to those of the text', () => {
    expect(parseMermaid('flowchart LR\n a', { defaults: { theme: 'dark' } }).config.theme).toBe('dark');
    expect(
      parseMermaid('%%{init: {"theme": "forest"}}%%\nflowchart LR\n a', { defaults: { theme: 'dark' } }).config.theme,
    ).toBe('forest');
  });
});

describe('syntax errors', () => {
  test.each([
    ['flowchart LR\n  a --> b\n  b --> [oops', 'line 3, column 9', '"["', 'a name'],
    ['flowchart LR\n  a --> b\n  c{{x}\n', 'line 3, column 8', 'end of the line', '"}"'],
    ['flowchart LR\n  subgraph one\n  a --> b\n', 'line 3, column 10', 'end of the text', '"end"'],
    ['flowchart XX\n  a', 'line 1, column 10', '"XX"', ''],
    ['sequenceDiagram\n  A->>B: hi\n  A=>B: no\n', 'line 3, column 5', '">"', 'an arrow'],
    ['classDiagram\n  class A {\n    +int x\n', 'line 3, column 11', 'end of the text', '"}"'],
    ['stateDiagram-v2\n  a -->\n', 'line 2, column 8', 'end of the line', 'a name'],
    ['erDiagram\n  A { int }\n', 'line 2, column 11', '"}"', 'a name'],
  ])('%j is told with its place', (text, place, found, expected) => {
    const { code, message } = errorOf(text);
    expect(code).toBe('mermaid-syntax');
    expect(message).toContain(`${place}: unexpected ${found}`);
    expect(message).toContain(expected);
  });

  test('count lines of the text as it was given', () => {
    const front = '---\ntitle: x\n---\n%%{init: {"theme": "dark"}}%%\n%% a comment\n';
    expect(errorOf(`${front}flowchart LR\n  a --> b\n%% another\n  b -> c\n  a --> d\n`).message).toContain(
      'line 9, column 5',
    );
  });

  test('count from the line that the text begins on', () => {
    expect(() => parseMermaid('flowchart LR\n  a --> b\n  c{{x}\n', { firstLine: 41 })).toThrow('line 43, column 8');
  });

  test('name the line of a shape that there is none of', () => {
    const { code, message } = errorOf('flowchart LR\n  a --> b\n  a@{ shape: heart }\n');
    expect(code).toBe('mermaid-syntax');
    expect(message).toContain('line 3');
    expect(message).toContain('heart');
  });

  test('in front matter are errors of syntax too', () => {
    expect(errorOf('---\ntitle: [\n---\nflowchart LR\n a').code).toBe('mermaid-syntax');
  });
});
