/** Where edges meet each perimeter, on the way to the centre and straight across. */
import { describe, expect, it } from 'vitest';
import { point, rect } from '../../../src/geometry/plane.js';
import { PERIMETERS } from '../../../src/shapes/perimeters/perimeters.js';
import type { Perimeter } from '../../../src/shapes/shape.js';
import { resolveStyle } from '../../../src/style/resolve.js';

const box = rect(0, 0, 100, 60);

function meet(name: string, x: number, y: number, style = '', orthogonal = false): number[] {
  const perimeter = PERIMETERS.get(name) as Perimeter;
  const p = perimeter(box, resolveStyle(style, false), point(x, y), orthogonal);
  return [Math.round(p.x * 100) / 100, Math.round(p.y * 100) / 100];
}

const across = (name: string, x: number, y: number, style = ''): number[] => meet(name, x, y, style, true);

describe('rectangle', () => {
  it('is met on the way to the centre', () => {
    expect(meet('rectanglePerimeter', 150, 30)).toEqual([100, 30]);
    expect(meet('rectanglePerimeter', 90, -30)).toEqual([70, 0]);
    expect(meet('rectanglePerimeter', 40, 35)).toEqual([0, 55]);
  });

  it('is met straight across', () => {
    expect(across('rectanglePerimeter', 150, 10)).toEqual([100, 10]);
    expect(across('rectanglePerimeter', 20, -50)).toEqual([20, 0]);
    expect(across('rectanglePerimeter', 150, 90)).toEqual([100, 60]);
    expect(across('rectanglePerimeter', 0, 0)).toEqual([0, 0]);
    expect(meet('orthogonalPerimeter', 150, 10)).toEqual([100, 10]);
  });
});

describe('ellipse', () => {
  it('is met on the way to the centre', () => {
    expect(meet('ellipsePerimeter', 50, -20)).toEqual([50, 0]);
    expect(meet('ellipsePerimeter', 150, 30)).toEqual([100, 30]);
    expect(meet('ellipsePerimeter', 150, 130)).toEqual([75.72, 55.72]);
  });

  it('is met straight across', () => {
    expect(across('ellipsePerimeter', 150, 15)).toEqual([93.3, 15]);
    expect(across('ellipsePerimeter', 20, 100)).toEqual([20, 54]);
  });

  it('leaves an end at the centre', () => {
    expect(meet('ellipsePerimeter', 50.5, 30.5)).toEqual([50.5, 30.5]);
  });
});

describe('rhombus', () => {
  it('is met on the way to the centre and straight across', () => {
    expect(meet('rhombusPerimeter', 50, 90)).toEqual([50, 60]);
    expect(meet('rhombusPerimeter', 150, 90)).toEqual([75, 45]);
    expect(across('rhombusPerimeter', 75, -20)).toEqual([75, 15]);
  });
});

describe('triangle', () => {
  it('points along its direction', () => {
    expect(meet('trianglePerimeter', -50, 30)).toEqual([0, 30]);
    expect(meet('trianglePerimeter', 150, 30)).toEqual([100, 30]);
    expect(meet('trianglePerimeter', 50, -50, 'direction=north')).toEqual([50, 0]);
    expect(meet('trianglePerimeter', 50, 100, 'direction=north')).toEqual([50, 60]);
    expect(across('trianglePerimeter', 50, -50)).toEqual([50, 15]);
    expect(across('trianglePerimeter', -50, 20)).toEqual([0, 20]);
  });
});

describe('slanted outlines', () => {
  it('reach in by a fraction, or by px where the size is fixed', () => {
    expect(across('parallelogramPerimeter', -50, 30)).toEqual([10, 30]);
    expect(across('parallelogramPerimeter', -50, 30, 'fixedSize=1;size=30')).toEqual([15, 30]);
    expect(across('trapezoidPerimeter', -50, 30)).toEqual([10, 30]);
    expect(across('hexagonPerimeter2', -50, 15)).toEqual([12.5, 15]);
    expect(across('hexagonPerimeter', -50, 15, 'size=0.4')).toEqual([12.5, 15]);
  });

  it('turn with the direction', () => {
    expect(across('parallelogramPerimeter', 50, -50, 'direction=south')).toEqual([50, 6]);
    expect(across('trapezoidPerimeter', 50, -50, 'direction=north')).toEqual([50, 6]);
    expect(across('hexagonPerimeter2', 25, -50, 'direction=north')).toEqual([25, 7.5]);
  });

  it('let a step be met in its notch and at its tip', () => {
    expect(meet('stepPerimeter', -50, 30)).toEqual([20, 30]);
    expect(meet('stepPerimeter', 150, 30)).toEqual([100, 30]);
    expect(meet('stepPerimeter', 150, 30, 'direction=west')).toEqual([80, 30]);
  });

  it('give the centre to an end inside', () => {
    expect(meet('parallelogramPerimeter', 60, 35)).toEqual([50, 30]);
  });
});

describe('callout', () => {
  it('leaves out its tail', () => {
    expect(across('calloutPerimeter', 50, 100)).toEqual([50, 30]);
    expect(across('calloutPerimeter', 50, 100, 'flipV=1')).toEqual([50, 60]);
    expect(across('calloutPerimeter', 150, 20, 'direction=north;size=20')).toEqual([80, 20]);
  });
});

describe('lines', () => {
  it('are met beside a stroke', () => {
    expect(meet('lifelinePerimeter', 150, 50)).toEqual([49.5, 50]);
    expect(meet('lifelinePerimeter', -50, 10, 'size=20;strokeWidth=4')).toEqual([48, 20]);
    expect(meet('lifelinePerimeter', 150, 59, 'size=10')).toEqual([49.5, 59]);
    expect(meet('lifelinePerimeter', 150, 59, 'size=10;lifelineMirror=1')).toEqual([49.5, 50]);
    expect(meet('backbonePerimeter', 30, 100, 'strokeWidth=6')).toEqual([30, 32]);
    expect(meet('backbonePerimeter', 0, 70, 'direction=south;strokeWidth=6')).toEqual([47, 60]);
  });
});

describe('centre', () => {
  it('is met in the middle', () => {
    expect(meet('centerPerimeter', 150, 50)).toEqual([50, 30]);
  });
});
