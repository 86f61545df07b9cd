/** The diagram inside an HTML page: draw.io's exports, its older forms, and pages with a diagram pasted in. */
import { MxsvgError } from '../diagnostics.js';
import type { Inflation } from './compression.js';
import { prologEnd } from './doctype.js';
import { plainXml } from './filePages.js';
import { type HtmlElement as Element, type HtmlDocument, type HtmlNode, parseHtmlDocument } from './htmlTree.js';
import { diagramInContent } from './svg.js';

type Node = HtmlDocument | HtmlNode;

const HTML_START =
  /^<(?:!doctype\s+html|html|head|body|div|section|article|main|p|span|meta|title|script|style|link)(?=[\s/>])/i;

/** True of a text that is HTML, after the comments (draw.io's begins with one for old browsers) and white space. */
export function isHtml(text: string): boolean {
  const start = prologEnd(text);
  return HTML_START.test(text.slice(start, start + 40));
}

/** The text of the file inside an HTML page. Throws MxsvgError 'not-a-diagram' where there is none. */
export function diagramInHtml(html: string, inflation: Inflation): string {
  const document = parseHtmlDocument(html, inflation.limits);
  const container = find(document, (element) => classNames(element).includes('mxgraph'));
  const configured = container && attribute(container, 'data-mxgraph') !== undefined ? container : undefined;
  const holder = configured ?? find(document, (element) => attribute(element, 'data-mxgraph') !== undefined);
  if (holder) return fromConfiguration(attribute(holder, 'data-mxgraph') as string);
  const found = (container && fromContent(container, inflation)) ?? fromPicture(document) ?? fromText(document);
  if (found !== undefined) return found;
  throw new MxsvgError(
    'not-a-diagram',
    `The input is ${pageCalled(document)} without a draw.io diagram (data-mxgraph).`,
  );
}

/** How much of a title is told. */
const TITLE = 60;

/** Servers answer with a page of their own where there is no file, or none for a stranger: its title says which. */
function pageCalled(document: Node): string {
  const title = find(document, (element) => element.tagName === 'title');
  const words = title ? textOf(title).trim().replace(/\s+/g, ' ') : '';
  if (words === '') return 'an HTML page';
  return `an HTML page (${JSON.stringify(words.length > TITLE ? `${words.slice(0, TITLE - 3)}...` : words)})`;
}

/** draw.io's export since 2016: a JSON object with the key xml, in the attribute data-mxgraph. */
function fromConfiguration(text: string): string {
  let configuration: unknown;
  try {
    configuration = JSON.parse(text);
  } catch (cause) {
    throw new MxsvgError('not-a-diagram', 'The HTML page’s data-mxgraph attribute isn’t valid JSON.', { cause });
  }
  const { xml, url } = (configuration ?? {}) as { readonly xml?: unknown; readonly url?: unknown };
  if (typeof xml === 'string') return xml;
  if (typeof url === 'string') {
    throw new MxsvgError(
      'not-a-diagram',
      `The HTML page holds only the address of its diagram, and nothing is fetched: pass the file at ${JSON.stringify(url)}.`,
    );
  }
  throw new MxsvgError('not-a-diagram', 'The HTML page’s data-mxgraph attribute holds no "xml".');
}

/** draw.io's older export: compressed or URI-encoded XML in an element of one pixel inside the container. */
function fromContent(container: Element, inflation: Inflation): string | undefined {
  const holder = find(container, (element) => element !== container && element.tagName === 'div') ?? container;
  const text = textOf(holder).trim();
  return text === '' ? undefined : plainXml(text, 'The HTML page’s diagram', inflation);
}

/** A picture of the diagram with the diagram inside, shown by the page. */
function fromPicture(document: Node): string | undefined {
  const picture = find(document, (element) => element.tagName === 'svg' && Boolean(attribute(element, 'content')));
  const content = picture && attribute(picture, 'content')?.trim();
  return content ? diagramInContent(content) : undefined;
}

/** XML shown as text, as draw.io puts cells onto the clipboard. */
function fromText(document: Node): string | undefined {
  const text = textOf(document);
  return between(text, '<mxfile', '</mxfile>') ?? between(text, '<mxGraphModel', '</mxGraphModel>');
}

function between(text: string, start: string, end: string): string | undefined {
  const [from, to] = [text.indexOf(start), text.lastIndexOf(end)];
  return from !== -1 && from < to ? text.slice(from, to + end.length) : undefined;
}

/** The nodes in document order. A page may nest without bound, so nothing recurses. */
function* nodesIn(root: Node): Generator<Node> {
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    if ('childNodes' in node)
      for (let i = node.childNodes.length - 1; i >= 0; i -= 1) open.push(node.childNodes[i] as Node);
  }
}

function find(root: Node, wanted: (element: Element) => boolean): Element | undefined {
  for (const node of nodesIn(root)) if ('tagName' in node && wanted(node)) return node;
  return undefined;
}

function textOf(root: Node): string {
  const parts: string[] = [];
  for (const node of nodesIn(root)) if ('value' in node) parts.push(node.value);
  return parts.join('');
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

const classNames = (element: Element): readonly string[] => attribute(element, 'class')?.split(/\s+/) ?? [];
