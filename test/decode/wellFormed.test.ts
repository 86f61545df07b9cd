/** The quick look at XML may take nothing for well-formed that a validator refuses. */
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { isSurelyWellFormed } from '../../src/decode/wellFormed.js';

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
  ])('%s', (text) => {
    expect(isSurelyWellFormed(text)).toBe(false);
  });
});

test('never takes for well-formed what the validator refuses', () => {
  const pieces = fc.constantFrom(
    ...['<a', '<b', '>', '/>', '</a>', '</b>', ' ', '\n', ' c="', " d='", '"', "'", '=', 'x', '&', '&lt;', '<', '/'],
    ...['<!--', '-->', '<![CDATA[', ']]>', '<?xml ?>', '<?', '?>', '\u00e9', ':', '-', '1'],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 16 }), (parts) => {
      const text = `<a>${parts.join('')}</a>`;
      fc.pre(isSurelyWellFormed(text));
      expect(XMLValidator.validate(text)).toBe(true);
    }),
    { numRuns: 3000, maxSkipsPerRun: 1000 },
  );
});
