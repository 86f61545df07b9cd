import { describe, expect, it } from 'vitest';
import { render } from '../../../src/index.js';
import { drawShape } from './libraryDrawing.js';

describe('ArchiMate 3 elements', () => {
  it('puts the symbol of an application component into the upper right corner', () => {
    const { parts } = drawShape('mxgraph.archimate3.application', 'appType=comp;archiType=square', 150, 75);
    expect(parts.map((part) => part.outline)).toEqual([
      'rect 0 0 150 75',
      'rect 134.25 5 9.75 15',
      'rect 131 8.75 6.5 2.25',
      'rect 131 14 6.5 2.25',
    ]);
  });

  it('cuts the corners of a motivation element, unless it is too small', () => {
    const boxOf = (size: number): string | undefined =>
      drawShape('mxgraph.archimate3.application', 'archiType=oct', size, size).parts[0]?.outline;
    expect(boxOf(40)).toBe('M 0 10 L 10 0 L 30 0 L 40 10 L 40 30 L 30 40 L 10 40 L 0 30 Z');
    expect(boxOf(19)).toBe('rect 0 0 19 19');
  });

  it('keeps the dashes of a grouping in its symbol, and of no other element', () => {
    const dashes = (type: string): readonly boolean[] =>
      drawShape('mxgraph.archimate3.application', `dashed=1;appType=${type}`).parts.map((part) => part.dashed);
    expect(dashes('grouping')).toEqual([true, true]);
    expect(dashes('func')).toEqual([true, false]);
  });

  it('fills the dot of a driver in the stroke colour and draws its ring two pixels wide', () => {
    const { parts } = drawShape('mxgraph.archimate3.driver', 'strokeColor=#ff0000;strokeWidth=2');
    expect(parts[1]).toMatchObject({ outline: 'ellipse 35 35 30 30', fill: '#ff0000' });
    expect(parts[2]?.width).toBe(2);
  });
});

describe('symbols in the corner of ArchiMate 3 elements', () => {
  it('are inked black and thin whatever the lines of the cell', () => {
    const partsOf = (type: string) =>
      drawShape('mxgraph.archimate3.application', `appType=${type};strokeColor=#ff0000;strokeWidth=4`).parts;
    expect(partsOf('goal')[3]).toMatchObject({ fill: '#000000', stroke: '#ff0000', width: 4 });
    expect(partsOf('course')[3]?.width).toBe(3);
  });

  it('are dashed for a grouping', () => {
    const [box, symbol] = drawShape('mxgraph.archimate3.application', 'appType=grouping').parts;
    expect([box?.dashed, symbol?.dashed]).toEqual([false, true]);
  });
});

describe('ArchiMate 4 elements', () => {
  it('have the boxes and symbols of ArchiMate 3', () => {
    const style = 'appType=comp;archiType=square';
    expect(drawShape('mxgraph.archimate4.element', style, 150, 75).parts).toEqual(
      drawShape('mxgraph.archimate3.application', style, 150, 75).parts,
    );
    expect(drawShape('mxgraph.archimate4.process', '').parts).toEqual(
      drawShape('mxgraph.archimate3.process', '').parts,
    );
  });

  it('draw a device as a screen on a wider foot', () => {
    expect(drawShape('mxgraph.archimate4.device', '', 100, 75).parts.map((part) => part.outline)).toEqual([
      'rect 6 0 88 63.75',
      'M 18 63.75 L 0 75 L 100 75 L 82 63.75 Z',
    ]);
  });

  it('show their domain’s letter where the badge is on', () => {
    const letters = (style: string): string | undefined => {
      const cell = `<mxCell id="a" style="shape=mxgraph.archimate4.element;${style}" vertex="1" parent="1"><mxGeometry width="150" height="75" as="geometry"/></mxCell>`;
      const file = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cell}</root></mxGraphModel>`;
      return />([A-Z])<\/text>/.exec(render(file))?.[1];
    };
    expect(letters('archiBadge=1;archiDomain=technology')).toBe('T');
    expect(letters('archiBadge=1;archiDomain=business')).toBe('B');
    expect(letters('archiBadge=1;archiDomain=constructor')).toBeUndefined();
    expect(letters('archiDomain=business')).toBeUndefined();
  });
});
