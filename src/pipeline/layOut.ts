/** A page of a file, laid out with the fonts, stencils and icons of a place. */
import { resolveImage } from '../assetPack.js';
import type { Assets } from '../assets.js';
import { Inflation } from '../decode/compression.js';
import type { MxFile, MxPage } from '../decode/container.js';
import { type Layout, layoutPage } from '../layout/layout.js';
import { type PageVariables, replacePlaceholders, shapeLabel } from '../layout/placeholders.js';
import { completeLimits, requireWithin } from '../limits.js';
import { buildGraph } from '../model/build.js';
import type { CellGraph } from '../model/cell.js';
import { type LayoutOptions, reporter } from '../options.js';
import type { SceneContext } from '../scene/build.js';
import { createStencilLookup, type StencilLookup } from '../shapes/stencilLookup.js';
import type { ColorAdaption } from '../style/darkColor.js';
import { createTextSetter } from '../text/canvasText.js';
import { FontLibrary, type FontSupport } from '../text/fonts.js';
import { createFormulaSetter } from '../text/formulaSetter.js';
import type { MathTypesetter } from '../text/math.js';
import type { SystemFontUse } from '../text/systemFonts.js';
import { parsedObject } from './source.js';

/** A page after layout, with what drawing it needs. */
export interface LaidOutPage {
  readonly file: MxFile;
  /** 0-based. */
  readonly index: number;
  readonly graph: CellGraph;
  /** Painted for a dark page. */
  readonly dark: boolean;
  readonly layout: Layout;
  readonly context: SceneContext;
}

/** What a place draws with. */
export interface Place {
  fontsOf(options: LayoutOptions): FontLibrary;
  /** Lays out a page by its 0-based index; for a dark page with the colours that the file gives for those. */
  layOut(file: MxFile, index: number, options: LayoutOptions, forDark?: boolean): LaidOutPage;
}

/** A place with these assets, and what it has beyond them. Fonts and stencils are read once for all pages. */
export function createPlace(
  assets: Assets,
  math: (() => MathTypesetter | undefined) | undefined,
  fontSupport: FontSupport,
): Place {
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
      shapeLabel: (cell) => shapeLabel(cell, limits),
    };
    return { file, index, graph, dark, layout, context };
  }

  return { fontsOf, layOut };
}

/** Which of a page's colours adapt to a dark page. */
export const colorAdaption = ({ settings: { adaptiveColors } }: CellGraph): ColorAdaption =>
  adaptiveColors === 'none' || adaptiveColors === 'simple' ? adaptiveColors : 'auto';

/** The variables of a file: a JSON object in the vars attribute of mxfile. */
function fileVariables(file: MxFile): ReadonlyMap<string, string> {
  const text = file.attributes.get('vars');
  const values = text ? parsedObject(text) : undefined;
  return new Map(Object.entries(values ?? {}).map(([key, value]) => [key, String(value)]));
}
