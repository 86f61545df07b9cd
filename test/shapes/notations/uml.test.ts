/** UML shapes drawn by code. */
import { describe, expect, it } from 'vitest';
import { rect } from '../../../src/geometry/plane.js';
import { render } from '../../../src/index.js';
import { SHAPES } from '../../../src/shapes/registry.js';
import { resolveStyle } from '../../../src/style/resolve.js';
import { drawShape } from '../libraries/libraryDrawing.js';

const outlines = (name: string, style = '', width?: number, height?: number): string[] =>
  drawShape(name, style, width, height).parts.map(({ outline }) => outline);

const labelBox = (name: string, style = '') =>
  SHAPES.get(name)?.labelBox?.(rect(0, 0, 80, 160), resolveStyle(style, false));

describe('UML actors', () => {
  it('draws an actor as a head and strokes', () => {
    expect(outlines('umlActor', '', 60, 120)).toEqual([
      'ellipse 15 0 30 30',
      'M 30 30 L 30 80 M 30 40 L 0 40 M 30 40 L 60 40 M 30 80 L 0 120 M 30 80 L 60 120',
    ]);
  });

  it('keeps the label of a boundary right of its bar', () => {
    expect(labelBox('umlBoundary')).toEqual(rect(13, 0, 67, 160));
  });

  it('puts the arrow of a control above its circle', () => {
    expect(outlines('umlControl', '', 80, 80)).toEqual(['M 30 11 L 50 0', 'ellipse 0 10 80 70', 'M 30 11 L 50 20']);
  });
});

describe('UML states', () => {
  it('draws the ring of an end state but not of a start state', () => {
    expect(outlines('endState', '', 30, 30)).toEqual(['ellipse 4 4 22 22', 'ellipse 0 0 30 30']);
    expect(outlines('startState', '', 30, 30)).toEqual(['ellipse 4 4 22 22']);
  });

  it('lets a connection point stand out to the left', () => {
    const [state, circle, cross] = outlines('umlState', 'umlStateConnection=connPointRefExit', 100, 60);
    expect(state).toMatch(/^M 10 0 /);
    expect(circle).toBe('ellipse 0 20 20 20');
    expect(cross).toBe('M 5 25 L 15 35 M 15 25 L 5 35');
  });
});

describe('UML lifelines', () => {
  it('hangs a dashed line under the head', () => {
    const [head, line] = drawShape('umlLifeline', '', 80, 160).parts;
    expect(head?.outline).toBe('rect 0 0 80 40');
    expect(line).toMatchObject({ outline: 'M 40 40 L 40 160', dashed: true });
  });

  it('draws another shape as its head', () => {
    expect(outlines('umlLifeline', 'participant=umlActor;size=60', 80, 160)[0]).toBe('ellipse 20 0 40 15');
  });

  it('never takes itself for a head', () => {
    expect(outlines('umlLifeline', 'participant=umlLifeline', 80, 160)).toEqual(['M 40 40 L 40 160']);
  });

  it('sets the label into the head', () => {
    expect(labelBox('umlLifeline', 'size=30')).toEqual(rect(0, 0, 80, 30));
  });

  it('repeats its head in a foot', () => {
    expect(outlines('umlLifeline', 'lifelineMirror=1', 80, 160)).toEqual([
      'rect 0 0 80 40',
      'rect 0 120 80 40',
      'M 40 40 L 40 120',
    ]);
    expect(outlines('umlLifeline', 'lifelineMirror=1;size=100', 80, 160)).toEqual([
      'rect 0 0 80 80',
      'rect 0 80 80 80',
    ]);
    expect(labelBox('umlLifeline', 'lifelineMirror=1;size=100')).toEqual(rect(0, 0, 80, 80));
  });

  it('writes its label once more in the foot', () => {
    const cell = (style: string): string =>
      `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="User" style="shape=umlLifeline;${style}" vertex="1" parent="1"><mxGeometry width="80" height="160" as="geometry"/></mxCell></root></mxGraphModel>`;
    const count = (style: string): number => render(cell(style)).split('User').length - 1;
    const once = count('html=1');
    expect(count('html=1;lifelineMirror=1')).toBe(2 * once);
    expect(count('html=1;lifelineMirror=1;noLabel=1')).toBe(0);
  });
});

describe('UML frames', () => {
  it('fills the frame behind the tag with the lane colour', () => {
    const { parts } = drawShape('umlFrame', 'swimlaneFillColor=#eeeeee', 200, 100);
    expect(parts.map(({ outline, fill }) => [outline, fill])).toEqual([
      ['M 0 0 L 200 0 L 200 100 L 0 100 Z', '#eeeeee'],
      ['M 0 0 L 60 0 L 60 15 L 50 30 L 0 30 Z', '#ffffff'],
      ['M 60 0 L 200 0 L 200 100 L 0 100 L 0 30', undefined],
    ]);
  });
});

describe('component diagrams', () => {
  it('draws the two plugs of a component', () => {
    expect(outlines('component', '', 100, 60)[1]).toBe(
      'M 16 12 L 32 12 L 32 24 L 16 24 M 16 36 L 32 36 L 32 48 L 16 48',
    );
  });

  it('draws a rhombus in an associative entity', () => {
    expect(outlines('associativeEntity', '', 100, 60)).toEqual(['rect 0 0 100 60', 'M 50 0 L 100 30 L 50 60 L 0 30 Z']);
  });
});
