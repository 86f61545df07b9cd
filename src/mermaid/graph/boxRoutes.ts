/** Routes that a layout of boxes gives, led on to the outlines of the shapes in the boxes. */

import { center, distance, type Point, type Rect } from '../../geometry/plane.js';
import { onOutline } from './edgeRoutes.js';
import type { EdgeRoute, GraphNode } from './graph.js';

/** What an edge ends at. */
export interface BoxEnd {
  readonly box: Rect;
  readonly outline: GraphNode['outline'];
}

/** Shorter ways from an outline to its box have no bend of their own, px: a marker would not fit on them. */
export const SHORTEST_WAY = 8;

/** `path` ends on the boxes of nodes: from there it leads to where their outlines are on the way to their middle. */
export function routeAlong(
  path: readonly Point[],
  label: Point | undefined,
  [source, target]: readonly [BoxEnd, BoxEnd],
): EdgeRoute {
  const [first, last] = [path[0] as Point, path.at(-1) as Point];
  const [start, end] = [outlineAt(source, first), outlineAt(target, last)];
  const waypoints = [
    ...(distance(start, first) > SHORTEST_WAY ? [first] : []),
    ...path.slice(1, -1),
    ...(distance(end, last) > SHORTEST_WAY ? [last] : []),
  ];
  return { waypoints, label, ends: [start, end], joins: [first, last] };
}

/** Where the outline is on the way from a point of the box to its middle. */
export const outlineAt = ({ box, outline }: BoxEnd, at: Point): Point =>
  outline === undefined || outline === 'rectangle'
    ? at
    : onOutline({ ...center(box), width: box.width, height: box.height, outline }, at);
