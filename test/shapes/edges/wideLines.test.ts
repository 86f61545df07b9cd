/** Pipes and Sankey links, against what draw.io 30 draws. */
import { describe, expect, it } from 'vitest';
import { Canvas } from '../../../src/drawing/canvas.js';
import type { Drawing } from '../../../src/drawing/scene.js';
import { pathBounds } from '../../../src/geometry/path.js';
import { point, rect } from '../../../src/geometry/plane.js';
import { EDGE_SHAPES } from '../../../src/shapes/registry.js';
import type { EdgeShape } from '../../../src/shapes/shape.js';
import { resolveStyle } from '../../../src/style/resolve.js';

const LINE = [point(0, 0), point(100, 60)];

function draw(styleText: string) {
  const style = resolveStyle(styleText, true);
  const shape = EDGE_SHAPES.get(style.string('shape', '')) as EdgeShape;
  const canvas = new Canvas();
  canvas.setStrokeColor(style.color('strokeColor'));
  canvas.setFillColor(style.color('fillColor'));
  canvas.setStrokeWidth(style.number('strokeWidth', 1));
  canvas.setDashed(style.flag('dashed'));
  shape.draw(canvas, LINE, style, { reportUnknownMarker: () => {} });
  const drawings = canvas.nodes.filter((node): node is Drawing => node.kind === 'drawing');
  return { drawings, bounds: shape.bounds(LINE, style) };
}

const strokes = (style: string) =>
  draw(`strokeColor=#112233;${style}`).drawings.map(({ stroke }) => [stroke?.color, stroke?.width, stroke?.dash]);

describe('a pipe', () => {
  it('is its width and two strokes wide, with the fill colour in the middle', () => {
    expect(strokes('shape=pipe;width=10;strokeWidth=3;fillColor=#ccffcc;endArrow=none')).toEqual([
      ['#112233', 16, []],
      ['#ccffcc', 10, []],
    ]);
  });

  it('dashes only what is inside', () => {
    expect(strokes('shape=pipe;fillColor=#ff0000;dashed=1;endArrow=none')).toEqual([
      ['#112233', 6, []],
      ['#ff0000', 4, [12, 12]],
    ]);
  });

  it('draws markers of the stroke that the style names twice', () => {
    expect(strokes('shape=pipe;fillColor=#ff0000').map(([color, width]) => [color, width])).toEqual([
      ['#112233', 6],
      ['#112233', 6],
      ['#ff0000', 4],
      ['#ff0000', 4],
    ]);
  });

  it('has no inside without a fill colour', () => {
    expect(strokes('shape=pipe;fillColor=none;endArrow=none')).toHaveLength(1);
  });
});

describe('a Sankey link', () => {
  it('is a band that leaves and arrives level, and mixes with what is below', () => {
    const [band, ...rest] = draw('shape=mermaidSankeyLink;width=20;fillColor=#00ff00').drawings;
    expect(rest).toEqual([]);
    expect(band?.blend).toBe('multiply');
    expect(band?.outline.kind === 'path' && pathBounds(band.outline.path)).toEqual(rect(0, -10, 100, 80));
    expect(band?.outline.kind === 'path' && band.outline.path.length).toBe(67);
  });

  it('counts its width and the stroke above and below', () => {
    expect(draw('shape=mermaidSankeyLink;width=20;strokeWidth=2').bounds).toEqual(rect(0, -12, 101, 85));
  });
});
