import { describe, expect, it } from 'vitest';
import { drawShape } from './libraryDrawing.js';

const outlines = (name: string, style: string, width?: number, height?: number): readonly string[] =>
  drawShape(name, style, width, height).parts.map((part) => part.outline);

describe('Material Design', () => {
  it('ends the coloured track of a slider at barPos', () => {
    expect(outlines('mxgraph.gmdl.slider2', 'barPos=25;handleSize=8', 200, 10)).toEqual([
      'M 0 5 L 200 5',
      'M 0 5 L 50 5',
      'ellipse 46 1 8 8',
    ]);
  });

  it('leaves the sides of a disabled slider out where its handle reaches them', () => {
    expect(outlines('mxgraph.gmdl.sliderDisabled2', 'hPos=0', 100, 10)).toEqual([
      'ellipse -5 0 10 10',
      'M 7 5 L 100 5',
    ]);
  });

  it('moves the knob of a switch with its state', () => {
    expect(outlines('mxgraph.gmdl.switch', 'switchState=on', 100, 40)[1]).toBe('ellipse 36 0 64 40');
    expect(outlines('mxgraph.gmdl.switch', 'switchState=off', 100, 40)[1]).toBe('ellipse 0 0 64 40');
  });
});

describe('Android', () => {
  it('draws the handle of a pressed scrubber with a halo', () => {
    expect(outlines('mxgraph.android.progressScrubberPressed', 'dx=0.5', 100, 10)).toEqual([
      'M 0 5 L 100 5',
      'ellipse 45 0 10 10',
      'M 0 5 L 50 5',
      'ellipse 48.75 3.75 2.5 2.5',
    ]);
  });

  it('keeps a scroll handle within its track', () => {
    expect(outlines('mxgraph.android.quickscroll3', 'dy=1', 6, 100)[1]).toBe('rect 0 80 6 20');
  });
});

describe('iOS 7', () => {
  it('draws lines above and below, and nothing at the sides', () => {
    expect(outlines('mxgraph.ios7ui.horLines', '', 50, 20)).toEqual(['rect 0 0 50 20', 'M 0 0 L 50 0 M 0 20 L 50 20']);
  });

  it('divides a select bar every dx2 pixels', () => {
    expect(outlines('mxgraph.ios7ui.selectBar', 'dx=50;dy=5;dx2=30;size=5', 100, 20)[2]).toBe(
      'M 30 0 L 30 20 M 60 0 L 60 20',
    );
  });
});
