/** A label's HTML as styled content: most labels are text without any markup. */
import type { ComputedStyle } from './computedStyle.js';
import type { Content, HtmlContext } from './content.js';
import { parseHtml } from './labelHtml.js';
import { textContent } from './textContent.js';

/** The styled content of an HTML fragment whose text starts from the style `root`. */
export function labelContent(html: string, root: ComputedStyle, context: HtmlContext): readonly Content[] {
  if (context.math || /[<&]/.test(html)) return parseHtml(html, root, context);
  return html === '' ? [] : [textContent(html, root)];
}
