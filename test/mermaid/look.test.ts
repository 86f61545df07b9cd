/** Looks and layouts of graphs, and formulas in labels. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics.js';
import { render } from '../../src/index.js';
import { mermaidToDrawio } from '../../src/mermaid/index.js';
import { drawnCells } from './drawing.js';

const FLOW = 'flowchart LR\n  subgraph g [Group]\n  a[One] --> b[Two]\n  end';

function made(text: string, config?: Readonly<Record<string, unknown>>) {
  const diagnostics: Diagnostic[] = [];
  const file = mermaidToDrawio(text, { systemFonts: 'none', config, diagnostics });
  const cells = new Map(drawnCells(file).map((cell) => [cell.id, cell]));
  const styleOf = (id: string) => Object.fromEntries(cells.get(id)?.style ?? []);
  return { file, cells, styleOf, messages: diagnostics.map(({ message }) => message) };
}

const NEO = { look: 'neo', theme: 'neo' };

/** Of Mermaid 11.17's nodes in look and theme neo, with a line of 21 px: how much wider and higher than it, px. */
const NEO_SIZES: readonly (readonly [shape: string, width: number, height: number])[] = [
  ['rect', 32, 24],
  ['stadium', 51.25, 24],
  ['subproc', 44, 12],
  ['hex', 84, 70],
  ['lean-r', 66, 15],
  ['lean-l', 66, 15],
  ['trap-b', 66, 15],
  ['trap-t', 111, 30],
  ['odd', 53.25, 24],
  ['doc', 32, 46.5],
  ['docs', 52, 77.4],
  ['notch-rect', 56, 48],
  ['lin-rect', 40, 24],
  ['div-rect', 16, 23.4],
  ['win-pane', 42, 34],
  ['sl-rect', 32, 46.5],
  ['st-rect', 52, 44],
  ['tag-rect', 41, 24],
  ['flag', 32, 40.5],
  ['bow-rect', 37.2, 12],
  ['notch-pent', 32, 24],
  ['delay', 32, 24],
  ['brace', 28.3, 22],
  ['brace-r', 46, 34],
  ['braces', 48.4, 34],
];

describe('a look', () => {
  test('that is drawn by hand is draw.io’s sketch, of nodes, groups and edges', () => {
    const { styleOf, cells, messages, file } = made(FLOW, { look: 'handDrawn' });
    for (const id of ['a', 'g'])
      expect(styleOf(id)).toMatchObject({ sketch: '1', fillStyle: 'hachure', hachureGap: '5.2' });
    const edge = [...cells.values()].find(({ kind }) => kind === 'edge');
    expect(edge?.style.get('sketch')).toBe('1');
    expect(messages).toEqual([]);
    const svg = render(file, { systemFonts: 'none' });
    expect(svg.length).toBeGreaterThan(2 * render(made(FLOW).file, { systemFonts: 'none' }).length);
  });

  test('may be the text’s own', () => {
    expect(made(`---\nconfig:\n  look: handDrawn\n---\n${FLOW}`).styleOf('a')).toMatchObject({ sketch: '1' });
    expect(made(`%%{init: {"look": "handDrawn"}}%%\n${FLOW}`).styleOf('a')).toMatchObject({ sketch: '1' });
    expect(made(FLOW).styleOf('a')).not.toHaveProperty('sketch');
  });

  test('neo has shadows, and lines as wide as its theme’s', () => {
    const { styleOf, messages } = made(FLOW, { look: 'neo', theme: 'neo' });
    expect(styleOf('a')).toMatchObject({ shadow: '1', strokeWidth: '2' });
    expect(messages).toEqual([]);
  });

  test.each(NEO_SIZES)('neo has %s as much wider and higher than its label as Mermaid', (shape, width, height) => {
    const node = (name: string) =>
      made(`flowchart LR\n  a@{ shape: ${name}, label: "A label" }`, NEO).cells.get('a')?.box;
    const [box, text] = [node(shape), node('text')];
    // A text has a padding of 15 px, both sides together.
    expect((box?.width ?? 0) - (text?.width ?? 0) + 15).toBeCloseTo(width, 0);
    expect((box?.height ?? 0) - (text?.height ?? 0) + 15).toBeCloseTo(height, 0);
  });

  test('neo leaves what it does not name as large as it is', () => {
    for (const shape of ['rounded', 'diam', 'person', 'datastore', 'tag-doc', 'fork']) {
      const text = `flowchart LR\n  a@{ shape: ${shape}, label: "A label" }`;
      expect(made(text, NEO).cells.get('a')?.box).toEqual(made(text, { theme: 'neo' }).cells.get('a')?.box);
    }
  });

  test('neo sizes no node of a theme neo alone', () => {
    const sizeIn = (config: object) => made('flowchart LR\n  a[A label]', { ...config }).cells.get('a')?.box;
    expect((sizeIn({ theme: 'neo' })?.width ?? 0) - (sizeIn(NEO)?.width ?? 0)).toBeCloseTo(28, 0);
  });

  test.each([
    ['default', '10'],
    ['neo', '6'],
    ['redux', '24'],
  ])('has corners as round as the theme %s says', (theme, arcSize) => {
    expect(made('flowchart LR\n  a(One)', { theme }).styleOf('a')).toMatchObject({ rounded: '1', arcSize });
  });

  test('neo keeps arrowheads off what they point at', () => {
    const { cells } = made('flowchart LR\n  subgraph g\n  x\n  end\n  a <--> b --o c\n  c --> g', NEO);
    const styles = [...cells.values()].filter(({ kind }) => kind === 'edge').map(({ style }) => style);
    const spacing = (name: string) => styles.map((style) => style.get(`${name}PerimeterSpacing`));
    expect(spacing('source')).toEqual(['3', undefined, undefined]);
    expect(spacing('target')).toEqual(['4', '10', '4']);
    expect(made('flowchart LR\n  a --> b').file).not.toContain('PerimeterSpacing');
  });

  test('neo leaves edges that move as they are', () => {
    const { file } = made('flowchart LR\n  a e1@--> b\n  e1@{ animate: true }', NEO);
    expect(file).toContain('flowAnimation=1');
    expect(file).not.toContain('PerimeterSpacing');
  });

  test('neo places an edge’s label where it stands without the gap', () => {
    const middle = (config: object): number => {
      const { file } = made('flowchart LR\n  a(A) -->|to| b(B)', { theme: 'neo', ...config });
      return Number(
        /translate\(([\d.]+) [^>]*>(?:<(?:rect|g)[^>]*>)*<text[^>]*>to</.exec(
          render(file, { systemFonts: 'none' }),
        )?.[1],
      );
    };
    expect(middle({})).toBeGreaterThan(0);
    expect(middle({ look: 'neo' })).toBeCloseTo(middle({}), 0);
  });

  test('neo draws the lines of notes without dashes', () => {
    const text = 'stateDiagram-v2\n  a\n  note right of a: N';
    expect(made(text).file).toContain('dashPattern=5 5');
    expect(made(text, NEO).file).not.toContain('dashPattern');
  });

  test('that there is not is told', () => {
    const { messages, styleOf } = made(FLOW, { look: 'painted' });
    expect(messages).toEqual(['There is no look "painted": the diagram looks as it does without.']);
    expect(styleOf('a')).toEqual(made(FLOW).styleOf('a'));
  });
});

test('a layout other than dagre is told', () => {
  expect(made(FLOW, { layout: 'dagre' }).messages).toEqual([]);
  expect(made(FLOW, { layout: 'tidy-tree' }).messages).toEqual([
    'There is no layout "tidy-tree" here: the diagram is laid out by dagre.',
  ]);
});

describe('formulas', () => {
  const FRACTION = 'flowchart LR\n  a["of $$\\frac{\\nabla a}{b^{2}} < c$$ here"] -->|"$$\\sqrt{x}$$"| b[plain]';

  test('are draw.io’s, on a page of formulas, within their line', () => {
    const { file, cells } = made(FRACTION);
    expect(file).toContain('math="1"');
    expect(cells.get('a')?.label).toContain('of \\(\\displaystyle \\frac{\\nabla a}{b^{2}} &lt; c\\) here');
    expect(made('flowchart LR\n  a[$5 and $6]').file).not.toContain('math=');
  });

  test('have room in their nodes, and are drawn', () => {
    const tall = made(FRACTION).cells.get('a')?.box?.height ?? 0;
    expect(tall).toBeGreaterThan((made(FRACTION).cells.get('b')?.box?.height ?? 0) + 5);
    const diagnostics: Diagnostic[] = [];
    const svg = render(made(FRACTION).file, { systemFonts: 'none', diagnostics });
    expect(svg).toContain('role="img"');
    expect(svg).not.toContain('>of \\(');
    expect(diagnostics).toEqual([]);
  });

  test('end where they end, whatever is in them', () => {
    const { cells } = made('flowchart LR\n  a["$$x\\) <b>y</b> \\[z$$ and **$$q$$**"]');
    expect(cells.get('a')?.label).toContain('x &lt;b&gt;y&lt;/b&gt; z');
  });

  test('stand in messages of sequence diagrams', () => {
    const { file } = made('sequenceDiagram\n  A->>B: $$\\alpha$$');
    expect(file).toContain('\\(\\displaystyle \\alpha\\)');
  });
});
