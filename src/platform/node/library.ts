/** The library under Node: its functions over the bundled fonts, stencils and icons, and the formats beyond SVG. */
import { createBudget } from '../../budget.js';
import type { Finding } from '../../check/finding.js';
import type { FixedFile } from '../../check/fix/fix.js';
import type { Scene } from '../../drawing/scene.js';
import { completeLimits, type Limits, requireWithin } from '../../limits.js';
import {
  type CheckOptions,
  type DescribeOptions,
  findPage,
  type HtmlOptions,
  type JpegOptions,
  type LayoutOptions,
  type PdfOptions,
  type PixelOptions,
  printScale,
  type RenderOptions,
  reporter,
  type SvgOnly,
  type WebpOptions,
  type XmlOptions,
} from '../../options.js';
import { checkOptionTypes } from '../../optionTypes.js';
import {
  type CellBox,
  type Comparison,
  createEngine,
  type Description,
  type Diagram,
  type LayerInfo,
  type MermaidText,
  type MermaidTextOptions,
  type PageInfo,
  type ReadOptions,
  type Source,
} from '../../render.js';
import type { Verdict, VerifyOptions } from '../../verify/verify.js';
import type { PdfPage } from '../../write/pdf/document.js';
import { nodeFontSupport } from './machineFonts.js';
import { createMathTypesetter } from './mathTypesetter.js';
import { nodeAssets, plainFontFiles } from './packagedAssets.js';
import type { RasterOptions } from './rasterizer.js';

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

const limitsOf = (options: ReadOptions): Limits => completeLimits(options.limits);

/** For one kind of page around the picture. */
const lit = (options: PixelOptions): PixelOptions => ({
  ...options,
  theme: options.theme === 'auto' ? 'light' : options.theme,
});

/** What pixels have no use for is not noted in them, though nobody's types may have kept it away. */
const NO_SVG_OPTIONS: Readonly<Record<SvgOnly, undefined>> = {
  text: undefined,
  pretty: undefined,
  xmlDeclaration: undefined,
  animate: undefined,
  embedFonts: undefined,
  idPrefix: undefined,
  linkTarget: undefined,
  accessible: undefined,
};

const rasterOptions = (scene: Scene, options: PixelOptions): RasterOptions => ({
  scale: printScale(scene, options),
  fontFiles: plainFontFiles,
  limits: limitsOf(options),
  report: reporter(options.diagnostics),
});

/**
 * Draws one page as PNG. Text is drawn from fonts' outlines, so the picture is the same wherever those fonts are.
 * @throws MxsvgError as render does, and 'limit-exceeded' for a picture of too many pixels
 */
export async function renderPng(source: Source, options: PixelOptions = {}): Promise<Uint8Array> {
  checkOptionTypes(options);
  const { rasterize } = await import('./rasterizer.js');
  const { scene, recipe } = renderer.picture(source, lit(options));
  const png = await rasterize(scene, rasterOptions(scene, options));
  const xml = renderer.embeddedXml(source, options);
  if (xml === undefined) return png;
  const [{ embedInPng }, { withPngRecipe }] = await Promise.all([
    import('../../write/file/embed.js'),
    import('../../pipeline/recipe.js'),
  ]);
  return withPngRecipe(embedInPng(png, xml), recipe({ ...options, ...NO_SVG_OPTIONS }));
}

/**
 * Draws one page as JPEG, on white where it has no background.
 * @throws MxsvgError as renderPng does, and 'invalid-option' for a quality out of range
 */
export async function renderJpeg(source: Source, options: JpegOptions = {}): Promise<Uint8Array> {
  checkOptionTypes(options);
  const { rasterizeJpeg } = await import('./jpeg.js');
  const scene = renderer.scene(source, lit(options));
  return rasterizeJpeg(scene, options.quality, rasterOptions(scene, options));
}

/**
 * Draws one page as WebP, transparent where it has no background.
 * @throws MxsvgError as renderPng does, and 'invalid-option' for a quality out of range
 */
export async function renderWebp(source: Source, options: WebpOptions = {}): Promise<Uint8Array> {
  checkOptionTypes(options);
  const { rasterizeWebp } = await import('./webp.js');
  const scene = renderer.scene(source, lit(options));
  return rasterizeWebp(scene, options.quality, rasterOptions(scene, options));
}

/**
 * Writes pages as a PDF file: vector graphics, real text, links. With size 'diagram' (default) each page of the file is
 * as large as its drawing; with 'page' drawings are on sheets of their page's paper, as many as they touch.
 * @throws MxsvgError as render does
 */
export async function renderPdf(source: Source, options: PdfOptions = {}): Promise<Uint8Array> {
  checkOptionTypes(options);
  const [{ writePdf }, { createDrawer }, { paperAround, sheetsIn, sheetsOf }, { onPaper }] = await Promise.all([
    import('../../write/pdf/document.js'),
    import('./rasterizer.js'),
    import('../../write/pdf/sheets.js'),
    import('../../write/pdf/paper.js'),
  ]);
  const diagram = isDiagram(source) ? source : renderer.parse(source, options);
  const { pages: chosen, now = new Date(), paper, landscape = false, ...settings } = options;
  const theme = options.theme === 'auto' ? 'light' : options.theme;
  const budget = createBudget(limitsOf(options));
  let sheets = 0;
  const pages = (chosen ?? diagram.pages.map((_, index) => index + 1)).flatMap((page): readonly PdfPage[] => {
    if (paper !== undefined) {
      const unfitted = { ...settings, size: 'diagram', width: undefined, height: undefined } as const;
      const scene = renderer.scene(diagram, { ...unfitted, now, theme, page }, budget);
      const scale = printScale({ width: 1, height: 1 }, { scale: options.scale });
      const { id, name } = diagram.pages[findPage(diagram.pages, page)] as PageInfo;
      return [{ scene, id, name, ...onPaper(scene, { paper, landscape, scale }) }];
    }
    // draw.io gives sheets of paper no border either.
    const border = options.size === 'page' ? 0 : options.border;
    // On sheets of paper the drawing is scaled, and not the paper.
    const paperScale = options.size === 'page' ? printScale({ width: 1, height: 1 }, { scale: options.scale }) : 1;
    const scene = renderer.scene(diagram, { ...settings, now, theme, page, border, paperScale }, budget);
    const { id, name } = diagram.pages[findPage(diagram.pages, page)] as PageInfo;
    if (options.size === 'page') {
      const { across, down } = sheetsIn(scene);
      sheets += across * down;
      requireWithin(limitsOf(options), 'sheets', sheets, 'The PDF');
      return sheetsOf(scene).map((sheet) => ({ scene, id, name, ...sheet }));
    }
    const scale = printScale(scene, options);
    const fits = options.width !== undefined || options.height !== undefined;
    return [{ scene: fits ? scene : paperAround(scene, scale), id, name, pointsPerPixel: POINTS_PER_PIXEL * scale }];
  });
  const { title, author, date, diagnostics } = options;
  const file = await writePdf(pages, {
    drawer: await createDrawer(plainFontFiles, limitsOf(options), reporter(diagnostics)),
    title,
    author,
    date,
    diagram: renderer.embeddedXml(diagram, options),
    report: reporter(diagnostics),
  });
  requireWithin(limitsOf(options), 'outputBytes', file.length, 'The PDF');
  return file;
}

/** CSS has 96 px to the inch, PDF 72 points. */
const POINTS_PER_PIXEL = 0.75;

const isDiagram = (source: Source): source is Diagram => typeof source === 'object' && 'pages' in source;

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
  checkOptionTypes(options);
  const { rasterize } = await import('./rasterizer.js');
  const scene = renderer.comparedScene(before, after, options);
  return rasterize(scene, rasterOptions(scene, options));
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
  const [{ verifyPicture }, { rasterDocument, rasterizeIsolated }] = await Promise.all([
    import('../../verify/verify.js'),
    import('./rasterizer.js'),
  ]);
  return verifyPicture(picture, options, {
    parse,
    render,
    renderPng,
    document: (diagram, settings) => {
      const scene = renderer.scene(diagram, settings);
      return rasterDocument(scene, { scale: printScale(scene, settings), limits: limitsOf(settings) });
    },
    pixels: (svg) => rasterizeIsolated(svg, '#ffffff', plainFontFiles, limitsOf(options)),
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
