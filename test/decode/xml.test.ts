/** Reading XML: what a browser's parser would give, and errors that say where. */
import { describe, expect, test } from 'vitest';
import { childElement, childElements, ownText, parseXml, type XmlElement } from '../../src/decode/xml.js';
import type { ErrorCode, MxsvgError } from '../../src/diagnostics.js';

function errorOf(action: () => unknown): MxsvgError {
  try {
    action();
  } catch (error) {
    return error as MxsvgError;
  }
  throw new Error('nothing was thrown');
}

const attribute = (source: string): string | undefined => parseXml(source).attributes.get('v');

describe('elements', () => {
  test('keep their order, text between them and attributes', () => {
    const root = parseXml('<a x="1" y=\'2\'>one<b/>two<c>three</c></a>');
    expect(root.name).toBe('a');
    expect([...root.attributes]).toEqual([
      ['x', '1'],
      ['y', '2'],
    ]);
    expect(root.children.map((child) => (typeof child === 'string' ? child : child.name))).toEqual([
      'one',
      'b',
      'two',
      'c',
    ]);
    expect(childElements(root).map((child) => child.name)).toEqual(['b', 'c']);
    expect(ownText(childElement(root, 'c') as XmlElement)).toBe('three');
    expect(ownText(root)).toBe('onetwo');
  });

  test('keep white space in text and around attribute values', () => {
    expect(parseXml('<a v="  x ">  y </a>').children).toEqual(['  y ']);
    expect(attribute('<a v="  x "/>')).toBe('  x ');
  });

  test('take CDATA as it is written', () => {
    expect(ownText(parseXml('<a>x<![CDATA[<b>&amp;</b>]]>y</a>'))).toBe('x<b>&amp;</b>y');
  });

  test('pass over declarations, comments and processing instructions', () => {
    const root = parseXml('<?xml version="1.0"?><!-- <z/> --><a><!-- <b/> --><?p i?><c/></a><!-- end -->');
    expect(childElements(root).map((child) => child.name)).toEqual(['c']);
  });

  test('may have numbers that look like values', () => {
    expect(parseXml('<a v="007">1e3</a>').children).toEqual(['1e3']);
    expect(attribute('<a v="007"/>')).toBe('007');
  });
});

describe('entities', () => {
  test.each([
    ['&lt;b&gt; &amp;amp; &quot;&apos;', '<b> &amp; "\''],
    ['&#65;&#x42;&#x1f600;', 'AB\u{1F600}'],
    ['a&nbsp;b&auml;', 'a\u00a0bä'],
    ['&unknown; &constructor;', '&unknown; &constructor;'],
    ['&#0;&#x110000;', '\ufffd\ufffd'],
  ])('%s', (written, read) => {
    expect(attribute(`<a v="${written.replaceAll('"', '&quot;')}"/>`)).toBe(read);
    expect(ownText(parseXml(`<a>${written}</a>`))).toBe(read);
  });

  test('turn written line breaks and tabs of an attribute into spaces, references not', () => {
    expect(attribute('<a v="1\n2\t3&#10;4&#9;5\r\n6"/>')).toBe('1 2 3\n4\t5 6');
  });
});

describe('names of JavaScript', () => {
  test('are ordinary attributes', () => {
    const { attributes } = parseXml('<a __proto__="1" constructor="2" toString="3" hasOwnProperty="4" prototype="5"/>');
    expect([...attributes.keys()]).toEqual(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype']);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  test('harm nothing as elements', () => {
    const source = '<a><__proto__ polluted="1"><b/></__proto__></a>';
    expect(errorOf(() => parseXml(source)).code).toBe('malformed-xml');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a document type declaration', () => {
  test('that only names itself is passed over', () => {
    const doctype =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    expect(parseXml(`<?xml version="1.0"?>\n<!-- c -->\n${doctype}<svg/>`).name).toBe('svg');
  });

  test('with Adobe’s entities names namespaces', () => {
    const svg = `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
	<!-- of namespaces -->
	<!ENTITY ns_svg "http://www.w3.org/2000/svg">
	<!ENTITY ns_flows 'http://ns.adobe.com/Flows/1.0/'>
	<!ENTITY nbsp "&#160;">
	<!ENTITY both "&lt;&#38;#60;>'">
	<!ENTITY ns_svg "the second counts for nothing">
]>
<svg xmlns="&ns_svg;" a='&ns_flows;&nbsp;&both;&amp;ns_svg;&none;'><!-- &ns_svg; --><![CDATA[&ns_svg;]]>&nbsp;</svg>`;
    const { attributes, children } = parseXml(svg);
    expect([...attributes]).toEqual([
      ['xmlns', 'http://www.w3.org/2000/svg'],
      ['a', "http://ns.adobe.com/Flows/1.0/\u00a0<<>'&ns_svg;&none;"],
    ]);
    expect(children.join('')).toBe('&ns_svg;\u00a0');
  });

  test.each([
    ['an entity in an entity', '<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">'],
    ['an entity in one, written as characters', '<!ENTITY x "x"><!ENTITY y "&#38;x;">'],
    ['an entity of another file', '<!ENTITY x SYSTEM "file:///etc/passwd">'],
    ['a public entity', '<!ENTITY x PUBLIC "a" "http://example.org/b">'],
    ['a parameter entity', '<!ENTITY % x "y">%x;'],
    ['a parameter in an entity', '<!ENTITY x "%y;">'],
    ['markup', '<!ENTITY x "<b/>">'],
    ['markup, written as characters', '<!ENTITY x "&#60;b/>">'],
    ['elements', '<!ELEMENT a ANY>'],
    ['attributes', '<!ATTLIST a b CDATA "c">'],
  ])('with %s is refused', (_name, subset) => {
    const error = errorOf(() => parseXml(`<!DOCTYPE a [${subset}]><a>&y;</a>`));
    expect(error.code).toBe('malformed-xml');
    expect(error.message).toContain('remove it');
  });

  test.each(['<!DOCTYPE a', '<!DOCTYPE a [', '<!DOCTYPE a [<!ENTITY x "y">', '<!DOCTYPE a [<!-- '])(
    'that isn’t closed is an error: %s',
    (text) => {
      expect(errorOf(() => parseXml(`${text}`))).toMatchObject({ code: 'malformed-xml' });
    },
  );

  test('makes no text longer than an input may be', () => {
    const text = `<!DOCTYPE a [<!ENTITY x "${'x'.repeat(1e5)}">]><a>${'&x;'.repeat(1e5)}</a>`;
    expect(errorOf(() => parseXml(text))).toMatchObject({ code: 'limit-exceeded', limit: 'inputBytes' });
  });

  test('inside a value is text', () => {
    expect(attribute('<a v="<!DOCTYPE html>"/>')).toBe('<!DOCTYPE html>');
  });
});

describe('broken XML', () => {
  test.each<[string, string, ErrorCode, RegExp]>([
    ['a tag left open', '<a>\n<b></a>', 'malformed-xml', /line 2, column 4/],
    ['an end missing', '<a>\n <b>', 'malformed-xml', /<b> still open/],
    ['a quote left open', '<a>\n<b v="1></b></a>', 'malformed-xml', /line 2/],
    ['two roots', '<a></a><b></b>', 'malformed-xml', /line 1/],
    ['an attribute twice', '<a v="1" v="2"/>', 'malformed-xml', /v/],
    ['a comment left open', '<a/><!-- x', 'malformed-xml', /./],
    ['no element', '<!-- x -->', 'malformed-xml', /./],
    ['nothing', '', 'malformed-xml', /./],
    ['a bare ampersand', '<a>x & y</a>', 'malformed-xml', /&/],
  ])('%s', (_name, source, code, message) => {
    const error = errorOf(() => parseXml(source, { origin: 'The file' }));
    expect(error).toMatchObject({ name: 'MxsvgError', code });
    expect(error.message).toMatch(/^The file /);
    expect(error.message).toMatch(message);
  });

  test('nested without end stops at a limit', () => {
    const depth = 100_000;
    const error = errorOf(() => parseXml('<a>'.repeat(depth) + '</a>'.repeat(depth)));
    expect(error.code).toBe('limit-exceeded');
  });
});

test('opaque elements keep their content raw', () => {
  const root = parseXml('<f><d n="1"><x v="&amp;">&lt;</x></d><d/></f>', { opaque: ['f.d'] });
  expect(childElements(root).map((child) => child.children)).toEqual([['<x v="&amp;">&lt;</x>'], ['']]);
});
