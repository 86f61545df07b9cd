/** Mermaid's label texts → the HTML of draw.io's labels. */

import { type MarkdownToken, markdownLexer } from '#mermaid-parser';
import { HtmlElements, type HtmlNode as Node } from '../../decode/htmlTree.js';
import type { Report } from '../../diagnostics.js';
import { Icons } from '../../icons/icons.js';
import { decodeEntities } from './entities.js';
import { formulasAside } from './formulas.js';
import { iconsAside } from './labelIcons.js';

export interface LabelText {
  readonly text: string;
  /** Mermaid's labelType: 'markdown' reads **bold** and *italic*; otherwise the text is HTML. */
  readonly type?: string;
}

/** What labels may hold; other elements of HTML lose their tags, and names that HTML doesn't have are text. */
const KEPT = new Set(
  'a b big br code del div em font hr i img ins kbd li mark ol p pre s small span strike strong sub sup table tbody td th thead tr tt u ul'.split(
    ' ',
  ),
);

/** Elements that are left out with what is in them. */
const LEFT_OUT = new Set(
  'script style iframe object embed template noscript svg math head title textarea select'.split(' '),
);

/** Elements of HTML that may be written in labels, and show nothing of their own. */
const TRANSPARENT = new Set(
  'html body center button label section article header footer main nav aside form abbr cite q time var samp dfn bdi bdo wbr address figure figcaption blockquote dl dt dd h1 h2 h3 h4 h5 h6 caption colgroup col details summary'.split(
    ' ',
  ),
);

const KEPT_ATTRIBUTES = new Set(
  'style color face size width height align valign href src alt title border cellpadding cellspacing colspan rowspan bgcolor'.split(
    ' ',
  ),
);

const VOID = new Set(['br', 'hr', 'img']);

const NO_ICONS = new Icons();

/** The HTML of a label: one line has no element around it. */
export function labelHtml({ text, type }: LabelText, report: Report, cellId?: string, icons = NO_ICONS): string {
  const iconless = iconsAside(decodeEntities(text), icons, (message) =>
    report({ code: 'mermaid-ignored', cellId, message }),
  );
  const { text: source, restore } = formulasAside(iconless.text.trim());
  const html = type === 'markdown' ? markdownHtml(source) : source.replace(/\\n|\r?\n/g, '<br>');
  return withoutLastBreaks(restore(iconless.restore(harmlessHtml(html, cellId))));
}

/** Most labels are text without any markup, which needs no parser. */
const harmlessHtml = (html: string, cellId = ''): string =>
  MARKUP.test(html) ? nodesHtml(new HtmlElements().parse(html, cellId)) : escapeHtml(html);

/** Tags and references, and what a parser of HTML changes besides. */
const MARKUP = /[<&\r\0]/;

function withoutLastBreaks(html: string): string {
  let end = html.length;
  while (html.endsWith('<br>', end)) end -= '<br>'.length;
  return html.slice(0, end);
}

/** Line breaks stay; paragraphs become lines of their own. */
function markdownHtml(text: string): string {
  const lines = text
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/^[ \t]+/gm, '')
    .replace(/\n{2,}/g, '\n');
  return markdownLexer(lines).map(tokenHtml).join('');
}

function tokenHtml(token: MarkdownToken): string {
  const inside = (): string =>
    token.tokens?.map(tokenHtml).join('') ?? (token.text ?? token.raw).replaceAll('\n', '<br>');
  switch (token.type) {
    case 'strong':
      return `<b>${inside()}</b>`;
    case 'em':
      return `<i>${inside()}</i>`;
    case 'codespan':
      return `<code>${inside()}</code>`;
    case 'paragraph':
    case 'text':
      return inside();
    case 'escape':
      return token.text ?? token.raw;
    case 'br':
      return '<br>';
    case 'space':
      return '';
    default:
      // What is crossed out, lists, headings and the like are no part of Mermaid's Markdown: they stand as they are written.
      return token.raw.trimEnd().replaceAll('\n', '<br>');
  }
}

const nodesHtml = (nodes: readonly Node[]): string => nodes.map(nodeHtml).join('');

function nodeHtml(node: Node): string {
  if ('value' in node) return escapeHtml(node.value);
  if (!('tagName' in node)) return '';
  const name = node.tagName;
  if (LEFT_OUT.has(name)) return '';
  const children = nodesHtml(node.childNodes);
  if (KEPT.has(name)) {
    const tag = `<${name}${node.attrs
      .filter(isHarmless)
      .map(({ name: key, value }) => ` ${key}="${escapeHtml(value).replaceAll('"', '&quot;')}"`)
      .join('')}>`;
    return VOID.has(name) ? tag : `${tag}${children}</${name}>`;
  }
  // "List<int>": what looks like an element is text.
  return TRANSPARENT.has(name) ? children : `&lt;${escapeHtml(name)}&gt;${children}`;
}

const isHarmless = ({ name, value }: { readonly name: string; readonly value: string }): boolean => {
  if (!KEPT_ATTRIBUTES.has(name)) return false;
  if (name === 'href') return /^(?:https?:|mailto:|#|\/|\.)/i.test(value.trim());
  return name === 'src' ? /^(?:https?:|data:image\/)/i.test(value.trim()) : true;
};

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;');

/** A text without markup, for names and tooltips. */
export function plainText(text: string): string {
  const html = decodeEntities(text);
  return MARKUP.test(html) ? textOf(new HtmlElements().parse(html, '')) : html;
}

const textOf = (nodes: readonly Node[]): string =>
  nodes.map((node) => ('value' in node ? node.value : 'childNodes' in node ? textOf(node.childNodes) : '')).join('');
