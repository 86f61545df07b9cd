/** The other built-in shapes: what they draw, and how their styles bend it. */
import { describe, expect, it } from 'vitest';
import { rect } from '../../src/geometry/plane.js';
import { SHAPES } from '../../src/shapes/registry.js';
import { resolveStyle } from '../../src/style/resolve.js';
import { drawShape } from './libraries/libraryDrawing.js';

const draw = (name: string, style = '', width = 100, height = 60) => drawShape(name, style, width, height).parts;
const outlines = (name: string, style = '', width = 100, height = 60) =>
  draw(name, style, width, height).map(({ outline }) => outline);

describe('basic shapes', () => {
  it.each([
    ['rectangle', ['rect 0 0 100 60']],
    ['ellipse', ['ellipse 0 0 100 60']],
    ['rhombus', ['M 50 0 L 100 30 L 50 60 L 0 30 Z']],
    ['triangle', ['M 0 0 L 100 30 L 0 60 Z']],
    ['hexagon', ['M 25 0 L 75 0 L 100 30 L 75 60 L 25 60 L 0 30 Z']],
    ['doubleEllipse', ['ellipse 0 0 100 60', 'ellipse 4 4 92 52']],
    ['line', ['M 0 30 L 100 30']],
  ])('draw %s', (name, expected) => {
    expect(outlines(name)).toEqual(expected);
  });

  it('double a rhombus', () => {
    expect(outlines('rhombus', 'double=1')[1]).toBe('M 50 4 L 96 30 L 50 56 L 4 30 Z');
  });

  it('leave out the inner ellipse where there is no room', () => {
    expect(outlines('doubleEllipse', 'margin=40')).toHaveLength(1);
  });

  it('draw a cylinder’s lid over its body, but before it where nothing is filled', () => {
    const lid = 'M 0 12 C 100 12';
    expect(outlines('cylinder')[1]).toBe(lid);
    expect(outlines('cylinder', 'fillColor=none')[0]).toBe(lid);
  });

  it('draw a cylinder of no lid as a rectangle', () => {
    expect(outlines('cylinder3', 'size=0')).toEqual(['rect 0 0 100 60']);
  });

  it('hollow a cylinder out with lid=0', () => {
    expect(outlines('cylinder3', 'lid=0')).toHaveLength(1);
  });
});

describe('flowchart symbols', () => {
  it('put the bars of a process at whole pixels, clear of rounded corners', () => {
    expect(outlines('process', 'size=0.126')[1]).toBe('M 13 0 L 13 60 M 87 0 L 87 60');
    expect(outlines('process', 'size=0.01;rounded=1;arcSize=20')[1]).toBe('M 12 0 L 12 60 M 88 0 L 88 60');
    expect(outlines('process', 'fixedSize=1;size=30')[1]).toBe('M 30 0 L 30 60 M 70 0 L 70 60');
  });

  it.each([
    ['parallelogram', 'fixedSize=1', 'M 0 60 L 20 0 L 100 0 L 80 60 Z'],
    ['trapezoid', 'size=0.9', 'M 0 60 L 50 0 L 50 0 L 100 60 Z'],
    ['step', '', 'M 0 0 L 80 0 L 100 30 L 80 60 L 0 60 L 20 30 Z'],
    ['card', 'size=10', 'M 10 0 L 100 0 L 100 60 L 0 60 L 0 10 Z'],
    ['manualInput', '', 'M 0 60 L 0 30 L 100 0 L 100 60 Z'],
    ['offPageConnector', 'size=0.5', 'M 0 0 L 100 0 L 100 30 L 50 60 L 0 30 Z'],
  ])('draw %s with %s', (name, style, expected) => {
    expect(outlines(name, style)).toEqual([expected]);
  });

  it('cross ellipses', () => {
    expect(outlines('lineEllipse')[1]).toBe('M 0 30 L 100 30');
    expect(outlines('lineEllipse', 'line=vertical')[1]).toBe('M 50 0 L 50 60');
    expect(outlines('orEllipse')).toHaveLength(3);
    expect(outlines('sumEllipse', '', 100, 100)[1]).toBe('M 14.5 14.5 L 85.5 85.5');
  });
});

describe('solids', () => {
  it('shade the faces of a cube dark or light', () => {
    const [, top, side] = draw('cube', 'darkOpacity=0.1;darkOpacity2=-0.2');
    expect(top).toMatchObject({ outline: 'M 0 0 L 80 0 L 100 20 L 20 20 Z', fill: '#000000' });
    expect(side).toMatchObject({ outline: 'M 0 0 L 20 20 L 20 60 L 0 40 Z', fill: '#FFFFFF' });
  });

  it('fold a note no deeper than it is high', () => {
    expect(outlines('note', 'size=500')[1]).toBe('M 40 0 L 40 60 L 100 60');
  });

  it('draw a folder’s tab on either side', () => {
    expect(outlines('folder', 'tabWidth=40')[0]).toMatch(/^M 60 20 L 60 0 L 100 0 L 100 20 M 0 20 /);
    expect(outlines('folder', 'tabWidth=40;tabPosition=left')[0]).toMatch(/^M 0 20 L 0 0 L 40 0 L 40 20 M 0 20 /);
  });

  it('make a data store’s rims thicker with its stroke', () => {
    expect(outlines('datastore', 'strokeWidth=3', 100, 80)[1]).toMatch(/^M 0 12 C 100 12 M 0 18 .* M 0 24 /);
  });
});

describe('general shapes', () => {
  it('draw a waypoint as a dot in the stroke’s colour', () => {
    expect(draw('waypoint', 'strokeColor=#ff0000', 20, 20)).toEqual([
      { outline: 'ellipse 7 7 6 6', fill: '#ff0000', stroke: undefined, width: undefined, dashed: false },
    ]);
  });

  it('grow a dimension’s arrows with its stroke', () => {
    expect(outlines('dimension', 'strokeWidth=2')[0]).toMatch(
      /^M 0 0 L 0 60 M 1 54 L 13 48 M 1 54 L 13 60 M 1 54 L 99 54 /,
    );
  });

  it('never fill a brace', () => {
    expect(draw('curlyBracket', 'fillColor=#ff0000')[0]?.fill).toBeUndefined();
  });

  it('draw nothing for the invisible and for the shapes of edges', () => {
    expect(draw('transparent')).toEqual([]);
    expect(draw('flexArrow')).toEqual([]);
  });
});

describe('ext', () => {
  const symbol = 'symbol0=ellipse;symbol0Width=20;symbol0Height=10;symbol0Spacing=5;';

  it('doubles its outline', () => {
    expect(outlines('ext', 'double=1;margin=1')).toEqual(['rect 0 0 100 60', 'rect 3 3 94 54']);
  });

  it('draws symbols where the style puts them', () => {
    expect(outlines('ext', symbol)[1]).toBe('ellipse 5 5 20 10');
    expect(outlines('ext', `${symbol}symbol0Align=right;symbol0VerticalAlign=bottom`)[1]).toBe('ellipse 75 45 20 10');
    expect(outlines('ext', `${symbol}symbol0Align=center;symbol0VerticalAlign=middle`)[1]).toBe('ellipse 40 25 20 10');
  });

  it('stops at the first symbol that names no shape, and at itself', () => {
    expect(outlines('ext', 'symbol0=nosuchshape;symbol1=ellipse;symbol1Width=5;symbol1Height=5')).toHaveLength(1);
    expect(outlines('ext', 'symbol0=ext;symbol0Width=5;symbol0Height=5')).toHaveLength(1);
  });
});

describe('connection points', () => {
  const points = (name: string, style = '') =>
    SHAPES.get(name)?.connectionPoints?.(rect(0, 0, 100, 60), resolveStyle(style, false)) ?? [];

  it('of a rectangle are its corners and quarters, on the perimeter', () => {
    expect(points('rectangle')).toHaveLength(16);
    expect(points('rectangle').every(({ perimeter }) => perimeter)).toBe(true);
  });

  it('of a note follow its fold', () => {
    expect(points('note', 'size=20')).toContainEqual({ x: 0, y: 0, dx: 90, dy: 10, perimeter: false });
  });

  it('do not exist for shapes of which draw.io knows none', () => {
    expect(points('cylinder2')).toEqual([]);
  });
});
