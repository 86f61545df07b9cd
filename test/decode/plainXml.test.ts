/** What reads plain XML may take nothing for well-formed that a validator refuses, and must read it as a parser does. */
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { readPlainXml } from '../../src/decode/plainXml.js';
import { readNodes } from '../../src/decode/xmlParser.js';
import type { XmlOptions } from '../../src/decode/xmlTree.js';
import { DEFAULT_LIMITS } from '../../src/limits.js';

const isSurelyWellFormed = (text: string): boolean => readPlainXml(text) !== undefined;

/** The root as the parser of all XML reads it. */
const parsed = (text: string, options: XmlOptions) =>
  readNodes(text, 'the text', options).find((node) => typeof node !== 'string' && node.name !== '#comment');

describe('is sure of', () => {
  test.each([
    '<a/>',
    '<a></a>',
    '<?xml version="1.0" encoding="UTF-8"?>\n<a b="1" c = \'2\' />\n',
    '<!-- x --><a>text &amp; &#10;&#x1F600; more<!-- <b> --><![CDATA[<c>&]]><d:e-f.g_1 h="&lt;>"/></a >\n<!-- y -->',
  ])('%s', (text) => {
    expect(isSurelyWellFormed(text)).toBe(true);
    expect(XMLValidator.validate(text)).toBe(true);
  });
});

describe('is not sure of', () => {
  test.each([
    '',
    'text',
    '<a>',
    '<a',
    '<a b',
    '<a b="1',
    '</a>',
    '<a></b>',
    '<a></ab>',
    '<ab></a>',
    '<a/><b/>',
    '<a></a><b/>',
    '<a/>text',
    'text<a/>',
    '<a><b></a></b>',
    '<a b/>',
    '<a b=1/>',
    '<a b="1"c="2"/>',
    '<a b="1" b="2"/>',
    '<a b="1"/ >',
    '<a>&</a>',
    '<a>& </a>',
    '<a>&;</a>',
    '<a><!-- </a>',
    '<a><![CDATA[</a>',
    '< a/>',
    '<1/>',
    '<a 1="2"/>',
    ' <?xml version="1.0"?><a/>',
    '<a><?xml version="1.0"?></a>',
    '<!DOCTYPE a><a/>',
    '<a><constructor/></a>',
    '<a><__proto__/></a>',
  ])('%s', (text) => {
    expect(isSurelyWellFormed(text)).toBe(false);
  });
});

const SETTINGS: readonly XmlOptions[] = [
  {},
  { comments: true },
  { opaque: ['a', 'a.b'] },
  { opaque: ['a.b'], comments: true },
];

describe('reads as the parser does', () => {
  test.each([
    '<a>\n  <b c="1&#10;2\t3\n4" d=\'&lt;&nbsp;&unknown;\'/>\r\n</a>',
    '<a> <!-- x --> y <![CDATA[<z>&amp;]]><![CDATA[]]> w</a>',
    '<!-- before --><a><b><c>&amp;</c><!-- x --><b/>text</b></a>',
    '<a><b></b><b/><b> </b></a>',
    '<a><valueOf toString="1" hasOwnProperty="2"/></a>',
  ])('%s', (text) => {
    for (const options of SETTINGS) {
      const root = readPlainXml(text, options);
      expect(root).toBeDefined();
      expect(root).toEqual(parsed(text, options));
    }
  });

  test('leaves deeper nesting than the limit to it, which refuses that', () => {
    const deep = (levels: number): string => '<a>'.repeat(levels) + '</a>'.repeat(levels);
    const limits = { ...DEFAULT_LIMITS, nesting: 20 };
    expect(readPlainXml(deep(20), { limits })).toBeDefined();
    expect(readPlainXml(deep(21), { limits })).toBeUndefined();
  });
});

test('never takes for well-formed what the validator refuses, nor reads it otherwise', { tags: 'heavy' }, () => {
  const pieces = fc.constantFrom(
    ...['<a', '<b', '>', '/>', '</a>', '</b>', ' ', '\n', ' c="', " d='", '"', "'", '=', 'x', '&', '&lt;', '<', '/'],
    ...['<!--', '-->', '<![CDATA[', ']]>', '<?xml ?>', '<?', '?>', '\u00e9', ':', '-', '1'],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 16 }), (parts) => {
      const text = `<a>${parts.join('')}</a>`;
      fc.pre(isSurelyWellFormed(text));
      expect(XMLValidator.validate(text)).toBe(true);
      for (const options of SETTINGS) expect(readPlainXml(text, options)).toEqual(parsed(text, options));
    }),
    { numRuns: 3000, maxSkipsPerRun: 1000 },
  );
});
