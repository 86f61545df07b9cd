import { describe, expect, it } from 'vitest';
import { drawShape } from './libraryDrawing.js';

describe('Kubernetes', () => {
  it('draws the frame twice and the icon inside, in 25.0 from the second set', () => {
    const { stencils } = drawShape('mxgraph.kubernetes.icon2', 'prIcon=crb', 100, 100);
    expect(stencils).toEqual([
      'mxgraph.kubernetes.frame 0 0 100 100',
      'mxgraph.kubernetes.frame 3 3 94 94',
      'mxgraph.kubernetes2.crb 25 30 50 30',
    ]);
  });

  it('makes room for a label', () => {
    const { stencils } = drawShape('mxgraph.kubernetes.icon2', 'prIcon=pod;kubernetesLabel=1', 100, 100);
    expect(stencils[2]).toBe('mxgraph.kubernetes2.pod 26 20 48 43.2');
  });
});

describe('Cisco', () => {
  it('takes the background that goes with the icon', () => {
    expect(drawShape('mxgraph.cisco19.rect', 'prIcon=l2_modular').stencils[0]).toBe('mxgraph.cisco19.bg2 0 0 100 100');
    expect(drawShape('mxgraph.cisco19.rect', 'prIcon=workgroup').stencils[0]).toBe('mxgraph.cisco19.bg1 0 0 100 100');
    expect(drawShape('mxgraph.cisco19.rect', 'prIcon=router').parts[0]?.outline).toBe('ellipse 0 0 100 100');
  });

  it('puts a disc between the two drawings of a safe icon', () => {
    const style = 'bgIcon=ellipse;resIcon=icon;fillColor=#28A8E0;strokeColor=#ffffff';
    const { parts, stencils } = drawShape('mxgraph.cisco_safe.compositeIcon', style, 50, 50);
    expect(stencils).toHaveLength(2);
    expect(parts[1]).toMatchObject({ outline: 'ellipse 0.5 0.5 49 49', fill: '#ffffff' });
    expect(parts[2]?.fill).toBe('#28a8e0');
  });
});

describe('other icon libraries', () => {
  it('sets a Google card in front of another one', () => {
    const { parts } = drawShape('mxgraph.gcp2.doubleRect', '', 108, 58);
    expect(parts.map((part) => part.outline)).toEqual(['rect 8 8 100 50', 'rect 0 0 100 50']);
  });

  it('draws the backdrops of a shared Google instance with thicker lines', () => {
    const { stencils } = drawShape('mxgraph.gcp2.hexIcon', 'prType=shared;prIcon=gpu', 100, 100);
    expect(stencils.map((text) => text.split(' ')[0])).toEqual([
      'mxgraph.gcp2.outline_blank_1',
      'mxgraph.gcp2.outline_blank_2',
      'mxgraph.gcp2.outline_blank_1',
      'mxgraph.gcp2.gpu',
    ]);
  });

  it("finds SAP's icons in the image library", () => {
    expect(drawShape('mxgraph.sap.icon', 'SAPIcon=Build').images).toEqual(['img/lib/sap/Build.svg']);
  });

  it("draws an issue's type, priority and status plate", () => {
    const style = 'issueType=bug;issuePriority=critical;issueStatus=done';
    const { parts, stencils } = drawShape('mxgraph.atlassian.issue', style, 200, 50);
    expect(stencils).toEqual(['mxgraph.atlassian.bug 5 5 10 10', 'mxgraph.atlassian.critical 86 3 8 14']);
    expect(parts[3]?.outline).toBe('rect 155 5 40 20');
  });

  it('tags an IBM box by its kind', () => {
    expect(drawShape('mxgraph.ibm.box', 'prType=vpc').stencils).toEqual(['mxgraph.ibm.vpctag 0 0 25 25']);
    expect(drawShape('mxgraph.ibm.box', '').stencils).toEqual([]);
  });

  it('sets a network icon on its tile, over its long shadow', () => {
    const icon = 'network2Icon=mxgraph.networks2.router;network2IconShadow=1';
    const tiled = drawShape('mxgraph.networks2.icon', `${icon};network2bgFillColor=#9DA6A8;network2IconW=0.5`, 140, 70);
    expect(tiled.parts[0]).toMatchObject({ outline: 'rect 0 0 140 70', fill: '#9da6a8', stroke: undefined });
    expect(tiled.stencils).toEqual([
      'mxgraph.networks2.router_shadow 0 0 140 70',
      'mxgraph.networks2.router 45 10 50 50',
    ]);
    expect(tiled.parts[1]).toMatchObject({ fill: '#000000', stroke: undefined });
    expect(tiled.parts[2]).toMatchObject({ fill: '#ffffff', stroke: '#000000' });
    expect(drawShape('mxgraph.networks2.icon', icon, 140, 70).stencils).toEqual([
      'mxgraph.networks2.router 0 0 140 70',
    ]);
  });

  it('turns the box of a stencil inside a shape that stands upright once more', () => {
    const icon = 'network2Icon=mxgraph.networks2.router;direction=south';
    expect(drawShape('mxgraph.networks2.icon', icon, 140, 70).stencils).toEqual([
      'mxgraph.networks2.router 35 -35 70 140',
    ]);
  });

  it('strokes a stencil that catches clicks as the cell is stroked', () => {
    const style = 'bgIcon=ellipse;resIcon=mxgraph.cisco_safe.design.blank_device;strokeColor=#123456';
    const strokeOf = (more: string) =>
      drawShape('mxgraph.cisco_safe.compositeIcon', `${style};${more}`).parts.at(-1)?.stroke;
    expect(strokeOf('')).toBeUndefined();
    expect(strokeOf('pointerEvents=1')).toBe('#123456');
  });
});
