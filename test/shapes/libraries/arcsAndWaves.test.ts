/** Arcs with markers, polygons with curved sides and zigzags, against what draw.io 30 draws. */
import { describe, expect, it } from 'vitest';
import { isLostArc } from '../../../src/geometry/path.js';
import { point } from '../../../src/geometry/plane.js';
import { drawShape } from './libraryDrawing.js';

const outlines = (name: string, style: string, width?: number, height?: number): readonly string[] =>
  drawShape(name, style, width, height).parts.map(({ outline }) => outline);

describe('an arc', () => {
  const ARC = 'mxgraph.basic.arc';

  it('fills its box without markers', () => {
    expect(outlines(ARC, 'startAngle=0.25;endAngle=0.5')).toEqual(['M 100 50 C 50 100']);
  });

  it('stands off the box by half of the larger marker and the stroke', () => {
    const [line, start, end] = outlines(ARC, 'startAngle=0.25;endAngle=0.5;startArrow=oval;startSize=8;endArrow=block');
    expect(start).toBe('ellipse 91.5 46 8 8');
    expect(end).toBe('M 51.12 95.5 L 58.12 92 L 58.12 99 Z');
    expect(line).toBe('M 95.5 54 C 58.12 95.5');
  });

  it('fills markers with the colour of the line, or their own', () => {
    const style = 'startArrow=oval;endArrow=oval;endFillColor=#00ff00;strokeColor=#ff0000;dashed=1';
    const { parts } = drawShape(ARC, style);
    expect(parts.map(({ fill }) => fill)).toEqual([undefined, '#ff0000', '#00ff00']);
    expect(parts.map(({ dashed }) => dashed)).toEqual([true, false, false]);
  });
});

describe('an arc whose ends are as far apart as its ellipse is long', () => {
  const half = { rotationDegrees: 0, largeArc: false, sweep: true, radiusX: 9, radiusY: 40.75 };

  it('is lost where rounding leaves a root of less than zero', () => {
    expect(isLostArc({ ...half, from: point(9, 81.5), to: point(9, 0) })).toBe(false);
    expect(isLostArc({ ...half, from: point(9.000000000000002, 81.5), to: point(8.999999999999998, 0) })).toBe(true);
  });
});

describe('a free polygon', () => {
  const POLYGON = 'mxgraph.basic.polygon';
  const square = 'polyCoords=[[0,0],[1,0],[1,1],[0,1]]';

  it('has curves where polyCurves gives control points', () => {
    expect(outlines(POLYGON, `${square};polyCurves=[["Q",0.5,0.2],[],["Q",0.5,0.8]]`)).toEqual([
      'M 0 0 Q 100 0 L 100 100 Q 0 100 Z',
    ]);
  });

  it('is closed by a curve, unless it is a line', () => {
    const curves = 'polyCurves=[[],[],[],["Q",0.2,0.5]]';
    expect(outlines(POLYGON, `${square};${curves}`)).toEqual(['M 0 0 L 100 0 L 100 100 L 0 100 Q 0 0 Z']);
    expect(outlines(POLYGON, `${square};${curves};polyline=1`)).toEqual(['M 0 0 L 100 0 L 100 100 L 0 100']);
  });

  it('shows nothing where its lists cannot be read', () => {
    expect(outlines(POLYGON, `${square};polyCurves=[`)).toEqual([]);
    expect(outlines(POLYGON, 'polyCoords=[[0,0],5]')).toEqual([]);
    expect(outlines(POLYGON, `${square};polyCurves={}`)).toEqual(['M 0 0 L 100 0 L 100 100 L 0 100 Z']);
  });
});

describe('a zigzag', () => {
  it('has peaks as far apart as its size, within the stroke', () => {
    expect(outlines('zigzag', 'fillColor=none', 40, 20)).toEqual(['M 0 10 L 5 1 L 15 19 L 25 1 L 35 19 L 40 10']);
  });

  it('is a wave where it is rounded, and fills its box', () => {
    expect(outlines('zigzag', 'rounded=1;size=20', 40, 20)).toEqual([
      'rect 0 0 40 20',
      'M 0 10 C 10 0.5 C 30 19.5 C 40 10',
    ]);
  });

  it('has no teeth narrower than five pixels', () => {
    expect(outlines('zigzag', 'fillColor=none;size=1', 10, 20)).toEqual(['M 0 10 L 2.5 1 L 7.5 19 L 10 10']);
  });
});
