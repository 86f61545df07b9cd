/** Edges that their style mirrors or turns, against what draw.io 30 draws. */
import { describe, expect, it } from 'vitest';
import { render } from '../../../src/index.js';

/** An edge from 0 0 to 100 60 with a label at its middle. */
const edge = (style: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="e" value="x" style="endArrow=none;html=1;strokeWidth=2;${style}" edge="1" parent="1"><mxGeometry relative="1" as="geometry"><mxPoint x="0" y="0" as="sourcePoint"/><mxPoint x="100" y="60" as="targetPoint"/></mxGeometry></mxCell></root></mxGraphModel>`;

const transform = (style: string, element: 'path' | 'g'): string | undefined =>
  [...render(edge(style)).matchAll(new RegExp(`<${element}[^>]* transform="([^"]*)"`, 'g'))][0]?.[1];

describe('an edge', () => {
  it('is mirrored about the middle of the box of its points, which are a pixel large', () => {
    expect(transform('flipH=1', 'path')).toBe('matrix(-1 0 0 1 101 0)');
    expect(transform('flipV=1', 'path')).toBe('matrix(1 0 0 -1 0 61)');
    expect(transform('flipH=1;direction=south', 'path')).toBe('matrix(1 0 0 -1 0 61)');
  });

  it('does not turn as a line', () => {
    expect(transform('rotation=90', 'path')).toBeUndefined();
    expect(transform('direction=south', 'path')).toBeUndefined();
  });

  it('turns as a block arrow, with its label', () => {
    expect(transform('shape=flexArrow;rotation=90', 'path')).toBe('matrix(0 1 -1 0 81 -20)');
    expect(transform('shape=flexArrow;direction=south', 'path')).toBe('matrix(0 1 -1 0 81 -20)');
    expect(transform('shape=link;rotation=90', 'g')).toMatch(/^matrix\(0 1 -1 0 /);
    expect(transform('shape=link;direction=south', 'g')).not.toMatch(/^matrix\(0 1 -1 0 /);
  });
});
