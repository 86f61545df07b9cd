/** Layout beyond plain blocks: floats, flex lines, fieldsets, tables' backgrounds, small capitals and vertical text. */
import { describe, expect, it } from 'vitest';
import { layersOf } from '../../src/labels/paintLayers.js';
import { fixedColor } from '../../src/style/color.js';
import { linesOf, setLabel } from '../labels/labelFixture.js';

const LEFT = { align: 'left', verticalAlign: 'top' };
const boxes = (html: string) => setLabel(html, LEFT).block.boxes;

describe('floats', () => {
  it('push lines down that find no room for their first word', () => {
    const html = '<div style="float:left;width:170px;height:30px;background:red"></div>responsibility';
    const { block } = setLabel(html, LEFT);
    expect(block.runs[0]).toMatchObject({ text: 'responsibility', x: 0 });
    expect(block.runs[0]?.baseline).toBeGreaterThan(30);
  });

  it('keep tables clear of themselves', () => {
    const html =
      '<div style="float:left;width:150px;height:30px"></div>' +
      '<table cellspacing="0"><tr><td style="width:100px;background:red">a</td></tr></table>';
    expect(boxes(html).find(({ fill }) => fill === '#ff0000')?.box.y).toBe(30);
  });
});

describe('flex items', () => {
  it('that reach their narrowest leave the rest to the others', () => {
    const item = (width: number, text: string) => `<div style="width:${width}px;background:red">${text}</div>`;
    const html = `<div style="display:flex;width:100px">${item(80, 'responsibility')}${item(80, '')}</div>`;
    const [first, second] = boxes(html);
    expect(first?.box.width).toBeGreaterThan(50);
    expect((first?.box.width ?? 0) + (second?.box.width ?? 0)).toBeCloseTo(100, 1);
  });
});

describe('an image in a flex container', () => {
  const image =
    '<img width="20" height="20" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">';
  const baseline = (align: string, text: string): number | undefined =>
    setLabel(`<div style="display:flex;align-items:${align}">${image}<span>x</span></div>z`, LEFT).block.runs.find(
      (run) => run.text === text,
    )?.baseline;

  it('is as high as itself, not as a line', () => {
    expect(baseline('center', 'x')).toBeCloseTo(13.8, 1);
    expect(baseline('flex-end', 'x')).toBeCloseTo(16.61, 1);
    expect(baseline('flex-end', 'z')).toBe(31);
  });

  it('stands on the line of the text where that is asked for', () => {
    expect(baseline('baseline', 'x')).toBe(20);
  });

  it('may be an <svg> that gives its size in any unit', () => {
    const { block } = setLabel('<svg width="2em" height="1em"></svg>', LEFT);
    expect(block.images[0]?.box).toMatchObject({ width: 24, height: 12 });
  });
});

describe('tables', () => {
  it('paint rows behind their cells only', () => {
    const html =
      '<table cellspacing="4" cellpadding="0"><tr bgcolor="red"><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>';
    const painted = boxes(html).filter(({ fill }) => fill === fixedColor('#ff0000'));
    expect(painted).toHaveLength(2);
    expect(painted[1]?.box.x).toBeGreaterThan((painted[0]?.box.x ?? 0) + (painted[0]?.box.width ?? 0));
  });
});

describe('a fieldset', () => {
  it('is open behind its legend, which stands in the upper border', () => {
    const { layers, block } = setLabel(
      '<fieldset style="border:1px solid red"><legend>Legend</legend>text</fieldset>',
      LEFT,
    );
    expect(linesOf(block)).toEqual(['Legend', 'text']);
    expect(layers?.filter(({ clip }) => clip).length).toBe(3);
  });
});

describe('small capitals', () => {
  it('are capitals of a smaller size', () => {
    const { runs } = setLabel('<span style="font-variant:small-caps">Ab</span>', LEFT).block;
    expect(runs.map(({ text, fontSize }) => [text, fontSize])).toEqual([
      ['A', 12],
      ['B', 12 * 0.7],
    ]);
    expect(new Set(runs.map(({ baseline }) => baseline)).size).toBe(1);
  });
});

describe('vertical text', () => {
  it('turns back the characters of East Asia, each about its middle', () => {
    const { layers } = setLabel('a縦b', { ...LEFT, textDirection: 'vertical-rl' });
    const turned = layers?.filter(({ transform }) => transform) ?? [];
    expect(turned.map(({ block }) => block.runs.map(({ text }) => text))).toEqual([['縦']]);
    expect(setLabel('ab', { ...LEFT, textDirection: 'vertical-rl' }).layers).toBeUndefined();
  });
});

describe('layers', () => {
  it('join what is neither clipped nor moved', () => {
    expect(
      layersOf({ width: 1, height: 1, firstBaseline: undefined, lastBaseline: undefined, parts: [] }),
    ).toHaveLength(1);
    expect(setLabel('<b>a</b><div>b</div>').layers).toBeUndefined();
  });

  it('keep the opacity of a box around all of it', () => {
    const { layers } = setLabel('a<div style="opacity:0.5;background:red">b</div>', LEFT);
    expect(layers?.map(({ opacity }) => opacity)).toEqual([1, 0.5]);
  });
});
