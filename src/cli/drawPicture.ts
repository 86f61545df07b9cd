/** One picture in the format asked for. */
import path from 'node:path';
import type { Assets } from '../assets/assets.js';
import type { Diagnostic } from '../diagnostics.js';
import type { RenderOptions } from '../options.js';
import type { Diagram } from '../render.js';
import type { Options } from './commandLine.js';
import { type Content, STANDARD_STREAM } from './files.js';
import { type Engine, FORMATS } from './formats.js';
import type { ImageLookup } from './images/allowedImages.js';
import type { OutputName } from './outputs.js';
import type { PageDiagnostic, Picture } from './picture.js';

export interface PictureContext {
  /** The path of the diagram. */
  readonly input: string;
  readonly name: OutputName;
  readonly options: Options;
  readonly fonts: readonly Uint8Array[];
  readonly assets: Assets | undefined;
  /** What gives the images that are neither in the file nor among the assets. */
  readonly image?: ImageLookup;
  readonly diagnostics: PageDiagnostic[];
}

/** Asks a lookup for the images that pictures want, as drawing them does. Throws as the library does. */
export function lookUpImages(
  engine: Engine,
  diagram: Diagram,
  pictures: readonly Picture[],
  context: PictureContext,
  image: ImageLookup,
): void {
  for (const picture of pictures) {
    const settings = renderOptions(diagram, picture, context);
    for (const page of picture.pages) {
      engine.render(diagram, { ...settings, page, image, embedDiagram: undefined, diagnostics: undefined });
    }
  }
}

/** The file's content. Throws as the library does, and so does what it gives to write the content. */
export async function drawPicture(
  engine: Engine,
  diagram: Diagram,
  picture: Picture,
  context: PictureContext,
): Promise<Content> {
  const { options, name, input } = context;
  const { pages } = picture;
  const settings = renderOptions(diagram, picture, context);
  const title = input === STANDARD_STREAM ? undefined : path.parse(input).name;
  return FORMATS[name.format].draw({
    engine,
    diagram,
    pages,
    settings,
    title,
    paper: options.paper,
    landscape: options.landscape,
    quality: options.quality,
    html: options.drawio?.html,
    limits: options.limit,
    source: name.isMadeUp ? input : undefined,
    mermaid: picture.mermaid,
  });
}

function renderOptions(diagram: Diagram, picture: Picture, context: PictureContext): Omit<RenderOptions, 'page'> {
  const { input, options, fonts, assets, image, diagnostics, name } = context;
  const { scale, width, height, border, theme, grid, embedFonts, pretty, animate, accessible, xmlDeclaration } =
    options;
  const [page = 1] = picture.pages;
  const pageName = picture.pages.length === 1 ? diagram.pages[page - 1]?.name : undefined;
  const asked = options.page !== undefined || options.pageRange !== undefined || page !== 1;
  // As in draw.io: SVG is transparent by itself, paper is white, a dark picture is dark.
  const white = FORMATS[name.format].onWhite && theme !== 'dark';
  return {
    fileName: input === STANDARD_STREAM ? undefined : path.basename(input),
    layers: picture.layers,
    cells: options.cell,
    scale,
    width,
    height,
    border,
    size: options.size ?? (FORMATS[name.format].onPaper && !crops(options) ? 'page' : 'diagram'),
    theme,
    background: options.transparent ? 'none' : (options.background ?? (white ? '#ffffff' : undefined)),
    grid,
    linkTarget: options.svgLinksTarget,
    embedDiagram: options.embedDiagram ? (options.uncompressed ? 'plain' : 'compressed') : undefined,
    // The whole file, unless a page was asked for: draw.io would open on another one than the picture shows.
    embedPages: asked && !options.drawio ? 'drawn' : 'all',
    embedFonts,
    pretty,
    animate,
    accessible,
    xmlDeclaration,
    fonts,
    systemFonts: options.systemFonts,
    limits: options.limit,
    assets,
    image,
    diagnostics: (diagnostic: Diagnostic) => diagnostics.push({ ...diagnostic, page: pageName }),
  };
}

/** What makes a PDF as large as its drawing, in place of printing it on the page's paper: a scale in mxsvg's own manner. */
const crops = ({ crop, width, height, scale = 1, drawio }: Options): boolean =>
  crop || width !== undefined || height !== undefined || (scale !== 1 && !drawio);
