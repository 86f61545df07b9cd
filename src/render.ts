/** The pipeline: decode → model → layout → scene → write, one line a stage. */
import { resolveImage } from './assetPack.js';
import type { Assets } from './assets.js';
import { Inflation } from './decode/compression.js';
import { type MxFile, type MxPage, readContainer } from './decode/container.js';
import { ignoreDiagnostics } from './diagnostics.js';
import { type CellChange, compareGraphs } from './diff/compare.js';
import { type ComparedPage, comparisonScene } from './diff/picture.js';
import { IDENTITY, type Point, type Rect } from './geometry/plane.js';
import { type Layout, layoutPage } from './layout/layout.js';
import { type PageVariables, replacePlaceholders } from './layout/placeholders.js';
import { completeLimits, requireWithin } from './limits.js';
import { buildGraph } from './model/build.js';
import type { Cell, CellGraph } from './model/cell.js';
import { cellsWithin, layerName } from './model/selection.js';
import {
  checkedBorder,
  findPage,
  type HtmlOptions,
  type LayoutOptions,
  type PageList,
  printScale,
  type RenderOptions,
  reporter,
  type XmlOptions,
} from './options.js';
import { type Backdrop, buildBackdrop, buildScene, type SceneContext } from './scene/build.js';
import { linkPages } from './scene/pageLinks.js';
import type { Scene } from './scene/scene.js';
import { adaptiveScene, recolorScene } from './scene/theme.js';
import { createStencilLookup, type StencilLookup } from './shapes/stencilLookup.js';
import { concreteColor } from './style/color.js';
import { type ColorAdaption, DARK_PAGE, darkSides, paintedDark } from './style/darkColor.js';
import { createTextSetter } from './text/canvasText.js';
import { FontLibrary, type FontSupport } from './text/fonts.js';
import { createFormulaSetter } from './text/formulaSetter.js';
import type { MathTypesetter } from './text/math.js';
import type { SystemFontUse } from './text/systemFonts.js';
import { recipeText, withSvgRecipe } from './verify/recipe.js';
import { embedInSvg } from './write/embed.js';
import { pageAddress, writeHtml } from './write/html.js';
import { mxfileXml } from './write/mxfile.js';
import { writeSvg } from './write/svg.js';

/** A diagram: the text or the bytes of a .drawio, .xml, .drawio.svg or .drawio.png file, or what `parse` read of one. */
export type Source = string | Uint8Array | Diagram;

/** A file that has been read. Drawing several of its pages from this reads it once. */
export interface Diagram {
  readonly pages: readonly PageInfo[];
}

export interface PageInfo {
  readonly id: string;
  readonly name: string;
}

/** What reading a file is bounded by. */
export type ReadOptions = Pick<LayoutOptions, 'limits'>;

/** A page that differs between two versions of a file. */
export interface PageComparison {
  readonly name: string;
  readonly state: 'added' | 'removed' | 'changed';
  readonly changes: readonly CellChange[];
}

export interface Comparison {
  /** Empty where nothing differs. */
  readonly pages: readonly PageComparison[];
  /** The picture as SVG; the options of drawing count, but for layers, cells and size. */
  svg(): string;
}

/** What decides on the diagram in a picture. */
export interface EmbedOptions extends Pick<RenderOptions, 'embedDiagram' | 'embedPages' | 'page' | 'limits'> {
  readonly pages?: PageList;
}

export interface LayerInfo {
  readonly id: string;
  /** As draw.io's list of layers shows it; "Background" where the file gives none. */
  readonly name: string;
  readonly visible: boolean;
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
  /** The XML that `embedDiagram` puts into a picture; undefined without it. Throws as render does. */
  embeddedXml(source: Source, options: EmbedOptions): string | undefined;
  /** How a picture with these options is drawn again from the diagram inside it. */
  recipe(source: Source, options: RenderOptions): string;
  /** One page as an SVG document. Throws MxsvgError for an unreadable file or a page that isn't there. */
  render(source: Source, options?: RenderOptions): string;
  /**
   * What differs between two versions of a file: the pages that do, and one picture of them with the differences marked.
   * With the option `page` only that page of both. Throws as render does.
   */
  compare(before: Source, after: Source, options?: RenderOptions): Comparison;
  /** Where every visible cell of a page stands. Throws as render does. */
  layout(source: Source, options?: LayoutOptions): { readonly cells: readonly CellBox[] };
}

class ParsedFile implements Diagram {
  readonly pages: readonly PageInfo[];

  constructor(readonly file: MxFile) {
    this.pages = file.pages.map(({ id, name }) => ({ id, name }));
  }
}

const fileOf = (source: Source, { limits }: ReadOptions): MxFile =>
  source instanceof ParsedFile ? source.file : readContainer(source as string | Uint8Array, completeLimits(limits));

/** A page after layout, with what drawing it needs. */
interface LaidOutPage {
  readonly file: MxFile;
  /** 0-based. */
  readonly index: number;
  readonly graph: CellGraph;
  /** Painted for a dark page. */
  readonly dark: boolean;
  readonly layout: Layout;
  readonly context: SceneContext;
}

/**
 * A renderer over what a place has: its assets, a maker of typesetters for pages with formulas (undefined where there is
 * none: such formulas stand as they are written, and are reported), and a shaper and fonts beyond the bundled ones.
 */
export function createRenderer(
  assets: Assets,
  math?: () => MathTypesetter | undefined,
  fontSupport: FontSupport = {},
): Renderer {
  const libraries = new Map<SystemFontUse, FontLibrary>();
  const lookups = new WeakMap<Assets, StencilLookup>();

  function fontsOf({ fonts = [], systemFonts = 'fallback' }: LayoutOptions): FontLibrary {
    if (fonts.length > 0) return new FontLibrary(assets, fonts, fontSupport, systemFonts);
    const library = libraries.get(systemFonts) ?? new FontLibrary(assets, [], fontSupport, systemFonts);
    libraries.set(systemFonts, library);
    return library;
  }

  function stencilsOf(chosen: Assets): StencilLookup {
    const lookup = lookups.get(chosen) ?? createStencilLookup(chosen);
    lookups.set(chosen, lookup);
    return lookup;
  }

  function layOut(file: MxFile, index: number, options: LayoutOptions, forDark = false): LaidOutPage {
    const page = file.pages[index] as MxPage;
    const report = reporter(options.diagnostics);
    const fonts = fontsOf(options);
    const chosen = options.assets ?? assets;
    const limits = completeLimits(options.limits);
    const stencils = stencilsOf(chosen);
    const inflation = new Inflation(limits);
    const stencil = (name: string) => stencils(name, inflation);
    const graph = buildGraph(page.model(), report, options.layers, limits);
    const dark = forDark && colorAdaption(graph) !== 'none';
    const variables: PageVariables = {
      pageName: page.name,
      pageNumber: index + 1,
      pageCount: file.pages.length,
      file: fileVariables(file),
      now: options.now ?? new Date(),
    };
    const setFormula = graph.settings.math ? createFormulaSetter(math, fonts, report) : undefined;
    const layout = layoutPage(graph, { fonts, variables, report, stencil, math: setFormula, dark, limits });
    // draw.io's export puts typeset formulas into cells' labels, not into what shapes write.
    const setText = createTextSetter(fonts, report);
    const context: SceneContext = {
      report,
      setText,
      stencil,
      image: (path) => {
        const href = resolveImage(chosen, path) ?? options.image?.(path);
        requireWithin(limits, 'imageBytes', href?.length ?? 0, 'The page');
        return href;
      },
      replacePlaceholders: (cell, text) => replacePlaceholders(cell, text, variables, limits),
    };
    return { file, index, graph, dark, layout, context };
  }

  function open(source: Source, options: LayoutOptions, forDark = false): LaidOutPage {
    const file = fileOf(source, options);
    return layOut(file, findPage(file.pages, options.page ?? 1), options, forDark);
  }

  function layers(source: Source, wanted: number | string): LayerInfo[] {
    const file = fileOf(source, {});
    const page = file.pages[findPage(file.pages, wanted)] as MxPage;
    const { root } = buildGraph(page.model(), ignoreDiagnostics);
    return root.children.map((layer) => ({ id: layer.id, name: layerName(layer), visible: layer.visible }));
  }

  /** What a page's backgroundImage names: another page of the file ("data:page/id,…"), or an image. */
  function backdrop(page: LaidOutPage, options: RenderOptions): Backdrop | undefined {
    const image = backgroundImage(page.graph.settings.backgroundImage);
    if (!image) return undefined;
    const pageId = /^data:page\/id,(.*)$/s.exec(image.src)?.[1];
    if (pageId === undefined) {
      const href = page.context.image(image.src);
      return href === undefined ? undefined : backdropPicture(href, image);
    }
    const index = page.file.pages.findIndex((other) => other.id === pageId);
    if (index < 0 || index === page.index) return undefined;
    const behind = layOut(page.file, index, options, page.dark);
    return buildBackdrop(behind.graph, behind.layout, behind.context);
  }

  function scene(source: Source, options: RenderOptions): Scene {
    const { theme = 'light' } = options;
    if (theme === 'dark') return themedScene(source, options, true);
    const light = themedScene(source, options, false);
    if (theme === 'light') return light;
    return adaptiveScene(light, themedScene(source, { ...options, diagnostics: undefined }, true));
  }

  /** A page painted for light or for dark. */
  function themedScene(source: Source, options: RenderOptions, forDark: boolean): Scene {
    const page = open(source, options, forDark);
    const crop = {
      size: options.size ?? 'diagram',
      border: checkedBorder(options.border),
      background: options.background === 'none' ? undefined : background(page.graph, options, page.dark),
    };
    const picture = buildScene(page.graph, page.layout, page.context, crop, {
      backdrop: backdrop(page, options),
      only: options.cells && cellsWithin(page.graph, options.cells),
    });
    if (!page.dark) return picture;
    const adaption = colorAdaption(page.graph);
    return recolorScene(picture, (color) => paintedDark(color, adaption));
  }

  function write(picture: Scene, options: RenderOptions): string {
    const { text, animate, idPrefix, embedFonts, linkTarget, pretty } = options;
    const scale = printScale(picture, options);
    const report = reporter(options.diagnostics);
    const adaptive = options.theme === 'auto';
    const limits = completeLimits(options.limits);
    return writeSvg(picture, {
      scale,
      text,
      animate,
      idPrefix,
      embedFonts,
      linkTarget,
      pretty,
      adaptive,
      report,
      limits,
    });
  }

  function compare(before: Source, after: Source, options: RenderOptions): Comparison {
    const [oldFile, newFile] = [fileOf(before, options), fileOf(after, options)];
    const pairs = pairPages(oldFile.pages, newFile.pages, options.page).map(({ before: old, after: now }) => {
      const [oldPage, newPage] = [
        old === undefined ? undefined : layOut(oldFile, old, { ...options, diagnostics: undefined }),
        now === undefined ? undefined : layOut(newFile, now, options),
      ];
      const changes = compareGraphs(oldPage?.graph ?? EMPTY_GRAPH, newPage?.graph ?? EMPTY_GRAPH);
      const state: PageComparison['state'] = !oldPage ? 'added' : !newPage ? 'removed' : 'changed';
      const name = (newPage ? newFile.pages[now as number] : oldFile.pages[old as number])?.name ?? '';
      return { name, state, changes, oldPage, newPage };
    });
    const different = pairs.filter(({ state, changes }) => state !== 'changed' || changes.length > 0);
    const svg = (): string => {
      const setText = createTextSetter(fontsOf(options), ignoreDiagnostics);
      const pages = different.map(({ name, state, changes, oldPage, newPage }): ComparedPage => {
        const gone = new Set(changes.filter(({ kind }) => kind === 'removed').map(({ id }) => id));
        return {
          title: state === 'changed' ? name : `${name} (page ${state})`,
          changes,
          after: newPage && comparedSide(newPage),
          before: oldPage && comparedSide(oldPage, (cell) => gone.has(cell.id)),
        };
      });
      return write(comparisonScene(pages, setText), { ...options, theme: 'light' });
    };
    return { pages: different.map(({ name, state, changes }) => ({ name, state, changes })), svg };
  }

  function xml(source: Source, options: XmlOptions): string {
    const file = fileOf(source, options);
    const pages = options.pages?.map((page) => findPage(file.pages, page));
    return mxfileXml(file, { compressed: options.compressed, pages });
  }

  function embeddedXml(source: Source, options: EmbedOptions): string | undefined {
    const { embedDiagram, embedPages, page, pages } = options;
    if (embedDiagram === undefined) return undefined;
    const only = embedPages === 'all' ? undefined : (pages ?? (page === undefined ? undefined : [page]));
    return xml(source, { compressed: embedDiagram === 'compressed', pages: only, limits: options.limits });
  }

  /** The note in a picture that holds its diagram. */
  function recipe(source: Source, options: RenderOptions): string {
    const { page, embedPages } = options;
    const all = page === undefined || embedPages === 'all';
    return recipeText(options, all ? findPage(fileOf(source, options).pages, page ?? 1) + 1 : 1);
  }

  function svg(source: Source, options: RenderOptions): string {
    const picture = write(scene(source, options), options);
    const embedded = embeddedXml(source, options);
    return embedded === undefined ? picture : withSvgRecipe(embedInSvg(picture, embedded), recipe(source, options));
  }

  function html(source: Source, { pages: wanted, title, embedDiagram, ...options }: HtmlOptions): string {
    const file = fileOf(source, options);
    const chosen = (wanted ?? file.pages.map((_, i) => i + 1)).map((page) => findPage(file.pages, page));
    const opened = new ParsedFile(file);
    const addressOf = (id: string): string | undefined => {
      const at = chosen.findIndex((index) => file.pages[index]?.id === id);
      return at < 0 ? undefined : pageAddress(at);
    };
    const pages = chosen.map((index, i) => {
      const own = { ...options, page: index + 1, idPrefix: `p${i + 1}-` };
      return { name: file.pages[index]?.name ?? '', svg: write(linkPages(scene(opened, own), addressOf), own) };
    });
    const diagramXml = embeddedXml(opened, { embedDiagram, embedPages: options.embedPages, pages: wanted });
    requireWithin(
      completeLimits(options.limits),
      'outputBytes',
      total(pages.map(({ svg }) => svg.length)),
      'The document',
    );
    return writeHtml({ title: title ?? pages[0]?.name ?? '', pages, diagramXml, theme: options.theme });
  }

  return {
    parse: (source, { limits } = {}) => new ParsedFile(readContainer(source, completeLimits(limits))),
    layers: (source, page = 1) => layers(source, page),
    scene: (source, options = {}) => scene(source, options),
    render: (source, options = {}) => svg(source, options),
    html: (source, options = {}) => html(source, options),
    xml: (source, options = {}) => xml(source, options),
    embeddedXml: (source, options) => embeddedXml(source, options),
    recipe: (source, options) => recipe(source, options),
    compare: (before, after, options = {}) => compare(before, after, options),
    layout: (source, options = {}) => ({ cells: cellBoxes(open(source, options).layout) }),
  };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

const EMPTY_GRAPH: Pick<CellGraph, 'cells'> = { cells: new Map() };

/** A laid-out page as a comparison draws it: all of it, or the cells that are asked for. */
function comparedSide(
  { graph, layout, context }: LaidOutPage,
  wanted?: (cell: Cell) => boolean,
): ComparedPage['after'] {
  const only = wanted && new Set([...graph.cells.values()].filter(wanted));
  const crop = { size: 'diagram' as const, border: 0, background: undefined };
  return { layout, scene: buildScene(graph, layout, context, crop, { only }) };
}

/** The pages of two versions that belong together: by id, else by name, in the new version's order. */
function pairPages(
  before: readonly MxPage[],
  after: readonly MxPage[],
  wanted: number | string | undefined,
): readonly { readonly before: number | undefined; readonly after: number | undefined }[] {
  if (wanted !== undefined) return [{ before: findPage(before, wanted), after: findPage(after, wanted) }];
  const taken = new Set<number>();
  const partner = (page: MxPage): number | undefined => {
    const free = (same: (other: MxPage) => boolean) => before.findIndex((other, i) => !taken.has(i) && same(other));
    const byId = page.id === '' ? -1 : free((other) => other.id === page.id);
    const index = byId >= 0 ? byId : free((other) => other.name === page.name);
    if (index >= 0) taken.add(index);
    return index < 0 ? undefined : index;
  };
  const pairs = after.map((page, i) => ({ before: partner(page), after: i as number | undefined }));
  const gone = before.flatMap((_, i) => (taken.has(i) ? [] : [{ before: i, after: undefined }]));
  return [...pairs, ...gone];
}

const colorAdaption = ({ settings: { adaptiveColors } }: CellGraph): ColorAdaption =>
  adaptiveColors === 'none' || adaptiveColors === 'simple' ? adaptiveColors : 'auto';

/** The colour behind a page: its own, else the caller's, else what a dark picture needs to be readable. */
function background(graph: CellGraph, options: RenderOptions, dark: boolean): string | undefined {
  const own = graph.settings.background;
  if (own === undefined) return options.background ?? (dark && options.theme === 'dark' ? DARK_PAGE : undefined);
  if (!dark) return concreteColor(own, 'background');
  const color = concreteColor(own === 'default' ? DARK_PAGE : darkSides(own), 'background');
  return color && paintedDark(color, own === 'default' ? 'none' : colorAdaption(graph));
}

interface BackgroundImage {
  readonly src: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The JSON of a page's backgroundImage attribute; undefined where draw.io can't read it either. */
function backgroundImage(text: string | undefined): BackgroundImage | undefined {
  const value = text === undefined ? undefined : parsedObject(text);
  if (typeof value?.src !== 'string') return undefined;
  const number = (field: unknown): number => (Number.isFinite(Number(field)) ? Number(field) : 0);
  return {
    src: value.src,
    x: number(value.x),
    y: number(value.y),
    width: number(value.width),
    height: number(value.height),
  };
}

const backdropPicture = (href: string, box: Rect): Backdrop => ({
  kind: 'picture',
  href,
  box,
  transform: IDENTITY,
  opacity: 1,
  keepAspect: true,
});

/** A JSON object of a file's attribute; undefined for anything else, which draw.io passes over. */
function parsedObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function cellBoxes(page: Layout): CellBox[] {
  return [...page.cells.values()].map((placed): CellBox => {
    const { id } = placed.cell;
    if (placed.kind === 'vertex') return { id, ...placed.box };
    const { points } = placed;
    const xs = points.map((p) => p.x);
    const ys = points.map((p) => p.y);
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { id, x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y, points };
  });
}

/** The variables of a file: a JSON object in the vars attribute of mxfile. */
function fileVariables(file: MxFile): ReadonlyMap<string, string> {
  const text = file.attributes.get('vars');
  const values = text ? parsedObject(text) : undefined;
  return new Map(Object.entries(values ?? {}).map(([key, value]) => [key, String(value)]));
}
