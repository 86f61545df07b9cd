/** Writes a scene as a standalone SVG document. */

import type { Report } from '../../diagnostics.js';
import type { Scene } from '../../drawing/scene.js';
import { formatNumber } from '../../geometry/numbers.js';
import { point, type Rect } from '../../geometry/plane.js';
import { DEFAULT_LIMITS, type Limits } from '../../limits.js';
import { colorAttributes } from '../../style/colorAttributes.js';
import type { LinkTarget } from '../links.js';
import { withAdaptiveColors } from './adaptive.js';
import { alternativeMarkup } from './alternativeMarkup.js';
import { Definitions } from './defs.js';
import { embeddedFonts, NO_EMBEDDED_FONTS } from './fontEmbedding.js';
import type { ImageEmbedder } from './imageMarkup.js';
import { type TileLayout, tilesToWholePixels } from './patternTiles.js';
import { Indenter } from './pretty.js';
import { prologMarkup, type RootOptions, rootTag } from './rootMarkup.js';
import { SvgWriter } from './svgWriter.js';
import type { TextMode } from './textMarkup.js';

export interface SvgOptions extends RootOptions {
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
  const writer = writerOf(scene, options);
  const body = writer.group(scene.root);
  const hasLinks = scene.alternative !== undefined && body.includes('<a ');
  const { prolog, tag, content } = headOf(scene, options, writer, hasLinks);
  return prolog + finisher(options)(tag, `${content}${body}${END}`);
}

/** So much is handed on at once, characters. */
const PIECE = 64 * 1024;

/**
 * What `writeSvg` gives, in pieces of whole elements, of which the first holds the svg element's tag. What it would throw is
 * thrown here, before the first of them.
 */
export function svgPieces(scene: Scene, options: SvgOptions = {}): Iterable<string> {
  const writer = writerOf(scene, options);
  // The definitions stand first, and only what uses them tells what they are.
  writer.survey(scene.root);
  const head = headOf(scene, options, writer, writer.hasLinks);
  const finished = finisher(options);
  return (function* () {
    let { prolog, tag, content } = head;
    const taken = (): string => {
      const piece = prolog + finished(tag, content);
      prolog = tag = content = '';
      return piece;
    };
    for (const markup of writer.pieces(scene.root)) {
      content += markup;
      if (content.length >= PIECE) yield taken();
    }
    content += END;
    yield taken();
  })();
}

const END = '</svg>\n';

/** What gives the pieces of one document their last form; the first of them begins with the tag of the svg element. */
function finisher({ adaptive, pretty }: SvgOptions): (tag: string, content: string) => string {
  const indenter = pretty ? new Indenter() : undefined;
  return (tag, content) => {
    const piece = tag + (adaptive ? withAdaptiveColors(content) : content);
    return indenter ? indenter.add(piece) : piece;
  };
}

function writerOf(scene: Scene, options: SvgOptions): SvgWriter {
  const { scale = 1, text = 'native', forRaster = false, idPrefix = '', limits = DEFAULT_LIMITS } = options;
  return new SvgWriter({
    definitions: new Definitions(idPrefix, tileLayout(scene.viewBox, forRaster ? scale : undefined)),
    textMode: text,
    flowName: options.animate ? `${idPrefix}flow` : undefined,
    device: { scale, left: scene.viewBox.x, top: scene.viewBox.y },
    fonts: options.embedFonts && text === 'native' ? embeddedFonts(scene, options.report) : NO_EMBEDDED_FONTS,
    linkPolicy: options.linkTarget ?? 'auto',
    limits,
    view: scene.viewBox,
    images: options.images,
    report: options.report,
    cellNames: scene.alternative?.cellNames,
  });
}

/** What a document begins with. */
interface Head {
  readonly prolog: string;
  readonly tag: string;
  /** What stands in the svg element before the drawing itself. */
  readonly content: string;
}

/** When the drawing itself is known. */
function headOf(scene: Scene, options: SvgOptions, { context, styleSheet }: SvgWriter, hasLinks: boolean): Head {
  const { viewBox: box, background } = scene;
  const alternative = alternativeMarkup(scene.alternative, options.idPrefix ?? '', hasLinks);
  const backdrop =
    background === undefined
      ? ''
      : `<rect x="${n(box.x)}" y="${n(box.y)}" width="${n(box.width)}" height="${n(box.height)}"${colorAttributes('fill', background)}/>`;
  return {
    prolog: prologMarkup(options),
    tag: rootTag(scene, options, alternative.attributes),
    content: `${alternative.elements}${context.fonts.styleSheet}${styleSheet}${context.definitions.markup}${backdrop}`,
  };
}

/** Fill patterns begin at the picture's corner, as in draw.io's SVG. `pixels`: how many are drawn to a px. */
const tileLayout = ({ x, y }: Rect, pixels: number | undefined): TileLayout => ({
  origin: point(x, y),
  tilesAcross: (size) => (pixels === undefined ? 1 : tilesToWholePixels(size * pixels)),
});
