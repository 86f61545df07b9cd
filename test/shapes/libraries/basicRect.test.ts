import { describe, expect, it } from 'vitest';
import { drawShape } from './libraryDrawing.js';

const outlines = (style: string): readonly string[] =>
  drawShape('mxgraph.basic.rect', style, 100, 60).parts.map((part) => part.outline);

describe('mxgraph.basic.rect', () => {
  it('fills the whole and strokes the outline', () => {
    const whole = 'M 0 0 L 100 0 L 100 60 L 0 60 Z';
    expect(outlines('')).toEqual([whole, whole]);
  });

  it('gives each corner its own form', () => {
    expect(outlines('topLeftStyle=snip;bottomRightStyle=rounded;size=10')[0]).toBe(
      'M 0 10 L 10 0 L 100 0 L 100 50 C 90 60 L 0 60 Z',
    );
  });

  it('strokes only the sides that are there, in runs', () => {
    expect(outlines('top=0;bottom=0').slice(1)).toEqual(['M 100 0 L 100 60', 'M 0 60 L 0 0']);
  });

  it('draws a frame as a band with the middle left out', () => {
    const [band] = drawShape('mxgraph.basic.rect', 'rectOutline=frame;indent=5', 100, 60).parts;
    expect(band?.outline).toBe('M 0 0 L 100 0 L 100 60 L 0 60 Z M 5 55 L 95 55 L 95 5 L 5 5 Z');
    expect(band?.fill).toBe('#ffffff');
  });

  it('limits the corner size to half of the shorter side', () => {
    expect(outlines('rectStyle=snip;size=80')[0]).toContain('M 0 30 L 30 0');
  });
});
