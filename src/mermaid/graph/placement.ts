/** A graph laid out, which can be moved into another. */
import { type Point, point, type Rect, rect } from '../../geometry/plane.js';
import type { EdgeRoute, GraphPicture } from './graph.js';

/** One layout's result, in a frame of its own. */
export interface Placement {
  readonly nodes: Map<string, Rect>;
  readonly groups: Map<string, Rect>;
  readonly edges: Map<string, EdgeRoute>;
  /** Around all that is drawn. */
  readonly bounds: Rect;
  /** How far a group's title stands out of the room of its content, at each side. */
  readonly overhang: number;
}

/** Adds what another layout placed, moved. */
export function addMoved(
  to: Pick<Placement, 'nodes' | 'groups' | 'edges'>,
  from: GraphPicture,
  dx: number,
  dy: number,
): void {
  const moved = (box: Rect): Rect => rect(box.x + dx, box.y + dy, box.width, box.height);
  for (const [id, box] of from.nodes) to.nodes.set(id, moved(box));
  for (const [id, box] of from.groups) to.groups.set(id, moved(box));
  for (const [id, route] of from.edges) to.edges.set(id, movedRoute(route, dx, dy));
}

function movedRoute({ waypoints, label, ends, start, end }: EdgeRoute, dx: number, dy: number): EdgeRoute {
  const move = (p: Point): Point => point(p.x + dx, p.y + dy);
  return {
    waypoints: waypoints.map(move),
    label: label && move(label),
    ends: ends && [move(ends[0]), move(ends[1])],
    start: start && move(start),
    end: end && move(end),
  };
}
