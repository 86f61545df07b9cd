/** A page of a file, laid out with the fonts, stencils and icons that drawing has. */

import { assetPackOf, resolveImage } from '../assets/assetPack.js';
import type { Assets } from '../assets/assets.js';
import type { Budget } from '../budget.js';
import { Inflation } from '../decode/compression.js';
import type { MxFile, MxPage } from '../decode/container.js';
import { HtmlElements } from '../decode/htmlTree.js';
import { createStrokeAllowance } from '../drawing/strokeAllowance.js';
import type { MathTypesetter } from '../formulas/math.js';
import { textOfHtml } from '../html/htmlText.js';
import { createTextSetter } from '../labels/canvasText.js';
import { createFormulaSetter } from '../labels/formulaSetter.js';
import { lineLength } from '../layout/edgePoint.js';
import { layoutPage } from '../layout/layout.js';
import type { Layout } from '../layout/placed.js';
import {
  hasPlaceholders,
  labelText,
  type PlaceholderSource,
  replacePlaceholders,
  shapeLabel,
} from '../layout/placeholders.js';
import { reportSubstitutions } from '../layout/substitutedFonts.js';
import { Clock } from '../layout/variables.js';
import { completeLimits, type Limits, requireWithin } from '../limits.js';
import { buildGraph } from '../model/buildGraph.js';
import type { Cell, CellGraph } from '../model/cell.js';
import { checkedTime, type LayoutOptions, reporter } from '../options.js';
import type { SceneContext } from '../scene/sceneContext.js';
import { createStencilLookup, type StencilLookup } from '../shapes/stencils/stencilLookup.js';
import { FontLibrary, type FontSupport } from '../shaping/fontLibrary.js';
import type { SystemFontUse } from '../shaping/systemFonts.js';
import type { ColorAdaption } from '../style/darkColor.js';
import { pageVariables } from './pageVariables.js';
import { withVariables } from './svgVariables.js';

/** A page after layout, with what drawing it needs. */
export interface LaidOutPage {
  readonly file: MxFile;
  /** 0-based. */
  readonly index: number;
  readonly graph: CellGraph;
  readonly layout: Layout;
  readonly context: SceneContext;
}

/** What a page is laid out for. */
export interface PageUse {
  /** The page, by its 0-based index, whose name and number a page shows that lies behind it; default its own. */
  readonly shownAs?: number;
  /** What the work is taken from. */
  readonly budget: Budget;
  /** What tells the time; default: the option's, else now. */
  readonly clock?: Clock;
}

/** What pages are laid out with. */
export interface DrawingTools {
  fontsOf(options: LayoutOptions): FontLibrary;
  /** The names of the stencils in a library ("mxgraph.aws4") of the pack. */
  stencilNames(library: string, options: LayoutOptions): readonly string[];
  /** Lays out a page by its 0-based index. */
  layOut(file: MxFile, index: number, options: LayoutOptions, use: PageUse): LaidOutPage;
}

/** What fonts of the machine and the faces made of fonts may take that are kept for the next drawing, bytes. */
const MOST_FONT_BYTES = 256 * 1024 * 1024;

/** Over these assets, and what there is beyond them. Fonts and stencils are read once for all pages. */
export function createDrawingTools(
  assets: Assets,
  math: (() => MathTypesetter | undefined) | undefined,
  fontSupport: FontSupport,
): DrawingTools {
  const libraries = new Map<SystemFontUse, FontLibrary>();
  const lookups = new WeakMap<Assets, StencilLookup>();

  function fontsOf({ fonts = [], systemFonts = 'fallback' }: LayoutOptions): FontLibrary {
    if (fonts.length > 0) return new FontLibrary(assets, fonts, fontSupport, systemFonts);
    const known = libraries.get(systemFonts);
    // A drawing's fonts stay the same ones until its end: what is held is bounded from one to the next.
    if (known && known.size <= MOST_FONT_BYTES) return known;
    const library = new FontLibrary(assets, [], fontSupport, systemFonts);
    libraries.set(systemFonts, library);
    return library;
  }

  function stencilsOf(chosen: Assets, inflation: Inflation): (name: string) => ReturnType<StencilLookup> {
    const lookup = lookups.get(chosen) ?? createStencilLookup(chosen);
    lookups.set(chosen, lookup);
    return (name) => lookup(name, inflation);
  }

  function layOut(
    file: MxFile,
    index: number,
    options: LayoutOptions,
    { shownAs = index, budget, clock = clockOf(options) }: PageUse,
  ): LaidOutPage {
    const page = file.pages[index] as MxPage;
    const report = reporter(options.diagnostics);
    const fonts = fontsOf(options);
    const chosen = options.assets ?? assets;
    const limits = completeLimits(options.limits);
    const stencil = stencilsOf(chosen, new Inflation(limits));
    const graph = buildGraph(page.model(), report, options.layers, limits, options);
    const variables = pageVariables(file, shownAs, options, clock);
    const setFormula = graph.settings.math ? createFormulaSetter(math, fonts, report, budget) : undefined;
    const layout = layoutPage(graph, { fonts, variables, report, stencil, math: setFormula, limits, budget });
    reportSubstitutions(layout, fonts, report);
    const context: SceneContext = {
      ...textContext(layout, variables, limits),
      report,
      // draw.io's export puts typeset formulas into cells' labels, not into what shapes write.
      setText: createTextSetter(fonts, report, new HtmlElements(limits), budget),
      strokes: createStrokeAllowance(limits.strokes),
      budget,
      stencil,
      image: imageSource(chosen, options, limits),
    };
    return { file, index, graph, layout, context };
  }

  return {
    fontsOf,
    stencilNames: (library, options) => assetPackOf(options.assets ?? assets).stencilNames(library),
    layOut,
  };
}

/** What gives images: those of the assets, else what the option gives. */
function imageSource(assets: Assets, options: LayoutOptions, limits: Limits): SceneContext['image'] {
  return (path, values) => {
    const href = resolveImage(assets, path) ?? options.image?.(path);
    requireWithin(limits, 'imageBytes', href?.length ?? 0, 'The page');
    return href && withVariables(href, values);
  };
}

/** What tells the texts of cells, with the placeholders in them filled. */
function textContext(
  layout: Layout,
  variables: PlaceholderSource['variables'],
  limits: Limits,
): Pick<SceneContext, 'replacePlaceholders' | 'shapeLabel' | 'shownLabel' | 'tooltip'> {
  const source: PlaceholderSource = {
    variables,
    edgeLength: (edge) => {
      const placed = layout.cells.get(edge.id);
      return placed?.kind === 'edge' ? lineLength(placed.points) : undefined;
    },
  };
  const fill = (cell: Cell, text: string): string => replacePlaceholders(cell, text, source, limits);
  const tooltipElements = new HtmlElements(limits);
  return {
    replacePlaceholders: fill,
    shapeLabel: (cell) => shapeLabel(cell, limits),
    shownLabel: (cell) => labelText(cell, source, limits),
    tooltip: (cell) => tooltipText(cell, fill, tooltipElements),
  };
}

/** The clock that the options name, else one that stands at now. */
export const clockOf = ({ now }: LayoutOptions): Clock => new Clock(checkedTime(now));

/** Which of a page's colours adapt to a dark page. */
export const colorAdaption = ({ settings: { adaptiveColors } }: CellGraph): ColorAdaption =>
  adaptiveColors === 'none' || adaptiveColors === 'simple' ? adaptiveColors : 'auto';

/** What a browser shows where the pointer rests on a cell: the tooltip is written in HTML, and shown as text. */
function tooltipText(
  cell: Cell,
  fill: (cell: Cell, text: string) => string,
  elements: HtmlElements,
): string | undefined {
  const written = cell.attributes.get('tooltip');
  if (!written) return undefined;
  return textOfHtml(hasPlaceholders(cell) ? fill(cell, written) : written, cell.id, elements) || undefined;
}
