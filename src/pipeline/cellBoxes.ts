/** Where layout places cells, for those who ask. */
import { boundsOfPoints, type Point, rect } from '../geometry/plane.js';
import type { Layout } from '../layout/placed.js';

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

export function cellBoxes(page: Layout): CellBox[] {
  return [...page.cells.values()].map((placed): CellBox => {
    const { id } = placed.cell;
    if (placed.kind === 'vertex') return { id, ...placed.box };
    const { points } = placed;
    return { id, ...(boundsOfPoints(points) ?? rect(0, 0, 0, 0)), points };
  });
}
