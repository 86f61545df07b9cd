/** Graphs that are laid out by ELK: which texts ask for it, where things stand, and what it may take. */
import { describe, expect, test } from 'vitest';
import { type Diagnostic, MxsvgError } from '../../src/diagnostics.js';
import type { Limits } from '../../src/limits.js';
import { createMermaid } from '../../src/mermaid/browser.js';
import { mermaidToDrawio } from '../../src/mermaid/index.js';
import { nodeAssets } from '../../src/platform/node/packagedAssets.js';
import { drawnCells } from './drawing.js';

const FLOW = 'flowchart TB\n  a[One] -->|next| b[Two]\n  a --> c{Three}\n  c --> d((Four))\n  d --> a';

function made(text: string, config?: Readonly<Record<string, unknown>>, limits?: Partial<Limits>) {
  const diagnostics: Diagnostic[] = [];
  const file = mermaidToDrawio(text, { systemFonts: 'none', config, diagnostics, limits });
  const cells = drawnCells(file);
  const styles = cells.filter(({ kind }) => kind === 'edge').map(({ style }) => style);
  return { file, styles, messages: diagnostics.map(({ message }) => message) };
}

const isByElk = (text: string, config?: Readonly<Record<string, unknown>>): boolean => {
  const { styles, messages } = made(text, config);
  expect(messages).toEqual([]);
  return styles.length > 0 && styles.every((style) => style.get('rounded') === '1' && style.has('exitX'));
};

describe('ELK is asked for', () => {
  test.each([
    ['the kind of a flowchart', FLOW.replace('flowchart', 'flowchart-elk')],
    ['front matter', `---\nconfig:\n  layout: elk\n---\n${FLOW}`],
    ['a directive', `%%{init: {"flowchart": {"defaultRenderer": "elk"}}}%%\n${FLOW}`],
  ])('by %s', (_, text) => expect(isByElk(text)).toBe(true));

  test.each([
    ['a class diagram', 'classDiagram\n  A <|-- B : is'],
    ['a state diagram', 'stateDiagram-v2\n  [*] --> s\n  state s {\n    t --> u\n  }'],
    ['an entity-relation diagram', 'erDiagram\n  A ||--o{ B : has'],
    [
      'a requirement diagram',
      'requirementDiagram\n  element a {\n    type: x\n  }\n  element b {\n    type: y\n  }\n  a - traces -> b',
    ],
  ])('of %s', (_, text) => {
    expect(isByElk(text, { layout: 'elk' })).toBe(true);
    expect(made(text).file).not.toBe(made(text, { layout: 'elk' }).file);
  });

  test('with another of its algorithms, each of which has places of its own', () => {
    const names = ['elk', 'elk.stress', 'elk.force', 'elk.mrtree'];
    const files = names.map((layout) => made(FLOW, { layout }));
    expect(files.flatMap(({ messages }) => messages)).toEqual([]);
    const places = files.map(({ file }) => [...file.matchAll(/<mxGeometry x=.*/g)].join('\n'));
    expect(new Set(places).size).toBe(names.length);
  });

  test('and not by other texts', () => expect(made(FLOW).styles.some((style) => style.has('exitX'))).toBe(false));
});

test('its settings count', () => {
  const many = 'flowchart TB\n  a --> b & c & d\n  b & c & d --> e';
  const plain = made(many, { layout: 'elk' }).file;
  for (const elk of [{ mergeEdges: true }, { nodePlacementStrategy: 'LINEAR_SEGMENTS' }]) {
    const { file, messages } = made(`%%{init: ${JSON.stringify({ layout: 'elk', elk })}}%%\n${many}`);
    expect(messages).toEqual([]);
    expect([...file.matchAll(/<mx(?:Geometry|Point) .*/g)].join()).not.toBe(
      [...plain.matchAll(/<mx(?:Geometry|Point) .*/g)].join(),
    );
  }
});

test('a ring begins with its first node where that is asked for', () => {
  const ring = 'flowchart TB\n  a[One] --> b[Two]\n  b --> c[Three]\n  c --> a\n  b --> a';
  const tops = (elk: object): readonly number[] => {
    const { file } = made(ring, { layout: 'elk', elk });
    return [...file.matchAll(/label="(?:One|Two|Three)"[\s\S]*?<mxGeometry x="[^"]*" y="([^"]*)"/g)].map(([, y]) =>
      Number(y),
    );
  };
  const [one = 0, two = 0, three = 0] = tops({ keepEntryNodeOnTop: true });
  expect(one).toBeLessThan(Math.min(two, three));
});

test('names that mean something to programs are names', () => {
  expect(
    isByElk('flowchart TB\n  constructor --> hasOwnProperty\n  hasOwnProperty --> toString', { layout: 'elk' }),
  ).toBe(true);
});

test('the same text gives the same file, whatever was laid out before', () => {
  const first = made(FLOW, { layout: 'elk' }).file;
  made('flowchart LR\n  x --> y --> z', { layout: 'elk' });
  expect(made(FLOW, { layout: 'elk' }).file).toBe(first);
});

test('work has an end, and what is given up is not in the way of what comes next', { tags: 'heavy' }, () => {
  const first = made(FLOW, { layout: 'elk' }).file;
  const edges = Array.from({ length: 300 }, (_, i) => `  n${(i * 7) % 90} --> n${(i * 31 + 5) % 90}`);
  const error = (() => {
    try {
      return made(`flowchart TB\n${edges.join('\n')}`, { layout: 'elk' }, { work: 30_000 });
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(error).toBeInstanceOf(MxsvgError);
  expect(error).toMatchObject({ code: 'limit-exceeded' });
  expect(made(FLOW, { layout: 'elk' }).file).toBe(first);
});

test('where there is no ELK, dagre is told to stand for it', () => {
  const diagnostics: Diagnostic[] = [];
  createMermaid(nodeAssets).toDrawio(FLOW, { config: { layout: 'elk' }, diagnostics });
  expect(diagnostics.map(({ message }) => message)).toContain('ELK is not at hand: the diagram is laid out by dagre.');
});

test('what a script breaks over is laid out by dagre, which is told', () => {
  const diagnostics: Diagnostic[] = [];
  const broken = () => ({
    createEngine: () => ({
      layout: () => {
        throw new Error('org.eclipse.elk');
      },
    }),
  });
  createMermaid(nodeAssets, {}, undefined, broken).toDrawio(FLOW, { config: { layout: 'elk' }, diagnostics });
  const messages = diagnostics.map(({ message }) => message);
  expect(messages).toContain('ELK can’t lay this diagram out: it is laid out by dagre.');
});
