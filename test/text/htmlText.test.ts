/** The text that tooltips take out of HTML. */
import { describe, expect, it } from 'vitest';
import { textOfHtml } from '../../src/text/htmlText.js';

describe('textOfHtml', () => {
  it('drops markup and reads entities', () => {
    expect(textOfHtml('<b>tip</b> a&amp;b')).toBe('tip a&b');
    expect(textOfHtml('plain text')).toBe('plain text');
  });

  it('breaks lines at br and before blocks', () => {
    expect(textOfHtml('one<br>two<p>three</p><div>four</div>')).toBe('one\ntwo\nthree\nfour');
    expect(textOfHtml('one<div><br></div><div>two</div>')).toBe('one\n\ntwo');
  });

  it('leaves out what is no text', () => {
    expect(textOfHtml('a<script>b</script><!-- c -->')).toBe('a');
    expect(textOfHtml('<b>'.repeat(5000))).toBe('');
  });
});
