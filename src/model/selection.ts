/** Which layers of a page are shown, and which of its cells are drawn. */
import { MxsvgError } from '../diagnostics.js';
import type { Cell, CellGraph } from './cell.js';

/**
 * The layers meant by 0-based indexes, as draw.io's command counts them, or by names or ids. A string of digits is an
 * index where there is such a layer: the lowest layer's id is "1" in most files. Throws MxsvgError 'layer-not-found'
 * where one isn't there.
 */
export function findLayers(root: Cell, wanted: readonly (number | string)[]): ReadonlySet<Cell> {
  return new Set(wanted.flatMap((layer) => findLayer(root.children, layer)));
}

function findLayer(layers: readonly Cell[], wanted: number | string): readonly Cell[] {
  const index = typeof wanted === 'number' ? wanted : /^\d+$/.test(wanted) ? Number(wanted) : -1;
  const layer = layers[index];
  if (layer) return [layer];
  const named = layers.filter((other) => layerName(other) === wanted || other.id === wanted);
  if (named.length > 0) return named;
  const list = layers.map((other, i) => `${i} "${layerName(other)}"`).join(', ');
  throw new MxsvgError(
    'layer-not-found',
    `There is no layer ${JSON.stringify(wanted)}. The page has: ${list || 'no layers'}.`,
  );
}

/** What draw.io's list of layers shows for a layer without a name of its own. */
export const layerName = (layer: Cell): string => layer.value || 'Background';

/**
 * The cells of the given ids with all that they contain, and the edges that connect two of them. Throws MxsvgError
 * 'cell-not-found' where one isn't on the page.
 */
export function cellsWithin(graph: CellGraph, ids: readonly string[]): ReadonlySet<Cell> {
  const chosen = new Set<Cell>();
  for (const id of ids) {
    const cell = graph.cells.get(id);
    if (!cell) throw new MxsvgError('cell-not-found', `There is no cell "${id}" on the page.`);
    addTree(cell, chosen);
  }
  for (const cell of graph.cells.values()) {
    if (cell.kind === 'edge' && cell.source && cell.target && chosen.has(cell.source) && chosen.has(cell.target)) {
      addTree(cell, chosen);
    }
  }
  return chosen;
}

function addTree(top: Cell, into: Set<Cell>): void {
  const pending = [top];
  for (let cell = pending.pop(); cell; cell = pending.pop()) {
    into.add(cell);
    for (const child of cell.children) pending.push(child);
  }
}
