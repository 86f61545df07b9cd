import { describe, expect, it } from 'vitest';
import { HtmlElements } from '../../src/decode/htmlTree.js';
import { transformPoint } from '../../src/geometry/plane.js';
import { placeLabel } from '../../src/layout/label.js';
import { Style } from '../../src/style/style.js';
import { fonts, linesOf, setLabel } from '../labels/labelFixture.js';

/** Where the first run begins on the page. */
function start(label: ReturnType<typeof setLabel>): { x: number; y: number } {
  const run = label.block.runs[0];
  if (!run) throw new Error('no text');
  const { x, y } = transformPoint(label.transform, { x: run.x, y: run.baseline });
  return { x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 };
}

describe('an HTML label', () => {
  it('stands in the middle of its box, counted in whole pixels', () => {
    const label = setLabel('Fine-tune', {}, 80, 30);
    expect(label.bounds).toEqual({ x: 14.5, y: 8, width: 51, height: 14 });
  });

  it('keeps to a corner by its spacing and the space of draw.io’s first version', () => {
    expect(setLabel('x', { align: 'left', verticalAlign: 'top' }).bounds).toMatchObject({ x: 2, y: 7 });
    expect(setLabel('x', { align: 'right', verticalAlign: 'bottom' }).bounds).toMatchObject({ x: 192, y: 83 });
    const spaced = setLabel('x', { align: 'left', verticalAlign: 'top', spacing: '0', spacingLeft: '10' });
    expect(spaced.bounds).toMatchObject({ x: 10, y: 5 });
  });

  it('is not wrapped without whiteSpace=wrap', () => {
    const label = setLabel('a label that is wider than its box', { whiteSpace: '' }, 40);
    expect(linesOf(label.block)).toHaveLength(1);
  });

  it('is clipped to its box with overflow=hidden, which then counts', () => {
    const label = setLabel('many words '.repeat(20), { overflow: 'hidden' }, 60, 30);
    expect(label.clip).toMatchObject({ x: 0, y: 0, height: 26 });
    expect(label.bounds).toEqual({ x: 2, y: 2, width: 56, height: 26 });
  });

  it('takes line feeds for line breaks, unless nl2Br says no', () => {
    expect(linesOf(setLabel('a\nb').block)).toEqual(['a', 'b']);
    expect(linesOf(setLabel('a\nb', { nl2Br: '0' }).block)).toEqual(['a b']);
  });

  it('shows markup as text without html=1', () => {
    expect(linesOf(setLabel('<b>x</b>', { html: '0' }).block)).toEqual(['<b>x</b>']);
  });

  it('paints its background and border', () => {
    const { block } = setLabel('x', { labelBackgroundColor: '#ffff00', labelBorderColor: '#ff0000' });
    expect(block.boxes.map(({ fill }) => fill)).toEqual(['#ffff00', ...Array(4).fill('#ff0000')]);
    expect(block.boxes[1]?.box.height).toBe(1);
  });

  it('runs upwards with horizontal=0', () => {
    const { bounds } = setLabel('turned text', { horizontal: '0' }, 100, 100);
    expect(bounds?.height).toBeGreaterThan(bounds?.width ?? 0);
  });

  it('runs down the page with a vertical text direction', () => {
    const label = setLabel('down the page', { textDirection: 'vertical-rl', whiteSpace: '' });
    expect(label.bounds?.height).toBeGreaterThan(label.bounds?.width ?? 0);
    expect(label.transform.b).toBeCloseTo(1, 6);
  });
});

describe('a plain label', () => {
  const plain = { html: '0', whiteSpace: '' };

  it('has one line of SVG text for each line of its value', () => {
    expect(linesOf(setLabel('a  b\nsecond', plain).block)).toEqual(['a b', 'second']);
  });

  it('stands where draw.io’s export writes it', () => {
    expect(start(setLabel('x', { ...plain, align: 'left', verticalAlign: 'top' }))).toEqual({ x: 2, y: 18 });
  });

  it('counts nothing if it is blank', () => {
    expect(setLabel('  ', plain).bounds).toBeUndefined();
  });
});

describe('an edge’s label', () => {
  it('stands at its point, shifted by its spacing', () => {
    const label = placeLabel({
      cellId: 'edge',
      value: 'x',
      style: new Style(new Map(Object.entries({ html: '1', fontSize: '11', fontFamily: 'Helvetica' }))),
      isEdge: true,
      box: { x: 50, y: 40, width: 0, height: 0 },
      rotationDegrees: 0,
      pivotBox: undefined,
      fonts,
      report: () => {},
      elements: new HtmlElements(),
    });
    expect(label?.bounds).toEqual({ x: 47, y: 33.5, width: 6, height: 13 });
  });
});

it('leaves out labels without text or of no size', () => {
  expect(() => setLabel('')).toThrow('no label');
  expect(() => setLabel('x', { fontSize: '0' })).toThrow('no label');
});
