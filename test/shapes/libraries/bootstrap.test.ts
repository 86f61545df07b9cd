import { describe, expect, it } from 'vitest';
import { drawShape } from './libraryDrawing.js';

describe('the Bootstrap library', () => {
  it('rounds the corners of one side', () => {
    const [tab] = drawShape('mxgraph.bootstrap.topButton', 'rSize=5', 100, 40).parts;
    expect(tab?.outline).toBe('M 0 5 C 5 0 L 95 0 C 100 5 L 100 40 L 0 40 Z');
  });

  it('fills a checked box in its own colours', () => {
    const { parts } = drawShape('mxgraph.bootstrap.checkbox2', 'checked=1;checkedFill=#0085FC;checkedStroke=#ffffff');
    expect(parts[0]).toMatchObject({ fill: '#0085fc', stroke: undefined });
    expect(parts[1]).toMatchObject({ stroke: '#ffffff', width: 2 });
  });

  it('draws as many symbols as the rating has, the rest empty', () => {
    const { parts } = drawShape('mxgraph.bootstrap.rating', 'grade=2;ratingScale=5;fillColor=#ffcc00', 200, 30);
    expect(parts.map((part) => part.fill)).toEqual(['#ffcc00', '#ffcc00', '#ffffff', '#ffffff', '#ffffff']);
  });

  it('moves the knob of a switch to the side of its state', () => {
    const knob = (style: string) => drawShape('mxgraph.bootstrap.switch', style, 50, 20).parts[1]?.outline;
    expect(knob('')).toBe('ellipse 32 2 16 16');
    expect(knob('buttonState=0')).toBe('ellipse 2 2 16 16');
  });
});
