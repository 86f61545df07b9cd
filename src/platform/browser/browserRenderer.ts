/** Drawing with assets by URL: a diagram is drawn, what it was found to lack is fetched, and it is drawn again. */
import type { Assets } from '../../assets/assets.js';
import type { Finding } from '../../check/finding.js';
import type { Diagnostic } from '../../diagnostics.js';
import type { MathTypesetter } from '../../formulas/math.js';
import {
  type CheckOptions,
  type DescribeOptions,
  type HtmlOptions,
  type LayoutOptions,
  type RenderOptions,
  reporter,
} from '../../options.js';
import { type Address, addressText } from '../../primitives/address.js';
import {
  type CellBox,
  type Comparison,
  createRenderer,
  type Description,
  type Renderer,
  type Source,
} from '../../render.js';
import { createShaper } from '../../shaping/harfbuzz.js';
import type { CompiledModule } from '../../shaping/wasmLibrary.js';
import { type FetchBytes, SHAPER_FILE, SUBSETTER_FILE, UrlPack, UrlWebApplication } from './urlAssets.js';

export interface BrowserRendererOptions {
  /**
   * The folder that the package has as dist/assets. A relative address is one from the document; default: `assets`
   * beside the module.
   */
  readonly assets?: Address;
  /**
   * A draw.io web application's address, for stencils and icons newer than the bundled ones: those in its folders
   * stencils/ and img/ go first. Relative to the document; default: none.
   */
  readonly webApplication?: Address;
  /** Gives the bytes at an address, undefined where nothing is there, or rejects; default: fetch. */
  readonly fetchBytes?: FetchBytes;
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
}

/** A renderer for web pages and other places with fetch. Nothing is fetched before the first drawing. */
export function createBrowserRenderer(options: BrowserRendererOptions = {}): BrowserRenderer {
  const pack = new UrlPack(packAddress(options.assets), options.fetchBytes);
  const { webApplication } = options;
  const application =
    webApplication === undefined ? undefined : new UrlWebApplication(addressOf(webApplication), options.fetchBytes);
  const assets = (): Assets => ({ ...pack.assets(), raw: application && ((path) => application.raw(path)) });
  const math = options.math && new LoadedOnce(options.math);
  let renderer: Renderer | undefined;

  const shaper = createShaper({
    harfbuzz: () => pack.module(SHAPER_FILE) as CompiledModule,
    subset: () => pack.module(SUBSETTER_FILE),
  });
  const create = (): Renderer =>
    createRenderer(assets(), math && (() => math.value()), {
      shaper: () => pack.module(SHAPER_FILE) && shaper,
    });

  /**
   * Draws until nothing was asked for in vain: each time more of a pack of so many files is there. A renderer that missed
   * something isn't used again, since it remembers that.
   */
  async function complete<O extends LayoutOptions, T>(options: O, draw: (renderer: Renderer, options: O) => T) {
    await pack.open();
    for (;;) {
      const diagnostics: Diagnostic[] = [];
      renderer ??= create();
      const outcome = outcomeOf(renderer, (drawing) => draw(drawing, { ...options, diagnostics }));
      const wanted = pack.takeWanted();
      const files = application?.takeWanted() ?? NOTHING;
      const formulas = math?.takeWanted();
      if (wanted.size + files.size === 0 && !formulas) {
        const report = reporter(options.diagnostics);
        for (const diagnostic of diagnostics) report(diagnostic);
        return outcome();
      }
      renderer = undefined;
      await Promise.all([pack.fetch(wanted), application?.fetch(files), formulas]);
    }
  }

  const { parse, layers, xml } = createRenderer(pack.assets());
  return {
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
  };
}

const NOTHING: ReadonlySet<string> = new Set();

/** Runs a drawing; returns what gives its result, or throws its error. */
function outcomeOf<T>(renderer: Renderer, draw: (renderer: Renderer) => T): () => T {
  try {
    const result = draw(renderer);
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
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

function packAddress(assets: Address | undefined): URL {
  // Kept apart from its use: bundlers take `new URL(…, import.meta.url)` for a file of theirs.
  const here = import.meta.url;
  if (assets === undefined) return new URL('assets/', here);
  return addressOf(assets);
}

function addressOf(address: Address): URL {
  const here = import.meta.url;
  return new URL(addressText(address), typeof document === 'undefined' ? here : document.baseURI);
}
