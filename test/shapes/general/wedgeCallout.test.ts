/** Speech bubbles whose tip may stand anywhere. */
import { describe, expect, it } from 'vitest';
import { render } from '../../../src/index.js';
import { drawShape } from '../libraries/libraryDrawing.js';

const bubble = (style = ''): string | undefined => drawShape('wedgeCallout', style, 120, 60).parts[0]?.outline;

describe('a speech bubble', () => {
  it('has its tip below the left quarter unless the style says otherwise', () => {
    expect(bubble()).toBe('M 0 0 L 120 0 L 120 60 L 55 60 L 30 90 L 35 60 L 0 60 Z');
  });

  it('lets the tail grow from the side that looks at the tip', () => {
    expect(bubble('tipX=1;tipY=0;base=30')).toBe('M 0 0 L 120 0 L 120 15 L 180 30 L 120 45 L 120 60 L 0 60 Z');
    expect(bubble('tipX=-1;tipY=0')).toBe('M 0 0 L 120 0 L 120 60 L 0 60 L 0 40 L -60 30 L 0 20 Z');
    expect(bubble('tipX=0;tipY=-1')).toBe('M 0 0 L 50 0 L 60 -30 L 70 0 L 120 0 L 120 60 L 0 60 Z');
  });

  it('is a plain box while the tip is inside', () => {
    expect(bubble('tipX=0.2;tipY=0.2')).toBe('M 0 0 L 120 0 L 120 60 L 0 60 Z');
  });

  it('rounds the corners of its box, but not of its tail', () => {
    expect(bubble('rounded=1;arcSize=20;absoluteArcSize=1')).toBe(
      'M 0 30 L 0 10 Q 10 0 L 110 0 Q 120 10 L 120 50 Q 110 60 L 55 60 L 30 90 L 35 60 L 10 60 Q 0 50 Z',
    );
  });

  it('counts with its tip, turned with the shape', () => {
    const sizeOf = (style: string): readonly number[] => {
      const cell = `<mxCell id="a" style="shape=wedgeCallout;tipX=0;tipY=2;${style}" vertex="1" parent="1"><mxGeometry width="100" height="40" as="geometry"/></mxCell>`;
      const file = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cell}</root></mxGraphModel>`;
      const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(render(file)) ?? [];
      return [Number(width), Number(height)];
    };
    expect(sizeOf('')).toEqual([101, 104]);
    expect(sizeOf('flipV=1')).toEqual([101, 104]);
    expect(sizeOf('direction=south')).toEqual([256, 41]);
    expect(sizeOf('rotation=90')).toEqual([104, 101]);
  });
});
