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
