import { describe, expect, it } from 'vitest';
import { drawShape } from './libraryDrawing.js';

const outlines = (name: string, style: string, width?: number, height?: number): readonly string[] =>
  drawShape(name, style, width, height).parts.map((part) => part.outline);

describe('process instruments', () => {
  it('marks where an instrument is mounted by a line across it', () => {
    const line = (mounting: string) => drawShape('mxgraph.pid2inst.discInst', `mounting=${mounting}`).parts[1];
    expect(line('field')).toBeUndefined();
    expect(line('room')).toMatchObject({ outline: 'M 0 50 L 100 50', dashed: false });
    expect(line('inaccessible')?.dashed).toBe(true);
  });

  it('keeps the head of an indicator square', () => {
    expect(outlines('mxgraph.pid2inst.indicator', 'indType=ctrl', 50, 100).slice(0, 3)).toEqual([
      'M 25 50 L 25 100',
      'rect 0 0 50 50',
      'ellipse 0 0 50 50',
    ]);
  });
});

describe('valves', () => {
  it('fills a closed valve in the stroke colour', () => {
    const fillOf = (style: string) => drawShape('mxgraph.pid2valves.valve', style).parts[0]?.fill;
    expect(fillOf('valveType=gate;strokeColor=#ff0000')).toBe('#ffffff');
    expect(fillOf('valveType=gate;strokeColor=#ff0000;defState=closed')).toBe('#ff0000');
  });

  it('leaves room for an actuator above the body', () => {
    expect(outlines('mxgraph.pid2valves.valve', 'valveType=gate;actuator=man', 100, 100)).toEqual([
      'M 25 15 L 75 15 M 50 15 L 50 70',
      'M 0 40 L 50 70 L 0 100 Z M 100 40 L 50 70 L 100 100 Z',
    ]);
  });
});

describe('columns', () => {
  it('centres as many packed beds as fit', () => {
    const [body, beds] = outlines('mxgraph.pid2misc.column', 'columnType=fixed', 50, 170);
    expect(body).toContain('M 0 15');
    expect(beds).toContain('M 0 31 L 50 31 M 0 79 L 50 79');
    expect(beds?.match(/M/g)).toHaveLength(8);
  });
});

describe('racks', () => {
  it('is as high as its units and numbers them from the top', () => {
    const style = 'unitNum=2;unitHeight=20;numDisp=ascend';
    const parts = outlines('mxgraph.rackGeneral.rackCabinet', style, 300, 500);
    expect(parts[0]).toBe('rect 24 0 180 82');
    expect(parts.at(-1)).toBe('M 0 21 L 24 21 M 0 41 L 24 41 M 0 61 L 24 61');
  });

  it('takes the width of its box, and in the last edition as many units as fit', () => {
    const style = 'unitNum=2;rackUnitSize=20;numDisp=ascend';
    expect(outlines('mxgraph.rackGeneral.rackCabinet2', style, 300, 500)[0]).toBe('rect 24 0 276 82');
    expect(outlines('mxgraph.rackGeneral.rackCabinet3', style, 300, 132)[0]).toBe('rect 24 0 276 142');
    const right = outlines('mxgraph.rackGeneral.rackCabinet3', `${style};rackUnitDirLeft=0`, 300, 82);
    expect(right[0]).toBe('rect 0 0 276 82');
    expect(right.at(-1)).toBe('M 276 21 L 300 21 M 276 41 L 300 41 M 276 61 L 300 61');
  });

  it('gives a cabinet a stand only when asked', () => {
    expect(outlines('mxgraph.cabinets.cabinet', 'hasStand=1', 100, 200).at(-1)).toBe('rect 0 160 100 40');
    expect(outlines('mxgraph.cabinets.cabinet', '', 100, 200).at(-1)).toBe('rect 0 185 100 15');
  });
});
