/** The one table from draw.io's shape names to shapes, and to the shapes that draw edges. */
import { BASIC_SHAPES } from './basic.js';
import type { EdgeShape, Shape } from './shape.js';
import { SWIMLANE_SHAPES } from './swimlane.js';

export const SHAPES: ReadonlyMap<string, Shape> = new Map(
  Object.entries<Shape>({
    ...BASIC_SHAPES,
    ...SWIMLANE_SHAPES,
  }),
);

export const EDGE_SHAPES: ReadonlyMap<string, EdgeShape> = new Map(Object.entries<EdgeShape>({}));
