/** What depends on draw.io's reckoning in its view rather than on the page. */
import { describe, expect, it } from 'vitest';
import { layout, render } from '../../src/index.js';

const page = (cells: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`;

const box = (id: string, style: string, x: number, y: number, width: number, height: number): string =>
  `<mxCell id="${id}" parent="1" vertex="1" style="${style}">` +
  `<mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/></mxCell>`;

const edge = (style: string, source: string, target: string): string =>
  `<mxCell id="e" parent="1" edge="1" style="${style}" source="${source}" target="${target}">` +
  `<mxGeometry relative="1" as="geometry"/></mxCell>`;

const routeOf = (source: string): readonly (readonly number[])[] | undefined =>
  layout(source)
    .cells.find(({ id }) => id === 'e')
    ?.points?.map(({ x, y }) => [Math.round(x * 100) / 100, Math.round(y * 100) / 100]);

describe('a route', () => {
  it('finds numbers equal that are equal in the view', () => {
    const style = 'edgeStyle=orthogonalEdgeStyle;orthogonalLoop=1;exitX=0.5;exitY=1';
    expect(routeOf(page(box('v', '', -68.6, 20, 60, 40) + edge(style, 'v', 'v')))).toEqual([
      [-38.6, 60],
      [-38.6, 60],
    ]);
  });

  it('tilts with the residue that a level line leaves in the view', () => {
    const cells = box('c', 'ellipse', 720, 160, 20, 20) + box('t', 'text', 820, 160, 90, 20);
    const above = box('top', '', 720, 120, 20, 20);
    expect(routeOf(page(cells + above + edge('', 'c', 't')))).toEqual([
      [739.97, 170.78],
      [820, 170],
    ]);
  });
});

describe('a cell without a geometry', () => {
  const bare = '<mxCell id="g" parent="1" vertex="1"/>';

  it('stands in the corner of the view, what is in it counts from its parent', () => {
    const inside = box('a', '', 30, 40, 60, 40).replace('parent="1"', 'parent="g"');
    const { cells } = layout(page(bare + inside));
    expect(cells).toEqual([
      { id: 'g', x: -1, y: -1, width: 0, height: 0 },
      { id: 'a', x: 30, y: 40, width: 60, height: 40 },
    ]);
  });

  it('has nothing but its label there where it is an edge, and room for its markers, which is reported', () => {
    const told: [string, string | undefined][] = [];
    const bareEdge = '<mxCell id="e" parent="1" edge="1" source="a" target="b"/>';
    const source = page(box('a', '', 20, 20, 100, 50) + box('b', '', 240, 20, 120, 60) + bareEdge);
    const { cells } = layout(source, { diagnostics: ({ code, cellId }) => told.push([code, cellId]) });
    expect(cells[2]).toEqual({ id: 'e', x: -8, y: -8, width: 0, height: 0, points: [{ x: -8, y: -8 }] });
    expect(told).toEqual([['invalid-geometry', 'e']]);
    expect(render(source)).toContain('width="376" height="96"');
  });
});
