/** A diagram without what it says: every word becomes one of the same width, so that it can be shown to others. */

import { serialize } from 'parse5';
import type { MxFile, MxPage } from '../decode/container.js';
import { HtmlElements, type HtmlNode } from '../decode/htmlTree.js';
import { linkedPage, pageLink } from '../decode/pageLink.js';
import type { XmlElement } from '../decode/xml.js';
import type { Limits } from '../limits.js';
import { ofSameWidth } from './sameWidth.js';

/** Where what was an address leads. */
const NOWHERE = 'https://example.org/';

/** Attributes of an object around a cell that draw.io reads, and that say nothing. */
const KEPT = new Set(['placeholders']);

/** What the cell's own element says: its structure, but not its label. */
const SAID = new Set(['value', 'label', 'tooltip', 'tags']);

/** Keys of styles that hold words that a shape writes. */
const CAPTIONS = /^(?:\w+Text|\w+Names|\w+Labels|tabs|parts|enumerateValue|linkText)$/;

/**
 * The file with other words: labels, tooltips, own data and names of pages, with ids that are numbers, addresses that lead
 * nowhere, and without comments and Mermaid's source. Placeholders, commands of formulas, fonts, images in the file and all
 * measures stay.
 */
export function withHiddenText(file: MxFile, limits: Limits): MxFile {
  const pageIds = new Map(file.pages.map(({ id }, index) => [id, `page-${index + 1}`]));
  return {
    attributes: new Map([...file.attributes].filter(([name]) => name !== 'agent' && name !== 'host')),
    pages: file.pages.map((page) => hiddenPage(page, pageIds, limits)),
    others: [],
  };
}

function hiddenPage(page: MxPage, pageIds: Hiding['pageIds'], limits: Limits): MxPage {
  const name = ofSameWidth(page.name);
  const id = pageIds.get(page.id) as string;
  const model = () => {
    const shown = page.model();
    const hasFormulas = shown.attributes.get('math') === '1';
    return hiddenElement(shown, { elements: new HtmlElements(limits), hasFormulas, ids: numbered(shown), pageIds });
  };
  const attributes = new Map(page.attributes);
  if (attributes.has('name')) attributes.set('name', name);
  if (attributes.has('id')) attributes.set('id', id);
  return { id, name, attributes, model, annotatedModel: model };
}

/** What the ids of a page become; those of its root and its first layer are numbers already. */
function numbered(model: XmlElement): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const waiting: XmlElement[] = [model];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    const id = element.attributes.get('id');
    if (id !== undefined && !ids.has(id)) ids.set(id, id === '0' || id === '1' ? id : `c${ids.size}`);
    for (const child of element.children) if (typeof child !== 'string') waiting.push(child);
  }
  return ids;
}

const REFERENCES = new Set(['id', 'parent', 'source', 'target']);

interface Hiding {
  readonly elements: HtmlElements;
  readonly hasFormulas: boolean;
  /** What the ids of the page's cells become. */
  readonly ids: ReadonlyMap<string, string>;
  readonly pageIds: ReadonlyMap<string, string>;
}

function hiddenElement(element: XmlElement, hiding: Hiding): XmlElement {
  const { name, children } = element;
  const cell =
    name === 'mxCell' ? element : children.find((child) => typeof child !== 'string' && child.name === 'mxCell');
  const style = (typeof cell === 'object' && cell.attributes.get('style')) || '';
  const isHtml = /(?:^|;)\s*html=1\s*(?:;|$)/.test(style);
  const isObject = name === 'UserObject' || name === 'object';
  const attributes = [...element.attributes].flatMap(([key, value]): [string, string][] => {
    if (key === 'mermaidData') return [];
    if (key === 'link') return [[key, hiddenLink(value, hiding)]];
    if (REFERENCES.has(key)) return [[key, hiding.ids.get(value) ?? 'none']];
    if (key === 'style') return [[key, hiddenStyle(value)]];
    if (SAID.has(key) || (isObject && !KEPT.has(key))) return [[key, hiddenText(value, isHtml, hiding)]];
    return [[key, value]];
  });
  return {
    name,
    attributes: new Map(attributes),
    children: children.map((child) => (typeof child === 'string' ? child : hiddenElement(child, hiding))),
  };
}

function hiddenLink(link: string, { pageIds }: Hiding): string {
  const page = pageIds.get(linkedPage(link) ?? '');
  return page === undefined ? NOWHERE : pageLink(page);
}

const hiddenStyle = (style: string): string =>
  style
    .split(';')
    .map((entry) => {
      const at = entry.indexOf('=');
      const [key, value] = [entry.slice(0, at), entry.slice(at + 1)];
      if (at < 0) return entry;
      if (CAPTIONS.test(key.trim())) return `${key}=${ofSameWidth(value)}`;
      return /^\s*(?:https?:)?\/\//.test(value) ? `${key}=${NOWHERE}` : entry;
    })
    .join(';');

function hiddenText(text: string, isHtml: boolean, { elements, hasFormulas }: Hiding): string {
  const kept = hasFormulas ? /%\w+%|\\[a-zA-Z]+/g : /%\w+%/g;
  const hide = (words: string): string => exceptFor(kept, words, ofSameWidth);
  if (!isHtml || !/[<&]/.test(text)) return hide(text);
  const nodes = elements.parse(text, '');
  for (const node of nodes) hideInHtml(node, hide);
  const [first] = nodes;
  return first?.parentNode ? serialize(first.parentNode) : '';
}

function hideInHtml(root: HtmlNode, hide: (text: string) => string): void {
  const waiting: HtmlNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.nodeName === '#text') (node as { value: string }).value = hide((node as { value: string }).value);
    if (node.nodeName === '#comment') (node as { data: string }).data = '';
    if ('attrs' in node) {
      node.attrs = node.attrs
        .filter(({ name }) => name !== 'title' && name !== 'alt' && !name.startsWith('data-'))
        .map(({ name, value }) => ({
          name,
          value:
            /^\s*(?:[a-z]+:)?\/\/|^\s*mailto:/i.test(value) && (name === 'href' || name === 'src') ? NOWHERE : value,
        }));
    }
    if ('childNodes' in node) waiting.push(...node.childNodes.slice(0));
  }
}

/** The text with what lies between the matches changed. */
function exceptFor(kept: RegExp, text: string, change: (part: string) => string): string {
  let changed = '';
  let from = 0;
  for (const match of text.matchAll(kept)) {
    changed += change(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return changed + change(text.slice(from));
}
