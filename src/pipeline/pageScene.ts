/** The picture of a page as the options ask for it: theme, crop, background and what lies behind the cells. */
import type { Budget } from '../budget.js';
import { alternativeOf } from '../describe/alternative.js';
import { onlyMermaidText } from '../describe/mermaidTexts.js';
import { mermaidWords } from '../describe/mermaidWords.js';
import type { Scene } from '../drawing/scene.js';
import type { Clock } from '../layout/variables.js';
import { cellsWithin } from '../model/selection.js';
import {
  checkedBorder,
  checkedGrid,
  checkedPrint,
  findPage,
  type LayoutOptions,
  type RenderOptions,
} from '../options.js';
import { buildScene } from '../scene/buildScene.js';
import { GRID_COLOR, GRID_STEPS, gridLines, MOST_GRID_LINES, withGrid } from '../scene/grid.js';
import { partsFor, themedScene } from '../scene/theme.js';
import { concreteColor, fixedColor, paintedColor, paintedTwice } from '../style/color.js';
import { DARK_PAGE } from '../style/darkColor.js';

import { backdropOf } from './backdrop.js';
import { pageDescription } from './describeFile.js';
import { clockOf, colorAdaption, type DrawingTools, type LaidOutPage } from './layOut.js';

import { fileOf, type Source } from './source.js';

/** The page that the options name, laid out. */
export function openPage(
  tools: DrawingTools,
  source: Source,
  options: LayoutOptions,
  budget: Budget,
  clock = clockOf(options),
): LaidOutPage {
  const file = fileOf(source, options);
  return tools.layOut(file, findPage(file.pages, options.page ?? 1), options, { budget, clock });
}

/** With what only an exporter knows. */
export interface SceneOptions extends RenderOptions {
  /** How much larger the drawing is on its sheets of paper; default 1. */
  readonly paperScale?: number;
}

/** The page that the options name, as a picture in the theme that they ask for. */
export function pageScene(
  tools: DrawingTools,
  source: Source,
  options: SceneOptions,
  budget: Budget,
  clock = clockOf(options),
): Scene {
  return drawPage(tools, openPage(tools, source, options, budget, clock), options, clock);
}

/** A page that is laid out, as a picture. */
export function drawPage(tools: DrawingTools, page: LaidOutPage, options: SceneOptions, clock: Clock): Scene {
  reportEmpty(page);
  const crop = {
    size: options.size ?? 'diagram',
    border: checkedBorder(options.border),
    print: checkedPrint(options),
    paperScale: options.paperScale,
    background: options.background === 'none' ? undefined : background(page, options),
  };
  const only = options.cells && cellsWithin(page.graph, options.cells);
  const [theme, adaption] = [options.theme ?? 'light', colorAdaption(page.graph)];
  const picture = buildScene(page.graph, page.layout, page.context, crop, {
    backdrop: backdropOf(tools, page, options, clock),
    only,
    finish: partsFor(theme, adaption),
  });
  const scene = themedScene(gridded(picture, page, options), theme, adaption);
  if (!options.accessible) return scene;
  // What a Mermaid text says of its diagram is meant for the whole of it.
  const text = only ? undefined : onlyMermaidText(page.graph);
  const own = text === undefined ? undefined : mermaidWords(text);
  return { ...scene, alternative: alternativeOf(pageDescription(page, options, only), own) };
}

function gridded(picture: Scene, { graph, context }: LaidOutPage, options: RenderOptions): Scene {
  const wanted = checkedGrid(options.grid);
  if (!wanted) return picture;
  const { size = graph.settings.gridSize, steps = GRID_STEPS, color: named = GRID_COLOR } = wanted;
  const color = paintedColor(named);
  if (color === undefined) {
    context.report({ code: 'invalid-color', message: `The grid's colour "${named}" is none; passed over.` });
  }
  const grid = { size, steps, color: color ?? GRID_COLOR };
  if (gridLines(picture, grid) > MOST_GRID_LINES) {
    context.report({
      code: 'too-costly',
      message: 'The grid of so large a picture has too many lines: it is left out.',
    });
    return picture;
  }
  return withGrid(picture, grid, (lines) => context.budget.spend(lines));
}

/** An empty picture is seldom what is wanted. Cells that their author hid are there all the same. */
function reportEmpty({ graph: { cells, settings }, context }: LaidOutPage): void {
  for (const { kind } of cells.values()) if (kind !== 'layer') return;
  if (settings.backgroundImage === undefined) context.report({ code: 'empty-page', message: 'The page has no cells.' });
}

/** The colour behind a page: its own, else the caller's, else what a dark picture needs to be readable. */
function background({ graph, context }: LaidOutPage, { background: wanted, theme }: RenderOptions): string | undefined {
  const own = graph.settings.background;
  if (own === undefined) {
    const dark = theme === 'dark' && colorAdaption(graph) !== 'none' ? DARK_PAGE : undefined;
    const color = wanted === undefined ? dark : paintedColor(wanted);
    // What the caller names is meant as it is, whatever the theme.
    return color && fixedColor(color);
  }
  if (own === 'default') return concreteColor(own, 'fillColor');
  const color = paintedColor(own);
  if (color === undefined) {
    context.report({ code: 'invalid-color', message: `The page's background "${own}" is no colour; passed over.` });
  }
  // draw.io's SVG has it twice: as its own background, and as a rectangle for other viewers.
  return color && paintedTwice(color);
}
