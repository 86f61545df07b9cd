import { describe, expect, it } from 'vitest';
import { SHAPES } from '../../../src/shapes/registry.js';
import { resolveStyle } from '../../../src/style/resolve.js';
import { drawShape } from './libraryDrawing.js';

const outlines = (name: string, style: string, width = 100, height = 60): readonly string[] =>
  drawShape(`mxgraph.basic.${name}`, style, width, height).parts.map((part) => part.outline);

describe('the basic library', () => {
  it('cuts corners by twice dx, at most by half of a side', () => {
    expect(outlines('octagon2', 'dx=5')[0]).toBe('M 0 10 L 10 0 L 90 0 L 100 10 L 100 50 L 90 60 L 10 60 L 0 50 Z');
    expect(outlines('octagon2', 'dx=100')[0]).toBe('M 0 30 L 30 0 L 70 0 L 100 30 L 100 30 L 70 60 L 30 60 L 0 30 Z');
  });

  it('leaves a hole in a frame by turning its inner outline the other way', () => {
    expect(outlines('frame', 'dx=10')[0]).toBe('M 100 0 L 100 60 L 0 60 L 0 0 Z M 10 10 L 10 50 L 90 50 L 90 10 Z');
  });

  it('draws a pie clockwise from its start angle', () => {
    expect(outlines('pie', 'startAngle=0;endAngle=0.25', 100, 100)[0]).toBe('M 50 50 L 50 0 C 100 50 Z');
  });

  it('draws half a pie through the side that is meant', () => {
    expect(outlines('pie', 'startAngle=0;endAngle=0.5', 100, 100)[0]).toBe('M 50 50 L 50 0 C 100 50 C 50 100 Z');
    expect(outlines('pie', 'startAngle=0.5;endAngle=0', 100, 100)[0]).toBe('M 50 50 L 50 100 C 0 50 C 50 0 Z');
  });

  it('draws a free polygon from its coordinates, and nothing from broken ones', () => {
    expect(outlines('polygon', 'polyCoords=[[0,0],[1,0],[0.5,1]]')).toEqual(['M 0 0 L 100 0 L 50 60 Z']);
    expect(outlines('polygon', 'polyCoords=[[0,0],[1,0],[0.5,1]];polyline=1')).toEqual(['M 0 0 L 100 0 L 50 60']);
    expect(outlines('polygon', 'polyCoords=oops')).toEqual([]);
  });

  it('hatches a rectangle and leaves out the sides that the style leaves out', () => {
    const [, lines, border] = outlines('patternFillRect', 'fillStyle=hor;step=20;top=0', 100, 50);
    expect(lines).toBe('M 0 0 L 100 0 M 0 20 L 100 20 M 0 40 L 100 40');
    expect(border).toBe('M 0 0 M 100 0 L 100 50 L 0 50 L 0 0');
  });

  it("keeps a callout's pointer free of the label with boundedLbl", () => {
    const shape = SHAPES.get('mxgraph.basic.rectCallout');
    const style = resolveStyle('dy=15;boundedLbl=1', false);
    expect(shape?.labelBox?.({ x: 0, y: 0, width: 100, height: 60 }, style)).toMatchObject({ y: 0, height: 45 });
  });
});

describe('absurd sizes', () => {
  it('hatches an endless rectangle with a bounded number of lines', () => {
    const [, lines] = outlines('patternFillRect', 'fillStyle=hor;step=0', 10, 1e9);
    expect(lines?.match(/M/g)?.length).toBeLessThan(20_000);
  });
});
