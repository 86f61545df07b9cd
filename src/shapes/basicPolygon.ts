/** The free polygon of the library "basic": corners from the style, joined by lines or by quadratic curves. */
import type { Style } from '../style/style.js';
import { drawPath, framed } from './frame.js';
import type { Shape } from './shape.js';

type Place = readonly [x: number, y: number];

/** An array that the style holds as JSON; undefined where draw.io can't read it and draws nothing. */
function listOf(style: Style, key: string): readonly unknown[] | undefined {
  try {
    const list: unknown = JSON.parse(style.string(key, '[]'));
    return Array.isArray(list) ? list : [];
  } catch {
    return undefined;
  }
}

const placeOf = (value: unknown, from = 0): Place =>
  Array.isArray(value) ? [Number(value[from]), Number(value[from + 1])] : [0, 0];

/** The control point of a side's curve, ["Q", x, y]; undefined for a straight side. */
const controlOf = (curve: unknown): Place | undefined =>
  Array.isArray(curve) && curve[0] === 'Q' && curve.length >= 3 ? placeOf(curve, 1) : undefined;

const freePolygon = framed(({ canvas, w, h, style }) => {
  const corners = listOf(style, 'polyCoords')?.map((corner) => placeOf(corner));
  const curves = listOf(style, 'polyCurves');
  if (!corners?.length || !curves) return;
  const at = ([x, y]: Place): string => `${x * w} ${y * h}`;
  /** The side that ends in a corner: the curve of each belongs to the corner before it. */
  const side = (to: Place, before: number): string => {
    const control = controlOf(curves[before]);
    return control ? `Q ${at(control)} ${at(to)}` : `L ${at(to)}`;
  };
  const [first, ...others] = corners as [Place, ...Place[]];
  const sides = others.map((corner, index) => side(corner, index));
  if (!style.flag('polyline')) {
    if (controlOf(curves[corners.length - 1])) sides.push(side(first, corners.length - 1));
    sides.push('Z');
  }
  drawPath(canvas, `M ${at(first)} ${sides.join(' ')}`);
});

export const FREE_POLYGON: Readonly<Record<string, Shape>> = { 'mxgraph.basic.polygon': freePolygon };
