/** Writes a scene as a standalone SVG document. */

import type { Report } from '../../diagnostics.js';
import type { Drawing, Fill, Group, Picture, Scene, SceneNode, Shadow, Stroke, TextNode } from '../../drawing/scene.js';
import { formatNumber } from '../../geometry/numbers.js';
import { IDENTITY, type Matrix, multiply, point, type Rect, scaling, translation } from '../../geometry/plane.js';
import { DEFAULT_LIMITS, type Limits, requireWithin } from '../../limits.js';
import { colorAttributes } from '../../style/colorAttributes.js';
import { shadowRegion } from '../bounds.js';
import { withOpacity } from '../color.js';
import { escapeXml } from '../format.js';
import { type LinkTarget, linkTarget, safeHref } from '../links.js';
import { type Device, labelPicture, snappedRect, snapTo } from '../textGeometry.js';
import { withAdaptiveColors } from './adaptive.js';
import { alternativeMarkup } from './alternativeMarkup.js';
import { Definitions, outlineMarkup } from './defs.js';
import { type EmbeddedFonts, embeddedFonts, NO_EMBEDDED_FONTS } from './fontEmbedding.js';
import { type ImageEmbedder, pictureMarkup } from './imageMarkup.js';
import { type TileLayout, tilesToWholePixels } from './patternTiles.js';
import { indented } from './pretty.js';
import { type TextMode, textBlockMarkup } from './textMarkup.js';
import { transformAttribute } from './transform.js';

export interface SvgOptions {
  /** The printed size in multiples of the page's pixels; default 1. */
  readonly scale?: number;
  /** 'native' (default) writes <text>; 'outline' writes glyph outlines. */
  readonly text?: TextMode;
  /** For a rasterizer: patterns repeat after whole pixels, and no side is shorter than one; default false. */
  readonly forRaster?: boolean;
  /** Moves the dashes of edges with flowAnimation=1, by a style sheet inside the SVG; default false, a still picture. */
  readonly animate?: boolean;
  /** Put before every id, to keep several pictures in one page apart; default none. */
  readonly idPrefix?: string;
  /** Puts the fonts of native text into the document, cut down to the glyphs used; default false. */
  readonly embedFonts?: boolean;
  /** Where links open; default 'auto', as the file says. */
  readonly linkTarget?: LinkTarget;
  /** The scene's colours may be light-dark(a, b); default false. */
  readonly adaptive?: boolean;
  /** Breaks the document into indented lines; default false. */
  readonly pretty?: boolean;
  /** What stands for images; default: their own data, cleaned. */
  readonly images?: ImageEmbedder;
  /** Receives what can't be written faithfully. */
  readonly report?: Report;
  /** Default: those that hold where nobody sets any. */
  readonly limits?: Limits;
}

const n = formatNumber;

/** The SVG of a scene. The same scene and options give the same bytes. Throws MxsvgError 'limit-exceeded'. */
export function writeSvg(scene: Scene, options: SvgOptions = {}): string {
  const {
    scale = 1,
    text = 'native',
    forRaster = false,
    idPrefix = '',
    animate = false,
    embedFonts = false,
    linkTarget = 'auto',
    limits = DEFAULT_LIMITS,
  } = options;
  const fonts = embedFonts && text === 'native' ? embeddedFonts(scene, options.report) : NO_EMBEDDED_FONTS;
  const device = { scale, left: scene.viewBox.x, top: scene.viewBox.y };
  const flowName = animate ? `${idPrefix}flow` : undefined;
  const writer = new SvgWriter({
    definitions: new Definitions(idPrefix, tileLayout(scene.viewBox, forRaster ? scale : undefined)),
    textMode: text,
    flowName,
    device,
    fonts,
    linkPolicy: linkTarget,
    limits,
    view: scene.viewBox,
    images: options.images,
    report: options.report,
    cellNames: scene.alternative?.cellNames,
  });
  const body = writer.group(scene.root);
  const { viewBox: box, background } = scene;
  const alternative = alternativeMarkup(scene.alternative, idPrefix, body.includes('<a '));
  const backdrop =
    background === undefined
      ? ''
      : `<rect x="${n(box.x)}" y="${n(box.y)}" width="${n(box.width)}" height="${n(box.height)}"${colorAttributes('fill', background)}/>`;
  const document =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"` +
    ` width="${printed(scene.width * scale, forRaster)}" height="${printed(scene.height * scale, forRaster)}"` +
    ` viewBox="${n(box.x)} ${n(box.y)} ${n(box.width)} ${n(box.height)}"` +
    `${alternative.attributes}>${alternative.elements}` +
    `${fonts.styleSheet}${writer.styleSheet}${writer.context.definitions.markup}${backdrop}${body}</svg>\n`;
  const colored = options.adaptive ? withAdaptiveColors(document) : document;
  return options.pretty ? indented(colored) : colored;
}

/** Fill patterns begin at the picture's corner, as in draw.io's SVG. `pixels`: how many are drawn to a px. */
const tileLayout = ({ x, y }: Rect, pixels: number | undefined): TileLayout => ({
  origin: point(x, y),
  tilesAcross: (size) => (pixels === undefined ? 1 : tilesToWholePixels(size * pixels)),
});

/** A side of the picture, px. Nothing at all is shown of one without extent, nor by a rasterizer of less than a pixel. */
const printed = (length: number, forRaster: boolean): string => n(Math.max(length, forRaster ? 1 : 0.01));

/** What a document is written with. */
interface WriterContext {
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

class SvgWriter {
  #flows = false;
  #length = 0;
  #cellId: string | undefined;
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

  group(group: Group): string {
    const around = this.#cellId;
    this.#cellId = group.cellId ?? around;
    const markup = this.#group(group);
    this.#cellId = around;
    return markup;
  }

  #group(group: Group): string {
    const body = (group.title === undefined ? '' : `<title>${escapeXml(group.title)}</title>`) + this.#nodes(group);
    if (body === '') return '';
    const cell = group.cellId === undefined ? '' : ` data-cell-id="${escapeXml(group.cellId)}"`;
    const shadow = group.shadow ? this.#shadow(group.shadow, group.children) : '';
    return `<g${cell}${shadow}>${body}</g>`;
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

  /** A cell's own drawing is wrapped in its link; the cells inside it are not. */
  #nodes(group: Group): string {
    const href = group.link && safeHref(group.link.href);
    if (href === undefined) return this.#all(group.children);
    const isCell = (node: SceneNode) => node.kind === 'group' && node.cellId !== undefined;
    const own = group.children.filter((node) => !isCell(node));
    const cells = group.children.filter(isCell);
    const opensIn = linkTarget(this.context.linkPolicy, group.link?.target);
    const target = opensIn === undefined ? '' : ` target="${escapeXml(opensIn)}"`;
    const name = this.context.cellNames?.get(group.cellId ?? '');
    const label = name === undefined ? '' : ` aria-label="${escapeXml(name)}"`;
    return `<a href="${escapeXml(href)}"${target}${label}>${this.#all(own)}</a>${this.#all(cells)}`;
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
