import { describe, expect, it } from 'vitest';
import { indices, places } from '../../../src/shapes/general/repetition.js';
import { drawShape } from '../libraries/libraryDrawing.js';

describe('repeated parts', () => {
  it('are counted from 0', () => {
    expect(indices(2.5)).toEqual([0, 1, 2]);
    expect(indices(-1)).toEqual([]);
    expect(indices(Number.NaN)).toEqual([]);
  });

  it('stand a step apart as long as they fit', () => {
    expect(places(5, 10, (place) => place <= 25)).toEqual([5, 15, 25]);
    expect(places(5, 0, () => true)).toEqual([]);
  });

  it.each([
    ['mxgraph.mockup.graphics.iconGrid', 'gridSize=1000000000,1000000000'],
    ['mxgraph.mockup.misc.rating', 'grade=-1000000000;ratingScale=1000000000'],
    ['mxgraph.mockup.forms.calendar', 'days=-1000000000'],
    ['mxgraph.electrical.logic_gates.qfp_ic', 'pinSpacing=0.0000001'],
    ['mxgraph.electrical.logic_gates.logic_gate', 'numInputs=1000000000'],
    ['mxgraph.rackGeneral.rackCabinet3', 'unitNum=1000000000;numDisp=ascend'],
  ])('of %s stay few enough to draw', (name, style) => {
    expect(drawShape(name, style).nodes.length).toBeLessThan(50_000);
  });
});
