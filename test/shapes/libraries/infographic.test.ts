import { describe, expect, it } from 'vitest';
import { drawShape } from './libraryDrawing.js';

describe('infographic ribbons', () => {
  it('holds a notch within the ribbon', () => {
    const { parts } = drawShape('mxgraph.infographic.ribbonSimple', 'notch1=0;notch2=500;', 200, 40);
    expect(parts[0]?.outline).toBe('M 0 40 L 0 20 L 0 0 L 0 0 L 200 20 L 0 40 Z');
  });

  it('shades the folded ends and strokes the ribbon above the shade', () => {
    const { parts } = drawShape('mxgraph.infographic.ribbonRolled', 'dx=20;dy=10;fillColor=#00ff00;', 100, 60);
    expect(parts.map(({ fill, stroke }) => [fill, stroke])).toEqual([
      ['#00ff00', '#000000'],
      ['#000000', undefined],
      [undefined, '#000000'],
    ]);
  });
});

describe('infographic solids', () => {
  it('darkens the right side of a cube and lightens its left one', () => {
    const { parts } = drawShape('mxgraph.infographic.shadedCube', 'isoAngle=50;', 40, 80);
    expect(parts[0]?.outline).toBe('M 20 0 L 40 40 L 40 40 L 20 80 L 0 40 L 0 40 Z');
    expect(parts.slice(1).map((part) => part.fill)).toEqual(['#000000', '#ffffff']);
  });
});

describe('infographic rings', () => {
  it('bends an arch from its start to its end angle', () => {
    const { parts } = drawShape('mxgraph.infographic.bendingArch', 'startAngle=0;endAngle=0.25;arcWidth=0.5;');
    expect(parts[0]?.outline).toBe('ellipse 30 30 40 40');
    expect(parts[1]?.outline).toBe('M 50 0 C 100 50 L 75 50 C 50 25 Z');
  });
});
