/** Writing XML: nothing that a parser hands over is lost, and the layout is draw.io's. */
import { describe, expect, test } from 'vitest';
import { parseXml, type XmlElement } from '../../../src/decode/xml.js';
import { compactXml, indentedXml } from '../../../src/write/file/xml.js';

const parsed = (text: string): XmlElement => parseXml(text, { comments: true });

describe('indented', () => {
  test('elements stand two spaces further in than what holds them', () => {
    const text = '<a x="1">\n  <b />\n  <c y="2">\n    <d />\n  </c>\n</a>\n';
    expect(indentedXml(parsed(text))).toBe(text);
    expect(indentedXml(parsed('<a x="1"><b/><c y="2"><d></d></c></a>'))).toBe(text);
  });

  test('text keeps its place and its white space', () => {
    const text = '<a>\n  <b>  one <c />\n two </b>\n  <d> </d>\n</a>\n';
    expect(indentedXml(parsed(text))).toBe(text);
  });

  test('a line break alone is layout', () => {
    expect(indentedXml(parsed('<a>\n</a>'))).toBe('<a />\n');
  });

  test('comments stay', () => {
    const text = '<a>\n  <!-- one & <two> -->\n  <b />\n</a>\n';
    expect(indentedXml(parsed(text))).toBe(text);
  });
});

describe('values', () => {
  const value = ' <b> & "quoted" \'single\' &amp; \n\t\r \u00a0\u2028 日本 \u{1f600}  ';
  const element: XmlElement = { name: 'a', attributes: new Map([['v', value]]), children: [value.replace(/\r/g, '')] };

  test.each([
    ['indented', indentedXml],
    ['in one line', compactXml],
  ])('come back as they were, %s', (_kind, write) => {
    const { attributes, children } = parsed(write(element));
    expect(attributes.get('v')).toBe(value);
    expect(children).toEqual(element.children);
  });

  test('are escaped as draw.io escapes them', () => {
    const written = compactXml({ name: 'a', attributes: new Map([['v', `<b>'"&\n`]]), children: [] });
    expect(written).toBe('<a v="&lt;b&gt;&#39;&quot;&amp;&#xa;" />');
  });

  test('lose the characters that XML forbids', () => {
    const written = compactXml({ name: 'a', attributes: new Map([['v', 'x\u0000\u001b\ud800y\uffff']]), children: [] });
    expect(written).toBe('<a v="xy" />');
  });
});
