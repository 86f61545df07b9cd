/** Lists of font families: what CSS takes as one, what draw.io makes of a style's, and values by custom properties. */
import { describe, expect, it } from 'vitest';
import { parseFamilies } from '../../src/html/css.js';
import { familiesOf, type LabelFont } from '../../src/labels/labelFont.js';
import { runOf, setLabel } from './labelFixture.js';

describe('a list of families', () => {
  it.each([
    ['Arial, "Courier New"', ['Arial', 'Courier New']],
    ['"", serif', ['serif']],
    ['a b  c', ['a b c']],
    ['--foo, -apple-system', ['--foo', '-apple-system']],
    ['arial\\ black', ['arial black']],
    ['\\31 x', ['1x']],
  ])('%s', (list, families) => {
    expect(parseFamilies(list)).toEqual(families);
  });

  it.each([
    ', , "sf mono", monospace',
    'Arial,,serif',
    'Arial,',
    '"a" b',
    'a "b"',
    '3com, serif',
    'Foo Bar 3, serif',
    'sans-serif bold',
    'Arial, inherit',
    'a/b, serif',
    'Arial (x)',
    '#foo',
  ])('%s is none', (list) => {
    expect(parseFamilies(list)).toEqual([]);
  });
});

const setIn = (html: string) => runOf(setLabel(html, { fontFamily: 'Courier New' }), 'x').families;

describe('a declaration', () => {
  it('of no family is dropped', () => {
    expect(setIn(`<span style="font-family:Georgia;font-family:, , 'sf mono', monospace">x</span>`)).toEqual([
      'Georgia',
    ]);
  });

  it('of a font without families changes nothing', () => {
    const { fontSize, families } = runOf(setLabel('<span style="font:bold 30px ,Georgia">x</span>'), 'x');
    expect([fontSize, families]).toEqual([12, ['Helvetica']]);
  });

  it('takes the values of custom properties, and what is given in their place', () => {
    expect(setIn('<span style="font-family:var(--f, Georgia)">x</span>')).toEqual(['Georgia']);
    expect(setIn('<div style="--f:Times">a<span style="font-family:var(--f, Georgia)">x</span></div>')).toEqual([
      'Times',
    ]);
    expect(setIn('<span style="font-family:var(--f, var(--g, a, b))">x</span>')).toEqual(['a', 'b']);
    expect(setIn('<span style="--f:var(--f);font-family:var(--f)">x</span>')).toEqual(['Courier New']);
  });

  it('without a value is unset, which nobody has to be told', () => {
    const { diagnostics, block } = setLabel('<span style="color:#ff0000"><b style="color:var(--x)">x</b></span>');
    expect(block.runs[0]?.color).toBe('#ff0000');
    expect(diagnostics).toEqual([]);
  });

  it.each([
    [`<span style='\\"font-size:20px'>x</span>`, /begins with a quotation mark/],
    [`<span style='"font-size:20px'>x</span>`, /begins with a quotation mark/],
    ['<span style="5px:20px">x</span>', /is no name of a property/],
  ])('%s is told for what it is', (html, message) => {
    const { diagnostics, block } = setLabel(html);
    expect(block.runs[0]?.fontSize).toBe(12);
    expect(diagnostics).toMatchObject([{ code: 'unsupported-css', message: expect.stringMatching(message) }]);
  });
});

describe("a style's families", () => {
  const families = (family: string) => familiesOf({ family } as LabelFont);

  it('are quoted where they are more than a word', () => {
    expect(families('Foo Bar 3, 3com,"Courier New", serif')).toEqual(['Foo Bar 3', '3com', 'Courier New', 'serif']);
    expect(families("O'Neill (x), a,,b")).toEqual(["O'Neill (x)", 'a', 'b']);
  });

  it("are Chromium's where there are none", () => {
    expect(families('')).toEqual(['Times']);
    expect(families('Arial, inherit')).toEqual(['Times']);
  });
});
