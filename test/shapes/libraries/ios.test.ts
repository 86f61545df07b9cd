import { describe, expect, it } from 'vitest';
import { drawShape } from './libraryDrawing.js';

describe('iOS screens', () => {
  it('fills the screen of a phone by bgStyle', () => {
    const screenOf = (style: string): string | undefined =>
      drawShape('mxgraph.ios.iPhone', style, 160, 320).parts.find((part) => part.outline === 'rect 10 48 140 224')
        ?.fill;
    expect(screenOf('bgStyle=bgWhite')).toBe('#ffffff');
    expect(screenOf('bgStyle=bgFlat;fillColor=#123456')).toBe('#123456');
  });

  it('draws stripes every five pixels', () => {
    const { parts } = drawShape('mxgraph.ios.iBgStriped', 'strokeColor2=#00ff00', 12, 10);
    expect(parts[1]).toMatchObject({ outline: 'M 5 0 L 5 10 M 10 0 L 10 10', stroke: '#00ff00' });
  });
});

describe('iOS controls', () => {
  it('fills buttons from fillColor to fillColor2', () => {
    const { parts } = drawShape('mxgraph.ios.iButton', 'fillColor=#dddddd;fillColor2=#3d5565', 40, 20);
    expect(parts).toMatchObject([{ outline: 'rect 0 0 40 20', fill: '#dddddd-#3d5565', stroke: undefined }]);
  });

  it('points the tip of a location bar down or up', () => {
    const tip = (style: string): string =>
      drawShape('mxgraph.ios.iLocBar', `barPos=50;${style}`, 100, 30).parts[0]?.outline ?? '';
    expect(tip('')).toContain('L 57.5 22.5 L 50 30 L 42.5 22.5');
    expect(tip('pointerPos=top')).toContain('L 42.5 7.5 L 50 0 L 57.5 7.5');
  });

  it('widens a switch to twice its height', () => {
    expect(drawShape('mxgraph.ios.iOnOffButton', 'buttonState=on', 10, 20).parts[0]?.outline).toBe('rect 0 0 40 20');
  });
});

describe('iOS keyboards', () => {
  it('draws 26 letter keys, a space bar and four dark keys', () => {
    const { parts } = drawShape('mxgraph.ios.iKeybLett', '', 174, 100);
    expect(parts.filter((part) => part.fill === '#eef3f9-#dbe2e9')).toHaveLength(27);
    expect(parts.filter((part) => part.fill === '#8b98a8-#677488')).toHaveLength(4);
  });
});
