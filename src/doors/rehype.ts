/** `mxsvg/rehype`: draws the diagrams of HTML documents: images of diagram files, and code blocks that hold diagrams. */

import type { Placed } from './documentPictures.js';
import { failureElement, type HastElement, type HastText, hastOfSvg } from './hast.js';
import { type TreeNode, type TreePlugin, treePlugin } from './tree.js';

export type { DocumentOptions, FileOutput } from './documentPictures.js';
export type { DrawingOptions, FailOn } from './drawDiagram.js';
export type { MessageFile, TreeNode, TreePlugin } from './tree.js';

/**
 * A plugin of rehype: `img` elements that lead to `.drawio`, `.dio`, `.mmd` and `.mermaid` files, and `pre` elements around
 * a `code` of the class `language-drawio` or `language-mermaid`, become inline SVG, or images of files that are written.
 * What can't be drawn is a message of the file, and shown in its place.
 */
const rehypeMxsvg: TreePlugin = treePlugin((node, pictures, tell) => {
  if (!isElement(node)) return undefined;
  if (node.tagName === 'img') {
    const { src, alt } = node.properties;
    if (typeof src !== 'string') return undefined;
    const placed = pictures.place({ address: src, alt: typeof alt === 'string' ? alt : '' }, tell);
    return placed && elementOf(placed, node.properties);
  }
  const code = node.tagName === 'pre' ? node.children[0] : undefined;
  if (node.children.length !== 1 || code?.type !== 'element' || code.tagName !== 'code') return undefined;
  const kind = pictures.fenceKind(languageOf(code));
  if (kind === undefined) return undefined;
  const text = textIn(code);
  return elementOf(pictures.place({ kind, text, alt: '', settings: {} }, tell) as Placed, {}, text);
});

export default rehypeMxsvg;

const isElement = (node: TreeNode): node is HastElement => node.type === 'element';

function elementOf(placed: Placed, properties: HastElement['properties'], source?: string): HastElement {
  if (placed.kind === 'inline') return hastOfSvg(placed.svg);
  if (placed.kind === 'failure') return failureElement(placed.message, source);
  const { address: src, width, height } = placed;
  return { type: 'element', tagName: 'img', properties: { ...properties, src, width, height }, children: [] };
}

function languageOf({ properties: { className } }: HastElement): string | undefined {
  const classes = Array.isArray(className) ? className : String(className ?? '').split(' ');
  return classes.find((name) => name.startsWith('language-'))?.slice('language-'.length);
}

/** All text in an element: a highlighter may have been there before. */
function textIn(element: HastElement): string {
  const parts: string[] = [];
  const open: (HastElement | HastText)[] = [element];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'text') parts.push(node.value);
    else if (node.type === 'element') open.push(...[...node.children].reverse());
  }
  return parts.join('');
}
