/** Tables: inner lines, spans, rows, and rectangles with some sides only. */
import { describe, expect, it } from 'vitest';
import { Canvas } from '../../../src/drawing/canvas.js';
import { rect } from '../../../src/geometry/plane.js';
import { tableLines } from '../../../src/shapes/general/table.js';
import { SHAPES } from '../../../src/shapes/registry.js';
import type { ShapeChild } from '../../../src/shapes/shape.js';
import { resolveStyle } from '../../../src/style/resolve.js';
import { drawShape } from '../libraries/libraryDrawing.js';

const child = (style: string, children: readonly ShapeChild[], width: number, height: number): ShapeChild => ({
  style: resolveStyle(style, false),
  box: rect(0, 0, width, height),
  collapsed: false,
  children,
});

/** Rows of two cells of 50 × 20 px; `spans` gives styles of cells by "row column". */
const rows = (count: number, spans: Readonly<Record<string, string>> = {}, rowStyle = ''): ShapeChild[] =>
  Array.from({ length: count }, (_, row) =>
    child(
      `shape=tableRow;startSize=0;${rowStyle}`,
      [0, 1].map((column) => child(spans[`${row} ${column}`] ?? '', [], 50, 20)),
      100,
      20,
    ),
  );

const lines = (table: string, children: readonly ShapeChild[]): string[] =>
  tableLines(children, resolveStyle(`shape=table;${table}`, false)).map((line) =>
    line.map((p) => (p ? `${p.x},${p.y}` : '-')).join(' '),
  );

describe('the inner lines of a table', () => {
  it('run below all rows but the last and right of all columns but the last, under the title', () => {
    expect(lines('startSize=30', rows(2))).toEqual(['0,50 50,50 100,50', '50,30 50,50 50,70']);
  });

  it('can be left out', () => {
    expect(lines('startSize=30;rowLines=0', rows(2))).toEqual(['50,30 50,50 50,70']);
    expect(lines('startSize=30;columnLines=0', rows(2))).toEqual(['0,50 50,50 100,50']);
  });

  it('are interrupted by cells that span rows or columns', () => {
    expect(lines('startSize=0', rows(2, { '0 0': 'rowspan=2' }))[0]).toBe('0,20 - 50,20 100,20');
    expect(lines('startSize=0', rows(2, { '1 0': 'colspan=2' }))[1]).toBe('50,0 50,20 - 50,40');
  });

  it('are missing below a row without cells', () => {
    const empty = child('shape=tableRow;startSize=0', [], 100, 20);
    expect(lines('startSize=0', [empty, ...rows(2)])).toEqual(['0,20 50,20 100,20', '50,0 50,20 50,40']);
    expect(lines('startSize=0', [empty, empty])).toEqual([]);
  });

  it('measure a merged cell by what it was before', () => {
    const merged = { ...child('', [], 100, 40), alternateBounds: rect(0, 0, 50, 20) };
    const row = child('shape=tableRow;startSize=0', [merged, child('', [], 50, 20)], 100, 20);
    expect(lines('startSize=0', [row])).toEqual(['50,0 50,20']);
  });

  it('begin beside the titles of rows that have one', () => {
    expect(lines('startSize=0', rows(2, {}, 'startSize=40;horizontal=0;'))).toEqual([
      '40,20 90,20 140,20',
      '90,0 90,20 90,40',
    ]);
    expect(lines('startSize=0', rows(2, {}, 'startSize=40;horizontal=0;swimlaneHead=0;'))[0]).toBe('0,20 90,20 140,20');
  });

  it('stay upright when the table is turned', () => {
    const canvas = new Canvas();
    canvas.setStrokeColor('#000000');
    const style = resolveStyle('shape=table;startSize=0;rotation=90', false);
    canvas.rotate(90, false, false, 50, 20);
    const cell = { id: 't', value: '', collapsed: false, children: rows(2), image: () => undefined };
    SHAPES.get('table')?.draw(canvas, rect(0, 0, 100, 40), style, cell);
    const line = canvas.nodes[1];
    expect(line?.kind === 'drawing' && line.transform.a).toBeCloseTo(1);
    expect(line?.kind === 'drawing' && line.transform.b).toBeCloseTo(0);
  });
});

describe('partial rectangles', () => {
  const outlines = (style: string) =>
    drawShape('partialRectangle', style, 40, 20).parts.map(({ outline, stroke }) => [outline, stroke]);

  it('stroke the sides that are not turned off', () => {
    expect(outlines('top=0;right=0')).toEqual([
      ['rect 0 0 40 20', undefined],
      ['M 0 0 M 40 0 M 40 20 L 0 20 L 0 0', '#000000'],
    ]);
  });

  it('stroke nothing without sides', () => {
    expect(outlines('top=0;right=0;bottom=0;left=0')).toEqual([['rect 0 0 40 20', undefined]]);
  });

  it('are how rows and tables without a title are drawn', () => {
    expect(drawShape('tableRow', 'startSize=0;left=0;right=0', 40, 20).parts[1]?.outline).toBe(
      'M 0 0 L 40 0 M 40 20 L 0 20',
    );
    expect(drawShape('table', 'startSize=0;rounded=1', 40, 20).parts[0]?.outline).toBe('rect 0 0 40 20');
  });
});

describe('a rounded table without a title', () => {
  it('is one rounded rectangle', () => {
    const { nodes } = drawShape('table', 'startSize=0;rounded=1;absoluteArcSize=1;arcSize=20', 100, 80);
    expect(nodes).toHaveLength(1);
    expect(nodes[0]).toMatchObject({ outline: { kind: 'rect', radiusX: 10, radiusY: 10 } });
  });

  it('has all of its sides, also those that the style leaves out', () => {
    const { nodes } = drawShape('table', 'startSize=0;rounded=1;absoluteArcSize=1;arcSize=20;left=0', 100, 80);
    expect(nodes).toHaveLength(1);
  });
});
