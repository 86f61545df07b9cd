/** The one table from draw.io's shape names to shapes, and to the shapes that draw edges. */
import type { EdgeShape, Shape } from './shape.js';

export const SHAPES: ReadonlyMap<string, Shape> = new Map(Object.entries<Shape>({}));

export const EDGE_SHAPES: ReadonlyMap<string, EdgeShape> = new Map(Object.entries<EdgeShape>({}));
