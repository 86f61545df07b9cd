/** An <svg> inside a label's HTML, as an image: the writer reads and cleans it as it does those of cells. */

import he from 'he';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { percentEncoded } from '../primitives/percentEncoded.js';
import { lightSide } from '../style/color.js';
import { darkSide } from '../style/darkColor.js';
import type { ComputedStyle } from './computedStyle.js';
import type { ImageContent } from './content.js';

type ParsedElement = DefaultTreeAdapterTypes.Element;
type ParsedNode = DefaultTreeAdapterTypes.ChildNode;

/** The size of an <svg> that gives none, px. */
const DEFAULT_SIZE = { width: 300, height: 150 };

const NAMESPACES = ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** `style` is the element's own; what is deeper in it than `deepest` elements is left out. */
export function inlineSvg(node: ParsedElement, style: ComputedStyle, deepest: number): ImageContent {
  const view = attributeOf(node, 'viewBox');
  const [, , width = 0, height = 0] = (view ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const shaped = width > 0 && height > 0;
  // One with proportions and no width is as wide as there is room.
  const fills = shaped && style.width.kind === 'auto' && style.height.kind === 'auto';
  const font = ` font-family="${he.escape(style.families.join(', '))}" font-size="${style.fontSize}"`;
  const uri = (color: string): string => {
    const root = markup(node, deepest, `${NAMESPACES} color="${he.escape(color)}"${font}`);
    return `data:image/svg+xml,${percentEncoded(root)}`;
  };
  return {
    kind: 'image',
    style: fills ? { ...style, width: { kind: 'percent', value: 100 } } : style,
    href: uri(lightSide(style.color)),
    darkHref: uri(darkSide(style.color, 'auto')),
    naturalSize: shaped ? { width, height } : DEFAULT_SIZE,
    hasOnlyProportions: fills,
  };
}

const attributeOf = ({ attrs }: ParsedElement, name: string): string | undefined =>
  attrs.find((attribute) => attribute.name === name)?.value;

/** The element as XML. `given` attributes stand in place of its own of those names. */
function markup(node: ParsedElement, deepest: number, given = ''): string {
  const attributes = node.attrs
    .map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value] as const)
    .filter(([name]) => XML_NAME.test(name) && !given.includes(` ${name}="`))
    .map(([name, value]) => ` ${name}="${he.escape(value)}"`);
  const children = deepest > 0 ? node.childNodes.map((child) => nodeMarkup(child, deepest - 1)) : [];
  return `<${node.tagName}${given}${attributes.join('')}>${children.join('')}</${node.tagName}>`;
}

/** Names that HTML allows and XML doesn't would make the whole image unreadable. */
const XML_NAME = /^[A-Za-z_][\w.:-]*$/;

function nodeMarkup(node: ParsedNode, deepest: number): string {
  if (node.nodeName === '#text') return he.escape((node as DefaultTreeAdapterTypes.TextNode).value);
  return 'tagName' in node && XML_NAME.test(node.tagName) ? markup(node, deepest) : '';
}
