/** Git graphs, C4, block, requirement and architecture diagrams: places and sizes are Mermaid's own figures. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics.js';
import { render } from '../../src/index.js';
import { mermaidToDrawio } from '../../src/mermaid/index.js';
import { boxOf, cellOf, cellsOf, endsOf } from './cellsOf.js';

const middle = ({ x, y, width, height }: ReturnType<typeof boxOf>): readonly number[] => [
  x + width / 2,
  y + height / 2,
];

describe('git graphs', () => {
  const text = 'commit id: "a"\nbranch side\ncommit id: "b"\ncheckout main\ncommit id: "c"\nmerge side id: "d"';

  test.each([
    ['gitGraph', [10, -2], [60, 88], [160, -2]],
    ['gitGraph TB:', [0, 40], [undefined, 90], [0, 190]],
    ['gitGraph BT:', [0, 190], [undefined, 140], [0, 40]],
  ])('%s: commits are fifty px apart, branches ninety and half a name', (head, a, b, d) => {
    const cells = cellsOf(`${head}\n${text}`);
    expect(middle(boxOf(cells, 'a'))).toEqual(a);
    expect(middle(boxOf(cells, 'b'))[1]).toBe(b[1]);
    expect(middle(boxOf(cells, 'd'))).toEqual(d);
  });

  test('parallel commits stand a step beyond those that they come of', () => {
    const cells = cellsOf(`%%{init: {"gitGraph": {"parallelCommits": true}}}%%\ngitGraph\n${text}`);
    expect(['a', 'b', 'c', 'd'].map((id) => middle(boxOf(cells, id))[0])).toEqual([10, 60, 60, 110]);
  });

  test('a branch leaves its commit across the graph, a merge comes in across it', () => {
    const cells = cellsOf(`gitGraph\n${text}`);
    expect(boxOf(cells, 'a-b').points).toContainEqual({ x: 10, y: 88 });
    expect(boxOf(cells, 'b-d').points).toContainEqual({ x: 160, y: 88 });
    expect(endsOf(cells, 'c-d')).toEqual([
      { x: 110, y: -2 },
      { x: 160, y: -2 },
    ]);
  });

  test('commits without a name are named alike in every drawing', () => {
    expect(mermaidToDrawio('gitGraph\ncommit\ncommit')).toBe(mermaidToDrawio('gitGraph\ncommit\ncommit'));
    expect(cellsOf('gitGraph\ncommit\ncommit').has('1-9e3779b')).toBe(true);
  });

  // Mermaid's own figures: sizes, places and widths of lines.
  test.each([
    ['default', 20, -2, '8', '2 2', 20],
    ['neo', 20, -2, '8', '4 2', 20],
    ['redux', 14, 7, '2', '4 2', 32],
    ['redux-dark-color', 14, 7, '2', '4 2', 32],
  ])('the theme %s has its own sizes', (theme, size, middle, lineWidth, dashes, nameHeight) => {
    const cells = cellsOf(`---\nconfig:\n  theme: ${theme}\n---\ngitGraph\n${text}`);
    const [box, name] = [boxOf(cells, 'a'), boxOf(cells, 'main')];
    expect([box.width, box.y + box.height / 2, name.y + name.height / 2]).toEqual([size, middle, middle]);
    expect(Math.abs(name.height - nameHeight)).toBeLessThan(2.5);
    expect(cellOf(cells, 'a-b').style.get('strokeWidth')).toBe(lineWidth);
    expect(cellOf(cells, 'main-line').style.get('dashPattern')).toBe(dashes);
  });

  // Mermaid's own: the second branch's lines, and what its name is written on.
  test.each([
    ['default', '#dede00', '#dede00'],
    ['neo', '#9b9bbf', '#ffffff'],
    ['redux', '#28253d', '#ffffff'],
    ['redux-color', '#2dd4bf', '#2dd4bf'],
    ['redux-dark-color', '#2dd4bf', '#111113'],
  ])('the theme %s has its own colours', (theme, line, name) => {
    const cells = cellsOf(`---\nconfig:\n  theme: ${theme}\n---\ngitGraph\n${text}`);
    expect(cellOf(cells, 'a-b').style.get('strokeColor')).toBe(line);
    expect(cellOf(cells, 'side').style.get('fillColor')).toBe(name);
  });

  test('the look neo has shadows below names, the theme neo below tags', () => {
    const shadows = (front: string): readonly (string | undefined)[] => {
      const cells = cellsOf(`---\nconfig:\n  ${front}\n---\ngitGraph\ncommit id: "a" tag: "t"`);
      return ['main', 'a-tag'].map((id) => cellOf(cells, id).style.get('shadow'));
    };
    expect(shadows('look: neo')).toEqual(['1', undefined]);
    expect(shadows('theme: neo')).toEqual([undefined, '1']);
    expect(shadows('theme: redux')).toEqual([undefined, undefined]);
  });

  test('branches are left out where the settings say so', () => {
    const cells = cellsOf(`%%{init: {"gitGraph": {"showBranches": false}}}%%\ngitGraph\n${text}`);
    expect([...cells.keys()].filter((id) => /^(?:main|side)/.test(id))).toEqual([]);
  });
});

describe('requirement diagrams', () => {
  const text =
    'requirementDiagram\nrequirement a {\nid: 1\ntext: x\nrisk: high\nverifymethod: test\n}\nelement b {\ntype: y\n}';

  test('boxes are as high as their rows', () => {
    const cells = cellsOf(`${text}\nb - satisfies -> a`);
    expect([boxOf(cells, 'a').height, boxOf(cells, 'b').height]).toEqual([184, 112]);
    expect(cellOf(cells, 'a-row-1').label).toBe('&lt;&lt;Requirement&gt;&gt;');
  });

  test('a relation to nothing is told', () => {
    expect(() => mermaidToDrawio(`${text}\nb - satisfies -> c`)).toThrow('b-c');
  });
});

describe('C4 diagrams', () => {
  test("elements stand in rows, as large as Mermaid's", () => {
    const cells = cellsOf('C4Context\nSystem(a, "A", "one line")\nSystemDb(b, "B")\nSystem(c, "C")');
    const { x, y, width, height } = boxOf(cells, 'a');
    expect([x, y, width, height]).toEqual([150, 166, 216, 86]);
    expect(boxOf(cells, 'b').x).toBe(466);
    expect(boxOf(cells, 'c').y).toBe(166);
  });

  test('boundaries are around what is in them', () => {
    const cells = cellsOf('C4Container\nSystem_Boundary(s, "S") {\nContainer(a, "A", "Go")\n}');
    expect(cellOf(cells, 'a').parent).toBe('s');
    expect(boxOf(cells, 's').x).toBe(boxOf(cells, 'a').x - 50);
  });

  test('an element may be called as the boundary is that it stands in', () => {
    const cells = cellsOf(
      'C4Container\nSystem_Boundary(s, "S") {\nContainer(s, "A")\n}\nContainer(b, "B")\nRel(s, b, "x")',
    );
    expect(cellOf(cells, 's-2').parent).toBe('s');
    expect([...cells.values()].filter(({ source }) => source).map(({ source, target }) => [source, target])).toEqual([
      ['s-2', 'b'],
    ]);
  });

  test('relations of dynamic diagrams are numbered', () => {
    const cells = cellsOf('C4Dynamic\nSystem(a, "A")\nSystem(b, "B")\nRel(a, b, "asks")\nRel(b, a, "says")');
    expect([...cells.values()].filter(({ isEdgeLabel }) => isEdgeLabel).map(({ label }) => label)).toEqual([
      '1: asks',
      '2: says',
    ]);
  });

  test('what Mermaid shows nothing of is told', () => {
    const diagnostics: Diagnostic[] = [];
    mermaidToDrawio('C4Context\nSystem(a, "A", "x", $sprite="truck", $tags="v2")', { diagnostics });
    expect(diagnostics.map(({ code, cellId }) => [code, cellId])).toEqual([['mermaid-ignored', 'a']]);
  });

  test('a relation to nothing is told', () => {
    expect(() => mermaidToDrawio('C4Context\nSystem(a, "A")\nRel(a, b, "x")')).toThrow('"b"');
  });
});

describe('block diagrams', () => {
  test('blocks have equal columns, eight px apart', () => {
    const cells = cellsOf('block\ncolumns 2\na["a longer one"] b\nc:2');
    const [a, b, c] = ['a', 'b', 'c'].map((id) => boxOf(cells, id));
    expect([a?.height, b?.width, b?.x]).toEqual([40, a?.width, (a?.x ?? 0) + (a?.width ?? 0) + 8]);
    expect(c?.width).toBeCloseTo(2 * (a?.width ?? 0) + 8, 1);
    expect(c?.y).toBe((a?.y ?? 0) + 48);
  });

  test('space is left free', () => {
    const cells = cellsOf('block\ncolumns 3\na space b');
    expect(boxOf(cells, 'b').x).toBeCloseTo(boxOf(cells, 'a').x + 2 * (boxOf(cells, 'a').width + 8), 1);
  });

  test('arrows point where they are told', () => {
    const { style } = cellOf(cellsOf('block\na<["go"]>(right, down)'), 'a');
    expect([style.get('shape'), style.get('dirs')]).toEqual(['mermaidBlockArrow', 'right,down']);
  });
});

describe('architecture diagrams', () => {
  const text = 'architecture-beta\ngroup g(cloud)[G]\nservice a(server)[A] in g\nservice b(disk)[B] in g\na:R --> L:b';

  test("services stand as their edges' sides say, groups around them", () => {
    const cells = cellsOf(text);
    const [a, b, g] = ['a', 'b', 'g'].map((id) => boxOf(cells, id));
    const near = (value: number) => expect.closeTo(value, 0);
    expect([b?.x, b?.y]).toEqual([near((a?.x ?? 0) + 201), a?.y]);
    expect([g?.x, g?.y, g?.height]).toEqual([near((a?.x ?? 0) - 42.5), near((a?.y ?? 0) - 42.5), 182]);
  });

  test('a chain of services goes down where its edges do', () => {
    const cells = cellsOf('architecture-beta\nservice a(disk)[A]\nservice b(disk)[B]\nb:T -- B:a');
    expect(boxOf(cells, 'b').y).toBeGreaterThan(boxOf(cells, 'a').y);
  });

  test('icons of collections are told', () => {
    const diagnostics: Diagnostic[] = [];
    mermaidToDrawio('architecture-beta\nservice a(logos:aws)[A]', { diagnostics });
    expect(diagnostics.map(({ code, message }) => [code, message.includes('logos:aws')])).toEqual([
      ['mermaid-ignored', true],
    ]);
  });

  test('icons that are at hand stand without the blue square', () => {
    const diagnostics: Diagnostic[] = [];
    const icons = { 'logos:aws': '<svg viewBox="0 0 4 4"><path d="M0 0H4V4Z"/></svg>' };
    const cells = cellsOf('architecture-beta\nservice a(logos:aws)[A]\nservice b(disk)[B]', { icons, diagnostics });
    expect(cellOf(cells, 'a').style.get('fillColor')).toBe('none');
    expect(cellOf(cells, 'a-icon').label).toContain('<path d="M 0 0 L 4 0 L 4 4 Z">');
    expect(cellOf(cells, 'b').style.get('fillColor')).toBe('#087ebf');
    expect(diagnostics).toEqual([]);
  });
});

test('a block in itself leaves nothing that draw.io could not draw', () => {
  const diagnostics: Diagnostic[] = [];
  render(mermaidToDrawio('block-beta\nblock:a:1\na a\nend\nb'), { diagnostics });
  expect(diagnostics).toEqual([]);
});

test('a block whose label is of blanks shows nothing, one without text its id', () => {
  const cells = cellsOf('block-beta\n  columns 1\n  x<["   "]>(down)\n  y["<wbr>"]\n  z');
  expect(['x', 'y', 'z'].map((id) => cellOf(cells, id).label)).toEqual(['', 'y', 'z']);
});
