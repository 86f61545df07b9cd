/** What must hold of every HTML document: one script, our own; no handlers, nothing loaded; pictures as SVG has to be. */
import { parse } from 'parse5';
import { parseXml, type XmlElement } from '../../../src/decode/xml.js';
import { VIEWER_SCRIPT, VIEWER_SCRIPT_HASH } from '../../../src/write/html/htmlScript.js';
import { VIEWER_STYLES } from '../../../src/write/html/htmlStyles.js';
import { isSafeLink, problemsOf } from './svg.js';

interface Node {
  readonly nodeName: string;
  readonly tagName?: string;
  readonly namespaceURI?: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string; readonly prefix?: string }[];
  readonly childNodes?: readonly Node[];
}

const OWN = new Set(
  'html head meta title style body header nav a div button span main section h2 script svg'.split(' '),
);

/** The viewer's styles, and perhaps a colour around links. */
const isOwnSheet = (css: string): boolean =>
  css.startsWith(VIEWER_STYLES) &&
  /^(?:\.sheet a:hover \{ outline: 2px solid (?:#[0-9a-f]{3,8}|light-dark\(#[0-9a-f]{3,8}, ?#[0-9a-f]{3,8}\)); \}\n)?$/.test(
    css.slice(VIEWER_STYLES.length),
  );

/** What is wrong with the document; empty where nothing is. */
export function htmlProblems(html: string): readonly string[] {
  const problems: string[] = [];
  let scripts = 0;
  const visit = (node: Node): void => {
    const name = node.tagName;
    if (name !== undefined) {
      const isSvg = node.namespaceURI?.endsWith('/svg') ?? false;
      if (!isSvg && !OWN.has(name)) problems.push(`there is a <${name}>`);
      if (name === 'script') {
        scripts += 1;
        if (textOf(node) !== VIEWER_SCRIPT) problems.push(`a script says ${textOf(node).slice(0, 80)}`);
      }
      if (name === 'style' && !isSvg && !isOwnSheet(textOf(node))) problems.push('there is another style sheet');
      for (const { name: key, value } of node.attrs ?? []) {
        if (/^on/i.test(key)) problems.push(`<${name}> has ${key}`);
        if (/^(?:src|srcset|action|formaction|data|poster|background)$/i.test(key)) problems.push(`<${name}> loads`);
        if (name === 'a' && key === 'href' && !isSafeLink(value))
          problems.push(`a link leads to ${value.slice(0, 80)}`);
        if (name === 'meta' && value.includes('script-src') && !value.includes(VIEWER_SCRIPT_HASH))
          problems.push('the policy lets other scripts run');
      }
    }
    node.childNodes?.forEach(visit);
  };
  visit(parse(html) as unknown as Node);
  if (scripts !== 1) problems.push(`there are ${scripts} scripts`);
  // draw.io reads such documents as XML.
  for (const svg of pictures(parseXml(html.replace(/^<!DOCTYPE html>/, ''))))
    problems.push(...problemsOf(html.slice(svg.start, svg.end)));
  return [...new Set(problems)];

  function pictures(root: XmlElement): readonly { readonly start: number; readonly end: number }[] {
    if (root.name !== 'html') problems.push(`the document is a <${root.name}>`);
    // The writer closes each picture right before the end of its sheet.
    return [...html.matchAll(/<div class="sheet">/g)].map(({ index }) => {
      const start = html.indexOf('<svg', index);
      return { start, end: html.indexOf('</svg></div>', start) + '</svg>'.length };
    });
  }
}

const textOf = (node: Node): string => (node.childNodes ?? []).map(({ value = '' }) => value).join('');
