/** Writes the nodes of a scene as SVG markup: all at once, or piece by piece. */

import type { Report } from '../../diagnostics.js';
import type { Drawing, Fill, Group, Picture, SceneNode, Shadow, Stroke, TextNode } from '../../drawing/scene.js';
import { formatNumber } from '../../geometry/numbers.js';
import { IDENTITY, type Matrix, multiply, type Rect, scaling, translation } from '../../geometry/plane.js';
import { type Limits, requireWithin } from '../../limits.js';
import { colorAttributes } from '../../style/colorAttributes.js';
import { escapeXml } from '../format.js';
import { type LinkTarget, linkTarget, safeHref } from '../links.js';
import { withOpacity } from '../outputColor.js';
import { shadowRegion } from '../sceneBounds.js';
import { type Device, labelPicture, snappedRect, snapTo } from '../textGeometry.js';
import { type Definitions, outlineMarkup } from './defs.js';
import { type EmbeddedFonts, NO_EMBEDDED_FONTS } from './fontEmbedding.js';
import { type ImageEmbedder, pictureMarkup } from './imageMarkup.js';
import { type TextMode, textBlockMarkup } from './textMarkup.js';
import { transformAttribute } from './transform.js';

const n = formatNumber;

/** Markup that was written to see what it needs is kept for its second time, if it isn't more, characters. */
const MOST_KEPT = 16 * 1024 * 1024;

/** What a document is written with. */
export interface WriterContext {
  readonly definitions: Definitions;
  readonly textMode: TextMode;
  /** The animation of moving lines; undefined in a still picture. */
  readonly flowName: string | undefined;
  readonly device: Device;
  readonly fonts: EmbeddedFonts;
  readonly linkPolicy: LinkTarget;
  readonly limits: Limits;
  /** What the picture shows. */
  readonly view: Rect;
  readonly images: ImageEmbedder | undefined;
  readonly report: Report | undefined;
  /** What links of cells are called, by the cells' ids. */
  readonly cellNames: ReadonlyMap<string, string> | undefined;
}

/** What a group holds, in the order in which it is written. */
interface GroupParts {
  /** The tag that opens a link around the group's own nodes. */
  readonly link: string | undefined;
  readonly own: readonly SceneNode[];
  readonly cells: readonly SceneNode[];
}

const isCell = (node: SceneNode): boolean => node.kind === 'group' && node.cellId !== undefined;

/** What holds cells may be of any size, a cell by itself is small. */
const isWrittenInPieces = (group: Group): boolean => group.children.some(isCell);

const titleMarkup = (title: string): string => `<title>${escapeXml(title)}</title>`;

export class SvgWriter {
  #flows = false;
  #length = 0;
  #cellId: string | undefined;
  #hasLinks = false;
  /** What the leaves of the scene came to, in their order; undefined where that is too long to be kept. */
  #kept: string[] | undefined = [];
  #next = 0;
  /** From the page to the document's pixels. */
  readonly #toPixels: Matrix;

  constructor(readonly context: WriterContext) {
    const { scale, left, top } = context.device;
    this.#toPixels = multiply(scaling(scale, scale), translation(-left, -top));
  }

  /** What moves the dashes, where there are such lines. */
  get styleSheet(): string {
    const name = this.context.flowName;
    return name === undefined || !this.#flows ? '' : `<style>@keyframes ${name}{to{stroke-dashoffset:0}}</style>`;
  }

  /** Whether what was surveyed holds links. */
  get hasLinks(): boolean {
    return this.#hasLinks;
  }

  /**
   * Writes a group ahead of `pieces`, which then finds all its definitions made, and made in the same order as `group`
   * makes them. Whether there is anything of it.
   */
  survey(group: Group): boolean {
    if (!isWrittenInPieces(group)) return this.#surveyLeaf(this.group(group));
    const around = this.#enter(group);
    const { link, own, cells } = this.#partsOf(group);
    if (link !== undefined) this.#hasLinks = true;
    let isSeen = link !== undefined || group.title !== undefined;
    for (const nodes of [own, cells]) for (const node of nodes) isSeen = this.#surveyNode(node) || isSeen;
    if (isSeen && group.shadow) this.#shadow(group.shadow, group.children);
    this.#cellId = around;
    return isSeen;
  }

  #surveyNode(node: SceneNode): boolean {
    return node.kind === 'group' ? this.survey(node) : this.#surveyLeaf(this.#node(node));
  }

  #surveyLeaf(markup: string): boolean {
    if (markup.includes('<a ')) this.#hasLinks = true;
    if (this.#length > MOST_KEPT) this.#kept = undefined;
    this.#kept?.push(markup);
    return markup !== '';
  }

  /** What `group` gives, in pieces. The group has been surveyed. */
  *pieces(group: Group): Generator<string> {
    if (!isWrittenInPieces(group)) {
      yield* this.#leaf(() => this.group(group));
      return;
    }
    const around = this.#enter(group);
    let isOpen = false;
    for (const piece of this.#inside(group)) {
      if (!isOpen) yield this.#openingTag(group);
      isOpen = true;
      yield piece;
    }
    if (isOpen) yield '</g>';
    this.#cellId = around;
  }

  *#inside(group: Group): Generator<string> {
    if (group.title !== undefined) yield titleMarkup(group.title);
    const { link, own, cells } = this.#partsOf(group);
    if (link !== undefined) yield link;
    for (const node of own) yield* this.#nodePieces(node);
    if (link !== undefined) yield '</a>';
    for (const node of cells) yield* this.#nodePieces(node);
  }

  #nodePieces(node: SceneNode): Generator<string> {
    return node.kind === 'group' ? this.pieces(node) : this.#leaf(() => this.#node(node));
  }

  *#leaf(write: () => string): Generator<string> {
    if (this.#next === 0) this.#length = 0;
    const markup = this.#kept === undefined ? write() : (this.#kept[this.#next] as string);
    this.#next += 1;
    if (markup !== '') yield markup;
  }

  /** What is written from here on belongs to a group's cell; the one before. */
  #enter(group: Group): string | undefined {
    const around = this.#cellId;
    this.#cellId = group.cellId ?? around;
    return around;
  }

  group(group: Group): string {
    const around = this.#enter(group);
    const markup = this.#group(group);
    this.#cellId = around;
    return markup;
  }

  #group(group: Group): string {
    const body = (group.title === undefined ? '' : titleMarkup(group.title)) + this.#nodes(group);
    return body === '' ? '' : `${this.#openingTag(group)}${body}</g>`;
  }

  #openingTag(group: Group): string {
    const cell = group.cellId === undefined ? '' : ` data-cell-id="${escapeXml(group.cellId)}"`;
    const shadow = group.shadow ? this.#shadow(group.shadow, group.children) : '';
    return `<g${cell}${shadow}>`;
  }

  /**
   * A filter function where browsers draw: it has no region that could cut off a line without height. Other programs give
   * it one all the same, so what is drawn with outlines has a filter with a region that is large enough.
   */
  #shadow(shadow: Shadow, children: readonly SceneNode[]): string {
    if (this.context.textMode === 'native') return ` style="filter:${dropShadow(shadow)}"`;
    const region = shadowRegion(children, shadow, IDENTITY, this.context.view);
    if (!region || region.width === 0 || region.height === 0) return '';
    return ` filter="url(#${this.context.definitions.shadow(shadow, region)})"`;
  }

  #nodes(group: Group): string {
    const { link, own, cells } = this.#partsOf(group);
    return link === undefined ? this.#all(own) : `${link}${this.#all(own)}</a>${this.#all(cells)}`;
  }

  /** A cell's own drawing is wrapped in its link; the cells inside it are not. Without a link all is its own. */
  #partsOf(group: Group): GroupParts {
    const href = group.link && safeHref(group.link.href);
    if (href === undefined) return { link: undefined, own: group.children, cells: [] };
    const opensIn = linkTarget(this.context.linkPolicy, group.link?.target);
    const target = opensIn === undefined ? '' : ` target="${escapeXml(opensIn)}"`;
    const name = this.context.cellNames?.get(group.cellId ?? '');
    const label = name === undefined ? '' : ` aria-label="${escapeXml(name)}"`;
    return {
      link: `<a href="${escapeXml(href)}"${target}${label}>`,
      own: group.children.filter((node) => !isCell(node)),
      cells: group.children.filter(isCell),
    };
  }

  #all(nodes: readonly SceneNode[]): string {
    let markup = '';
    for (const node of nodes) markup += this.#node(node);
    return markup;
  }

  #node(node: SceneNode): string {
    switch (node.kind) {
      case 'group':
        return this.group(node);
      case 'drawing':
        return this.#counted(this.#drawing(node));
      case 'picture':
        return this.#counted(this.#picture(node));
      case 'text':
        return this.#counted(this.#text(node));
    }
  }

  /** Pieces are counted as they come: they share what they have in common until the document is put together. */
  #counted(markup: string): string {
    this.#length += markup.length;
    requireWithin(this.context.limits, 'outputBytes', this.#length, 'The picture');
    return markup;
  }

  #drawing(node: Drawing): string {
    return outlineMarkup(
      node.outline,
      this.#style(node) + this.#fill(node.fill) + strokeAttributes(node.stroke) + transformAttribute(node.transform),
    );
  }

  /** What CSS alone can say of a drawing. */
  #style({ blend, flow }: Drawing): string {
    const declarations = blend ? [`mix-blend-mode:${blend}`] : [];
    if (flow && this.context.flowName !== undefined) {
      this.#flows = true;
      const { length, milliseconds, timing, direction } = flow;
      declarations.push(`stroke-dashoffset:${n(length)}`);
      declarations.push(`animation:${this.context.flowName} ${milliseconds}ms ${timing} infinite ${direction}`);
    }
    return declarations.length > 0 ? ` style="${escapeXml(declarations.join(';'))}"` : '';
  }

  #fill(fill: Fill | undefined): string {
    if (!fill) return ' fill="none"';
    if (fill.paint.kind === 'solid') return colorAttributes('fill', fill.paint.color, fill.opacity);
    const opacity = fill.opacity < 1 ? ` fill-opacity="${n(fill.opacity, 3)}"` : '';
    return ` fill="${this.context.definitions.paint(fill.paint)}"${opacity}`;
  }

  #picture(node: Picture): string {
    return this.#image(node, IDENTITY);
  }

  #image(picture: Picture, frame: Matrix): string {
    const { definitions, images } = this.context;
    const toPixels = multiply(this.#toPixels, frame);
    return pictureMarkup(picture, { definitions, embed: images, toPixels, cellId: this.#cellId });
  }

  #text(node: TextNode): string {
    const clipId = (box: Rect): string => this.context.definitions.clip({ kind: 'rect', box, radiusX: 0, radiusY: 0 });
    const snap = snapTo(this.context.device, node.transform, node.origin);
    const body = textBlockMarkup(node.block, {
      mode: this.context.textMode,
      clip: clipId,
      linkTarget: linkTarget(this.context.linkPolicy, undefined),
      snap,
      embeddedFamily: (face) => this.context.fonts.families.get(face),
      holdsFonts: this.context.fonts !== NO_EMBEDDED_FONTS,
      image: (image) => this.#image(labelPicture(image), node.transform),
    });
    if (body === '') return '';
    const opacity = node.opacity < 1 ? ` opacity="${n(node.opacity, 3)}"` : '';
    const clip = node.clip ? ` clip-path="url(#${clipId(snappedRect(node.clip, snap))})"` : '';
    return `<g${transformAttribute(node.transform)}${opacity}${clip}>${body}</g>`;
  }
}

function strokeAttributes(stroke: Stroke | undefined): string {
  if (!stroke) return '';
  let attributes = colorAttributes('stroke', stroke.color, stroke.opacity);
  if (stroke.width !== 1) attributes += ` stroke-width="${n(stroke.width)}"`;
  if (stroke.dash.length > 0) attributes += ` stroke-dasharray="${stroke.dash.map((length) => n(length)).join(' ')}"`;
  if (stroke.lineCap !== 'butt') attributes += ` stroke-linecap="${stroke.lineCap}"`;
  if (stroke.lineJoin !== 'miter') attributes += ` stroke-linejoin="${stroke.lineJoin}"`;
  // draw.io's miter limit of 10 differs from SVG's default of 4.
  if (stroke.lineJoin === 'miter') attributes += ` stroke-miterlimit="${n(stroke.miterLimit)}"`;
  return attributes;
}

const dropShadow = ({ color, opacity, dx, dy, blur }: Shadow): string =>
  `drop-shadow(${n(dx)}px ${n(dy)}px ${n(blur)}px ${withOpacity(color, opacity)})`;
