import { describe, expect, it } from 'vitest';
import { SHAPES } from '../../../src/shapes/registry.js';
import { resolveStyle } from '../../../src/style/resolve.js';
import { drawShape } from './libraryDrawing.js';

const labelBox = (style: string) =>
  SHAPES.get('mxgraph.arrows2.arrow')?.labelBox?.({ x: 0, y: 0, width: 100, height: 60 }, resolveStyle(style, false));

describe('arrows2', () => {
  it('draws an arrow with a notched tail', () => {
    const [arrow] = drawShape('mxgraph.arrows2.arrow', 'dy=0.5;dx=30;notch=10', 100, 60).parts;
    expect(arrow?.outline).toBe('M 0 15 L 70 15 L 70 0 L 100 30 L 70 60 L 70 45 L 0 45 L 10 30 Z');
  });

  it("keeps the label in the arrow's shaft with boundedLbl, whichever way the arrow points", () => {
    expect(labelBox('dy=0.5;dx=30')).toEqual({ x: 0, y: 0, width: 100, height: 60 });
    expect(labelBox('dy=0.5;dx=30;boundedLbl=1')).toEqual({ x: 0, y: 15, width: 70, height: 30 });
    expect(labelBox('dy=0.5;dx=30;boundedLbl=1;flipH=1')).toEqual({ x: 30, y: 15, width: 70, height: 30 });
    expect(labelBox('dy=0.5;dx=30;boundedLbl=1;direction=south')).toEqual({ x: 25, y: 0, width: 50, height: 30 });
  });

  it('rounds the bend of an arrow only if asked to', () => {
    const bend = (style: string) => drawShape('mxgraph.arrows2.bendArrow', `dy=10;dx=30;${style}`).parts[0]?.outline;
    expect(bend('')).not.toContain('C');
    expect(bend('rounded=1')).toContain('C');
  });
});
