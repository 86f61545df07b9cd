/** Lines broken beside objects and elements that don't wrap, and what hangs at their ends, as Chromium has them. */
import { describe, expect, it } from 'vitest';
import { linesOf, runOf, setLabel } from '../labels/labelFixture.js';

const OBJECTS = {
  'an inline block': '<span style="display:inline-block;width:20px;height:5px;background:red"></span>',
  'an inline table': '<span style="display:inline-table;width:20px;height:5px;background:red"></span>',
  'an image':
    '<img width="20" height="5" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==">',
};

const linesIn = (html: string, width: number): number =>
  new Set(setLabel(html, {}, width).block.runs.map((r) => r.baseline)).size;

describe.each(Object.entries(OBJECTS))('%s', (_, object) => {
  it.each(['a', '\u00a0', ')', '.', ',', '/', '!', '"', '\u2060', '\u200d'])(
    'is followed by a break before U+%s',
    (c) => {
      const { block } = setLabel(`wort${object}${c}wort`, { align: 'left' }, 40);
      const last = block.runs[block.runs.length - 1];
      expect(last).toMatchObject({ text: `${c}wort`, x: 0 });
      expect(last?.baseline).toBeGreaterThan(block.runs[0]?.baseline ?? 0);
    },
  );

  it.each(['a', '\u00a0', '(', '[', '"', "'"])('may stand on a line of its own after %s', (c) => {
    // A label as wide as its longest word and no wider: the object has no room beside it.
    const { block } = setLabel(`<div style="width:30px">wort${c}${object}</div>`, {
      align: 'left',
      verticalAlign: 'top',
    });
    const box = block.boxes[0]?.box ?? block.images[0]?.box;
    expect(box?.x).toBe(0);
    expect(box?.y).toBeGreaterThan(10);
  });
});

/** The width of what shrinks to its narrowest, beside nothing. */
function narrowest(html: string): number {
  const { block } = setLabel(`<div style="float:left;background:#0000ff">${html}</div>`, {}, 1);
  return block.boxes.find(({ fill }) => fill === '#0000ff')?.box.width ?? 0;
}

describe('the narrowest that content can be', () => {
  const object = OBJECTS['an inline block'];

  it.each(['(', '[', '{', '"', "'", '\u00a0', '«', '¿', '\u2011', '“', '\u2060'])(
    'keeps an object beside the %s before it',
    (c) => {
      expect(narrowest(`wort${c}${object}`)).toBeGreaterThan(40);
    },
  );

  it.each(['a', ')', '.', '<b>a</b>', '|', '-'])('parts an object from the %s before it', (c) => {
    expect(narrowest(`wort${c}${object}`)).toBeLessThan(35);
  });

  it.each(['a', ')', '\u00a0', '"', '\u2060', '.'])('parts an object from the %s behind it', (c) => {
    expect(narrowest(`${object}${c}wort`)).toBeLessThan(35);
  });
});

describe('between elements that do not wrap', () => {
  const whole = (text: string): string => `<span style="white-space:nowrap">${text}</span>`;

  it.each([
    [`${whole('aaa-')}bbb`, ['aaa-', 'bbb']],
    [`${whole('aaa-')}${whole('bbb')}`, ['aaa-', 'bbb']],
    [`aaa-${whole('bbb')}`, ['aaa-', 'bbb']],
    [`${whole('aaa ')}bbb`, ['aaa bbb']],
    [`${whole('aaa ')}${whole('bbb')}`, ['aaa bbb']],
    [`aaa ${whole('bbb')}`, ['aaa', 'bbb']],
    [whole('aaa-<span style="white-space:normal">bbb</span>'), ['aaa-bbb']],
    [whole('<span style="white-space:normal">aaa-</span>bbb'), ['aaa-', 'bbb']],
    [whole('aaa-bbb'), ['aaa-bbb']],
  ])('%s', (html, expected) => {
    expect(linesOf(setLabel(html, {}, 25).block)).toEqual(expected);
  });
});

describe('spaces at the end of a line', () => {
  /** How far the text stands left of the middle, px. */
  const shift = (html: string, width = 100): number => {
    const run = runOf(setLabel(html, { align: 'left' }, 200), 'aa');
    const own = run.face.advance('aa', 12);
    const placed = runOf(
      setLabel(`<div style="width:${width}px;text-align:center">${html}</div>`, { align: 'left' }),
      'aa',
    );
    return (width - own) / 2 - placed.x;
  };

  it('hang where they collapse, an ideographic one too', () => {
    expect(shift('aa ')).toBeCloseTo(0, 1);
    expect(shift('aa\u3000')).toBeCloseTo(0, 1);
    expect(shift('<b style="font-weight:normal;white-space:nowrap">aa\u3000</b>')).toBeCloseTo(0, 1);
  });

  it('count where they are kept, as far as there is room for them', () => {
    expect(shift('<i style="font-style:normal;white-space:pre-wrap">aa  </i>')).toBeCloseTo(3.33, 1);
    expect(shift('<i style="font-style:normal;white-space:pre">aa  </i>')).toBeCloseTo(3.33, 1);
    expect(shift('<i style="font-style:normal;white-space:pre-wrap">aa  </i>', 16)).toBeCloseTo((16 - 13.34) / 2, 1);
  });

  it('hang at the end of a line that is wrapped', () => {
    expect(linesIn('<span style="white-space:pre-wrap">aa   bb</span>', 16)).toBe(2);
  });
});

/** The width of a label beside whose longest word nothing has room, in Chromium's units of 1/64 px. */
const longestWord = (html: string): number => (1 - setLabel(html, { align: 'right' }, 3).transform.e) * 64;

describe('the width of the longest word', () => {
  it.each([
    ['a_very_long_identifier_without_any_blank', 14304],
    ['zz a_very_long_identifier_without_any_blank', 14303],
    ['zz stranger', 2817],
    ['zz zz stranger', 2818],
    ['zz <b>stranger</b>', 3074],
    ['zz <b>y stranger</b>', 3073],
    ['zz stra<i>nger</i>', 2818],
    ['zz <span style="border:1px solid">kingdom</span>', 3031],
    ['zz <span style="letter-spacing:.3px">plentiful</span>', 2820],
    ['zz plenti&shy;ful stranger', 2818],
  ])('of %s is from where it begins in its text to where it ends', (html, units) => {
    expect(longestWord(html)).toBe(units);
  });
});
