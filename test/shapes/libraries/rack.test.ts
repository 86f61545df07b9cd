/** The numbers of racks' units, from top to bottom, held against those that draw.io 30.2.7 writes. */
import { describe, expect, it } from 'vitest';
import { render } from '../../../src/index.js';

function numbers(shape: string, style: string): string {
  const svg = render(
    '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>' +
      `<mxCell id="r" style="shape=mxgraph.rackGeneral.${shape};unitNum=6;unitHeight=20;${style}" vertex="1" parent="1">` +
      '<mxGeometry width="110" height="163" as="geometry"/></mxCell></root></mxGraphModel>',
  );
  const found = [...svg.matchAll(/translate\([-\d.]+ ([-\d.]+)\)"><g [^>]*><text [^>]*y="([-\d.]+)"[^>]*>([^<]*)</g)];
  const placed = found.map(([, top, y, text]) => ({ y: Number(top) + Number(y), text }));
  return placed
    .sort((a, b) => a.y - b.y)
    .map(({ text }) => text)
    .join(' ');
}

describe.each(['rackCabinet', 'rackCabinet2'])('%s', (shape) => {
  it.each([
    ['numDisp=ascend;', '1 2 3 4 5 6'],
    ['numDisp=descend;', '6 5 4 3 2 1'],
    ['numDisp=ascend;startUnit=10;', '10 11 12 13 14 15'],
    ['numDisp=descend;startUnit=10;', '15 14 13 12 11 10'],
    ['numDisp=descend;startUnit=-2;', '3 2 1 0 -1 -2'],
    ['numDisp=ascend;startUnit=2.5;', '2.5 3.5 4.5 5.5 6.5 7.5'],
    ['numDisp=ascend;unitNum=3;', '1 2 3'],
    ['startUnit=3;', ''],
    ['numDisp=off;', ''],
    ['numDisp=on;', ''],
  ])('with %s', (style, units) => {
    expect(numbers(shape, style)).toBe(units);
  });
});

describe('racks that count their units themselves', () => {
  it.each([
    ['rackCabinet3', 'numDisp=ascend;', '1 2 3 4 5 6 7 8'],
    ['rackCabinet3', 'numDisp=descend;startUnit=10;', '17 16 15 14 13 12 11 10'],
    ['rackCabinet3', 'numDisp=ascend;rackUnitSize=10;', '1 2 3 4 5 6 7 8 9 10 11 12'],
    ['container', '', '6 5 4 3 2 1'],
    ['container', 'numDisp=descend;startUnit=10;', '1 2 3 4 5 6'],
    ['container', 'numDisp=off;', ''],
  ])('%s with %s', (shape, style, units) => {
    expect(numbers(shape, style)).toBe(units);
  });
});
