/** The drawing functions of web pages, with assets by URL. */
import { PLAIN_FONTS, packedFont } from '../../assets/packNames.js';
import type { Finding } from '../../check/finding.js';
import type { MathTypesetter } from '../../formulas/math.js';
import type {
  CheckOptions,
  DescribeOptions,
  HtmlOptions,
  JpegOptions,
  LayoutOptions,
  PdfOptions,
  PixelOptions,
  RenderOptions,
} from '../../options.js';
import { type Address, addressText } from '../../primitives/address.js';
import {
  type CellBox,
  type Comparison,
  createEngine,
  type Description,
  type Engine,
  type Renderer,
  type Source,
} from '../../render.js';
import type { Verdict, VerifyOptions } from '../../verify/verify.js';
import type { PictureTools } from '../raster/pngPictures.js';
import { Rasterizer } from '../raster/rasterizer.js';
import { assetFolder } from './assetFolder.js';
import { CompleteDrawing } from './completeDrawing.js';
import { LoadedOnce } from './loadedOnce.js';
import { type CompileModule, type FetchBytes, UrlPack, UrlWebApplication } from './urlAssets.js';
import type { Questions } from './workerResvg.js';

export interface BrowserRendererOptions {
  /**
   * The folder that the package has as dist/assets. A relative address is one from the document; default: what the page
   * names in its head (<meta name="mxsvg-assets" content="/assets/">), else `assets` beside the module.
   */
  readonly assets?: Address;
  /**
   * A draw.io web application's address, for stencils and icons newer than the bundled ones: those in its folders
   * stencils/ and img/ go first. Relative to the document; default: none.
   */
  readonly webApplication?: Address;
  /** Gives the bytes at an address, undefined where nothing is there, or rejects; default: fetch. */
  readonly fetchBytes?: FetchBytes;
  /** Compiles a WebAssembly file of the pack, for places that allow only modules of their own; default: WebAssembly.compile. */
  readonly compile?: CompileModule;
  /** Loads what typesets formulas; called once, when a diagram first has one. Without it they stand as written. */
  readonly math?: () => Promise<MathTypesetter | undefined>;
}

/**
 * The drawing functions with assets by URL. They reject with MxsvgError as Renderer's throw it, and with the error of a
 * fetch that failed.
 */
export interface BrowserRenderer extends Pick<Renderer, 'parse' | 'layers' | 'xml'> {
  /** One page as an SVG document. */
  render(source: Source, options?: RenderOptions): Promise<string>;
  /** Pages as one HTML document with tabs, pan and zoom, which needs nothing else. */
  html(source: Source, options?: HtmlOptions): Promise<string>;
  /** Where every visible cell of a page stands. */
  layout(source: Source, options?: LayoutOptions): Promise<{ readonly cells: readonly CellBox[] }>;
  /** What is wrong with a file. */
  check(source: Source, options?: CheckOptions): Promise<readonly Finding[]>;
  /** What a diagram says: its pages, nodes and what connects them. */
  describe(source: Source, options?: DescribeOptions): Promise<Description>;
  /** What differs between two versions of a file, and a picture of it. */
  compare(before: Source, after: Source, options?: RenderOptions): Promise<Comparison>;
  /**
   * One page as PNG, text as outlines. Pixels are drawn in a web worker, which the first of them starts; rejects with
   * MxsvgError 'invalid-option' where there are none, and 'limit-exceeded' for a picture of too many pixels.
   */
  png(source: Source, options?: PixelOptions): Promise<Uint8Array>;
  /** One page as JPEG, on white where it has no background. Rejects as `png` does. */
  jpeg(source: Source, options?: JpegOptions): Promise<Uint8Array>;
  /** Pages as a PDF file: vector graphics, real text, links. Rejects as `png` does for what PDF has no words for. */
  pdf(source: Source, options?: PdfOptions): Promise<Uint8Array>;
  /** The picture of a comparison as PNG. Rejects as `png` does. */
  comparePng(before: Source, after: Source, options?: PixelOptions): Promise<Uint8Array>;
  /** Whether an SVG or PNG with a diagram inside still shows that diagram. Rejects as `png` does. */
  verify(picture: Uint8Array, options?: VerifyOptions): Promise<Verdict>;
}

/** A renderer for web pages and other places with fetch. Nothing is fetched before the first drawing. */
export function createBrowserRenderer(options: BrowserRendererOptions = {}): BrowserRenderer {
  const drawing = drawingWith(options);
  const { parse, layers, xml } = createEngine(drawing.pack.assets());
  const drawn: BrowserRenderer = {
    parse,
    layers,
    xml,
    render: (source, options = {}) => drawing.complete(options, (engine, all) => engine.render(source, all)),
    html: (source, options = {}) => drawing.complete(options, (engine, all) => engine.html(source, all)),
    layout: (source, options = {}) => drawing.complete(options, (engine, all) => engine.layout(source, all)),
    check: (source, options = {}) => drawing.complete(options, (engine, all) => engine.check(source, all)),
    describe: (source, options = {}) => drawing.complete(options, (engine, all) => engine.describe(source, all)),
    compare: (before, after, options = {}) =>
      drawing.complete(options, (engine, all) => {
        const { pages, svg } = engine.compare(before, after, all);
        // Drawn at once: later, what it needs might not be there.
        const picture = svg();
        return { pages, svg: () => picture };
      }),
    async png(source, options = {}) {
      const { drawPng } = await import('../raster/pngPictures.js');
      return drawing.complete(options, (engine, all, asked) => drawPng(toolsFor(engine, asked), source, all));
    },
    async jpeg(source, options = {}) {
      const { drawJpeg } = await import('../raster/jpeg.js');
      return drawing.complete(options, (engine, all, asked) => drawJpeg(toolsFor(engine, asked), source, all));
    },
    async pdf(source, options = {}) {
      const { drawPdf } = await import('../raster/pdf.js');
      // The same for each try.
      const settings = { now: new Date(), ...options };
      return drawing.complete(settings, (engine, all, asked) => drawPdf(toolsFor(engine, asked), source, all));
    },
    async comparePng(before, after, options = {}) {
      const { drawComparison } = await import('../raster/pngPictures.js');
      return drawing.complete(options, (engine, all, asked) =>
        drawComparison(toolsFor(engine, asked), before, after, all),
      );
    },
    verify: (picture, options = {}) => verify(picture, options, drawn, drawing),
  };
  return drawn;
}

/** What draws with the pack and the application at the addresses that the options name. */
function drawingWith(options: BrowserRendererOptions): CompleteDrawing {
  const { webApplication, fetchBytes, math } = options;
  return new CompleteDrawing({
    pack: new UrlPack(() => packAddress(options.assets), fetchBytes, options.compile),
    application:
      webApplication === undefined ? undefined : new UrlWebApplication(addressOf(webApplication), fetchBytes),
    math: math && new LoadedOnce(math),
  });
}

async function verify(
  picture: Uint8Array,
  options: VerifyOptions,
  { parse, render, png }: BrowserRenderer,
  drawing: CompleteDrawing,
): Promise<Verdict> {
  const [{ verifyPicture }, { outlineDocument, pixelsOfStranger }] = await Promise.all([
    import('../../verify/verify.js'),
    import('../raster/pngPictures.js'),
  ]);
  return verifyPicture(picture, options, {
    parse,
    render,
    renderPng: png,
    document: (diagram, settings) =>
      drawing.complete(settings, (engine, all, asked) => outlineDocument(toolsFor(engine, asked), diagram, all)),
    pixels: (svg) =>
      drawing.complete(options, (engine, all, asked) => pixelsOfStranger(toolsFor(engine, asked), svg, all)),
  });
}

const toolsFor = (engine: Engine, questions: Questions): PictureTools => ({
  engine,
  rasterizer: (limits, report) =>
    new Rasterizer({ ask: questions.ask, fonts: () => PLAIN_FONTS.map(packedFont), limits, report }),
});

const packAddress = (assets: Address | undefined): URL => (assets === undefined ? assetFolder() : addressOf(assets));

function addressOf(address: Address): URL {
  const here = import.meta.url;
  return new URL(addressText(address), typeof document === 'undefined' ? here : document.baseURI);
}
