/** Whatever is in a file and not in its picture is told; sizes and words are those of draw.io's own pictures of the same. */
import { describe, expect, test } from 'vitest';
import { type Diagnostic, MxsvgError, render } from '../../src/index.js';

const LAYERS = '<mxCell id="0"/><mxCell id="1" parent="0"/>';
const place = (x: number, y: number, width = 100, height = 50): string =>
  `<mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/>`;
const vertex = (id: string, rest = '', geometry = place(20, 20)): string =>
  `<mxCell id="${id}" value="${id}" style="html=1;" vertex="1" ${rest || 'parent="1"'}>${geometry}</mxCell>`;
const B = vertex('B', '', place(240, 20, 120, 60));
const edge = (ends: string, geometry = '<mxGeometry relative="1" as="geometry"/>', parent = '1'): string =>
  `<mxCell id="e" edge="1" parent="${parent}" ${ends}>${geometry}</mxCell>`;

/** The picture's size, its words, and the cells and codes that are told. */
function drawn(cells: string): readonly [size: string, words: string, told: readonly string[]] {
  const diagnostics: Diagnostic[] = [];
  const svg = render(`<mxGraphModel><root>${cells}</root></mxGraphModel>`, { diagnostics });
  const size = /width="(\d+)" height="(\d+)"/.exec(svg)?.slice(1).join(' × ') ?? '';
  const words = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, word]) => word).join(' ');
  return [size, words, diagnostics.map(({ cellId, code }) => `${cellId ?? 'page'}: ${code}`)];
}

test('a group that is as large as what is in it, and has nothing in it, is no loss', () => {
  const group = (style: string): string =>
    `<mxCell id="g" style="group;${style}" vertex="1" parent="1"><mxGeometry as="geometry"/></mxCell>`;
  expect(drawn(LAYERS + group('transparentBounds=1;') + B)[2]).toEqual([]);
  expect(drawn(LAYERS + group('') + B)[2]).toEqual(['g: invalid-geometry']);
});

describe('what draw.io doesn’t draw is told', () => {
  test.each<[string, string, string, string, readonly string[]]>([
    ['a vertex without a geometry', vertex('NoGeo', '', '') + B, '398 × 94', 'NoGeo B', ['NoGeo: invalid-geometry']],
    [
      'one whose geometry says not what it is',
      vertex('NoGeo', '', '<mxGeometry x="20" y="20" width="100" height="50"/>') + B,
      '398 × 94',
      'NoGeo B',
      ['NoGeo: invalid-geometry'],
    ],
    [
      'an edge without a geometry',
      vertex('A') + B + edge('source="A" target="B"', ''),
      '376 × 96',
      'A B',
      ['e: invalid-geometry'],
    ],
    ['an edge without ends', B + edge(''), '121 × 61', 'B', ['e: invalid-geometry']],
    ['an edge with one end', B + edge('source="B"'), '121 × 61', 'B', ['e: invalid-geometry']],
    ['an edge to a layer', B + edge('source="B" target="1"'), '121 × 61', 'B', ['e: invalid-geometry']],
    [
      'what stands on an edge that isn’t drawn',
      B + edge('') + vertex('l', 'parent="e"'),
      '121 × 61',
      'B',
      ['e: invalid-geometry', 'l: invalid-geometry'],
    ],
    [
      'an edge to an id of several',
      vertex('A') + vertex('A', '', place(20, 120)) + B + edge('source="B" target="A"'),
      '341 × 151',
      'A A B',
      ['A: invalid-structure', 'e: invalid-structure'],
    ],
    [
      'what is in an id of several',
      vertex('A') + vertex('A', '', place(20, 120)) + vertex('x', 'parent="A"') + B,
      '341 × 151',
      'A A B',
      ['A: invalid-structure', 'x: invalid-structure'],
    ],
    ['a cell in a cell', vertex('A', '', place(20, 20) + vertex('n')) + B, '341 × 61', 'A B', ['n: invalid-structure']],
    [
      'a shape without extent',
      `<mxCell id="z" vertex="1" parent="1">${place(20, 20, 0, 0)}</mxCell>${B}`,
      '341 × 61',
      'B',
      ['z: invalid-geometry'],
    ],
    [
      'a cell of no kind',
      `<mxCell id="n" value="N" parent="1">${place(20, 20)}</mxCell>${vertex('C', 'parent="n"', place(20, 120))}${B}`,
      '321 × 171',
      'C B',
      ['n: invalid-structure'],
    ],
  ])('%s', (_name, cells, size, words, told) => {
    expect(drawn(LAYERS + cells)).toEqual([size, words, told]);
  });

  test('cells beside the last one without a parent', () => {
    expect(drawn(`${LAYERS}${vertex('A', 'value=""').replace('value="A" ', '')}${B}`)[2]).toEqual([
      '0: invalid-structure',
      '1: invalid-structure',
      'B: invalid-structure',
    ]);
    expect(drawn(`${LAYERS}${vertex('A', 'parent="gone"')}${B}`).slice(0, 2)).toEqual(['101 × 51', 'A']);
  });

  test('a root that is a vertex is drawn, and what is in it', () => {
    const cells = `<mxCell id="0"/>${vertex('A', 'connectable="1"')}${vertex('C', 'parent="A"', place(5, 5, 20, 20))}${vertex('D', 'parent="C"', place(50, 50, 20, 20))}`;
    expect(drawn(cells)).toEqual(['101 × 76', 'A C D', ['0: invalid-structure']]);
  });

  test('an empty page', () => {
    for (const cells of ['', '<mxCell id="0"/>', LAYERS])
      expect(drawn(cells)).toEqual(['1 × 1', '', ['page: empty-page']]);
    const diagnostics: Diagnostic[] = [];
    render('<mxfile><diagram id="p"></diagram></mxfile>', { diagnostics });
    expect(diagnostics).toMatchObject([{ code: 'empty-page' }]);
  });
});

describe('what the author hid is no loss', () => {
  test.each([
    ['a hidden cell', LAYERS + vertex('A', 'parent="1" visible="0"') + B + edge('source="A" target="B"'), 'B'],
    ['a hidden layer', `<mxCell id="0"/><mxCell id="1" parent="0" visible="0"/>${vertex('A')}`, ''],
    [
      'what is in a collapsed cell',
      LAYERS + vertex('A', 'parent="1" collapsed="1"') + vertex('C', 'parent="A"') + B,
      'A B',
    ],
    ['a group of nothing', `${LAYERS}<mxCell id="g" parent="1"/>${B}`, 'B'],
  ])('%s', (_name, cells, words) => {
    const [, found, told] = drawn(cells);
    expect([found, told]).toEqual([words, []]);
  });
});

test('a page in which no cell is recognized is an error', () => {
  const nested = `<mxCell id="0"/><mxCell id="1" parent="0">${vertex('A')}</mxCell>`;
  expect(() => drawn(nested)).toThrow(MxsvgError);
  expect(() => drawn(nested)).toThrow(/no vertex and no edge.*It has <mxCell>\./);
});
