/** What flowcharts' statements become in draw.io's terms. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics.js';
import { nodeShape } from '../../src/mermaid/graph/flowchartShapes.js';
import { type MermaidOptions, mermaidToDrawio, renderMermaid } from '../../src/mermaid/index.js';
import { type DrawnCell, drawnCells } from './drawing.js';

const draw = (body: string, options: MermaidOptions = {}): ReadonlyMap<string, DrawnCell> =>
  new Map(
    drawnCells(mermaidToDrawio(`flowchart LR\n${body}`, { systemFonts: 'none', ...options })).map((cell) => [
      cell.id,
      cell,
    ]),
  );

function cell(cells: ReadonlyMap<string, DrawnCell>, id: string): DrawnCell {
  const found = cells.get(id);
  if (!found) throw new Error(`There is no ${id} in ${[...cells.keys()]}.`);
  return found;
}

const edgeOf = (body: string): DrawnCell => cell(draw(body), 'L_a_b_0');

describe('nodes', () => {
  test.each([
    ['a[x]', 'rounded', '0'],
    ['a(x)', 'rounded', '1'],
    ['a([x])', 'arcSize', '50'],
    ['a[[x]]', 'shape', 'process'],
    ['a[(x)]', 'shape', 'cylinder3'],
    ['a((x))', 'perimeter', 'ellipsePerimeter'],
    ['a{x}', 'perimeter', 'rhombusPerimeter'],
    ['a{{x}}', 'shape', 'hexagon'],
    ['a[/x/]', 'shape', 'parallelogram'],
    ['a[/x\\]', 'shape', 'trapezoid'],
    ['a[\\x/]', 'flipV', '1'],
    ['a(((x)))', 'shape', 'doubleEllipse'],
    ['a@{ shape: delay }', 'shape', 'delay'],
  ])('%j is a shape that draw.io edits', (text, key, value) => {
    expect(cell(draw(text), 'a').style.get(key)).toBe(value);
  });

  test('every shape that Mermaid names is drawn', () => {
    const names =
      'rect rounded stadium fr-rect cyl circle odd diam hex lean-r lean-l trap-b trap-t dbl-circ text notch-rect lin-rect ' +
      'sm-circ fr-circ fork hourglass brace brace-r braces bolt doc delay h-cyl lin-cyl curv-trap div-rect tri win-pane ' +
      'f-circ notch-pent flip-tri sl-rect docs st-rect bow-rect cross-circ tag-doc tag-rect flag lin-doc cloud datastore ' +
      'person choice note anchor state composite bang folder bucket browser console';
    const diagnostics: Diagnostic[] = [];
    draw(
      names
        .split(' ')
        .map((name, index) => `n${index}@{ shape: ${name}, label: "x" }`)
        .join('\n'),
      { diagnostics },
    );
    expect(diagnostics).toEqual([]);
  });

  test('a shape that a later Mermaid names has no form', () => {
    const request = { label: { width: 10, height: 24 }, padding: 15, stroke: '#000000', direction: 'TB' } as const;
    expect(nodeShape('shape-of-tomorrow', request)).toBeUndefined();
  });

  test.each([
    ['rect', 88.47, 54],
    ['circle', 43.47, 43.47],
    ['diam', 82.47, 82.47],
    ['cyl', 43.47, 58.61],
    ['stadium', 53.22, 39],
    ['hex', 62.97, 39],
  ])("%s is as large as Mermaid's", (name, width, height) => {
    const { box } = cell(draw(`a@{ shape: ${name}, label: "Word" }`), 'a');
    const label = (cell(draw('a@{ shape: state, label: "Word" }'), 'a').box?.width ?? 0) - 28.47;
    expect(box?.width).toBeCloseTo(width + label, 1);
    if (!['circle', 'diam', 'cyl'].includes(name)) expect(box?.height).toBeCloseTo(height, 1);
  });

  test('an icon that is not at hand is a box with a question mark, above its label or below it, and reported', () => {
    const diagnostics: Diagnostic[] = [];
    const cells = draw('a@{ icon: "logos:user", form: "square", label: "User" }', { diagnostics });
    expect([cell(cells, 'a').label, cell(cells, 'a-icon').label]).toEqual(['User', '?']);
    expect(cell(cells, 'a-icon').box).toMatchObject({ width: 48, height: 48 });
    expect(cell(cells, 'a').box).toMatchObject({ width: 63, height: 99 });
    expect(diagnostics).toMatchObject([{ code: 'mermaid-ignored', cellId: 'a' }]);
    const above = draw('a@{ icon: "logos:user", label: "User", pos: "t" }');
    expect(cell(above, 'a-icon').box?.y).toBeGreaterThan(cell(cells, 'a-icon').box?.y ?? 0);
  });

  test("an icon of Font Awesome's is drawn in the node's line colour, where its package is installed", () => {
    const diagnostics: Diagnostic[] = [];
    const cells = draw('a@{ icon: "fa:user", form: "square", label: "User" }\nstyle a stroke:#123456', { diagnostics });
    const icon = cell(cells, 'a-icon');
    expect(icon.label).toMatch(/^<svg viewBox="[^"]+" fill="currentColor" style="[^"]+"><path d="M /);
    expect(icon.box).toMatchObject({ width: 48, height: 48 });
    expect(icon.style.get('fontColor')).toBe('#123456');
    expect(cell(cells, 'a').box).toMatchObject({ width: 63, height: 99 });
    expect(diagnostics).toEqual([]);
  });

  test("icons in labels are as wide as with Font Awesome's own CSS", () => {
    const widthOf = (label: string): number => cell(draw(`a["${label}"]`), 'a').box?.width ?? 0;
    // Mermaid 11 with Font Awesome 7.3: 151.15 px.
    expect(widthOf('fab:fa-twitter for peace')).toBeCloseTo(151.16, 1);
    expect(widthOf('fa:fa-car x') - widthOf('. x') + widthOf('.x') - widthOf('x')).toBeCloseTo(20, 1);
  });

  test('long labels are broken where Mermaid breaks them, blanks at the ends of lines included', async () => {
    const text = 'This is a long label that will certainly need to wrap because it is longer than two hundred pixels';
    expect(cell(draw(`a[${text}]`), 'a').box).toMatchObject({ width: 260, height: 126 });
    const svg = await renderMermaid(`flowchart LR\na[${text}]`, { systemFonts: 'none' });
    const lines = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, line = '']) =>
      line.replace(/<[^>]*>/g, '').trim(),
    );
    // Mermaid 11 in Chromium.
    expect(lines).toEqual([
      'This is a long label that will',
      'certainly need to wrap',
      'because it is longer than',
      'two hundred pixels',
    ]);
  });

  test('their labels fit in them', () => {
    const short = cell(draw('a[x]'), 'a').box?.width ?? 0;
    const long = cell(draw('a[a label of many words]'), 'a').box?.width ?? 0;
    expect(long).toBeGreaterThan(short + 100);
  });

  test('long labels are broken into lines', () => {
    const { box } = cell(draw(`a[${'word '.repeat(40)}]`), 'a');
    expect(box?.width).toBeLessThan(300);
    expect(box?.height).toBeGreaterThan(80);
  });

  test('links, targets and tooltips are kept', () => {
    const file = mermaidToDrawio('flowchart LR\n a --> b\n click a href "https://example.com/docs" "Tip" _blank');
    expect(file).toContain('link="https://example.com/docs"');
    expect(file).toContain('tooltip="Tip"');
    expect(file).toContain('linkTarget="_blank"');
  });

  test('what a click calls is reported', () => {
    const diagnostics: Diagnostic[] = [];
    draw('a\nclick a call open()', { diagnostics });
    expect(diagnostics).toMatchObject([{ code: 'mermaid-ignored', cellId: 'a' }]);
  });

  test('ids of the text are those of the cells, but for those that draw.io takes itself', () => {
    const cells = draw('0 --> 1\n1 --> constructor');
    expect(cell(cells, 'constructor').label).toBe('constructor');
    expect(cell(cells, 'L_0_1_0')).toMatchObject({ source: '0-2', target: '1-2' });
  });
});

describe('links', () => {
  test.each([
    ['a --> b', 'endArrow', 'block'],
    ['a --- b', 'endArrow', 'none'],
    ['a --o b', 'endArrow', 'oval'],
    ['a --x b', 'endArrow', 'cross'],
    ['a <--> b', 'startArrow', 'block'],
    ['a -.-> b', 'dashed', '1'],
    ['a ==> b', 'strokeWidth', '3.5'],
    ['a ~~~ b', 'strokeColor', 'none'],
    ['a --> b\nlinkStyle 0 stroke:#f00', 'strokeColor', '#ff0000'],
    ['a --> b\nlinkStyle default stroke-width:4px', 'strokeWidth', '4'],
  ])('%j', (text, key, value) => {
    expect(edgeOf(text).style.get(key)).toBe(value);
  });

  test('have labels of their own', () => {
    const labels = [...draw('a -->|some text| b').values()].filter(({ isEdgeLabel }) => isEdgeLabel);
    expect(labels.map(({ label, parent }) => [label, parent])).toEqual([['some text', 'L_a_b_0']]);
  });

  test('are as long as they say', () => {
    const distance = (text: string): number => {
      const cells = draw(text);
      return (cell(cells, 'b').box?.x ?? 0) - (cell(cells, 'a').box?.x ?? 0);
    };
    expect(distance('a ----> b')).toBeGreaterThan(distance('a --> b') + 80);
  });

  test('of several nodes are all there', () => {
    const edges = [...draw('a & b --> c & d').values()].filter(({ kind }) => kind === 'edge');
    expect(edges.map(({ source, target }) => `${source}${target}`).sort()).toEqual(['ac', 'ad', 'bc', 'bd']);
  });
});

describe('subgraphs', () => {
  test('are containers around their nodes', () => {
    const cells = draw('subgraph one [One]\n a --> b\nend\n b --> c');
    const group = cell(cells, 'one').box;
    expect(cell(cells, 'a').parent).toBe('one');
    for (const id of ['a', 'b']) {
      const box = cell(cells, id).box;
      expect(box?.x).toBeGreaterThan(group?.x ?? 0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan((group?.x ?? 0) + (group?.width ?? 0));
      expect(box?.y).toBeGreaterThan((group?.y ?? 0) + 15);
    }
    expect(cell(cells, 'c').parent).toBe('mermaid-diagram');
  });

  test('can be the ends of links', () => {
    const cells = draw('subgraph one\n a\nend\nsubgraph two\n b\nend\none --> two');
    expect(cell(cells, 'L_one_two_0')).toMatchObject({ source: 'one', target: 'two' });
  });

  test('have a direction of their own', () => {
    const cells = draw('subgraph one\n direction TB\n a --> b\nend');
    expect(cell(cells, 'a').box?.x).toBe(cell(cells, 'b').box?.x);
    expect(cell(cells, 'b').box?.y).toBeGreaterThan(cell(cells, 'a').box?.y ?? 0);
  });

  test('inside of each other in a ring are drawn all the same', () => {
    expect(draw('subgraph x\n y\nend\nsubgraph y\n x\nend').size).toBeGreaterThan(1);
  });

  test('nested too deep are refused', () => {
    const deep = `${Array.from({ length: 60 }, (_, i) => `subgraph s${i}`).join('\n')}\na\n${'end\n'.repeat(60)}`;
    expect(() => draw(deep)).toThrow(/nested 40 deep/);
  });
});

describe('styles', () => {
  test('of classes and nodes are draw.io keys', () => {
    const style = cell(draw('a:::hot\nclassDef hot fill:#f96,stroke:#333,stroke-width:4px,color:#fff'), 'a').style;
    expect(style.get('fillColor')).toBe('#ff9966');
    expect(style.get('strokeColor')).toBe('#333333');
    expect(style.get('strokeWidth')).toBe('4');
    expect(style.get('fontColor')).toBe('#ffffff');
  });

  test('of the text come before those of its classes', () => {
    const style = cell(draw('a:::hot\nclassDef hot fill:#f96\nstyle a fill:#00f8'), 'a').style;
    expect(style.get('fillColor')).toBe('#0000ff');
    expect(style.get('fillOpacity')).toBe('53');
  });
});

describe('themes', () => {
  const fillOf = (options: MermaidOptions): string | undefined => cell(draw('a', options), 'a').style.get('fillColor');

  test('differ in their colours', () => {
    expect(fillOf({})?.toLowerCase()).toBe('#ececff');
    expect(
      new Set((['default', 'neutral', 'forest', 'dark', 'base'] as const).map((theme) => fillOf({ theme }))).size,
    ).toBe(5);
  });

  test('that are dark have a dark page', () => {
    expect(mermaidToDrawio('flowchart LR\n a', { theme: 'dark' })).toMatch(/background="#333/);
    expect(mermaidToDrawio('flowchart LR\n a')).not.toContain('background=');
  });
});

test('pictures are SVG or PNG', async () => {
  expect(await renderMermaid('flowchart LR\n a --> b')).toMatch(/^<svg/);
  const png = await renderMermaid('flowchart LR\n a --> b', { format: 'png', scale: 2 });
  expect([...png.slice(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
});

test('the same text gives the same file', () => {
  const text = 'flowchart TB\n subgraph s\n a --> b\n end\n b --> c\n c --> a';
  expect(mermaidToDrawio(text)).toBe(mermaidToDrawio(text));
});
