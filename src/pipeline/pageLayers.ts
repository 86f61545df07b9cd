/** The layers of a page, for those who ask. */
import type { MxPage } from '../decode/container.js';
import { ignoreDiagnostics } from '../diagnostics.js';
import { buildGraph } from '../model/buildGraph.js';
import type { Cell } from '../model/cell.js';
import { layerName } from '../model/selection.js';
import { findPage } from '../options.js';
import { append } from '../primitives/lists.js';
import { fileOf, type Source } from './source.js';

export interface LayerInfo {
  readonly id: string;
  /** As draw.io's list of layers shows it; "Background" where the file gives none. */
  readonly name: string;
  readonly visible: boolean;
  /** How many vertices, edges and groups are in it. */
  readonly cells: number;
}

/** The lowest first. */
export function pageLayers(source: Source, wanted: number | string): LayerInfo[] {
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
