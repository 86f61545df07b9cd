import { describe, expect, it } from 'vitest';
import { lightSide } from '../../src/style/color.js';
import { linesOf, runOf, setLabel } from '../labels/labelFixture.js';

/** The height of a line of Helvetica 12 at draw.io's line height, in whole layout units. */
const LINE = 14.390625;

describe('blocks', () => {
  it('stand under each other', () => {
    expect(linesOf(setLabel('a<div>b</div>c').block)).toEqual(['a', 'b', 'c']);
  });

  it('collapse the margins between them, and keep those at the label’s edges', () => {
    expect(setLabel('<p>a</p><p>b</p>').block.height).toBeCloseTo(2 * LINE + 3 * 12, 6);
  });

  it('have padding and borders, painted behind the text', () => {
    const { block } = setLabel('<div style="padding:5px;border:2px solid red;background:#eee">x</div>');
    expect(block.height).toBeCloseTo(LINE + 14, 6);
    expect(block.boxes.map(({ fill }) => fill)).toEqual(['#eeeeee', '#ff0000', '#ff0000', '#ff0000', '#ff0000']);
  });

  it('are as wide as their width says', () => {
    const { block } = setLabel('<div style="width:30px">one two</div>');
    expect(linesOf(block)).toEqual(['one', 'two']);
  });

  it('show a hyphen where a line ends at a soft hyphen, and nowhere else', () => {
    const { block } = setLabel('Donau\u00addampf\u00adschiff', {}, 80);
    const [first, second] = linesOf(block).map((line) => line.replaceAll('\u00ad', ''));
    expect(first).toMatch(/^Donaudampf[\u2010-]$/);
    expect(second).toBe('schiff');
  });

  it('have dashes on a single side that end at its corners', () => {
    const { block } = setLabel('<div style="width:50px;border-top:2px dashed red">x</div>');
    const dashes = block.boxes.filter(({ fill }) => fill === '#ff0000').map(({ box }) => box);
    expect(dashes.length).toBeGreaterThan(2);
    const [first, last] = [dashes[0], dashes[dashes.length - 1]];
    expect((last?.x ?? 0) + (last?.width ?? 0) - (first?.x ?? 0)).toBeCloseTo(50, 6);
  });

  it('are shaded as a light grey where a sunk border has no colour', () => {
    const { block } = setLabel('<div style="border:4px inset">x</div>');
    expect(block.boxes.map(({ fill }) => lightSide(fill ?? ''))).toEqual(['#9a9a9a', '#eeeeee', '#eeeeee', '#9a9a9a']);
  });

  it('have two lines a side where they are grooves, ridges or double', () => {
    const fills = (border: string): (string | undefined)[] =>
      setLabel(`<div style="border-top:${border}">x</div>`).block.boxes.map(({ fill }) => fill && lightSide(fill));
    expect(fills('4px groove')).toEqual(['#9a9a9a', '#eeeeee']);
    expect(fills('4px ridge')).toEqual(['#eeeeee', '#9a9a9a']);
    expect(fills('6px double red')).toEqual(['#ff0000', '#ff0000']);
    expect(fills('2px double red')).toEqual(['#ff0000']);
  });

  it('that are taken out of the flow stand in the positioned box around them', () => {
    const html =
      '<div style="position:relative;width:100px;height:50px">a' +
      '<div style="position:absolute;right:0;bottom:0;width:20px;height:10px;background:red"></div></div>';
    const { block, layers } = setLabel(html, { align: 'left' });
    expect(block.boxes.find(({ fill }) => fill === '#ff0000')?.box).toMatchObject({
      x: 80,
      y: 40,
      width: 20,
      height: 10,
    });
    expect(layers).toHaveLength(2);
  });

  it('that are taken out of the flow and stand against the page are reported', () => {
    const { diagnostics } = setLabel('a<div style="position:absolute;top:0">b</div>');
    expect(diagnostics).toMatchObject([{ code: 'unsupported-css', message: expect.stringContaining('position') }]);
  });

  it('with overflow hidden show nothing outside', () => {
    const { layers } = setLabel('<div style="overflow:hidden;width:50px;height:10px">one two three four</div>', {
      align: 'left',
    });
    expect(layers?.map(({ clip }) => clip)).toEqual([{ x: 0, y: 0, width: 50, height: 10 }]);
    expect(setLabel('<div style="overflow:hidden">one</div>').layers).toBeUndefined();
  });

  it('move with what is in them by relative positioning, in a line too', () => {
    const moved = setLabel('a <span style="position:relative;top:5px;left:3px">b</span> c');
    const still = setLabel('a <span>b</span> c');
    const before = runOf(still, 'b');
    expect(runOf(moved, 'b')).toMatchObject({ x: before.x + 3, baseline: before.baseline + 5 });
    expect(runOf(moved, 'c').x).toBeCloseTo(runOf(still, 'c').x, 6);
  });

  it('draw a rule', () => {
    expect(setLabel('a<hr>b').block.boxes.length).toBeGreaterThan(0);
  });

  it('number the items of lists and indent them', () => {
    const label = setLabel('<ol start="3"><li>x</li><li>y</li></ol>', { align: 'left' });
    expect(label.block.runs.map(({ text }) => text)).toEqual(expect.arrayContaining(['3. ', '4. ']));
    expect(runOf(label, 'x').x).toBeCloseTo(40, 6);
  });

  it('number items in Greek letters', () => {
    const label = setLabel('<ol style="list-style-type:lower-greek"><li>x</li></ol>');
    expect(label.block.runs.map(({ text }) => text)).toContain('α. ');
  });

  it('are wide enough for their text and the floats beside it', () => {
    const { block } = setLabel('<div style="float:right;width:60px">r</div>text on the left', { align: 'left' });
    expect(linesOf(block)).toHaveLength(1);
  });

  it('leave room beside floats', () => {
    const label = setLabel('<div style="float:left;width:50px">f</div>text', { align: 'left' });
    expect(runOf(label, 'text').x).toBeCloseTo(50, 6);
    expect(runOf(label, 'text').baseline).toBeCloseTo(runOf(label, 'f').baseline, 6);
  });

  it('share a line as inline blocks, on one baseline', () => {
    const label = setLabel('a <span style="display:inline-block;font-size:30px">B</span>');
    expect(runOf(label, 'B').baseline).toBeCloseTo(runOf(label, 'a').baseline, 6);
  });

  it('show images of their own or of a given size', () => {
    const png =
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mP8z8BQz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC';
    expect(setLabel(`<img src="${png}">`).block.images[0]?.box).toMatchObject({ width: 10, height: 10 });
    expect(setLabel(`<img src="${png}" width="40">`).block.images[0]?.box).toMatchObject({ width: 40, height: 40 });
  });
});

describe('tables', () => {
  it('give columns the width of their content', () => {
    const label = setLabel('<table><tr><td>a</td><td>b</td></tr><tr><td>wide cell</td><td>z</td></tr></table>', {
      align: 'left',
    });
    expect(runOf(label, 'b').x).toBeCloseTo(runOf(label, 'z').x, 6);
    expect(runOf(label, 'b').x).toBeGreaterThan(runOf(label, 'wide cell').x + 40);
  });

  it('let cells span columns and rows', () => {
    const label = setLabel(
      '<table><tr><td rowspan="2" valign="top">r</td><td>1</td></tr><tr><td>2</td></tr><tr><td colspan="2">both</td></tr></table>',
    );
    expect(linesOf(label.block)).toEqual(['r1', '2', 'both']);
  });

  it('share one border where borders collapse', () => {
    const apart = setLabel('<table border="1"><tr><td>a</td><td>b</td></tr></table>');
    const collapsed = setLabel(
      '<table border="1" style="border-collapse:collapse"><tr><td>a</td><td>b</td></tr></table>',
    );
    expect(collapsed.block.width).toBeLessThan(apart.block.width);
  });
});

describe('work', () => {
  it.each([
    ['a long text', 'lorem ipsum ', 2_000],
    ['many lines', 'a<br>', 2_000],
    ['deep elements', '<div>', 1_000],
    ['deep inline blocks', '<span style="display:inline-block">', 75],
    ['deep tables', '<table><tr><td>', 30],
    ['deep flex containers', '<div style="display:flex"><div>a<br>b</div>', 30],
  ])('grows with the size of %s', (_, html, times) => {
    const [once, twice] = [times, 2 * times].map((count) => setLabel(html.repeat(count)).work) as [number, number];
    expect(once).toBeGreaterThan(times);
    expect(twice).toBeLessThan(2.2 * once);
  });
});
