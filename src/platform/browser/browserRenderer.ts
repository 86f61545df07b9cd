/** Drawing with assets by URL: a diagram is drawn, what it was found to lack is fetched, and it is drawn again. */
import type { Assets } from '../../assets/assets.js';
import { PLAIN_FONTS, packedFont, SHAPER_FILE, SUBSETTER_FILE } from '../../assets/packNames.js';
import type { Finding } from '../../check/finding.js';
import type { Diagnostic } from '../../diagnostics.js';
import type { MathTypesetter } from '../../formulas/math.js';
import {
  type CheckOptions,
  type DescribeOptions,
  type HtmlOptions,
  type JpegOptions,
  type LayoutOptions,
  type PdfOptions,
  type PixelOptions,
  type RenderOptions,
  reporter,
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
import { createShaper } from '../../shaping/harfbuzz.js';
import type { CompiledModule } from '../../shaping/wasmLibrary.js';
import type { Verdict, VerifyOptions } from '../../verify/verify.js';
import type { PictureTools } from '../raster/pictures.js';
import { Rasterizer } from '../raster/rasterizer.js';
import { assetFolder } from './assetFolder.js';
import { type CompileModule, type FetchBytes, UrlPack, UrlWebApplication } from './urlAssets.js';
import { type Questions, WorkerResvg } from './workerResvg.js';

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
  const pack = new UrlPack(() => packAddress(options.assets), options.fetchBytes, options.compile);
  const { webApplication } = options;
  const application =
    webApplication === undefined ? undefined : new UrlWebApplication(addressOf(webApplication), options.fetchBytes);
  const assets = (): Assets => ({ ...pack.assets(), raw: application && ((path) => application.raw(path)) });
  const math = options.math && new LoadedOnce(options.math);
  const resvg = new WorkerResvg(pack);
  let renderer: Engine | undefined;

  const shaper = createShaper({
    harfbuzz: () => pack.module(SHAPER_FILE) as CompiledModule,
    subset: () => pack.module(SUBSETTER_FILE),
  });
  const create = (): Engine =>
    createEngine(assets(), math && (() => math.value()), {
      shaper: () => pack.module(SHAPER_FILE) && shaper,
    });

  /**
   * Draws until nothing was asked for in vain: each time more of a pack of so many files is there. A renderer that missed
   * something isn't used again, since it remembers that. Who draws finds out alone what is missing: a drawing that takes
   * turns with others (PDF) has them wait.
   */
  let alone: Promise<unknown> | undefined;
  async function complete<O extends LayoutOptions, T>(
    options: O,
    draw: (renderer: Engine, options: O, questions: Questions) => T | Promise<T>,
  ): Promise<T> {
    await pack.open();
    const questions = resvg.questions();
    for (;;) {
      while (alone) await alone;
      const diagnostics: Diagnostic[] = [];
      renderer ??= create();
      const drawing = renderer;
      const begun = outcomeOf(() => draw(drawing, { ...options, diagnostics }, questions));
      if (begun.later) alone = begun.later;
      const outcome = begun.now ?? (await begun.later);
      if (begun.later) alone = undefined;
      const wanted = pack.takeWanted();
      const files = application?.takeWanted() ?? NOTHING;
      const formulas = math?.takeWanted();
      const isWhole = wanted.size + files.size === 0 && !formulas;
      const answers = isWhole ? questions.takeWanted() : undefined;
      if (isWhole && !answers) {
        const report = reporter(options.diagnostics);
        for (const diagnostic of diagnostics) report(diagnostic);
        return outcome();
      }
      if (!isWhole && renderer === drawing) renderer = undefined;
      await Promise.all([pack.fetch(wanted), application?.fetch(files), formulas, answers]);
    }
  }

  const toolsFor = (engine: Engine, questions: Questions): PictureTools => ({
    engine,
    rasterizer: (limits, report) =>
      new Rasterizer({ ask: questions.ask, fonts: () => PLAIN_FONTS.map(packedFont), limits, report }),
  });

  const { parse, layers, xml } = createEngine(pack.assets());
  const drawn: BrowserRenderer = {
    parse,
    layers,
    xml,
    render: (source, options = {}) => complete(options, (drawing, all) => drawing.render(source, all)),
    html: (source, options = {}) => complete(options, (drawing, all) => drawing.html(source, all)),
    layout: (source, options = {}) => complete(options, (drawing, all) => drawing.layout(source, all)),
    check: (source, options = {}) => complete(options, (drawing, all) => drawing.check(source, all)),
    describe: (source, options = {}) => complete(options, (drawing, all) => drawing.describe(source, all)),
    compare: (before, after, options = {}) =>
      complete(options, (drawing, all) => {
        const { pages, svg } = drawing.compare(before, after, all);
        // Drawn at once: later, what it needs might not be there.
        const picture = svg();
        return { pages, svg: () => picture };
      }),
    async png(source, options = {}) {
      const { drawPng } = await import('../raster/pictures.js');
      return complete(options, (engine, all, asked) => drawPng(toolsFor(engine, asked), source, all));
    },
    async jpeg(source, options = {}) {
      const { drawJpeg } = await import('../raster/jpeg.js');
      return complete(options, (engine, all, asked) => drawJpeg(toolsFor(engine, asked), source, all));
    },
    async pdf(source, options = {}) {
      const { drawPdf } = await import('../raster/pdf.js');
      // The same for each try.
      const settings = { now: new Date(), ...options };
      return complete(settings, (engine, all, asked) => drawPdf(toolsFor(engine, asked), source, all));
    },
    async comparePng(before, after, options = {}) {
      const { drawComparison } = await import('../raster/pictures.js');
      return complete(options, (engine, all, asked) => drawComparison(toolsFor(engine, asked), before, after, all));
    },
    async verify(picture, options = {}) {
      const [{ verifyPicture }, { outlineDocument, pixelsOfStranger }] = await Promise.all([
        import('../../verify/verify.js'),
        import('../raster/pictures.js'),
      ]);
      return verifyPicture(picture, options, {
        parse,
        render: drawn.render,
        renderPng: drawn.png,
        document: (diagram, settings) =>
          complete(settings, (engine, all, asked) => outlineDocument(toolsFor(engine, asked), diagram, all)),
        pixels: (svg) => complete(options, (engine, all, asked) => pixelsOfStranger(toolsFor(engine, asked), svg, all)),
      });
    },
  };
  return drawn;
}

const NOTHING: ReadonlySet<string> = new Set();

/** What gives the result of a drawing, or throws its error: now, or later. */
type Outcome<T> =
  | { readonly now: () => T; readonly later?: undefined }
  | { readonly now?: undefined; readonly later: Promise<() => T> };

function outcomeOf<T>(draw: () => T | Promise<T>): Outcome<T> {
  const failed = (error: unknown) => (): never => {
    throw error;
  };
  try {
    const result = draw();
    if (result instanceof Promise) return { later: result.then((value) => () => value, failed) };
    return { now: () => result };
  } catch (error) {
    return { now: failed(error) };
  }
}

/** A value that is loaded when it was first asked for. */
class LoadedOnce<T> {
  #loaded: { readonly value: T } | undefined;
  #loading: Promise<void> | undefined;
  #wanted = false;

  constructor(private readonly load: () => Promise<T>) {}

  /** undefined until it is loaded. */
  value(): T | undefined {
    this.#wanted ||= this.#loaded === undefined;
    return this.#loaded?.value;
  }

  /** Loads the value where it was asked for in vain since the last call; undefined where it wasn't. */
  takeWanted(): Promise<void> | undefined {
    if (!this.#wanted) return undefined;
    this.#wanted = false;
    this.#loading ??= this.#read();
    return this.#loading;
  }

  /** What failed is tried again when it is next asked for. */
  async #read(): Promise<void> {
    try {
      this.#loaded = { value: await this.load() };
    } finally {
      this.#loading = undefined;
    }
  }
}

const packAddress = (assets: Address | undefined): URL => (assets === undefined ? assetFolder() : addressOf(assets));

function addressOf(address: Address): URL {
  const here = import.meta.url;
  return new URL(addressText(address), typeof document === 'undefined' ? here : document.baseURI);
}
