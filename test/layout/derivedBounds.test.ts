/** Groups without a size (transparentBounds=1), as draw.io places them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/index.js';

const golden = readFileSync(new URL('../../golden/model/derived-groups.drawio', import.meta.url), 'utf8');

function boxes(source: string): ReadonlyMap<string, readonly number[]> {
  return new Map(layout(source).cells.map(({ id, x, y, width, height }) => [id, [x, y, width, height]]));
}

const page = (cells: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`;

const cell = (id: string, parent: string, style: string, geometry = ''): string =>
  `<mxCell id="${id}" parent="${parent}" vertex="1" style="${style}"><mxGeometry ${geometry} as="geometry"/></mxCell>`;

const AT = 'x="100" y="50" width="60" height="40"';

describe('a group whose bounds are derived', () => {
  const found = boxes(golden);

  it('takes the box of its children and one to four paddings', () => {
    expect(found.get('g1')).toEqual([30, 30, 80, 60]);
    expect(found.get('g3')).toEqual([295, 30, 70, 60]);
    expect(found.get('g4')).toEqual([416, 39, 66, 44]);
  });

  it('counts turned and hidden children by their geometry, and those of a collapsed group', () => {
    expect(found.get('g2')).toEqual([150, 30, 80, 60]);
    expect(found.get('g6')).toEqual([30, 130, 80, 60]);
  });

  it('has no extent where only relative children stand in it, which count from its origin', () => {
    expect(found.get('g9')).toEqual([420, 160, 0, 0]);
    expect(found.get('g9a')).toEqual([420, 160, 30, 20]);
    expect(found.get('g10')).toEqual([514, 154, 72, 52]);
    expect(found.get('g10b')).toEqual([572, 192, 30, 20]);
  });

  it('takes in the loose ends and waypoints of edges', () => {
    expect(found.get('g11')).toEqual([36, 226, 118, 78]);
  });

  it('needs no geometry', () => {
    expect(found.get('g12')).toEqual([216, 236, 68, 48]);
  });

  it('is met by edges on its border', () => {
    const edge = layout(golden).cells.find(({ id }) => id === 'e1');
    expect(edge?.points?.map(({ x, y }) => [x, y])).toEqual([
      [284, 260],
      [305, 260],
      [305, 280],
      [326, 280],
    ]);
  });

  it('adds what each group in it pads', () => {
    const group = 'transparentBounds=1;groupPadding=10';
    const nested = boxes(page(cell('o', '1', group) + cell('i', 'o', group) + cell('a', 'i', '', AT)));
    expect(nested.get('i')).toEqual([90, 40, 80, 60]);
    expect(nested.get('o')).toEqual([80, 30, 100, 80]);
  });

  it.each([
    ['', [100, 20, 60, 70]],
    ['horizontal=0', [70, 50, 90, 40]],
    ['direction=south', [100, 50, 90, 40]],
    ['flipV=1', [100, 50, 60, 70]],
    ['horizontal=0;flipH=1', [100, 50, 90, 40]],
  ])('leaves room for the title of a swimlane: %s', (style, box) => {
    const lane = `swimlane;startSize=30;transparentBounds=1;${style}`;
    expect(boxes(page(cell('s', '1', lane) + cell('a', 's', '', AT))).get('s')).toEqual(box);
  });

  it('reads a padding that was written as in an address', () => {
    const style = 'transparentBounds=1;groupPadding=5%2010';
    expect(boxes(page(cell('g', '1', style) + cell('a', 'g', '', AT))).get('g')).toEqual([90, 45, 80, 50]);
  });
});
