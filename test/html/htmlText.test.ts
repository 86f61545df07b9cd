/** The text that tooltips take out of HTML. */
import { describe, expect, it } from 'vitest';
import { HtmlElements } from '../../src/decode/htmlTree.js';
import { textOfHtml } from '../../src/html/htmlText.js';

const textOf = (html: string): string => textOfHtml(html, 'cell', new HtmlElements());

describe('textOfHtml', () => {
  it('drops markup and reads entities', () => {
    expect(textOf('<b>tip</b> a&amp;b')).toBe('tip a&b');
    expect(textOf('plain text')).toBe('plain text');
  });

  it('breaks lines at br and before blocks', () => {
    expect(textOf('one<br>two<p>three</p><div>four</div>')).toBe('one\ntwo\nthree\nfour');
    expect(textOf('one<div><br></div><div>two</div>')).toBe('one\n\ntwo');
  });

  it('leaves out what is no text', () => {
    expect(textOf('a<script>b</script><!-- c -->')).toBe('a');
    expect(textOf('<b>'.repeat(5000))).toBe('');
  });
});
