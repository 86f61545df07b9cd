/** From a page's XML to its cells, and what becomes of pages that don't fit together. */
import { describe, expect, test } from 'vitest';
import { parseXml } from '../../src/decode/xml.js';
import type { Diagnostic } from '../../src/diagnostics.js';
import { buildGraph } from '../../src/model/buildGraph.js';
import type { Cell, CellGraph } from '../../src/model/cell.js';

const LAYERS = '<mxCell id="0"/><mxCell id="1" parent="0"/>';

interface Built {
  readonly graph: CellGraph;
  readonly diagnostics: readonly Diagnostic[];
}

function build(cells: string, attributes = ''): Built {
  const diagnostics: Diagnostic[] = [];
  const model = parseXml(`<mxGraphModel ${attributes}><root>${cells}</root></mxGraphModel>`);
  return { graph: buildGraph(model, (diagnostic) => diagnostics.push(diagnostic)), diagnostics };
}

function cell({ graph }: Built, id: string): Cell {
  const found = graph.cells.get(id);
  if (found === undefined) throw new Error(`there is no cell ${id}`);
  return found;
}

const childIds = (parent: Cell): string[] => parent.children.map((child) => child.id);

const complaints = ({ diagnostics }: Built): (string | undefined)[][] =>
  diagnostics.map(({ code, cellId }) => [code, cellId]);

describe('cells', () => {
  test('are vertices, edges and layers', () => {
    const built = build(`${LAYERS}<mxCell id="v" vertex="1" parent="1"/><mxCell id="e" edge="1" parent="1"/>`);
    expect(['0', '1', 'v', 'e'].map((id) => cell(built, id).kind)).toEqual(['layer', 'layer', 'vertex', 'edge']);
    expect(built.graph.root.id).toBe('0');
    expect(built.diagnostics).toEqual([]);
  });

  test('have a value, a style and flags', () => {
    const built = build(
      `${LAYERS}<mxCell id="v" value="&lt;b&gt;Hi&lt;/b&gt;" style="rounded=1;" vertex="1" visible="0" collapsed="1" connectable="0" parent="1"/><mxCell id="w" vertex="1" parent="1"/>`,
    );
    expect(cell(built, 'v')).toMatchObject({
      value: '<b>Hi</b>',
      style: 'rounded=1;',
      visible: false,
      collapsed: true,
      connectable: false,
    });
    expect(cell(built, 'w')).toMatchObject({
      value: '',
      style: '',
      visible: true,
      collapsed: false,
      connectable: true,
    });
  });

  test('keep the file’s order as children, wherever the parent stands', () => {
    const built = build(
      `<mxCell id="0"/><mxCell id="b" vertex="1" parent="g"/><mxCell id="a" vertex="1" parent="g"/><mxCell id="1" parent="0"/><mxCell id="g" vertex="1" parent="1"/><mxCell id="c" vertex="1" parent="g"/>`,
    );
    expect(childIds(cell(built, 'g'))).toEqual(['b', 'a', 'c']);
    expect(cell(built, 'a').parent).toBe(cell(built, 'g'));
    expect(built.diagnostics).toEqual([]);
  });

  test('may lie inside edges', () => {
    const built = build(
      `${LAYERS}<mxCell id="e" edge="1" parent="1"/><mxCell id="l" vertex="1" parent="e"/><mxCell id="f" edge="1" parent="e"/>`,
    );
    expect(childIds(cell(built, 'e'))).toEqual(['l', 'f']);
  });

  test('connect to any cell, before or after them', () => {
    const built = build(
      `${LAYERS}<mxCell id="e" edge="1" source="a" target="f" parent="1"/><mxCell id="a" vertex="1" parent="1"/><mxCell id="f" edge="1" source="a" parent="1"/>`,
    );
    expect(cell(built, 'e')).toMatchObject({ source: cell(built, 'a'), target: cell(built, 'f') });
    expect(cell(built, 'f')).toMatchObject({ source: cell(built, 'a'), target: undefined });
  });
});

describe('a cell’s data', () => {
  test.each(['object', 'UserObject', 'Anything'])('stands in %s around it', (name) => {
    const built = build(
      `${LAYERS}<${name} label="Hi %x%" x="1" link="https://example.org" id="v"><mxCell style="s" vertex="1" parent="1"><mxGeometry x="3" width="4" as="geometry"/></mxCell></${name}>`,
    );
    const { value, attributes, style, geometry, kind } = cell(built, 'v');
    expect({ value, style, kind, x: geometry?.x }).toEqual({ value: 'Hi %x%', style: 's', kind: 'vertex', x: 3 });
    expect([...attributes]).toEqual([
      ['label', 'Hi %x%'],
      ['x', '1'],
      ['link', 'https://example.org'],
    ]);
  });

  test('stands in the role "value" in older files', () => {
    const built = build(
      `${LAYERS}<mxCell id="v" vertex="1" parent="1"><Object label="Old" a="b" as="value"/><mxGeometry width="4" as="geometry"/></mxCell>`,
    );
    expect(cell(built, 'v').value).toBe('Old');
    expect(cell(built, 'v').attributes.get('a')).toBe('b');
    expect(cell(built, 'v').geometry?.width).toBe(4);
  });
});

describe('geometry', () => {
  test('has a box, points, offset and alternate bounds', () => {
    const built = build(
      `${LAYERS}<mxCell id="e" edge="1" parent="1"><mxGeometry x="-0.5" y="12" width="3.5" height="1e2" relative="1" as="geometry"><mxPoint x="1" y="2" as="sourcePoint"/><mxPoint x="3" as="targetPoint"/><Array as="points"><mxPoint x="5" y="6"/><mxPoint x="7" y="8"/></Array><mxPoint x="9" y="10" as="offset"/><mxRectangle x="1" y="2" width="3" height="4" as="alternateBounds"/></mxGeometry></mxCell>`,
    );
    expect(cell(built, 'e').geometry).toEqual({
      x: -0.5,
      y: 12,
      width: 3.5,
      height: 100,
      relative: true,
      sourcePoint: { x: 1, y: 2 },
      targetPoint: { x: 3, y: 0 },
      points: [
        { x: 5, y: 6 },
        { x: 7, y: 8 },
      ],
      offset: { x: 9, y: 10 },
      alternateBounds: { x: 1, y: 2, width: 3, height: 4 },
    });
    expect(built.diagnostics).toEqual([]);
  });

  test('may be absent', () => {
    const built = build(`${LAYERS}<mxCell id="v" vertex="1" parent="1"/>`);
    expect(cell(built, 'v').geometry).toBeUndefined();
  });

  test('is the child that says so, the last of several', () => {
    const built = build(
      `${LAYERS}<mxCell id="v" vertex="1" parent="1"><mxGeometry x="1"/></mxCell><mxCell id="w" vertex="1" parent="1"><mxGeometry x="1" as="geometry"/><mxGeometry x="2" as="geometry"/></mxCell>`,
    );
    expect(cell(built, 'v').geometry).toBeUndefined();
    expect(cell(built, 'w').geometry).toMatchObject({ x: 2 });
  });

  test.each(['NaN', 'Infinity', '-1e999', 'x', '', '1e300'])('reads "%s" as 0 and says so', (number) => {
    const built = build(
      `${LAYERS}<mxCell id="v" vertex="1" parent="1"><mxGeometry x="${number}" y="7px" as="geometry"/></mxCell>`,
    );
    expect(cell(built, 'v').geometry).toMatchObject({ x: 0, y: 7 });
    expect(complaints(built)).toEqual([['invalid-geometry', 'v']]);
  });
});

describe('a page that doesn’t fit together', () => {
  test('has the last cell without a parent as its root, and nothing beside', () => {
    const built = build(
      `${LAYERS}<mxCell id="b" vertex="1" parent="1"/><mxCell id="a" vertex="1"/><mxCell id="c" vertex="1" parent="gone"/><mxCell id="d" vertex="1" parent="c"/>`,
    );
    expect([...built.graph.cells.keys()]).toEqual(['c', 'd']);
    expect(complaints(built).map(([, id]) => id)).toEqual(['c', '0', '1', 'b', 'a']);
    expect(built.diagnostics[1]?.message).toContain('"c"');
    expect(build('').graph.root).toMatchObject({ id: '0', children: [] });
  });

  test('keeps the second cell of an id under a free one, and finds neither by it', () => {
    const built = build(
      `${LAYERS}<mxCell id="v" value="first" vertex="1" parent="1"/><mxCell id="v" value="second" vertex="1" parent="1"/><mxCell id="e" edge="1" source="v" parent="1"/><mxCell id="i" vertex="1" parent="v"/>`,
    );
    expect(cell(built, '1').children.map((child) => [child.id, child.value])).toEqual([
      ['v', 'first'],
      ['2', 'second'],
      ['e', ''],
    ]);
    expect(cell(built, 'e')).toMatchObject({ source: { visible: false, parent: undefined } });
    expect(complaints(built).map(([, id]) => id)).toEqual(['v', 'i', 'e']);
  });

  test('finds no cell whose id another element has too', () => {
    const built = build(
      `${LAYERS}<object id="v" label="x"><mxCell id="v" vertex="1" parent="1"/></object><mxCell id="i" vertex="1" parent="v"/>`,
    );
    expect(built.graph.cells.has('v')).toBe(true);
    expect(complaints(built)).toEqual([['invalid-structure', 'i']]);
  });

  test('has no cells but the children of its root', () => {
    const built = build(
      `${LAYERS}<mxCell id="a" vertex="1" parent="1"><mxCell id="n" vertex="1" parent="1"/></mxCell><object id="o"><mxCell vertex="1" parent="1"/><mxCell vertex="1" parent="1"/></object><mxCell id="c" vertex="1" parent="n"/><mxCell id="e" edge="1" parent="1" source="n"/>`,
    );
    expect([...built.graph.cells.keys()]).toEqual(['0', '1', 'a', 'o', 'e']);
    expect(complaints(built).map(([, id]) => id)).toEqual(['n', 'o', 'c', 'e']);
  });

  test('may have two roots, which are one', () => {
    const model = parseXml(
      `<mxGraphModel><root>${LAYERS}</root><root><mxCell id="v" vertex="1" parent="1"/></root></mxGraphModel>`,
    );
    expect([...buildGraph(model, () => {}).cells.keys()]).toEqual(['0', '1', 'v']);
  });

  test('numbers cells without an id', () => {
    const built = build(`${LAYERS}<mxCell vertex="1" parent="1"/><mxCell id="7" vertex="1" parent="1"/>`);
    expect(new Set(childIds(cell(built, '1')))).toEqual(new Set(['2', '7']));
  });

  test('leaves out loops of parents', () => {
    const built = build(
      `${LAYERS}<mxCell id="a" vertex="1" parent="b"/><mxCell id="b" vertex="1" parent="a"/><mxCell id="c" vertex="1" parent="c"/><mxCell id="e" edge="1" source="a" parent="1"/>`,
    );
    expect([...built.graph.cells.keys()]).toEqual(['0', '1', 'e']);
    expect(cell(built, 'e')).toMatchObject({ source: { visible: false } });
    expect(built.diagnostics.map(({ cellId }) => cellId).sort()).toEqual(['a', 'b', 'c', 'e']);
  });

  test('leaves a terminal open that isn’t there, or is the edge itself', () => {
    const built = build(`${LAYERS}<mxCell id="e" edge="1" source="gone" target="e" parent="1"/>`);
    expect(cell(built, 'e')).toMatchObject({ source: undefined, target: undefined });
    expect(complaints(built)).toEqual([
      ['invalid-structure', 'e'],
      ['invalid-structure', 'e'],
    ]);
  });

  test('takes what holds no cell for one that draws nothing', () => {
    const built = build(`${LAYERS}<mxCell id="v" vertex="1" parent="1"/><object id="o" label="x"/>text`);
    expect([...built.graph.cells.keys()]).toEqual(['o']);
    expect(complaints(built).map(([, id]) => id)).toEqual(['o', '0', '1', 'v']);
  });

  test('tells of cells that are neither vertices nor edges, if they aren’t layers', () => {
    const built = build(
      '<mxCell id="0" value="root"/><mxCell id="1" value="layer" parent="0"/><mxCell id="g" parent="1"/><mxCell id="a" value="x" parent="1"/><mxCell id="b" style="rounded=1" parent="1"/>',
    );
    expect(complaints(built).map(([, id]) => id)).toEqual(['a', 'b']);
  });

  test.each([
    [
      'nested cells',
      `<root><mxCell id="0"/><mxCell id="1" parent="0"><mxCell id="a" vertex="1" parent="1"/></mxCell></root>`,
      /<mxCell>\.$/,
    ],
    [
      'no root',
      `${LAYERS}<mxCell id="a" vertex="1" parent="1"/><mxCell id="b" vertex="1" parent="1"/>`,
      /<mxCell> \(2 times\), and no <root> in its <mxGraphModel>\.$/,
    ],
    [
      'a model in a model',
      `<mxGraphModel><root>${LAYERS}<mxCell id="a" vertex="1" parent="1"/></root></mxGraphModel>`,
      /<mxGraphModel>, <mxCell>, and no <root>/,
    ],
    [
      'elements of other names',
      '<root><mxcell id="0"/><node/><a/><b/><c/><d/></root>',
      /<mxcell>, <node>|<d>.* and others\.$/,
    ],
  ])('is an error where it has cells that nobody recognizes: %s', (_name, content, message) => {
    const model = parseXml(`<mxGraphModel>${content}</mxGraphModel>`);
    expect(() => buildGraph(model, () => {})).toThrow(
      expect.objectContaining({ code: 'broken-page', message: expect.stringMatching(message) }),
    );
  });

  test.each([
    '',
    '<root/>',
    `<root>${LAYERS}</root>`,
    '<root><mxCell id="0"/><object id="1" label="Layer"><mxCell style="locked=1" parent="0"/></object></root>',
  ])('is none where it is only empty: %s', (content) => {
    expect(() => buildGraph(parseXml(`<mxGraphModel>${content}</mxGraphModel>`), () => {})).not.toThrow();
  });

  test('ends at a depth that nothing can draw', () => {
    const chain = Array.from(
      { length: 20_000 },
      (_, i) => `<mxCell id="n${i}" vertex="1" parent="${i ? `n${i - 1}` : 1}"/>`,
    );
    expect(() => build(LAYERS + chain.join(''))).toThrow(
      expect.objectContaining({ code: 'limit-exceeded', limit: 'nesting' }),
    );
  });
});

describe('styles', () => {
  test('may refer to the page’s defs', () => {
    const model = parseXml(
      `<mxGraphModel><defs><def data="data:image/png,AA=="/><def data="stencil(xyz=)"/></defs><root>${LAYERS}<mxCell id="v" vertex="1" parent="1" style="shape=def(1);image=def(0);x=def(1);image=def(9);"/></root></mxGraphModel>`,
    );
    expect(buildGraph(model, () => {}).cells.get('v')?.style).toBe(
      'shape=stencil(xyz=);image=data:image/png,AA==;x=def(1);;',
    );
  });
});

describe('page settings', () => {
  test('are read', () => {
    const { settings } = build(
      '',
      'background="#ff0000" backgroundImage="{}" shadow="1" math="1" pageWidth="100" pageHeight="200" pageScale="2" page="0" gridSize="5"',
    ).graph;
    expect(settings).toEqual({
      background: '#ff0000',
      backgroundImage: '{}',
      shadow: true,
      math: true,
      pageWidth: 100,
      pageHeight: 200,
      pageScale: 2,
      pageVisible: false,
      gridSize: 5,
    });
  });

  test.each(['1e-320', '1e-7', '1e10', '1e308', 'Infinity', 'NaN', '-1', '0'])('of %s are none', (number) => {
    const names = ['pageWidth', 'pageHeight', 'pageScale', 'gridSize'];
    const { settings } = build('', names.map((name) => `${name}="${number}"`).join(' ')).graph;
    expect(settings).toEqual(build('', '').graph.settings);
  });

  test('have draw.io’s defaults', () => {
    const { settings } = build('', 'background="none" pageWidth="x" gridSize="0"').graph;
    expect(settings).toEqual({
      background: undefined,
      backgroundImage: undefined,
      shadow: false,
      math: false,
      pageWidth: 850,
      pageHeight: 1100,
      pageScale: 1,
      pageVisible: true,
      gridSize: 10,
    });
  });
});
