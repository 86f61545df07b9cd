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
    ['pie\n "a" : 1', 'pie'],
    ['quadrantChart\n a: [0.1, 0.9]', 'quadrantChart'],
    ['xychart\n line [1, 2]', 'xychart'],
    ['xychart-beta\n line [1, 2]', 'xychart'],
    ['radar-beta\n axis a, b', 'radar'],
    ['treemap\n "a": 1', 'treemap'],
    ['treemap-beta\n "a": 1', 'treemap'],
    ['sankey\na,b,1', 'sankey'],
    ['sankey-beta\na,b,1', 'sankey'],
    ['packet\n0-7: "a"', 'packet'],
    ['packet-beta\n0-7: "a"', 'packet'],
    ['treeView-beta\n "a"', 'treeView'],
    ['venn-beta\n set a', 'venn'],
    ['ishikawa\n a', 'ishikawa'],
    ['ishikawa-beta\n a', 'ishikawa'],
    ['wardley-beta\ncomponent a [0.5, 0.5]', 'wardley'],
    ['eventmodeling\ntf 1 ui a', 'eventmodeling'],
    ['cynefin-beta\nclear "a"', 'cynefin'],
    ['cynefin-beta:\nclear "a"', 'cynefin'],
    ['railroad-beta\na = terminal("x");', 'railroad'],
    ['railroad-ebnf-beta\na = "x";', 'railroadEbnf'],
    ['railroad-abnf-beta\na = "x" ;', 'railroadAbnf'],
    ['railroad-peg-beta\na <- "x";', 'railroadPeg'],
    ['info', 'info'],
    ['info showInfo', 'info'],
    ['zenuml\n A->B: hi', 'zenuml'],
    ['  zenuml\n A.hi()', 'zenuml'],
    ['gitGraph\n commit', 'gitGraph'],
    ['requirementDiagram\n element a {\n type: x\n }', 'requirement'],
    ['C4Context\n Person(a, "A")', 'c4'],
    ['C4Deployment\n Container(a, "A")', 'c4'],
    ['block-beta\n a', 'block'],
    ['architecture-beta\n service a(disk)[A]', 'architecture'],
    ['swimlane-beta\n a', 'swimlane'],
  ])('%j is a diagram of its kind', (text, kind) => {
    expect(parseMermaid(text).kind.names[0]).toBe(kind);
  });

  test.each(['swimlane\n a', 'tidyTree\n a'])('%j is refused by name', (text) => {
    const { code, message } = errorOf(text);
    expect(code).toBe('mermaid-unsupported');
    expect(message).toContain(`"${text.split('\n')[0]}"`);
    for (const name of ['flowchart', 'sequenceDiagram', 'classDiagram', 'stateDiagram', 'erDiagram']) {
      expect(message).toContain(name);
    }
  });

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

  test('have a title that one of the text itself goes before', () => {
    expect(parseMermaid('---\ntitle: Front\n---\npie title Own\n "a": 1').title).toBe('Own');
    expect(parseMermaid('---\ntitle: Front\n---\npie\n "a": 1').title).toBe('Front');
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
    expect(parseMermaid('flowchart LR\n a', { site: { theme: 'dark' } }).config.theme).toBe('dark');
    expect(
      parseMermaid('%%{init: {"theme": "forest"}}%%\nflowchart LR\n a', { site: { theme: 'dark' } }).config.theme,
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
    ['pie\n  "a" 1\n', 'line 2, column 7', '"1"', '":"'],
    ['pie\n  "a" : x\n', 'line 2, column 9', '"x"', 'a number'],
    ['pie\n"a": 1 "b": 2\n', 'line 2, column 8', '"\\"b\\""', 'the end of the line'],
    ['packet\n0-3: x\n', 'line 2, column 6', '"x"', 'a quoted text'],
    ['radar-beta\naxis a,\n', 'line 2, column 8', 'end of the line', 'a name'],
    ['radar-beta\naxis a,b\ncurve c{1,2\n', 'line 3, column 12', 'end of the text', '"}"'],
    ['venn-beta\n set\n', 'line 2, column 5', 'end of the line', ''],
    ['wardley-beta\ncomponent a [0.5]\n', 'line 2, column 17', '"]"', '","'],
    ['eventmodeling\ntf 1 nothing a\n', 'line 2, column 6', '"nothing"', ''],
    ['sankey\na,b\n', 'line 2, column 4', 'end of the text', '","'],
    ['xychart\n x-axis 0 -> 3\n', 'line 2, column 11', '"-"', '"-->"'],
    ['xychart\n bar [1, x]\n', 'line 2, column 10', '"x"', 'a number'],
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

  test.each([
    ['pie\n\n "a" : 1\n "b" : -1', 'line 4', '"b"'],
    ['sankey\na,b,1\nc,a,x\n', 'line 3', '"c" to "a"'],
    ['sankey\na,b,1\nb,c,2\nc,b,3\n', 'line 2', 'from "b" back to it'],
    ['xychart\n title x', '', 'no line and no bar'],
    ['packet\n0-7: "a"\n9-10: "b"', '', 'not contiguous'],
    ['quadrantChart\n a: [0.1, 0.2] radius: x', '', 'radius'],
    ['venn-beta\n set a\n union a,b', '', 'unknown set identifier: b'],
    ['wardley-beta\ncomponent a [0.5, 300.0]', 'line 2', 'must be between 0-1'],
    ['---\ntitle: x\n---\ntreeView-beta\na/\n├── b\n  c', 'line 7', 'Unexpected indentation'],
  ])('%j is told with its reason', (text, line, reason) => {
    const { code, message } = errorOf(text);
    expect(code).toBe('mermaid-syntax');
    expect(message).toContain(line);
    expect(message).toContain(reason);
  });

  test('in front matter are errors of syntax too', () => {
    expect(errorOf('---\ntitle: [\n---\nflowchart LR\n a').code).toBe('mermaid-syntax');
  });
});
