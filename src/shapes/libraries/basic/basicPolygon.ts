/** The polygon of the library "basic": corners and curves between them, as lists in the style. */
import { framed } from '../../general/frame.js';
import type { Shape } from '../../shape.js';

/** A side that is a quadratic curve: "Q" and its control point, in fractions of the box. */
type Curve = readonly ['Q', number, number];

/** What is no list counts as an empty one, but draw.io takes no null for one. */
function listOf(json: string): readonly unknown[] {
  const list: unknown = JSON.parse(json);
  if (list === null) throw new TypeError('no list');
  return Array.isArray(list) ? list : [];
}

const isCurve = (side: unknown): side is Curve => Array.isArray(side) && side.length >= 3 && side[0] === 'Q';

const cornerOf = (corner: unknown): readonly [number, number] => {
  const [x, y] = corner as readonly unknown[];
  return [Number(x), Number(y)];
};

/** draw.io draws nothing where the lists can't be read. */
function listsOf(coordinates: string, curves: string) {
  try {
    return { corners: listOf(coordinates).map(cornerOf), sides: listOf(curves) };
  } catch {
    return { corners: [], sides: [] };
  }
}

/** The side after each corner may be a curve; so may the last one, of a polygon that is closed (polyline=0). */
const freePolygon = framed(({ canvas, w, h, style }) => {
  const { corners, sides } = listsOf(style.string('polyCoords', '[]'), style.string('polyCurves', '[]'));
  const [first, ...rest] = corners;
  if (!first) return;
  const closed = Number(style.string('polyline', '0')) === 0;
  canvas.begin();
  canvas.moveTo(first[0] * w, first[1] * h);
  for (const [index, [x, y]] of (closed ? [...rest, first] : rest).entries()) {
    const side = sides[index];
    if (isCurve(side)) canvas.quadTo(side[1] * w, side[2] * h, x * w, y * h);
    else if (index < rest.length) canvas.lineTo(x * w, y * h);
  }
  if (closed) canvas.close();
  canvas.fillAndStroke();
});

export const BASIC_POLYGONS: Readonly<Record<string, Shape>> = { 'mxgraph.basic.polygon': freePolygon };
