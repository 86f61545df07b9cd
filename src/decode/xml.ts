/** XML text → a small element tree, as a browser's parser reads it. */

import { MxsvgError } from '../diagnostics.js';
import { DEFAULT_LIMITS, type Limits, limitExceeded } from '../limits.js';
import { withoutForbidden } from '../primitives/xmlCharacters.js';
import { withoutDoctype } from './doctype.js';
import { ELEMENTS_PER_CELL } from './htmlTree.js';
import { readPlainXml } from './plainXml.js';
import { readNodes, requireWellFormed } from './xmlParser.js';
import { COMMENT, type XmlElement, type XmlOptions } from './xmlTree.js';

export { COMMENT, type XmlElement, type XmlOptions } from './xmlTree.js';

/**
 * Reads one XML document. Characters that XML has no place for are dropped, as draw.io drops them from pages that it
 * decompressed: what is drawn is what can be written again. Throws MxsvgError 'malformed-xml' with line and column, or
 * 'limit-exceeded'.
 */
export function parseXml(source: string, options: XmlOptions = {}): XmlElement {
  const origin = options.origin ?? 'the XML';
  const limits = options.limits ?? DEFAULT_LIMITS;
  const text = withoutForbidden(withoutDoctype(source, origin, limits));
  requireFewElements(text, origin, limits);
  const plain = readPlainXml(text, options);
  if (plain) return plain;
  if (options.trusted !== true) requireWellFormed(text, origin);
  const root = readNodes(text, origin, options).find((node) => isElement(node) && node.name !== COMMENT);
  if (root === undefined) throw new MxsvgError('malformed-xml', `${origin} holds no element.`);
  return root as XmlElement;
}

/** The child elements, of one name where it is given. */
export function childElements(element: XmlElement, name?: string): readonly XmlElement[] {
  const elements = element.children.filter(isElement);
  return name === undefined ? elements : elements.filter((child) => child.name === name);
}

/** The first child element of that name. */
export const childElement = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child): child is XmlElement => isElement(child) && child.name === name);

/** The element's own text, child elements left out. */
export const ownText = (element: XmlElement): string =>
  element.children.filter((child) => typeof child === 'string').join('');

function isElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== 'string';
}

/** Counted ahead of everything, since a tree of very many elements fills the memory. */
function requireFewElements(text: string, origin: string, limits: Limits): void {
  const most = limits.cells * ELEMENTS_PER_CELL;
  // The shortest element has four characters.
  if (text.length / 4 <= most) return;
  let count = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (text.charCodeAt(at + 1) === SLASH) continue;
    count += 1;
    if (count > most) throw limitExceeded(limits, 'cells', `${origin}, which has more than ${most} elements,`);
  }
}

const SLASH = 0x2f;
