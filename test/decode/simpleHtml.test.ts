/** The HTML of most labels is read without a parser, to the tree that the parser gives. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fragmentNodes } from '../../src/decode/htmlParser.js';
import { simpleNodes } from '../../src/decode/simpleHtml.js';

/** The tree that one of both gives, and how many elements were made for it. */
function read(parse: typeof simpleNodes, source: string) {
  let elements = 0;
  const nodes = parse(source, () => {
    elements += 1;
  });
  return nodes && { nodes, parent: nodes[0]?.parentNode, elements };
}

const LABELS = [
  'Hello',
  'One<br>two<br/>three<br />',
  '<b>Title</b><div style="font-size: 10px">A &lt;b&gt; &amp; c&nbsp;d</div>',
  '<font color="#ff0000" face="&quot;Courier New&quot;"><i>a</i> b</font>',
  '<p style="margin:0px;text-align:center"><b>Class</b></p><hr size="1"/><p>+ x: int<br>+ y</p>',
  '<b><b><b><b><i>deep</i></b></b></b></b> & more &',
  '<div><div>a</div>\n<span>b</span></div>',
  ' <sub>1</sub>\t<sup>2</sup>\n',
];

const OTHERS = [
  '<b>open',
  '<b><i>crossed</b></i>',
  'closed</b>',
  '<p>one<p>two</p></p>',
  '<p><div>block</div></p>',
  '<b/>on',
  'a</br>b',
  '<table><tr><td>cell</td></tr></table>',
  '<ul><li>item</li></ul>',
  '<B>large</B>',
  '<b id=a>bare</b>',
  '<b id="a" id="b">twice</b>',
  'caf&eacute;',
  '&amp',
  '&#65;',
  'a<!-- comment -->b',
  'a\r\nb',
  'a\0b',
  '1 < 2',
  '</b >',
  '<br>'.repeat(600),
];

describe('Simple HTML', () => {
  test.each(LABELS)('%j is read as the parser reads it', (source) => {
    const simple = read(simpleNodes, source);
    expect(simple).toBeDefined();
    expect(simple).toEqual(read(fragmentNodes, source));
  });

  test.each(OTHERS)('%.40s is left to the parser', (source) => {
    expect(simpleNodes(source, () => {})).toBeUndefined();
  });

  test('is read as the parser reads it, or left to that, whatever it is made of', () => {
    const parts = fc.constantFrom(
      ...['<b>', '</b>', '<i>', '</i>', '<div>', '</div>', '<p>', '</p>', '<br>', '<hr>', '<font color="red">'],
      ...['</font>', '<span style="a: &quot;b&quot;">', '</span>', '<b class="x" id="y">', '<br/>', '<br />', '<u >'],
      ...['&amp;', '&nbsp;', '&lt;', '&', '&x', '; ', 'word', ' ', '\n', '\t', '\ufeff', '\u{1f600}', '"', '>', '='],
    );
    const nested = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        parts,
        fc
          .tuple(fc.constantFrom('b', 'div', 'span', 'p', 'font', 'sub'), fc.array(tie('tree'), { maxLength: 4 }))
          .map(([name, inside]) => `<${name}>${inside.join('')}</${name}>`),
      ),
    })).tree;
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, nested), { maxLength: 8 }), (pieces) => {
        const source = pieces.join('');
        const simple = read(simpleNodes, source);
        if (simple !== undefined) expect(simple).toEqual(read(fragmentNodes, source));
      }),
      { numRuns: 600 },
    );
  });
});
