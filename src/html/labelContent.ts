/** A label's HTML as styled content: most labels are text without any markup. */
import { withoutReferences } from '../decode/simpleHtml.js';
import type { ComputedStyle } from './computedStyle.js';
import type { Content, HtmlContext } from './content.js';
import { parseHtml } from './labelHtml.js';
import { textContent } from './textContent.js';

/** The styled content of an HTML fragment whose text starts from the style `root`. */
export function labelContent(html: string, root: ComputedStyle, context: HtmlContext): readonly Content[] {
  const text = context.math || html.includes('<') ? undefined : withoutReferences(html);
  if (text === undefined || (html.includes('&') && /[\r\0]/.test(html))) return parseHtml(html, root, context);
  return text === '' ? [] : [textContent(text, root)];
}
