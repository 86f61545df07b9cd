/** The words of an SVG document, as a page shows them. */

import type { XmlElement } from '../decode/xml.js';
import { numeral } from '../html/numerals.js';
import { append } from '../primitives/lists.js';

/**
 * The characters of an SVG's text without white space, sorted. draw.io writes each label twice, as HTML and for viewers
 * that show none: the first counts, with the numbers of its lists.
 */
export function charactersOf(root: XmlElement): string {
  const texts: string[] = [];
  const visit = (element: XmlElement): void => {
    const name = localName(element.name);
    if (UNSEEN.has(name)) return;
    if (name === 'ol') append(texts, numbersOf(element));
    for (const child of shownChildren(element)) {
      if (typeof child === 'string') texts.push(child);
      else visit(child);
    }
  };
  visit(root);
  return [...texts.join('').replace(/[\s\u00a0\u00ad\u200b]/g, '')].sort().join('');
}

const UNSEEN: ReadonlySet<string> = new Set(['title', 'style', 'desc', 'metadata', 'script']);

/** The name of an element or attribute without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** A switch shows one of its children. */
function shownChildren({ name, children }: XmlElement): XmlElement['children'] {
  if (localName(name) !== 'switch') return children;
  return children.filter((child) => typeof child !== 'string').slice(0, 1);
}

/** What attributes of HTML call the kinds of numerals. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['a', 'lower-alpha'],
  ['A', 'upper-alpha'],
  ['i', 'lower-roman'],
  ['I', 'upper-roman'],
]);

/** The numbers before the items of an ordered list. */
function numbersOf({ attributes, children }: XmlElement): string[] {
  const type = TYPES.get(attributes.get('type') ?? '') ?? 'decimal';
  let next = wholeNumber(attributes.get('start')) ?? 1;
  return children.flatMap((child) => {
    if (typeof child === 'string' || localName(child.name) !== 'li') return [];
    const number = wholeNumber(child.attributes.get('value')) ?? next;
    next = number + 1;
    return [`${numeral(number, type)}.`];
  });
}

const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
