/** What is taken of a stranger's picture for a comparison: its light side, its words, its shapes, and nothing else. */
import { describe, expect, test } from 'vitest';
import { parseXml } from '../../src/decode/xml.js';
import { lightSideOf } from '../../src/verify/lightSide.js';
import { shapesOf } from '../../src/verify/shapes.js';
import { charactersOf } from '../../src/verify/words.js';

const svg = (body: string, attributes = 'width="10" height="10"') =>
  parseXml(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${body}</svg>`,
  );

test.each([
  ['#ff0000', '#ff0000'],
  ['fill: light-dark(rgb(1, 2, 3), rgb(4, 5, 6)); stroke: none', 'fill: rgb(1, 2, 3); stroke: none'],
  ['light-dark(var(--x, #fff), #000)', '#fff'],
  ['var(--ge-adaptive-bg, light-dark(rgb(1, 2, 3), #000))', 'rgb(1, 2, 3)'],
  ['var(--x, a, b)', 'a, b'],
  ['var(--x)', ''],
  ['Light-Dark( red , blue )', 'red'],
  ['not-light-dark(red, blue)', 'not-light-dark(red, blue)'],
  ['matrix(1, 0) light-dark(a, b) c', 'matrix(1, 0) a c'],
  ['light-dark(a, b))', 'a)'],
  ['VAR(--x, #fff)', '#fff'],
  ['my-var(--x, y)', 'my-var(--x, y)'],
  ['var(--x, var(--y, light-dark(a, b)))', 'a'],
  ['light-dark(a, b) light-dark(c, d)', 'a c'],
  ['linear-gradient(light-dark(a, b), c)', 'linear-gradient(a, c)'],
  ['url("#light-dark")', 'url("#light-dark")'],
])('the light side of %s is %s', (value, light) => {
  expect(lightSideOf(value)).toBe(light);
});

test('brackets in brackets don’t fill the stack', () => {
  const deep = 200_000;
  expect(lightSideOf(`${'light-dark('.repeat(deep)}red${',blue)'.repeat(deep)}`)).toBe('red');
});

describe('words', () => {
  test('are those of the first child of a switch', () => {
    expect(charactersOf(svg('<switch><g>ba</g><text>x</text></switch><text>c</text><title>no</title>'))).toBe('abc');
  });

  test('are told apart by nothing but their characters and how many there are of each', () => {
    const words = (body: string) => charactersOf(svg(body));
    const one = words('<text>Grün, blue</text>');
    expect(words('<text> blue<tspan>Grün</tspan>\n,</text>')).toBe(one);
    expect(words('<text>Gr\u00adün,\u00a0\u200bblue</text>')).toBe(one);
    expect(words('<a:text>Grün</a:text><foreignObject><b>, blue</b></foreignObject>')).toBe(one);
    expect(words('<text>grün, blue</text>')).not.toBe(one);
    expect(words('<text>Grün,, blue</text>')).not.toBe(one);
    expect(words('<text>Grün blue</text>')).not.toBe(one);
  });

  test.each(['title', 'desc', 'style', 'metadata', 'script', 's:script'])('are none of a %s', (name) => {
    expect(charactersOf(svg(`<${name}>no</${name}><text>a</text>`))).toBe('a');
  });

  test.each([
    ['', '1.2.'],
    ['type="a"', 'a.b.'],
    ['type="A"', 'A.B.'],
    ['type="i"', 'i.ii.'],
    ['type="I"', 'I.II.'],
    ['type="x"', '1.2.'],
    ['start="-1"', '-1.0.'],
    ['start="7x"', '1.2.'],
    ['start="99999999999"', '1.2.'],
  ])('have numbers as lists with %s have them', (attributes, numbers) => {
    const list = `<foreignObject><ol ${attributes}><li/>\n<li/><p/></ol></foreignObject>`;
    expect(charactersOf(svg(list))).toBe([...numbers].sort().join(''));
  });

  test('have the numbers of ordered lists', () => {
    const list =
      '<ol start="9"><li>x</li><li>y</li></ol><ol type="I"><li value="4">z</li><li/></ol><ul><li>u</li></ul>';
    expect(charactersOf(svg(`<foreignObject>${list}</foreignObject>`))).toBe([...'9.x10.yIV.zV.u'].sort().join(''));
  });
});

describe('shapes', () => {
  test('are all that is kept, named as SVG names them', () => {
    const hostile = [
      '<s:image xlink:href="/etc/passwd" width="9" height="9"/>',
      '<image href="http://example.com/x.png"/>',
      '<filter id="f"><feImage href="file:///x"/></filter>',
      '<script>1</script><foreignObject>text</foreignObject><text>text</text><style>@import "x";</style>',
      '<x:rect x:width="1" bad:name="2" ä="2" onload="1" filter="url(#f)" fill="url(http://example.com)" width="5"/>',
      '<a href="javascript:1"><path d="M0 0" style="filter:drop-shadow(1px 1px);fill:url(&quot;#g&quot;)"/></a>',
      '<use xlink:href="other.svg#x"/><use href="#own"/>',
    ];
    expect(shapesOf(svg(hostile.join('')))).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10" viewBox="0 0 10 10">' +
        '<rect width="5"></rect><g><path d="M0 0" style="fill:url(#g)"></path></g><use></use><use xlink:href="#own"></use></svg>',
    );
  });

  test.each([
    ['viewBox="1 2 30 40"', 'width="30" height="40" viewBox="1 2 30 40"'],
    ['viewBox="1,2,30,40" width="60px" height=" 80 "', 'width="60" height="80" viewBox="1 2 30 40"'],
    ['viewBox="1 2 30 40" width="100%"', 'width="30" height="40" viewBox="1 2 30 40"'],
    ['viewBox="1 2 30" width="6" height="8"', 'width="6" height="8" viewBox="0 0 6 8"'],
    ['viewBox="0 0 0 40" width="6" height="8"', 'width="6" height="8" viewBox="0 0 6 8"'],
  ])('have the size and the frame of %s', (attributes, frame) => {
    expect(shapesOf(svg('', attributes))).toContain(` ${frame}></svg>`);
  });

  test('have the colours of a light page, in attributes and styles', () => {
    const shape =
      '<path fill="light-dark(#fff, #000)" style="stroke: light-dark(red, blue); filter: none; opacity: 1"/>';
    expect(shapesOf(svg(shape))).toContain('<path fill="#fff" style="stroke: red; opacity: 1"></path>');
  });

  test.each(['', 'style="color: red"', 'style="background"'])('stand on nothing where the document has %s', (style) => {
    expect(shapesOf(svg('', `width="10" height="10" ${style}`))).not.toContain('<rect');
  });

  test('stand on the background of the document', () => {
    const style = 'style="background: light-dark(#eeeeee, #111111); background-color: light-dark(#eeeeee, #111111);"';
    expect(shapesOf(svg('', `width="10px" height="10px" viewBox="-0.5 -0.5 10 10" ${style}`))).toContain(
      ' viewBox="-0.5 -0.5 10 10"><rect x="-0.5" y="-0.5" width="10" height="10" fill="#eeeeee"/>',
    );
  });

  test.each(['', 'width="0" height="5"', 'width="100%" height="100%"', 'width="5" height="5e9"', 'viewBox="0 0 -1 5"'])(
    'are none without a size: %s',
    (attributes) => {
      expect(shapesOf(svg('', attributes))).toBe(undefined);
    },
  );
});
