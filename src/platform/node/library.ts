/** The library under Node: its functions over the bundled fonts, stencils and icons, and the formats beyond SVG. */
import type { Finding } from '../../check/finding.js';
import type { FixedFile } from '../../check/fix/fix.js';
import type {
  CheckOptions,
  DescribeOptions,
  HtmlOptions,
  JpegOptions,
  LayoutOptions,
  PdfOptions,
  PixelOptions,
  RenderOptions,
  WebpOptions,
  XmlOptions,
} from '../../options.js';
import {
  type CellBox,
  type Comparison,
  createEngine,
  type Description,
  type Diagram,
  type LayerInfo,
  type MermaidText,
  type MermaidTextOptions,
  type ReadOptions,
  type Source,
} from '../../render.js';
import type { Verdict, VerifyOptions } from '../../verify/verify.js';
import type { Writable } from '../../write/pieces.js';
import { nodeFontSupport } from './machineFonts.js';
import { createMathTypesetter } from './mathTypesetter.js';
import { nodeAssets } from './packagedAssets.js';

const renderer = createEngine(nodeAssets, createMathTypesetter, nodeFontSupport);

/**
 * Reads a diagram file and lists its pages, without drawing anything. The result may be drawn from in place of the file.
 * @throws MxsvgError if the file can't be read
 */
export const parse = (source: string | Uint8Array, options?: ReadOptions): Diagram => renderer.parse(source, options);

/**
 * Draws one page as a standalone SVG document with real text.
 * @throws MxsvgError if the file can't be read, the page isn't there or is broken, or an option is out of range
 */
export const render = (source: Source, options?: RenderOptions): string => renderer.render(source, options);

/**
 * Writes what `render` gives to a stream, in UTF-8 and in pieces, so that a large picture is never held as a whole. The
 * next piece is made when the stream, one of Node's or of the Web's, has taken the one before; the stream stays open.
 * @throws MxsvgError as render does, before anything is written, and the stream's own error (the promise rejects)
 */
export const renderTo = (source: Source, writable: Writable, options?: RenderOptions): Promise<void> =>
  renderer.renderTo(source, writable, options);

/** What draws pixels, loaded by the first picture that needs it. */
async function pictureTools() {
  const { nodeRasterizers } = await import('./nodeRasterizer.js');
  return { engine: renderer, rasterizer: await nodeRasterizers() };
}

/**
 * Draws one page as PNG. Text is drawn from fonts' outlines, so the picture is the same wherever those fonts are.
 * @throws MxsvgError as render does, and 'limit-exceeded' for a picture of too many pixels
 */
export async function renderPng(source: Source, options: PixelOptions = {}): Promise<Uint8Array> {
  const [{ drawPng }, tools] = await Promise.all([import('../raster/pngPictures.js'), pictureTools()]);
  return drawPng(tools, source, options);
}

/**
 * Draws one page as JPEG, on white where it has no background.
 * @throws MxsvgError as renderPng does, and 'invalid-option' for a quality out of range
 */
export async function renderJpeg(source: Source, options: JpegOptions = {}): Promise<Uint8Array> {
  const [{ drawJpeg }, tools] = await Promise.all([import('../raster/jpeg.js'), pictureTools()]);
  return drawJpeg(tools, source, options);
}

/**
 * Draws one page as WebP, transparent where it has no background.
 * @throws MxsvgError as renderPng does, and 'invalid-option' for a quality out of range
 */
export async function renderWebp(source: Source, options: WebpOptions = {}): Promise<Uint8Array> {
  const [{ drawWebp }, tools] = await Promise.all([import('./webp.js'), pictureTools()]);
  return drawWebp(tools, source, options);
}

/**
 * Writes pages as a PDF file: vector graphics, real text, links. With size 'diagram' (default) each page of the file is
 * as large as its drawing; with 'page' drawings are on sheets of their page's paper, as many as they touch.
 * @throws MxsvgError as render does
 */
export async function renderPdf(source: Source, options: PdfOptions = {}): Promise<Uint8Array> {
  const [{ drawPdf }, tools] = await Promise.all([import('../raster/pdf.js'), pictureTools()]);
  return drawPdf(tools, source, options);
}

/**
 * Pages as one HTML document that needs nothing else: tabs, pan and zoom.
 * @throws MxsvgError as render does
 */
export const renderHtml = (source: Source, options?: HtmlOptions): string => renderer.html(source, options);

/**
 * The file as draw.io's own XML, with everything that was read, in one normal form.
 * @throws MxsvgError as render does
 */
export const drawioXml = (source: Source, options?: XmlOptions): string => renderer.xml(source, options);

/**
 * What differs between two versions of a file, and a picture of it.
 * @throws MxsvgError as render does
 */
export const compare = (before: Source, after: Source, options?: RenderOptions): Comparison =>
  renderer.compare(before, after, options);

/**
 * The picture of a comparison as PNG.
 * @throws MxsvgError as renderPng does
 */
export async function comparePng(before: Source, after: Source, options: PixelOptions = {}): Promise<Uint8Array> {
  const [{ drawComparison }, tools] = await Promise.all([import('../raster/pngPictures.js'), pictureTools()]);
  return drawComparison(tools, before, after, options);
}

/**
 * The layers of a page, the lowest first.
 * @throws MxsvgError as render does
 */
export const layers = (source: Source, page?: number | string): readonly LayerInfo[] => renderer.layers(source, page);

/**
 * Whether an SVG or PNG with a diagram inside still shows that diagram: one of ours must come out the same when it is
 * drawn again, one by draw.io must show the same words and shapes. Fonts, images, assets and limits that it was drawn
 * with are to be given again: a picture can't tell them.
 * @throws MxsvgError where there is no diagram inside, or the picture can't be read
 */
export async function verify(picture: Uint8Array, options: VerifyOptions = {}): Promise<Verdict> {
  const [{ verifyPicture }, { outlineDocument, pixelsOfStranger }, tools] = await Promise.all([
    import('../../verify/verify.js'),
    import('../raster/pngPictures.js'),
    pictureTools(),
  ]);
  return verifyPicture(picture, options, {
    parse,
    render,
    renderPng,
    document: (diagram, settings) => outlineDocument(tools, diagram, settings),
    pixels: async (svg) => pixelsOfStranger(tools, svg, options),
  });
}

/**
 * Where every visible cell of a page stands, in page pixels.
 * @throws MxsvgError as render does
 */
export const layout = (source: Source, options?: LayoutOptions): { readonly cells: readonly CellBox[] } =>
  renderer.layout(source, options);

/**
 * What is wrong with a diagram, by rules: what draw.io leaves out or repairs, what can't be read, what lies on top of what.
 * A page that can't be read is a finding.
 * @throws MxsvgError if the file can't be read, or an option is none
 */
export const check = (source: Source, options?: CheckOptions): readonly Finding[] => renderer.check(source, options);

/**
 * Mends what has one right answer in draw.io's own XML (a text, or bytes in UTF-8), and leaves all else as it is, byte for
 * byte.
 * @throws MxsvgError as check does, and 'invalid-option' for other kinds of files
 */
export const fix = (source: string | Uint8Array, options?: CheckOptions): FixedFile => renderer.fix(source, options);

/**
 * What a diagram says: its pages, nodes as they contain each other, and what connects them.
 * @throws MxsvgError as render does
 */
export const describe = (source: Source, options?: DescribeOptions): Description => renderer.describe(source, options);

/**
 * The Mermaid texts that groups and images were made of, as draw.io keeps them, page by page.
 * @throws MxsvgError as render does
 */
export const mermaidTexts = (source: Source, options?: MermaidTextOptions): readonly MermaidText[] =>
  renderer.mermaidTexts(source, options);
