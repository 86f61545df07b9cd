/** The outlines that labels flow along, by shape, direction and flips. */
import { describe, expect, it } from 'vitest';
import type { Point } from '../../../src/geometry/plane.js';
import { labelOutline } from '../../../src/shapes/general/labelOutlines.js';
import { resolveStyle } from '../../../src/style/resolve.js';

const text = (points: readonly Point[] | undefined): string | undefined =>
  points?.map(({ x, y }) => `${Math.round(x * 1000) / 1000},${Math.round(y * 1000) / 1000}`).join(' ');

/** The polygons of both halves in a cell of 100 × 50 px. */
function outline(style: string): (string | undefined)[] | undefined {
  const found = labelOutline(resolveStyle(style, false), 100, 50);
  return found && [text(found.left), text(found.right)];
}

describe('outlines of labels', () => {
  it('follow slanting sides of the shape’s size', () => {
    expect(outline('shape=hexagon;fixedSize=1')).toEqual(['0,0 0.2,0 0,0.5 0.2,1 0,1', '1,0 0.8,0 1,0.5 0.8,1 1,1']);
    expect(outline('shape=hexagon;direction=south;size=0.3')?.[0]).toBe('0,0 0.5,0 0,0.3 0,0.7 0.5,1 0,1');
    expect(outline('shape=parallelogram')).toEqual(['0,0 0.2,0 0,1', '1,0 1,1 0.8,1']);
    expect(outline('shape=trapezoid;size=30;fixedSize=1')).toEqual(['0,0 0.3,0 0,1', '1,0 0.7,0 1,1']);
    expect(outline('shape=step')).toEqual(['0,0 0.2,0.5 0,1', '1,0 0.8,0 1,0.5 0.8,1 1,1']);
  });

  it('turn and flip with their shape', () => {
    expect(outline('shape=triangle;direction=north')).toEqual(['0,0 0.5,0 0,1', '1,0 0.5,0 1,1']);
    expect(outline('shape=triangle;direction=west')).toEqual(outline('shape=triangle;flipH=1'));
    expect(outline('shape=parallelogram;flipH=1')).toEqual(['0,0 0,1 0.2,1', '1,0 0.8,0 1,1']);
    expect(outline('shape=parallelogram;flipH=1;flipV=1')).toEqual(outline('shape=parallelogram'));
    expect(outline('shape=trapezoid;flipV=1')?.[0]).toBe('0,1 0.2,1 0,0');
    expect(outline('shape=or;flipH=1')?.[1]).toBeUndefined();
  });

  it('follow curves at points that lie closer where the curve is steep', () => {
    const [left] = outline('shape=ellipse') ?? [];
    expect(left?.split(' ').slice(0, 4)).toEqual(['0,0', '0.5,0', '0.415,0.007', '0.335,0.028']);
    expect(left?.split(' ')).toHaveLength(23);
    expect(outline('shape=or')?.[0]).toBeUndefined();
    expect(outline('shape=xor')?.[0]).toMatch(/^0,0 .* 0.25,0.5 .* 0,1$/);
    expect(outline('shape=dataStorage;size=0.2')?.[1]).toMatch(/^1,0 .* 0.8,0.5 .* 1,1$/);
  });

  it('are none where slanting sides would meet', () => {
    expect(outline('shape=hexagon;size=0.6')).toBeUndefined();
    expect(outline('shape=step;size=0.6')).toBeUndefined();
    expect(outline('shape=parallelogram;direction=south')).toBeUndefined();
  });

  it('can be those of another shape', () => {
    expect(outline('shape=process;shapeInsideShape=rhombus')).toEqual(outline('shape=rhombus'));
    expect(outline('shape=process')).toBeUndefined();
  });
});
