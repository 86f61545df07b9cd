/** The cells that a Mermaid text becomes, by their ids. */
import { expect } from 'vitest';
import { type MermaidOptions, mermaidToDrawio } from '../../src/mermaid/index.js';
import { type DrawnCell, drawnCells } from './drawing.js';

export type DrawnCells = ReadonlyMap<string, DrawnCell>;

export const cellsOf = (text: string, options: MermaidOptions = {}): DrawnCells =>
  new Map(drawnCells(mermaidToDrawio(text, { systemFonts: 'none', ...options })).map((cell) => [cell.id, cell]));

export function cellOf(cells: DrawnCells, id: string): DrawnCell {
  const found = cells.get(id);
  if (!found) throw new Error(`There is no ${id} in ${[...cells.keys()]}.`);
  return found;
}

export function boxOf(cells: DrawnCells, id: string): NonNullable<DrawnCell['box']> {
  const { box } = cellOf(cells, id);
  if (!box) throw new Error(`${id} is not drawn.`);
  return box;
}

/** Browsers give texts widths that differ by parts of a px: no figure of the box is further off than `most`, px. */
export function expectBox(
  cells: DrawnCells,
  id: string,
  expected: readonly [number, number, number, number],
  most = 0.8,
): void {
  const { x, y, width, height } = boxOf(cells, id);
  const far = [x, y, width, height].filter((value, index) => Math.abs(value - (expected[index] as number)) > most);
  expect({ id, box: [x, y, width, height], far }).toEqual({ id, box: [x, y, width, height], far: [] });
}

/** An edge's two ends as they are drawn. */
export function endsOf(cells: DrawnCells, id: string): readonly [start: Point, end: Point] {
  const points = boxOf(cells, id).points ?? [];
  const [start, end] = [points[0], points.at(-1)];
  if (!start || !end) throw new Error(`${id} has no line.`);
  return [start, end];
}

interface Point {
  readonly x: number;
  readonly y: number;
}
