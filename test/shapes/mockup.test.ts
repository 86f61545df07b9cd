import { describe, expect, it } from 'vitest';
import { drawShape } from './libraryDrawing.js';

const outlines = (name: string, style: string, width?: number, height?: number): readonly string[] =>
  drawShape(name, style, width, height).parts.map((part) => part.outline);

describe('mock-up buttons', () => {
  it('rounds only the side that the name says', () => {
    expect(outlines('mxgraph.mockup.topButton', 'rSize=20', 100, 50)).toEqual([
      'M 0 20 C 20 0 L 80 0 C 100 20 L 100 50 L 0 50 Z',
    ]);
  });

  it('puts the lit part of a switch on the side of its state', () => {
    expect(outlines('mxgraph.mockup.buttons.onOffButton', 'buttonState=on', 100, 40)[1]).toBe('rect 0 0 75 40');
    expect(outlines('mxgraph.mockup.buttons.onOffButton', 'buttonState=off', 100, 40)[1]).toBe('rect 25 0 75 40');
  });

  it('draws nothing for an anchor', () => {
    expect(outlines('mxgraph.mockup.anchor', 'fillColor=#ff0000')).toEqual([]);
  });
});

describe('mock-up containers', () => {
  it('sets a rectangle in by its margins and leaves it out where they take all room', () => {
    const style = 'rectMargin=5;rectMarginTop=10;';
    expect(outlines('mxgraph.mockup.containers.marginRect2', style)).toEqual(['rect 5 15 90 80']);
    expect(outlines('mxgraph.mockup.containers.marginRect2', 'rectMargin=50')).toEqual([]);
  });

  it('keeps a window at least 90 px wide', () => {
    expect(outlines('mxgraph.mockup.containers.window', '', 10, 60)[0]).toBe('rect 0 0 90 60');
  });
});

describe('mock-up forms', () => {
  it('places the handle of a slider by sliderPos, held within 0 and 100', () => {
    const style = 'handleStyle=circle;sliderPos=';
    expect(outlines('mxgraph.mockup.forms.horSlider', `${style}50`, 110, 20).at(-1)).toBe('ellipse 45 0 20 20');
    expect(outlines('mxgraph.mockup.forms.horSlider', `${style}400`, 110, 20).at(-1)).toBe('ellipse 95 0 20 20');
  });

  it('checks the options that start with a plus', () => {
    const marks = outlines('mxgraph.mockup.forms.checkboxGroup', 'mainText=one,+two', 100, 60);
    expect(marks.filter((outline) => outline.startsWith('M'))).toHaveLength(1);
  });
});

describe('mock-up charts', () => {
  it('cuts a pie by the parts that the style lists', () => {
    const { parts } = drawShape('mxgraph.mockup.graphics.pieChart', 'parts=1,3;partColors=#111111,#222222');
    expect(parts.map((part) => part.fill)).toEqual(['#ffffff', '#111111', '#222222']);
    expect(parts[1]?.outline).toBe('M 50 50 L 0 50 C 50 0 Z');
  });

  it('repeats an icon in a grid', () => {
    expect(outlines('mxgraph.mockup.graphics.iconGrid', 'gridSize=2,1', 100, 40)).toEqual([
      'rect 0 0 40 40',
      'rect 60 0 40 40',
      'M 0 0 L 40 40 M 40 0 L 0 40',
      'M 60 0 L 100 40 M 100 0 L 60 40',
    ]);
  });
});

describe('mock-up rating', () => {
  it('fills as many stars as the grade says', () => {
    const style = 'grade=2;ratingScale=3;fillColor=#ffff00;emptyFillColor=#ffffff;';
    const { parts } = drawShape('mxgraph.mockup.misc.rating', style, 100, 20);
    expect(parts.map((part) => part.fill)).toEqual(['#ffff00', '#ffff00', '#ffffff']);
  });
});
