/** The pipeline: decode → model → layout → scene → write, one line a stage. */

import type { Assets } from './assets/assets.js';
import { type Budget, createBudget } from './budget.js';
import { checkFile } from './check/check.js';
import type { Finding } from './check/finding.js';
import { type FixedFile, fixFile } from './check/fix/fix.js';
import { type MxFile, type MxPage, readContainer } from './decode/container.js';
import { pageId } from './decode/page.js';
import { ignoreDiagnostics, MxsvgError } from './diagnostics.js';
import type { Scene } from './drawing/scene.js';
import type { MathTypesetter } from './formulas/math.js';
import { boundsOfPoints, type Point, rect } from './geometry/plane.js';
import type { Layout } from './layout/placed.js';
import type { Clock } from './layout/variables.js';
import { completeLimits, requireWithin, withinMachine } from './limits.js';
import { buildGraph } from './model/build.js';
import type { Cell } from './model/cell.js';
import { layerName } from './model/selection.js';
import {
  type CheckOptions,
  checkedIdPrefix,
  type DescribeOptions,
  findPage,
  type HtmlOptions,
  type LayoutOptions,
  type PageList,
  printScale,
  type RenderOptions,
  reporter,
  type XmlOptions,
} from './options.js';
import { checkOptionTypes } from './optionTypes.js';
import { withPagesBehind } from './pipeline/backgroundImage.js';
import { type Comparison, compareFiles } from './pipeline/comparison.js';
import { type Description, describeFile } from './pipeline/description.js';
import { clockOf, createPlace } from './pipeline/layOut.js';
import { fileMermaidTexts, type MermaidText } from './pipeline/mermaidTexts.js';
import { openPage, pageScene, type SceneOptions } from './pipeline/pageScene.js';
import { recipeText } from './pipeline/recipe.js';
import { type Diagram, fileOf, ParsedFile, type ReadOptions, type Source } from './pipeline/source.js';
import { append } from './primitives/lists.js';
import { linkPages } from './scene/pageLinks.js';
import type { FontSupport } from './shaping/fontLibrary.js';
import { paintedColor } from './style/color.js';
import { mxfileXml } from './write/file/mxfile.js';
import { pageAddress, writeHtml } from './write/html/writeHtml.js';
import { safeHref } from './write/links.js';
import { type Writable, writePieces } from './write/pieces.js';
import { type SvgOptions, svgPieces, writeSvg } from './write/svg/writeSvg.js';

export type { Comparison, PageComparison } from './pipeline/comparison.js';
export type { Description } from './pipeline/description.js';
export type { MermaidText } from './pipeline/mermaidTexts.js';
export type { Diagram, PageInfo, ReadOptions, Source } from './pipeline/source.js';

/** What decides on the diagram in a picture. */
export interface EmbedOptions extends Pick<RenderOptions, 'embedDiagram' | 'embedPages' | 'page' | 'limits'> {
  readonly pages?: PageList;
}

/** What is asked for Mermaid texts; without `page`, those of all pages. */
export type MermaidTextOptions = Pick<DescribeOptions, 'page' | 'limits'>;

export interface LayerInfo {
  readonly id: string;
  /** As draw.io's list of layers shows it; "Background" where the file gives none. */
  readonly name: string;
  readonly visible: boolean;
  /** How many vertices, edges and groups are in it. */
  readonly cells: number;
}

/** A cell as layout places it, in page px (y down, before any shift to the crop). */
export interface CellBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of an edge: its route, clipped at both terminals, before rounding and markers. */
  readonly points?: readonly Point[];
}

/** A picture, and the note of how it was drawn with options that mean the same page. */
export interface DrawnPicture {
  readonly scene: Scene;
  recipe(options: RenderOptions): string;
}

/** The drawing functions over one source of fonts, stencils and icons. */
export interface Renderer {
  /** Reads a file. Throws MxsvgError if it can't be read. */
  parse(source: string | Uint8Array, options?: ReadOptions): Diagram;
  /** The layers of a page, the lowest first. Throws as render does. */
  layers(source: Source, page?: number | string): readonly LayerInfo[];
  /** One page as a tree of outlines, images and text, for exporters. Throws as render does. */
  scene(source: Source, options?: RenderOptions): Scene;
  /** Pages as one HTML document with tabs, pan and zoom, which needs nothing else. Throws as render does. */
  html(source: Source, options?: HtmlOptions): string;
  /** The file as draw.io's own XML, with everything that was read, in one normal form. Throws as render does. */
  xml(source: Source, options?: XmlOptions): string;
  /** One page as an SVG document. Throws MxsvgError for an unreadable file or a page that isn't there. */
  render(source: Source, options?: RenderOptions): string;
  /**
   * Writes what render gives to a stream, in UTF-8 and in pieces: large pictures are never held as a whole. The next piece
   * is made when the stream has taken the one before, and the stream stays open. Rejects as render throws, before anything
   * is written, and with the stream's error.
   */
  renderTo(source: Source, writable: Writable, options?: RenderOptions): Promise<void>;
  /**
   * What differs between two versions of a file: the pages that do, and one picture of them with the differences marked.
   * With the option `page` only that page of both. Throws as render does.
   */
  compare(before: Source, after: Source, options?: RenderOptions): Comparison;
  /**
   * What is wrong with a file: what draw.io leaves out or repairs, what can't be read, what lies on top of what. A page
   * that can't be read is a finding; throws MxsvgError for an unreadable file and for rules that aren't there.
   */
  check(source: Source, options?: CheckOptions): readonly Finding[];
  /**
   * Mends what has one right answer in draw.io's own XML (a text, or bytes in UTF-8), and leaves all else as it is. Throws
   * as check does, and MxsvgError 'invalid-option' for other kinds of files.
   */
  fix(source: string | Uint8Array, options?: CheckOptions): FixedFile;
  /** What a diagram says: its pages, nodes and what connects them. Throws as render does. */
  describe(source: Source, options?: DescribeOptions): Description;
  /** The Mermaid texts that groups and images were made of, page by page. Throws as render does. */
  mermaidTexts(source: Source, options?: MermaidTextOptions): readonly MermaidText[];
  /** Where every visible cell of a page stands. Throws as render does. */
  layout(source: Source, options?: LayoutOptions): { readonly cells: readonly CellBox[] };
}

/** What a renderer is made of, for those who write a picture in another way. */
export interface Engine extends Renderer {
  /** As Renderer's; several are drawn within one budget. */
  scene(source: Source, options?: SceneOptions, budget?: Budget): Scene;
  /** The XML that `embedDiagram` puts into a picture; undefined without it. Throws as render does. */
  embeddedXml(source: Source, options: EmbedOptions): string | undefined;
  /**
   * One page as `scene` gives it, for a picture that will hold its diagram; `recipe` notes how that is drawn again from
   * the diagram inside. Throws as render does.
   */
  picture(source: Source, options: RenderOptions): DrawnPicture;
  /** The picture of a comparison, for exporters. Throws as render does. */
  comparedScene(before: Source, after: Source, options?: RenderOptions): Scene;
}

/**
 * A renderer over what a place has: its assets, a maker of typesetters for pages with formulas (undefined where there is
 * none: such formulas stand as they are written, and are reported), and a shaper and fonts beyond the bundled ones.
 */
export const createRenderer = (
  assets: Assets,
  math?: () => MathTypesetter | undefined,
  fontSupport?: FontSupport,
): Renderer => createEngine(assets, math, fontSupport);

/** As createRenderer. */
export function createEngine(
  assets: Assets,
  math?: () => MathTypesetter | undefined,
  fontSupport: FontSupport = {},
): Engine {
  const place = createPlace(assets, math, fontSupport);

  function layers(source: Source, wanted: number | string): LayerInfo[] {
    const file = fileOf(source, {});
    const page = file.pages[findPage(file.pages, wanted)] as MxPage;
    const { root } = buildGraph(page.model(), ignoreDiagnostics);
    return root.children.map((layer) => ({
      id: layer.id,
      name: layerName(layer),
      visible: layer.visible,
      cells: cellsIn(layer),
    }));
  }

  const write = (picture: Scene, options: RenderOptions): string => writeSvg(picture, svgOptions(picture, options));

  function svgOptions(picture: Scene, options: RenderOptions): SvgOptions {
    const { text, animate, embedFonts, linkTarget, pretty } = options;
    const idPrefix = checkedIdPrefix(options.idPrefix);
    const scale = printScale(picture, options);
    const report = reporter(options.diagnostics);
    const adaptive = options.theme === 'auto';
    const limits = completeLimits(options.limits);
    return { scale, text, animate, idPrefix, embedFonts, linkTarget, pretty, adaptive, report, limits };
  }

  function xml(source: Source, options: XmlOptions): string {
    const file = fileOf(source, options);
    const pages = options.pages && keptPages(file, options.pages);
    return mxfileXml(file, { compressed: options.compressed, pages });
  }

  function embeddedXml(source: Source, options: EmbedOptions): string | undefined {
    const { embedDiagram, limits } = options;
    if (embedDiagram === undefined) return undefined;
    return xml(source, { compressed: embedDiagram === 'compressed', pages: embeddedPages(options), limits });
  }

  function picture(source: Source, options: RenderOptions, budget: Budget): DrawnPicture {
    const clock = clockOf(options);
    return {
      scene: pageScene(place, source, options, budget, clock),
      recipe: (drawn) => recipeOf(fileOf(source, drawn), drawn, clock),
    };
  }

  function svg(source: Source, options: RenderOptions, budget: Budget): string {
    const drawn = picture(source, options, budget);
    return writeSvg(drawn.scene, wholeSvgOptions(source, drawn, options));
  }

  function pieces(source: Source, options: RenderOptions, budget: Budget): Iterable<string> {
    const drawn = picture(source, options, budget);
    return svgPieces(drawn.scene, wholeSvgOptions(source, drawn, options));
  }

  /** Those of a document on its own, which may hold its diagram. */
  function wholeSvgOptions(source: Source, { scene, recipe }: DrawnPicture, options: RenderOptions): SvgOptions {
    const xml = embeddedXml(source, options);
    const diagram = xml === undefined ? undefined : { xml, recipe: recipe(options) };
    return { ...svgOptions(scene, options), diagram, declared: options.xmlDeclaration };
  }

  function html(
    source: Source,
    { pages: wanted, title, embedDiagram, ...options }: HtmlOptions,
    budget: Budget,
  ): string {
    const file = fileOf(source, options);
    const chosen = (wanted ?? file.pages.map((_, i) => i + 1)).map((page) => findPage(file.pages, page));
    const opened = new ParsedFile(file);
    const addresses = new Map<string, string>();
    for (const [at, index] of chosen.entries()) {
      const id = pageId(file.pages[index] as MxPage, index);
      if (!addresses.has(id)) addresses.set(id, pageAddress(at));
    }
    const clock = clockOf(options);
    const pages = chosen.map((index, i) => {
      const own = { ...options, page: index + 1, idPrefix: `p${i + 1}-` };
      return {
        name: file.pages[index]?.name ?? '',
        svg: write(
          linkPages(pageScene(place, opened, own, budget, clock), (id) => addresses.get(id)),
          own,
        ),
      };
    });
    const diagramXml = embeddedXml(opened, { embedDiagram, embedPages: options.embedPages, pages: wanted });
    requireWithin(
      completeLimits(options.limits),
      'outputBytes',
      total(pages.map(({ svg }) => svg.length)),
      'The document',
    );
    const { theme, zoomControls, fit } = options;
    return writeHtml({
      title: title ?? pages[0]?.name ?? '',
      pages,
      diagramXml,
      theme,
      zoomControls,
      fit,
      linkColor: options.linkColor === undefined ? undefined : checkedColor(options.linkColor),
      editLink: options.editLink === undefined ? undefined : checkedLink(options.editLink),
    });
  }

  return {
    parse: (source, options = {}) =>
      guarded(options, () => new ParsedFile(readContainer(source, completeLimits(options.limits)))),
    layers: (source, page = 1) => guarded({}, () => layers(source, page)),
    scene: (source, options = {}, given) =>
      guarded(options, (budget) => pageScene(place, source, options, given ?? budget)),
    render: (source, options = {}) => guarded(options, (budget) => svg(source, options, budget)),
    renderTo: async (source, writable, options = {}) =>
      writePieces(
        writable,
        guarded(options, (budget) => pieces(source, options, budget)),
      ),
    html: (source, options = {}) => guarded(options, (budget) => html(source, options, budget)),
    xml: (source, options = {}) => guarded(options, () => xml(source, options)),
    embeddedXml: (source, options) => guarded(options, () => embeddedXml(source, options)),
    picture: (source, options) => guarded(options, (budget) => picture(source, options, budget)),
    compare: (before, after, options = {}) =>
      guarded(options, (budget) => {
        const { pages, picture } = compareFiles(place, [before, after], options, budget);
        return { pages, svg: () => guarded(options, () => write(picture(), { ...options, theme: 'light' })) };
      }),
    comparedScene: (before, after, options = {}) =>
      guarded(options, (budget) => compareFiles(place, [before, after], options, budget).picture()),
    check: (source, options = {}) => guarded(options, (budget) => checkFile(place, source, options, budget)),
    fix: (source, options = {}) => guarded(options, (budget) => fixFile(place, source, options, budget)),
    describe: (source, options = {}) => guarded(options, (budget) => describeFile(place, source, options, budget)),
    mermaidTexts: (source, options = {}) => guarded(options, () => fileMermaidTexts(source, options)),
    layout: (source, options = {}) =>
      guarded(options, (budget) => ({ cells: cellBoxes(openPage(place, source, options, budget).layout) })),
  };
}

/** The pages that a picture holds; undefined: all. */
const embeddedPages = ({ embedPages, page, pages }: EmbedOptions): PageList | undefined =>
  embedPages === 'all' ? undefined : (pages ?? (page === undefined ? undefined : [page]));

/** The 0-based indexes of the pages of a file of these pages. */
const keptPages = (file: MxFile, pages: PageList): readonly number[] =>
  withPagesBehind(
    file,
    pages.map((page) => findPage(file.pages, page)),
  );

/** The note in a picture of a file's page that holds the diagram; the clock counts where the picture shows it. */
function recipeOf(file: MxFile, options: RenderOptions, clock: Clock): string {
  const index = findPage(file.pages, options.page ?? 1);
  const embedded = embeddedPages(options);
  const now = clock.wasRead ? clock.time : undefined;
  if (embedded === undefined) return recipeText({ ...options, page: index + 1, now });
  // In a file of fewer pages it would count itself otherwise.
  const { pageNumber = index + 1, pageCount = file.pages.length } = options;
  const page = keptPages(file, embedded).indexOf(index) + 1;
  return recipeText({ ...options, page, pageNumber, pageCount, now });
}

/** What an action gives within the limits and a budget of its own. */
function guarded<T>(options: ReadOptions, action: (budget: Budget) => T): T {
  checkOptionTypes(options);
  const complete = completeLimits(options.limits);
  return withinMachine(complete, () => action(createBudget(complete)));
}

function checkedColor(text: string): string {
  const color = paintedColor(text);
  if (color !== undefined) return color;
  throw new MxsvgError('invalid-option', `linkColor must be a CSS colour, not ${JSON.stringify(text.slice(0, 60))}.`);
}

function checkedLink(address: string): string {
  const href = safeHref(address);
  if (href !== undefined) return href;
  throw new MxsvgError(
    'invalid-option',
    `editLink must be a web address, not ${JSON.stringify(address.slice(0, 60))}.`,
  );
}

/** How many cells a cell holds. */
function cellsIn(cell: Cell): number {
  let count = 0;
  const open = [...cell.children];
  for (let next = open.pop(); next; next = open.pop()) {
    count += 1;
    append(open, next.children);
  }
  return count;
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

function cellBoxes(page: Layout): CellBox[] {
  return [...page.cells.values()].map((placed): CellBox => {
    const { id } = placed.cell;
    if (placed.kind === 'vertex') return { id, ...placed.box };
    const { points } = placed;
    return { id, ...(boundsOfPoints(points) ?? rect(0, 0, 0, 0)), points };
  });
}
