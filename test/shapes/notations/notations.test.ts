/** Shapes of diagram notations: SysML, entity relations, C4, data flow, integration patterns and lean mapping. */
import { describe, expect, it } from 'vitest';
import { NOTATION_SHAPES } from '../../../src/shapes/notations/notations.js';
import { drawShape } from '../libraries/libraryDrawing.js';

const outlines = (name: string, style = '', width?: number, height?: number): string[] =>
  drawShape(`mxgraph.${name}`, style, width, height).parts.map(({ outline }) => outline);

/** Shapes that draw.io draws nothing for. */
const INVISIBLE = new Set(['mxgraph.sysml.none', 'mxgraph.er.anchor', 'mxgraph.eip.anchor', 'mxgraph.sysml.itemFlow']);

describe('notations', () => {
  it('draws something for every shape', () => {
    for (const name of Object.keys(NOTATION_SHAPES)) {
      if (INVISIBLE.has(name)) continue;
      expect(drawShape(name, '', 120, 90).parts.length, name).toBeGreaterThan(0);
    }
  });

  it('draws only finite coordinates, however small the box', () => {
    for (const name of Object.keys(NOTATION_SHAPES)) {
      for (const { outline } of drawShape(name, '', 1, 1).parts) expect(outline, name).not.toMatch(/NaN|Infinity/);
    }
  });
});

describe('SysML', () => {
  it('draws the arrow of a port', () => {
    expect(outlines('sysml.port', 'sysMLPortType=flowN', 20, 20)).toEqual([
      'rect 0 0 20 20',
      'M 5 10 L 10 5 L 15 10 M 10 5 L 10 15',
    ]);
  });

  it('lets an item flow out of the side that the style names', () => {
    expect(outlines('sysml.itemFlow', 'flowDir=e;flowType=out', 100, 60)).toEqual([
      'rect 0 0 90 60',
      'rect 80 20 20 20',
      'M 82 30 L 98 30 M 94 25 L 98 30 L 94 35',
    ]);
  });

  it('cuts the corner of a package tag, and leaves out a tag that is too narrow', () => {
    expect(outlines('sysml.package', 'labelX=70', 200, 100)[1]).toBe('M 0 20 L 60 20 L 70 10 L 70 0');
    expect(outlines('sysml.package', 'labelX=15', 200, 100)).toHaveLength(1);
  });

  it('composes symbols, but never composites of composites', () => {
    const style = 'symbol0=folder;symbol1=triangle;symbol1Width=7;symbol1Height=10;symbol1Align=right';
    expect(outlines('sysml.composite', style).length).toBeGreaterThan(1);
    expect(outlines('sysml.composite', 'symbol0=mxgraph.sysml.composite;symbol1=umlLifeline')).toEqual([]);
  });
});

describe('entity relations', () => {
  it('writes the texts of an extended entity', () => {
    const { parts } = drawShape('mxgraph.er.entityExt', 'buttonStyle=rect;subText=a,b;fontSize=12', 100, 80);
    expect(parts.map(({ outline }) => outline)).toEqual([
      'M 0 0 L 100 0 L 100 80 L 0 80 Z',
      'M 0 0 L 100 0 L 100 15 L 0 15 Z',
      'M 0 15 L 100 15 L 100 80 L 0 80 Z',
      'M 0 0 L 100 0 L 100 80 L 0 80 Z',
    ]);
  });

  it('frames a double attribute', () => {
    expect(outlines('er.attribute', 'buttonStyle=dblFrame', 100, 60)).toEqual([
      'ellipse 0 0 100 60',
      'ellipse 6 6 88 48',
    ]);
  });
});

describe('C4', () => {
  it('draws the head of a person over the body', () => {
    const [head, body, again] = outlines('c4.person', '', 100, 120);
    expect(head).toBe('ellipse 30 0 40 40');
    expect(body).toMatch(/^M 0 52 /);
    expect(again).toBe(head);
  });

  it('leaves the parts out of a browser that is too small for them', () => {
    expect(outlines('c4.webBrowserContainer', '', 50, 30)).toHaveLength(1);
    expect(outlines('c4.webBrowserContainer', '', 200, 100)).toHaveLength(2);
  });
});

describe('data flow', () => {
  it('shades the upper and the left face of an external entity', () => {
    const { parts } = drawShape('mxgraph.dfd.externalEntity', '', 100, 60);
    expect(parts[1]).toMatchObject({
      outline: 'M 0 0 L 90 0 L 100 10 L 10 10 L 10 60 L 0 50 Z',
      fill: '#000000',
      stroke: undefined,
    });
  });
});

describe('integration patterns', () => {
  it('puts as many data into a channel as fit', () => {
    expect(outlines('eip.dataChannel', '', 100, 40).filter((outline) => outline.startsWith('rect'))).toEqual([
      'rect 20 15 10 10',
      'rect 40 15 10 10',
      'rect 60 15 10 10',
    ]);
  });
});

describe('lean mapping', () => {
  it('steps the timeline between the edges', () => {
    const style = 'dy1=0;dx2=20;dy2=1;dx3=40;dy3=1;dx4=60;dy4=0;dx5=80;dy5=0;dy6=1';
    expect(outlines('lean_mapping.timeline2', style, 100, 50)).toEqual([
      'M 0 0 L 20 0 L 20 50 L 40 50 L 60 50 L 60 0 L 80 0 L 100 0 L 100 50',
    ]);
  });

  it('dashes only the line of a kanban', () => {
    const { parts } = drawShape('mxgraph.lean_mapping.production_kanban', '', 100, 70);
    expect(parts.map(({ dashed }) => dashed)).toEqual([true, false, false]);
  });
});
