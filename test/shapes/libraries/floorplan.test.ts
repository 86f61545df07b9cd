import { describe, expect, it } from 'vitest';
import { drawShape } from './libraryDrawing.js';

describe('the floor plan library', () => {
  it('centres a wall of the given thickness', () => {
    const { parts } = drawShape('mxgraph.floorplan.wall', 'wallThickness=20', 100, 60);
    expect(parts.map((part) => part.outline)).toEqual(['rect 0 20 100 20']);
  });

  it('gives stairs a tread every 25 px', () => {
    const [, treads] = drawShape('mxgraph.floorplan.stairs', '', 100, 40).parts;
    expect(treads?.outline).toBe('M 25 0 L 25 40 M 50 0 L 50 40 M 75 0 L 75 40');
  });

  it('dashes only the far swing of a double action door', () => {
    const { parts } = drawShape('mxgraph.floorplan.doorDoubleAction', '', 40, 80);
    expect(parts.map((part) => part.dashed)).toEqual([false, false, true]);
  });

  it('limits the panes of a garden window', () => {
    const [, , frame] = drawShape('mxgraph.floorplan.windowGarden', 'windowPanes=1000', 400, 40).parts;
    expect(frame?.outline.match(/V|L/g)?.length).toBeLessThan(100);
  });
});
