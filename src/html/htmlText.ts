/** The text of an HTML fragment, without a layout: what tooltips show of it. */
import type { HtmlElements, HtmlNode as Node } from '../decode/htmlTree.js';

/** Elements that draw.io begins a line with. */
const BLOCKS = new Set(['blockquote', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ol', 'p', 'pre', 'table', 'ul']);

/** Elements whose content is no text of the fragment. */
const WITHOUT_TEXT = new Set(['iframe', 'noembed', 'noframes', 'noscript', 'script', 'style', 'template', 'title']);

/** Elements nested deeper than this are left out. */
const DEEPEST = 200;

/** The text that draw.io takes out of HTML: line breaks before blocks and for br, no other layout. */
export function textOfHtml(html: string, cellId: string, elements: HtmlElements): string {
  if (!/[<&]/.test(html)) return html;
  const pieces: string[] = [];
  collectText(elements.parse(html, cellId), pieces, 0);
  return pieces.join('');
}

function collectText(nodes: readonly Node[], pieces: string[], depth: number): void {
  const [first] = nodes;
  // A break that is alone in its element says only that the line isn't empty.
  if (depth > DEEPEST || (nodes.length === 1 && first && isBreak(first))) return;
  for (const [i, node] of nodes.entries()) {
    if (isBreak(node) || (i === 0 && isEmptyLine(node))) {
      pieces.push('\n');
      continue;
    }
    if ('value' in node) pieces.push(node.value);
    else if ('childNodes' in node && !WITHOUT_TEXT.has(node.nodeName)) collectText(node.childNodes, pieces, depth + 1);
    const next = nodes[i + 1];
    if (next && BLOCKS.has(next.nodeName)) pieces.push('\n');
  }
}

/** A br, or an element that holds nothing but the end of a line. */
function isBreak(node: Node): boolean {
  if (node.nodeName === 'br') return true;
  const only = 'childNodes' in node && node.childNodes.length === 1 ? node.childNodes[0] : undefined;
  return only !== undefined && 'value' in only && only.value === '\n';
}

const isEmptyLine = (node: Node): boolean =>
  node.nodeName === 'div' &&
  'childNodes' in node &&
  node.childNodes.length === 1 &&
  node.childNodes[0]?.nodeName === 'br';
