/** Which elements of a label draw.io keeps when it sanitizes HTML: the others are gone, and their content stands there. */
import type { HtmlElement, HtmlNode } from '../decode/htmlTree.js';

const KEPT = new Set(
  `a abbr acronym address area article aside audio b bdi bdo big blink blockquote body br button canvas caption center
  cite code col colgroup content data datalist dd decorator del details dfn dialog dir div dl dt element em fieldset
  figcaption figure font footer h1 h2 h3 h4 h5 h6 head header hgroup hr html i img input ins kbd label legend li main
  map mark marquee math menu menuitem meter nav nobr ol optgroup option output p picture pre progress q rp rt ruby s samp
  search section select shadow slot small source spacer span strike strong style sub summary sup svg table tbody td
  template textarea tfoot th thead time tr track tt u ul var video wbr`.split(/\s+/),
);

/** Elements that go with their content. */
const REMOVED = new Set('embed iframe noembed noframes plaintext script title xmp'.split(' '));

const isOpened = (node: HtmlNode): node is HtmlElement =>
  'tagName' in node && !KEPT.has(node.tagName) && !REMOVED.has(node.tagName);

/** The nodes with the content of elements that aren't kept in their places. */
export function sanitized(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  if (!nodes.some(isOpened)) return nodes;
  const result: HtmlNode[] = [];
  const ahead = [...nodes].reverse();
  for (let node = ahead.pop(); node; node = ahead.pop()) {
    if (!isOpened(node)) result.push(node);
    else for (let i = node.childNodes.length - 1; i >= 0; i--) ahead.push(node.childNodes[i] as HtmlNode);
  }
  return result;
}
