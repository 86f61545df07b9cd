/** Whole edges: fixed and floating ends, loops, ends on edges, and what is left out. */
import { describe, expect, it } from 'vitest';
import { point } from '../../src/geometry/plane.js';
import { edgeRoute, vertex } from '../route/requests.js';

const source = vertex([0, 0, 40, 20]);
const target = vertex([100, 0, 40, 20]);

describe('a straight edge', () => {
  it('meets both perimeters', () => {
    expect(edgeRoute('', { source, target }).points).toEqual([
      [40, 10],
      [100, 10],
    ]);
  });

  it('runs through its waypoints, which count from the parent', () => {
    const geometry = { points: [point(20, 50)] };
    expect(edgeRoute('', { source, target, geometry, origin: point(0, 10) }).points?.[1]).toEqual([20, 60]);
  });

  it('keeps the spacing of the edge and of the terminal', () => {
    const spaced = vertex([100, 0, 40, 20], 'perimeterSpacing=3');
    const style = 'sourcePerimeterSpacing=5;targetPerimeterSpacing=4';
    expect(edgeRoute(style, { source, target: spaced }).points).toEqual([
      [45, 10],
      [93, 10],
    ]);
  });

  it('ends in the middle where there is no perimeter', () => {
    const open = vertex([100, 0, 40, 20], 'perimeter=none');
    expect(edgeRoute('', { source, target: open }).points?.[1]).toEqual([120, 10]);
  });

  it('aims at a rotated terminal in its own frame', () => {
    const rotated = vertex([100, 0, 40, 20], 'rotation=90');
    expect(edgeRoute('', { source, target: rotated }).points?.[1]).toEqual([110, 10]);
  });
});

describe('fixed connection points', () => {
  const end = (style: string, terminalStyle = '') =>
    edgeRoute(style, { source, target: vertex([100, 0, 40, 20], terminalStyle) }).points?.at(-1);

  it('stand at fractions of the box, moved onto the perimeter', () => {
    expect(end('entryX=0.5;entryY=1')).toEqual([120, 20]);
    expect(end('entryX=0.5;entryY=0.75')).toEqual([120, 20]);
    expect(end('entryX=0.5;entryY=0.75;entryPerimeter=0')).toEqual([120, 15]);
    expect(end('entryX=0;entryY=0;entryDx=5;entryDy=-2;entryPerimeter=0')).toEqual([105, -2]);
  });

  it('turn with direction, flips and rotation', () => {
    expect(end('entryX=0;entryY=0.5;entryPerimeter=0', 'direction=south')).toEqual([120, 0]);
    expect(end('entryX=0;entryY=0.5;entryPerimeter=0', 'direction=south;anchorPointDirection=0')).toEqual([100, 10]);
    expect(end('entryX=0;entryY=0;entryPerimeter=0', 'flipH=1')).toEqual([140, 0]);
    expect(end('entryX=0;entryY=0.5', 'rotation=90')).toEqual([120, -10]);
  });

  it('are mirrored before they are turned, unless the shape is an older one', () => {
    const slanted = 'shape=parallelogram;perimeter=parallelogramPerimeter;fixedSize=1';
    const exit = (style: string, edge: string) =>
      edgeRoute(edge, {
        source: vertex([20, 20, 80, 40], `${slanted};${style}`),
        geometry: { targetPoint: point(300, 300) },
      }).points?.[0];
    const side = 'exitX=0;exitY=0.25';
    expect(exit('flipH=1', side)).toEqual([25.71, 31.43]);
    expect(exit('flipH=1;legacyAnchorPoints=0', side)).toEqual([86.67, 33.33]);
    expect(exit('direction=south;flipH=1', side)).toEqual([73.33, 26.67]);
    expect(exit('direction=south;flipH=1;legacyAnchorPoints=0', side)).toEqual([52, 32]);
    const inside = 'exitX=0.25;exitY=1;exitPerimeter=0';
    expect(exit('direction=north;flipV=1;anchorPointDirection=0', inside)).toEqual([80, 60]);
    expect(exit('direction=north;flipV=1;anchorPointDirection=0;legacyAnchorPoints=0', inside)).toEqual([70, 80]);
  });

  it('need both coordinates', () => {
    expect(end('entryX=0.5')).toEqual([100, 10]);
  });

  it('yield to a centre perimeter', () => {
    expect(end('entryX=0;entryY=0', 'perimeter=centerPerimeter')).toEqual([120, 10]);
  });
});

describe('snapToPoint', () => {
  it('moves a floating end to the nearest connection point of the style', () => {
    const snapping = vertex([100, 0, 40, 20], 'snapToPoint=1;points=[[0,0],[1,1,0],[0,1,0,0,5]]');
    const below = vertex([0, 100, 40, 20]);
    expect(edgeRoute('', { source: below, target: snapping }).points?.at(-1)).toEqual([100, 25]);
  });

  it('falls back to the connection points of the shape', () => {
    const snapping = vertex([100, 0, 40, 20], 'snapToPoint=1', {
      connectionPoints: () => [{ x: 1, y: 0, perimeter: false }],
    });
    expect(edgeRoute('', { source, target: snapping }).points?.at(-1)).toEqual([140, 0]);
  });
});

describe('stencils of fixed aspect', () => {
  const stencilSize = { width: 10, height: 10, fixedAspect: true };

  it('end edges on what they fill of the box', () => {
    const icon = vertex([100, 0, 40, 20], '', { stencilSize });
    expect(edgeRoute('', { source, target: icon }).points?.at(-1)).toEqual([110, 10]);
  });
});

describe('an edge that ends on an edge', () => {
  it('ends in the middle of its line', () => {
    const line = {
      kind: 'edge',
      id: 'line',
      style: source.style.with({ perimeter: undefined }),
      points: [point(100, 0), point(100, 60), point(140, 60)],
    } as const;
    expect(edgeRoute('', { source, target: line }).points?.at(-1)).toEqual([100, 50]);
  });
});

describe('loops', () => {
  it('take the loop style whatever the edge style', () => {
    expect(edgeRoute('edgeStyle=orthogonalEdgeStyle', { source, target: source }).points).toEqual([
      [40, 0],
      [60, 0],
      [60, 20],
      [40, 20],
    ]);
  });

  it('stay orthogonal when tied to a point with orthogonalLoop', () => {
    const style = 'edgeStyle=orthogonalEdgeStyle;orthogonalLoop=1;exitX=0.5;exitY=0;entryX=1;entryY=0.5';
    expect(edgeRoute(style, { source, target: source }).points).toEqual([
      [20, 0],
      [20, -10],
      [50, -10],
      [50, 10],
      [40, 10],
    ]);
  });

  it('run through two waypoints or more', () => {
    const geometry = { points: [point(60, 0), point(60, 40)] };
    expect(edgeRoute('', { source, target: source, geometry }).points?.slice(1, -1)).toEqual([
      [60, 0],
      [60, 40],
    ]);
  });
});

describe('ends without a cell', () => {
  it('stand where the geometry says, from the parent', () => {
    const geometry = { sourcePoint: point(5, 5), targetPoint: point(50, 5) };
    expect(edgeRoute('', { geometry, origin: point(10, 20) }).points).toEqual([
      [15, 25],
      [60, 25],
    ]);
  });

  it('leave out the edge where they have no point', () => {
    expect(edgeRoute('', { source }).points).toBeUndefined();
  });
});

describe('edge styles', () => {
  it('are ignored with noEdgeStyle', () => {
    expect(edgeRoute('edgeStyle=orthogonalEdgeStyle;noEdgeStyle=1', { source, target }).points).toHaveLength(2);
  });

  it('that are not known are drawn straight and reported', () => {
    const { points, messages } = edgeRoute('edgeStyle=spiralEdgeStyle', { source, target });
    expect(points).toHaveLength(2);
    expect(messages).toEqual(['unknown-edge-style']);
  });
});
