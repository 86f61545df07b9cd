/** Markers and connectors against coordinates that draw.io 25 drew. */
import { describe, expect, it } from 'vitest';
import { Canvas } from '../../../src/drawing/canvas.js';
import type { Drawing } from '../../../src/drawing/scene.js';
import { pathData } from '../../../src/geometry/path.js';
import { type Point, point } from '../../../src/geometry/plane.js';
import { MARKERS } from '../../../src/shapes/edges/markers.js';
import { EDGE_SHAPES } from '../../../src/shapes/registry.js';
import type { RoutedPoint } from '../../../src/shapes/shape.js';
import { lightSide } from '../../../src/style/color.js';
import { resolveStyle } from '../../../src/style/resolve.js';

function drawEdge(styleText: string, points: readonly Point[], jumps?: readonly RoutedPoint[]) {
  const style = resolveStyle(styleText, true);
  const canvas = new Canvas();
  canvas.setStrokeColor(style.color('strokeColor'));
  canvas.setFillColor(style.color('fillColor'));
  canvas.setStrokeWidth(style.number('strokeWidth', 1));
  canvas.setDashed(style.flag('dashed'));
  const unknown: string[] = [];
  const shape = EDGE_SHAPES.get(style.string('shape', 'connector'));
  if (!shape) throw new Error('no such edge shape');
  shape.draw(canvas, points, style, { jumps, reportUnknownMarker: (name) => unknown.push(name) });
  const drawings = canvas.nodes.filter((node): node is Drawing => node.kind === 'drawing');
  const paths = drawings.map(({ outline }) => (outline.kind === 'path' ? pathData(outline.path) : outline.kind));
  return { drawings, paths, unknown, bounds: shape.bounds(points, style) };
}

const horizontal = [point(0, 0), point(100, 0)];

describe('markers', () => {
  it.each([
    ['classic', 'M 0 0 L 93.63 0', 'M 98.88 0 L 91.88 3.5 L 93.63 0 L 91.88 -3.5 Z'],
    ['block', 'M 0 0 L 91.88 0', 'M 98.88 0 L 91.88 3.5 L 91.88 -3.5 Z'],
    ['open', 'M 0 0 L 97.76 0', 'M 91.88 3.5 L 98.88 0 L 91.88 -3.5'],
    ['diamond', 'M 0 0 L 92.29 0', 'M 99.29 0 L 95.79 3.5 L 92.29 0 L 95.79 -3.5 Z'],
    ['ERmany', 'M 0 0 L 100 0', 'M 100 -4 L 92 0 L 100 4'],
    ['dash', 'M 0 0 L 100 0', 'M 96 4 L 88 -4'],
    ['oval', 'M 0 0 L 97 0', 'ellipse'],
  ])('%s ends the line and stands at its end', (name, line, marker) => {
    expect(drawEdge(`endArrow=${name}`, horizontal).paths).toEqual([line, marker]);
  });

  it('mirrors the half arrowhead of async between the ends', () => {
    const [, start, end] = drawEdge('startArrow=async;endArrow=async', horizontal).paths;
    expect(start).toBe('M 1.12 0 L 8.12 -3.5 L 8.12 0 Z');
    expect(end).toBe('M 98.88 0 L 91.88 -3.5 L 91.88 0 Z');
  });

  it('grows with size and stroke width', () => {
    const { paths } = drawEdge('endArrow=block;endSize=10;strokeWidth=2', horizontal);
    expect(paths[1]).toBe('M 97.76 0 L 85.76 6 L 85.76 -6 Z');
  });

  it('fills with the line colour unless the fill flag is zero', () => {
    const filled = drawEdge('endArrow=block;strokeColor=#ff0000', horizontal).drawings[1];
    expect(filled?.fill?.paint).toEqual({ kind: 'solid', color: '#ff0000' });
    expect(drawEdge('endArrow=block;endFill=0', horizontal).drawings[1]?.fill).toBeUndefined();
  });

  it('is never dashed', () => {
    const { drawings } = drawEdge('endArrow=block;dashed=1', horizontal);
    expect(drawings.map(({ stroke }) => stroke?.dash.length)).toEqual([2, 0]);
  });

  it('fills the zero of entity relations with white', () => {
    const { drawings } = drawEdge('endArrow=ERzeroToOne', horizontal);
    expect(drawings[1]?.fill?.paint).toEqual({ kind: 'solid', color: '#ffffff' });
  });

  it('interrupts the line at an unfilled zero', () => {
    const { paths } = drawEdge('endArrow=ERzeroToOne;endFill=0', horizontal);
    expect(paths).toEqual(['M 0 0 L 84.5 0', 'ellipse', 'M 96 4 L 96 -4 M 91.5 0 L 100 0']);
  });

  it('reports a marker that it does not know and draws the line', () => {
    const { paths, unknown } = drawEdge('endArrow=banana', horizontal);
    expect(paths).toEqual(['M 0 0 L 100 0']);
    expect(unknown).toEqual(['banana']);
  });

  it('gives every marker something to draw', () => {
    for (const name of MARKERS.keys()) {
      expect(drawEdge(`endArrow=${name};startArrow=${name}`, horizontal).paths.length, name).toBeGreaterThan(2);
    }
  });
});

describe('connectors', () => {
  const corner = [point(0, 0), point(100, 0), point(100, 50)];

  it('rounds bends by half the arc size', () => {
    expect(drawEdge('endArrow=none;arcSize=30', corner).paths).toEqual(['M 0 0 L 85 0 Q 100 0 100 15 L 100 50']);
  });

  it('draws sharp bends with rounded=0', () => {
    expect(drawEdge('endArrow=none;rounded=0', corner).paths).toEqual(['M 0 0 L 100 0 L 100 50']);
  });

  it('curves through the middles of inner segments', () => {
    const points = [...corner, point(0, 50)];
    const { paths } = drawEdge('endArrow=none;curved=1', points);
    expect(paths).toEqual(['M 0 0 Q 100 0 100 25 Q 100 50 0 50']);
  });

  it.each([
    ['arc', 'M 0 0 L 47 0 C 47 -3.9 53 -3.9 53 0 L 53 0 L 100 0'],
    ['gap', 'M 0 0 L 47 0 M 53 0 M 53 0 L 100 0'],
    ['sharp', 'M 0 0 L 47 0 L 47 -3 L 53 -3 L 53 0 L 53 0 L 100 0'],
    ['line', 'M 0 0 L 47 0 M 47 3 L 47 -3 M 53 -3 L 53 3 M 53 0 L 53 0 L 100 0'],
  ])('jumps over other edges with jumpStyle=%s', (jumpStyle, expected) => {
    const jumps = [
      { x: 0, y: 0, crossing: false },
      { x: 50, y: 0, crossing: true },
      { x: 100, y: 0, crossing: false },
    ];
    expect(drawEdge(`endArrow=none;jumpStyle=${jumpStyle}`, horizontal, jumps).paths).toEqual([expected]);
  });

  it('keeps room for the markers in its bounds', () => {
    expect(drawEdge('endArrow=none', horizontal).bounds).toEqual({ x: 0, y: 0, width: 101, height: 1 });
    expect(drawEdge('endArrow=classic', horizontal).bounds).toEqual({ x: -7, y: -7, width: 115, height: 15 });
    expect(drawEdge('startArrow=open', horizontal).bounds).toEqual({ x: -8, y: -8, width: 117, height: 17 });
  });

  it('draws a filled edge twice, the fill inside the stroke', () => {
    const { drawings } = drawEdge('shape=filledEdge;endArrow=none;strokeWidth=8;fillColor=#ffcc00', horizontal);
    expect(drawings.map(({ stroke }) => [stroke && lightSide(stroke.color), stroke?.width])).toEqual([
      ['#000000', 8],
      ['#ffcc00', 6],
    ]);
  });

  it('draws a link as two open lines', () => {
    expect(drawEdge('shape=link', horizontal).paths).toEqual(['M 0 -2 L 100 -2 M 100 2 L 0 2']);
  });

  it('draws a flexible arrow as one outline', () => {
    expect(drawEdge('shape=flexArrow', horizontal).paths).toEqual([
      'M 0.5 5 L 0.5 -5 L 80.5 -5 L 80.5 -15.5 L 99.5 0 L 80.5 15.5 L 80.5 5 Z',
    ]);
  });

  it('draws the block arrow from end to end', () => {
    expect(drawEdge('shape=arrow', horizontal).paths).toEqual([
      'M 0 5 L 0 -5 L 70 -5 L 70 -15 L 100 0 L 70 15 L 70 5 Z',
    ]);
  });
});
