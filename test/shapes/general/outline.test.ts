/** Outlines that shapes share: rounded polygons and rectangles, the sheen, sizes from the style. */
import { describe, expect, it } from 'vitest';
import { Canvas } from '../../../src/drawing/canvas.js';
import { point } from '../../../src/geometry/plane.js';
import { arcRadius, cornerRadius, sizeOf, tracePolygon } from '../../../src/shapes/general/outline.js';
import { Style } from '../../../src/style/style.js';
import { drawShape } from '../libraries/libraryDrawing.js';

const style = (entries: Record<string, string> = {}): Style => new Style(new Map(Object.entries(entries)));

const SQUARE = [point(0, 0), point(100, 0), point(100, 100), point(0, 100)];

function traced(options: Parameters<typeof tracePolygon>[2]): readonly string[] {
  const canvas = new Canvas();
  canvas.setStrokeColor('#000000');
  canvas.begin();
  tracePolygon(canvas, SQUARE, options);
  canvas.stroke();
  const node = canvas.nodes[0];
  if (node?.kind !== 'drawing' || node.outline.kind !== 'path') throw new Error('no path');
  return node.outline.path.map((segment) =>
    segment.kind === 'close' ? 'close' : `${segment.kind} ${segment.to.x} ${segment.to.y}`,
  );
}

describe('polygons', () => {
  it('go from corner to corner', () => {
    expect(traced({})).toEqual(['move 0 0', 'line 100 0', 'line 100 100', 'line 0 100', 'close']);
  });

  it('begin amid their last side when rounded, so that every corner can be cut', () => {
    const path = traced({ radius: 10 });
    expect(path.slice(0, 3)).toEqual(['move 0 50', 'line 0 10', 'quad 10 0']);
    expect(path.filter((segment) => segment.startsWith('quad'))).toHaveLength(4);
  });

  it('keep the corner sharp that is to stay so', () => {
    const path = traced({ radius: 10, sharp: [1] });
    expect(path).toContain('line 100 0');
    expect(path.filter((segment) => segment.startsWith('quad'))).toHaveLength(3);
  });

  it('cut at most half of a side', () => {
    expect(traced({ radius: 500 })).toContain('quad 50 0');
  });

  it('run from the first to the last corner when open', () => {
    expect(traced({ radius: 10, open: true })).toEqual([
      'move 0 0',
      'line 90 0',
      'quad 100 10',
      'line 100 90',
      'quad 90 100',
      'line 0 100',
    ]);
  });
});

describe('radii', () => {
  it('of rectangles are a share of the shorter side, or px, at most half of it', () => {
    expect(arcRadius(style(), 200, 100)).toBe(15);
    expect(arcRadius(style({ arcSize: '40' }), 200, 100)).toBe(40);
    expect(arcRadius(style({ absoluteArcSize: '1', arcSize: '30' }), 200, 100)).toBe(15);
    expect(arcRadius(style({ absoluteArcSize: '1', arcSize: '900' }), 200, 100)).toBe(50);
  });

  it('of polygons are px, and none without rounded=1', () => {
    expect(cornerRadius(style({ arcSize: '30' }))).toBe(0);
    expect(cornerRadius(style({ rounded: '1' }))).toBe(10);
    expect(cornerRadius(style({ rounded: '1', arcSize: '30' }))).toBe(15);
  });
});

describe('sizes', () => {
  const defaults = { fraction: 0.2, fixed: 20 };

  it('are fractions, or px with fixedSize', () => {
    expect(sizeOf(style(), 100, defaults)).toBe(20);
    expect(sizeOf(style({ size: '0.5' }), 100, defaults)).toBe(50);
    expect(sizeOf(style({ fixedSize: '1' }), 400, defaults)).toBe(20);
    expect(sizeOf(style({ fixedSize: '1', size: '35' }), 400, defaults)).toBe(35);
  });

  it('stay within the shape', () => {
    expect(sizeOf(style({ size: '7' }), 100, defaults)).toBe(100);
    expect(sizeOf(style({ size: '-1' }), 100, defaults)).toBe(0);
    expect(sizeOf(style({ fixedSize: '1', size: '700' }), 100, { ...defaults, limit: 50 })).toBe(50);
  });

  it('fall back where the style holds no number', () => {
    expect(sizeOf(style({ size: 'wide' }), 100, defaults)).toBe(20);
  });
});

describe('glass', () => {
  it('lies over a filled rectangle, half a stroke beyond it', () => {
    const { parts } = drawShape('rectangle', 'glass=1;fillColor=#dae8fc;strokeWidth=4', 100, 50);
    expect(parts).toHaveLength(2);
    expect(parts[1]).toMatchObject({ outline: 'M -2 -2 L -2 20 Q 102 20 L 102 -2 Z', fill: '#ffffff-#ffffff' });
  });

  it('is left out where nothing is filled', () => {
    expect(drawShape('rectangle', 'glass=1;fillColor=none').parts).toHaveLength(1);
  });
});
