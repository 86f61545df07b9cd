import { describe, expect, it } from 'vitest';
import { lightSide } from '../../src/style/color.js';
import { linesOf, runOf, setLabel } from '../labels/labelFixture.js';

describe('inline content', () => {
  it('collapses white space across elements', () => {
    expect(linesOf(setLabel(' <b>a </b> <i> b</i>  c ').block)).toEqual(['a b c']);
  });

  it('wraps at the width that the box leaves', () => {
    const { block } = setLabel('one two three four', {}, 60);
    expect(linesOf(block)).toEqual(['one two', 'three four']);
  });

  it('breaks lines at br, and not after the last one', () => {
    expect(linesOf(setLabel('a<br>b<br>').block)).toEqual(['a', 'b']);
    expect(setLabel('a<br>').block.height).toBeCloseTo(setLabel('a').block.height, 6);
  });

  it('keeps white space in pre', () => {
    expect(linesOf(setLabel('<pre>a  b\n c</pre>').block)).toEqual(['a  b', ' c']);
  });

  it('sets weight, slant, size and colour of elements and styles', () => {
    const label = setLabel('<b>b</b><i>i</i><font size="5" color="red">f</font><span style="font-size:150%">s</span>');
    expect(runOf(label, 'b').weight).toBe(700);
    expect(runOf(label, 'i').italic).toBe(true);
    expect(runOf(label, 'f')).toMatchObject({ fontSize: 24, color: '#ff0000' });
    expect(runOf(label, 's').fontSize).toBe(18);
  });

  it('passes decorations on to descendants, which cannot take them away', () => {
    const label = setLabel('<u>a<s>b</s><span style="text-decoration:none">c</span></u>');
    expect(runOf(label, 'b').decorations.map(({ line }) => line)).toEqual(['underline', 'line-through']);
    expect(runOf(label, 'c').decorations.map(({ line }) => line)).toEqual(['underline']);
  });

  it('raises sup and lowers sub', () => {
    const label = setLabel('x<sup>1</sup><sub>2</sub>');
    expect(runOf(label, '1').baseline).toBeLessThan(runOf(label, 'x').baseline);
    expect(runOf(label, '2').baseline).toBeGreaterThan(runOf(label, 'x').baseline);
  });

  it('gives links to their runs', () => {
    expect(runOf(setLabel('<a href="https://example.org">go</a>'), 'go').href).toBe('https://example.org');
  });

  it('says which run goes on with a broken word', () => {
    const { block } = setLabel('well-known', {}, 40);
    expect(linesOf(block)).toEqual(['well-', 'known']);
    expect(block.runs[1]?.continuesWord).toBe(true);
  });
});

describe('the direction of text', () => {
  it('puts right-to-left words in visual order', () => {
    const label = setLabel('abc אבג');
    expect(runOf(label, 'אבג')).toMatchObject({ rightToLeft: true });
    expect(runOf(label, 'אבג').x).toBeGreaterThan(runOf(label, 'abc').x);
  });
});

describe('what labels cannot show', () => {
  it('reports CSS that is passed over, and keeps the rest', () => {
    const label = setLabel('<span style="ruby-position:over;color:#123456;width:nonsense">x</span>');
    expect(runOf(label, 'x').color).toBe('#123456');
    expect(label.diagnostics.map(({ code }) => code)).toEqual(['unsupported-css', 'unsupported-css']);
  });

  it('reports elements that need a browser', () => {
    expect(setLabel('a<iframe></iframe>').diagnostics).toMatchObject([{ code: 'unsupported-html', cellId: 'cell' }]);
  });

  it('reports a character that no font has, once', () => {
    const { diagnostics } = setLabel('⌘⌘');
    expect(diagnostics).toMatchObject([{ code: 'missing-glyph' }]);
  });
});

describe('<font color>', () => {
  // What draw.io shows on a light page: it takes CSS colours of some kinds, and all else by HTML's rules for colours of
  // old, by which anything is one.
  it.each([
    ['light-dark(#cc0000, #ffcccc)', '#00ccfc'],
    ['light-dark(red,blue)', '#00a00b'],
    ['light-dark(rgb(0,102,0), rgb(150,255,150))', '#da0055'],
    ['light-dark(#123)', '#00da12'],
    ['light-dark(#123456,)', '#00a034'],
    ['light-dark(hsl(120,100%,25%), red)', '#002000'],
    ['var(--x, #a0a)', '#0a00a0'],
    ['default', '#dea000'],
    ['chucknorris', '#c00000'],
    ['0f0', '#000f00'],
    ['rgb(255,0,0)', '#ff0000'],
    ['hsl(120,100%,25%)', '#008000'],
    ['#f00', '#ff0000'],
    ['', '#000000'],
    ['transparent', '#000000'],
  ])('of "%s"', (color, shown) => {
    const label = setLabel(`<font color="${color}">in</font>`, { fontColor: '#000000' });
    expect(lightSide(runOf(label, 'in').color)).toBe(shown);
  });
});

describe('cells and rows outside of tables', () => {
  it('are no elements, as in the div that draw.io puts labels into', () => {
    const label = setLabel('<td bgcolor="#ffff00">a</td><tr><td>b</td></tr><caption>c</caption>');
    expect(linesOf(label.block)).toEqual(['abc']);
    expect(label.block.boxes).toEqual([]);
  });
});

describe('elements that draw.io does not keep', () => {
  it.each([
    ['<foo style="color:red">in</foo> out', 'in out'],
    ['<form style="color:red">a<b>b</b></form> out', 'ab out'],
    ['<listing>a  b</listing> out', 'a b out'],
    ['<object>in<b>x</b></object> out', 'inx out'],
    ['<noscript>in<i>x</i></noscript> out', 'inx out'],
    ['<foo><bar><baz>in</baz></bar> out</foo>', 'in out'],
    ['a<xmp>in</xmp> out', 'a out'],
    ['a<dialog>in</dialog> out', 'a out'],
    ['a<iframe>in</iframe> out', 'a out'],
    ['a<plaintext>in out', 'a'],
  ])('%s', (html, text) => {
    const { block } = setLabel(html, { fontColor: '#000000' });
    expect(linesOf(block)).toEqual([text]);
    expect(new Set(block.runs.map(({ color }) => lightSide(color)))).toEqual(new Set(['#000000']));
  });

  it('may stand in each other as deep as a label may be', () => {
    expect(linesOf(setLabel(`${'<foo>'.repeat(5000)}in`).block)).toEqual(['in']);
  });
});

describe('a padding', () => {
  const box = (style: string) => setLabel(`<div style="background:red;width:40px;${style}">x</div>`).block;

  it.each(['padding:-1em', 'padding:2px -1px', 'padding-left:-5%', 'padding:auto', 'padding-top:auto'])(
    'written as %s is none',
    (style) => {
      expect(box(`padding:3px;${style}`)).toEqual(box('padding:3px'));
    },
  );

  it('that comes out below zero is zero', () => {
    expect(box('padding:3px;padding-left:calc(1px - 9px)')).toEqual(box('padding:3px;padding-left:0'));
  });

  it('leaves round corners of a box without size in peace', () => {
    const radius = 'border-bottom-left-radius:6pt;width:0;height:0;border:1px solid;margin:-9px';
    expect(JSON.stringify(setLabel(`<select style="${radius}"></select>`))).not.toContain('null');
  });
});
