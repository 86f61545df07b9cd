/** Writes an XML element tree as text: in one line, or indented as draw.io indents its uncompressed files. */
import { COMMENT, type XmlElement } from '../../decode/xml.js';
import { withoutForbidden } from '../../primitives/xmlCharacters.js';

type Node = XmlElement | string;

const TAB = '  ';

/** The element in one line, without white space between elements. */
export const compactXml = (element: XmlElement): string => elementText(element, undefined);

/**
 * The element with two spaces a level, each line ended. What draw.io wrote indented comes out byte for byte. Text keeps
 * its white space: an element that holds text is not broken into lines.
 */
export const indentedXml = (element: XmlElement): string => `${elementText(element, '')}\n`;

/** `indent` is the line's; undefined: no line breaks are added. */
function elementText(element: XmlElement, indent: string | undefined): string {
  if (element.name === COMMENT) return commentText(element);
  const head = `<${element.name}${[...element.attributes].map(attributeText).join('')}`;
  const children = contentOf(element);
  if (children.length === 0) return `${head} />`;
  const foot = `</${element.name}>`;
  if (indent === undefined || children.some((child) => typeof child === 'string')) {
    return `${head}>${children.map((child) => nodeText(child)).join('')}${foot}`;
  }
  const lines = children.map((child) => `\n${indent}${TAB}${elementText(child as XmlElement, indent + TAB)}`);
  return `${head}>${lines.join('')}\n${indent}${foot}`;
}

const nodeText = (node: Node): string => (typeof node === 'string' ? contentText(node) : elementText(node, undefined));

/** The children without the white space that only lays out the file: between elements, or a line break alone. */
function contentOf({ children }: XmlElement): readonly Node[] {
  const isBlank = (node: Node): boolean => typeof node === 'string' && /^\s*$/.test(node);
  if (!children.every((child) => typeof child !== 'string' || isBlank(child))) return children;
  const elements = children.filter((child) => typeof child !== 'string');
  if (elements.length > 0) return elements;
  return children.join('').includes('\n') ? [] : children.filter((child) => child !== '');
}

/** A comment can't hold two hyphens in a row, nor end with one. */
function commentText({ children }: XmlElement): string {
  return `<!--${withoutForbidden(children.join('')).replace(/--/g, '- -').replace(/-$/, '- ')}-->`;
}

const attributeText = ([name, value]: readonly [string, string]): string => ` ${name}="${escaped(value)}"`;

/** draw.io escapes apostrophes too, and writes line breaks as references, which a literal one would not survive. */
function escaped(value: string): string {
  return withoutForbidden(value).replace(/[&<>"'\t\n\r]/g, (character) => ATTRIBUTE_ESCAPES[character] as string);
}

const ATTRIBUTE_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#x9;',
  '\n': '&#xa;',
  '\r': '&#xd;',
};

const contentText = (text: string): string =>
  withoutForbidden(text).replace(/[&<>\r]/g, (character) => ATTRIBUTE_ESCAPES[character] as string);
