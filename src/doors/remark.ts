/** `mxsvg/remark`: draws the diagrams of Markdown and MDX documents, images and fenced blocks alike. */
import { readFenceWords } from './diagramAddress.js';
import type { DocumentOptions, Placed } from './documentPictures.js';
import { failureElement, type HastElement, hastOfSvg } from './hast.js';
import { type TreeNode, type TreePlugin, treePlugin } from './tree.js';

export type { DocumentOptions, FileOutput } from './documentPictures.js';
export type { DrawingOptions, FailOn } from './drawDiagram.js';
export type { MessageFile, TreeNode, TreePlugin } from './tree.js';

/** Of mdast. */
interface Image extends TreeNode {
  url: string;
  alt?: string | null;
}

interface Code extends TreeNode {
  lang?: string | null;
  meta?: string | null;
  value: string;
}

/**
 * A plugin of remark: images that lead to `.drawio`, `.dio`, `.mmd` and `.mermaid` files, and blocks fenced as `drawio`
 * or `mermaid`, become inline SVG, or images of files that are written. What can't be drawn is a message of the file, and
 * shown in its place.
 */
function remarkMxsvg(this: unknown, options?: DocumentOptions): ReturnType<TreePlugin> {
  writeImagesAgain(this);
  return drawing(options);
}

export default remarkMxsvg;

const drawing = treePlugin((node, pictures, tell) => {
  if (node.type === 'image') {
    const image = node as Image;
    const placed = pictures.place({ address: image.url, alt: image.alt ?? '' }, tell);
    return placed && placedImage(image, placed);
  }
  if (node.type !== 'code') return undefined;
  const { lang, meta, value } = node as Code;
  const kind = pictures.fenceKind(lang ?? undefined);
  if (kind === undefined) return undefined;
  const { settings, title } = readFenceWords(meta ?? '');
  const placed = pictures.place({ kind, text: value, alt: title, settings, line: lineIn(node) }, tell) as Placed;
  return placedBlock(node, placed, title, value);
});

/**
 * The node in place of an image that is drawn into the page. Plugins that come later, as Docusaurus' own do, would take a
 * node named image for one whose file they have to copy.
 */
const DRAWN = 'mxsvgImage';

interface Drawn extends TreeNode {
  readonly image: Image;
}

/** What of a unified processor is used: its data, to which plugins add what writes their nodes as Markdown. */
interface Processor {
  data(): { toMarkdownExtensions?: unknown[] };
}

interface MarkdownState {
  handle(node: TreeNode, parent: unknown, state: MarkdownState, info: unknown): string;
}

/** Has the processor write a drawn image as the image that it was. */
function writeImagesAgain(processor: unknown): void {
  if (typeof (processor as Partial<Processor> | undefined)?.data !== 'function') return;
  const data = (processor as Processor).data();
  const handler = (node: Drawn, parent: unknown, state: MarkdownState, info: unknown) =>
    state.handle(node.image, parent, state, info);
  data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), { handlers: { [DRAWN]: handler } }];
}

/** The line of the document that a block's text begins on, after its fence. */
const lineIn = ({ position }: TreeNode): number | undefined => position && position.start.line + 1;

/** The image itself where its file is written; otherwise what it becomes in HTML. */
function placedImage(image: Image, placed: Placed): TreeNode {
  if (placed.kind === 'file') {
    const { width, height } = placed;
    return { ...image, url: placed.address, data: { ...image.data, hProperties: { width, height } } } as TreeNode;
  }
  const data = { ...image.data, ...replacedBy(elementOf(placed)) };
  return { type: DRAWN, position: image.position, image, data } as Drawn;
}

function placedBlock({ position }: TreeNode, placed: Placed, alt: string, source: string): TreeNode {
  if (placed.kind === 'file') {
    const { address: url, width, height } = placed;
    const image = { type: 'image', url, alt, title: null, data: { hProperties: { width, height } } };
    return { type: 'paragraph', position, children: [image] } as TreeNode;
  }
  const element = elementOf(placed, source);
  const inside = placed.kind === 'inline' ? { ...BLOCK, children: [element] } : element;
  return { type: 'paragraph', position, children: [], data: replacedBy(inside) } as TreeNode;
}

const BLOCK: HastElement = {
  type: 'element',
  tagName: 'div',
  properties: { className: ['mxsvg-block'] },
  children: [],
};

const elementOf = (placed: Exclude<Placed, { readonly kind: 'file' }>, source?: string): HastElement =>
  placed.kind === 'inline' ? hastOfSvg(placed.svg) : failureElement(placed.message, source);

/** What makes HTML of a node, as mdast-util-to-hast reads it. */
const replacedBy = ({ tagName, properties, children }: HastElement) => ({
  hName: tagName,
  hProperties: properties,
  hChildren: children,
});
