/** Swimlanes: title and body, colours and lines of each, where the title's label stands. */
import { describe, expect, it } from 'vitest';
import { rect } from '../../../src/geometry/plane.js';
import { swimlaneLabelBox } from '../../../src/shapes/general/swimlane.js';
import { resolveStyle } from '../../../src/style/resolve.js';
import { drawShape } from '../libraries/libraryDrawing.js';

const HEAD = 'M 0 30 L 0 0 L 100 0 L 100 30';
const BODY = 'M 0 30 L 0 80 L 100 80 L 100 30';
const DIVIDER = 'M 0 30 L 100 30';

const draw = (style: string) => drawShape('swimlane', `startSize=30;${style}`, 100, 80).parts;
const outlines = (style: string) => draw(style).map(({ outline }) => outline);

describe('swimlanes', () => {
  it('have a filled title, an open body and a line between them', () => {
    const [head, body, divider] = draw('fillColor=#dae8fc');
    expect(head).toMatchObject({ outline: HEAD, fill: '#dae8fc' });
    expect(body).toMatchObject({ outline: BODY, fill: undefined });
    expect(divider?.outline).toBe(DIVIDER);
  });

  it('run to the right with horizontal=0', () => {
    expect(outlines('horizontal=0')).toEqual([
      'M 30 0 L 0 0 L 0 80 L 30 80',
      'M 30 0 L 100 0 L 100 80 L 30 80',
      'M 30 0 L 30 80',
    ]);
  });

  it('fill the body with swimlaneFillColor', () => {
    expect(draw('swimlaneFillColor=#fff2cc')[1]?.fill).toBe('#fff2cc');
  });

  it('leave out the outline of head or body, and the line', () => {
    expect(draw('swimlaneHead=0')[0]?.stroke).toBeUndefined();
    expect(outlines('swimlaneBody=0')).toEqual([HEAD, DIVIDER]);
    expect(outlines('swimlaneLine=0')).toEqual([HEAD, BODY]);
  });

  it('round the outer corners only, at most as far as the title reaches', () => {
    expect(outlines('rounded=1;arcSize=100')[0]).toBe('M 100 30 L 100 30 Q 70 0 L 30 0 Q 0 30 L 0 30');
    expect(outlines('rounded=1')[2]).toBe(DIVIDER);
  });

  it('are all title where the title is higher than they are', () => {
    expect(outlines('startSize=500')).toEqual(['M 0 80 L 0 0 L 100 0 L 100 80', 'M 0 80 L 100 80']);
  });

  it('draw a dashed separator along the far side', () => {
    expect(draw('separatorColor=#ff0000').at(-1)).toMatchObject({
      outline: 'M 100 30 L 100 80',
      stroke: '#ff0000',
      dashed: true,
    });
  });
});

describe('a swimlane’s label', () => {
  const at = (style: string, box = rect(0, 0, 100, 80)) =>
    swimlaneLabelBox(box, resolveStyle(`swimlane;startSize=30;${style}`, false));

  it('stands in the title', () => {
    expect(at('')).toEqual(rect(0, 0, 100, 30));
  });

  it('stands at the top of the turned box of vertical text', () => {
    expect(at('horizontal=0', rect(10, -10, 80, 100))).toEqual(rect(10, -10, 80, 30));
  });

  it('follows the title when direction or a flip moves it', () => {
    expect(at('flipV=1')).toEqual(rect(0, 50, 100, 30));
    expect(at('direction=west')).toEqual(rect(0, 50, 100, 30));
    expect(at('direction=north')).toEqual(rect(0, 0, 30, 80));
    expect(at('direction=south')).toEqual(rect(70, 0, 30, 80));
  });
});
