/** `fix` mends what has one right answer, and touches nothing else. */
import { describe, expect, test } from 'vitest';
import { compressPage, decompressPage, Inflation } from '../../src/decode/compression.js';
import { check, fix, MxsvgError } from '../../src/index.js';
import { DEFAULT_LIMITS } from '../../src/limits.js';
import { CASES } from './cases.js';
import { box, edge, file, model } from './diagrams.js';

/** Mends a diagram; gives the text, and what is left of the rule. */
function mended(text: string, rule: string) {
  const { text: result, fixed } = fix(text, { rules: [rule] });
  return { result, fixed, left: check(result, { rules: [rule] }) };
}

const FIXED_RULES = [
  'duplicate-id',
  'double-escaped',
  'unescaped-label',
  'markup-in-plain-label',
  'literal-newline',
  'broken-data-uri',
  'dangling-end',
  'near-miss',
];

describe.each(FIXED_RULES)('%s', (rule) => {
  test('is mended, and then not found', () => {
    const { fixed, left } = mended(CASES[rule]?.bad ?? '', rule);
    expect(fixed.map((finding) => finding.rule)).toContain(rule);
    expect(left).toEqual([]);
  });

  test('leaves a diagram that is well as it is', () => {
    const { good = '' } = CASES[rule] ?? {};
    expect(fix(good, { rules: [rule] })).toEqual({ text: good, fixed: [], findings: [] });
  });
});

/** A file as no program of ours would write it. */
const STRANGE = `\ufeff<?xml version='1.0' encoding="UTF-8"?>\r
<!-- <mxCell id="a" value="\\n"/> -->\r
<mxfile host='me'  x = "1">\r
\t<diagram name="A &amp; B" id='x'><mxGraphModel dx="1"><root><mxCell id="0"/><mxCell id='1' parent='0' /><![CDATA[ <mxCell> ]]>
<mxCell   value = 'one\\ntwo &#228; &quot;'  id="a" style="html=1"
   vertex="1" parent="1"><mxGeometry x="1." width="100" height="50" as="geometry"></mxGeometry></mxCell >
<object label="l\\nm" id="o"><!-- > --><mxCell style="html=1" vertex="1" parent="1"><mxGeometry x="190" y="2" width="60" height="30" as="geometry"/></mxCell></object>
</root></mxGraphModel></diagram>\r
  <diagram/></mxfile>\r
`;

describe('what is changed', () => {
  test('is the attribute that the message is about, and not a byte beside it', () => {
    const { result, fixed } = mended(STRANGE, 'literal-newline');
    expect(fixed.map(({ cells }) => cells)).toEqual([['a'], ['o']]);
    expect(result).toBe(
      STRANGE.replace("'one\\ntwo &#228; &quot;'", "'one&lt;br&gt;two ä &quot;'").replace('"l\\nm"', '"l&lt;br&gt;m"'),
    );
  });

  test('may be an attribute that was not there', () => {
    const { result } = mended(model(box('a', 0, 0), edge('e', '125,30', '300,30')), 'dangling-end');
    expect(result).toBe(
      model(box('a', 0, 0), edge('e', '125,30', '300,30').replace(' parent="1"', ' parent="1" source="a"')),
    );
  });

  test('stays compressed where it was, and other pages are left alone', () => {
    const bad = compressPage(CASES['duplicate-id']?.bad ?? '');
    const other = `\n  ${compressPage(model(box('z', 0, 0)))}\n`;
    const { text } = fix(file(['A', bad], ['B', other]));
    expect(text).toContain(`name="B">${other}</diagram>`);
    const [, content = ''] = /name="A">([^<]*)</.exec(text) ?? [];
    expect(decompressPage(content, 'the page', new Inflation(DEFAULT_LIMITS))).toBe(
      model(box('a', 0, 0), box('a', 200, 0).replace('id="a"', 'id="a-2"')),
    );
  });

  test('is of the page that was asked for', () => {
    const bad = CASES['literal-newline']?.bad ?? '';
    const { text, fixed } = fix(file(['A', bad], ['B', bad]), { page: 2 });
    expect(fixed.map(({ page }) => page)).toEqual([2]);
    expect(text.indexOf('&lt;br&gt;')).toBeGreaterThan(text.indexOf('name="B"'));
  });

  test('takes as many rounds as it needs, and ends', () => {
    const { result, left } = mended(
      model(box('a', 0, 0, { label: '&amp;lt;b&amp;gt;x&amp;lt;/b&amp;gt;' })),
      'double-escaped',
    );
    expect(result).toContain('value="&lt;b&gt;x&lt;/b&gt;"');
    expect(left).toEqual([]);
  });

  test('is every one of many', () => {
    const boxes = Array.from({ length: 300 }, (_, i) => box('a', (i % 20) * 150, Math.floor(i / 20) * 90));
    const { result, fixed } = mended(model(...boxes), 'duplicate-id');
    expect(fixed).toHaveLength(299);
    expect(new Set([...result.matchAll(/mxCell id="([^"]*)"/g)].map(([, id]) => id)).size).toBe(302);
  });
});

describe('what is not changed', () => {
  const refused = (source: string | Uint8Array): string => {
    try {
      fix(source);
    } catch (error) {
      if (error instanceof MxsvgError) return error.code;
      throw error;
    }
    return 'nothing';
  };

  test('are pictures, and text in other encodings', () => {
    expect(refused('<svg xmlns="http://www.w3.org/2000/svg" content="x"/>')).toBe('invalid-option');
    expect(refused(new Uint8Array([0xff, 0xfe, 0x3c, 0x00]))).toBe('invalid-option');
  });

  test('is an end between two vertices, of which either may be meant', () => {
    const text = model(box('a', 0, 0), box('b', 130, 0), edge('e', '125,30', '125,300'));
    expect(fix(text, { rules: ['dangling-end'] }).text).toBe(text);
  });
});
