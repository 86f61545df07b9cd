/** What an HTML fragment says, for who reads it aloud or searches it: its lines of text, and where its links lead. */
import type { HtmlElements, HtmlNode as Node } from '../decode/htmlTree.js';

export interface ReadableText {
  /** Lines without white space around them; none is empty. */
  readonly lines: readonly string[];
  /** The addresses of its links, as written. */
  readonly links: readonly string[];
}

/** What stands on lines of its own. */
const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'center', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset', 'figure'],
  ...[
    'figcaption',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hr',
    'li',
    'main',
    'nav',
    'ol',
    'p',
  ],
  ...['pre', 'section', 'summary', 'table', 'tr', 'ul'],
]);

const CELLS = new Set(['td', 'th']);

/** Elements whose content is no text of the fragment. */
const WITHOUT_TEXT = new Set(['iframe', 'noembed', 'noframes', 'noscript', 'script', 'style', 'template', 'title']);

/** Elements nested deeper than this are left out. */
const DEEPEST = 200;

const LINE_END = '\n';

/** Reads a fragment. Throws MxsvgError 'limit-exceeded' where it has too many elements. */
export function readableHtml(html: string, cellId: string, elements: HtmlElements): ReadableText {
  if (!/[<&]/.test(html)) return readablePlain(html);
  const pieces: string[] = [];
  const links: string[] = [];
  collect(elements.parse(html, cellId), { pieces, links }, 0);
  return { lines: linesOf(pieces.join('')), links };
}

/** Reads a text that isn't HTML. */
export const readablePlain = (text: string): ReadableText => ({ lines: linesOf(text), links: [] });

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n?|[\n\u2028\u2029]/);
  return lines.map((line) => line.replace(/[\s\u200b\ufeff]+/g, ' ').trim()).filter((line) => line !== '');
}

interface Found {
  readonly pieces: string[];
  readonly links: string[];
}

function collect(nodes: readonly Node[], into: Found, depth: number): void {
  if (depth > DEEPEST) return;
  for (const node of nodes) {
    // draw.io breaks lines of HTML where its text does.
    if ('value' in node) into.pieces.push(node.value);
    else if ('childNodes' in node && !WITHOUT_TEXT.has(node.nodeName)) collectElement(node, into, depth);
  }
}

function collectElement(node: Extract<Node, { readonly attrs: unknown }>, into: Found, depth: number): void {
  const { nodeName: name, attrs } = node;
  const attribute = (wanted: string): string => attrs.find((each) => each.name === wanted)?.value ?? '';
  const isBlock = BLOCKS.has(name);
  if (isBlock || name === 'br') into.pieces.push(LINE_END);
  if (name === 'img') into.pieces.push(attribute('alt'));
  const href = name === 'a' ? attribute('href').trim() : '';
  if (href !== '') into.links.push(href);
  collect(node.childNodes, into, depth + 1);
  if (isBlock) into.pieces.push(LINE_END);
  else if (CELLS.has(name)) into.pieces.push(' ');
}
