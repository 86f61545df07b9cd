/** The pipeline: decode → model → layout → scene → write, one line a stage. */

import type { Assets } from './assets/assets.js';
import { type Budget, createBudget } from './budget.js';
import { checkFile } from './check/check.js';
import type { Finding } from './check/finding.js';
import { type FixedFile, fixFile } from './check/fix/fix.js';
import { readContainer } from './decode/container.js';
import type { Scene } from './drawing/scene.js';
import type { MathTypesetter } from './formulas/math.js';
import { completeLimits, withinMachine } from './limits.js';
import type {
  CheckOptions,
  DescribeOptions,
  HtmlOptions,
  LayoutOptions,
  RenderOptions,
  XmlOptions,
} from './options.js';
import { checkOptionTypes } from './optionTypes.js';
import { type CellBox, cellBoxes } from './pipeline/cellBoxes.js';
import { type Comparison, compareFiles } from './pipeline/comparison.js';
import { type Description, describeFile } from './pipeline/describeFile.js';
import { type EmbedOptions, embeddedXml, fileXml, recipeOf } from './pipeline/embedding.js';
import { fileMermaidTexts, type MermaidText } from './pipeline/fileMermaidTexts.js';
import { htmlDocument } from './pipeline/htmlDocument.js';
import { clockOf, createDrawingTools } from './pipeline/layOut.js';
import { type LayerInfo, pageLayers } from './pipeline/pageLayers.js';
import { openPage, pageScene, type SceneOptions } from './pipeline/pageScene.js';
import { type Diagram, fileOf, ParsedFile, type ReadOptions, type Source } from './pipeline/source.js';
import { svgOptions } from './pipeline/svgOptions.js';
import type { FontSupport } from './shaping/fontLibrary.js';
import { type Writable, writePieces } from './write/pieces.js';
import { type SvgOptions, svgPieces, writeSvg } from './write/svg/writeSvg.js';

export type { CellBox } from './pipeline/cellBoxes.js';
export type { Comparison, PageComparison } from './pipeline/comparison.js';
export type { Description } from './pipeline/describeFile.js';
export type { EmbedOptions } from './pipeline/embedding.js';
export type { MermaidText } from './pipeline/fileMermaidTexts.js';
export type { LayerInfo } from './pipeline/pageLayers.js';
export type { Diagram, PageInfo, ReadOptions, Source } from './pipeline/source.js';

/** What is asked for Mermaid texts; without `page`, those of all pages. */
export type MermaidTextOptions = Pick<DescribeOptions, 'page' | 'limits'>;

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
  const tools = createDrawingTools(assets, math, fontSupport);

  const write = (picture: Scene, options: RenderOptions): string => writeSvg(picture, svgOptions(picture, options));

  function picture(source: Source, options: RenderOptions, budget: Budget): DrawnPicture {
    const clock = clockOf(options);
    return {
      scene: pageScene(tools, source, options, budget, clock),
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

  return {
    parse: (source, options = {}) =>
      guarded(options, () => new ParsedFile(readContainer(source, completeLimits(options.limits)))),
    layers: (source, page = 1) => guarded({}, () => pageLayers(source, page)),
    scene: (source, options = {}, given) =>
      guarded(options, (budget) => pageScene(tools, source, options, given ?? budget)),
    render: (source, options = {}) => guarded(options, (budget) => svg(source, options, budget)),
    renderTo: async (source, writable, options = {}) =>
      writePieces(
        writable,
        guarded(options, (budget) => pieces(source, options, budget)),
      ),
    html: (source, options = {}) => guarded(options, (budget) => htmlDocument(tools, source, options, budget)),
    xml: (source, options = {}) => guarded(options, () => fileXml(source, options)),
    embeddedXml: (source, options) => guarded(options, () => embeddedXml(source, options)),
    picture: (source, options) => guarded(options, (budget) => picture(source, options, budget)),
    compare: (before, after, options = {}) =>
      guarded(options, (budget) => {
        const { pages, picture } = compareFiles(tools, [before, after], options, budget);
        return { pages, svg: () => guarded(options, () => write(picture(), { ...options, theme: 'light' })) };
      }),
    comparedScene: (before, after, options = {}) =>
      guarded(options, (budget) => compareFiles(tools, [before, after], options, budget).picture()),
    check: (source, options = {}) => guarded(options, (budget) => checkFile(tools, source, options, budget)),
    fix: (source, options = {}) => guarded(options, (budget) => fixFile(tools, source, options, budget)),
    describe: (source, options = {}) => guarded(options, (budget) => describeFile(tools, source, options, budget)),
    mermaidTexts: (source, options = {}) => guarded(options, () => fileMermaidTexts(source, options)),
    layout: (source, options = {}) =>
      guarded(options, (budget) => ({ cells: cellBoxes(openPage(tools, source, options, budget).layout) })),
  };
}

/** The options of a document on its own, which may hold its diagram. */
function wholeSvgOptions(source: Source, { scene, recipe }: DrawnPicture, options: RenderOptions): SvgOptions {
  const xml = embeddedXml(source, options);
  const diagram = xml === undefined ? undefined : { xml, recipe: recipe(options) };
  return { ...svgOptions(scene, options), diagram, declared: options.xmlDeclaration };
}

/** What an action gives within the limits and a budget of its own. */
function guarded<T>(options: ReadOptions, action: (budget: Budget) => T): T {
  checkOptionTypes(options);
  const complete = completeLimits(options.limits);
  return withinMachine(complete, () => action(createBudget(complete)));
}
