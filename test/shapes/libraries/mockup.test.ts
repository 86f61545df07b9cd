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

describe('mock-up bars of captions', () => {
  // A letter is half as wide as the font size in these tests.
  it('widens a menu bar until its captions fit and fills the chosen one', () => {
    const style = 'mainText=+aa,aaaa;textSize=20;fillColor2=#ff0000;strokeColor=#000000;';
    const { parts } = drawShape('mxgraph.mockup.forms.menuBar', style, 20, 30);
    expect(parts[0]?.outline).toBe('M 0 0 L 80 0 L 80 30 L 0 30 Z');
    expect(parts.find((part) => part.fill === '#ff0000')?.outline).toBe('M 0 0 L 30 0 L 30 30 L 0 30 Z');
  });

  it('stands tabs next to each other and opens the selected one to the page', () => {
    expect(outlines('mxgraph.mockup.containers.horTabBar', 'tabs=one,+two;textSize=20', 50, 20)).toEqual([
      'M 0 35 C 5 30 L 120 30 C 125 35 L 125 35 L 0 35 Z',
      'rect 10 0 50 30',
      'M 0 35 C 5 30 L 65 30 L 65 0 L 115 0 L 115 30 L 120 30 C 125 35 Z',
    ]);
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
