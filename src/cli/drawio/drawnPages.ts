/** Which pages and layers draw.io's command draws of a file. */
import { MxsvgError } from '../../diagnostics.js';
import type { Diagram, LayerInfo } from '../../render.js';
import type { Options } from '../commandLine.js';
import type { Format } from '../formats.js';
import type { Picture } from '../picture.js';
import type { DrawioChoices } from './choices.js';

/** The formats of which draw.io writes none without anything in it. */
const NEEDS_CELLS: ReadonlySet<Format> = new Set(['svg', 'png', 'jpg']);

/** One file for each input. Throws MxsvgError where there is nothing to see. */
export function drawioPicture(
  diagram: Diagram,
  format: Format,
  options: Options,
  { pages }: DrawioChoices,
  layersOf: (page: number) => readonly LayerInfo[],
): Picture {
  const all = diagram.pages.map((_, index) => index + 1);
  const last = all.length - 1;
  const chosen = pages ? all.slice(Math.min(pages.from, last), Math.min(pages.to, last) + 1) : all;
  const [page = 1] = chosen;
  const layers = options.layers && layersThere(options.layers, layersOf(page));
  if (layers?.length === 0 || (NEEDS_CELLS.has(format) && !shows(layersOf(page), layers))) {
    throw new MxsvgError('layer-not-found', nothingToSee(diagram, page, layersOf(page)));
  }
  const label = { pageIndex: page, pageName: diagram.pages[page - 1]?.name, layer: undefined };
  return { label, pages: chosen, layers };
}

/** Those of the layers wanted that there are, by their places. */
const layersThere = (wanted: readonly string[], layers: readonly LayerInfo[]): readonly number[] =>
  wanted.flatMap((text) => {
    const named = layers.findIndex(({ id, name }) => name === text || id === text);
    const place = /^\s*\d+\s*$/.test(text) ? Number(text) : named;
    return place >= 0 && place < layers.length ? [place] : [];
  });

const shows = (layers: readonly LayerInfo[], chosen: readonly number[] | undefined): boolean =>
  layers.some(({ cells, visible }, index) => cells > 0 && (chosen ? chosen.includes(index) : visible));

function nothingToSee(diagram: Diagram, page: number, layers: readonly LayerInfo[]): string {
  const list = layers.map(({ name }, index) => `${index} "${name}"`).join(', ');
  return `there is nothing to see on page ${page} "${diagram.pages[page - 1]?.name}"; its layers are ${list || 'none'}.`;
}
