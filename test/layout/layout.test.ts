/** The places of a page's cells, and which of them have none. */
import { describe, expect, test } from 'vitest';
import { edgeXml, laidOut, pageXml, vertexXml } from '../pipeline/page.js';

const BOX = 'x="10" y="20" width="80" height="40"';

const hundredths = (number: number): number => Math.round(number * 100) / 100;

/** Where the cells of a page are: the box of a vertex, the points of an edge. */
function places(cells: string): Readonly<Record<string, readonly number[]>> {
  const { layout } = laidOut(pageXml(cells));
  return Object.fromEntries(
    [...layout.cells].map(([id, placed]) => [
      id,
      placed.kind === 'vertex'
        ? [placed.box.x, placed.box.y, placed.box.width, placed.box.height]
        : placed.points.flatMap(({ x, y }) => [hundredths(x), hundredths(y)]),
    ]),
  );
}

/** What is told of a page: codes, cells and how the messages begin. */
const told = (cells: string): readonly string[] =>
  laidOut(pageXml(cells)).diagnostics.map(({ code, cellId, message }) => `${code} ${cellId}: ${message.slice(0, 30)}`);

describe('a vertex', () => {
  test('counts from the corner of its parent, and so do those in it', () => {
    const cells =
      vertexXml('a', BOX) +
      vertexXml('b', 'x="5" y="6" width="7" height="8"', '', 'parent="a"') +
      vertexXml('c', 'x="1" y="1" width="2" height="2"', '', 'parent="b"');
    expect(places(cells)).toEqual({ a: [10, 20, 80, 40], b: [15, 26, 7, 8], c: [16, 27, 2, 2] });
  });

  test('counts from its layer where that has been moved', () => {
    const layer = '<mxCell id="L" parent="0"><mxGeometry x="100" y="200" as="geometry"/></mxCell>';
    expect(places(layer + vertexXml('a', BOX, '', 'parent="L"'))).toEqual({ a: [110, 220, 80, 40] });
  });

  test('with a relative place stands at a share of its parent, and turns with it', () => {
    const child = 'x="0.5" y="0.5" width="20" height="10" relative="1"';
    expect(places(vertexXml('a', BOX) + vertexXml('b', child, '', 'parent="a"')).b).toEqual([50, 40, 20, 10]);
    const turned = vertexXml('a', BOX, 'rotation=90;') + vertexXml('b', child, '', 'parent="a"');
    expect(places(turned).b).toEqual([35, 45, 20, 10]);
  });

  test('on an edge stands beside its line, to the left of its way', () => {
    const cells =
      vertexXml('a', 'width="20" height="20"') +
      vertexXml('b', 'x="120" width="20" height="20"') +
      edgeXml('e', 'a', 'b') +
      vertexXml('l', 'x="0" y="5" relative="1"', '', 'parent="e"');
    expect(places(cells)).toMatchObject({ e: [20, 10, 120, 10], l: [70, 5, 0, 0] });
  });

  test('that a group holds as a whole gives it its box', () => {
    const cells =
      vertexXml('g', 'x="100" y="100" width="5" height="5"', 'group;transparentBounds=1;') +
      vertexXml('a', 'x="10" y="0" width="30" height="20"', '', 'parent="g"');
    const { layout } = laidOut(pageXml(cells));
    expect([...layout.cells.keys()]).toEqual(['g', 'a']);
  });
});

describe('an edge', () => {
  test('ends on the borders of its cells, also where it comes before them', () => {
    const cells =
      edgeXml('e', 'a', 'b') + vertexXml('a', BOX) + vertexXml('b', 'x="200" y="20" width="80" height="40"');
    expect(places(cells).e).toEqual([90, 40, 200, 40]);
  });

  test('may end on another edge, which is placed first', () => {
    const cells =
      edgeXml('f', 'c', 'e') +
      edgeXml('e', 'a', 'b') +
      vertexXml('a', 'width="20" height="20"') +
      vertexXml('b', 'x="120" width="20" height="20"') +
      vertexXml('c', 'x="60" y="100" width="20" height="20"');
    expect(places(cells).f).toEqual([70, 100, 70, 10]);
  });

  test('of a hidden cell is left out without a word', () => {
    const cells = vertexXml('a', BOX) + vertexXml('b', BOX, '', 'parent="1" visible="0"') + edgeXml('e', 'a', 'b');
    expect(Object.keys(places(cells))).toEqual(['a']);
    expect(told(cells)).toEqual([]);
  });

  test('without an end is left out and told, and so is what hangs on it', () => {
    const loose = '<mxCell id="e" edge="1" parent="1"><mxGeometry relative="1" as="geometry"/></mxCell>';
    const cells = loose + vertexXml('l', 'relative="1" width="9" height="9"', '', 'parent="e"') + vertexXml('a', BOX);
    expect(Object.keys(places(cells))).toEqual(['a']);
    expect(told(cells).map((each) => each.split(':')[0])).toEqual(['invalid-geometry e', 'invalid-geometry l']);
  });

  test('to a layer is left out and told', () => {
    expect(told(vertexXml('a', BOX) + edgeXml('e', 'a', '1'))).toEqual([
      'invalid-geometry e: It ends at "1", which draws no',
    ]);
  });
});

describe('what isn’t placed', () => {
  test('is what stands in a collapsed cell', () => {
    const cells = vertexXml('a', BOX, '', 'parent="1" collapsed="1"') + vertexXml('b', BOX, '', 'parent="a"');
    expect(Object.keys(places(cells))).toEqual(['a']);
  });

  test('is a cell without a geometry, but for its label; that is told once, though a page is laid out twice', () => {
    const cells = `<mxCell id="a" value="x" vertex="1" parent="1"/>${vertexXml('b', 'x="0.1" y="0.7" width="9.3" height="9"')}`;
    expect(places(cells).a?.slice(2)).toEqual([0, 0]);
    expect(told(cells)).toEqual(['invalid-geometry a: The cell has no <mxGeometry … ']);
  });

  test('is a shape without extent, which is told', () => {
    expect(told(vertexXml('a', 'width="10"'))).toEqual(['invalid-geometry a: Its size is 10 × 0, and draw.i']);
  });
});

describe('a colour', () => {
  test('may be that of the cell around, or of the swimlane', () => {
    const { layout } = laidOut(
      pageXml(
        vertexXml('s', BOX, 'swimlane;fillColor=#ff0000;strokeColor=#00ff00;') +
          vertexXml('a', BOX, 'fillColor=swimlane;strokeColor=inherit;', 'parent="s"'),
      ),
    );
    const { style } = layout.cells.get('a') ?? {};
    expect(style?.color('fillColor')).toBe('#ff0000');
    expect(style?.color('strokeColor')).toBe('#00ff00');
  });

  test('that is none is told of once', () => {
    expect(told(vertexXml('a', BOX, 'fillColor=no colour;'))).toEqual([
      'invalid-color a: fillColor "no colour" is no co',
    ]);
  });
});
