/** What class diagrams' statements become in draw.io's terms. */
import { describe, expect, test } from 'vitest';
import type { MermaidOptions } from '../../src/mermaid/index.js';
import { boxOf, cellOf, cellsOf, type DrawnCells, endsOf } from './cellsOf.js';
import type { DrawnCell } from './drawing.js';

const draw = (body: string, options?: MermaidOptions): DrawnCells => cellsOf(`classDiagram\n${body}`, options);

const childrenOf = (cells: DrawnCells, parent: string): readonly DrawnCell[] =>
  [...cells.values()].filter((cell) => cell.parent === parent);

const relationOf = (cells: DrawnCells): DrawnCell => {
  const relation = [...cells.values()].find(({ kind }) => kind === 'edge');
  if (!relation) throw new Error('There is no relation.');
  return relation;
};

describe('classes', () => {
  const account = 'class Account {\n-String number\n+int count$\n+open(String owner) bool\n+interest()* Money\n}';

  test('are swimlanes with a row for each member, attributes above the line and methods below it', () => {
    const cells = draw(account);
    const { style, label } = cellOf(cells, 'Account');
    expect([style.has('swimlane'), style.get('childLayout'), label]).toEqual([true, 'stackLayout', 'Account']);
    const rows = childrenOf(cells, 'Account').map((row) => (row.style.has('line') ? '---' : row.label));
    expect(rows).toEqual(['-String number', '+int count', '---', '+open(String owner) : bool', '+interest() : Money']);
  });

  test('are filled by their title and their rows', () => {
    const cells = draw(account);
    const box = boxOf(cells, 'Account');
    const { style } = cellOf(cells, 'Account');
    let y = box.y + Number(style.get('startSize')) + Number(style.get('marginTop'));
    for (const { id } of childrenOf(cells, 'Account')) {
      const row = boxOf(cells, id);
      expect([row.x, row.width]).toEqual([box.x, box.width]);
      expect(row.y).toBeCloseTo(y, 1);
      y += row.height;
    }
    expect(y + Number(style.get('marginBottom'))).toBeCloseTo(box.y + box.height, 1);
  });

  test.each([
    ['with attributes and methods', account, 192],
    ['with attributes alone', 'class A {\n+int a\n}', 120],
    ['with methods alone', 'class A {\n+a()\n}', 126],
    ['with nothing', 'class A', 84],
    ['with an annotation', 'class A {\n<<enum>>\n+int a\n+a()\n}', 168],
  ])("%s are as high as Mermaid's", (_, body, height) => {
    expect([...draw(body).values()].find(({ style }) => style.has('swimlane'))?.box?.height).toBe(height);
  });

  test('underline static members, and slant abstract ones', () => {
    const styles = childrenOf(draw(account), 'Account').map(({ style }) => style.get('fontStyle'));
    expect(styles).toEqual(['0', '4', undefined, '0', '2']);
  });

  test('are as wide as their longest row', () => {
    const narrow = boxOf(draw('class A {\n+int a\n}'), 'A');
    const wide = boxOf(draw('class A {\n+int a\n+aMethodWithQuiteALongName(String text) List~String~\n}'), 'A');
    expect(wide.width).toBeGreaterThan(narrow.width + 200);
  });

  test('show their annotations above their name', () => {
    const { label, style } = cellOf(draw('class Shape {\n<<interface>>\n<<sealed>>\n}'), 'Shape');
    expect(label).toBe('<div style="line-height:1.5">«interface»<br>«sealed»<br><b>Shape</b></div>');
    expect(style.get('fontStyle')).toBe('0');
  });

  test('show generic types in angle brackets', () => {
    const cells = draw('class Pair~Left, Right~ {\n+swap() Pair~Right, Left~\n+List~b~ bold\n}');
    expect(cellOf(cells, 'Pair').label).toBe('Pair&lt;Left, Right&gt;');
    expect(childrenOf(cells, 'Pair').map(({ label }) => label)).toContain('+List&lt;b&gt; bold');
  });

  test('may have labels and names of any signs', () => {
    const cells = draw('class A["A label"]\nclass `a b: 1`\nclass __proto__\nclass constructor');
    expect(cellOf(cells, 'A').label).toBe('A label');
    expect(cellOf(cells, 'a b: 1').label).toBe('a b: 1');
    expect(cells.has('constructor')).toBe(true);
  });

  test('without members have a body, unless that is turned off', () => {
    expect(childrenOf(draw('class A'), 'A').some(({ style }) => style.has('line'))).toBe(true);
    const text = '%%{init: {"class": {"hideEmptyMembersBox": true}}}%%\nclassDiagram\nclass A';
    expect(childrenOf(cellsOf(text), 'A')).toEqual([]);
  });

  test('have links and tooltips', () => {
    expect(cellOf(draw('class A\nclick A href "https://example.com/a" "tip" _blank'), 'A').link).toBe(
      'https://example.com/a',
    );
  });
});

describe('styles', () => {
  test.each([
    ['a style statement', 'class A\nstyle A fill:#f00,stroke:#00f,stroke-width:3px,color:#0f0'],
    ['a class after the name', 'class A:::hot\nclassDef hot fill:#f00,stroke:#00f,stroke-width:3px,color:#0f0'],
    [
      'a cssClass statement',
      'class A\ncssClass "A" hot\nclassDef hot fill:#f00,stroke:#00f,stroke-width:3px,color:#0f0',
    ],
  ])('of %s', (_, body) => {
    const { style } = cellOf(draw(body), 'A');
    const keys = ['fillColor', 'swimlaneFillColor', 'strokeColor', 'strokeWidth', 'fontColor'];
    expect(keys.map((key) => style.get(key))).toEqual(['#ff0000', '#ff0000', '#0000ff', '3', '#00ff00']);
  });

  test('colour the rows too', () => {
    const cells = draw('class A {\n+int a\n}\nstyle A color:#0f0');
    expect(childrenOf(cells, 'A')[0]?.style.get('fontColor')).toBe('#00ff00');
  });
});

describe('relations', () => {
  test.each([
    ['A <|-- B', 'block', '0', 'none', undefined],
    ['A *-- B', 'diamondThin', '1', 'none', undefined],
    ['A o-- B', 'diamondThin', '0', 'none', undefined],
    ['A <-- B', 'classic', '1', 'none', undefined],
    ['A --> B', 'none', undefined, 'classic', undefined],
    ['A ..> B', 'none', undefined, 'classic', '1'],
    ['A ..|> B', 'none', undefined, 'block', '1'],
    ['A -- B', 'none', undefined, 'none', undefined],
    ['A .. B', 'none', undefined, 'none', '1'],
    ['A <|--* B', 'block', '0', 'diamondThin', undefined],
  ])('%s has its marks', (body, start, startFill, end, dashed) => {
    const { style, source, target } = relationOf(draw(body));
    expect([source, target]).toEqual(['A', 'B']);
    expect([style.get('startArrow'), style.get('startFill'), style.get('endArrow'), style.get('dashed')]).toEqual([
      start,
      startFill,
      end,
      dashed,
    ]);
  });

  test('lead to rings of interfaces that are only named', () => {
    const { style, target } = relationOf(draw('A --() Readable'));
    expect(style.get('endArrow')).toBe('circle');
    expect(cellOf(draw('A --() Readable'), target ?? '').label).toBe('Readable');
  });

  test('show what they are, and how many take part at each end', () => {
    const cells = draw('Customer "1" --> "0..*" Order : places');
    const labels = [...cells.values()].filter(({ isEdgeLabel }) => isEdgeLabel);
    expect(labels.map(({ label }) => label)).toEqual(['places', '1', '0..*']);
    const [start, end] = endsOf(cells, relationOf(cells).id);
    const near = ({ x, y }: { readonly x: number; readonly y: number }, label: string): number => {
      const box = labels.find((each) => each.label === label)?.box;
      return box ? Math.hypot(box.x - x, box.y - y) : Number.NaN;
    };
    expect(near(start, '1')).toBeLessThan(near(end, '1'));
    expect(near(end, '0..*')).toBeLessThan(near(start, '0..*'));
  });

  test('follow the direction', () => {
    const down = draw('A --> B');
    const right = draw('direction LR\nA --> B');
    expect(boxOf(down, 'B').y).toBeGreaterThan(boxOf(down, 'A').y);
    expect(boxOf(right, 'B').x).toBeGreaterThan(boxOf(right, 'A').x);
  });
});

describe('namespaces and notes', () => {
  test('a namespace holds its classes', () => {
    const cells = draw('namespace Shop {\nclass Item\n}\nclass Other\nItem --> Other');
    expect(cellOf(cells, 'Item').parent).toBe('Shop');
    expect(cellOf(cells, 'Other').parent).not.toBe('Shop');
    const [shop, item] = [boxOf(cells, 'Shop'), boxOf(cells, 'Item')];
    expect(item.x).toBeGreaterThan(shop.x);
    expect(item.y + item.height).toBeLessThan(shop.y + shop.height);
  });

  test('a note for a class is joined to it by dots', () => {
    const cells = draw('class A\nnote for A "what it is"');
    const { source, style } = relationOf(cells);
    expect(style.get('dashed')).toBe('1');
    expect([cellOf(cells, source ?? '').label, cellOf(cells, source ?? '').style.get('fillColor')]).toEqual([
      'what it is',
      '#fff5ad',
    ]);
  });

  test('a note of its own stands alone', () => {
    const cells = draw('class A\nnote "all of it"');
    expect([...cells.values()].filter(({ kind }) => kind === 'edge')).toEqual([]);
    expect([...cells.values()].map(({ label }) => label)).toContain('all of it');
  });
});
