import { describe, expect, it } from 'vitest';
import { drawShape } from './libraryDrawing.js';

describe('aws4', () => {
  it('draws a resource as a filled square with its icon in the stroke colour', () => {
    const style = 'fillColor=#ED7100;strokeColor=#ffffff;resIcon=mxgraph.aws4.lambda';
    const { parts, stencils } = drawShape('mxgraph.aws4.resourceIcon', style, 80, 80);
    expect(parts[0]).toMatchObject({ fill: '#ed7100', stroke: undefined });
    expect(stencils).toEqual(['mxgraph.aws4.lambda 8 8 64 64']);
    expect(parts[1]).toMatchObject({ fill: '#ffffff', stroke: undefined });
  });

  it("keeps a product's icon square in the upper part of a higher card", () => {
    const style = 'strokeColor=#ffffff;fillColor=#232F3E;prIcon=mxgraph.aws4.ec2';
    const { parts, stencils } = drawShape('mxgraph.aws4.productIcon', style, 80, 100);
    expect(parts[1]?.outline).toBe('M 1 1 L 79 1 L 79 79 L 1 79 Z');
    expect(stencils).toEqual(['mxgraph.aws4.ec2 13 13 54 54']);
  });

  it('places the icon of a centred group in the middle', () => {
    const { stencils } = drawShape('mxgraph.aws4.groupCenter', 'grIcon=mxgraph.aws4.group_region', 125, 80);
    expect(stencils).toEqual(['mxgraph.aws4.group_region 50 0 25 25']);
  });

  it.each([
    ['group', 'grIconSize=60', '0 0 60 60'],
    ['group', '', '0 0 25 25'],
    ['group', 'grIconSize=300', '0 0 300 300'],
    ['groupCenter', 'grIconSize=40', '45 0 40 40'],
    ['groupCenter', 'grIconSize=10', '60 0 10 10'],
  ])('draws the icon of a %s with "%s" as large as that says', (shape, size, box) => {
    const { stencils } = drawShape(`mxgraph.aws4.${shape}`, `grIcon=mxgraph.aws4.group_vpc;${size}`, 130, 90);
    expect(stencils).toEqual([`mxgraph.aws4.group_vpc ${box}`]);
  });

  it('leaves out the line of a group with grStroke=0', () => {
    expect(drawShape('mxgraph.aws4.group', 'grStroke=0').parts[0]?.stroke).toBeUndefined();
    expect(drawShape('mxgraph.aws4.group', '').parts[0]?.stroke).toBe('#000000');
  });
});

describe('aws3d', () => {
  it('scales its lines with the smaller of both scales', () => {
    const { parts } = drawShape('mxgraph.aws3d.ami', '', 184, 60);
    expect(parts[0]?.width).toBe(2);
    expect(drawShape('mxgraph.aws3d.ami', '', 184, 120).parts[0]?.width).toBe(4);
  });

  it('outlines each body of a solid with the path of that body', () => {
    const outlines = drawShape('mxgraph.aws3d.internetGateway', '').parts.map((part) => part.outline);
    expect(outlines[5]).toBe(outlines[0]);
    expect(outlines[11]).toBe(outlines[6]);
  });

  it('shades the left side less than the right one, and the other way round when mirrored', () => {
    const opacities = (style: string) =>
      drawShape('mxgraph.aws3d.dataServer', style)
        .nodes.map((node) => (node.kind === 'drawing' ? node.fill?.opacity : undefined))
        .slice(1, 3);
    expect(opacities('')).toEqual([0.1, 0.3]);
    expect(opacities('flipH=1')).toEqual([0.3, 0.1]);
    expect(opacities('shadingCols=0.2,0.5')).toEqual([0.2, 0.5]);
  });

  it('keeps the size of an arrow head in a larger box', () => {
    const [arrow] = drawShape('mxgraph.aws3d.arrowNE', '', 200, 100).parts;
    expect(arrow?.outline).toContain('M 183 8 L 179 5.5 L 200 0 L 190.3 12.2');
  });
});
