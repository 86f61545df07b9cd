/** How inline boxes and what stands beside them meet: split about blocks, aligned with what they hold, in lists and vertical text. */
import { describe, expect, it } from 'vitest';
import { linesOf, runOf, type SetLabel, setLabel } from '../labels/labelFixture.js';

const TOP = { align: 'left', verticalAlign: 'top', whiteSpace: 'nowrap' };
const set = (html: string, style: Record<string, string> = {}): SetLabel => setLabel(html, { ...TOP, ...style });
const placeOf = (html: string, text: string, style?: Record<string, string>) => {
  const { x, baseline } = runOf(set(html, style), text);
  return [x, Math.round(baseline * 100) / 100];
};

describe('an inline element around blocks', () => {
  it('has its left edge before the first, and its right one after the last', () => {
    const html = '<span style="padding:5px">a<div>b</div>c</span>d';
    expect(placeOf(html, 'a')).toEqual([5, 11]);
    expect(placeOf(html, 'c')).toEqual([0, 39.78]);
    expect(runOf(set(html), 'd').x).toBeCloseTo(11, 0);
  });

  it('has a line for an edge with nothing beside it', () => {
    expect(placeOf('<span style="padding:5px"><div>b</div></span>', 'b')).toEqual([0, 25.39]);
    expect(placeOf('<span><div>b</div></span>', 'b')).toEqual([0, 11]);
    expect(placeOf('<div>a</div><span style="margin-right:1px"></span><div>b</div>', 'b')).toEqual([0, 39.78]);
  });

  it('adds its height to the line that it ends on', () => {
    const end = (html: string): number => runOf(set(html), 'y').baseline - runOf(set(html), 'x').baseline;
    expect(end('<big><div>x</div></big>y') - end('<b><div>x</div></b>y')).toBe(2.890625);
  });
});

it('aligns a box in the middle with all that it holds', () => {
  const html = '<i style="vertical-align:middle">a<font size="5">b</font></i> I';
  expect(runOf(set(html, { fontFamily: 'Times New Roman' }), 'I').baseline).toBe(17.15625);
});

describe('lists', () => {
  it('in lists of any kind have no margins', () => {
    expect(linesOf(set('<ol><li>a<dl><dt>b</dt></dl></li></ol>').block)).toEqual(['1. a', 'b']);
    expect(placeOf('<ol><li>a<dl><dt>b</dt></dl></li></ol>', 'b')[1]).toBe(37.39);
    expect(placeOf('<dl><dd><ul><li>b</li></ul></dd></dl>', 'b')[1]).toBe(23);
  });

  it('move what is smaller down to their markers', () => {
    expect(placeOf('<ul><li><div style="font-size:8px">x</div></li></ul>', 'x')[1]).toBe(23);
    expect(placeOf('<ul style="list-style:none"><li><div style="font-size:8px">x</div></li></ul>', 'x')[1]).toBe(19);
  });

  it('leave an item without a line the height of its marker', () => {
    expect(placeOf('<ol><li></li><li>x</li></ol>', 'x')[1]).toBe(37.39);
  });
});

describe('words that begin large', () => {
  const capitalized = (html: string): string => {
    const { block } = set(`<div style="text-transform:capitalize">${html}</div>`);
    return block.runs.map(({ text }) => text).join('');
  };

  it.each([
    ['well-known e-mail a/b', 'Well-Known E-Mail A/B'],
    ["don't x’s 'x' “x” (x) «x»", "Don't X’s 'X' “X” (X) «X»"],
    ['user@example.com a:b foo_bar x1x 3d', 'User@Example.Com A:B Foo_bar X1x 3d'],
    ['x<u>x</u> <b>x</b>x x-<i>x</i> x1<b>x</b>', 'Xx Xx X-X X1x'],
    ['x<span style="text-transform:none">x</span>x', 'Xxx'],
    ['x<span style="display:inline-block">x</span>x', 'XXx'],
    ['<div>x</div><div>x</div>', 'XX'],
  ])('%s', (html, expected) => {
    expect(capitalized(html)).toBe(expected);
  });
});

describe('lines from right to left', () => {
  it.each(['width', 'hidden', 'fill', 'block'])(
    'reach out at the left where they are too wide (overflow=%s)',
    (overflow) => {
      const { block, transform } = setLabel('lorem ipsum dolor', { ...TOP, textDirection: 'rtl', overflow }, 40);
      const run = block.runs[0];
      expect((run?.x ?? 0) + transform.e).toBeLessThan(-30);
    },
  );
});

describe('vertical text', () => {
  const baselines = (html: string): number[] =>
    set(html, { textDirection: 'vertical-lr' }).block.runs.map(({ baseline }) => Math.round(baseline * 100) / 100);

  it('centres sizes on each other', () => {
    // The middle between ascent and descent, of 14 and of 27 px.
    const [small = 0, large = 0] = baselines('a<font size="5">b</font>');
    expect(small - 11 + 7).toBeCloseTo(large - 22 + 14, 0);
  });

  it('shows images upright, and centred', () => {
    const image =
      '<img width="18" height="18" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">';
    const { block } = set(`a${image}`, { textDirection: 'vertical-lr' });
    const box = block.images[0]?.box;
    const middle = (block.runs[0]?.baseline ?? 0) - 11 + 7;
    expect((box?.y ?? 0) + 9).toBeCloseTo(middle, 5);
  });
});

describe('edges', () => {
  it('that close behind a line break count on the line before', () => {
    const { block } = setLabel('<span style="padding:5px">a<br></span>b', { whiteSpace: 'nowrap' });
    expect(block.runs[0]?.x).toBeCloseTo(block.runs[1]?.x ?? 0, 1);
  });

  it('stand where the text beside them runs to', () => {
    const html = 'a<span style="padding-left:8px">b</span>';
    const gap = ({ block: { runs } }: SetLabel): number =>
      (runs[1]?.x ?? 0) - (runs[0]?.x ?? 0) - (runs[0]?.width ?? 0);
    expect(gap(set(html))).toBeCloseTo(8, 1);
    expect(gap(set(html, { textDirection: 'rtl' }))).toBeCloseTo(8, 1);
  });

  it('of lists are at the right where lines begin there, and so are markers', () => {
    const { block } = set('<ol><li>one</li></ol>', { textDirection: 'rtl', align: 'right' });
    expect(block.runs.map(({ text }) => text)).toEqual(['one', ' .1']);
    expect(block.runs[1]?.x).toBeCloseTo((block.runs[0]?.x ?? 0) + (block.runs[0]?.width ?? 0), 1);
  });
});

it('images of vertical text take their height along the line', () => {
  const image =
    '<img width="25" height="8" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">';
  const { block } = set(`a${image}b`, { textDirection: 'vertical-lr' });
  expect((block.runs[1]?.x ?? 0) - (block.runs[0]?.x ?? 0)).toBeCloseTo(6.69 + 8, 1);
});
