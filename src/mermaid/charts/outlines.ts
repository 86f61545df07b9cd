/** Outlines that draw.io has no shape for, in a box that a curve may leave: its polygons, and custom shapes with curves. */
import { compressPage } from '../../decode/compression.js';
import type { Point, Rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';

const decimals = (value: number, digits: number): number => Number(value.toFixed(digits));

/** draw.io's own polygon, whose corners can be moved there. Points are page px. */
export const polygonShape = (points: readonly Point[], box: Rect): CellStyle => ({
  shape: 'mxgraph.basic.polygon',
  polyCoords: JSON.stringify(
    points.map(({ x, y }) => [decimals((x - box.x) / box.width, 5), decimals((y - box.y) / box.height, 5)]),
  ),
  polyline: 0,
});

/** A cubic curve from where the last one ended, page px. */
export interface CubicCurve {
  readonly control1: Point;
  readonly control2: Point;
  readonly end: Point;
}

/** A closed outline of curves, kept in the cell as a custom shape. */
export const curvedShape = (start: Point, curves: readonly CubicCurve[], box: Rect): CellStyle =>
  customShape(box, `<path>${curvesXml(start, curves, box)}<close/></path><fillstroke/>`);

/** A line of curves, kept in the cell as a custom shape. */
export const curvedLine = (start: Point, curves: readonly CubicCurve[], box: Rect): CellStyle =>
  customShape(box, `<path>${curvesXml(start, curves, box)}</path><stroke/>`);

function customShape({ width, height }: Rect, drawing: string): CellStyle {
  const xml =
    `<shape w="${width}" h="${height}" aspect="variable" strokewidth="inherit"><foreground>` +
    `${drawing}</foreground></shape>`;
  return { shape: `stencil(${compressPage(xml)})` };
}

function curvesXml(start: Point, curves: readonly CubicCurve[], { x, y }: Rect): string {
  const places = (points: readonly Point[]): string =>
    points
      .map((point, index) => {
        const number = points.length === 1 ? '' : index + 1;
        return ` x${number}="${decimals(point.x - x, 2)}" y${number}="${decimals(point.y - y, 2)}"`;
      })
      .join('');
  const path = curves.map(({ control1, control2, end }) => `<curve${places([control1, control2, end])}/>`).join('');
  return `<move${places([start])}/>${path}`;
}
