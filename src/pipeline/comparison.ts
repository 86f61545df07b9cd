/** Two versions of a file: what differs, page by page, and the picture of it. */
import type { Budget } from '../budget.js';
import type { MxPage } from '../decode/container.js';
import { HtmlElements } from '../decode/htmlTree.js';
import { ignoreDiagnostics } from '../diagnostics.js';
import { type CellChange, compareGraphs } from '../diff/compare.js';
import { type ComparedPage, comparisonScene } from '../diff/comparisonPicture.js';
import type { Scene } from '../drawing/scene.js';
import { createTextSetter } from '../labels/canvasText.js';
import { completeLimits } from '../limits.js';
import type { Cell, CellGraph } from '../model/cell.js';
import { findPage, type RenderOptions } from '../options.js';
import { buildScene } from '../scene/buildScene.js';
import { themedScene } from '../scene/theme.js';
import type { DrawingTools, LaidOutPage } from './layOut.js';
import { fileOf, type Source } from './source.js';

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

/** A comparison whose picture is not written yet. */
export interface ComparedFiles extends Pick<Comparison, 'pages'> {
  picture(): Scene;
}

/** Compares two versions. */
export function compareFiles(
  tools: DrawingTools,
  [before, after]: readonly [Source, Source],
  options: RenderOptions,
  budget: Budget,
): ComparedFiles {
  const [oldFile, newFile] = [fileOf(before, options), fileOf(after, options)];
  const pairs = pairPages(oldFile.pages, newFile.pages, options.page).map(({ before: old, after: now }) => {
    const [oldPage, newPage] = [
      old === undefined ? undefined : tools.layOut(oldFile, old, { ...options, diagnostics: undefined }, { budget }),
      now === undefined ? undefined : tools.layOut(newFile, now, options, { budget }),
    ];
    const changes = compareGraphs(oldPage?.graph ?? EMPTY_GRAPH, newPage?.graph ?? EMPTY_GRAPH);
    const state: PageComparison['state'] = !oldPage ? 'added' : !newPage ? 'removed' : 'changed';
    const name = (newPage ? newFile.pages[now as number] : oldFile.pages[old as number])?.name ?? '';
    return { name, state, changes, oldPage, newPage };
  });
  const different = pairs.filter(({ state, changes }) => state !== 'changed' || changes.length > 0);
  const limits = completeLimits(options.limits);
  const picture = (): Scene => {
    const setText = createTextSetter(tools.fontsOf(options), ignoreDiagnostics, new HtmlElements(limits), budget);
    const pages = different.map(({ name, state, changes, oldPage, newPage }): ComparedPage => {
      const gone = new Set(changes.filter(({ kind }) => kind === 'removed').map(({ id }) => id));
      return {
        title: state === 'changed' ? name : `${name} (page ${state})`,
        changes,
        after: newPage && comparedSide(newPage),
        before: oldPage && comparedSide(oldPage, (cell) => gone.has(cell.id)),
      };
    });
    return comparisonScene(pages, setText);
  };
  return { pages: different.map(({ name, state, changes }) => ({ name, state, changes })), picture };
}

const EMPTY_GRAPH: Pick<CellGraph, 'cells'> = { cells: new Map() };

/** A laid-out page as a comparison draws it: all of it, or the cells that are asked for. */
function comparedSide(
  { graph, layout, context }: LaidOutPage,
  wanted?: (cell: Cell) => boolean,
): ComparedPage['after'] {
  const only = wanted && new Set([...graph.cells.values()].filter(wanted));
  const crop = { size: 'diagram' as const, border: 0, background: undefined };
  return { layout, scene: themedScene(buildScene(graph, layout, context, crop, { only }), 'light') };
}

/** The pages of two versions that belong together: by id, else by name, in the new version's order. */
function pairPages(
  before: readonly MxPage[],
  after: readonly MxPage[],
  wanted: number | string | undefined,
): readonly { readonly before: number | undefined; readonly after: number | undefined }[] {
  if (wanted !== undefined) return [{ before: findPage(before, wanted), after: findPage(after, wanted) }];
  const taken = new Set<number>();
  const byId = placesOf(before, ({ id }) => id);
  const byName = placesOf(before, ({ name }) => name);
  const partner = (page: MxPage): number | undefined => {
    const index =
      (page.id === '' ? undefined : firstFree(byId.get(page.id), taken)) ?? firstFree(byName.get(page.name), taken);
    if (index !== undefined) taken.add(index);
    return index;
  };
  const pairs = after.map((page, i) => ({ before: partner(page), after: i as number | undefined }));
  const gone = before.flatMap((_, i) => (taken.has(i) ? [] : [{ before: i, after: undefined }]));
  return [...pairs, ...gone];
}

/** Where pages of the same key stand, the first at the end of each list. */
function placesOf(pages: readonly MxPage[], keyOf: (page: MxPage) => string): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [index, page] of [...pages.entries()].reverse()) {
    const key = keyOf(page);
    const list = places.get(key);
    if (list) list.push(index);
    else places.set(key, [index]);
  }
  return places;
}

/** The first of such places that isn't taken; those before it leave the list. */
function firstFree(places: number[] | undefined, taken: ReadonlySet<number>): number | undefined {
  for (let index = places?.pop(); index !== undefined; index = places?.pop()) if (!taken.has(index)) return index;
  return undefined;
}
