/** The area that a chart takes up, of the size that Mermaid gives its picture. */
import type { Rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';

/** An area without an edge; without a colour, it only keeps the chart's room. */
export function drawArea(box: Rect, { cells }: DrawContext, fillColor = 'none'): void {
  if (box.width <= 0 || box.height <= 0) return;
  const style: CellStyle = { rounded: 0, html: 1, fillColor, strokeColor: 'none' };
  cells.vertex({ id: cells.id('chart'), box, style });
}

/** A line between two points, without arrow heads. */
export const lineStyle = (strokeColor: string, strokeWidth: number): CellStyle => ({
  html: 1,
  endArrow: 'none',
  rounded: 0,
  strokeColor,
  strokeWidth,
});
