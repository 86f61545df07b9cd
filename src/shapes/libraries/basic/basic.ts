/** The shapes of draw.io's library of basic ones that are drawn by program ("mxgraph.basic.…"). */
import type { Shape } from '../../shape.js';
import { BASIC_ARCS } from './basicArc.js';
import { BASIC_LIBRARY } from './basicLibrary.js';
import { BASIC_POLYGONS } from './basicPolygon.js';
import { BASIC_RECT } from './basicRect.js';
import { BASIC_RINGS } from './basicRings.js';

export const basicShapes = (): Readonly<Record<string, Shape>> => ({
  'mxgraph.basic.rect': BASIC_RECT,
  ...BASIC_LIBRARY,
  ...BASIC_RINGS,
  ...BASIC_ARCS,
  ...BASIC_POLYGONS,
});
