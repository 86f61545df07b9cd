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
