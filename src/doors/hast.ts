/** Inline SVG as a tree of hast, the syntax tree of HTML that remark, rehype and MDX speak. */
import { parseXml, type XmlElement } from '../decode/xml.js';

export interface HastText {
  type: 'text';
  value: string;
}

export interface HastElement {
  type: 'element';
  tagName: string;
  properties: Record<string, string | number | boolean | string[] | undefined>;
  children: (HastElement | HastText)[];
}

/** The tree of an SVG element of ours, without namespaces: in HTML the parser knows them. */
export const hastOfSvg = (svg: string): HastElement =>
  elementOf(parseXml(svg, { trusted: true, origin: 'the picture' }));

/** Names of attributes are names of properties too, for all that read hast; but for those that HTML calls otherwise. */
function elementOf({ name, attributes, children }: XmlElement): HastElement {
  const properties: HastElement['properties'] = {};
  for (const [attribute, value] of attributes) {
    if (attribute === 'class') properties.className = value.split(' ');
    else if (!/^xmlns(?::|$)/.test(attribute)) properties[attribute] = value;
  }
  return {
    type: 'element',
    tagName: name,
    properties,
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : elementOf(child))),
  };
}

/** What is shown where a diagram can't be drawn. */
export const failureElement = (message: string, source?: string): HastElement => ({
  type: 'element',
  tagName: source === undefined ? 'span' : 'pre',
  properties: { className: ['mxsvg-error'], role: 'alert' },
  children: [{ type: 'text', value: failureText(message, source) }],
});

/** The words of such a place: why, and the diagram's own text where the document holds it. */
export const failureText = (message: string, source?: string): string =>
  `This diagram can't be drawn: ${message}${source === undefined ? '' : `\n\n${source}`}`;
