/** Operations on the cells of a page: what they change, and what they leave alone. */
import { describe, expect, test } from 'vitest';
import { readContainer } from '../../src/decode/container.js';
import { EMPTY_FILE, editFile } from '../../src/edit/editFile.js';
import type { EditOperation } from '../../src/edit/operations.js';
import { drawioXml, layout } from '../../src/index.js';
import { ORDERS } from '../describe/diagram.js';

const edit = (source: string, ...operations: readonly EditOperation[]) =>
  editFile(readContainer(source), 1, operations);

const boxOf = (xml: string, id: string) => layout(xml).cells.find((cell) => cell.id === id);

const failureOf = (source: string, ...operations: readonly EditOperation[]): string => {
  try {
    edit(source, ...operations);
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
};

describe('adding and connecting', () => {
  test('makes cells where the page says, whatever they are in', () => {
    const { xml, changed } = edit(
      ORDERS,
      { op: 'add', id: 'new', label: 'New', parent: 'ship', x: 10, y: 20, width: 30, height: 40 },
      { op: 'connect', source: 'new', target: 'db', points: [{ x: 300, y: 5 }] },
    );
    expect(changed).toEqual(['new', 'cell-1']);
    expect(boxOf(xml, 'new')).toMatchObject({ x: 10, y: 20, width: 30, height: 40 });
    expect(boxOf(xml, 'cell-1')?.points).toContainEqual({ x: 300, y: 5 });
  });

  test('puts them into the first layer by default, of an empty page too', () => {
    const { xml } = edit(EMPTY_FILE, { op: 'add', x: 5, y: 6, link: 'https://a.example/', label: 'a "b" <c>' });
    expect(boxOf(xml, 'cell-1')).toMatchObject({ x: 5, y: 6, width: 120, height: 60 });
    expect(xml).toContain('<UserObject label="a &quot;b&quot; &lt;c&gt;" id="cell-1" link="https://a.example/">');
  });
});

describe('changing', () => {
  test('sets what is named and leaves the rest', () => {
    const { xml } = edit(
      ORDERS,
      { op: 'change', id: 'take', set: { fillColor: '#ff0000', html: null }, label: 'Took' },
      { op: 'change', id: 'ship', label: 'Shipped', link: '' },
      { op: 'change', id: 'go', target: 'db' },
    );
    expect(xml).toContain('<mxCell id="take" value="Took" style="fillColor=#ff0000;" vertex="1" parent="pool">');
    expect(xml).toContain('<UserObject label="Shipped" tooltip="By &lt;i&gt;van&lt;/i&gt;" id="ship">');
    expect(xml).toContain(
      '<mxCell id="go" value="paid" style="html=1;" edge="1" parent="1" source="take" target="db">',
    );
  });

  test('leaves every line that it does not name', () => {
    const before = drawioXml(ORDERS).split('\n');
    const after = edit(ORDERS, { op: 'change', id: 'e1', label: 'One' }).xml.split('\n');
    expect(after.filter((line, index) => line !== before[index])).toEqual([
      '        <mxCell id="e1" value="One" style="ellipse;" vertex="1" parent="1">',
    ]);
  });
});

describe('moving', () => {
  test('goes by the page, in containers too', () => {
    const { xml } = edit(
      ORDERS,
      { op: 'move', id: 'pool', x: 50, y: 50 },
      { op: 'move', id: 'take', x: 100, width: 90 },
    );
    expect(boxOf(xml, 'pool')).toMatchObject({ x: 50, y: 50, width: 400, height: 200 });
    expect(boxOf(xml, 'take')).toMatchObject({ x: 100, y: 110, width: 90, height: 40 });
    expect(boxOf(xml, 'ship')).toMatchObject({ x: 250, y: 110 });
  });

  test('into another cell leaves the place on the page', () => {
    const { xml } = edit(ORDERS, { op: 'move', id: 'take', parent: '1' }, { op: 'move', id: 'e1', parent: 'pool' });
    expect(boxOf(xml, 'take')).toMatchObject({ x: 20, y: 60 });
    expect(boxOf(xml, 'e1')).toMatchObject({ x: 0, y: 300 });
  });

  test('bends edges anew', () => {
    const bent = edit(ORDERS, { op: 'move', id: 'line', points: [{ x: 90, y: 400 }] }).xml;
    expect(boxOf(bent, 'line')?.points).toContainEqual({ x: 90, y: 400 });
    expect(boxOf(edit(bent, { op: 'move', id: 'line', points: [] }).xml, 'line')?.points).toHaveLength(2);
  });
});

describe('removing', () => {
  test('takes along what a cell contains and the edges that end there', () => {
    const { xml, removed, changed } = edit(
      ORDERS,
      { op: 'change', id: 'take', label: 'x' },
      { op: 'remove', id: 'pool' },
    );
    expect([...removed].sort()).toEqual(['back', 'go', 'note', 'pool', 'ship', 'store', 'take']);
    expect(changed).toEqual([]);
    expect(layout(xml).cells.map(({ id }) => id)).toEqual(['db', 'e1', 'e2', 'free', 'line']);
  });
});

test('the other pages and the attributes of all stay', () => {
  const source = ORDERS.replace('<mxfile>', '<mxfile host="x">').replaceAll('<mxGraphModel>', '<mxGraphModel dx="7">');
  const { xml } = editFile(readContainer(source), 'Stock', [{ op: 'remove', id: 'shelf' }]);
  expect(xml).toContain('<mxfile host="x">');
  expect(xml.match(/<mxGraphModel dx="7">/g)).toHaveLength(2);
  expect(layout(xml, { page: 1 })).toEqual(layout(ORDERS, { page: 1 }));
});

test.each<[string, EditOperation, string]>([
  ['a cell that is not there', { op: 'remove', id: 'x' }, 'there is no cell "x" on the page.'],
  ['the root', { op: 'remove', id: '0' }, '"0" is the root of the page: it can\'t be removed.'],
  ['an id that is taken', { op: 'add', id: 'e1', x: 0, y: 0 }, 'the page has a cell "e1" already: choose another id.'],
  ['an edge at a layer', { op: 'connect', source: 'e1', target: '1' }, '"1" is a layer: an edge can\'t end there.'],
  ['the end of a shape', { op: 'change', id: 'e1', target: 'e2' }, '"e1" is no edge: it has no ends.'],
  [
    'a place for an edge',
    { op: 'move', id: 'line', x: 1 },
    'an edge goes where its ends are: move those, or give points.',
  ],
  ['points for a shape', { op: 'move', id: 'e1', points: [] }, '"e1" is no edge: it has no points to bend at.'],
  ['a cell into itself', { op: 'move', id: 'pool', parent: 'take' }, '"take" is inside of "pool".'],
  [
    'a label off its edge',
    { op: 'move', id: 'note', x: 1 },
    '"note" stands relative to the cell that it is in, and moves with that: move that one.',
  ],
  ['a broken style', { op: 'change', id: 'e1', set: { a: 'b;c=d' } }, 'a style can\'t hold {"a":"b;c=d"}.'],
])('%s is refused, with the number of the operation', (_, operation, message) => {
  expect(failureOf(ORDERS, { op: 'change', id: 'e1', label: 'x' }, operation)).toBe(
    `Operation 2 (${operation.op}): ${message}`,
  );
});

test('of cells with one id none is meant', () => {
  const twice = ORDERS.replace('id="e2"', 'id="e1"');
  expect(failureOf(twice, { op: 'remove', id: 'e1' })).toContain('several cells have the id "e1"');
});
